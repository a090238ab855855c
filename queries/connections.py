"""Connections: by which ways one document leads to another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from graph.model import Document
from graph.store import Direction, Store
from graph.subgraph import Link, Subgraph
from loaders.records import CARRYING, RelationType
from queries.dates import first_day, is_later
from queries.documents import known
from queries.lineage import Step
from queries.options import check_limit, relations_in_order
from queries.paging import Page, cut
from queries.proofs import proofs_of
from queries.works import Works, works_of

if TYPE_CHECKING:
    from queries.works_network import Links

MAX_WAYS = 100
_RESTING = (RelationType.IMPLEMENTS, RelationType.BASED_ON)


class Way(StrEnum):
    """How two documents stand to each other.

    `UP`: A leads up to B; `DOWN`: B leads up to A; `COMMON`: both lead up to a third one; `NONE`:
    nothing of this graph connects them, which does not say that nothing does.
    """

    UP = "up"
    DOWN = "down"
    COMMON = "common"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Connection:
    """One way from A to B: its documents in order, and the stored edges between them."""

    documents: tuple[Document, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ConnectionList(Page[Connection]):
    """One page of ways, the shortest first; there are at most 100 in all."""

    a: Document
    b: Document
    relations: tuple[RelationType, ...]
    as_of: str | None
    way: Way


@dataclass(frozen=True, slots=True)
class _Part:
    """What is above both documents, and the works that it falls into."""

    graph: Subgraph
    works: Works
    links: Links

    def work(self, key: str) -> int:
        return self.works.of[bisect_left(self.graph.keys, key)]


def connections(
    store: Store,
    a: str,
    b: str,
    *,
    relations: Sequence[RelationType] = _RESTING,
    as_of: str | None = None,
    limit: int = 20,
    cursor: str | None = None,
) -> ConnectionList:
    """Return the ways from A up to B along `relations`; where there is none, from B up to A.

    Where neither leads to the other, the ways go up from A to the nearest works above both, one
    shortest way to each, and down to B. Each step is the strongest relation of the two. A way meets
    no work twice, so that circles do not matter; a diamond is two ways. An act and its programme
    are one work; a document and itself, or its programme, are one way without steps. Stubs are
    passed through; a citation that fits several documents stands for itself and leads nowhere.
    Order: fewest steps, then keys; where there are more than 100 ways, 100 of the shortest. With
    `as_of` works whose act was issued later are left out; a partial date counts as its first day,
    an unknown one passes; A and B always stand.

    Raises DocumentNotFound, BadOption (limit, date, no relation) and BadCursor.
    """
    check_limit(limit)
    types = relations_in_order(relations)
    until = None if as_of is None else first_day(as_of, "as_of")
    ends = known(store, a), known(store, b)
    part = _part(store, [end.key for end in ends], types, until)
    first, second = (part.work(end.key) for end in ends)
    way, ways = _ways(part, first, second)
    question = ("path", ends[0].key, ends[1].key, *types, as_of)
    page = cut(sorted(ways, key=lambda one: (len(one), one)), question, limit, cursor)
    return ConnectionList(
        tuple(_connection(store, part, one) for one in page[0]),
        *page[1:],
        a=ends[0],
        b=ends[1],
        relations=types,
        as_of=as_of,
        way=way,
    )


def _part(
    store: Store, keys: Sequence[str], types: Sequence[RelationType], until: str | None
) -> _Part:
    from queries.works_network import network_of_works

    carrying = [kind for kind in CARRYING if kind not in types]
    graph = store.subgraph(keys, types, Direction.OUT, joined=carrying)
    works = works_of(graph, carrying)
    ends = {works.of[bisect_left(graph.keys, key)] for key in keys}
    late = {
        work for work in set(works.of) - ends if is_later(graph.documents[work].issue_date, until)
    }
    return _Part(graph, works, network_of_works(graph, works, types, without=late))


def _ways(part: _Part, first: int, second: int) -> tuple[Way, list[list[int]]]:
    if first == second:
        return Way.UP, [[first]]
    for way, source, target in ((Way.UP, first, second), (Way.DOWN, second, first)):
        found = list(_simple(part.links, source, target))
        if found:
            return way, found if way is Way.UP else [one[::-1] for one in found]
    common = _common(part.links, first, second)
    return (Way.COMMON, common) if common else (Way.NONE, [])


def _simple(links: Links, source: int, target: int) -> Iterator[list[int]]:
    import networkx as nx

    if nx.has_path(links, source, target):
        yield from islice(nx.shortest_simple_paths(links, source, target), MAX_WAYS)


def _common(links: Links, first: int, second: int) -> list[list[int]]:
    """Return a shortest way over each of the works that are nearest to both together."""
    import networkx as nx

    ups = nx.single_source_shortest_path(links, first)
    downs = nx.single_source_shortest_path(links, second)
    ways = [[*ups[top], *downs[top][-2::-1]] for top in sorted(ups.keys() & downs.keys())]
    least = min(map(len, ways), default=0)
    return [one for one in ways if len(one) == least][:MAX_WAYS]


def _connection(store: Store, part: _Part, way: Sequence[int]) -> Connection:
    links: list[Link] = []
    for one, other in pairwise(way):
        up = part.links.has_edge(one, other)
        links.append(part.links.edges[(one, other) if up else (other, one)]["link"])
    steps = []
    for link, said in zip(links, store.evidence(part.graph, links), strict=True):
        edge = part.graph.edge(link)
        steps.append(Step(edge, proofs_of(edge, said, {})))
    return Connection(tuple(part.graph.documents[work] for work in way), tuple(steps))

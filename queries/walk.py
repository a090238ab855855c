"""The walk behind a lineage: breadth first over the works of a subgraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from graph.store import Direction, Store
from graph.subgraph import Link, Subgraph
from loaders.records import RelationType
from queries.dates import is_later
from queries.documents import known
from queries.works import Works, works_of

MAX_PATHS = 20
Path = tuple[str, ...]
Hop = tuple[int, Link]
"""The work that is left, and the link that is followed to the next one."""


@dataclass(slots=True)
class Walk:
    """What a walk found; works are places in `graph.keys`, which order as the keys do.

    `asked` is the key asked for, as it is today, and `start` its work. `depths` is in order of
    discovery and holds the start at 0; `onward` gives the works one hop on from each work, `into`
    the followed links that lead to each.
    """

    asked: str
    graph: Subgraph
    works: Works
    start: int
    types: Sequence[RelationType]
    towards: Direction
    depths: dict[int, int]
    onward: dict[int, dict[int, None]] = field(default_factory=dict)
    into: dict[int, list[Link]] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        """Tell whether a document belongs to a work that was found."""
        keys = self.graph.keys
        place = bisect_left(keys, key)
        held = place < len(keys) and keys[place] == key
        return held and self.works.of[place] in self.depths

    def keys(self) -> set[str]:
        """Return the keys of all documents of the works that were found."""
        of, depths = self.works.of, self.depths
        return {key for key, work in zip(self.graph.keys, of, strict=True) if work in depths}

    def hops(self, work: int) -> list[Hop]:
        """Return the last hops of the shortest paths to a work, one from each work before it.

        Of several links the one whose type comes first in `types`, then the first one.
        """
        links, of, end = self.into[work], self.works.of, self.near_end
        depth = self.depths[work] - 1
        hops: dict[int, Link] = {}
        for link in sorted(links, key=lambda link: (self.types.index(link[1]), link)):
            near = of[link[end]]
            if self.depths.get(near) == depth:
                hops.setdefault(near, link)
        return sorted(hops.items())

    @property
    def near_end(self) -> Literal[0, 2]:
        """The place in a link of the end from which it was followed."""
        return 0 if self.towards is Direction.OUT else 2


def walk(
    store: Store,
    start: str,
    types: Sequence[RelationType],
    towards: Direction,
    *,
    carrying: Collection[RelationType],
    depth: int | None = None,
    until: str | None = None,
) -> Walk:
    """Return all works within `depth` hops of the work of `start`, each at its least depth.

    A circle ends where it closes: a work is entered once. A work whose act was issued after
    `until` (a full date) is left out, and so is what only it leads to. Documents that one of
    `carrying` joins are one work. A redirected key leads to the node of today. Raises
    DocumentNotFound where there is no node.
    """
    further = None if depth is None else depth + 1
    graph = store.subgraph([start], types, towards, joined=carrying, depth=further)
    if not graph.keys:
        today = known(store, start).key
        return walk(store, today, types, towards, carrying=carrying, depth=depth, until=until)
    works = works_of(graph, carrying)
    root = works.of[bisect_left(graph.keys, start)]
    found = Walk(start, graph, works, root, types, towards, {root: 0})
    _lead(found, until)
    frontier, level = [root], 0
    while frontier and level != depth:
        level += 1
        ahead = {far: level for near in frontier for far in found.onward.get(near, ())}
        frontier = [far for far in ahead if far not in found.depths]
        found.depths.update(dict.fromkeys(frontier, level))
    return found


def _lead(found: Walk, until: str | None) -> None:
    """Put down where each work leads to, without circles of one and late works."""
    of, out, types = found.works.of, found.towards is Direction.OUT, found.types
    documents = found.graph.documents
    late = {at for at in set(of) if is_later(documents[at].issue_date, until)} if until else ()
    onward, into = found.onward, found.into
    for link in found.graph.links:
        source, kind, target = link
        near, far = (of[source], of[target]) if out else (of[target], of[source])
        if near == far or kind not in types or far in late:
            continue
        if near in onward:
            onward[near][far] = None
        else:
            onward[near] = {far: None}
        if far in into:
            into[far].append(link)
        else:
            into[far] = [link]


def shortest_ways(
    found: Walk, wanted: Iterable[int]
) -> tuple[dict[int, tuple[Path, ...]], dict[int, list[Hop]]]:
    """Return the shortest paths to the wanted works and to all before them, and their last hops.

    Paths go by keys from the start, at most 20, the first ones; their last hops stand in the order
    of the paths, each once. Works stand in order of depth.

    The 20 first paths to a work begin with the 20 first to the works before it: no more are kept.
    """
    hops = _last_hops(found, wanted)
    keys = found.graph.keys
    paths: dict[int, tuple[Path, ...]] = {found.start: ((keys[found.start],),)}
    last: dict[int, list[Hop]] = {}
    for work in sorted(hops, key=found.depths.__getitem__):
        before, key = hops[work], keys[work]
        if len(before) == 1:
            ways = paths[before[0][0]]
            only = len(ways) == 1
            paths[work] = ((*ways[0], key),) if only else tuple([(*path, key) for path in ways])
            last[work] = before
            continue
        first = sorted((path, hop) for hop in before for path in paths[hop[0]])[:MAX_PATHS]
        paths[work] = tuple([(*path, key) for path, _ in first])
        last[work] = list({hop[0]: hop for _, hop in first}.values())
    return paths, last


def _last_hops(found: Walk, wanted: Iterable[int]) -> dict[int, list[Hop]]:
    """Return `Walk.hops` of the wanted works and of all works before them but the start."""
    hops: dict[int, list[Hop]] = {found.start: []}
    into, of, end = found.into, found.works.of, found.near_end
    stack = list(wanted)
    while stack:
        work = stack.pop()
        if work in hops:
            continue
        links = into[work]
        if len(links) == 1:  # nearly always, and a hub has thousands of them
            [link] = links
            near = of[link[end]]
            hops[work] = [(near, link)]
            if near not in hops:
                stack.append(near)
        else:
            hops[work] = before = found.hops(work)
            stack += [near for near, _ in before if near not in hops]
    del hops[found.start]
    return hops

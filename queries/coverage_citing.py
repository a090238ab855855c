"""What only rests on a document or cites it, and the one edge that stands for each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graph.model import Document
from graph.store import Direction, Store
from graph.subgraph import Link, Subgraph
from loaders.records import RelationType
from queries.coverage_places import Place
from queries.lineage import Step
from queries.options import is_later
from queries.proofs import proofs_of
from queries.walk import Walk

_WEAKER = (RelationType.BASED_ON, RelationType.CITES)


class Found(NamedTuple):
    """A document of a place, and in which order it is preferred.

    `work` is its work in the walk, -1 for one that only cites, whose `link` then says so.
    """

    rank: tuple[Any, ...]
    document: Document
    work: int = -1
    link: Link | None = None


def towards(store: Store, found: Walk) -> Subgraph:
    """Return what rests on the document's work or cites it, whatever it does besides."""
    keys = found.works.keys(found.graph, found.start)
    return store.subgraph(keys, _WEAKER, Direction.IN, depth=1, bare=True)


def citing(store: Store, graph: Subgraph, found: Walk, until: str | None) -> Iterator[Found]:
    """Yield what only cites the document's work: nothing that carries it out."""
    links: dict[str, Link] = {}
    for link in graph.links:
        key = graph.keys[link[0]]
        if key not in found:
            before = links.get(key)
            if before is None or _WEAKER.index(link[1]) < _WEAKER.index(before[1]):
                links[key] = link
    for key, document in store.documents(links).items() if links else ():
        if not is_later(document.issue_date, until):
            order = (_WEAKER.index(links[key][1]), document.issue_date or "", key)
            yield Found((document.district is not None, *order), document, link=links[key])


def steps_of(store: Store, graph: Subgraph, cited: Mapping[Place, Found]) -> dict[Place, Step]:
    """Return the edge by which each place cites, with its sentences: no others are asked for."""
    links = {place: one.link for place, one in cited.items() if one.link is not None}
    found = {}
    for (place, link), said in zip(
        links.items(), store.evidence(graph, list(links.values())), strict=True
    ):
        edge = graph.edge(link)
        found[place] = Step(edge, proofs_of(edge, said, {}))
    return found

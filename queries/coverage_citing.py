"""What only rests on a document or cites it, and the one edge that stands for each place."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Document
from graph.store import Direction, Store
from graph.subgraph import Link, Subgraph
from loaders.records import RelationType
from queries.coverage_places import Place
from queries.dates import is_later
from queries.lineage import Step
from queries.proofs import proofs_of
from queries.walk import Walk

_WEAKER = (RelationType.BASED_ON, RelationType.CITES)


def towards(store: Store, found: Walk) -> Subgraph:
    """Return what rests on the document's work or cites it, whatever it does besides."""
    keys = found.works.keys(found.graph, found.start)
    return store.subgraph(keys, _WEAKER, Direction.IN, depth=1, bare=True)


def citing(
    store: Store, graph: Subgraph, found: Walk, until: str | None
) -> list[tuple[Document, Link]]:
    """Return what only cites the document's work, and nothing that carries it out.

    What rests on it comes first, then the earlier one, then the smaller key.
    """
    within = found.keys()
    links: dict[str, Link] = {}
    for link in graph.links:
        key = graph.keys[link[0]]
        if key not in within:
            before = links.get(key)
            if before is None or _WEAKER.index(link[1]) < _WEAKER.index(before[1]):
                links[key] = link
    nodes = store.documents(links) if links else {}
    cited = [(d, links[key]) for key, d in nodes.items() if not is_later(d.issue_date, until)]
    return sorted(
        cited, key=lambda one: (_WEAKER.index(one[1][1]), one[0].issue_date or "", one[0].key)
    )


def steps_of(store: Store, graph: Subgraph, links: Mapping[Place, Link]) -> dict[Place, Step]:
    """Return the edge by which each place cites, with its sentences: no others are asked for."""
    edges = {place: graph.edge(link) for place, link in links.items()}
    said = store.evidence(graph, list(links.values()))
    return {
        place: Step(edge, proofs_of(edge, proofs, {}))
        for (place, edge), proofs in zip(edges.items(), said, strict=True)
    }

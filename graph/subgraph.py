"""A part of the graph, as a store answers it: nodes by their places in order, links between them.

An answer about a hub holds thousands of links. Their ends are places in the sorted list of keys, so
that they compare as the keys do and cost no text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.model import Document, Edge, Evidence
from loaders.records import RelationType

Node = TypeVar("Node", int, str)
Kind = TypeVar("Kind", int, str)

Link = tuple[int, RelationType, int]
"""Source, type, target: the ends are places in `Subgraph.keys`."""


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes with the edges that were followed to find them.

    `keys` are in order, `documents` stand at the same places (none where only keys were asked
    for), `links` are in order, each once. `origin` is what the store knows the nodes by; only
    `Store.evidence` of the same store reads it.
    """

    keys: Sequence[str] = ()
    links: Sequence[Link] = ()
    documents: Sequence[Document] = ()
    origin: object = None

    def edge(self, link: Link) -> Edge:
        """Return a link as an edge between keys."""
        source, kind, target = link
        return Edge(self.keys[source], kind, self.keys[target])


def in_order(said: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return who says one edge in the order of every answer: by document, file, span."""
    if len(said) < 2:
        return tuple(said)
    return tuple(
        sorted(said, key=lambda e: (e.document, e.file, e.span, e.page or 0, e.rule, e.confidence))
    )


def spread(
    starts: Iterable[Node],
    met: Callable[[list[Node], bool], list[tuple[Node, Kind, Node]]],
    joined: Collection[Kind],
    far_end: int,
    depth: int | None,
) -> tuple[list[Node], list[tuple[Node, Kind, Node]]]:
    """Return the nodes of a subgraph, nearest first, and the edges that were followed, each once.

    This is the walk of `Store.subgraph` for a store that numbers or names its nodes: `met` gives
    the edges (source, type, target) that are to be followed from some nodes, those of `joined`
    types both ways, and where its second argument is True no others. `far_end` is the place in an
    edge of the node that it leads to, 0 or 2.
    """
    seen = dict.fromkeys(starts)
    edges: dict[tuple[Node, Kind, Node], None] = {}
    level, frontier = 0, list(seen)
    while frontier:
        last = depth is not None and level >= depth
        beyond: list[Node] = []
        while frontier:  # the nodes of this level, and what is joined to them
            found = met(frontier, last)
            edges.update(dict.fromkeys(found))
            together = [edge for edge in found if edge[1] in joined]
            onward = [edge for edge in found if edge[1] not in joined] if together else found
            beyond += [edge[far_end] for edge in onward]  # type: ignore[misc]
            frontier = _new(seen, [end for edge in together for end in (edge[0], edge[2])])
        level += 1
        frontier = _new(seen, beyond)
    return list(seen), list(edges)


def _new(seen: dict[Node, None], nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes not yet seen, each once, and count them as seen."""
    new = [node for node in dict.fromkeys(nodes) if node not in seen]
    seen.update(dict.fromkeys(new))
    return new

"""Works: an act and the programme that it promulgates or approves are one work.

The work stands under the act's key, so that "139/NQ-CP promulgates the programme, the programme
carries out 20-NQ/TW" is one hop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.model import Document, Edge
from graph.store import Direction, Store
from loaders.records import CARRYING, RelationType


def acts_of(store: Store, documents: Iterable[Document]) -> dict[str, Document]:
    """Return, by key of a document without a number, the act that carries it, where one does.

    A programme's title means the act that promulgates or approves it, the smallest key of several.
    """
    unnumbered = sorted({one.key for one in documents if one.number is None})
    if not unnumbered:
        return {}
    acts: dict[str, str] = {}
    for edge in store.edges(unnumbered, CARRYING, Direction.IN):
        acts[edge.target] = min(edge.source, acts.get(edge.target, edge.source))
    found = store.documents(sorted(set(acts.values())))
    return {work: found[act] for work, act in acts.items() if act in found}


class Works:
    """Which work each document belongs to, learned from the store as documents are met.

    `of` maps a document's key to its work's key, `members` a work's key to all its documents.
    Where several acts carry one work, all are one work, under the smallest key of the acts that
    nothing carries; where acts carry each other in a circle, under the smallest key of all.
    """

    def __init__(self, store: Store, carrying: Sequence[RelationType]) -> None:
        self._store = store
        self._carrying = tuple(carrying)
        self.of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}

    def learn(self, keys: Iterable[str]) -> None:
        """Find the works of `keys`, whole: with every document that belongs to them."""
        new = sorted({key for key in keys if key not in self.of})
        edges = self._carrying_edges(new) if self._carrying else set()
        if edges:
            self._merge(edges)
        for key in new:
            if key not in self.of:
                self.of[key] = key
                self.members[key] = [key]

    def _carrying_edges(self, keys: list[str]) -> set[Edge]:
        edges: set[Edge] = set()
        seen = set(keys)
        frontier = keys
        while frontier:
            for direction in Direction:
                edges.update(self._store.edges(frontier, self._carrying, direction))
            ends = {end for edge in edges for end in (edge.source, edge.target)}
            frontier = sorted(ends - seen)
            seen |= ends
        return edges

    def _merge(self, edges: set[Edge]) -> None:
        neighbours: dict[str, set[str]] = defaultdict(set)
        for edge in edges:
            neighbours[edge.source].add(edge.target)
            neighbours[edge.target].add(edge.source)
        carried = {edge.target for edge in edges if edge.source != edge.target}
        for start in sorted(neighbours):
            if start in self.of:
                continue
            group, stack = {start}, [start]
            while stack:
                found = neighbours[stack.pop()] - group
                group |= found
                stack.extend(found)
            work = min(group - carried, default=min(group))
            self.members[work] = sorted(group)
            self.of.update(dict.fromkeys(group, work))

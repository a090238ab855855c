"""The walk behind a lineage: breadth first over works, one level of the graph at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.model import Document, Edge
from graph.store import Direction, Store
from loaders.records import RelationType
from queries.options import is_later
from queries.works import Works

MAX_PATHS = 20


@dataclass(slots=True)
class Walk:
    """What a walk found, by the keys of works.

    `depths` is in order of discovery and holds the start at 0; `hops` gives for two works that
    follow each other on a shortest path the stored edges between them; `further` the works one
    hop on from each work.
    """

    start: str
    depths: dict[str, int]
    documents: dict[str, Document]
    works: Works
    nearer: dict[str, list[str]] = field(default_factory=dict)
    hops: dict[tuple[str, str], list[Edge]] = field(default_factory=dict)
    further: dict[str, set[str]] = field(default_factory=dict)


def walk(
    store: Store,
    works: Works,
    start: str,
    types: Sequence[RelationType],
    towards: Direction,
    *,
    depth: int | None = None,
    until: str | None = None,
) -> Walk:
    """Return all works within `depth` hops of the work of `start`, each at its least depth.

    A circle ends where it closes: a work is entered once. A work whose act was issued after
    `until` (a full date) is left out, and so is what only it leads to.
    """
    works.learn([start])
    root = works.of[start]
    found = Walk(root, {root: 0}, {}, works)
    if until is not None:
        found.documents.update(store.documents([root]))
    frontier, level = [root], 0
    while frontier:
        level += 1
        keys = [key for work in frontier for key in works.members[work]]
        edges = store.edges(keys, types, towards)
        works.learn(edge.target if towards is Direction.OUT else edge.source for edge in edges)
        admitted = _admit(store, found, edges, towards, until)
        last = depth is not None and level > depth
        frontier = _enter(found, admitted, level, last=last)
    if until is None:  # nothing was decided by them: once for all, for a store over a network
        found.documents.update(store.documents(list(found.depths)))
    return found


def _admit(
    store: Store, found: Walk, edges: list[Edge], towards: Direction, until: str | None
) -> Iterable[tuple[str, str, Edge]]:
    """Return (near work, far work, edge) in order, without circles of one and late works."""
    of = found.works.of
    hops = [
        (of[edge.source], of[edge.target], edge)
        if towards is Direction.OUT
        else (of[edge.target], of[edge.source], edge)
        for edge in edges
    ]
    hops = [hop for hop in hops if hop[0] != hop[1]]
    if until is None:
        return hops
    new = sorted({far for _, far, _ in hops} - found.documents.keys())
    found.documents.update(store.documents(new))
    dates = {key: document.issue_date for key, document in found.documents.items()}
    return [hop for hop in hops if not is_later(dates.get(hop[1]), until)]


def _enter(
    found: Walk, hops: Iterable[tuple[str, str, Edge]], level: int, *, last: bool
) -> list[str]:
    """Record the hops of one level and return the works first reached by it."""
    reached: list[str] = []
    for near, far, edge in hops:
        found.further.setdefault(near, set()).add(far)
        if last:
            continue
        depth = found.depths.get(far)
        if depth is None:
            found.depths[far] = level
            found.nearer[far] = []
            reached.append(far)
        elif depth != level:
            continue
        hop = (near, far)
        if hop not in found.hops:
            found.hops[hop] = []
            found.nearer[far].append(near)
        found.hops[hop].append(edge)
    return reached


def shortest_paths(found: Walk, wanted: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the shortest paths from the start to each wanted work, first by keys, at most 20.

    The 20 first paths to a work begin with the 20 first to the works before it: no more are kept.
    """
    needed, stack = set(wanted), list(wanted)
    while stack:
        for work in found.nearer.get(stack.pop(), ()):
            if work not in needed:
                needed.add(work)
                stack.append(work)
    paths: dict[str, list[tuple[str, ...]]] = {found.start: [(found.start,)]}
    for work in found.depths:  # in order of depth: what leads to a work comes before it
        if work in needed and work != found.start:
            near = found.nearer[work]
            before = paths[near[0]]
            if len(near) > 1:
                before = sorted(path for key in near for path in paths[key])[:MAX_PATHS]
            paths[work] = [(*path, work) for path in before]
    return paths

"""Lineage: what a document carries out, up to the top, and what carries it out, down to the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from graph.errors import DocumentNotFound
from graph.keys import block_of_number
from graph.model import Document, DocumentStatus, Edge, Evidence
from graph.store import Criteria, Direction, Store
from loaders.folding import fold
from loaders.records import CARRYING, Level, RelationType
from queries.cursors import Part, seal, unseal
from queries.errors import BadOption
from queries.options import check_limit, first_day, is_later
from queries.proofs import Proofs, proofs_of
from queries.walk import Walk, shortest_paths, walk
from queries.works import Works

MAX_NAMESAKES = 200
Hop = tuple[str, str]
_LEVELS = {level: rank for rank, level in enumerate(Level)}


class LineageDirection(StrEnum):
    """Which way a lineage is read: `ANCESTORS` is what a document carries out."""

    ANCESTORS = "ancestors"
    DESCENDANTS = "descendants"


class Step(NamedTuple):
    """One stored edge of a path, with the sentences that say so; the source is who carries out."""

    edge: Edge
    proofs: Proofs

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences that are shown, those of the source itself first."""
        return self.proofs.evidence


class LineageItem(NamedTuple):
    """One document of a lineage.

    `path` is the first shortest path by keys, from the asked document to this one; `paths` are all
    shortest ones, at most 20, in order; `steps` are the stored edges of `path`, one a hop.
    `other_steps` are the last hops of the other shortest paths: the last of `steps` and
    `other_steps` of all items together draw every shortest path. `further` counts the documents
    one hop further on from this one, shown or not.
    """

    document: Document
    depth: int
    path: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]
    steps: tuple[Step, ...]
    other_steps: tuple[Step, ...]
    further: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """One page of a lineage; `total` counts the items of all pages.

    `carriers` maps the key of an act, as it stands in this page, to the keys merged with it.
    """

    document: Document
    direction: LineageDirection
    relations: tuple[RelationType, ...]
    as_of: str | None
    items: tuple[LineageItem, ...]
    total: int
    limit: int
    truncated: bool
    next: str | None
    excluded_namesakes: tuple[Document, ...]
    carriers: dict[str, tuple[str, ...]]


def lineage(
    store: Store,
    key: str,
    direction: LineageDirection,
    *,
    relations: Sequence[RelationType] = (RelationType.IMPLEMENTS,),
    depth: int | None = None,
    as_of: str | None = None,
    limit: int = 200,
    cursor: str | None = None,
) -> Lineage:
    """Return the documents that `key` carries out (ancestors) or that carry it out (descendants).

    Every document comes once, at its least depth: a circle ends where it closes, and the document
    asked for is not in its own lineage; a diamond gives one item with all its shortest paths.
    An act and what it promulgates or approves are one item under the act's key, unless that
    relation is itself among `relations`: then it is followed like any other. Documents known by
    citation only are items like the others; documents that an ambiguous citation may mean are not
    followed. Order: depth, level (central first, unknown last), folded province, date, key.

    With `as_of`, documents issued later are left out, with what only they lead to; a partial date
    counts as its first day, an unknown one passes. `excluded_namesakes` are the other documents
    of the same number that this lineage does not hold, by key, at most 200.

    Raises DocumentNotFound, BadOption (limit, depth, date, no relation) and BadCursor (a cursor
    of another question; `limit` may change from page to page).
    """
    check_limit(limit)
    if depth is not None and depth < 1:
        raise BadOption(f"depth must be 1 or more, not {depth}")
    types = tuple(sorted(set(relations), key=list(RelationType).index))
    if not types:
        raise BadOption("relations must name one relation at least")
    until = None if as_of is None else first_day(as_of, "as_of")
    asked = store.documents([key]).get(key)
    if asked is None:
        raise _not_found(key)
    works = Works(store, [kind for kind in CARRYING if kind not in types])
    towards = Direction.OUT if direction is LineageDirection.ANCESTORS else Direction.IN
    found = walk(store, works, asked.key, types, towards, depth=depth, until=until)
    if found.start not in found.documents:
        raise _not_found(key)
    question: tuple[Part, ...] = ("lineage", asked.key, direction, *types, depth, as_of)
    after = None if cursor is None else unseal(question, cursor)
    places = sorted(_place(found, work) for work in found.documents if work in found.depths)[1:]
    rest = places if after is None else [place for place in places if place > after]
    page = [str(place[-1]) for place in rest[:limit]]
    truncated = len(rest) > limit
    shown = {found.start, *page}
    return Lineage(
        document=found.documents[found.start],
        direction=direction,
        relations=types,
        as_of=as_of,
        items=_items(store, found, page, types),
        total=len(places),
        limit=limit,
        truncated=truncated,
        next=seal(question, rest[limit - 1]) if truncated else None,
        excluded_namesakes=_namesakes(store, found, until),
        carriers={
            work: tuple(member for member in works.members[work] if member != work)
            for work in sorted(shown)
            if len(works.members[work]) > 1
        },
    )


def _not_found(key: str) -> DocumentNotFound:
    return DocumentNotFound(f"no document of this graph has the key {key}")


def _place(found: Walk, work: str) -> tuple[int, int, str, str, str]:
    """Return the sort key of a work: the order of every page."""
    document = found.documents[work]
    return (
        found.depths[work],
        len(_LEVELS) if document.level is None else _LEVELS[document.level],
        fold(document.province) if document.province else "",
        document.issue_date or "",
        work,
    )


def _items(
    store: Store, found: Walk, page: Sequence[str], types: Sequence[RelationType]
) -> tuple[LineageItem, ...]:
    paths = shortest_paths(found, page)
    first = {work: list(pairwise(paths[work][0])) for work in page}
    others = {work: _other_hops(paths[work]) for work in page if len(paths[work]) > 1}
    steps = _steps(store, found, [*first.values(), *others.values()], types)
    return tuple(
        LineageItem(
            document=found.documents[work],
            depth=found.depths[work],
            path=paths[work][0],
            paths=tuple(paths[work]),
            steps=tuple([steps[hop] for hop in first[work]]),
            other_steps=tuple([steps[hop] for hop in others.get(work, ())]),
            further=len(found.further.get(work, ())),
        )
        for work in page
    )


def _other_hops(paths: Sequence[tuple[str, ...]]) -> list[Hop]:
    """Return the last hops of the paths, without that of the first one, each once."""
    return list(dict.fromkeys((path[-2], path[-1]) for path in paths))[1:]


def _steps(
    store: Store, found: Walk, hops: Iterable[Iterable[Hop]], types: Sequence[RelationType]
) -> dict[Hop, Step]:
    """Return for each hop its stored edge, the strongest and then the first one, with evidence."""
    rank = {kind: place for place, kind in enumerate(types)}
    chosen: dict[Hop, Edge] = {}
    for group in hops:
        for hop in group:
            if hop not in chosen:
                edges = found.hops[hop]
                several = len(edges) > 1
                chosen[hop] = min(edges, key=lambda e: (rank[e.type], e)) if several else edges[0]
    evidence = store.evidence(list(chosen.values()))
    works = found.works.of
    return {
        hop: Step(edge, proofs_of(edge, evidence.get(edge, ()), works))
        for hop, edge in chosen.items()
    }


def _namesakes(store: Store, found: Walk, until: str | None) -> tuple[Document, ...]:
    """Return the other documents with the number of the one asked for that no item stands for.

    The node of an ambiguous citation is no namesake: it may mean the very document asked for.
    """
    number = found.documents[found.start].number
    if number is None:
        return ()
    same, _ = store.find(Criteria(number=block_of_number(number)), limit=MAX_NAMESAKES)
    held = {key for work in found.depths for key in found.works.members[work]}
    others = [d for d in same if d.key not in held and not is_later(d.issue_date, until)]
    stubs = [d.key for d in others if d.status is DocumentStatus.CITED_ONLY]
    claims = store.claims(documents=stubs) if stubs else []
    provisional = {stored.document for stored in claims if stored.candidates}
    return tuple(document for document in others if document.key not in provisional)

"""Lineage: what a document carries out, up to the top, and what carries it out, down to the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from graph.columns import from_columns
from graph.identity.keys import block_of_number
from graph.model import Document, DocumentStatus, Edge, Evidence
from graph.store import Criteria, Direction, Store
from loaders.folding import fold
from loaders.records import CARRYING, RelationType
from queries.cursors import Part, unseal
from queries.dates import first_day, is_later
from queries.errors import BadOption
from queries.garbage import collection_paused
from queries.groups import LEVELS, Group, groups_of
from queries.options import check_limit, relations_in_order
from queries.paging import Page, cut_after
from queries.proofs import Proofs, proofs_of_each
from queries.sieve import EVERY_DOCUMENT, Sieve
from queries.walk import Hop, Walk, shortest_ways, walk

MAX_NAMESAKES = 200


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
class Lineage(Page[LineageItem]):
    """One page of a lineage; `total` counts the items of all pages.

    `groups` counts the items of all pages by level and province; `carriers` maps the key of an
    act, as it stands in this page, to the keys merged with it. `left_out` documents did not pass
    `sieve`; those of them on the paths of this page's items are `between`, in the same order.
    """

    document: Document
    direction: LineageDirection
    relations: tuple[RelationType, ...]
    as_of: str | None
    excluded_namesakes: tuple[Document, ...]
    carriers: dict[str, tuple[str, ...]]
    groups: tuple[Group, ...]
    sieve: Sieve
    left_out: int
    between: tuple[LineageItem, ...]


@dataclass(frozen=True, slots=True)
class LineageQuestion:
    """What is followed and what of it is asked for.

    Edges of `relations` are followed, at most `depth` of them on a way, to the end for None. With
    `as_of`, documents issued later are left out, with what only they lead to; a partial date counts
    as its first day, an unknown one passes. The `sieve` leaves out items and not ways: what is
    reached through a document that does not pass is still an item.
    """

    relations: Sequence[RelationType] = (RelationType.IMPLEMENTS,)
    depth: int | None = None
    as_of: str | None = None
    sieve: Sieve = EVERY_DOCUMENT

    def checked(self) -> LineageQuestion:
        """Return it in its one spelling. Raises BadOption (depth, date, no relation)."""
        if self.depth is not None and self.depth < 1:
            raise BadOption(f"depth: cần một số từ 1 trở lên, không phải {self.depth}")
        return replace(
            self, relations=relations_in_order(self.relations), sieve=self.sieve.checked()
        )

    @property
    def until(self) -> str | None:
        """The last day on which a document that is asked for was issued. Raises BadOption."""
        return None if self.as_of is None else first_day(self.as_of, "as_of")


WHO_CARRIES_OUT = LineageQuestion()


@collection_paused()
def lineage(
    store: Store,
    key: str,
    direction: LineageDirection,
    asked: LineageQuestion = WHO_CARRIES_OUT,
    *,
    limit: int = 200,
    cursor: str | None = None,
    walked: Walk | None = None,
) -> Lineage:
    """Return the documents that `key` carries out (ancestors) or that carry it out (descendants).

    Every document comes once, at its least depth: a circle ends where it closes, and the document
    asked for is not in its own lineage; a diamond gives one item with all its shortest paths.
    An act and what it promulgates or approves are one item under the act's key, unless that
    relation is itself among those asked for: then it is followed like any other. Documents known by
    citation only are items like the others; documents that an ambiguous citation may mean are not
    followed. Order: depth, level (central first, unknown last), folded province, date, key.

    `excluded_namesakes` are the other documents of the same number that this lineage does not hold,
    by key, at most 200. `walked` is the walk of the same question, so far or further, where the
    asker has it: several pages of one lineage need one walk (`walk_of`).

    Raises DocumentNotFound, BadOption (limit, and what is asked) and BadCursor (a cursor of another
    question; `limit` may change from page to page).
    """
    check_limit(limit)
    asked = asked.checked()
    found = walked or walk_of(store, key, direction, asked)
    question = _question(found, direction, asked)
    after = None if cursor is None else unseal(question, cursor)
    places, left_out = _passing(found, asked.sieve, asked.depth)
    rest = places if after is None else [place for place in places if place[:-1] > after]
    shown = cut_after(rest, lambda place: place[:-1], question, total=len(places), limit=limit)
    page = [place[-1] for place in shown[0]]
    passed = _between(found, page, {place[-1] for place in places}) if asked.sieve else []
    items = items_of(store, found, [*page, *passed])
    documents = found.graph.documents
    return Lineage(
        items[: len(page)],
        *shown[1:],
        document=documents[found.start],
        direction=direction,
        relations=tuple(asked.relations),
        as_of=asked.as_of,
        excluded_namesakes=_namesakes(store, found, asked.until),
        carriers=_carriers(found, {found.start, *page, *passed}),
        groups=groups_of([documents[place[-1]] for place in places]),
        sieve=asked.sieve,
        left_out=left_out,
        between=items[len(page) :],
    )


def walk_of(
    store: Store, key: str, direction: LineageDirection, asked: LineageQuestion = WHO_CARRIES_OUT
) -> Walk:
    """Return the walk of a lineage. Raises DocumentNotFound and BadOption as `lineage` does."""
    types = asked.checked().relations
    carrying = [kind for kind in CARRYING if kind not in types]
    towards = Direction.OUT if direction is LineageDirection.ANCESTORS else Direction.IN
    return walk(store, key, types, towards, carrying=carrying, depth=asked.depth, until=asked.until)


def _question(found: Walk, direction: LineageDirection, asked: LineageQuestion) -> tuple[Part, ...]:
    """Return what the cursors of the lineage are sealed with."""
    bounds = (*asked.relations, asked.depth, asked.as_of, *asked.sieve.parts())
    return ("lineage", found.asked, direction, *bounds)


Place = tuple[int, int, str, str, str, int]
"""Where a work stands among the others: its sort key, and last the work itself."""


def _passing(found: Walk, sieve: Sieve, depth: int | None) -> tuple[list[Place], int]:
    """Return the works within `depth` that pass, in order, and how many of these do not."""
    every = [place for place in places_of(found) if depth is None or place[0] <= depth]
    if not sieve:
        return every, 0
    documents = found.graph.documents
    passing = [place for place in every if sieve.passes(documents[place[-1]])]
    return passing, len(every) - len(passing)


def places_of(found: Walk) -> list[Place]:
    """Return the works in the order of every page: their sort keys, which end in their places."""
    documents = found.graph.documents
    rows = []
    for work, depth in found.depths.items():
        document = documents[work]
        province, level = document.province, document.level
        rows.append(
            (
                depth,
                len(LEVELS) if level is None else LEVELS[level._value_],
                fold(province) if province else "",
                document.issue_date or "",
                document.key,
                work,
            )
        )
    return sorted(rows)[1:]


def _between(found: Walk, page: Sequence[int], passing: set[int]) -> list[int]:
    """Return the works on the shortest ways to those of `page` that are not `passing`."""
    on_the_way = shortest_ways(found, page)[1].keys() - passing
    return [place[-1] for place in places_of(found) if place[-1] in on_the_way]


def _carriers(found: Walk, shown: set[int]) -> dict[str, tuple[str, ...]]:
    """Return the other documents of each work that is shown and has several."""
    keys, members = found.graph.keys, found.works.members
    return {
        keys[work]: tuple(keys[member] for member in members[work] if member != work)
        for work in sorted(shown & members.keys())
    }


def items_of(store: Store, found: Walk, page: Sequence[int]) -> tuple[LineageItem, ...]:
    """Return the works of `page`, each with its paths and their sentences."""
    paths, last = shortest_ways(found, page)
    steps = _steps(store, found, last)
    first: dict[int, tuple[Step, ...]] = {found.start: ()}
    for work, hops in last.items():
        first[work] = (*first[hops[0][0]], steps[work][0])
    shortest = [paths[work] for work in page]
    items = from_columns(
        LineageItem,
        map(found.graph.documents.__getitem__, page),
        map(found.depths.__getitem__, page),
        [ways[0] for ways in shortest],
        shortest,
        map(first.__getitem__, page),
        [steps[work][1:] for work in page],
        [len(found.onward.get(work, ())) for work in page],
    )
    return tuple(items)


def _steps(
    store: Store, found: Walk, hops: Mapping[int, Sequence[Hop]]
) -> dict[int, tuple[Step, ...]]:
    """Return the stored edges of the last hops to each work, with who asserts them.

    They are made column by column: a hub has thousands.
    """
    if not hops:
        return {}
    graph, members = found.graph, found.works.members
    key_of = graph.keys.__getitem__
    works = {graph.keys[one]: graph.keys[work] for work in members for one in members[work]}
    links = [link for before in hops.values() for _, link in before]
    sources, kinds, targets = zip(*links, strict=True)
    edges = from_columns(Edge, map(key_of, sources), kinds, map(key_of, targets))
    proofs = proofs_of_each(edges, store.evidence(graph, links), works)
    steps = iter(from_columns(Step, edges, proofs))
    return {
        work: (next(steps),) if len(before) == 1 else tuple(islice(steps, len(before)))
        for work, before in hops.items()
    }


def _namesakes(store: Store, found: Walk, until: str | None) -> tuple[Document, ...]:
    """Return the other documents with the number of the one asked for that no item stands for.

    The node of an ambiguous citation is no namesake: it may mean the very document asked for.
    """
    number = found.graph.documents[found.start].number
    if number is None:
        return ()
    same, _ = store.find(Criteria(number=block_of_number(number)), limit=MAX_NAMESAKES)
    held = {d.key for d in same}.intersection(found.graph.keys)
    others = [d for d in same if d.key not in held or d.key not in found]
    if until is not None:
        others = [d for d in others if not is_later(d.issue_date, until)]
    stubs = [d.key for d in others if d.status is DocumentStatus.CITED_ONLY]
    claims = store.claims(documents=stubs) if stubs else []
    provisional = {stored.document for stored in claims if stored.candidates}
    return tuple(document for document in others if document.key not in provisional)

"""Coverage: which provinces, or districts, carry a document out, only cite it, or neither.

Nothing recorded is not nothing done: a place of which the graph holds no document at all is told
apart from one whose documents say nothing of the matter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.model import Document
from graph.provinces import Province
from graph.store import Direction, Store
from graph.subgraph import Link
from loaders.folding import fold
from loaders.records import CARRYING, RelationType
from queries.coverage_citing import citing, steps_of, towards
from queries.coverage_places import (
    LAST_DAY_OF_63,
    Held,
    Place,
    by_place,
    districts_of,
    is_loaded,
    provinces_of,
)
from queries.dates import first_day
from queries.errors import BadOption
from queries.garbage import collection_paused
from queries.lineage import LineageItem, Step, items_of, places_of
from queries.walk import Walk, walk


class CoverageState(StrEnum):
    """What the graph holds of a place: `NOT_LOADED` says that it holds no document of it."""

    IMPLEMENTS = "implements"
    CITES = "cites"
    NONE_RECORDED = "none_recorded"
    NOT_LOADED = "not_loaded"


class CoverageBy(StrEnum):
    """What the rows are: provinces, or the districts that the graph knows."""

    PROVINCE = "province"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class CoverageItem:
    """One place. `document` is the one that stands for it, `documents` how many there are.

    `depth` counts the steps down to it, None where it only cites; `days_after` the days from the
    issue of the document asked for, None where a date is not known to the day. `path` and `steps`
    are those of its lineage; of one that cites, the one edge that says so. `named` are the
    provinces as the documents name them, by folded name: of a merged one, several.
    """

    unit: Province
    district: str | None
    state: CoverageState
    documents: int = 0
    document: Document | None = None
    depth: int | None = None
    days_after: int | None = None
    path: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """All places, by folded name; `unplaced` counts documents below that are of none of them."""

    document: Document
    provinces: int
    by: CoverageBy
    as_of: str | None
    items: tuple[CoverageItem, ...]
    totals: dict[CoverageState, int]
    unplaced: int


@collection_paused()
def coverage(
    store: Store,
    key: str,
    *,
    provinces: int | None = None,
    by: CoverageBy = CoverageBy.PROVINCE,
    as_of: str | None = None,
) -> Coverage:
    """Return for every province what it has that carries out the document of `key`.

    `provinces` is 63 (as of 30 June 2025) or 34 (after the mergers, where what a merged province
    did stands under its successor); None is 34 for a document issued after the mergers, else 63.
    A document belongs to the unit that bore its province's name on its date; one of a merged
    province has no place among the 63, and counts as `unplaced`, as do documents of no province. By
    district the rows are those that a document of the graph names.

    What stands for a place is the document nearest to the one asked for: of the province itself
    before one of its districts, then by the order of a lineage. BASED_ON and CITES are what only
    cites, straight to the document's work. Circles and diamonds are those of lineage: every work
    once, at its least depth; stubs count, and their status says so. A citation that fits several
    documents stands for itself: it counts for none of them.

    Raises DocumentNotFound, BadOption (provinces, as_of).
    """
    if provinces not in (63, 34, None):
        raise BadOption(f"provinces: cần 63 hoặc 34, không phải {provinces}")
    until = None if as_of is None else first_day(as_of, "as_of")
    types = (RelationType.IMPLEMENTS,)
    found = walk(store, key, types, Direction.IN, carrying=CARRYING, until=until)
    asked = found.graph.documents[found.start]
    if provinces is None:
        provinces = 34 if (asked.issue_date or "") > LAST_DAY_OF_63 else 63
    answer, unplaced = _answer(store, found, by, LAST_DAY_OF_63 if provinces == 63 else None, until)
    counts = Counter(item.state for item in answer)
    return Coverage(
        document=asked,
        provinces=provinces,
        by=by,
        as_of=as_of,
        items=tuple(answer),
        totals={state: counts[state] for state in CoverageState},
        unplaced=unplaced,
    )


def _answer(
    store: Store, found: Walk, by: CoverageBy, day: str | None, until: str | None
) -> tuple[list[CoverageItem], int]:
    """Return an item for every place, and how many documents below are of none."""
    asked = found.graph.documents[found.start]
    districts = by is CoverageBy.DISTRICT
    documents = found.graph.documents
    below = [(documents[place[-1]], place[-1]) for place in places_of(found)]
    carrying, unplaced = by_place(below, day, districts=districts)
    weaker = towards(store, found)
    weak, _ = by_place(citing(store, weaker, found, until), day, districts=districts)
    held = districts_of(store, day, until) if districts else {}
    places = {*carrying, *weak, *held} if districts else {(one, None) for one in provinces_of(day)}
    cited = {place: one for place, one in weak.items() if place not in carrying}
    said = steps_of(store, weaker, {place: one.by for place, one in cited.items()})
    nearest = sorted((one.by for one in carrying.values()), key=found.depths.__getitem__)
    items = dict(zip(nearest, items_of(store, found, nearest), strict=True))
    answer = []
    for place in sorted(places, key=_place):
        if place in carrying:
            one = carrying[place]
            answer.append(_carried(place, asked, items[one.by], one))
        elif place in cited:
            answer.append(_cited(place, asked, cited[place], said[place]))
        else:
            loaded = held[place] if districts else is_loaded(store, place[0], day, until)
            state = CoverageState.NONE_RECORDED if loaded else CoverageState.NOT_LOADED
            answer.append(CoverageItem(*place, state))
    return answer, unplaced


def _carried(place: Place, asked: Document, item: LineageItem, one: Held[int]) -> CoverageItem:
    return CoverageItem(
        *place,
        state=CoverageState.IMPLEMENTS,
        documents=one.total,
        document=item.document,
        depth=item.depth,
        days_after=days_between(asked, item.document),
        path=item.path,
        steps=item.steps,
        named=_named(one.provinces),
    )


def _cited(place: Place, asked: Document, one: Held[Link], step: Step) -> CoverageItem:
    return CoverageItem(
        *place,
        state=CoverageState.CITES,
        documents=one.total,
        document=one.document,
        days_after=days_between(asked, one.document),
        path=(asked.key, one.document.key),
        steps=(step,),
        named=_named(one.provinces),
    )


def _named(provinces: set[str]) -> tuple[str, ...]:
    return tuple(sorted(provinces, key=lambda name: (fold(name), name)))


def days_between(first: Document, second: Document) -> int | None:
    """Return the days from the issue of one to that of the other; None for a partial date."""
    dates = (first.issue_date, second.issue_date)
    if any(day is None or len(day) < len("2017-10-25") for day in dates):
        return None
    start, end = (date.fromisoformat(day or "") for day in dates)
    return (end - start).days


def _place(place: Place) -> tuple[str, str, str]:
    """Return where a place stands among the others: by folded name."""
    unit, district = place
    return fold(unit.name), fold(district or ""), district or ""

"""The places of a coverage: the provinces of a day, the districts that the graph knows.

A merged province keeps one of the old names: which unit a document is of is a matter of its date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import Generic, TypeVar

from graph.model import Document, DocumentStatus
from graph.movable import document_pages
from graph.provinces import Province, province_after, province_on, provinces
from graph.store import Criteria, Store
from loaders.records import Level
from queries.dates import is_later

LAST_DAY_OF_63 = "2025-06-30"
"""The 63 provinces are those of this day, the 34 those of the day after and of today."""

Place = tuple[Province, str | None]
"""A province, and one of its districts or None for the whole of it."""

By = TypeVar("By")

_WITHIN_DISTRICT = (Level.DISTRICT, Level.COMMUNE, Level.FACILITY)


@dataclass(slots=True)
class Held(Generic[By]):
    """What a place has: the document that stands for it, by what it was found, how many in all.

    `provinces` are those of its documents as these name them: of a merged one, several.
    """

    document: Document
    by: By
    total: int = 1
    provinces: set[str] = field(default_factory=set)


def by_place(
    found: Iterable[tuple[Document, By]], day: str | None, *, districts: bool
) -> tuple[dict[Place, Held[By]], int]:
    """Return what each place has of `found`, which begins with the best, and how much is of none.

    What is of the province itself goes before what is of one of its districts.
    """
    placed: dict[Place, Held[By]] = {}
    unplaced = 0
    for document, by in found:
        unit = unit_of(document, day)
        if unit is None or (districts and document.district is None):
            unplaced += 1
            continue
        place = unit, document.district if districts else None
        held = placed.get(place)
        if held is None:
            held = placed[place] = Held(document, by, total=0)
        held.total += 1
        held.provinces.add(document.province or "")
        if document.district is None and held.document.district is not None:
            held.document, held.by = document, by
    return placed, unplaced


def unit_of(document: Document, day: str | None) -> Province | None:
    """Return the unit of `day` (None: of today) to which a document's province belongs.

    None for a document of no province, and for one of a unit that came after `day`.
    """
    if document.province is None:
        return None
    return _unit(document.province, document.issue_date, day)


@lru_cache(maxsize=16_384)
def _unit(name: str, issued: str | None, day: str | None) -> Province | None:
    unit = province_on(name, issued)
    if unit is None:
        return None
    unit = province_after(unit, day)
    return unit if day is None or unit.exists_on(day) else None


def provinces_of(day: str | None) -> list[Province]:
    """Return the units of a day, None for today."""
    return [
        unit for unit in provinces() if (unit.until is None if day is None else unit.exists_on(day))
    ]


def districts_of(store: Store, day: str | None, until: str | None) -> dict[Place, bool]:
    """Return the districts that documents of the graph are of.

    Each with whether the graph holds the text of one of its documents, issued by `until`.
    """
    found: dict[Place, bool] = {}
    for level in _WITHIN_DISTRICT:
        for document in chain.from_iterable(document_pages(store, Criteria(level=level))):
            unit = unit_of(document, day)
            if unit is not None and document.district is not None:
                place = unit, document.district
                found[place] = found.get(place, False) or _is_held(document, until)
    return found


def is_loaded(store: Store, unit: Province, day: str | None, until: str | None) -> bool:
    """Tell whether the graph holds the text of any document of a province, issued by `until`."""
    for part in provinces():
        if province_after(part, day) != unit:
            continue
        last = min(filter(None, (part.until, until)), default=None)
        named = Criteria(province=part.name, status=DocumentStatus.LOADED)
        dated = replace(named, issued_from=part.since, issued_until=last)
        for criteria in (dated, named):  # a document without a date passes no bound
            documents = chain.from_iterable(document_pages(store, criteria))
            if any(unit_of(one, day) == unit and _is_held(one, until) for one in documents):
                return True
    return False


def _is_held(document: Document, until: str | None) -> bool:
    loaded = document.status is DocumentStatus.LOADED
    return loaded and not is_later(document.issue_date, until)

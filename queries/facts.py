"""Targets and duties: what documents set and whom they give what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from graph.agencies.nesting import INSIDE
from graph.model import Document
from graph.stated import Duty, FactPlace, Targets
from graph.store import Direction, DutyCriteria, Sought, Store, TargetCriteria
from loaders.folding import words
from loaders.records import CARRYING, RelationType, Role
from queries.agency_kinds import Meant, meant, meant_within
from queries.cursors import Part, unseal
from queries.dates import day_bounds, first_day
from queries.documents import known
from queries.options import check_limit
from queries.paging import Page, cut_after
from queries.same_indicator import Together, asked_for
from queries.walk import walk

Fact = TypeVar("Fact", Duty, Targets)


@dataclass(frozen=True, slots=True)
class FactList(Page[tuple[Fact, Document]], Generic[Fact]):
    """Facts with their documents, in order of document key and place in the text.

    `meant` says which agencies the name asked for means, None where none was asked for; where
    documents were asked for, which of them these give duties to.
    """

    as_of: str | None = None
    meant: Meant | None = None


@dataclass(frozen=True, slots=True)
class TargetList(FactList[Targets]):
    """Targets; `indicators` are those asked for by name, each with the names taken together."""

    indicators: tuple[Together, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyQuestion:
    """Which duties are asked for: those that fit every field that is given.

    `agencies` are folded spellings of one name: a duty fits whose agency, as named or with the
    place of its document, is one of those that it means (`queries.agency_kinds`). With `nested` the
    duties of what is part of the agency come too (`graph.agencies.nesting`): of "Văn phòng Sở Y
    tế", and of the rooms that a paper of Sở Y tế names; by itself it says nothing. `task` are words
    of the task, with or without marks, all of which occur in it; words without a letter or digit
    occur in none. `document` and `lineage` are keys; of the latter the duties of the document
    itself and of all that carry it out. `province` and `district` (without its kind: "Lâm Hà") are
    those of the document; `issued_from` and `issued_until` bound its date (from the first day of a
    partial one, until the last), and one without a date passes no bound.
    """

    agencies: Sequence[str] | None = None
    nested: bool = False
    document: str | None = None
    lineage: str | None = None
    role: Role | None = None
    task: str | None = None
    province: str | None = None
    district: str | None = None
    issued_from: str | None = None
    issued_until: str | None = None

    def days(self) -> tuple[str | None, str | None]:
        """Return the first and the last day that the bounds let through. Raises BadOption."""
        return day_bounds(self.issued_from, self.issued_until)


EVERY_DUTY = DutyQuestion()


def duties(
    store: Store,
    asked: DutyQuestion = EVERY_DUTY,
    *,
    as_of: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> FactList[Duty]:
    """Return who must do what.

    Of a lineage the duties of act and programme alike: in a circle each once, in a diamond each
    once; a stub gives none, and a citation that fits several documents leads to none of them. With
    `as_of` the documents issued later are left out, and what carries out only them; a partial date
    counts as its first day, an unknown one passes.

    An agency is asked for by the names that documents give it; who has its duty today is said with
    each duty (`queries.agency_today`).

    Raises DocumentNotFound, BadOption (limit, date) and BadCursor.
    """
    check_limit(limit)
    until = None if as_of is None else first_day(as_of, "as_of")
    only = None if asked.document is None else known(store, asked.document).key
    top = None if asked.lineage is None else known(store, asked.lineage).key
    days = asked.days()
    folded = tuple(words(asked.task or ""))
    nowhere = asked.task is not None and not folded
    keys = set[str]() if nowhere else _within(store, only, top, until)
    bodies = None if asked.agencies is None else meant(store, asked.agencies)
    criteria = DutyCriteria(
        agencies=None if bodies is None else _names(asked, bodies),
        documents=None if keys is None else tuple(sorted(keys)),
        role=asked.role,
        province=asked.province,
        not_after=until,
        words=folded,
        district=asked.district,
        issued_from=days[0],
        issued_until=days[1],
    )
    named: tuple[Part, ...] = (None,) if asked.agencies is None else ("", *asked.agencies)
    where: tuple[Part, ...] = (asked.province, asked.district, *days, as_of)
    how: tuple[Part, ...] = (asked.nested, asked.task is None, *folded)
    question = ("duties", only, top, asked.role, *where, *how, "", *named)
    page = _page(store, criteria, question, limit, cursor)
    if bodies is not None and criteria.documents is not None:
        bodies = meant_within(store, bodies, criteria.documents)
    return replace(page, as_of=as_of, meant=bodies)


def _within(store: Store, only: str | None, top: str | None, until: str | None) -> set[str] | None:
    """Return the keys of the documents of which duties are asked for, None for all of them."""
    keys = None if top is None else _carrying_out(store, top, until)
    if only is None:
        return keys
    return {only} if keys is None else keys & {only}


def _names(asked: DutyQuestion, bodies: Meant) -> tuple[str, ...]:
    """Return the names meant, with those by which their parts are found, which may be all."""
    parts = dict.fromkeys((*(asked.agencies or ()), *bodies.names)) if asked.nested else ()
    return (*bodies.names, *(INSIDE + name for name in parts))


def targets(
    store: Store,
    *,
    document: str | None = None,
    indicator: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> TargetList:
    """Return what documents set as targets, an indicator of a document each.

    `indicator` is a name, with or without marks: targets fit whose name means the same
    (`queries.same_indicator.meaning`), and those in whose name all its words occur, abbreviations
    written out. Words without a letter or digit name none. `document` is a key.

    Raises DocumentNotFound, BadOption (limit) and BadCursor.
    """
    check_limit(limit)
    folded = tuple(words(indicator or ""))
    only = None if document is None else known(store, document).key
    keys: tuple[str, ...] | None = None if only is None else (only,)
    if indicator is not None and not folded:
        keys = ()
    together, measured = asked_for(store, indicator) if indicator and folded else ((), ())
    criteria = TargetCriteria(folded, keys, measured)
    question = ("targets", only, indicator is None, *folded)
    page = _page(store, criteria, question, limit, cursor)
    return TargetList(
        page.items, page.total, page.limit, page.truncated, page.next, indicators=together
    )


def _carrying_out(store: Store, key: str, until: str | None) -> set[str]:
    """Return the keys of a document's work and of all works that carry it out."""
    types = (RelationType.IMPLEMENTS,)
    found = walk(store, key, types, Direction.IN, carrying=CARRYING, until=until)
    return {member for work in found.depths for member in found.works.keys(found.graph, work)}


def _page(
    store: Store,
    criteria: Sought[Fact, FactPlace],
    question: Sequence[Part],
    limit: int,
    cursor: str | None,
) -> FactList[Fact]:
    after = None if cursor is None else place_of(unseal(question, cursor))
    rows, total = store.find(criteria, limit=limit + 1, after=after)
    page = cut_after(rows, position_of, question, total=total, limit=limit)
    documents = store.documents({row.at.document for row in page[0]})
    stated = tuple((row, documents[row.at.document]) for row in page[0])
    return FactList(stated, *page[1:])


def position_of(fact: Fact) -> tuple[Part, ...]:
    """Return the place of a fact as a cursor holds it."""
    return fact.at.document, fact.at.file, fact.at.place


def place_of(position: Sequence[Part]) -> FactPlace:
    """Return the place that a cursor of a list of facts holds."""
    document, file, place = position
    return FactPlace(str(document), str(file), int(str(place)))

"""Finding duties in SQLite, and what finding targets shares with it.

The first table of every statement is the one whose index gives the order of documents; the rest
of the order, file and place, is sorted within each document, so a page ends early however many
rows fit.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.found_by import first_day, is_folded_word
from graph.model import Evidence
from graph.named import Naming, NamingCriteria, NamingPlace
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import all_of, as_list
from graph.stated import Duty, FactPlace
from graph.store import DutyCriteria
from loaders.records import Role, Span

SAID = """
x.document, f.name, x.place, {start}.start, {start}."end", s.quote, m.rule, m.confidence
from json_each(?) k
cross join {table} o on o.file = json_extract(k.value, '$[0]')
    and o.place = json_extract(k.value, '$[1]')
cross join {table} x on x.document = o.document and x.same = o.same
cross join file f on f.id = x.file
"""
DUTIES = f"""
select k.key, x.file = o.file and x.place = o.place, x.agency, x.agency_full, x.role, x.partners,
    x.section, x.recurrence, x.deadline, x.reports_to, {SAID.format(table="duty", start="x")}
cross join sentence s on s.file = x.file and s.start = x.start and s."end" = x."end"
cross join method m on m.id = x.method
"""
_MERGED = 100
"""So many names at most have their rows merged; SQLite takes 500 parts of a union."""

Row = tuple[Any, ...]


@dataclass(slots=True)
class Statement:
    """What is selected from, and which of it; `x` is the table in order of documents."""

    source: str
    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        self.conditions.append(condition)
        self.values += values

    def count(self, db: Connection) -> int:
        sql = f"select count(*) from {self.source} where {' and '.join(self.conditions)}"
        return int(db.first(sql, self.values)[0])

    def page(self, db: Connection, *, limit: int, after: FactPlace | None) -> list[tuple[int, int]]:
        """Return file and place of the rows of one page, in order."""
        conditions, values = [*self.conditions], [*self.values]
        if after is not None:
            conditions.append("x.document >= ?")
            conditions.append("(x.document > ? or (f.name, x.place) > (?, ?))")
            values += [after.document, after.document, after.file, after.place]
        sql = (
            f"select x.file, x.place from {self.source} cross join file f on f.id = x.file "
            f"where {' and '.join(conditions)} order by x.document, f.name, x.place limit ?"
        )
        return db.rows(sql, [*values, max(limit, 0)])


def find_duties(
    db: Connection, criteria: DutyCriteria, *, limit: int, after: FactPlace | None
) -> tuple[list[Duty], int]:
    """Return one page of the duties that fit, and how many fit in all."""
    asked = _duties_asked(db, criteria)
    if asked is None:
        return [], 0
    whole = criteria == DutyCriteria()
    total = of_state(db, "duties") if whole else asked.count(db)
    places = asked.page(db, limit=limit, after=after)
    return _duties(db, places), total


def find_namings(
    db: Connection, criteria: NamingCriteria, *, limit: int, after: NamingPlace | None
) -> tuple[list[Naming], int]:
    """Return one page of how duties name their agencies, and how many there are in all."""
    asked = _duties_asked(db, criteria.duties)
    if asked is None:
        return [], 0
    asked.source += " cross join duty n on n.file = x.file and n.place = x.place"
    rows = db.rows(
        f"select x.document, n.agency, n.agency_full, count(*) from {asked.source} "
        f"where {' and '.join(asked.conditions)} group by x.document, n.agency, n.agency_full",
        asked.values,
    )
    every = sorted((Naming(*row) for row in rows), key=lambda one: one.at)
    rest = [one for one in every if after is None or one.at > after]
    return rest[: max(limit, 0)], len(every)


def of_state(db: Connection, count: str) -> int:
    return int(db.first(f"select {count} from state")[0])


def _duties_asked(db: Connection, criteria: DutyCriteria) -> Statement | None:
    """Return the rows to look through; None where no row can fit."""
    if criteria.agencies is not None:
        asked = _by_agency(db, criteria.agencies, criteria.documents)
        if asked is None:
            return None
    else:
        asked = by_document("duty", criteria.documents)
    asked.add("x.shown")
    if criteria.role is not None:
        asked.add("x.role = ?", criteria.role)
    if not all(map(is_folded_word, criteria.words)):
        return None  # not folded, so no task holds it
    _of_documents(asked, criteria)
    words = [word for word in criteria.words if word]
    if words:
        if criteria.agencies is None:
            held = "x.words"
        else:
            held = "w.words"
            asked.source += " cross join duty w on w.file = x.file and w.place = x.place"
        asked.add(_holding(held, words), *words)
    return asked


def _of_documents(asked: Statement, criteria: DutyCriteria) -> None:
    """Add what is asked of the documents that give the duties."""
    bounds = [
        ("d.province = ?", criteria.province),
        ("d.district = ?", criteria.district),
        ("(d.first_day is null or d.first_day <= ?)", criteria.not_after),
        ("d.first_day >= ?", criteria.issued_from and first_day(criteria.issued_from)),
        ("d.first_day <= ?", criteria.issued_until and first_day(criteria.issued_until)),
    ]
    given = [(condition, value) for condition, value in bounds if value is not None]
    if given:
        asked.source += " cross join document d on d.key = x.document"
    for condition, value in given:
        asked.add(condition, value)


def _holding(text: str, words: Sequence[str]) -> str:
    """Return the condition that a folded text holds all of so many words."""
    return all_of([f"instr(' ' || {text} || ' ', ' ' || ? || ' ') > 0"] * len(words))


def _by_agency(
    db: Connection, names: Sequence[str], documents: Sequence[str] | None
) -> Statement | None:
    """Return the rows of these names, of some documents; one that fits two names comes once."""
    numbers = sorted(
        row[0]
        for row in db.rows(
            "select g.id from json_each(?) k cross join agency_name g on g.folded = k.value",
            (as_list(names),),
        )
    )
    if not numbers:
        return None
    among, where = "", []
    if documents is not None:
        among, where = " and document in (select value from json_each(?))", [as_list(documents)]
    if len(numbers) == 1:
        alone = among.replace("document", "x.document")
        return Statement("duty_agency x", [f"x.name = ?{alone}"], [*numbers, *where])
    columns = "document, file, place, shown, role from duty_agency"
    if len(numbers) <= _MERGED:
        # Each name's rows are in order: they are merged as far as the page goes.
        rows = " union ".join([f"select {columns} where name = ?{among}"] * len(numbers))
        return Statement(f"({rows}) x", [], [v for number in numbers for v in (number, *where)])
    any_of = f"select distinct {columns} where name in (select value from json_each(?)){among}"
    return Statement(f"({any_of}) x", [], [as_list(numbers), *where])


def by_document(table: str, documents: Sequence[str] | None) -> Statement:
    if documents is None:
        return Statement(f"{table} x indexed by {table}_document")
    source = f"json_each(?) k cross join {table} x on x.document = k.value"
    return Statement(source, [], [as_list(sorted(documents))])


def _duties(db: Connection, places: Sequence[tuple[int, int]]) -> list[Duty]:
    found: dict[int, Row] = {}
    said: dict[int, list[tuple[bool, Evidence]]] = {}
    for nth, own, *facts in db.rows(DUTIES, (json.dumps(places),)):
        if own:
            found[nth] = tuple(facts)
        said.setdefault(nth, []).append((not own, evidence_of(facts[8:])))
    return [_duty(found[nth], in_order(said[nth])) for nth in sorted(found)]


def _duty(row: Row, evidence: tuple[Evidence, ...]) -> Duty:
    agency, full, role, partners, section, recurrence, deadline, reports_to = row[:8]
    document, name, place = row[8:11]
    return Duty(
        FactPlace(document, name, place), agency, full, Role(role), tuple(json.loads(partners)),
        section, recurrence, deadline, reports_to, evidence,
    )  # fmt: skip


def evidence_of(row: Sequence[Any]) -> Evidence:
    document, name, _, start, end, quote, rule, confidence = row
    return Evidence(document, name, None, Span(start, end), quote, rule, confidence)


def in_order(said: Iterable[tuple[bool, Evidence]]) -> tuple[Evidence, ...]:
    """Return the evidence of the row itself first, then that of equal ones by file and span."""
    ordered = sorted(said, key=lambda one: (one[0], one[1].file, one[1].span))
    return tuple(dict.fromkeys(one for _, one in ordered))

"""Finding duties and targets in Neo4j: one page in the order of their places, and how many fit.

A shown fact has the label of its kind; equal ones of its document give further evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.found_by import first_day, is_folded_word
from graph.model import Evidence
from graph.named import Naming, NamingCriteria, NamingPlace
from graph.neo4j_store.session import Database
from graph.stated import Duty, FactPlace, Measured, Targets, TargetValue
from graph.store import DutyCriteria, MeasuredCriteria, TargetCriteria
from loaders.folding import fold
from loaders.records import Role, Span

_EQUAL = "MATCH (y:Fact {document: x.document}) WHERE y.same = x.same AND y.kind = x.kind"
DUTY = f"""[
    x.document, x.file, x.place, x.agency, x.agency_full, x.role, x.partners, x.section,
    x.recurrence, x.deadline, x.reports_to,
    COLLECT {{ {_EQUAL}
        RETURN [y.file, y.place, y.start, y.end, y.quote, y.rule, y.confidence] }}
]"""
TARGETS = f"""[
    x.document, x.file, x.place, x.indicator, x.unit, x.section,
    COLLECT {{ {_EQUAL} MATCH (y)-[r:SETS|REPORTS]->(v:Value)
        RETURN [type(r), v.nth, v.year, v.op, v.value, v.value_to,
            y.file, y.place, v.start, v.end, v.quote, v.rule, v.confidence] }}
]"""
_AFTER = (
    "x.document >= $document AND (x.document > $document OR x.file > $file "
    "OR (x.file = $file AND x.place > $place))"
)
_PAGE = """
{found} {where} WITH DISTINCT x ORDER BY x.document, x.file, x.place LIMIT $limit
RETURN collect({row})
"""
_SIGN = "x.indicator + '\\u001f' + coalesce(x.unit, '')"
_FIRST = FactPlace("", "", -1)

Row = list[Any]


@dataclass(slots=True)
class _Asked:
    """What is matched, as `x`, and under which conditions."""

    found: str
    conditions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    def count(self, database: Database) -> int:
        where = f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        statement = f"{self.found} {where} RETURN count(DISTINCT x)"
        return int(database.ask(statement, **self.values))

    def page(
        self, database: Database, row: str, *, limit: int, after: FactPlace | None
    ) -> list[Row]:
        start = after or _FIRST
        statement = _PAGE.format(
            found=self.found, where=f"WHERE {' AND '.join([*self.conditions, _AFTER])}", row=row
        )
        place = {"document": start.document, "file": start.file, "place": start.place}
        rows: list[Row] = database.ask(statement, **self.values, **place, limit=max(limit, 0))
        return rows


def find_duties(
    database: Database, criteria: DutyCriteria, *, limit: int, after: FactPlace | None
) -> tuple[list[Duty], int]:
    """Return one page of the duties that fit, and how many fit in all."""
    asked = _duties_asked(criteria)
    if asked is None:
        return [], 0
    total = _total(database, asked, "Duty", whole=criteria == DutyCriteria())
    rows = asked.page(database, DUTY, limit=limit, after=after)
    return [_duty(row) for row in rows], total


def find_namings(
    database: Database, criteria: NamingCriteria, *, limit: int, after: NamingPlace | None
) -> tuple[list[Naming], int]:
    """Return one page of how duties name their agencies, and how many there are in all."""
    asked = _duties_asked(criteria.duties)
    if asked is None:
        return [], 0
    rows: list[Row] = database.ask(
        f"{asked.found} WHERE {' AND '.join(asked.conditions)} WITH DISTINCT x "
        "WITH x.document AS key, x.agency AS agency, x.agency_full AS full, count(*) AS total "
        "RETURN collect([key, agency, full, total])",
        **asked.values,
    )
    every = sorted((Naming(*row) for row in rows), key=lambda one: one.at)
    rest = [one for one in every if after is None or one.at > after]
    return rest[: max(limit, 0)], len(every)


def _duties_asked(criteria: DutyCriteria) -> _Asked | None:
    """Return what to match; None where no duty can fit."""
    asked = _Asked("MATCH (x:Fact)", ["x:Duty"])
    if criteria.agencies is not None:
        asked.found = "UNWIND $agencies AS n MATCH (:AgencyName {folded: n})<-[:NAMES]-(x:Duty)"
        asked.values["agencies"] = list(criteria.agencies)
    _among(asked, criteria.documents)
    if criteria.role is not None:
        asked.conditions.append("x.role = $role")
        asked.values["role"] = criteria.role.value
    if not all(map(is_folded_word, criteria.words)):
        return None
    _of_documents(asked, criteria)
    words = [f" {word} " for word in criteria.words if word]
    if words:
        asked.conditions.append("all(word IN $words WHERE (' ' + x.words + ' ') CONTAINS word)")
        asked.values["words"] = words
    return asked


def _of_documents(asked: _Asked, criteria: DutyCriteria) -> None:
    """Add what is asked of the documents that give the duties."""
    bounds = {
        "province": ("d.province = $province", criteria.province),
        "district": ("d.district = $district", criteria.district),
        "not_after": ("(d.first_day IS NULL OR d.first_day <= $not_after)", criteria.not_after),
        "issued_from": (
            "d.first_day >= $issued_from",
            criteria.issued_from and first_day(criteria.issued_from),
        ),
        "issued_until": (
            "d.first_day <= $issued_until",
            criteria.issued_until and first_day(criteria.issued_until),
        ),
    }
    given = {name: bound for name, bound in bounds.items() if bound[1] is not None}
    if given:
        asked.found += " MATCH (d:Document {key: x.document})"
    for name, (condition, value) in given.items():
        asked.conditions.append(condition)
        asked.values[name] = value


def find_targets(
    database: Database, criteria: TargetCriteria, *, limit: int, after: FactPlace | None
) -> tuple[list[Targets], int]:
    """Return one page of the targets that fit, and how many fit in all."""
    folded = all(map(is_folded_word, criteria.words))  # what is not, no indicator holds
    if not (folded or criteria.measured):
        return [], 0
    asked = _Asked("MATCH (x:Fact)", ["x:Targets"])
    words = [f" {word} " for word in criteria.words if word]
    either = []
    if words and folded:
        either.append("all(word IN $words WHERE (' ' + n.folded + ' ') CONTAINS word)")
        asked.values["words"] = words
    if criteria.measured:
        either.append(f"(n.folded IN $names AND {_SIGN} IN $measured)")
        asked.values["names"] = sorted({fold(one.indicator) for one in criteria.measured})
        asked.values["measured"] = [one.sign for one in criteria.measured]
    if either:
        asked.found = "MATCH (n:IndicatorName)<-[:MEASURES]-(x:Targets)"
        asked.conditions.append(f"({' OR '.join(either)})")
    _among(asked, criteria.documents)
    total = _total(database, asked, "Targets", whole=criteria == TargetCriteria())
    rows = asked.page(database, TARGETS, limit=limit, after=after)
    return [_targets(row) for row in rows], total


def find_measured(
    database: Database, criteria: MeasuredCriteria, *, limit: int, after: str | None
) -> tuple[list[Measured], int]:
    """Return one page of names with their units, and how many fit in all."""
    rows: list[Row] = database.ask(
        "MATCH (n:IndicatorName)<-[:MEASURES]-(x:Targets) WHERE all(some IN $holding WHERE "
        "any(phrase IN some WHERE (' ' + n.folded + ' ') CONTAINS phrase)) "
        "WITH DISTINCT x.indicator AS indicator, x.unit AS unit RETURN collect([indicator, unit])",
        holding=[[f" {phrase} " for phrase in some] for some in criteria.holding],
    )
    every = sorted((Measured(*row) for row in rows), key=lambda one: one.sign)
    rest = [one for one in every if after is None or one.sign > after]
    return rest[: max(limit, 0)], len(every)


def _among(asked: _Asked, documents: Sequence[str] | None) -> None:
    if documents is not None:
        asked.conditions.append("x.document IN $documents")
        asked.values["documents"] = list(documents)


def _total(database: Database, asked: _Asked, label: str, *, whole: bool) -> int:
    """Return how many fit; without a filter it is a count that the server keeps."""
    if whole:
        return int(database.ask(f"RETURN COUNT {{ (:{label}) }}"))
    return asked.count(database)


def _duty(row: Row) -> Duty:
    agency, full, role, partners, section, recurrence, deadline, reports_to, said = row[3:]
    at = FactPlace(*row[:3])
    return Duty(
        at, agency, full, Role(role), tuple(partners or ()), section, recurrence, deadline,
        reports_to, _in_order(at, said),
    )  # fmt: skip


def _targets(row: Row) -> Targets:
    at = FactPlace(*row[:3])
    indicator, unit, section, said = row[3:]
    kinds: dict[str, dict[int, list[Row]]] = {"SETS": {}, "REPORTS": {}}
    for kind, nth, *value in said:
        kinds[kind].setdefault(nth, []).append(value)
    sets, reports = (
        tuple(_value(at, rows) for _, rows in sorted(kinds[kind].items())) for kind in kinds
    )
    return Targets(at, indicator, unit, section, sets, reports)


def _value(at: FactPlace, rows: Sequence[Row]) -> TargetValue:
    year, op, number, upto = rows[0][:4]
    return TargetValue(year, op, number, upto, _in_order(at, [row[4:] for row in rows]))


def _in_order(at: FactPlace, said: Iterable[Row]) -> tuple[Evidence, ...]:
    """Return the evidence of the fact itself first, then that of equal ones by file and span."""
    own = [at.file, at.place]
    ordered = sorted(said, key=lambda row: (row[:2] != own, row[0], row[2:4]))
    found = [
        Evidence(at.document, file, None, Span(start, end), quote, rule, confidence)
        for file, _, start, end, quote, rule, confidence in ordered
    ]
    return tuple(dict.fromkeys(found))

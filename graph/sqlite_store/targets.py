"""Finding targets in SQLite: one page in the order of their places, and what they are called."""

from __future__ import annotations

import json
from collections.abc import Sequence

from graph.found_by import is_folded_word
from graph.model import Evidence
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import all_of, as_list
from graph.sqlite_store.stated import (
    SAID,
    Row,
    Statement,
    by_document,
    evidence_of,
    in_order,
    of_state,
)
from graph.stated import FactPlace, Measured, Targets, TargetValue
from graph.store import MeasuredCriteria, TargetCriteria
from loaders.folding import fold

TARGETS = f"""
select k.key, x.file = o.file and x.place = o.place, x.indicator, x.unit, x.section,
    v.nth, v.baseline, v.year, v.op, v.value, v.value_to, {SAID.format(table="target", start="v")}
cross join target_value v on v.file = x.file and v.place = x.place
cross join sentence s on s.file = x.file and s.start = v.start and s."end" = v."end"
cross join method m on m.id = v.method
"""


def find_targets(
    db: Connection, criteria: TargetCriteria, *, limit: int, after: FactPlace | None
) -> tuple[list[Targets], int]:
    """Return one page of the targets that fit, and how many fit in all."""
    asked = _targets_asked(db, criteria)
    if asked is None:
        return [], 0
    whole = criteria == TargetCriteria()
    total = of_state(db, "targets") if whole else asked.count(db)
    places = asked.page(db, limit=limit, after=after)
    return _targets(db, places), total


def _targets_asked(db: Connection, criteria: TargetCriteria) -> Statement | None:
    """Return the rows to look through; None where no row can fit."""
    words = [word for word in criteria.words if word]
    folded = all(map(is_folded_word, words))  # what is not, no indicator holds
    if not (folded or criteria.measured):
        return None
    asked = by_document("target", criteria.documents)
    asked.add("x.shown")
    if not (criteria.words or criteria.measured):
        return asked
    holding = _names_holding(db, [(word,) for word in words]) if folded and words else []
    if criteria.words and not words and not criteria.measured:
        return asked
    named = _names_of(db, criteria.measured)
    numbers = sorted({*holding, *named})
    if not numbers:
        return None
    if criteria.documents is None:
        asked.source = "target x"
    asked.add("x.name in (select value from json_each(?))", as_list(numbers))
    if named:
        asked.add(
            "(x.name in (select value from json_each(?)) or x.indicator || char(31) "
            "|| coalesce(x.unit, '') in (select value from json_each(?)))",
            as_list(holding),
            as_list([one.sign for one in criteria.measured]),
        )
    return asked


def _names_holding(db: Connection, phrases: Sequence[Sequence[str]]) -> list[int]:
    """Return the names that hold, of each of `phrases`, one as whole words."""
    one = "instr(' ' || folded || ' ', ' ' || ? || ' ') > 0"
    holding = all_of([f"({' or '.join([one] * len(some))})" for some in phrases])
    values = [phrase for some in phrases for phrase in some]
    return [
        row[0] for row in db.rows(f"select id from indicator_name where {holding or '1'}", values)
    ]


def _names_of(db: Connection, measured: Sequence[Measured]) -> list[int]:
    folded = sorted({fold(one.indicator) for one in measured})
    sql = "select g.id from json_each(?) k cross join indicator_name g on g.folded = k.value"
    return [row[0] for row in db.rows(sql, (as_list(folded),))] if folded else []


def find_measured(
    db: Connection, criteria: MeasuredCriteria, *, limit: int, after: str | None
) -> tuple[list[Measured], int]:
    """Return one page of names with their units, and how many fit in all."""
    numbers = _names_holding(db, criteria.holding)
    sql = """
        select distinct x.indicator, x.unit from json_each(?) k
        cross join target x on x.name = k.value where x.shown
    """
    found = {Measured(*row) for row in db.rows(sql, (as_list(numbers),))} if numbers else set()
    every = sorted(found, key=lambda one: one.sign)
    rest = [one for one in every if after is None or one.sign > after]
    return rest[: max(limit, 0)], len(every)


def _targets(db: Connection, places: Sequence[tuple[int, int]]) -> list[Targets]:
    found: dict[int, dict[int, Row]] = {}
    said: dict[tuple[int, int], list[tuple[bool, Evidence]]] = {}
    for nth, own, *facts in db.rows(TARGETS, (json.dumps(places),)):
        value = facts[3]
        if own:
            found.setdefault(nth, {})[value] = tuple(facts)
        said.setdefault((nth, value), []).append((not own, evidence_of(facts[9:])))
    return [_one_target(nth, found[nth], said) for nth in sorted(found)]


def _one_target(
    nth: int, rows: dict[int, Row], said: dict[tuple[int, int], list[tuple[bool, Evidence]]]
) -> Targets:
    kinds: tuple[list[TargetValue], list[TargetValue]] = ([], [])
    for value in sorted(rows):
        baseline, year, op, number, upto = rows[value][4:9]
        evidence = in_order(said[nth, value])
        kinds[baseline].append(TargetValue(year, op, number, upto, evidence))
    indicator, unit, section = rows[min(rows)][:3]
    document, name, place = rows[min(rows)][9:12]
    at = FactPlace(document, name, place)
    return Targets(at, indicator, unit, section, tuple(kinds[0]), tuple(kinds[1]))

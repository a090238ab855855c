"""Indicators in sentences: what is measured, and the values that the text sets for it.

"Tỷ lệ A đạt trên 90%", "trên 90% B được C", "14 bác sĩ trên 10.000 dân": a name before the number,
behind it, or a counted thing with what it is counted per. LABELS: every number that the text sets
as a goal, with the year it is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from loaders.context import Place
from loaders.indicator_names import Clause, Measure, counted_unit, name_before, name_of
from loaders.patterns import load_patterns, pattern
from loaders.quantities import (
    Quantity,
    canonical_unit,
    counted_words,
    find_quantities,
    unit_words,
)
from loaders.text import SourceText

_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class FoundValue:
    """One value at low[start:end] (its clause) for the indicator `name`."""

    name: str
    unit: str | None
    year: int | None
    op: str
    value: float
    value_to: float | None
    baseline: bool
    start: int
    end: int
    section: str
    rule: str
    confidence: float


@cache
def _row(name: str) -> re.Pattern[str]:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> re.Pattern[str]:
    return load_patterns("quantities", group)[0].regex


def find_values(
    text: SourceText,
    sentences: Iterable[tuple[int, int, Place]],
    taken: list[tuple[int, int]],
    issued: int | None,
) -> list[FoundValue]:
    """Return the values that sentences set, in order.

    `taken` are the spans of citations, whose numbers are none; `issued` is the paper's year: what
    an earlier year had is a baseline.
    """
    found: list[FoundValue] = []
    for start, end, place in sentences:
        words = text.low[start:end]
        if not place.goal and not _words("goal_verb").search(words):
            continue
        if _words("not_goal").search(words):
            continue
        clause = Clause(start, start, place)
        for a, b in _clauses(text.low, start, end):
            clause = Clause(a, b, place, clause.name, clause.unit)
            found += _in_clause(text, clause, (start, end), taken, issued)
    return found


def _clauses(low: str, start: int, end: int) -> list[tuple[int, int]]:
    points = [start, *(start + m.end() for m in re.finditer(r";\s*", low[start:end])), end]
    return [(a, b) for a, b in pairwise(points) if b > a]


def _in_clause(
    text: SourceText,
    clause: Clause,
    sentence: tuple[int, int],
    taken: list[tuple[int, int]],
    issued: int | None,
) -> list[FoundValue]:
    low = text.low
    denominators = [
        m
        for p in load_patterns("quantities", "denominator")
        for m in p.regex.finditer(low, clause.start, clause.end)
    ]
    closed = [*taken, *(m.span() for m in denominators)]
    quantities = [
        q
        for q in find_quantities(low, clause.start, clause.end)
        if not any(a <= q.start < b for a, b in closed) and not _is_year_or_article(low, q)
    ]
    found: list[FoundValue] = []
    at = clause.start
    for i, quantity in enumerate(quantities):
        limit = quantities[i + 1].start if i + 1 < len(quantities) else clause.end
        value = _value(text, clause, quantity, at, limit, denominators)
        if value is None:
            continue
        year, year_end = _year(low, clause, sentence, quantity, at, limit)
        baseline = year is not None and issued is not None and year < issued
        found.append(replace(value, year=year, baseline=baseline))
        at = max(value.end, year_end)
    return [replace(v, start=clause.start, end=clause.end) for v in found]


def _is_year_or_article(low: str, quantity: Quantity) -> bool:
    if quantity.unit is not None:
        return False
    digits = quantity.end - quantity.start <= 5 and quantity.value.is_integer()
    if digits and 1900 <= quantity.value <= 2100:
        return counted_words().match(low, len(low[: quantity.end].rstrip())) is None
    return _row("no_value").search(low, max(0, quantity.start - 14), quantity.start) is not None


def _value(
    text: SourceText,
    clause: Clause,
    quantity: Quantity,
    at: int,
    limit: int,
    denominators: list[re.Match[str]],
) -> FoundValue | None:
    """Settle what a number is said of; None where it is no target."""
    low = text.low
    measured = _unit(low, quantity, at)
    if measured is None:
        return None
    unit, counted, end = measured
    name = name_before(text, clause, at, quantity.start)
    measure = Measure(quantity, name, unit, counted, end, limit, denominators)
    naming = name_of(text, clause, measure)
    if naming is None:
        return None
    op, value = _change(low, clause, quantity, at, naming.end) or (quantity.op, quantity.value)
    clause.name, clause.unit = naming.name, naming.unit
    return FoundValue(
        name=naming.name, unit=naming.unit, year=None, op=op, value=value,
        value_to=quantity.value_to, baseline=False, start=quantity.start, end=naming.end,
        section=clause.place.label, rule=naming.rule, confidence=_CONFIDENCE,
    )  # fmt: skip


def _unit(low: str, quantity: Quantity, at: int) -> tuple[str | None, str | None, int] | None:
    """Return a number's unit or the thing it counts, and where these words end; None for none."""
    if quantity.unit is not None:
        return quantity.unit, None, quantity.end
    behind = len(low[: quantity.end].rstrip())
    if word := unit_words().match(low, behind):
        return canonical_unit(word["unit"]), None, word.end()
    if word := counted_words().match(low, behind):
        return None, word["counted"], word.end()
    if per := _row("per_in_name").search(low, at, quantity.start):
        base = re.sub(r"\s+", " ", per["base"])
        return f"{counted_unit(per['counted'])}/{base}", None, quantity.end
    return None


def _change(
    low: str, clause: Clause, quantity: Quantity, at: int, end: int
) -> tuple[str, float] | None:
    """Read "giảm bình quân 1% mỗi năm", "giảm 5% so với năm 2019": a change, signed."""
    change = _row("change").search(low, max(clause.start, quantity.start - 40), quantity.start)
    if change is None and _row("against").match(low, end):
        change = _row("change_of").match(low, at, quantity.start)
    if change is None or not _row("change_measure").match(low, end):
        return None
    return "change", -quantity.value if change["way"] == "giảm" else quantity.value


def _year(
    low: str, clause: Clause, sentence: tuple[int, int], quantity: Quantity, at: int, limit: int
) -> tuple[int | None, int]:
    """The year a value is due, and where its words end if they stand behind the value.

    It is named before the value since the last one, behind it, at the sentence's opening ("Đến năm
    2025: A đạt 90%; B đạt 80%"), or in a heading above.
    """
    after = _row("year").search(low, quantity.end, min(limit, quantity.end + 120))
    if after and after.start() - quantity.end <= 2:
        return int(after["year"]), after.end()
    before = [int(m["year"]) for m in _row("year").finditer(low, at, quantity.start)]
    if before:
        return before[-1], 0
    if after and not re.search(r"[;.]", low[quantity.end : after.start()]):
        return int(after["year"]), after.end()
    opening = _row("opening_year").match(low, sentence[0], sentence[1])
    return (int(opening["year"]) if opening else clause.place.year), 0

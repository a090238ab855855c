"""Indicators in sentences: what is measured, and the values that the text sets for it.

"Tỷ lệ A đạt trên 90%", "trên 90% B được C", "14 bác sĩ trên 10.000 dân": a name before the number,
behind it, or a counted thing with what it is counted per. LABELS: every number that the text sets
as a goal, with the year it is due.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from loaders.all_or_none import without_number
from loaders.context import Place
from loaders.due_years import due_year, in_turn
from loaders.found_values import FoundValue, shared_predicate
from loaders.indicator_names import Clause, Measure, name_before
from loaders.naming import counted_unit, name_of
from loaders.patterns import confidence_of, load_patterns, pattern
from loaders.quantities import (
    Quantity,
    canonical_unit,
    counted_words,
    find_quantities,
    unit_words,
)
from loaders.text import SourceText

_DIGIT = re.compile(r"\d")
_CLAUSE_END = re.compile(r";\s*")
_FARTHEST = 300
"""How many characters before a number may say something of it."""


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
    *,
    state: bool = False,
) -> list[FoundValue]:
    """Return the values that sentences set, in order.

    `taken` are the spans of citations, whose numbers are none; `issued` is the paper's year: what
    an earlier year had is a baseline. `state` takes sentences that say how things are.
    """
    found: list[FoundValue] = []
    for start, end, place in sentences:
        if not _may_set(text.low, start, end, place, state=state):
            continue
        words = text.low[start:end]
        if not state and not _sets_goals(words, place):
            continue
        clause = Clause(start, start, place)
        for a, b in _clauses(text.low, start, end):
            if not _may_set(text.low, a, b, place, state=state):
                continue
            clause = Clause(a, b, place, clause.name, clause.unit, clause.lead)
            values = _in_clause(text, clause, (start, end), taken, issued)
            if not values and place.goal and not state:
                values = without_number(text.low, text.value, a, b, place)
            found += values
    return found


def _may_set(low: str, start: int, end: int, place: Place, *, state: bool) -> bool:
    """Whether words may set a value: with a figure, or among targets "tất cả" and "không còn"."""
    return (place.goal and not state) or _DIGIT.search(low, start, end) is not None


def _sets_goals(words: str, place: Place) -> bool:
    """Whether the words of a sentence may set a target, where it stands."""
    if _words("not_goal").search(words):
        return False
    if place.goal:
        return True
    return bool(_words("goal_verb").search(words)) and not _words("not_task").search(words)


def _clauses(low: str, start: int, end: int) -> list[tuple[int, int]]:
    points = [start, *(m.end() for m in _CLAUSE_END.finditer(low, start, end)), end]
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
    closed = sorted([*_within(taken, clause), *(m.span() for m in denominators)])
    quantities = [
        q
        for q in find_quantities(low, clause.start, clause.end)
        if not _is_closed(closed, q.start) and not _is_year_or_article(low, q)
    ]
    found: list[FoundValue] = []
    at = clause.start
    for i, quantity in enumerate(quantities):
        if quantity.start < at or _qualifies(low, quantities[i : i + 2]):
            continue
        limit = quantities[i + 1].start if i + 1 < len(quantities) else clause.end
        value = _value(text, clause, quantity, at, limit, denominators)
        if value is None:
            continue
        year, year_end = due_year(low, clause, sentence, quantity, at, limit)
        past = year is not None and issued is not None and year < issued
        if year == issued and _row("in_bracket").search(low, at, quantity.start):
            past = year is not None
        if _is_left_behind(low, quantity, value, limit) and i + 1 < len(quantities):
            past, value = True, replace(value, op=quantity.op, value=quantity.value)
        found.append(replace(value, year=year, baseline=past and value.op != "change"))
        at = max(value.end, year_end)
    found = in_turn(low, clause, shared_predicate(found))
    return [replace(value, start=clause.start, end=clause.end) for value in found]


def _is_left_behind(low: str, quantity: Quantity, value: FoundValue, limit: int) -> bool:
    """Whether another number takes the place of this one: "từ 45% năm 2020 xuống còn 15%"."""
    if _row("left_behind").match(low, value.end, limit) is None:
        return False
    near = max(0, quantity.start - 20)
    return _row("from_value").search(low, near, quantity.start) is not None


def _qualifies(low: str, pair: list[Quantity]) -> bool:
    """Whether a number belongs to the name of the share behind it: "khám 1 lần/năm đạt 65%"."""
    if _row("per_one").search(low, max(0, pair[0].start - 10), pair[0].end):
        return True
    if len(pair) < 2 or pair[0].unit is not None or pair[1].unit is None:
        return False
    between = low[pair[0].end : pair[1].start]
    return len(between) < 120 and _row("qualified").fullmatch(between) is not None


def _within(spans: list[tuple[int, int]], clause: Clause) -> list[tuple[int, int]]:
    """The spans, in order and apart, that begin before the clause's end and reach into it."""
    first = max(bisect_right(spans, (clause.start, 0)) - 1, 0)
    return spans[first : bisect_right(spans, (clause.end, 0))]


def _is_closed(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether one of the spans, in order, holds the place; they may touch, but hardly overlap."""
    before = bisect_right(spans, (at, len(spans) and spans[-1][1]))
    return any(a <= at < b for a, b in spans[max(before - 3, 0) : before])


def _is_year_or_article(low: str, quantity: Quantity) -> bool:
    if quantity.unit is not None:
        return False
    printed = low[quantity.start : quantity.end].rstrip()
    if printed.isdigit() and 1900 <= quantity.value <= 2100:
        behind = quantity.start + len(printed)
        return not (counted_words().match(low, behind) or unit_words().match(low, behind))
    if _row("rank_before").search(low, max(0, quantity.start - 24), quantity.start):
        return False
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
    near = max(clause.start, quantity.start - _FARTHEST)
    at = max(at, near)
    measured = _unit(low, quantity, at, goal=clause.place.goal)
    if measured is None:
        return None
    unit, counted, end = measured
    name = name_before(text, clause, at, quantity.start)
    linked = _row("linked").search(low, at, quantity.start) is not None
    measure = Measure(quantity, name, linked, unit, counted, end, limit, denominators, near)
    naming = name_of(text, clause, measure)
    if naming is None:
        return None
    change = _change(low, clause, measure, at, naming.end)
    op, value = change or (quantity.op, quantity.value)
    if naming.rule == "ranked" and op in ("=", ">="):
        op = "<="
    clause.name, clause.unit, clause.named_in = naming.name, naming.unit, clause.start
    to = quantity.value_to
    return FoundValue(
        name=naming.name, unit=naming.unit, year=None, op=op, value=value,
        value_to=-to if to is not None and value < 0 else to, baseline=False,
        start=quantity.start, end=naming.end, section=clause.place.label,
        rule=naming.rule, confidence=confidence_of("indicators", naming.rule),
    )  # fmt: skip


def _unit(
    low: str, quantity: Quantity, at: int, *, goal: bool
) -> tuple[str | None, str | None, int] | None:
    """Return a number's unit or the thing it counts, and where these words end; None for none."""
    if quantity.unit is not None:
        yearly = _row("yearly").match(low, quantity.end)
        if yearly and quantity.unit == "%":
            return "%/năm", None, yearly.end()
        return quantity.unit, None, quantity.end
    behind = quantity.start + len(low[quantity.start : quantity.end].rstrip())
    counted, word = counted_words().match(low, behind), unit_words().match(low, behind)
    if word and not (counted and counted.end() > word.end()):
        return canonical_unit(word["unit"]), None, word.end()
    if counted:
        return None, counted["counted"], counted.end()
    if rate := _row("rate_behind").match(low, behind):
        return f"/{' '.join(rate['base'].split())}", None, rate.end()
    if _row("rank_before").search(low, max(0, quantity.start - 24), quantity.start):
        return "hạng", None, behind
    counts = goal and _row("counts").search(low, max(at, quantity.start - 30), quantity.start)
    if counts and (thing := _row("some_thing").match(low, behind)):
        return None, thing["thing"], thing.end("thing")
    if per := _row("per_in_name").search(low, at, quantity.start):
        base = re.sub(r"\s+", " ", per["base"])
        return f"{counted_unit(per['counted'])}/{base}", None, quantity.end
    return None


def _change(
    low: str, clause: Clause, measure: Measure, at: int, end: int
) -> tuple[str, float] | None:
    """Read "giảm bình quân 1% mỗi năm", "giảm 5% so với năm 2019": a change, signed.

    "Giảm tỷ lệ hộ nghèo 1,2%" is one too, "giảm tỷ lệ hộ nghèo xuống 3%" none.
    """
    quantity = measure.quantity
    level = quantity.op not in ("=", "range")
    change = _row("change").search(low, max(clause.start, quantity.start - 40), quantity.start)
    against = _row("against").match(low, end) is not None
    if change is None and (against or not (measure.linked or level)):
        change = _row("change_of").match(low, at, quantity.start)
    if change is None:
        return None
    measures = (_row("change_measure").match(low, place) for place in (end, quantity.end))
    directly = change["way"] == "giảm" and (not level or change.end() == quantity.start)
    if not any(measures) and not directly:
        return None
    return "change", -quantity.value if change["way"] == "giảm" else quantity.value

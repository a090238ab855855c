"""Values of a clause: its numbers in order, each with what it is said of, its year and its way.

"Giảm từ 29% năm 2015 xuống 21% năm 2025" is a baseline and a target; a number that only qualifies
what another one gives is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.grammar.patterns import confidence_of, load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.bare_numbers import implied_unit
from loaders.indicators.changes import change, growth_of, is_left_behind
from loaders.indicators.clauses import Clause, Measure
from loaders.indicators.coordination import in_turn, shared
from loaders.indicators.due_years import Due, due_year, in_spans, of_each_year
from loaders.indicators.found_values import FoundValue
from loaders.indicators.measuring import (
    is_year_or_article,
    moves_in_bracket,
    qualifies,
    tells_which,
    unit_of,
)
from loaders.indicators.names import cleaned, name_before
from loaders.indicators.naming import name_of
from loaders.indicators.quantities import FARTHEST, Quantity, find_quantities
from loaders.indicators.ranges import to_next
from loaders.text.source_text import SourceText

_SHARES = ("%", "‰")


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


def values_in_clause(
    text: SourceText,
    clause: Clause,
    sentence: tuple[int, int],
    taken: list[tuple[int, int]],
    issued: int | None,
    above: list[FoundValue],
) -> list[FoundValue]:
    """Return the values of a clause of `sentence`, in order.

    `taken` are the spans of citations, whose numbers are none; `above` are the values of the clause
    before it, which this one may name in turn; `issued` is the paper's year.
    """
    low, told = text.low, (clause.start, clause.end)
    clause = _named_behind(text, clause)
    cited = _within(taken, clause)
    denominators = _denominators(low, clause)
    quantities = _quantities(low, clause, [*cited, *(m.span() for m in denominators)])
    found: list[FoundValue] = []
    told_years: list[bool] = []
    at = clause.start
    for i, quantity in enumerate(quantities):
        if quantity.start < at:
            continue
        if qualifies(low, quantities[i : i + 2], goal=clause.place.goal):
            continue
        if tells_which(low, clause.place, max(at, quantity.start - FARTHEST), quantity.start):
            continue
        if clause.place.state and _row("of_plan").match(low, quantity.end):
            continue
        limit = quantities[i + 1].start if i + 1 < len(quantities) else clause.end
        value = _value(text, clause, quantity, at, limit, denominators)
        if value is None:
            at = max(at, quantity.end) if quantity.unit in _SHARES else at
            continue
        if i + 1 < len(quantities):
            value = to_next(low, value, quantities[i : i + 2], at)
        beyond = _next_start(quantities[i + 1 :], value.end, clause.end)
        due = due_year(low, clause, sentence, quantity, (at, value.end, beyond), cited, issued)
        year, past = _year_of(low, (at, quantity.start), due, issued)
        if found and not due.said and moves_in_bracket(low, quantity):
            year = found[-1].year
        if i + 1 < len(quantities) and is_left_behind(low, quantity, value.end, limit):
            if clause.place.state:
                at = value.end
                continue
            op = "=" if quantity.op == ">=" else quantity.op  # "từ 45% lên" says where it was
            past, value = True, value._replace(op=op, value=quantity.value)
            year = (
                year
                if due.said
                else _base_year(low, max(sentence[0], at - FARTHEST), quantity.start)
            )
        yearly = of_each_year(low, clause, quantity.start, value.end)
        yearly = yearly or (value.unit or "").endswith("%/năm")
        told_years.append(due.said)
        found.append(
            value._replace(year=year, baseline=past and value.op != "change", yearly=yearly)
        )
        at = max(value.end, due.end)
    found = list(_changes_at_once(found, told_years))[::-1]
    found = in_turn(low, clause.start, shared(low, found), above)
    return [value._replace(start=told[0], end=told[1]) for value in found]


def _named_behind(text: SourceText, clause: Clause) -> Clause:
    """The clause up to its name, where that stands last: "Đạt 95% vào năm 2025 tỷ lệ …"."""
    named = _row("named_last").match(text.low, clause.start, clause.end)
    if named is None:
        return clause
    name, end = cleaned(text.value[slice(*named.span("name"))]), named.start("name")
    return replace(clause, name=name, unit="%", named_in=clause.start, end=end)


def _denominators(low: str, clause: Clause) -> list[re.Match[str]]:
    """What values of the clause are per: "trên 10.000 dân", in order."""
    rows = load_patterns("quantities", "denominator")
    found = (match for row in rows for match in row.regex.finditer(low, clause.start, clause.end))
    return sorted(found, key=re.Match.start)


def _changes_at_once(found: list[FoundValue], told: list[bool]) -> Iterator[FoundValue]:
    """Yield values, the last one first, with changes due when the next one is, where only that says
    so: "giảm 25% A, giảm 20% B vào năm 2025 so với năm 2020".
    """
    year = None
    for value, says in zip(reversed(found), reversed(told), strict=True):
        if value.op != "change":
            year = None
        elif says:
            year = value.year
        yield value if says or year is None else value._replace(year=year)


def _year_of(
    low: str, before: tuple[int, int], due: Due, issued: int | None
) -> tuple[int | None, bool]:
    """The year of a value, and whether it tells what was, as the words before it say."""
    near = max(before[0], before[1] - FARTHEST), before[1]
    if base := _row("base_in_bracket").search(low, *near):
        return int(base["year"]), True
    if _row("now_in_bracket").search(low, *before):
        return None, True
    if _row("reached").search(low, *before):
        return due.year if due.said else None, True
    if due.year is None or issued is None:
        return due.year, False
    as_issued = due.year == issued and _row("in_bracket").search(low, *before) is not None
    return due.year, due.year < issued or as_issued


def _next_start(following: list[Quantity], end: int, limit: int) -> int:
    """Where the next number begins behind the words of a value, which end at `end`."""
    return next((other.start for other in following if other.start >= end), limit)


def _base_year(low: str, start: int, end: int) -> int | None:
    """The year that a change named before, if any, is measured against."""
    years = [int(match["year"]) for match in _row("base_year").finditer(low, start, end)]
    return years[-1] if years else None


def _quantities(low: str, clause: Clause, closed: list[tuple[int, int]]) -> list[Quantity]:
    """The numbers of a clause outside the closed spans that are no year and no article."""
    spans = sorted(closed)
    return [
        q
        for q in find_quantities(low, clause.start, clause.end)
        if (q.often or not in_spans(spans, q.start)) and not is_year_or_article(low, q)
    ]


def _within(spans: list[tuple[int, int]], clause: Clause) -> list[tuple[int, int]]:
    """The spans, in order and apart, that begin before the clause's end and reach into it."""
    first = max(bisect_right(spans, (clause.start, 0)) - 1, 0)
    return spans[first : bisect_right(spans, (clause.end, 0))]


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
    near = max(clause.start, quantity.start - FARTHEST)
    at = max(at, near)
    measured = unit_of(low, quantity, at, goal=clause.place.goal)
    if measured is None:
        implied = implied_unit(low, clause, quantity, at)
        if implied is None:
            return None
        measured = implied, None, quantity.end
    unit, counted, end = measured
    name = name_before(text, clause, at, quantity.start)
    linked = _row("linked").search(low, at, quantity.start) is not None
    measure = Measure(quantity, name, linked, unit, counted, end, limit, denominators, near)
    naming = name_of(text, clause, measure)
    if naming is None:
        return None
    if "|" in naming.name:  # words of a cell, and of those around it
        naming = naming._replace(name=naming.name.partition("|")[0].strip())
    moved = change(low, clause, measure, at, naming.end)
    op, value = moved or (quantity.op, quantity.value)
    if moved and not measure.name.lower().startswith("tốc độ"):
        naming = naming._replace(name=cleaned(naming.name.removeprefix("Tốc độ tăng ")))
    if moved and value > 0 and quantity.value_to is not None:  # "tăng 8 - 10%": how fast it grows
        op = "range"
        naming = naming._replace(name=growth_of(naming.name))
    if naming.rule == "ranked" and op in ("=", ">="):
        op = "<="
    # "đạt 1% tổng chi ngân sách trở lên": what it is a share of stands between.
    if _row("bound_within").search(naming.name.lower()):
        pass
    elif op == "=" and (more := _row("or_more_behind").search(naming.name.lower())):
        op = ">=" if more["way"] == "lên" else "<="
        naming = naming._replace(name=naming.name[: more.start()])
    elif op == "=" and (more := _row("or_more_of").match(low, quantity.end, clause.end)):
        op = ">=" if more["way"] == "lên" else "<="
    clause.name, clause.unit, clause.named_in = naming.name, naming.unit, clause.start
    to = quantity.value_to
    return FoundValue(
        name=naming.name, unit=naming.unit, year=None, op=op, value=value,
        value_to=-to if to is not None and value < 0 else to, baseline=False,
        start=quantity.start, end=naming.end, section=clause.place.label,
        rule=naming.rule, confidence=confidence_of("indicators", naming.rule),
    )  # fmt: skip

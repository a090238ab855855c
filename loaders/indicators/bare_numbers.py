"""Bare numbers: what a number without a unit is measured in, among targets.

"Điểm trung bình tăng từ 3,4 lên 4,2", "nâng tổng số mô hình từ 30 lên 42": a score, or what the
name counts; "đạt 50 trạm vào năm 2025 và 60 vào năm 2030", "(năm 2022: 41)": as the value before.
"""

from __future__ import annotations

from functools import cache

from loaders.grammar.patterns import pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.changes import is_left_behind
from loaders.indicators.clauses import Clause
from loaders.indicators.measuring import unit_of
from loaders.indicators.quantities import Quantity, counted_words, find_quantities

_SHARES = ("%", "‰")
_NEAR = 60
"""So far behind a number the one stands that takes its place."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


def implied_unit(low: str, clause: Clause, quantity: Quantity, at: int) -> str | None:
    """Return the unit of a number that prints none; None where it is no value.

    Only a number that a word such as "đạt", "từ", "lên" links to what stands before it is one, and
    behind which no noun follows. `at` is where the words of the last value end: what follows a
    value of the same clause with nothing but such a word between is in its unit.
    """
    start, end = quantity.start, quantity.end
    replaced = is_left_behind(low, quantity, end, clause.end)
    alone = replaced or _row("no_noun").match(low, end, clause.end)
    if not clause.place.goal or not alone:
        return None
    if replaced and (unit := _unit_of_next(low, end, clause.end)):
        return unit
    goes_on = _row("and_then").fullmatch(low, at, start) and _row("due_behind").match(low, end)
    if goes_on or _row("told_in_bracket").fullmatch(low, at, start):
        return _unit_before(clause)
    if not (_row("linked").search(low, at, start) or _row("from_value").search(low, at, start)):
        return None
    said = clause.unit is not None and clause.named_in == clause.start
    if said and _row("only_link").fullmatch(low, at, start):
        return _unit_before(clause)
    near = max(at, start - 160)
    if _row("gauge").search(low, near, start):
        return "điểm"
    totals = [match.end() for match in _row("total").finditer(low, near, start)]
    counted = counted_words().match(low, totals[-1], start) if totals else None
    return " ".join(counted["counted"].split()) if counted else None


def _unit_of_next(low: str, at: int, end: int) -> str | None:
    """The unit of the number that takes this one's place: "từ 73,5 lên 75 tuổi"."""
    following = find_quantities(low, at, min(end, at + _NEAR))[:1]
    measured = unit_of(low, following[0], at, goal=True) if following else None
    return (measured[0] or measured[1]) if measured else None


def _unit_before(clause: Clause) -> str | None:
    """The unit of the last value of a clause, unless it is a share, which prints its sign."""
    share = (clause.unit or "").startswith(_SHARES)
    return None if share or clause.named_in != clause.start else clause.unit

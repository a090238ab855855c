"""Years of values: when a target is due, or of what year a baseline is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.found_values import FoundValue
from loaders.indicator_names import Clause
from loaders.patterns import pattern
from loaders.quantities import Quantity


@cache
def _row(name: str) -> re.Pattern[str]:
    return pattern("indicators", name).regex


def due_year(
    low: str, clause: Clause, sentence: tuple[int, int], quantity: Quantity, at: int, limit: int
) -> tuple[int | None, int]:
    """Return the year a value is due, and where its words end if they stand behind the value.

    It is named before the value since the last one, behind it, at the sentence's opening ("Đến năm
    2025: A đạt 90%; B đạt 80%"), or in a heading above. The year that a change is measured against
    is none, and a year behind which the next value stands is that value's: "(năm 2020 là 3,2%)".
    """
    before = [int(m["year"]) for m in _named_years(low, at, quantity.start)]
    after = next(iter(_named_years(low, quantity.end, min(limit, quantity.end + 120))), None)
    if after and limit < clause.end and _row("says_next").fullmatch(low, after.end(), limit):
        apart = re.search(r"[,;(:]|\svà\s", low[quantity.end : after.start()])
        after = after if apart is None else None
    if after and after.start() - quantity.end <= 2:
        return int(after["year"]), after.end()
    if before:
        clause.year = before[-1]
        return before[-1], 0
    if after and not re.search(r"[;.]", low[quantity.end : after.start()]):
        return int(after["year"]), after.end()
    if clause.year is not None:
        return clause.year, 0
    opening = _row("opening_year").match(low, sentence[0], sentence[1])
    return (int(opening["year"]) if opening else clause.place.year), 0


def _named_years(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The years named between `start` and `end`, but for those that something is compared with."""
    for match in _row("year").finditer(low, start, end):
        if not _row("compared_with").search(low, max(start, match.start() - 30), match.start()):
            yield match


def in_turn(low: str, clause: Clause, found: list[FoundValue]) -> list[FoundValue]:
    """Return the values with the years that the clause gives them in turn ("lần lượt"), if any."""
    match = _row("respectively").search(low, clause.start, clause.end)
    if match is None:
        return found
    years = [int(year) for year in re.findall(r"\d{4}", match["years"])]
    behind = [i for i, value in enumerate(found) if value.start >= match.end()]
    if len(behind) < len(years):
        return found
    due = dict(zip(behind, years, strict=False))
    return [replace(value, year=due.get(i, value.year)) for i, value in enumerate(found)]


def years_in(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the years named between `start` and `end`, each with where it stands."""
    return [(int(match["year"]), match.start()) for match in _named_years(low, start, end)]

"""Years of values: when a target is due, or of what year a baseline is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.grammar.patterns import pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.clauses import Clause
from loaders.indicators.quantities import FARTHEST, Quantity


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


class Due(NamedTuple):
    """The year that a value is due, where its words end if behind the value, whether it is said.

    What is not said with the value is said before it for several, or in a heading.
    """

    year: int | None
    end: int
    said: bool


def due_year(
    low: str,
    clause: Clause,
    sentence: tuple[int, int],
    quantity: Quantity,
    words: tuple[int, int, int],
    closed: list[tuple[int, int]],
    issued: int | None,
) -> Due:
    """Return the year a value is due; `words` are where those begin that may say it, where those
    of the value itself end, and where the next number begins.

    It is named before the value since the last one, behind it, at the sentence's opening ("Đến năm
    2025: A đạt 90%; B đạt 80%"), or in a heading above. The year that a change is measured against
    is none, nor is one in the `closed` spans (of citations), and a year behind which the next value
    stands is that value's: "(năm 2020 là 3,2%)".
    """
    at, named, limit = words
    before = [int(m["year"]) for m in _named_years(low, at, quantity.start, closed)]
    near = min(limit, max(quantity.end, named) + 120)
    after = _year_behind(low, quantity.end, near, closed, issued)
    if after and limit < clause.end and _row("says_next").fullmatch(low, after.end(), limit):
        apart = re.search(r"[,;(:]|\svà\s", low[quantity.end : after.start()])
        after = after if apart is None or _has_own(low, after.start(), limit) else None
    if after and not low[quantity.end : after.start()].strip():
        return Due(int(after["year"]), after.end(), said=True)
    if before:
        if not _row("in_bracket").search(low, at, quantity.start):
            clause.year = before[-1]
        return Due(before[-1], 0, said=True)
    far = max(clause.start, quantity.start - FARTHEST)
    if "(" in low[far : quantity.start]:
        bracket = _row("year_of_bracket").search(low, far, quantity.start)
        if bracket is not None:
            return Due(int(bracket["year"]), 0, said=True)
    if after and not re.search(r";|\.(?!\d)", low[quantity.end : after.start()]):  # not "10.000"
        return Due(int(after["year"]), after.end(), said=True)
    if clause.year is not None:
        return Due(clause.year, 0, said=False)
    opening = _row("opening_year").match(low, sentence[0], sentence[1])
    if opening and _turns_to_another(low, opening, clause.start, closed):
        opening = None
    return Due(int(opening["year"]) if opening else clause.place.year, 0, said=False)


def _turns_to_another(
    low: str, opening: re.Match[str], end: int, closed: list[tuple[int, int]]
) -> bool:
    """Whether a sentence names another year before a later clause: "Năm 2026, A đạt 95% và năm 2030
    đạt 99%; B đạt 70%" opens with the year of A alone.
    """
    near = min(end, opening.end() + FARTHEST)
    years = _named_years(low, opening.end(), near, closed)
    return any(int(year["year"]) > int(opening["year"]) for year in years)


def _has_own(low: str, year: int, following: int) -> bool:
    """Whether the next number has a year behind it, and so not the one before: "60% xã, phường có
    A năm 2025, tăng lên 80% năm 2030".
    """
    if low[:year].endswith((", ", ",")):
        return False
    return _row("with_year").match(low, following) is not None


def opening_of(low: str, start: int, end: int) -> int | None:
    """Return the year with which a sentence opens, which those behind it in the paragraph share.

    None where the sentence itself turns to a later year.
    """
    opening = _row("opening_year").match(low, start, end)
    if opening is None or _turns_to_another(low, opening, end, []):
        return None
    return int(opening["year"])


def is_of_each_year(low: str, start: int, end: int) -> bool:
    """Whether a sentence opens by saying that it speaks of each year: "Hằng năm, …"."""
    return _row("each_year_first").match(low, start, end) is not None


def of_each_year(low: str, clause: Clause, start: int, end: int) -> bool:
    """Whether what is counted at low[start:end] is of each year: "mỗi năm 200 đảng viên".

    Such a value takes no year that is said of another one beside it. What stands farther before it
    is said of others: a clause may hold thousands.
    """
    if _row("each_year").search(low, max(clause.start, start - FARTHEST), start):
        return True
    return _row("each_year_behind").match(low, end, clause.end) is not None


def _year_behind(
    low: str, start: int, end: int, closed: list[tuple[int, int]], issued: int | None
) -> re.Match[str] | None:
    """The first year named behind a value that is not over; an earlier one may be of its things.

    "Trồng bù 100% diện tích chuyển đổi giai đoạn 2006 - 2013 trước ngày 31/12/2016", "nâng hạng 5
    sản phẩm đã được công nhận năm 2019".
    """
    years = list(_named_years(low, start, end, closed))
    due = (year for year in years if issued is None or int(year["year"]) >= issued)
    of_things = _row("of_things").search
    past = (year for year in years if not of_things(low, start, year.start()))
    return next(due, None) or next(past, None)


def _named_years(
    low: str, start: int, end: int, closed: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """The years named between `start` and `end`, but for those that something is compared with.

    "So với năm 2020" compares, "so với quy định vào năm 2025" does not.
    """
    for match in _row("year").finditer(low, start, end):
        due = match[0].startswith(("vào", "đến", "tới", "trước"))
        compared = not due and _row("compared_with").search(
            low, max(start, match.start() - 30), match.start()
        )
        if not compared and not in_spans(closed, match.start("year")):
            yield match


def in_spans(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether one of the spans, in order, holds the place; they may touch, but hardly overlap."""
    before = bisect_right(spans, (at, len(spans) and spans[-1][1]))
    return any(a <= at < b for a, b in spans[max(before - 3, 0) : before])


def years_in(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the years named between `start` and `end`, each with where it stands."""
    return [(int(match["year"]), match.start()) for match in _named_years(low, start, end, [])]

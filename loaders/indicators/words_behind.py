"""Words behind a number that name what it is a share or a count of, and where they stop."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.patterns import alternation, load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.clauses import Clause, Measure
from loaders.indicators.names import FARTHEST, LONGEST_LINK, behind_blanks
from loaders.text.source_text import SourceText

_FEW = 4
"""Words of an action before a number."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


_SHARE = re.compile(r"\d[\d.,]*\s*[%‰]")


def words_behind(text: SourceText, clause: Clause, measure: Measure) -> tuple[str, int]:
    """Return the words behind a number up to where they stop naming, and that place.

    A bracket among them is left out, and so is "trở lên" that belongs to the number.
    """
    low, at = text.low, measure.end
    end = _next_begins(low, measure, min(clause.end, at + FARTHEST))
    parts: list[str] = []
    beyond = measure.quantity.beyond
    while True:
        stop = _row("name_stop").search(low, at, end)
        to = stop.start() if stop else end
        if beyond is not None and at <= beyond[0] < to:
            parts.append(" ".join(text.value[at : beyond[0]].split()))
            at, beyond = beyond[1], None
        parts.append(" ".join(text.value[at:to].split()).strip(" ,-"))
        aside = _row("aside").match(low, to, end) if parts[-1] else None
        if aside is None or aside.end() > measure.limit:
            return " ".join(part for part in parts if part), to
        at = aside.end()


def _next_begins(low: str, measure: Measure, end: int) -> int:
    """Where the words of the next number begin, if it measures the same or comes with an action.

    "Trồng mới 1.500 ha rừng, chăm sóc 3.200 ha"; "nâng cấp 65 km đường và xây dựng 12 cầu". A share
    goes on: "100% xã, phường có ít nhất 01 mô hình".
    """
    unit = measure.unit or measure.counted
    if measure.limit >= end or unit is None:
        return end
    cuts = list(_row("apart").finditer(low, measure.end, measure.limit))
    if not cuts:
        return end
    begins = behind_blanks(low, cuts[-1].end(), measure.limit)
    between = low[begins : measure.limit]
    if "(" in between or len(between) > LONGEST_LINK:
        return end
    same = unit not in ("%", "‰") and re.compile(rf"[\d.,]+\s*{alternation([unit])}(?!\w)").match(
        low, measure.limit
    )
    if load_patterns("quantities", "head")[0].regex.match(between):
        return cuts[-1].start()  # ", doanh thu đạt 9 tỷ đồng": another measure
    if _SHARE.match(low, measure.limit) and _row("linked").search(between):
        return cuts[-1].start()  # "50% số bà mẹ, sàng lọc sơ sinh đạt 65%": named before its number
    acts = len(between.split()) <= _FEW and not _row("said_of_things").search(between)
    return cuts[-1].start() if same or acts else end

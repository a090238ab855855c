"""Dates as Vietnamese papers print them: 25/10/2017, 25.10.2017, "ngày 25 tháng 10 năm 2017".

A blank day or month gives a partial date. A date that is none (31/02) gives what of it can be
true, the month and year; a year outside 1930 to 2100 gives nothing.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

_BLANK = r"[\s.…_]{0,20}"
_PARTED = r"(?:19|20) \d{2}(?=\s*(?:(?:của|về|do)(?!\w)|[;,.)]|$))"
"""A year that a page breaks in two, "20 21", before what can stand behind a day."""
_FORMS = (
    rf"(?P<d>\d{{1,2}})\s*(?P<s>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=s)\s*(?P<y>{_PARTED})",
    r"(?P<d>\d{1,2})\s*(?P<s>[/.-])\s*(?P<m>\d{1,2})\s*(?P=s)\s*(?P<y>\d{4})(?!\d)",
    r"(?P<d>\d{1,2})\s*(?P<s>[/.-])\s*(?P<m>\d{1,2})\s*(?P=s)\s*(?P<y>\d{2})(?![\d/])",
    rf"(?P<d>\d{{1,2}})?{_BLANK}tháng{_BLANK}(?P<m>\d{{1,2}})?{_BLANK}năm\s*(?P<y>\d{{4}})",
    rf"(?P<d>[^\s\d]?\S{{0,4}}?){_BLANK}tháng\s*(?P<m>\d{{1,2}}){_BLANK}năm\s*(?P<y>\d{{4}})",
    r"(?P<d>)[\s.…_/-]{1,20}(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})",
    r"(?P<d>)(?P<m>)[\s.…_]{0,12}/[\s.…_]{1,12}/\s*(?P<y>\d{4})(?!\d)",
)
_AFTER_NGAY = tuple(re.compile(rf"(?:ngày|ngay)\s*:?{_BLANK}{form}") for form in _FORMS)
_BARE = re.compile(_FORMS[1])
_BARE_WORDS = re.compile(r"(?P<d>\d{1,2})\s*tháng\s*(?P<m>\d{1,2})\s*năm\s*(?P<y>\d{4})(?!\d)")
_MONTH = re.compile(r"tháng\s*(?P<m>\d{1,2})\s*(?:/|-|năm)\s*(?P<y>\d{4})(?!\d)")
_FIRST, _LAST = 1930, 2100


class FoundDate(NamedTuple):
    """A date in text: `iso` is None where what is printed can be no date."""

    start: int
    end: int
    iso: str | None


def date_at(low: str, start: int, *, bare: bool = False) -> FoundDate | None:
    """Return the date that begins at `start` of lower-case text with "ngày" or "tháng".

    `bare` also takes 25/10/2017 and "25 tháng 10 năm 2017" without the word. Returns None where no
    date stands.
    """
    patterns = (*_AFTER_NGAY, _MONTH, _BARE, _BARE_WORDS) if bare else (*_AFTER_NGAY, _MONTH)
    for pattern in patterns:
        if match := pattern.match(low, start):
            return FoundDate(match.start(), match.end(), _iso(match.groupdict()))
    return None


_ANY = re.compile(r"ngày|tháng\s*\d")


def find_date(low: str, start: int, end: int) -> FoundDate | None:
    """Return the first date between `start` and `end` that begins with "ngày" or "tháng"."""
    for match in _ANY.finditer(low, start, end):
        if found := date_at(low, match.start()):
            return found
    return None


_SAID = re.compile(
    r"ngày\s*(?P<d>\d{1,2})\s*(?:[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*"
    r"|tháng\s*(?P<m2>\d{1,2})\s*năm\s*)(?P<y>\d{4})(?!\d)"
)


def impossible_dates(low: str) -> Iterator[tuple[int, int]]:
    """Yield where lower-case text prints full dates that no calendar has, such as 31/02/2025."""
    for match in _SAID.finditer(low):
        day, month, year = int(match["d"]), int(match["m"] or match["m2"]), int(match["y"])
        possible = _FIRST <= year <= _LAST and 1 <= month <= 12
        if not possible or not 1 <= day <= calendar.monthrange(year, month)[1]:
            yield match.span()


def _iso(parts: dict[str, str | None]) -> str | None:
    year = int((parts["y"] or "0").replace(" ", ""))
    if year < 100:
        year += 2000 if year < 50 else 1900
    if not _FIRST <= year <= _LAST:
        return None
    month = int(parts["m"] or 0)
    if not 1 <= month <= 12:
        return str(year)
    day = parts.get("d") or ""
    if not day.isdigit() or not 1 <= int(day) <= calendar.monthrange(year, month)[1]:
        return f"{year}-{month:02d}"
    return f"{year}-{month:02d}-{int(day):02d}"

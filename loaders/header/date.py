"""The paper's date and place: "Kon Tum, ngày 5 tháng 3 năm 2019", in its header or at its foot."""

from __future__ import annotations

import re

from loaders.folding import LOWER, UPPER
from loaders.grammar.patterns import find_of
from loaders.header.number import OwnNumber
from loaders.header.zone import Printed
from loaders.layout.lines import Line
from loaders.names.dates import date_at, find_date
from loaders.names.places import province_of_place, titled_name
from loaders.names.symbol_codes import known_code
from loaders.text.source_text import SourceText

_DAY_BELOW = 60
"""A date of the header may end so far on the next line."""
_WORD = rf"[{UPPER}][{LOWER}{UPPER}']*"
_NAMED = (
    rf"(?<![-/\w])(?P<place>(?:(?:TP|Tp)\.? ?|[Tt]hành phố |[Tt]hị xã )?{_WORD}"
    rf"(?:(?: (?:- )?|-)(?:{_WORD}|\d{{1,2}}(?=,))){{0,4}})"
)
_PLACE = re.compile(rf"{_NAMED}\s*[,.]?\s*$")
_SMALL = re.compile(rf"(?:^|[|\n])\s*(?P<place>{_WORD}(?: [{LOWER}]+){{1,3}})\s*,\s*$")
_WORDS = re.compile(rf"(?:(?:TP|Tp)\.? ?|[Tt]hành phố )?{_WORD}(?: {_WORD})?")
_PLACE_ABOVE = re.compile(rf"{_NAMED}\s*,\s*$")
"""A place alone on its line, above a date: "Đồng Tháp, / ngày …"."""
_ABBREVIATED_CITY = re.compile(r"^(?:TP|Tp)\.? ?")


def find_date_and_place(
    text: SourceText, top: list[Line], foot: list[Line], number: OwnNumber | None
) -> tuple[Printed | None, Printed | None]:
    """Return the first date of the header or the foot whose line names a place, with that place.

    Without one the header's first date counts, else a portal's, and the place is that of a line
    whose day was left out.
    """
    found = None
    for i, line in enumerate([*top, *foot]):
        in_top = i < len(top)
        day = find_date(text.low, line.start, line.end + _DAY_BELOW if in_top else line.end)
        if day is None or day.start >= line.end or day.iso is None:
            continue
        if find_of("header", "of_another")(text.low, day.end, line.end):
            continue
        begin = min(_behind_motto(text, _behind_number(line, number), day.start), day.start)
        before = text.value[begin : day.start]
        place = _PLACE.search(before) or _small_place(before, day.iso)
        place = None if place is not None and known_code(place["place"]) else place
        if place is None and find_of("header", "cited_date")(before.lower()):
            continue
        date = Printed(day.iso, day.start, day.end)
        above = top[i - 1] if in_top and i else None
        if above is not None and not before.strip() and (place := _PLACE_ABOVE.match(above.text)):
            return date, _place(place, above.start)
        if place is not None and before.rstrip().endswith(","):
            torn = _torn_place(text, above, place, begin, day.iso)
            return date, torn or _place(place, begin)
        if found is None and in_top:
            found = date
    found = found or _portal_date(text, top) or _date_of_passing(text, foot)
    return found, _place_of_blank_day(top)


def _place_of_blank_day(top: list[Line]) -> Printed | None:
    """The place of "Hà Nội, ngày   tháng   năm", of a paper that was not dated."""
    for line in top:
        if find_of("header", "blank_day")(line.low):
            place = _PLACE_ABOVE.match(line.text[: line.text.index(",") + 1])
            return _place(place, line.start) if place else None
    return None


def _behind_motto(text: SourceText, start: int, end: int) -> int:
    """Where the motto ends that a page put on the line of the date, else `start`."""
    at = start
    while motto := find_of("header", "national_motto")(text.low, at, end):
        at = motto.end()
    return at


def _small_place(before: str, day: str) -> re.Match[str] | None:
    """A province's name of which only the first word has its capital: "Tuyên quang, ngày …"."""
    small = _SMALL.search(before)
    return small if small and province_of_place(titled_name(small["place"]), day) else None


def _portal_date(text: SourceText, top: list[Line]) -> Printed | None:
    """The date in the table that a portal puts above a paper: "Ngày ban hành: 05/03/2019"."""
    for line in top:
        said = find_of("header", "portal_date")(text.low, line.start, line.end)
        day = date_at(text.low, said.end(), bare=True) if said else None
        if day is not None and day.iso is not None:
            return Printed(day.iso, day.start, day.end)
    return None


def _date_of_passing(text: SourceText, foot: list[Line]) -> Printed | None:
    """The date that only the closing clause prints: "Nghị quyết này được … thông qua ngày …"."""
    if not foot:
        return None
    said = find_of("header", "passed_on")(text.low, foot[0].start, foot[-1].end)
    day = find_date(text.low, said.end(), foot[-1].end) if said else None
    return Printed(day.iso, day.start, day.end) if day and day.iso else None


def _behind_number(line: Line, number: OwnNumber | None) -> int:
    """Where the right column begins: behind the number that PDF text puts on the same line."""
    if number is not None and line.start <= number.start < line.end:
        return number.end
    return line.start


def _torn_place(
    text: SourceText, above: Line | None, place: re.Match[str], begin: int, day: str
) -> Printed | None:
    """The place whose first word a narrow column left on the line above: "Tiền / Giang, ngày …".

    None unless both lines together name a province or its capital town of that day.
    """
    whole = above is not None and _WORDS.fullmatch(above.text) and not place.start("place")
    if above is None or not whole:
        return None
    end = begin + place.end("place")
    name = titled_name(_ABBREVIATED_CITY.sub("", text.value[above.start : end]))
    return Printed(name, above.start, end) if province_of_place(name, day) else None


def _place(match: re.Match[str], begin: int) -> Printed:
    printed = match["place"]
    start = begin + match.start("place")
    name = titled_name(_ABBREVIATED_CITY.sub("", printed))
    # "Tuyên quang": only a name with a small letter is taken for its province's.
    name = name.title() if _SMALL.search(f"{printed},") else name
    return Printed(name, start, start + len(printed))

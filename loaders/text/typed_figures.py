"""Typed figures: numbers as they are meant, where they were typed otherwise.

Letters stand for the figures drawn like them; or all numbers of a table are written the English
way, with commas between thousands.
"""

from __future__ import annotations

import re

_CAPITALS = "A-ZĐ"
# "1O5/KH-UBND", "2l/QĐ-UBND", "l17/2007/NĐ-CP": a letter typed for the figure drawn like it;
# "З5/QĐ-UBND": the Cyrillic one.
_TYPED_FIGURE = re.compile(r"(?<!\w)(?:[\dlЗ][\dOoIlЗ]{1,4}|O\d{1,4})(?=\s?\Z)")
_SYMBOLS = tuple(re.compile(rf"{sign}(?:(?:19|20)\d\d/)?\s?[{_CAPITALS}]{{2}}") for sign in "/-")
"""What stands behind such a number; a regex that begins with one sign leaps to it."""
_LONGEST_TYPED = 6
_FIGURES = str.maketrans("OoIlЗ", "00113")


_ENGLISH = re.compile(r",\d{3}(?:,\d{3}|\.\d{1,2})(?![.,]?\d)")
"""What ends a number that can only be meant the English way: "1,250.5", "1,250,000"."""
_VIETNAMESE = re.compile(r"\d\.\d{3}(?![\d])|\d,(?:\d{1,2}|\d{4,})(?!\d)")
"""A number that can only be meant the Vietnamese way: "2.000" beside "1,250,000", "85,5"."""
_GROUPED = re.compile(r"(?<![\w.,/-])[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\w,/-]|\.\d)")
_SWAPPED = str.maketrans(",.", ".,")


def with_vietnamese_numbers(value: str) -> str:
    """Return the text with numbers of the English way written the Vietnamese way, of one length.

    "1,250.5" beside "2,000" in the lines of one table or paragraph tells that this is two
    thousand, not two: where one number can only be English and none only Vietnamese.
    """
    pieces: list[str] = []
    done = 0
    for found in _ENGLISH.finditer(value):
        if found.start() < done:
            continue
        start = max(done, value.rfind("\n\n", 0, found.start()))
        end = value.find("\n\n", found.end())
        end = len(value) if end < 0 else end
        lines = value[start:end]
        if not _VIETNAMESE.search(_GROUPED.sub("", lines)):
            lines = _GROUPED.sub(lambda number: number[0].translate(_SWAPPED), lines)
        pieces += (value[done:start], lines)
        done = end
    return "".join([*pieces, value[done:]]) if pieces else value


def with_figures(value: str) -> str:
    """Return the text with figures for the letters that were typed for them in numbers."""
    ends = (match.start() for symbol in _SYMBOLS for match in symbol.finditer(value))
    found = (_TYPED_FIGURE.search(value, max(0, end - _LONGEST_TYPED), end) for end in ends)
    mixed = [
        typed
        for typed in found
        if typed and not typed[0].isdigit() and any(map(str.isdigit, typed[0]))
    ]
    pieces: list[str] = []
    done = 0
    for typed in sorted(mixed, key=lambda match: match.start()):
        pieces += (value[done : typed.start()], typed[0].translate(_FIGURES))
        done = typed.end()
    return "".join([*pieces, value[done:]]) if pieces else value

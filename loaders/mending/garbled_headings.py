"""Numbers of headings that a wrong OCR misread: "Il. PHAN CONG", "I. TO CHUC" behind an "I.".

Roman numerals of headings in capitals count up; a print is read as the next one where its strokes
allow that. Where more than one stroke would be lost ("I." for "III."), the one behind has to agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from loaders.folding import UPPER, fold
from loaders.tables import load_toml

_HEADING = re.compile(
    r"^[ \t]*(?P<number>[IVXLHUilvx1|!]{1,5})(?P<stop>[.,]?[ \t]*[-–]?)[ \t]+"
    r"(?P<words>[^\W\d_][^\n]{3,})$",
    re.MULTILINE,
)
_NUMBERED_LINE = re.compile(
    r"^[ \t]*[IVXLHUilvx1|!]{1,5}[.,]?[ \t]*[-–]?[ \t]+(?P<words>[" + UPPER + r"][^\n]{7,40})$",
    re.M,
)
_ITEM = re.compile(r"^[ \t]*(\d{1,2}(?:\.\d{1,2})*[.,])[ \t]", re.MULTILINE)
_ELEVENTH = re.compile(
    rf"^[ \t]*(?P<number>[IilL1|]{{2}}[.,])[ \t]+[{UPPER}][^\W\d_]", re.MULTILINE
)
"""Strokes that may be the number 11 of an item."""
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_STROKES = str.maketrans(
    {"l": "I", "i": "I", "1": "I", "|": "I", "!": "I", "L": "I", "v": "V", "x": "X"}
)
_WHOLE = str.maketrans({"H": "II", "U": "II"})
_LEAST_CAPITALS = 0.8
"""Such a share of a heading's letters are capitals: an OCR reads some as small ones."""
_FEWEST = 6
"""Letters of a heading."""
_SEAM = ("noi nhan", "phu luc", "phan thu", "chuong ")
"""What stands between two series of headings."""


def heading_changes(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, replacement) for the numbers of headings that are misread, in order."""
    headings = [
        match
        for match in _HEADING.finditer(value)
        if _in_capitals(match["words"]) or _is_numeral(match["number"], match["stop"])
    ]
    changes: list[tuple[int, int, str]] = []
    before, behind = 0, 0
    for i, match in enumerate(headings):
        if before and any(seam in fold(value[behind : match.start()]) for seam in _SEAM):
            before = 0
        behind = match.end()
        below = headings[i + 1] if i + 1 < len(headings) else None
        follows = below["number"] if below else None
        item = _ITEM.search(value, match.end(), below.start() if below else len(value))
        heads_items = item is not None and item[1] in ("1.", "1,")
        number = _number(match["number"], before, follows, heads_items=heads_items)
        if before > 1 and number == 1 and _words_of(match["words"]) in _organising():
            number = before + 1  # who does what is said last: no other series begins with it
        if number is None:
            continue
        before = number
        reads = _ROMAN[number]
        stop = match["stop"] if match["stop"].strip(" \t,") else "."
        if match["number"] + match["stop"] != reads + stop:
            changes.append((match.start("number"), match.end("stop"), reads + stop))
    return changes


def eleventh_items(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, "11.") for items whose number is read as strokes: "10.", "ll.", "12."."""
    strokes = list(_ELEVENTH.finditer(value))
    if not strokes:
        return []
    items = [(match.start(), match[1][:-1]) for match in _ITEM.finditer(value)]
    starts = [start for start, _ in items]
    changes = []
    for match in strokes:
        at = bisect_left(starts, match.start())
        here = at < len(items) and starts[at] == match.start()
        behind = items[at + here][1] if at + here < len(items) else ""
        if at and items[at - 1][1] == "10" and behind == "12":
            changes.append((match.start("number"), match.end("number"), "11."))
    return changes


def heading_words(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, replacement) for the words of numbered headings that are torn.

    "I- TO CHU THU HIEN" is one that the table knows, but for a few letters.
    """
    changes: list[tuple[int, int, str]] = []
    for match in _NUMBERED_LINE.finditer(value):
        reads = _words_of(match["words"])
        if reads is not None and _in_capitals(match["words"]):
            changes.append((match.start("words"), match.end("words"), reads.upper()))
    return changes


@cache
def _known() -> dict[str, str]:
    table = load_toml("loaders", "confusions")["headings"]
    return {fold(words).replace(" ", "").replace(",", ""): words for words in table["words"]}


@cache
def _organising() -> frozenset[str]:
    return frozenset(load_toml("loaders", "confusions")["headings"]["organising"])


def _words_of(words: str) -> str | None:
    """The heading of the table that these words are, but for a few letters; None for none."""
    letters = "".join(sign for sign in fold(words) if sign.isalpha())
    near = process.extract(
        letters, _known().keys(), scorer=Levenshtein.normalized_similarity,
        score_cutoff=load_toml("loaders", "confusions")["headings"]["alike"], limit=2,
    )  # fmt: skip
    exact = len(near) > 1 and near[0][1] > near[1][1]
    return _known()[near[0][0]] if near and (len(near) == 1 or exact) else None


def _number(printed: str, before: int, follows: str | None, *, heads_items: bool) -> int | None:
    """What a heading's numeral counts, behind number `before`; None where that is not to tell.

    `follows` is the print of the next one; `heads_items` says that items from one on stand below.
    """
    numeral, expected = _numeral(printed), before + 1
    if not before and numeral == "II" and follows is not None and _numeral(follows) == "II":
        return 1  # "IL" before "II": a point was read as a stroke
    if expected + 1 >= len(_ROMAN):
        return None
    # "1. MỤC TIÊU" is read so above a "II.", and behind an "I." above a "1." of its own.
    figure = printed == "1" and not (before and heads_items)
    leads = follows is not None and _numeral(follows) == _ROMAN[expected + 1]
    if numeral == _ROMAN[expected]:
        return expected if expected > 1 or not figure or leads else None
    # One stroke may be lost; of more, the next heading has to tell.
    near = leads or len(_ROMAN[expected]) - len(numeral) <= 1
    if before and not figure and near and _may_be(numeral, expected):
        return expected
    return _ROMAN.index(numeral) if numeral in _ROMAN[1:] and not figure else None


def _numeral(printed: str) -> str:
    """The numeral that a print shows: "Il" is "II", "H" is "II", "IU" is "III"."""
    return printed.translate(_STROKES).translate(_WHOLE)


def _is_numeral(printed: str, stop: str) -> bool:
    """Whether a print of several strokes is a Roman numeral's whatever stands behind: "IH."."""
    several = len(printed) > 1 and not printed.isdigit() and printed not in ("xi", "vi", "il")
    return several and stop.startswith(".") and _numeral(printed) in _ROMAN


def _may_be(numeral: str, number: int) -> bool:
    """Whether a numeral is what is left of another one that lost strokes: "I" of "III"."""
    whole = _ROMAN[number]
    return set(numeral) <= set("I") and set(whole) <= set("I") and len(numeral) < len(whole)


def _in_capitals(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return len(letters) >= _FEWEST and capitals >= _LEAST_CAPITALS * len(letters)

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
from loaders.text.confusions import letters_of

_HEADING = re.compile(
    r"^[ \t]*(?P<number>[IVXLHUilvx1|!]{1,5}|[Il]{1,2}t(?=\.))(?P<stop>[.,]?[ \t]*[-–]?)"
    rf"(?:[ \t]+|(?<=\.)(?=[{UPPER}]{{2}}))(?P<words>[^\W\d_][^\n]{{3,}})$",
    re.MULTILINE,
)
_NUMBERED_LINE = re.compile(
    r"^[ \t]*(?:[IVXLHUilvx1|!]{1,5}[.,]?[ \t]*[-–]?|(?P<letter>[A-Ea-e])[.,])[ \t]+"
    rf"(?P<words>[{UPPER}\d][^\n]{{7,40}})$",
    re.MULTILINE,
)
_ITEM = re.compile(r"^[ \t]*(\d{1,2}(?:\.\d{1,2})*[.,])[ \t]", re.MULTILINE)
_ELEVENTH = re.compile(
    rf"^[ \t]*(?P<number>[IilL1|]{{2}}[.,])[ \t]+[{UPPER}][^\W\d_]", re.MULTILINE
)
"""Strokes that may be the number 11 of an item."""
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_STROKES = str.maketrans(
    {"l": "I", "i": "I", "1": "I", "|": "I", "!": "I", "L": "I", "t": "I", "v": "V", "x": "X"}
)
_TWO_STROKES = "HU"
_WHOLE = str.maketrans(dict.fromkeys(_TWO_STROKES, "II"))
_LEAST_CAPITALS = 0.8
"""Such a share of a heading's letters are capitals: an OCR reads some as small ones."""
_FEWEST = 6
"""Letters of a heading."""
_LONE_LINE = re.compile(
    rf"(?m)^[ \t*]*(?P<words>[{UPPER}][^\W\d_]*(?: [^\W\d_]+){{1,3}})[ \t*.:]*$"
)
_SPECK = re.compile(
    r"\n(?P<speck>[-;:.,„_~'\"‘’*]{1,2} )"
    rf"(?P<words>[{UPPER}]+(?: [{UPPER}]+){{1,3}})[ \t]*\n"
)
_HEADER_WITHIN = 3_000
_ALIKE_TYPE = 0.82
_SEAM = re.compile(
    r"\n\W{0,3}(?:n[ơo]i nh[ậa]n|ph[ụu] l[ụu]c|ph[ầa]n th[ứu]|ch[ưu][ơo]ng (?:[ivx\d]|th[ứu] ))",
    re.IGNORECASE,
)
"""What begins a line between two series of headings; "chương trình" inside one is none."""


def heading_changes(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, replacement) for the numbers of headings that are misread, in order."""
    headings = [
        match
        for match in _HEADING.finditer(value)
        if _in_capitals(match["words"]) or _is_numeral(match)
    ]
    changes: list[tuple[int, int, str]] = []
    before, behind = 0, 0
    for i, match in enumerate(headings):
        if before and _SEAM.search(value, behind, match.start()):
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
        if match.end("stop") == match.start("words"):
            stop += " "  # "I.MỤC TIÊU"
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


def type_lines(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, type) for the header's lines that are a type but for a letter or two.

    "Kf HOACH" stands alone in capitals, and no other type is as near.
    """
    changes: list[tuple[int, int, str]] = []
    for match in _LONE_LINE.finditer(value, 0, _HEADER_WITHIN):
        letters = _letters(match["words"])
        if letters in _types() or not _in_capitals(match["words"]):
            continue
        near = process.extract(
            letters, _types().keys(), scorer=Levenshtein.normalized_similarity,
            score_cutoff=_ALIKE_TYPE, limit=2,
        )  # fmt: skip
        if len(near) == 1:
            changes.append((match.start("words"), match.end("words"), _types()[near[0][0]].upper()))
    return changes


def type_specks(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, "") for the specks before a line of the header that is a type:
    "- KẾ HOẠCH".
    """
    return [
        (*match.span("speck"), "")
        for match in _SPECK.finditer(value, 0, _HEADER_WITHIN)
        if _letters(match["words"]) in _types()
    ]


def heading_words(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, replacement) for the words of numbered headings that are torn.

    "I- TO CHU THU HIEN" is one that the table knows, but for a few letters.
    """
    changes: list[tuple[int, int, str]] = []
    for match in _NUMBERED_LINE.finditer(value):
        reads = _words_of(match["words"])
        if reads is not None and _in_capitals(match["words"]):
            letter = match["letter"]
            if letter is not None and letter.islower():
                changes.append((match.start("letter"), match.end("letter"), letter.upper()))
            changes.append((match.start("words"), match.end("words"), reads.upper()))
    return changes


@cache
def _types() -> dict[str, str]:
    names = (row["name"] for row in load_toml("loaders", "doc_types")["type"])
    return {fold(name).replace(" ", ""): name for name in names}


@cache
def _known() -> dict[str, str]:
    table = load_toml("loaders", "confusions")["headings"]
    return {fold(words).replace(" ", "").replace(",", ""): words for words in table["words"]}


@cache
def _organising() -> frozenset[str]:
    return frozenset(load_toml("loaders", "confusions")["headings"]["organising"])


def _letters(words: str) -> str:
    return "".join(sign for sign in fold(words) if sign.isalpha())


def _words_of(words: str) -> str | None:
    """The heading of the table that these words are, but for a few letters; None for none."""
    letters = _letters(letters_of(words))
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
    if expected + 2 >= len(_ROMAN):
        return None
    # "1. MỤC TIÊU" is read so above a "II.", and behind an "I." above a "1." of its own.
    figure = printed == "1" and not (before and heads_items)
    leads = follows is not None and _numeral(follows) == _ROMAN[expected + 1]
    if numeral == _ROMAN[expected]:
        return expected if expected > 1 or not figure or leads else None
    # "IH" behind "I.": an H is one stroke or two, and no number is left out.
    leapt = numeral == _ROMAN[expected + 1] and not set(printed).isdisjoint(_TWO_STROKES)
    if leapt and before and (follows is None or _numeral(follows) != _ROMAN[expected + 2]):
        return expected
    # One stroke may be lost; of more, the next heading has to tell.
    near = leads or len(_ROMAN[expected]) - len(numeral) <= 1
    if before and not figure and near and _may_be(numeral, expected):
        return expected
    return _ROMAN.index(numeral) if numeral in _ROMAN[1:] and not figure else None


def _numeral(printed: str) -> str:
    """The numeral that a print shows: "Il" is "II", "H" is "II", "IU" is "III"."""
    return printed.translate(_STROKES).translate(_WHOLE)


def _is_numeral(heading: re.Match[str]) -> bool:
    """Whether several strokes are a Roman numeral's whatever stands behind the blank: "IH. "."""
    printed, stop = heading["number"], heading["stop"]
    if heading.end("stop") == heading.start("words"):
        return False
    if printed == "I" and stop == "." and heading["words"][0].isupper():
        return True  # the first of such a series
    several = len(printed) > 1 and not printed.isdigit() and printed not in ("xi", "vi", "il", "It")
    return several and stop.startswith(".") and _numeral(printed) in _ROMAN


def _may_be(numeral: str, number: int) -> bool:
    """Whether a numeral is what is left of another one that lost strokes: "I" of "III"."""
    whole = _ROMAN[number]
    return set(numeral) <= set("I") and set(whole) <= set("I") and len(numeral) < len(whole)


def _in_capitals(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return len(letters) >= _FEWEST and capitals >= _LEAST_CAPITALS * len(letters)

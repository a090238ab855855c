"""Printed words: a garbled text cut into words, each with what it may be.

A word ends at blanks and signs; at a slash or a hyphen only where both sides are running text
("xa/phuong", "té-xa", "x&/phuong"), so that numbers and codes stay whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.folding import UPPER
from loaders.mending.lexicon import halves, readings
from loaders.names.symbol_codes import known_code
from loaders.text.confusions import skeleton
from loaders.text.quality import is_syllable

_TOKEN = re.compile(r"(?m)(?:(?<=^)\d{1,2}\.(?=[^\W\d]))|[^\s,;:()\[\]|\"]+")
_PARTED = re.compile(
    r"(?<=[a-zà-ỹ¢])['’`](?=[yY](?!\w)|[a-zà-ỹ]{2})|(?<=[a-zà-ỹ])[/-](?=[^\W_])"
    r"|(?<=[a-zà-ỹ][&¢€@©])/(?=[^\W_])"
)
_HOOK = re.compile(r"[uoUO]['’`](?=[^\W\d_])")
_JOINED = re.compile(r"[\s,\-–\"*]*(?:['’`/]\s*)?\Z")
_ITEM = re.compile(r"\n\s*[-–+*]")
_CERTAIN = re.compile(r"[ăđơưạảẩấầẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
"""Letters that the wrong OCR does not know: a word with one is read as it is printed."""
_CELL_BEFORE = re.compile(r"\|[ \t]*\Z")
_CELL_BEHIND = re.compile(r"[ \t]*\|")
_MARK_LEFT = "'’`"
"""What is left of the hook of ơ and ư, behind the word."""
_CLOSING = "./"
"""A point, and what closes the text of a paper: "thuc hién./."."""
_FIGURES = re.compile(r"\d")
_SHARE = re.compile(r"\d[%‰]")
"""A share that a comma parts: "13,8%o" ends with no "ở"."""
_FIGURE_WORD = re.compile(r"(?<![\d.,/] )(?<![\w.,/-])(?:[06]|1[468])(?![\w.,/%-])")
_ITEM_NUMBER = re.compile(r"\d{1,3}[-–)]")
"""The number of an item with its sign: "6- Đảng ủy" has no word "ở"."""
_CAPITALS_BEHIND = re.compile(rf"[ \t]+[{UPPER}]{{2,}}(?![\w/-])")
_CAPITALS_BEFORE = re.compile(rf"(?<![\w/-])[{UPPER}]{{2,}}[ \t]+\Z")
_TORN_LINE = re.compile(rf"\n[{UPPER}][a-zà-ỹ][ \t]+[{UPPER}]{{3,}}(?:\n|\Z)")
"""A line of two words in capitals, of which the first has one letter read as a small one."""
_FIGURE_COST = 0.5
"""What it costs that letters are printed as figures alone: "ty 16" for "tỷ lệ"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: where it stands, its letters without marks, and the syllables it may be.

    `halves` are the pairs of syllables that it may be, run together; `figure` says that it is
    printed in figures alone, `joined` that a phrase may reach over what stands before it, `cell`
    that it fills a cell of a table, `opens` that it opens a line with a capital, below a word with
    a small one.
    """

    start: int
    end: int
    printed: str
    form: str
    readings: dict[str, float]
    halves: tuple[tuple[str, str, float], ...]
    figure: bool
    joined: bool
    cell: bool
    opens: bool


def printed_words(value: str) -> list[Word]:
    """Return the words of a text in order; numbers, addresses and symbols have no readings."""
    words: list[Word] = []
    before = 0
    for start, end in _pieces(value):
        closed = value[start:end].rstrip(_CLOSING)
        printed = closed.rstrip(_MARK_LEFT + ".")
        form = skeleton(printed)
        if not form or _ITEM_NUMBER.fullmatch(printed):
            continue
        gap = value[before:start]
        joined = _JOINED.match(gap) is not None and _ITEM.search(gap) is None
        if words and "\n" in gap and _shouted(words[-1].printed) != _shouted(printed):
            joined = False  # a heading in capitals ends with its line
        opens = "\n" in gap and printed[0].isupper() and words[-1:] != []
        opens = opens and words[-1].printed[0].islower() and not gap.strip()
        figure = _FIGURE_WORD.match(value, start) is not None
        code = printed.isupper() and known_code(printed) is not None
        if code and is_syllable(form) and among_capitals(value, start, end):
            code = False
        read, parted = ({}, ()) if code else _read(printed, form, figure=figure)
        end = start + len(closed)
        cell = _CELL_BEFORE.search(value, max(0, start - 9), start) is not None
        cell = cell and _CELL_BEHIND.match(value, end) is not None
        words.append(Word(start, end, printed, form, read, parted, figure, joined, cell, opens))
        before = end
    return words


def _shouted(printed: str) -> bool:
    """Whether a word is in capitals; one letter does not tell: "Thanh phé H6"."""
    return printed.isupper() and sum(map(str.isalpha, printed)) > 1


def among_capitals(value: str, start: int, end: int) -> bool:
    """Return whether the words beside one in capitals are in capitals too: "THU TUONG" holds no
    code.
    """
    if _CAPITALS_BEHIND.match(value, end) is not None:
        return True
    if _CAPITALS_BEFORE.search(value[max(0, start - 12) : start]) is not None:
        return True
    torn = _TORN_LINE.search(value[max(0, start - 6) : end + 1])  # "Bi THU" below "T/M TINH UY"
    return torn is not None


def _pieces(value: str) -> list[tuple[int, int]]:
    pieces = []
    for match in _TOKEN.finditer(value):
        at = match.start()
        if not match[0].startswith("//") and not _hooked(match[0]):
            for cut in _PARTED.finditer(value, match.start(), match.end()):
                pieces.append((at, cut.start()))
                at = cut.end()
        pieces.append((at, match.end()))
    return pieces


def _hooked(token: str) -> bool:
    """Whether a word is one syllable with the hook of its ơ or ư as a sign: "phu'ong"."""
    return _HOOK.search(token) is not None and is_syllable(skeleton(token))


def _read(
    printed: str, form: str, *, figure: bool
) -> tuple[dict[str, float], tuple[tuple[str, str, float], ...]]:
    if figure:
        return {reads: cost + _FIGURE_COST for reads, cost in readings(form).items()}, ()
    if _CERTAIN.search(printed):
        return {printed.lower(): 0.0}, ()
    figures = len(_FIGURES.findall(printed))
    if figures * 2 > len(printed) or "/" in printed or _SHARE.search(printed):
        return {}, ()
    return readings(form), halves(form)

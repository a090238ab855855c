"""Slips: what an OCR that knows Vietnamese still misreads: a tone, a numeral, the point of an item.

"Để nghị UBND xã", "IL TỔ CHỨC THỰC HIỆN", "1, Phòng Nội vụ": the text is good, and is read as it is
but for these. Spans and quotes stay those of the raw text.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from loaders.folding import UPPER
from loaders.mending.garbled_headings import heading_changes, type_specks
from loaders.tables import load_toml
from loaders.text.confusions import as_printed
from loaders.text.source_text import SourceText

_HEADING = re.compile(r"\n[ \t]*(?!II)(?:[IlL1]{2,3}|H|HI|IH|[l1][VX])[.,]?[ \t]+[^\W\d_]")
_POINTLESS = re.compile(rf"\n(?:I{{2,3}}|IV|VI{{0,3}}) [{UPPER}]{{3,}} [{UPPER}]{{2,}}")
_NUMERAL = re.compile(rf"\n[ \t]*([IVX]{{1,4}})(?:[.–-]?[ \t]+|\.)(?=[{UPPER}]{{2}})")
_FIGURE_HEADING = re.compile(rf"\n1\. [{UPPER}]{{2,}}(?: [{UPPER},]{{2,}})+[ \t]*\n")
"""The first heading, its stroke read as a figure: "1. CHỈ TIÊU" above "II. TỔ CHỨC"."""
_PART = re.compile(r"\n\W{0,3}(?:B[.,]? |PHẦN |Phần |CHƯƠNG |Chương |PHỤ LỤC|Phụ lục|ĐIỀU |Điều )")
_ITEM = re.compile(
    r"\n[ \t]*(?P<number>\d{1,2})(?P<comma>,)[ \t](?!Điều|Khoản|Điểm|Mục)(?=[^\W\d_a-zđ])"
)
"""An item whose point was read as a comma; "khoản / 1, Điều 5" is none."""
_POINTED = re.compile(r"\n[ \t]*(\d{1,2})\. ")


_LEFT = (
    r"[.\"']|(?:[^\W\d_]|[^\w\s.,:()+*•~–-])[.,:]|\d{1,2}[:;]|[^\W\d_]-"
    r"|[^\w\s()+*•~–-][^\w\s()+*•~–-]|[^\w\s()+*•~–-][^\W\d_]"
)
"""What is left of an item's number: a point, a letter or sign of its shape, two signs."""
_NUMBERLESS = re.compile(
    rf"\n[ \t]*(?:(?P<sign>{_LEFT})|(?P<number>\d{{1,2}})(?P<stop>[.-]))[ \t]+(?=[{UPPER}])"
)
_MAY_BE_NUMBERLESS = re.compile(rf"\n[ \t]*(?:{_LEFT})[ \t]")
_TITLE = rf"[ \t]+[{UPPER}][^\n]{{3,60}}[^\s.,;:]"
_ONE_OF_ONE = re.compile(rf"\n[ \t]*(?P<number>1\.){_TITLE}(?=\s*\n[ \t]*1\.[ \t]+[{UPPER}\d])")
_SECOND = re.compile(rf"\n[ \t]*(?P<number>II\.|1I\.?|I1\.?|[l1][lI]\.?){_TITLE}(?=\s*\n)")
_ROMAN_ONE = re.compile(rf"\n[ \t]*[Il|]\.[ \t]+[{UPPER}]")
_GLUED_ITEM = re.compile(r"\n[ \t]*(\d{1,2})\.(?=\d{2,3} ?% )")
_LETTERED = re.compile(r"\n[ \t]*([a-zđ])\)[ \t]")
_LETTERS_MISREAD = {("b", "e"): "c", ("d", "d"): "đ"}
"""What a letter of an item is behind the letter before it."""


def lost_numbers(value: str) -> list[tuple[int, int, str]]:
    """Return the numbers of items of which a sign is left, or that are read as a letter, between
    the one before and the next: "3. Sở A", ". Sở B", "5. Sở C"; "4.", "Š.", "6.".
    """
    if _MAY_BE_NUMBERLESS.search(value) is None:
        return []
    found = list(_NUMBERLESS.finditer(value))
    return [
        (one.start("sign"), one.end("sign"), f"{int(before['number']) + 1}{before['stop']}")
        for before, one, behind in zip(found, found[1:], found[2:], strict=False)
        if one["sign"] and before["number"] and behind["number"]
        if int(behind["number"]) == int(before["number"]) + 2
    ]


def glued_items(value: str) -> list[tuple[int, int, str]]:
    """Return the blanks lost between the number of an item and a share: "1.50% số người" above
    "2. 40%". No paper writes a share with a point at the beginning of a line and counts on.
    """
    found = list(_GLUED_ITEM.finditer(value))
    pointed = {int(number) for number in _POINTED.findall(value)} if found else set()
    return [
        (match.end(1), match.end(), ". ")
        for match in found
        if pointed & {int(match[1]) - 1, int(match[1]) + 1}
    ]


def lettered_items(value: str) -> list[tuple[int, int, str]]:
    """Return the letters of items that no list has behind the one before: "b)", "e)"."""
    found = list(_LETTERED.finditer(value))
    changes = []
    for one, two in pairwise(found):
        reads = _LETTERS_MISREAD.get((one[1], two[1]))
        if reads is not None:
            changes.append((two.start(1), two.end(1), reads))
    return changes


def figure_headings(value: str) -> list[tuple[int, int, str]]:
    """Return the Roman ones of headings that are read as figures: "1. Mục tiêu" right above a "1."
    of its own, where a "1I Nội dung" or "II. Nội dung" comes behind.
    """
    first = _ONE_OF_ONE.search(value)
    second = first and _SECOND.search(value, first.end())
    if not first or not second or _ROMAN_ONE.search(value, 0, first.start() + 1):
        return []
    return [(*first.span("number"), "I."), (*second.span("number"), "II.")]


def mend_slips(text: SourceText) -> SourceText:
    """Return a good text without such slips; the text itself where it has none."""
    strokes = figure_headings(text.value)
    text = text.changed(strokes) if strokes else text
    value = text.value
    changes = [
        *type_specks(value),
        *_words(text),
        *_items(value),
        *lost_numbers(value),
        *lettered_items(value),
    ]
    changes += glued_items(value)
    if strokes or _HEADING.search(value) or _POINTLESS.search(value) or _lost_stroke(value):
        changes += heading_changes(value)
    return text.changed(sorted(changes)) if changes else text


def _lost_stroke(value: str) -> bool:
    """Whether a heading has the number of the one before, and the one behind none that follows it:
    "II", "II", "IV"; or whether the first two have one, where the paper has no parts.
    """
    numbers = _NUMERAL.findall(value)
    behind = [*numbers[2:], ""]
    if numbers[:1] == ["II"] and _FIGURE_HEADING.search(value.partition("\nII")[0] + "\n"):
        return True
    if numbers[:3] == ["I", "I", "II"] and _PART.search(value) is None:
        return True
    return any(
        one == two and one in ("II", "VI", "VII") and three != one + "I"
        for one, two, three in zip(numbers, numbers[1:], behind, strict=False)
    )


class _Slip(NamedTuple):
    """A row: one of `holds` stands in every text that the slip is in.

    `parts` are their pieces between blanks, as `SourceText.words` has them: the ends of words on
    lines of their own.
    """

    holds: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    printed: re.Pattern[str]
    reads: str

    def is_in(self, text: SourceText) -> bool:
        """Whether the text holds what the slip needs; the few words are asked before the text."""
        words = text.words
        return any(
            all(part in words for part in parts) and (len(parts) == 1 or held in text.value)
            for held, parts in zip(self.holds, self.parts, strict=True)
        )


@cache
def _rows() -> tuple[_Slip, ...]:
    rows = load_toml("loaders", "confusions")["slip"]
    return tuple(
        _Slip(tuple(row["holds"]), tuple(map(_parts, row["holds"])), as_printed(row), row["reads"])
        for row in rows
    )


def _parts(held: str) -> tuple[str, ...]:
    """The pieces of a held text between its blanks: "quý II" is "quý" at an end, "II" at a start.

    "a b c" has "b" as a whole word; a blank at an end of it says that a word ends or begins there.
    """
    pieces = held.split()
    lines = [f"\n{piece}\n" for piece in pieces]
    if not held[0].isspace():
        lines[0] = lines[0][1:]
    if not held[-1].isspace():
        lines[-1] = lines[-1][:-1]
    return tuple(lines)


def _words(text: SourceText) -> list[tuple[int, int, str]]:
    return [
        (match.start(), match.end(), match.expand(slip.reads))
        for slip in _rows()
        if slip.is_in(text)
        for match in slip.printed.finditer(text.value)
    ]


def _items(value: str) -> list[tuple[int, int, str]]:
    """The commas that are points: an item of the number before or behind has its own."""
    found = list(_ITEM.finditer(value))
    pointed = {int(number) for number in _POINTED.findall(value)} if found else set()
    return [
        (match.start("comma"), match.end("comma"), ".")
        for match in found
        if pointed & {int(match["number"]) - 1, int(match["number"]) + 1}
    ]

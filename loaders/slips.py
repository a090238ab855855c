"""Slips: what an OCR that knows Vietnamese still misreads: a tone, a numeral, the point of an item.

"Để nghị UBND xã", "IL TỔ CHỨC THỰC HIỆN", "1, Phòng Nội vụ": the text is good, and is read as it is
but for these. Spans and quotes stay those of the raw text.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.confusions import as_printed
from loaders.folding import UPPER
from loaders.garbled_headings import heading_changes
from loaders.tables import load_toml
from loaders.text import SourceText

_HEADING = re.compile(r"\n[ \t]*(?!II)(?:[IlL1]{2,3}|H|HI|IH|[l1][VX])[.,]?[ \t]+[^\W\d_]")
_POINTLESS = re.compile(rf"\n(?:I{{2,3}}|IV|VI{{0,3}}) [{UPPER}]{{3,}} [{UPPER}]{{2,}}")
_NUMERAL = re.compile(rf"\n[ \t]*([IVX]{{1,4}})\.?[ \t]+(?=[{UPPER}]{{2}})")
_ITEM = re.compile(
    r"\n[ \t]*(?P<number>\d{1,2})(?P<comma>,)[ \t](?!Điều|Khoản|Điểm|Mục)(?=[^\W\d_a-zđ])"
)
"""An item whose point was read as a comma; "khoản / 1, Điều 5" is none."""
_POINTED = re.compile(r"\n[ \t]*(\d{1,2})\. ")


def mend_slips(text: SourceText) -> SourceText:
    """Return a good text without such slips; the text itself where it has none."""
    value = text.value
    changes = [*_words(value), *_items(value)]
    if _HEADING.search(value) or _POINTLESS.search(value) or _lost_stroke(value):
        changes += heading_changes(value)
    return text.changed(sorted(changes)) if changes else text


def _lost_stroke(value: str) -> bool:
    """Whether a heading has the number of the one before, and the one behind none that follows it:
    "II", "II", "IV".
    """
    numbers = _NUMERAL.findall(value)
    behind = [*numbers[2:], ""]
    return any(
        one == two and one in ("II", "VI", "VII") and three != one + "I"
        for one, two, three in zip(numbers, numbers[1:], behind, strict=False)
    )


@cache
def _rows() -> tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]:
    rows = load_toml("loaders", "confusions")["slip"]
    return tuple((tuple(row["holds"]), as_printed(row), row["reads"]) for row in rows)


def _words(value: str) -> list[tuple[int, int, str]]:
    return [
        (match.start(), match.end(), match.expand(reads))
        for holds, printed, reads in _rows()
        if any(held in value for held in holds)
        for match in printed.finditer(value)
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

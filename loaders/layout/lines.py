"""Lines: those of a text that say something, without page numbers and drawn lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.text.source_text import SourceText

_SIGNS_DRAWN = "-–—_=~*.•"
_DRAWN = re.compile(rf"[{_SIGNS_DRAWN}]{{3,}}(?:\s[{_SIGNS_DRAWN}]{{3,}})*")


class Line(NamedTuple):
    """A line with text: [start, end) in the value, without the blanks at both ends."""

    start: int
    end: int
    text: str
    low: str
    """The same in lower case with modern tones, blank for blank."""
    gap: int
    """Blank lines before it."""


def lines_of(text: SourceText) -> list[Line]:
    """Return every line with text, in order; drawn lines ("-----") are none."""
    found: list[Line] = []
    low, at, blank = text.low, 0, 0
    for printed in text.value.split("\n"):
        start, at = at, at + len(printed) + 1
        stripped = printed.strip()
        gap = blank if found else 0
        blank += 1
        if not stripped or (stripped[0] in _SIGNS_DRAWN and _DRAWN.fullmatch(stripped)):
            continue
        if printed[0] != stripped[0]:
            start += len(printed) - len(printed.lstrip())
        end = start + len(stripped)
        found.append(Line(start, end, stripped, low[start:end], gap))
        blank = 0
    return found

"""Figures: which parts of a text hold one, told without a look at every letter."""

from __future__ import annotations

from loaders.text.source_text import SourceText

_MARK = b"0"
_MARKS = bytes(ord(_MARK) if chr(byte).isdigit() and byte < 128 else 32 for byte in range(256))


class Figures:
    """One byte a letter of a text: a mark for a figure, a blank for anything else.

    `SourceText` writes full-width figures as plain ones; those of other scripts are none here.
    """

    def __init__(self, text: SourceText) -> None:
        self._marks = text.low.encode("ascii", "replace").translate(_MARKS)

    def within(self, start: int, end: int) -> bool:
        """Whether a figure stands in value[start:end]."""
        return self._marks.find(_MARK, start, end) >= 0

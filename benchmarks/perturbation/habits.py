"""Habits of typing and setting that leave what a paper says as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import cycle
from textwrap import wrap

Habit = Callable[[str], str]

_RUNNING = 50
"""A row of fewer letters is a heading or a part of the header, which nobody justifies."""

_COUNTED = re.compile(r"(?m)^(\d{1,2}(?:\.\d{1,2})*)\.\s+(?=[^\W\d_])")
_NUMBERED = re.compile(
    r"(?m)^(?:\d{1,2}(?:\.\d{1,2})*[.)/]?|[IVX]{1,4}\.|[a-hđ]\))[ \t]+(?=[^\W\d_])"
)
"""The number of a heading or an item, and the letter of one, where words follow."""
_DASH = re.compile(r"(?m)^(\s*)- ")
_COLUMNS = re.compile(r"\S\s{3,}\S|\|")
_TYPED_SHORT = re.compile(r"(?<![-/\w])UBND(?![-/\w])")
_OLD_TONES = {"óa": "oá", "òa": "oà", "ỏa": "oả", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ", "Ủy": "Uỷ"}
"""Where typists of the older rule put the mark: on the last vowel."""
_TONES = re.compile("|".join(_OLD_TONES))


def _set_at(width: int) -> Habit:
    """Break running text into lines of so many letters; a line of columns stays."""

    def lines(text: str) -> str:
        rows: list[str] = []
        for row in text.split("\n"):
            keeps = len(row) <= width or _COLUMNS.search(row)
            rows += [row] if keeps else wrap(row, width, break_on_hyphens=False)
        return "\n".join(rows)

    return lines


def _justified(text: str) -> str:
    """Widen the blanks of running text by turns, as PDF text of justified lines has them."""
    rows = text.split("\n")
    return "\n".join(
        row if len(row) < _RUNNING or _COLUMNS.search(row) else _wide(row) for row in rows
    )


def _wide(row: str) -> str:
    widths = cycle((2, 1, 3))
    return re.sub(r"(?<=\S) (?=\S)", lambda _: " " * next(widths), row)


def _without_numbers(text: str) -> str:
    """Leave out what a word processor counts: the numbers of headings and items behind the title.

    Articles keep theirs, which writers type.
    """
    return _NUMBERED.sub("", text)


def _marked(mark: str) -> Habit:
    return lambda text: _DASH.sub(rf"\g<1>{mark} ", text)


HABITS: dict[str, Habit] = {
    "marks apart": lambda text: unicodedata.normalize("NFD", text),
    "windows lines": lambda text: text.replace("\n", "\r\n"),
    "empty lines": lambda text: text.replace("\n", "\n\n"),
    "lines of 60": _set_at(60),
    "lines of 80": _set_at(80),
    "lines of 100": _set_at(100),
    "justified": _justified,
    "hard blanks": lambda text: text.replace(" ", "\u00a0"),
    "indented": lambda text: re.sub(r"(?m)^(?=\S)", "     ", text),
    "blanks behind": lambda text: re.sub(r"(?m)$", "  ", text),
    "plus signs": _marked("+"),
    "dots": _marked("•"),
    "long dashes": _marked("–"),
    "numbers lost": _without_numbers,
    "numbers apart": lambda text: _COUNTED.sub(r"\1 . ", text),
    "numbers glued": lambda text: _COUNTED.sub(r"\1.", text),
    "numbers slashed": lambda text: _COUNTED.sub(r"\1/ ", text),
    "headings marked": lambda text: re.sub(r"(?m)^(?=[IVX]{1,4}\. )", "## ", text),
    "written out": lambda text: text.replace(" - ", " &ndash; ").replace('"', "&quot;"),
    "committee short": lambda text: text.replace("Ủy ban nhân dân", "UBND"),
    "committee in full": lambda text: _TYPED_SHORT.sub("Ủy ban nhân dân", text),
    "older tones": lambda text: _TONES.sub(lambda match: _OLD_TONES[match[0]], text),
}

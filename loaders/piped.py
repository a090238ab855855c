"""Tables whose cells stand between pipes, as Markdown and converted pages have them."""

from __future__ import annotations

import re

from loaders.structure import Line

_TORN_RULE = re.compile(r"(?=.*[-=_~\[\]—])(?:\W*\w?){0,2}\W*")
"""What an OCR leaves of a rule between rows: "[=F"."""
_LONGEST_RULE = 24

PipedRow = tuple[list[str], int, int]
"""The cells of a row, and where it begins and ends."""


def piped_rows(lines: list[Line], at: int) -> tuple[int, list[PipedRow]]:
    """Return the index behind the table that begins at `at`, and its rows.

    A row that opens with a pipe and does not close with one goes on below: a line break in a cell.
    Rules ("|---|---|") are left out, and so is what an OCR leaves of one between two rows.
    """
    rows: list[PipedRow] = []
    while at < len(lines) and ("|" in lines[at].text or (rows and _torn_rule(lines, at))):
        if "|" not in lines[at].text:
            at += 1
            continue
        first = last = lines[at]
        words = [first.text]
        at += 1
        while at < len(lines) and _goes_on(words[-1], first, lines[at]):
            last = lines[at]
            words.append(last.text)
            at += 1
        row = " ".join(words).removeprefix("|").removesuffix("|")
        cells = [" ".join(cell.split()) for cell in row.split("|")]
        if not all(re.fullmatch(r":?-*:?", cell) for cell in cells):
            rows.append((cells, first.start, last.end))
    return at, rows


def _torn_rule(lines: list[Line], at: int) -> bool:
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    left = lines[at].text
    torn = len(left) <= _LONGEST_RULE and _TORN_RULE.fullmatch(left) is not None
    return torn and below.startswith("|") and below.count("|") > 2


def _goes_on(words: str, first: Line, line: Line) -> bool:
    open_row = first.text.startswith("|") and not words.endswith("|")
    return open_row and not line.text.startswith("|") and line.gap <= 0

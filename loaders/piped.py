"""Tables whose cells stand between pipes, as Markdown and converted pages have them."""

from __future__ import annotations

import re

from loaders.structure import Line

PipedRow = tuple[list[str], int, int]
"""The cells of a row, and where it begins and ends."""


def piped_rows(lines: list[Line], at: int) -> tuple[int, list[PipedRow]]:
    """Return the index behind the table that begins at `at`, and its rows.

    A row that opens with a pipe and does not close with one goes on below: a line break in a cell.
    Rules ("|---|---|") are left out.
    """
    rows: list[PipedRow] = []
    while at < len(lines) and "|" in lines[at].text:
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


def _goes_on(words: str, first: Line, line: Line) -> bool:
    open_row = first.text.startswith("|") and not words.endswith("|")
    return open_row and not line.text.startswith("|") and line.gap <= 0

"""Tables whose cells stand between pipes, as Markdown and converted pages have them."""

from __future__ import annotations

import re

from loaders.layout.lines import Line

_TORN_RULE = re.compile(r"(?=.*[-=_~\[\]—])(?:\W*\w?){0,2}\W*")
"""What an OCR leaves of a rule between rows: "[=F"."""
_LONGEST_RULE = 24
_SHORTEST_RULE = 8

PipedRow = tuple[list[str], int, int]
"""The cells of a row, and where it begins and ends."""


def piped_rows(lines: list[Line], at: int) -> tuple[int, list[PipedRow]]:
    """Return the index behind the table that begins at `at`, and its rows.

    A row that opens with a pipe and does not close with one goes on below: a line break in a cell.
    Rules ("|---|---|") are left out, and so is what an OCR leaves of one between two rows.
    """
    rows: list[PipedRow] = []
    pipes = lines[at].text.count("|")
    while at < len(lines) and ("|" in lines[at].text or (rows and _torn_rule(lines, at, rows))):
        if "|" not in lines[at].text:
            at += 1
            continue
        first = last = lines[at]
        words = [first.text]
        at += 1
        while at < len(lines) and _goes_on(words, first, lines[at], pipes):
            last = lines[at]
            words.append(last.text)
            at += 1
        row = " ".join(words).removeprefix("|").removesuffix("|")
        cells = [" ".join(cell.split()) for cell in row.split("|")]
        if not all(re.fullmatch(r":?-*:?", cell) for cell in cells):
            rows.append((cells, first.start, last.end))
    return at, rows


def _torn_rule(lines: list[Line], at: int, rows: list[PipedRow]) -> bool:
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    left = lines[at].text
    torn = len(left) <= _LONGEST_RULE and _TORN_RULE.fullmatch(left) is not None
    # Below the heading the dashes may be read as letters: "ng cm.".
    torn |= len(rows) == 1 and len(left) <= _SHORTEST_RULE
    return torn and below.startswith("|") and below.count("|") > 2


def _goes_on(words: list[str], first: Line, line: Line, pipes: int) -> bool:
    """Whether a line goes on with a row: with its last cell, or with a cell that it lacks."""
    if not first.text.startswith("|") or line.text.startswith("|") or line.gap > 0:
        return False
    if not words[-1].endswith("|"):
        return True
    lacks = sum(one.count("|") for one in words) + line.text.count("|") <= pipes
    return lacks and line.text.endswith("|")

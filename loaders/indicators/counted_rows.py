"""Counted rows: tables with a cell a line whose rows are told by their numbers, 1, 2, 3, …

What the columns hold is not asked here: it may be measures of places ("Xã A", 60, 150).
"""

from __future__ import annotations

import re

from loaders.layout.lines import Line
from loaders.layout.piped import PipedRow

NUMBERS = ("stt", "tt", "số tt")
"""What heads the column of the rows' numbers, on a line of its own."""
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 10
_LONGEST_HEADING = 60
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:=.*)?")


def counted_rows(lines: list[Line], at: int) -> tuple[int, list[PipedRow]] | None:
    """Return the index behind the table that begins with "STT" at a line, and its rows.

    The first row is the heading. Rows have its width; one with fewer cells ends where the next
    number stands. None where no row "1" follows within as many lines as a heading may have.
    """
    if lines[at].low not in NUMBERS:
        return None
    first = next((i for i in range(at + 1, min(at + 1 + _MOST_COLUMNS, len(lines)))
                  if _is_number(lines[i], 1)), None)  # fmt: skip
    if first is None or first - at < _FEWEST_COLUMNS:
        return None
    heading = lines[at:first]
    if any(len(line.text) > _LONGEST_HEADING for line in heading):
        return None
    width = len(heading)
    rows: list[PipedRow] = [([line.text for line in heading], heading[0].start, heading[-1].end)]
    row, number = _behind_column_numbers(lines, first, width), 1
    while row < len(lines) and _is_number(lines[row], number):
        below = range(row + 2, min(row + width, len(lines) - 1) + 1)
        end = next((i for i in below if _is_number(lines[i], number + 1)), row + width)
        cells = lines[row:end]
        padded = [line.text for line in cells] + [""] * (width - len(cells))
        rows.append((padded, cells[0].start, cells[-1].end))
        row, number = row + len(cells), number + 1
    return (row, rows) if len(rows) > 2 else None


def _is_number(line: Line, number: int) -> bool:
    return line.text.rstrip(".)") in (str(number), f"{number:02}")


def _behind_column_numbers(lines: list[Line], at: int, width: int) -> int:
    """Where the rows begin: behind a row that only counts the columns ("1", "2", "3")."""
    below = lines[at : at + width]
    counts = len(below) == width and all(_COLUMN_NUMBER.fullmatch(line.text) for line in below)
    return at + width if counts else at

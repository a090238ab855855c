"""Stacked tables: every cell on a line of its own, row after row, as a converter leaves them."""

from __future__ import annotations

import re

from loaders.captions import Caption
from loaders.cells import Row, cell_value, found_in
from loaders.columns import Columns, column_kind, heading_columns
from loaders.found_values import FoundValue
from loaders.structure import Line

_MOST_COLUMNS = 9
_NUMBERS = ("stt", "tt", "số tt")
_EMPTY = re.compile(r"[-–x./…]*$")


def is_stacked_heading(lines: list[Line], at: int) -> bool:
    """Whether a line below "STT" names what its column holds: "Nội dung"."""
    above = at > 0 and lines[at - 1].low in _NUMBERS
    return above and len(lines[at].text) < 30 and column_kind(lines[at].low) == "indicator"


def stacked_values(
    lines: list[Line], at: int, caption: Caption, issued: int | None
) -> tuple[int, list[FoundValue]]:
    """Return the index behind the table whose heading has the line at `at`, and its values.

    A row is one whose value cells are values or empty; the first that is none ends the table, but
    a line or two may stand before a row as the heading of a group: "A", "Về kinh tế".
    """
    first = at - 1 if at and lines[at - 1].low in _NUMBERS else at
    heading: list[str] = []
    for line in lines[first : first + _MOST_COLUMNS]:
        if line.low not in _NUMBERS and column_kind(line.low) is None and line.low != "ghi chú":
            break
        heading.append(line.low)
    columns = heading_columns(heading, caption, issued)
    if columns is None or not columns.values or len(heading) < 3:
        return at + 1, []
    found: list[FoundValue] = []
    row, width = first + len(heading), len(heading)
    while row + width <= len(lines):
        rows = (
            _row_values(lines[i : i + width], columns, caption.label) for i in range(row, row + 3)
        )
        skipped, values = next(
            ((n, values) for n, values in enumerate(rows) if values is not None), (0, None)
        )
        if values is None:
            break
        found += values
        row += skipped + width
    return row, found


def _row_values(cells: list[Line], columns: Columns, label: str) -> list[FoundValue] | None:
    if len(cells) <= max(column for column, _, _ in columns.values):
        return None
    name = cells[columns.name].text
    unit = cells[columns.unit].text if columns.unit is not None else None
    if not re.search(r"[^\W\d_]{2}", name) or (unit is not None and re.search(r"\d$", unit)):
        return None
    row = Row(name, unit, cells[0].start, cells[-1].end, label, "table_row")
    found = []
    for column, year, baseline in columns.values:
        value = cell_value(cells[column].text)
        if value is None and not _EMPTY.match(cells[column].text):
            return None
        if value is not None:
            found.append(found_in(row, year, baseline, value))
    return found or None

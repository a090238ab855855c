"""Stacked tables: every cell on a line of its own, row after row, as a converter leaves them."""

from __future__ import annotations

import re

from loaders.indicators.captions import Caption
from loaders.indicators.cells import Row, cell_value, found_in
from loaders.indicators.columns import Columns, column_kind, heading_columns
from loaders.indicators.counted_rows import NUMBERS
from loaders.indicators.found_values import FoundValue
from loaders.layout.lines import Line

_MOST_COLUMNS = 9
_MOST_ASIDE = 3
"""Lines between two rows that are none: the heading of a group, "A", "Về kinh tế"."""
_MOST_LINES_OF_NAME = 6
_ROW_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ]|[a-zđ]|[-+*•])[.)]?$")
_FIGURE = re.compile(r"[<>≤≥~]?\s?\d")
_EMPTY = re.compile(r"[-–x./…]*$")


def is_stacked_heading(lines: list[Line], at: int) -> bool:
    """Whether a line below "STT" names what its column holds: "Nội dung"."""
    above = at > 0 and lines[at - 1].low in NUMBERS
    return above and len(lines[at].text) < 30 and column_kind(lines[at].low) == "indicator"


def stacked_values(
    lines: list[Line], at: int, caption: Caption, issued: int | None
) -> tuple[int, list[FoundValue]]:
    """Return the index behind the table whose heading has the line at `at`, and its values.

    A row is one whose value cells are values or empty. A few lines may stand before one as the
    heading of a group ("A", "Về kinh tế"); more end the table.
    """
    first = at - 1 if at and lines[at - 1].low in NUMBERS else at
    heading: list[str] = []
    for line in lines[first : first + _MOST_COLUMNS]:
        if line.low not in NUMBERS and column_kind(line.low) is None and line.low != "ghi chú":
            break
        if heading and line.low in NUMBERS:
            return at + 1, []  # the table begins here, below its title
        heading.append(line.low)
    columns = heading_columns(heading, caption, issued)
    if columns is None or not columns.values or len(heading) < 3:
        return at + 1, []
    found: list[FoundValue] = []
    at = behind = first + len(heading)
    skipped = 0
    while at < len(lines) and skipped <= _MOST_ASIDE:
        row = _row_at(lines, at, columns, len(heading), caption.label)
        if row is None:
            at, skipped = at + 1, skipped + 1
            continue
        end, values = row
        found += values
        at = behind = end
        skipped = 0
    return behind, found


def _row_at(
    lines: list[Line], at: int, columns: Columns, width: int, label: str
) -> tuple[int, list[FoundValue]] | None:
    """The index behind the row that begins at a line, and its values; None where none does.

    A row without a number begins with its name. Cells behind its last value may be empty, and so
    missing: the row ends where the next one begins.
    """
    last = max(column for column, _, _ in columns.values)
    marked = columns.name == 1 and _ROW_MARK.match(lines[at].text) is not None
    tries = [(0, wrapped) for wrapped in range(_MOST_LINES_OF_NAME if marked else 1)]
    for missing, wrapped in dict.fromkeys((*tries, (columns.name, 0))):
        cells = lines[at : at + last + 1 - missing + wrapped]
        numbered = missing or not columns.name or _ROW_MARK.match(cells[0].text)
        if wrapped:
            cells = _unwrapped(cells, wrapped)
        values = _row_values(cells, columns, label, missing) if numbered else None
        if values is None:
            continue
        end = at + len(cells) + wrapped
        for _ in range(width - 1 - last):
            if end >= len(lines) or _opens_row(lines, end, columns):
                break
            end += 1
        return end, values
    return None


def _unwrapped(cells: list[Line], wrapped: int) -> list[Line]:
    """The cells of a row whose name, behind its number, goes on for so many lines more."""
    name = cells[1 : 2 + wrapped]
    if any(_ROW_MARK.match(line.text) or _FIGURE.match(line.text) for line in name[1:]):
        return cells[:1]
    words = " ".join(line.text for line in name), " ".join(line.low for line in name)
    joined = name[0]._replace(end=name[-1].end, text=words[0], low=words[1])
    return [cells[0], joined, *cells[2 + wrapped :]] if len(cells) > 2 + wrapped else cells[:1]


def _opens_row(lines: list[Line], at: int, columns: Columns) -> bool:
    """Whether a row may begin at a line: with its number, or with its name before a value."""
    if columns.name and _ROW_MARK.match(lines[at].text):
        return True
    value = min(column for column, _, _ in columns.values) - columns.name
    below = lines[at + value].text if at + value < len(lines) else ""
    return cell_value(below) is not None


def _row_values(
    cells: list[Line], columns: Columns, label: str, missing: int
) -> list[FoundValue] | None:
    """The values of a row whose first cells, `missing` of them, are not there; None for no row."""
    if len(cells) + missing <= max(column for column, _, _ in columns.values):
        return None
    name = cells[columns.name - missing].text
    unit = cells[columns.unit - missing].text if columns.unit is not None else None
    if not re.search(r"[^\W\d_]{2}", name) or (unit is not None and re.search(r"\d$", unit)):
        return None
    row = Row(name, unit, cells[0].start, cells[-1].end, label, "table_row")
    found = []
    for column, year, baseline in columns.values:
        value = cell_value(cells[column - missing].text)
        if value is None and not _EMPTY.match(cells[column - missing].text):
            return None
        if value is not None:
            found.append(found_in(row, year, baseline, value))
    return found or None

"""Grids: tables of targets, with cells between pipes or torn over lines by PDF text.

A table is known by a heading that names its columns ("Chỉ tiêu", "Đơn vị", years).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.cells import YEAR, Row, cell_value, found_in
from loaders.found_values import FoundValue
from loaders.patterns import find_of, load_patterns
from loaders.piped import PipedRow, piped_rows
from loaders.structure import Line
from loaders.text import SourceText
from loaders.torn import is_torn_heading, torn_values


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the heading says: the years of the value columns, which of them look back."""

    name: int
    unit: int | None
    values: tuple[tuple[int, int | None, bool], ...]
    """(column, year, baseline)"""


def find_grid_values(
    text: SourceText, lines: list[Line], labels: dict[int, str], issued: int | None
) -> tuple[list[FoundValue], list[tuple[int, int]]]:
    """Return the values of all tables of targets, and the spans of text that they take up.

    `labels` gives the section of a line by its start; `issued` is the paper's year.
    """
    found: list[FoundValue] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = at
        if "|" in lines[at].text:
            end, rows = piped_rows(lines, at)
            values = list(_piped(rows, labels.get(lines[at].start, ""), issued))
        elif is_torn_heading(text, lines, at):
            end, values = torn_values(text, lines, at, labels.get(lines[at].start, ""), issued)
        else:
            at += 1
            continue
        if values:
            found += values
            spans.append((lines[at].start, lines[end - 1].end))
        at = max(end, at + 1)
    return found, spans


def _column_kind(words: str) -> str | None:
    for pattern in load_patterns("quantities", "column"):
        if pattern.regex.match(words) or (
            pattern.name in ("baseline", "target") and pattern.regex.search(words)
        ):
            return pattern.name
    return None


def _piped(rows: list[PipedRow], label: str, issued: int | None) -> Iterator[FoundValue]:
    columns: _Columns | None = None
    above: Row | None = None
    heading: list[str] = []
    for cells, start, end in rows:
        if columns is None:
            heading = [cell.lower() for cell in cells]
            columns = _heading_columns(heading, issued)
            continue
        if above is None and (both := _second_heading(heading, cells, columns)):
            columns = _heading_columns(both, issued) or columns
            continue
        if len(cells) <= columns.name:
            continue
        row = _row(cells, columns, start, end, label, above)
        if row is None:
            continue
        for column, year, baseline in columns.values:
            value = cell_value(cells[column]) if column < len(cells) else None
            if value is not None:
                yield found_in(row, year, baseline, value)
        above = row


def _second_heading(heading: list[str], cells: list[str], columns: _Columns) -> list[str] | None:
    """The headings of columns that stand in two rows: "Mục tiêu" above "2025" and "2030"."""
    if len(cells) <= columns.name or re.search(r"[^\W\d_]{2}", cells[columns.name]):
        return None
    if not any(YEAR.search(cell) for cell in cells):
        return None
    both, over = [], ""
    for i, cell in enumerate(cells):
        over = (heading[i] if i < len(heading) else "") or over
        both.append(f"{over} {cell.lower()}" if cell else over)
    return both


def _row(
    cells: list[str], columns: _Columns, start: int, end: int, label: str, above: Row | None
) -> Row | None:
    """The row of the cells; one without a name goes on with the row above, "trong đó" says more."""
    name = cells[columns.name]
    unit = cells[columns.unit] if columns.unit is not None and columns.unit < len(cells) else None
    if above is not None and not re.search(r"[^\W\d_]{2}", name):
        return replace(above, start=start, end=end)
    if not re.search(r"[^\W\d_]{2}", name):
        return None
    part = find_of("quantities", "part")(name.lower())
    if above is not None and part is not None:
        name = f"{above.name} {name[part.end() :]}"
        unit = unit or above.unit
    return Row(name, unit, start, end, label, "table_cell")


def _heading_columns(cells: list[str], issued: int | None) -> _Columns | None:
    kinds = [_column_kind(cell) for cell in cells]
    if "indicator" not in kinds:
        return None
    values: list[tuple[int, int | None, bool]] = []
    for i, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
        if kind not in ("baseline", "target"):
            continue
        years = [int(y) for y in YEAR.findall(cell)]
        year = years[-1] if years else None
        past = kind == "baseline" or (year is not None and issued is not None and year < issued)
        values.append((i, year, past))
    return _Columns(
        kinds.index("indicator"), kinds.index("unit") if "unit" in kinds else None, tuple(values)
    )

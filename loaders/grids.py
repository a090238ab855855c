"""Grids: tables of targets, with cells between pipes, one below the other, or torn by PDF text.

A table is known by a heading that names its columns ("Chỉ tiêu", "Đơn vị", years).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.cells import YEAR, Row, cell_value, found_in
from loaders.columns import Columns, heading_columns
from loaders.found_values import FoundValue
from loaders.patterns import find_of
from loaders.piped import PipedRow, piped_rows
from loaders.stacked import stacked_values
from loaders.structure import Line
from loaders.text import SourceText
from loaders.torn import is_torn_heading, torn_values


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
        elif is_torn_heading(lines, at):
            label = labels.get(lines[at].start, "")
            end, values = stacked_values(lines, at, label, issued)
            if not values:
                end, values = torn_values(text, lines, at, label, issued)
        else:
            at += 1
            continue
        if values:
            found += values
            spans.append((lines[at].start, lines[end - 1].end))
        at = max(end, at + 1)
    return found, spans


def _piped(rows: list[PipedRow], label: str, issued: int | None) -> Iterator[FoundValue]:
    columns: Columns | None = None
    above: Row | None = None
    heading: list[str] = []
    for cells, start, end in rows:
        if columns is None:
            heading = [cell.lower() for cell in cells]
            columns = heading_columns(heading, issued)
            continue
        if above is None and (both := _second_heading(heading, cells, columns)):
            columns = heading_columns(both, issued) or columns
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


def _second_heading(heading: list[str], cells: list[str], columns: Columns) -> list[str] | None:
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
    cells: list[str], columns: Columns, start: int, end: int, label: str, above: Row | None
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

"""Grids: tables of targets, with cells between pipes, one below the other, or torn by PDF text.

A table is known by a heading that names its columns ("Chỉ tiêu", "Đơn vị", years).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.grammar.patterns import find_of
from loaders.indicators.captions import Caption, caption_of
from loaders.indicators.cells import YEAR, Row, cell_value, found_in, measured_in
from loaders.indicators.columns import Columns, heading_columns
from loaders.indicators.counted_rows import NUMBERS, counted_rows
from loaders.indicators.crossings import crossing_values
from loaders.indicators.found_values import FoundValue
from loaders.indicators.parts import name_of_part
from loaders.indicators.scanned_grids import (
    is_ruleless_heading,
    is_scanned_heading,
    scanned_values,
)
from loaders.indicators.spaced import is_spaced_heading, spaced_rows
from loaders.indicators.stacked import is_stacked_heading, stacked_values
from loaders.indicators.torn import is_torn_heading, names_indicators, torn_values
from loaders.layout.context import Place
from loaders.layout.lines import Line
from loaders.layout.piped import PipedRow, piped_rows
from loaders.text.source_text import SourceText

_ROW_NUMBERS = ("tt ", "stt ")
_NUMBERED_NAMES = re.compile(r"(?:stt|tt|số tt)\s+(?=[^\W\d_])", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]?\s+(?=[^\W\d_])")
_WIDE = re.compile(r"\s{3}")


def find_grid_values(
    text: SourceText, lines: list[Line], places: dict[int, Place], issued: int | None
) -> tuple[list[FoundValue], list[tuple[int, int]]]:
    """Return the values of all tables of targets, and the spans of text that they take up.

    `places` says where a line stands by its start; `issued` is the paper's year.
    """
    found: list[FoundValue] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for at in _may_open(lines):
        table = _table_at(text, lines, at, places, issued) if at >= done else None
        if table is None:
            continue
        end, values = table
        if values:
            found += values
            spans.append((lines[at].start, lines[end - 1].end))
        done = max(end, at + 1)
    return found, spans


def _may_open(lines: list[Line]) -> list[int]:
    """The lines that a table may begin at: most are told by a sign, or by their first word."""
    return [
        at
        for at, line in enumerate(lines)
        if "|" in line.text
        or "  " in line.text
        or names_indicators(line.low)
        or line.low in NUMBERS
        or line.low.startswith(_ROW_NUMBERS)
        or (at > 0 and lines[at - 1].low in NUMBERS)
    ]


def _table_at(
    text: SourceText, lines: list[Line], at: int, places: dict[int, Place], issued: int | None
) -> tuple[int, list[FoundValue]] | None:
    """The index behind the table that begins at a line, and its values; None where none does."""
    line = lines[at]
    if "|" in line.text:
        caption = caption_of(lines, at, places[line.start])
        end, rows = piped_rows(lines, at)
        # A scan loses rules: where each row has all its cells, a page was not scanned.
        whole = len(rows) > 1 and len({len(cells) for cells, _, _ in rows}) == 1
        if is_scanned_heading(lines, at) and not whole:
            scanned = scanned_values(text, lines, at, caption, issued)
            if scanned[1]:
                return scanned
        rows = _without_numbers(rows)
        return end, list(_piped(rows, caption, issued)) or crossing_values(rows, caption, issued)
    if is_spaced_heading(line):
        end, rows = spaced_rows(text, lines, at)
        caption = caption_of(lines, at, places[line.start])
        values = crossing_values(rows, caption, issued) or list(_piped(rows, caption, issued))
        if is_torn_heading(lines, at) and not _WIDE.search(line.text):
            torn = torn_values(text, lines, at, caption, issued)  # two blanks may part torn cells
            end, values = torn if len(torn[1]) > len(values) else (end, values)
        if values:
            return end, values
    if counted := counted_rows(lines, at):
        caption = caption_of(lines, at, places[line.start])
        values = crossing_values(counted[1], caption, issued)
        if values:
            return counted[0], values
    if not (is_torn_heading(lines, at) or is_stacked_heading(lines, at)):
        if not is_ruleless_heading(line):
            return None
        caption = caption_of(lines, at, places[line.start])
        is_goal = caption.goal and not caption.money
        return scanned_values(text, lines, at, caption, issued) if is_goal else None
    caption = caption_of(lines, at, places[line.start])
    end, values = stacked_values(lines, at, caption, issued)
    if values:
        return end, values
    torn = torn_values(text, lines, at, caption, issued)
    if is_ruleless_heading(line) and caption.goal and not caption.money:
        scanned = scanned_values(text, lines, at, caption, issued)
        return scanned if len(scanned[1]) > len(torn[1]) else torn
    return torn


def _without_numbers(rows: list[PipedRow]) -> list[PipedRow]:
    """The rows without the numbers that share a cell with the names: "TT Chỉ tiêu" above "1 Tỷ lệ".

    Only where each row begins so.
    """
    if len(rows) < 2 or _NUMBERED_NAMES.match(rows[0][0][0].lower()) is None:
        return rows
    if not all(_ROW_NUMBER.match(cells[0]) for cells, _, _ in rows[1:]):
        return rows
    (heading, start, end), *below = rows
    first = _NUMBERED_NAMES.sub("", heading[0], count=1)
    named = [([_ROW_NUMBER.sub("", cells[0]), *cells[1:]], a, b) for cells, a, b in below]
    return [([first, *heading[1:]], start, end), *named]


def _piped(rows: list[PipedRow], caption: Caption, issued: int | None) -> Iterator[FoundValue]:
    columns: Columns | None = None
    above: Row | None = None
    heading: list[str] = []
    for cells, start, end in rows:
        if columns is None:
            heading = [cell.lower() for cell in cells]
            columns = heading_columns(heading, caption, issued)
            continue
        if above is None and (both := _second_heading(heading, cells, columns)):
            columns = heading_columns(both, caption, issued) or columns
            continue
        if len(cells) <= columns.name:
            continue
        row = _row(cells, columns, start, end, caption.label, above)
        if row is None:
            continue
        for column, year, baseline in columns.values:
            value = cell_value(cells[column]) if column < len(cells) else None
            if value is not None:
                yield measured_in(found_in(row, year, baseline, value), caption.unit)
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
    if find_of("quantities", "spent_row")(name.lower()) is not None:
        return None
    part = find_of("quantities", "part")(name.lower())
    if above is not None and part is not None:
        name = name_of_part(above.name, name[part.end() :])
        unit = unit or above.unit
    return Row(name, unit, start, end, label, "table_cell")

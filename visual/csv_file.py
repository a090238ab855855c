"""Answers as CSV that Excel opens with its Vietnamese letters, and that runs nothing there.

UTF-8 with a byte-order mark, commas, CR LF, quotes where needed (RFC 4180). A text that begins
with one of `= + - @ '`, a tab or a line's end has one `'` before it, so that no spreadsheet
takes it for a formula; who reads the file by program takes the first `'` of a cell off again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from visual.columns import Cell, Json, Language, Table, rows_of
from visual.formats import inert

BOM = "\ufeff"
_DANGEROUS = ("=", "+", "-", "@", "'", "\t", "\r", "\n")


def csv_bytes(table: Table, body: Json, language: Language = Language.VI) -> bytes:
    """Return the first sheet of an answer; dates stay ISO, partial ones too."""
    sheet = table.sheets[0]
    headings = [column.heading(language) for column in sheet.columns]
    return csv_of(headings, rows_of(sheet, body, language))


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a file of these rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return (BOM + text.getvalue()).encode("utf-8")


def guarded(cell: Cell) -> Cell:
    """Return a cell that is no formula and has no sign that hides; numbers are what they are."""
    return no_formula(inert(cell)) if isinstance(cell, str) else cell


def no_formula(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula, all its signs kept."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_DANGEROUS) else cell

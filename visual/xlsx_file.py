"""Answers as XLSX: a sheet for each kind of row, dates as dates, and a sheet that says the source.

The bytes are a function of the answer: no time of making is written. Every text is a text cell,
never a formula or a link. What Excel cannot hold as a date stands as text: partial dates
(10/2017) and years before 1901.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from queries.dates import show_date
from visual.columns import Cell, CellKind, Column, Json, Language, Sheet, Table, rows_of
from visual.formats import inert
from visual.sheets import SOURCE

CELL_LIMIT = 32_767
"""How many characters a cell of Excel holds."""
_FIRST_YEAR = 1901
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FORMATS: dict[CellKind, dict[str, str]] = {
    CellKind.DATE: {"num_format": "dd/mm/yyyy"},
    CellKind.INTEGER: {"num_format": "0"},
    CellKind.NUMBER: {"num_format": "General"},
    CellKind.SHARE: {"num_format": "0%"},
}
_WIDTHS = {CellKind.DATE: 12, CellKind.INTEGER: 11, CellKind.NUMBER: 11, CellKind.SHARE: 9}
_NARROW, _NAMES, _SENTENCES = 10, 28, 60
"""How wide a column of text is, in digits: at least, of names, and of sentences."""
_SENTENCE = 100
"""So many characters are more than a name."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from: what was asked, and the version of phahe that answered."""

    question: str
    version: str


MOST_ROWS = 1_048_575
"""So many rows a sheet of Excel holds below its headings."""


def xlsx_bytes(table: Table, body: Json, origin: Origin, language: Language = Language.VI) -> bytes:
    """Return the workbook of an answer."""
    import xlsxwriter

    held = io.BytesIO()
    book = xlsxwriter.Workbook(
        held,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
         "strings_to_numbers": False},
    )  # fmt: skip
    book.set_properties({"created": _MADE, "title": table.name, "author": "phahe"})
    formats = {kind: book.add_format(form) for kind, form in _FORMATS.items()}
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for sheet in table.sheets:
        page = book.add_worksheet(sheet.title(language))
        _fill(page, sheet, rows_of(sheet, body, language), language, (formats, wrapped, bold))
    page = book.add_worksheet(SOURCE["sheet"][language is Language.EN])
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90, wrapped)
    for at, (name, value) in enumerate(_source_rows(body, origin)):
        page.write_string(at, 0, name, bold)
        page.write_string(at, 1, _text(value))
    book.close()
    return held.getvalue()


def _fill(
    page: Any, sheet: Sheet, rows: Iterable[Sequence[Cell]], language: Language, styles: Any
) -> None:
    formats, wrapped, bold = styles
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.heading(language), bold)
    count, longest = 0, [0] * len(sheet.columns)
    for count, row in enumerate(rows, start=1):
        for at, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _write(page, count, at, column, cell, formats.get(column.kind))
            longest[at] = max(longest[at], len(str(cell or "")))
    for at, column in enumerate(sheet.columns):
        width = _WIDTHS.get(column.kind) or _width(longest[at])
        page.set_column(at, at, width, wrapped)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, count, len(sheet.columns) - 1)


def _width(longest: int) -> int:
    """Return how wide a column is whose longest text has so many characters."""
    return _SENTENCES if longest > _SENTENCE else min(max(longest + 2, _NARROW), _NAMES)


def _write(page: Any, row: int, at: int, column: Column, cell: Cell, form: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, int | float):
        page.write_number(row, at, cell, form)
        return
    day = _day(cell) if column.kind is CellKind.DATE else None
    if day is not None:
        page.write_datetime(row, at, day, form)
    else:
        page.write_string(row, at, show_date(cell) if column.kind is CellKind.DATE else _text(cell))


def _day(text: str) -> datetime | None:
    """Return a whole ISO date that Excel can hold."""
    try:
        day = datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _text(text: str) -> str:
    shown = inert(text)
    return shown if len(shown) <= CELL_LIMIT else shown[: CELL_LIMIT - 1] + "…"


def _source_rows(body: Json, origin: Origin) -> Iterable[tuple[str, str]]:
    as_of = body.get("as_of")
    values = {
        "question": origin.question,
        "version": origin.version,
        "as_of": show_date(as_of),
        "total": body.get("total"),
        "next": body.get("next"),
    }
    told = ["origin", "question", "as_of" if as_of else "not_filtered"]
    told += [name for name in ("total", "truncated") if body.get(name)]
    for name in (*told, "version", "not_here"):
        heading, text = SOURCE[name]
        yield heading, text.format(**values)

"""Scanned grids: ruled tables of targets as an OCR reads them from a page.

Some rules are read as pipes or brackets and some are lost, what is wrapped in a cell stands below
its row, and the lines of the heading are torn: "STT | Chỉ tiêu Năm Năm 2030 |Ghi" above "2023 chú".
The values that close a row are told by their count alone, which is that of the heading's years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from loaders.folding import UPPER
from loaders.grammar.patterns import find_of
from loaders.indicators.captions import Caption
from loaders.indicators.cells import (
    YEAR,
    Row,
    cell_value,
    found_in,
    measured_in,
    without_lost_commas,
)
from loaders.indicators.found_values import FoundValue
from loaders.indicators.torn import Column, names_indicators, unit_behind, year_columns
from loaders.layout.lines import Line
from loaders.text.source_text import SourceText

_RULES = re.compile(r"[|\[\]{}¦_]+")
_UNREAD = r"(?<!\S)[a-zA-Z&@$]\d{1,2}(?:,\d)?(?=\s+[\d<>≥≤])"
"""A value of which one figure is not read: "g5 42 55" has three, and tells two."""
_VALUE = (
    r"(?:(?:[<>≥≤~]=?\s?)?\d[\d.,]*(?:\s?[%‰])?(?:\s?\([^()]{1,14}\))?|(?<!\S)[-–](?!\S)|"
    + _UNREAD
    + ")"
)
_CLOSING = re.compile(rf"(?<=\s)(?:{_VALUE}(?:\s+|$))+$")
_CELL = re.compile(_VALUE)
_CLOSING_REACH = 100
"""Letters at the end of a line that may hold its values."""
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]?|[\dIiílÍ]{1,2}|-)\s+(?=\S)"
    rf"|(?:[a-z]{{1,2}}|[ZSBGOT])\s+(?=[{UPPER}][^\W\d])"
)
"""The number of a row; of the first, "1", an OCR makes "i" or "0Í", of the second "Z"."""
_ROW_NUMBERS = re.compile(r"^(?:stt|tt|số tt|số thứ tự) ")
_MISREAD_NUMBERS = re.compile(r"^[^\W_]{1,4}\W+(?=(?:tên )?(?:chỉ tiêu|chỉ số)(?!\w))")
"""What an OCR makes of "TT" before a heading: "iLL Chỉ tiêu"."""
_ENDS = re.compile(r"(?:[ivx]+\.|\d{1,2}\.\s+\D|[-+]\s|nơi nhận|điều \d|trên đây)")
_LONGEST_HEADING = 8
_LONGEST_LINE = 140
_LONGEST = 160
"""So many lines a table may have."""
_FEWEST_ROWS = 2
_WHOLE = 0.6
"""This share of the rows with values have as many as the heading has years."""


class _Read(NamedTuple):
    """A line of the table: its words without rules and row number, and the values that close it."""

    line: Line
    words: str
    values: tuple[str, ...]


class _Row(NamedTuple):
    """A line that values close, with the words of its name that stand above and below it."""

    read: _Read
    above: list[str]
    below: list[str]


def is_scanned_heading(lines: list[Line], at: int) -> bool:
    """Whether a line with a rule in it names a column of indicators, and rules were lost.

    None was where the lines right below that have rules have as many as the heading.
    """
    line = lines[at]
    if "|" not in line.text or line.text.startswith("|") or not _names_columns(_bare(line.low)):
        return False
    counts = [one.text.count("|") for one in lines[at + 1 : at + 4]]
    below = list(takewhile(bool, counts))
    return not below or any(count != line.text.count("|") for count in below)


def is_ruleless_heading(line: Line) -> bool:
    """Whether a line without any rule numbers its rows and names their unit and a year: "TT Nội
    dung Đơn vị tính Chỉ tiêu năm 2023".
    """
    numbers = _ROW_NUMBERS.match(line.low)
    return (
        numbers is not None
        and "|" not in line.text
        and len(line.text) <= _LONGEST_LINE
        and YEAR.search(line.low) is not None
        and _names_columns(line.low)
    )


def _names_columns(low: str) -> bool:
    """Whether a heading names indicators, or numbers its rows and names their unit."""
    unit = find_of("quantities", "unit_column")(low)
    measured = unit is not None and unit[0] != "đơn vị"  # which may be that of a task
    if names_indicators(low) or (measured and _ROW_NUMBERS.match(low) is not None):
        return True
    misread = _MISREAD_NUMBERS.match(low) if unit is not None else None
    return misread is not None and names_indicators(low[misread.end() :])


def scanned_values(
    text: SourceText, lines: list[Line], at: int, caption: Caption, issued: int | None
) -> tuple[int, list[FoundValue]]:
    """Return the index behind the table whose heading begins at `at`, and its values.

    There are none where the rows are not alike, or where they do not have a value for each year
    that the heading names. Years that stand on several lines of it go up from left to right.
    """
    first = _first_row(lines, at)
    if first is None:
        return at + 1, []
    end = _end(lines, first)
    rows = list(_rows([_read(line) for line in lines[first:end]]))
    heading = " ".join(_bare(text.low[line.start : line.end]) for line in lines[at:first])
    columns: list[Column] = [*_columns(heading, issued, torn=first - at > 1)]
    if find_of("quantities", "compared_last")(heading) is not None:
        rows = [_uncompared(row, len(columns)) for row in rows]
    widths = Counter(len(row.read.values) for row in rows)
    fit = sum(count for width, count in widths.items() if width >= len(columns))
    if not columns or fit < _FEWEST_ROWS or widths[len(columns)] < _WHOLE * len(rows):
        return at + 1, []
    measured = find_of("quantities", "unit_column")(heading) is not None
    found: list[FoundValue] = []
    for row in rows:
        if len(row.read.values) >= len(columns):
            found += _row_values(row, columns, caption.label, measured=measured)
    return end, found


def _bare(words: str) -> str:
    """The words without the rules between cells."""
    return " ".join(_RULES.sub(" ", words).split())


def _read(line: Line) -> _Read:
    words = _bare(line.text)
    number = _NUMBER.match(words)
    if number is not None:
        words = words[number.end() :]
    tail = words[-_CLOSING_REACH:]
    closing = _CLOSING.search(f" {tail}")
    values = tuple(_CELL.findall(closing[0])) if closing else ()
    words = words[: len(words) - len(closing[0])].rstrip() if closing else words
    return _Read(line, words, values)


def _first_row(lines: list[Line], at: int) -> int | None:
    """The first line below the heading that has values behind words."""
    last = min(at + _LONGEST_HEADING, len(lines))
    for i in range(at + 1, last):
        read = _read(lines[i])
        years = all(re.fullmatch(r"(?:19|20)\d\d", value) for value in read.values)
        if read.values and not years and re.search(r"[^\W\d_]{2}", read.words):
            return i
    return None


def _end(lines: list[Line], first: int) -> int:
    """The index behind the last line of the table: a heading, a task or a long sentence ends it."""
    end = first + 1
    for i in range(first + 1, min(first + _LONGEST, len(lines))):
        read = _read(lines[i])
        if read.values and read.words:
            end = i + 1
        elif _ENDS.match(lines[i].low) or i - end > _LONGEST_HEADING:
            break
    # What is wrapped in the last cell stands below it.
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    return end


def _goes_on(line: Line) -> bool:
    return line.text.startswith("(") or (line.gap == 0 and line.text[:1].islower())


def _rows(reads: list[_Read]) -> Iterator[_Row]:
    """Yield the rows in order.

    What begins with a small letter or a bracket goes on with the words before it; so a line above a
    row that begins so opens its name.
    """
    above: list[str] = []
    row: _Row | None = None
    for read in reads:
        goes_on = read.words[:1].islower() or read.words[:1] in ("", "(")
        if read.values:
            if row is not None:
                yield row
            row = _Row(read, above if goes_on else [], [])
            above = []
        elif goes_on and row is not None and not above:
            row.below.append(read.words)
        else:
            above = [*above, read.words] if goes_on else [read.words]
    if row is not None:
        yield row


def _uncompared(row: _Row, years: int) -> _Row:
    """The row without the value of a last column that compares those before it."""
    values = row.read.values
    if len(values) != years + 1:
        return row
    return row._replace(read=row.read._replace(values=values[:-1]))


def _columns(heading: str, issued: int | None, *, torn: bool) -> list[tuple[int, bool]]:
    columns = year_columns(heading, issued)
    return sorted(columns) if torn else columns


def _row_values(
    row: _Row, columns: list[Column], label: str, *, measured: bool
) -> Iterator[FoundValue]:
    """The values of a row. What is more than the years are closes a line of the name: "dưới 5"."""
    line, values = row.read.line, row.read.values
    words, unit, below = row.read.words, None, row.below
    if measured:  # its cell stands before the values, what is wrapped of the name below it
        words, unit = unit_behind(f" {words}")
        if unit is not None and below[:1] and "/" in unit:  # "con/phụ" above "nữ"
            whole, longer = unit_behind(f" {row.read.words} {below[0]}")
            if longer is not None and longer.startswith(unit) and longer != unit:
                words, unit, below = whole, longer, below[1:]
    name = " ".join([*row.above, words.strip(), *values[: -len(columns)], *below]).strip()
    if not re.search(r"[^\W\d_]{2}", name):
        return
    cells = Row(name, unit, line.start, line.end, label, "table_row")
    read = without_lost_commas([cell_value(cell) for cell in values[-len(columns) :]], unit)
    for column, value in zip(columns, read, strict=True):
        if value is None or column is None:
            continue
        yield measured_in(found_in(cells, *column, value), None)

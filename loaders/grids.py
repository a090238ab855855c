"""Grids: tables of targets, with cells between pipes or torn over lines by PDF text.

A table is known by a heading line that names its columns ("Chỉ tiêu", "Đơn vị", years). A row of
torn text is complete when it ends with as many values as the heading has years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.indicators import FoundValue
from loaders.patterns import load_patterns, rx
from loaders.quantities import parse_number
from loaders.structure import Line
from loaders.text import SourceText

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SIGNS = {
    ">": ">",
    "<": "<",
    "≥": ">=",
    "≤": "<=",
    ">=": ">=",
    "<=": "<=",
    "": "=",
    "~": "~",
    "trên": ">",
    "dưới": "<",
}
_CELL = re.compile(
    r"(?P<sign>>=|<=|[<>≥≤~]|trên|dưới)?\s*(?P<number>\d[\d.,]*)\s*(?P<share>%|‰)?(?:\s*\([^)]*\))?\s*$"
)
_VALUE = r"(?:[<>≥≤~]=?\s?)?\d[\d.,]*(?:\s?[%‰])?(?:\s\([^()]{1,14}\))?"
_HEADING = rx(
    r"(?:(?:stt|tt|số tt|số thứ tự) )?(?:tên )?(?:chỉ tiêu|chỉ số|nội dung chỉ tiêu)(?!\w)"
)
_OTHER_COLUMN = rx(r"(?:stt|tt|ghi chú|năm|đơn vị|đvt|\d{4}|giai đoạn)")
_ROW_NUMBER = re.compile(r"\d{1,2}[.)]?\s+[^\W\d_]")
_UNIT_IN_NAME = re.compile(r"\s*\((%|‰|[^\W\d][^()\d]{0,24})\)")
_PER = re.compile(
    r"^(?:số|tỷ lệ|tổng số)\s+(?P<unit>[^/]{2,40}/\s?[\d.]+ [^/(]{2,20})$", re.IGNORECASE
)
_LONGEST_ROW = 8
_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the heading says: the years of the value columns, which of them look back."""

    name: int
    unit: int | None
    values: tuple[tuple[int, int | None, bool], ...]
    """(column, year, baseline)"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: the indicator's name, its unit's cell, the row's span and section."""

    name: str
    unit: str | None
    start: int
    end: int
    label: str
    rule: str


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
            while end < len(lines) and "|" in lines[end].text:
                end += 1
            values = list(_piped(text, lines[at:end], labels.get(lines[at].start, ""), issued))
        elif _is_heading(text, lines, at):
            end, values = _torn(text, lines, at, labels.get(lines[at].start, ""), issued)
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


def _piped(
    text: SourceText, lines: list[Line], label: str, issued: int | None
) -> Iterator[FoundValue]:
    columns: _Columns | None = None
    for line in lines:
        cells = [cell.strip() for cell in line.text.strip("| ").split("|")]
        if all(re.fullmatch(r":?-*:?", cell) for cell in cells):
            continue
        if columns is None:
            columns = _heading_columns([cell.lower() for cell in cells], issued)
            continue
        if len(cells) <= columns.name:
            continue
        unit = None
        if columns.unit is not None and columns.unit < len(cells):
            unit = cells[columns.unit]
        row = _Row(cells[columns.name], unit, line.start, line.end, label, "table_cell")
        for column, year, baseline in columns.values:
            value = _cell(cells[column]) if column < len(cells) else None
            if value is not None:
                yield _found(row, year, baseline, value)


def _heading_columns(cells: list[str], issued: int | None) -> _Columns | None:
    kinds = [_column_kind(cell) for cell in cells]
    if "indicator" not in kinds:
        return None
    values: list[tuple[int, int | None, bool]] = []
    for i, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
        if kind not in ("baseline", "target"):
            continue
        years = [int(y) for y in _YEAR.findall(cell)]
        year = years[-1] if years else None
        past = kind == "baseline" or (year is not None and issued is not None and year < issued)
        values.append((i, year, past))
    return _Columns(
        kinds.index("indicator"), kinds.index("unit") if "unit" in kinds else None, tuple(values)
    )


def _cell(cell: str) -> tuple[str, float] | None:
    match = _CELL.match(cell)
    if match is None:
        return None
    return _SIGNS[(match["sign"] or "").lower()], parse_number(match["number"].rstrip(".,"))


def _is_heading(text: SourceText, lines: list[Line], at: int) -> bool:
    """Whether a line begins the heading of a table whose columns PDF text has torn apart."""
    low = text.low[lines[at].start : lines[at].end]
    match = _HEADING.match(low)
    if match is None or len(low) > 90 or low.endswith((":", ".", ";")):
        return False
    near = " ".join(text.low[line.start : line.end] for line in lines[at : at + 8])
    return len(set(_YEAR.findall(near))) >= 1 and bool(
        low[match.end() :].strip() == "" or _OTHER_COLUMN.match(low[match.end() :].strip())
    )


def _torn(
    text: SourceText, lines: list[Line], at: int, label: str, issued: int | None
) -> tuple[int, list[FoundValue]]:
    first = next(
        (i for i in range(at + 1, min(at + 14, len(lines))) if _opens_rows(text, lines[i])), None
    )
    if first is None:
        return at + 1, []
    heading = " ".join(text.low[line.start : line.end] for line in lines[at:first])
    years = list(dict.fromkeys(int(y) for y in _YEAR.findall(heading)))
    if not years:
        return at + 1, []
    row = re.compile(
        rf"(?:\d{{1,2}}[.)]?\s+)?(?P<name>\D.*?)\s+(?P<values>(?:{_VALUE}(?:\s+|$)){{{len(years)}}})$"
    )
    found: list[FoundValue] = []
    buffer: list[Line] = []
    end = first
    for i in range(first, len(lines)):
        line = lines[i]
        if _closes(text, line):
            break
        if buffer and (_ROW_NUMBER.match(line.text) or _is_group(buffer, line)):
            buffer = []
        buffer.append(line)
        joined = re.sub(r"\s+", " ", " ".join(part.text for part in buffer))
        match = row.match(joined)
        if match is not None:
            found += _row_values(match, years, buffer, label, issued)
            buffer, end = [], i + 1
        elif len(buffer) > _LONGEST_ROW:
            break
    return end, found


def _opens_rows(text: SourceText, line: Line) -> bool:
    low = text.low[line.start : line.end]
    return (
        not _OTHER_COLUMN.match(low) and not _HEADING.match(low) and any(c.isalpha() for c in low)
    )


def _closes(text: SourceText, line: Line) -> bool:
    """A heading or a task ends the table."""
    low = text.low[line.start : line.end]
    return re.match(r"(?:[ivx]+\.|\d{1,2}\.\s+\D|[-+]\s|nơi nhận|điều \d)", low) is not None


def _is_group(buffer: list[Line], line: Line) -> bool:
    """A line of words alone, before another that begins with a capital, names a group of rows."""
    alone = len(buffer) == 1 and not re.search(r"\d", buffer[0].text)
    return alone and line.text[0].isupper() and not buffer[0].text.endswith(("/", ",", "-"))


def _row_values(
    match: re.Match[str], years: list[int], buffer: list[Line], label: str, issued: int | None
) -> Iterator[FoundValue]:
    row = _Row(match["name"], None, buffer[0].start, buffer[-1].end, label, "table_row")
    cells = [cell.strip() for cell in re.findall(_VALUE, match["values"])]
    for year, cell in zip(years, cells, strict=False):
        value = _cell(cell)
        if value is not None:
            past = (issued is not None and year < issued) or (
                issued is None and len(years) > 1 and year == min(years)
            )
            yield _found(row, year, past, value)


def _found(row: _Row, year: int | None, baseline: bool, value: tuple[str, float]) -> FoundValue:
    name, unit = " ".join(row.name.split()).strip(" .:;-*"), row.unit
    if unit is None and (inner := _UNIT_IN_NAME.search(name)):
        unit = inner[1]
        name = " ".join((name[: inner.start()] + name[inner.end() :]).split())
    if unit is None and (per := _PER.match(name)):
        unit = re.sub(r"^giường bệnh(?: viện)?", "giường", per["unit"])
    op, number = value
    return FoundValue(
        name=name[:1].upper() + name[1:], unit=unit or None, year=year, op=op, value=number,
        value_to=None, baseline=baseline, start=row.start, end=row.end, section=row.label,
        rule=row.rule, confidence=_CONFIDENCE,
    )  # fmt: skip

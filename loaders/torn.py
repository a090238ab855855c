"""Torn tables: rows of targets whose cells PDF text has put on lines of their own.

A table is known by a heading line that names its columns ("Chỉ tiêu", "Đơn vị", years). A row is
complete when it ends with as many values as the heading has years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.cells import YEAR, Row, cell_value, found_in
from loaders.found_values import FoundValue
from loaders.patterns import find_of, rx
from loaders.quantities import canonical_unit, counted_words, unit_words
from loaders.structure import Line
from loaders.text import SourceText

_VALUE = r"(?:(?:[<>≥≤~]=?\s?)?\d[\d.,]*(?:\s?[%‰])?(?:\s\([^()]{1,14}\))?|(?<!\S)[-–](?!\S))"
_HEADING = rx(
    r"(?:(?:stt|tt|số tt|số thứ tự) )?(?:tên )?(?:chỉ tiêu|chỉ số|nội dung chỉ tiêu)(?!\w)"
)
_OTHER_COLUMN = rx(
    r"(?:stt|tt|ghi chú|năm|đơn vị|đvt|\d{4}|giai đoạn"
    r"|(?:ước(?: thực hiện)?|thực hiện|hiện trạng|kế hoạch|mục tiêu|th|kh)(?: năm(?: \d{4})?)?$)"
)
_ROW_NUMBER = re.compile(r"\d{1,2}[.)]?\s+[^\W\d_]")
_LONGEST_ROW = 8


def is_torn_heading(lines: list[Line], at: int) -> bool:
    """Whether a line begins the heading of a table whose columns PDF text has torn apart."""
    low = lines[at].low
    match = _HEADING.match(low)
    if match is None or len(low) > 90 or low.endswith((":", ".", ";")):
        return False
    near = " ".join(line.low for line in lines[at : at + 8])
    return len(set(YEAR.findall(near))) >= 1 and bool(
        low[match.end() :].strip() == "" or _OTHER_COLUMN.match(low[match.end() :].strip())
    )


def torn_values(
    text: SourceText, lines: list[Line], at: int, label: str, issued: int | None
) -> tuple[int, list[FoundValue]]:
    """Return the index behind the table whose heading begins at `at`, and its values."""
    first = next(
        (i for i in range(at + 1, min(at + 14, len(lines))) if _opens_rows(text, lines[i])), None
    )
    if first is None:
        return at + 1, []
    heading = " ".join(text.low[line.start : line.end] for line in lines[at:first])
    years = _years(heading, issued)
    if not years:
        return at + 1, []
    measured = find_of("quantities", "unit_column")(heading) is not None
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
            found += _row_values(match, years, buffer, label, measured=measured)
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
    match: re.Match[str],
    years: dict[int, bool],
    buffer: list[Line],
    label: str,
    *,
    measured: bool,
) -> Iterator[FoundValue]:
    """The values of one torn row; `measured` where the heading has a column of units."""
    name, unit = _unit_behind(match["name"]) if measured else (match["name"], None)
    row = Row(name, unit, buffer[0].start, buffer[-1].end, label, "table_row")
    cells = [cell.strip() for cell in re.findall(_VALUE, match["values"])]
    for (year, past), cell in zip(years.items(), cells, strict=False):
        value = cell_value(cell)
        if value is not None:
            yield found_in(row, year, past, value)


def _years(heading: str, issued: int | None) -> dict[int, bool]:
    """The years that a heading names, in its order, and whether the column of each looks back.

    It does where it is of a year before the paper's (of a paper without a year: the first of
    several), or where the words before the year say so: "Ước thực hiện năm".
    """
    is_past = find_of("quantities", "past_column")
    years: dict[int, bool] = {}
    before = 0
    for match in YEAR.finditer(heading):
        past = is_past(heading[before : match.start()]) is not None
        years.setdefault(int(match[1]), past or (issued is not None and int(match[1]) < issued))
        before = match.end()
    if issued is None and len(years) > 1:
        years[min(years)] = True
    return years


def _unit_behind(name: str) -> tuple[str, str | None]:
    """Part a name from the cell of its unit behind it: "Tỷ lệ A %", "Diện tích B ha"."""
    for at in (m.start() for m in re.finditer(r"\s+(?=\S)", name[-40:])):
        words = name.lower()[len(name) - min(40, len(name)) + at :]
        unit = unit_words().fullmatch(words) or counted_words().fullmatch(words)
        if unit is not None or words.strip() in ("%", "‰"):
            cut = len(name) - len(words)
            return name[:cut], canonical_unit(words.strip())
    return name, None

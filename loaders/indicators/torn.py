"""Torn tables: rows of targets whose cells PDF text has put on lines of their own.

A table is known by a heading line that names its columns ("Chỉ tiêu", "Đơn vị", years). A row is
complete when it ends with as many values as the heading has years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from loaders.grammar.patterns import find_of, rx
from loaders.indicators.captions import Caption
from loaders.indicators.cells import YEAR, Row, cell_value, found_in, measured_in
from loaders.indicators.found_values import FoundValue
from loaders.indicators.parts import name_of_part
from loaders.indicators.quantities import canonical_unit, counted_words, unit_words
from loaders.layout.lines import Line
from loaders.text.source_text import SourceText

_VALUE = (
    r"(?:(?:[<>≥≤~]=?\s?)?\d[\d.,]*(?:-\d[\d.,]*)?(?:\s?[%‰])?(?:\s\([^()]{1,14}\))?"
    r"|(?<!\S)[-–](?!\S))"
)
_HEADING = rx(
    r"(?:(?:stt|tt|số tt|số thứ tự) )?(?:tên )?(?:chỉ ?tiêu|chỉ số|nội dung chỉ tiêu)(?!\w)"
)
_OTHER_COLUMN = rx(
    r"(?:stt|tt|ghi chú|năm|đơn vị|đvt|\d{4}|giai đoạn"
    r"|(?:ước(?: thực hiện)?|thực hiện|hiện trạng|kế hoạch|mục tiêu|th|kh)"
    r"(?: năm)?(?: \d{4}(?: ?- ?\d{4})?)?$)"
)
Column = tuple[int | None, bool] | None
"""The year of a column and whether it looks back; None for a column that says nothing new."""
_PERIOD = re.compile(r"(?<!\d)(?:(?:19|20)\d\d ?[-–] ?)?((?:19|20)\d\d)(?!\d)")
_YEARS_LAST = re.compile(r"(?:(?<=\snăm)(?:\s(?:19|20)\d\d){2,4})(?!\s?[-–]?\s?\d)")
_VALUES_LAST = re.compile(rf"(?<=\s)(?:{_VALUE}(?:\s+|$))+$")
_MOST_ROWS = 40
_VALUES_REACH = 80
"""Characters at the end of a row that hold its values."""
_ROW_NUMBER = re.compile(r"(?P<number>\d{1,2})(?:[.)]?\s+|\s?[_|]\s*)[^\W\d_]")
_PART = re.compile(r"(?:[-+]\s+)?(?:[Tt]rong đó:?|[-+])\s+")
_BARE_YEAR = re.compile(r"(?:(?:19|20)\d\d ?[-–] ?)?(?:19|20)\d\d\s*")
_HEADING_CELL = 24
_LONGEST_HEADING = 13
_NUMBER_BEFORE = re.compile(r"^\d{1,2}[.)]?\s+")
_NUMBER_ALONE = re.compile(r"\d{1,3}[.)]?")
_LONGEST_ROW = 8


def names_indicators(low: str) -> bool:
    """Whether a line begins as the heading of a column of indicators does."""
    return _HEADING.match(low) is not None


def is_torn_heading(lines: list[Line], at: int) -> bool:
    """Whether a line begins the heading of a table whose columns PDF text has torn apart."""
    low = lines[at].low
    match = _HEADING.match(low)
    if match is None or len(low) > 90 or low.endswith((":", ".", ";")):
        return False
    near = " ".join(line.low for line in lines[at : at + 8])
    if not YEAR.search(near) and find_of("quantities", "unit_column")(low) is None:
        return False
    rest = low[match.end() :].strip()
    return not any(c.isalnum() for c in rest) or _OTHER_COLUMN.match(rest) is not None


def torn_values(
    text: SourceText, lines: list[Line], at: int, caption: Caption, issued: int | None
) -> tuple[int, list[FoundValue]]:
    """Return the index behind the table whose heading begins at `at`, and its values."""
    first = _first_row(text, lines, at + 1)
    if first is None:
        return at + 1, []
    heading = " ".join(text.low[line.start : line.end] for line in lines[at:first])
    measured = find_of("quantities", "unit_column")(heading) is not None
    columns: list[Column] = [*year_columns(heading, issued)]
    if not columns and measured and caption.goal:
        columns = [(caption.year, False)]
    if len(columns) == 1 and (
        lost := _lost_columns(text, lines[first : first + _MOST_ROWS], columns[0])
    ):
        columns, measured = lost, True
    if not columns:
        return at + 1, []
    row = re.compile(
        rf"(?:\d{{1,2}}[.)]?\s+)?(?P<name>\D.*?)\s+"
        rf"(?P<values>(?:{_VALUE}(?:\s+|$)){{{len(columns)}}})$"
    )
    found: list[FoundValue] = []
    buffer: list[Line] = []
    end, whole = first, ""
    for i in range(first, len(lines)):
        line = lines[i]
        part = _PART.match(line.text) and row.match(_joined([line]))
        if part is not None:
            whole, buffer = _NUMBER_BEFORE.sub("", _joined(buffer)) or whole, [line]
            found += _row_values(part, columns, buffer, caption.label, measured=measured, of=whole)
            buffer, end = [], i + 1
            continue
        if _closes(text, line):
            break
        if buffer and (_opens_next(buffer, line) or _is_group(buffer, line)):
            buffer = []
        buffer.append(line)
        match = row.match(_joined(buffer))
        if match is not None:
            found += _row_values(match, columns, buffer, caption.label, measured=measured)
            name = match["name"]
            buffer, end, whole = [], i + 1, unit_behind(name)[0] if measured else name
        elif len(buffer) > _LONGEST_ROW:
            break
    return end, found


def _first_row(text: SourceText, lines: list[Line], at: int) -> int | None:
    """Return the index of the line that opens the first row, of the lines behind `at`.

    Short words above a bare year ("Định", "hướng", "2025") are one more heading of a column.
    """
    last = min(at + _LONGEST_HEADING, len(lines))
    first = next((i for i in range(at, last) if _opens_rows(text, lines[i])), None)
    if first is None:
        return None
    words = list(takewhile(lambda line: len(line.text) <= _HEADING_CELL, lines[first : first + 4]))
    year = next((i for i, line in enumerate(words) if _BARE_YEAR.fullmatch(line.text)), None)
    return first if year is None else _first_row(text, lines, first + year + 1)


def _joined(lines: list[Line]) -> str:
    """The words of lines with single blanks, and without the strokes of a grid that OCR read."""
    return " ".join(" ".join(line.text for line in lines).replace("|", " ").split())


def _lost_columns(text: SourceText, lines: list[Line], known: Column) -> list[Column] | None:
    """The columns of rows that have two or three values where the heading names the last alone.

    One that repeats the last in most rows is of the same; what is left looks back, if it is one.
    """
    own = takewhile(lambda line: not _closes(text, line), lines)
    ends = (_VALUES_LAST.search(_joined([line])[-_VALUES_REACH:]) for line in own)
    rows = [[cell_value(cell) for cell in re.findall(_VALUE, end[0])] for end in ends if end]
    widths = Counter(len(row) for row in rows)
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    if width not in (2, 3) or count < 2 or count < 0.6 * len(rows):
        return None
    whole = [row for row in rows if len(row) == width]
    repeats = [sum(row[i] == row[-1] for row in whole) > 0.5 * len(whole) for i in range(width - 1)]
    if repeats.count(False) != 1:
        return None
    return [*(None if again else (None, True) for again in repeats), known]


def _opens_rows(text: SourceText, line: Line) -> bool:
    low = text.low[line.start : line.end]
    return (
        not _OTHER_COLUMN.match(low) and not _HEADING.match(low) and any(c.isalpha() for c in low)
    )


def _closes(text: SourceText, line: Line) -> bool:
    """A heading or a task ends the table."""
    low = text.low[line.start : line.end]
    return re.match(r"(?:[ivx]+\.|\d{1,2}\.\s+\D|[-+]\s|nơi nhận|điều \d)", low) is not None


def _opens_next(buffer: list[Line], line: Line) -> bool:
    """Whether a line opens the row behind one whose values are lost, by its number.

    "5 tuổi ra lớp" goes on with row 2: no row has that number there.
    """
    number, above = (_ROW_NUMBER.match(one.text) for one in (line, buffer[0]))
    if number is None or above is None:
        return number is not None
    return (
        int(number["number"]) == int(above["number"]) + 1 or line.text[number.end() - 1].isupper()
    )


def _is_group(buffer: list[Line], line: Line) -> bool:
    """A line of words alone, before another that begins with a capital, or before a row's number
    alone, names a group of rows.
    """
    alone = len(buffer) == 1 and not re.search(r"\d", buffer[0].text)
    if unit_words().fullmatch(f" {line.low}") or counted_words().fullmatch(f" {line.low}"):
        return False  # the cell of its unit
    opens = line.text[0].isupper() or _NUMBER_ALONE.fullmatch(line.text) is not None
    return alone and opens and not buffer[0].text.endswith(("/", ",", "-"))


def _row_values(
    match: re.Match[str],
    columns: list[Column],
    buffer: list[Line],
    label: str,
    *,
    measured: bool,
    of: str = "",
) -> Iterator[FoundValue]:
    """The values of one torn row; `measured` where the heading has a column of units.

    `of` is what the row says a part of: the one above.
    """
    name, unit = unit_behind(match["name"]) if measured else (match["name"], None)
    if of:
        name = name_of_part(of, _PART.sub("", name, count=1))
    row = Row(name, unit, buffer[0].start, buffer[-1].end, label, "table_row")
    cells = [cell.strip() for cell in re.findall(_VALUE, match["values"])]
    for column, cell in zip(columns, cells, strict=False):
        value = cell_value(cell)
        if value is not None and column is not None:
            yield measured_in(found_in(row, *column, value), None)


def year_columns(heading: str, issued: int | None) -> list[tuple[int, bool]]:
    """The years that a heading names, in its order, and whether the column of each looks back.

    It does where it is of a year before the paper's (of a paper without a year: the first of
    several), or where the words before the year say so: "Ước thực hiện năm". A period is its last
    year; a year that is named twice has two columns where one looks back and one does not.
    """
    heading = _with_own_years(heading)
    is_past = find_of("quantities", "past_column")
    columns: list[tuple[int, bool]] = []
    before = 0
    for match in _PERIOD.finditer(heading):
        year = int(match[1])
        past = is_past(heading[before : match.start()]) is not None
        column = year, past or (issued is not None and year < issued)
        columns += [column] if column not in columns else []
        before = match.end()
    if issued is None and len(columns) > 1:
        first = min(year for year, _ in columns)
        columns = [(year, past or year == first) for year, past in columns]
    return columns


def _with_own_years(heading: str) -> str:
    """The words of a heading with each year behind its own: "thực hiện năm kế hoạch năm 2025 2026",
    where the years stand on a line below, is "thực hiện năm 2025 kế hoạch năm 2026".
    """
    years = _YEARS_LAST.search(heading)
    if years is None:
        return heading
    each = years[0].split()
    words = re.split(r"(?<=\snăm)(?=\s)", heading[: years.start()])
    if len(words) != len(each) or YEAR.search(heading[: years.start()]):
        return heading
    own = " ".join(f"{word} {year}" for word, year in zip(words, each, strict=True))
    return own + heading[years.end() :]


_SHARE_CELL = re.compile(
    r"[%‰](?:\s?/\s?[^\W\d_]+)?|/\s?1\d{0,2}\.000(?:\.000)? [^\W\d_]+(?: [^\W\d_]+){0,2}"
)
"""A share, or so many of so many: "/100.000 dân"."""
_COUNTED_AGAIN = re.compile(
    r"(?P<name>Số (?P<thing>[^\W\d_]+) [^\W\d_].*?)\s+(?P=thing)", re.IGNORECASE
)
"""A count whose cell of the unit repeats the thing: "Số cặp tảo hôn cặp"."""


def unit_behind(name: str) -> tuple[str, str | None]:
    """Part a name from the cell of its unit behind it: "Tỷ lệ A %", "Diện tích B ha"."""
    for at in (m.start() for m in re.finditer(r"\s+(?=\S)", name[-40:])):
        words = name.lower()[len(name) - min(40, len(name)) + at :]
        unit = unit_words().fullmatch(words) or counted_words().fullmatch(words)
        if unit is not None or _SHARE_CELL.fullmatch(words.strip()):
            cut = len(name) - len(words)
            return name[:cut], canonical_unit(words.strip())
    if counted := _COUNTED_AGAIN.fullmatch(name.strip()):
        return counted["name"], counted["thing"].lower()
    return name, None

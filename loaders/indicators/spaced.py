"""Spaced tables: cells that stand one below the other, with wide blanks between them."""

from __future__ import annotations

import re

from loaders.indicators.cells import cell_value
from loaders.indicators.columns import column_kind
from loaders.indicators.crossings import bearer_column
from loaders.layout.lines import Line
from loaders.layout.piped import PipedRow
from loaders.text.source_text import SourceText

_YEARS = re.compile(r"(?:(?:19|20)\d\d ?[-–] ?)?(?:19|20)\d\d")
_GAP = re.compile(r"\s{2,}")
_NUMBERS = re.compile(r"(?:tt|stt|số tt|số thứ tự)")
_ROW_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-ZĐ])[.)]?")
_SECTION = re.compile(r"[ivx]+\.\s+[^\W\d_]|điều \d|nơi nhận")
_FIRST = {"1", "01", "I", "A"}
_PROSE_ENDS = (".", ";", ",", ":")
_LONGEST_HEADING = 4
_ASIDE = 4
"""So many letters a cell's second line may stand aside from where its column begins."""
_Piece = tuple[int, int, str]
"""Where a piece of a line begins and ends on it, and its words."""


def is_spaced_heading(line: Line) -> bool:
    """Whether a line with wide blanks names a column of places or bodies, or one of indicators
    with one of units or values, and others.

    A line of prose whose words stand wide apart, as justified text has them, is none.
    """
    if "  " not in line.text or line.text.endswith(_PROSE_ENDS):
        return False
    cells = _GAP.split(line.low)
    if len(cells) < 3 or _is_prose(line.text, cells[0]):
        return False
    kinds = [column_kind(cell) for cell in cells]
    measured = "indicator" in kinds and {"unit", "baseline", "target"} & set(kinds)
    return bool(measured) or bearer_column(cells) is not None


def _is_prose(words: str, first: str) -> bool:
    """Whether the wide blanks of a line are those of justified text.

    There they part single words, small and capital; cells begin with capitals or figures, and
    some are phrases, or the first is that of row numbers.
    """
    cells = _GAP.split(words)
    small = sum(cell[0].islower() for cell in cells)
    phrases = any(" " in cell for cell in cells)
    return small * 3 > len(cells) or not (phrases or _NUMBERS.fullmatch(first))


def spaced_rows(text: SourceText, lines: list[Line], at: int) -> tuple[int, list[PipedRow]]:
    """Return the index behind the table whose heading begins at `at`, and its rows.

    A piece belongs to the column that it stands most under; the lines of the heading are put
    together by column. Where rows are numbered, one begins at each number, and else at each line
    with values. A line of words under a column goes on with its row, or, where it begins with a
    capital and the next row with none, begins that one. A line of words above another row is a
    caption in the table; any other line ends it.
    """
    first = at + 1
    columns = _pieces(text, lines[at])
    while first < min(at + _LONGEST_HEADING, len(lines)) and not (
        _opens_rows(text, lines[first]) or _begins_next(text, lines, first, columns)
    ):
        columns = _columns([columns, _pieces(text, lines[first])])
        first += 1
    numbered = _NUMBERS.fullmatch(columns[0][2].lower()) is not None
    rows: list[PipedRow] = [([words for _, _, words in columns], lines[at].start, lines[at].end)]
    before: PipedRow | None = None  # the words of a row that stand above its number
    end = first
    while end < len(lines):
        line = lines[end]
        cells = _cells(text, line, columns)
        begins = numbered and _ROW_MARK.fullmatch(cells[0]) is not None and line.gap <= 1
        valued = _is_row(text, line)
        if not valued and _SECTION.match(line.low):
            break
        if begins or (valued and not (numbered and len(rows) > 1 and not _has_values(rows[-1]))):
            row = cells, line.start, line.end
            rows.append(_joined(before, row) if before else row)
            before = None
        elif _is_under(text, line, columns) and _begins_next(text, lines, end, columns):
            before = cells, line.start, line.end
        elif valued or (
            len(rows) > 1
            and (_is_under(text, line, columns) or _goes_on_below(text, lines, end, columns))
        ):
            rows[-1] = _joined(rows[-1], (cells, line.start, line.end))
        elif not (line.gap <= 0 and end + 1 < len(lines) and _is_row(text, lines[end + 1])):
            break
        end += 1
    return end, rows


def _opens_rows(text: SourceText, line: Line) -> bool:
    """Whether the rows begin at a line: it has values, or the first number and words."""
    pieces = _pieces(text, line)
    first = len(pieces) == 2 and pieces[0][2].rstrip(".)") in _FIRST
    return first or _is_row(text, line)


def _cells(text: SourceText, line: Line, columns: list[_Piece]) -> list[str]:
    cells = [""] * len(columns)
    for piece in _pieces(text, line):
        column = _column_of(piece, columns)
        cells[column] = f"{cells[column]} {piece[2]}".strip()
    return cells


def _joined(row: PipedRow, more: PipedRow) -> PipedRow:
    """Put the cells of two lines together; a number that stands in the second stays first."""
    cells = [f"{a} {b}".strip() for a, b in zip(row[0], more[0], strict=True)]
    return cells, row[1], more[2]


def _has_values(row: PipedRow) -> bool:
    return any(cell_value(cell) for cell in row[0][2:])


def _is_under(text: SourceText, line: Line, columns: list[_Piece]) -> bool:
    """Whether a line is one piece that begins where a column does and ends before the next."""
    pieces = _pieces(text, line)
    if len(pieces) != 1 or line.gap > 0:
        return False
    at = _column_of(pieces[0], columns)
    start, end, _ = pieces[0]
    under = abs(start - columns[at][0]) <= _ASIDE
    return under and (at + 1 == len(columns) or end <= columns[at + 1][0])


def _goes_on_below(text: SourceText, lines: list[Line], at: int, columns: list[_Piece]) -> bool:
    """Whether a line goes on with the words of a cell above it, which begins where it does.

    The heading of a column may stand in its middle.
    """
    pieces = _pieces(text, lines[at])
    if len(pieces) != 1 or lines[at].gap > 0 or not pieces[0][2][:1].islower():
        return False
    column = _column_of(pieces[0], columns)
    return any(
        abs(above[0] - pieces[0][0]) <= 1 and _column_of(above, columns) == column
        for above in _pieces(text, lines[at - 1])
    )


def _begins_next(text: SourceText, lines: list[Line], at: int, columns: list[_Piece]) -> bool:
    """Whether the words of a line are those of the next row, whose number stands beneath."""
    if at + 1 == len(lines) or not lines[at].text[:1].isupper():
        return False
    cells = _cells(text, lines[at + 1], columns)
    words = next((cell for cell in cells[1:] if cell), "")
    return _ROW_MARK.fullmatch(cells[0]) is not None and words[:1].islower()


def _pieces(text: SourceText, line: Line) -> list[_Piece]:
    left = line.start - (text.value.rfind("\n", 0, line.start) + 1)
    return [
        (left + m.start(), left + m.end(), m[0]) for m in re.finditer(r"\S+(?:\s\S+)*", line.text)
    ]


def _is_row(text: SourceText, line: Line) -> bool:
    """Whether a line has several pieces, one of them a value and not all of them years."""
    pieces = [words for _, _, words in _pieces(text, line)]
    values = [words for words in pieces[1:] if cell_value(words) and not _YEARS.fullmatch(words)]
    return len(pieces) > 2 and values != []


def _columns(lines: list[list[_Piece]]) -> list[_Piece]:
    columns = list(lines[0])
    for pieces in lines[1:]:
        for piece in pieces:
            i = _column_of(piece, columns)
            start, end, words = columns[i]
            columns[i] = (min(start, piece[0]), max(end, piece[1]), f"{words} {piece[2]}")
    return columns


def _column_of(piece: _Piece, columns: list[_Piece]) -> int:
    """The column that a piece shares most with, else the nearest."""

    def shared(i: int) -> tuple[int, int]:
        start, end, _ = columns[i]
        return min(end, piece[1]) - max(start, piece[0]), -i

    return max(range(len(columns)), key=shared)

"""Spaced tables: cells that stand one below the other, with wide blanks between them."""

from __future__ import annotations

import re

from loaders.cells import YEAR, cell_value
from loaders.crossings import bearer_column
from loaders.piped import PipedRow
from loaders.structure import Line
from loaders.text import SourceText

_GAP = re.compile(r"\s{2,}")
_LONGEST_HEADING = 4
_Piece = tuple[int, int, str]
"""Where a piece of a line begins and ends on it, and its words."""


def is_spaced_heading(line: Line) -> bool:
    """Whether a line with wide blanks names a column of places or bodies, and others."""
    if "  " not in line.text:
        return False
    cells = _GAP.split(line.low)
    return len(cells) > 2 and bearer_column(cells) is not None


def spaced_rows(text: SourceText, lines: list[Line], at: int) -> tuple[int, list[PipedRow]]:
    """Return the index behind the table whose heading begins at `at`, and its rows.

    A piece belongs to the column that it stands most under; the lines of the heading are put
    together by column. A line of one piece alone goes on with the row above, or ends the table.
    """
    first = at + 1
    while first < min(at + _LONGEST_HEADING, len(lines)) and not _is_row(text, lines[first]):
        first += 1
    columns = _columns([_pieces(text, line) for line in lines[at:first]])
    rows: list[PipedRow] = [([words for _, _, words in columns], lines[at].start, lines[at].end)]
    end = first
    while end < len(lines) and _is_row(text, lines[end]):
        cells = [""] * len(columns)
        for piece in _pieces(text, lines[end]):
            column = _column_of(piece, columns)
            cells[column] = f"{cells[column]} {piece[2]}".strip()
        rows.append((cells, lines[end].start, lines[end].end))
        end += 1
    return end, rows


def _pieces(text: SourceText, line: Line) -> list[_Piece]:
    left = line.start - (text.value.rfind("\n", 0, line.start) + 1)
    return [
        (left + m.start(), left + m.end(), m[0]) for m in re.finditer(r"\S+(?:\s\S+)*", line.text)
    ]


def _is_row(text: SourceText, line: Line) -> bool:
    """Whether a line has several pieces, one of them a value and not all of them years."""
    pieces = [words for _, _, words in _pieces(text, line)]
    values = [words for words in pieces[1:] if cell_value(words) and not YEAR.fullmatch(words)]
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

"""Tabbed rows: cells that a word processor parted with tabs, read as cells between pipes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

_FEWEST_CELLS = 3
_FEWEST_FILLED = 2
"""Cells with words in a row: the others may be empty where no other line has words there."""


class _Row(NamedTuple):
    """A line with tabs at text[start:end]."""

    start: int
    end: int
    words: str


def with_cells(text: str) -> str:
    """Return the text, of the same length, with a pipe for each tab between the cells of a table.

    A table is two lines or more, one below the other, with the same number of tabs; the first
    names three columns or more, and leaves none open. What else stands between tabs, a letterhead
    or a signature, has fewer. Tabs around a row part nothing, unless without them it has too few:
    they stand for empty cells then.
    """
    if "\t" not in text:
        return text
    pieces: list[str] = []
    done = 0
    rows: list[_Row] = []
    for row in _rows(text):
        if rows and not (row.start == rows[-1].end + 1 and _fits(row, rows[0])):
            done = _put(text, rows, done, pieces)
            rows = []
        if rows or _is_heading(row):
            rows.append(row)
    done = _put(text, rows, done, pieces)
    return "".join([*pieces, text[done:]]) if pieces else text


def _rows(text: str) -> Iterator[_Row]:
    at = text.find("\t")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = end if end >= 0 else len(text)
        yield _Row(start, end, text[start:end])
        at = text.find("\t", end)


def _put(text: str, rows: list[_Row], done: int, pieces: list[str]) -> int:
    """Add the text up to the end of the rows, with their pipes, where they are a table's."""
    if not any(sum(map(bool, _cells(row))) >= _FEWEST_FILLED for row in rows[1:]):
        return done
    for row in rows:
        words = row.words.strip()
        if _width(row) < _width(rows[0]):
            words = row.words  # its first or last cells are empty
        begin = row.start + row.words.index(words)
        pieces += (text[done:begin], words.replace("\t", "|"))
        done = begin + len(words)
    return done


def _cells(row: _Row) -> list[str]:
    return [cell.strip() for cell in row.words.strip().split("\t")]


def _width(row: _Row) -> int:
    return row.words.strip().count("\t")


def _fits(row: _Row, heading: _Row) -> bool:
    """Whether a row has as many cells as the heading, empty ones at its ends counted if need be."""
    wanted = _width(heading)
    return wanted in (_width(row), row.words.count("\t"))


def _is_heading(row: _Row) -> bool:
    cells = _cells(row)
    return len(cells) >= _FEWEST_CELLS and all(cells)

"""Rows for people: a table where there is room for one, else a block of lines for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

WIDE = 90
"""From how many columns on there is room for a table."""
_COLUMN = 36
_ANY = 10_000
_SHORT = 40
_PIECES = re.compile(r"[^.-]*[.-]?")


class Key:
    """A key that is never broken inside a word: what is too long goes on behind a "." or "-"."""

    def __init__(self, key: str) -> None:
        self._pieces = [piece for piece in _PIECES.findall(key) if piece]

    def lines(self, width: int) -> Iterator[str]:
        """Yield the lines of the key, each of at most `width` letters where its words allow it."""
        line = ""
        for piece in self._pieces:
            if line and len(line) + len(piece) > width:
                yield line
                line = ""
            line += piece
        yield line

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines that fit."""
        for line in self.lines(options.max_width):
            yield Text(line, no_wrap=True, overflow="ignore")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the room for its longest piece, and for all of it."""
        return Measurement(max(map(len, self._pieces), default=0), sum(map(len, self._pieces)))


class Rows:
    """Rows under headings; the last column takes the room that the others leave."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = tuple(columns)
        self._rows: list[tuple[RenderableType, ...]] = []

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def add_row(self, *cells: RenderableType) -> None:
        """Add a row, a cell for each heading."""
        self._rows.append(cells)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table, or where it is narrow the rows one below the other."""
        made = self._table(max(_COLUMN, options.max_width // 3))
        natural = Measurement.get(console, options.update(max_width=_ANY), made).maximum
        if options.max_width >= WIDE or natural <= options.max_width:
            yield made
        else:
            yield from self._blocks()

    def _table(self, most: int) -> Table:
        made = Table(box=None, pad_edge=False, header_style="bold")
        for place, column in enumerate(self._columns):
            last = place == len(self._columns) - 1
            made.add_column(
                column,
                overflow="fold",
                ratio=1 if last else None,
                max_width=None if last else most,
            )
        for row in self._rows:
            made.add_row(*row)
        return made

    def _blocks(self) -> Iterator[RenderableType]:
        """Yield each row as its first cell and, under it, the others with their headings."""
        for row in self._rows:
            for place, (heading, cell) in enumerate(zip(self._columns, row, strict=False)):
                indent = 2 if place else 0
                if isinstance(cell, str) and len(cell) <= _SHORT:
                    if cell:
                        yield Padding(f"{heading}: {cell}", (0, 0, 0, indent))
                else:
                    yield Padding(f"{heading}:", (0, 0, 0, indent))
                    yield Padding(cell, (0, 0, 0, indent + 2))
            yield Text("")

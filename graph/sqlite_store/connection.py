"""A connection to SQLite, by apsw: rows at once, and numbers handed over without being spelled out.

apsw brings its own SQLite, the same one on every system, with full-text search and `carray`, and
reads rows a third faster than the module of the standard library (docs/decisions/0006).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import apsw

Row = tuple[Any, ...]
Error = apsw.Error
CantOpen = apsw.CantOpenError

BUSY_SECONDS = 15.0
"""So long a statement waits for another program that is writing."""


class Connection(apsw.Connection):
    """What the store asks of SQLite. Raises `Error` and what is derived from it.

    Every statement is a transaction of its own unless one has begun.
    """

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a statement."""
        return self.execute(statement, values).fetchall()

    def first(self, statement: str, values: Sequence[Any] = ()) -> Row:
        """Return the one row of a statement that has always one."""
        [row] = self.execute(statement, values).fetchall()
        return row

    def write(self, statement: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run a statement for each of the rows, and return how many rows of the store it changed.

        What goes with a changed row (foreign keys) counts too.
        """
        before = self.total_changes()
        self.executemany(statement, rows)
        return self.total_changes() - before


def connect(uri: str) -> Connection:
    """Return a connection to a database by its `file:` address, which says how to open it."""
    db = Connection(
        uri, flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
    )
    db.set_busy_timeout(round(BUSY_SECONDS * 1000))
    return db


def numbers(values: Sequence[int]) -> Any:
    """Return whole numbers as the argument of `carray`."""
    return apsw.carray(array("q", values)) if values else None  # null is an empty list

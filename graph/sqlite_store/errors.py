"""SQLite's errors in the words of the store contract, each with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from graph.errors import StoreUnavailable

# Primary result codes (https://www.sqlite.org/rescode.html) to our code, the reason and what to do.
_REASONS = {
    apsw.SQLITE_BUSY: ("store_busy", "busy", "another program is writing to it; try again later"),
    apsw.SQLITE_LOCKED: ("store_busy", "busy", "another program is writing to it; try again later"),
    apsw.SQLITE_READONLY: (
        "store_read_only",
        "read_only_file",
        "it cannot be written to; give the right to write to the file and its folder, or choose "
        "another place with --store sqlite:PATH",
    ),
    apsw.SQLITE_PERM: (
        "store_read_only",
        "refused_access",
        "the system refuses access; see the file's rights",
    ),
    apsw.SQLITE_CORRUPT: (
        "store_damaged",
        "damaged",
        "the database is damaged; move it away and load the documents again",
    ),
    apsw.SQLITE_NOTADB: (
        "store_not_ours",
        "no_database_file",
        "this file is no phahe database; choose another place with --store sqlite:PATH",
    ),
    apsw.SQLITE_FULL: ("store_full", "disk_full", "the disk is full; make room and try again"),
    apsw.SQLITE_CANTOPEN: (
        "store_unreachable",
        "not_opened",
        "it cannot be opened; see whether the folder exists and may be used",
    ),
}
_OTHER = ("store_unreachable", "system_failed", "the system failed to read or write it")


@contextmanager
def translated(place: str | Path) -> Iterator[None]:
    """Run the block; an error of SQLite becomes StoreUnavailable that names `place`."""
    try:
        yield
    except apsw.ConstraintError as error:
        raise ValueError(f"the change contradicts itself or the store: {error}") from error
    except apsw.Error as error:
        raise unavailable(place, error) from error


def unavailable(place: str | Path, error: apsw.Error) -> StoreUnavailable:
    """Return the error to raise for one of SQLite."""
    text = str(error)
    if "no such module: fts5" in text or "no such table: carray" in text:
        reason = "this apsw's SQLite has no full-text search (FTS5) or no carray; install PyPI's"
        return StoreUnavailable(
            f"{place}: {reason}", code="store_unsupported", why="no_search", place=place
        )
    if isinstance(error, apsw.ConnectionClosedError):
        return StoreUnavailable(
            f"{place}: the store was closed", code="store_unreachable", why="closed", place=place
        )
    # What apsw itself refuses has no result code.
    code, why, remedy = _REASONS.get(getattr(error, "result", 0), _OTHER)
    return StoreUnavailable(
        f"{place}: {remedy} ({text})", code=code, why=why, place=place, detail=text
    )

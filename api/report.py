"""Reports: a row a file, written only after what the row promises is in the store."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TextIO

import orjson

from api.account import FileRow
from api.console import say
from api.remedies import system_told
from queries.errors import BadOption

_COLUMNS = ("file", "outcome", "key", "code", "message")
_LINES, _CSV, _WORKBOOK = (".jsonl", ".ndjson"), ".csv", ".xlsx"


class Report(Protocol):
    """Where rows go; `write` returns when they will outlive this process."""

    def write(self, rows: Iterable[FileRow]) -> None:
        """Append rows."""
        ...


class FileReport:
    """A report in a file that is made anew: JSON Lines (`.jsonl`), CSV (`.csv`) or XLSX (`.xlsx`).

    A workbook can only be written as a whole: it is made at the end, from JSON Lines that are
    written beside it and stay there; where it cannot be made then, or does not hold them all, that
    is said on stderr, and the load ends as it would have. In CSV a value that a spreadsheet would
    take for a formula has an apostrophe before it. Raises BadOption for another ending, and for a
    file that cannot be written when the load begins.
    """

    def __init__(self, path: Path) -> None:
        ending = path.suffix.lower()
        if ending not in (*_LINES, _CSV, _WORKBOOK):
            raise BadOption(f"{path}: tệp báo cáo phải là .jsonl, .csv hoặc .xlsx")
        self._book = path if ending == _WORKBOOK else None
        self._path = path.with_suffix(_LINES[0]) if self._book else path
        self._csv = ending == _CSV
        try:
            if self._book is not None and self._book.exists():
                self._book.open("ab").close()  # Excel may hold it: better told now than at the end
            encoding = "utf-8-sig" if self._csv else "utf-8"
            self._file: TextIO = self._path.open("w", encoding=encoding, newline="")
        except OSError as error:
            raise BadOption(f"{path}: {system_told(error)}") from error
        if self._csv:
            csv.writer(self._file).writerow(_COLUMNS)
            self._file.flush()

    def write(self, rows: Iterable[FileRow]) -> None:
        """Append rows and hand them to the system, so that killing phahe loses none."""
        if self._csv:
            from visual.csv_file import no_formula

            writer = csv.writer(self._file)
            for row in rows:
                values = row.as_json()
                writer.writerow([no_formula(values[name]) for name in _COLUMNS])
        else:
            for row in rows:
                self._file.write(orjson.dumps(row.as_json()).decode() + "\n")
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(OSError):
            self._file.close()
        if self._book is not None:
            self._write_book(self._book)

    def _write_book(self, book: Path) -> None:
        from api.output import write_bytes
        from api.version import version
        from visual.sheets import LOAD
        from visual.xlsx_file import MOST_ROWS, Origin, xlsx_bytes

        try:
            rows = [orjson.loads(line) for line in self._path.read_bytes().splitlines()]
            body = {"items": rows[:MOST_ROWS], "total": len(rows)}
            write_bytes(book, xlsx_bytes(LOAD, body, Origin("phahe load", version())))
        except (BadOption, OSError, ValueError) as error:
            say(f"phahe: không ghi được báo cáo {error}; các dòng vẫn ở {self._path}")
            return
        if len(rows) > MOST_ROWS:
            say(f"phahe: {book} chỉ có {MOST_ROWS} trên {len(rows)} dòng; tất cả ở {self._path}")


class NoReport:
    """Where no report was asked for."""

    def write(self, rows: Iterable[FileRow]) -> None:
        """Write nothing."""

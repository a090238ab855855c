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
from queries.errors import BadOption

_COLUMNS = ("file", "outcome", "key", "code", "message")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Report(Protocol):
    """Where rows go; `write` returns when they will outlive this process."""

    def write(self, rows: Iterable[FileRow]) -> None:
        """Append rows."""
        ...


class FileReport:
    """A report in a file that is made anew: JSON Lines (`.jsonl`) or CSV (`.csv`, for Excel).

    In CSV a value that a spreadsheet would take for a formula has an apostrophe before it.
    """

    def __init__(self, path: Path) -> None:
        ending = path.suffix.lower()
        if ending not in (".jsonl", ".ndjson", ".csv"):
            raise BadOption(f"{path}: tệp báo cáo phải là .jsonl hoặc .csv")
        self._csv = ending == ".csv"
        try:
            encoding = "utf-8-sig" if self._csv else "utf-8"
            self._file: TextIO = path.open("w", encoding=encoding, newline="")
        except OSError as error:
            raise BadOption(f"{path}: {error.strerror or error}") from error
        if self._csv:
            csv.writer(self._file).writerow(_COLUMNS)
            self._file.flush()

    def write(self, rows: Iterable[FileRow]) -> None:
        """Append rows and hand them to the system, so that killing phahe loses none."""
        if self._csv:
            writer = csv.writer(self._file)
            for row in rows:
                values = row.as_json()
                writer.writerow([_inert(values[name]) for name in _COLUMNS])
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


class NoReport:
    """Where no report was asked for."""

    def write(self, rows: Iterable[FileRow]) -> None:
        """Write nothing."""


def _inert(value: str | None) -> str:
    if value is None:
        return ""
    return f"'{value}" if value.startswith(_FORMULA) else value

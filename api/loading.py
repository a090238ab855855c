"""Loading: files found, read in worker processes, and committed in whole documents.

What a row of the report says is in the store when the row is written: a kill at any moment loses
no row's facts, and the next run goes on from there.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from api.account import Account, FileRow, Outcome
from api.naming import printable
from api.progress import Watch
from api.pruning import gone_files, still_there
from api.reading import Read, Reader, ToRead
from api.report import Report
from api.triage import FAILED, Planned, plan
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.model import StoredFile
from graph.store import Store
from loaders.read import ReadDocument
from loaders.records import EXTRACTOR_VERSION, Quality
from loaders.sources import FoundFile

BATCH = 500
SECONDS = 1.0
# A file that could not be got at says nothing of its content: what it said before stays.
_PASSING = frozenset({"unreadable", "not_found", "reader_died", "reader_timeout"})


class Stop:
    """Set from a signal handler to end a load after the commit that is under way."""

    def __init__(self) -> None:
        self.asked = False

    def ask(self, *_: object) -> None:
        """Ask for the end; takes what a signal handler is given."""
        self.asked = True


class Loading:
    """One load into one store; `run` may be called once."""

    def __init__(
        self, store: Store, reader: Reader, report: Report, watch: Watch, stop: Stop
    ) -> None:
        self._store = store
        self._reader = reader
        self._report = report
        self._watch = watch
        self._stop = stop
        self._account = Account()
        self._planned: deque[Planned] = deque()
        self._batch: list[tuple[Planned, Read | None]] = []
        self._size = 0
        self._last_commit = time.monotonic()

    def run(self, files: Iterable[FoundFile]) -> Account:
        """Read and commit the files in order, and return what became of each."""
        began = time.monotonic()
        for read in self._reader.read(self._to_read(files)):
            while (planned := self._planned.popleft()).read is not read.file:
                self._batch.append((planned, None))
            self._batch.append((planned, read))
            self._size += 1
            if self._stop.asked:
                break
            if self._size >= BATCH or time.monotonic() - self._last_commit >= SECONDS:
                self._commit()
        if not self._stop.asked:
            self._batch += ((planned, None) for planned in self._planned)
        self._commit()
        self._account.interrupted = self._stop.asked
        self._account.seconds = time.monotonic() - began
        return self._account

    def prune(self, paths: Sequence[Path], found: Collection[FoundFile]) -> list[Path]:
        """Take out the files at and below `paths` that are no files any more.

        Returns the paths that went away during the load: nothing below them was taken out.
        """
        there = still_there(paths, found)
        gone = gone_files(self._store, there, found)
        names = list(dict.fromkeys(name for some in gone.values() for name in some))
        for start in range(0, len(names), BATCH):
            write_files(self._store, (), retract=names[start : start + BATCH])
            self._account.pruned += names[start : start + BATCH]
        return [path for path in paths if path not in there]

    def _to_read(self, files: Iterable[FoundFile]) -> Iterator[ToRead]:
        for planned in plan(self._store, files):
            if self._stop.asked:
                return
            self._planned.append(planned)
            if planned.read is not None:
                yield planned.read
            elif planned.row is not None:
                self._watch.settled(planned.row)

    def _commit(self) -> None:
        """Commit what was read, then write its rows; nothing read, nothing committed."""
        read = [(planned, result) for planned, result in self._batch if result is not None]
        files = [_read_file(result.document) for _, result in read if result.document is not None]
        failures = [row for planned, result in read if (row := _failure(planned, result))]
        moved = [p.moved_from for p, result in read if result.document and p.moved_from]
        if files or failures:
            write_files(self._store, files, retract=moved, failures=failures)
        rows = self._rows()
        self._report.write(rows)
        self._account.files += rows
        self._batch.clear()
        self._size = 0
        self._last_commit = time.monotonic()

    def _rows(self) -> list[FileRow]:
        """Return the rows of the batch as the store now has it."""
        read = [planned.name for planned, read in self._batch if read is not None]
        stored = {file.name: file for file in self._store.files(read)} if read else {}
        keys = {file.document for file in stored.values() if file.document is not None}
        holders = {key: d.files for key, d in self._store.documents(sorted(keys)).items()}
        later = set(read)
        rows = []
        for planned, result in self._batch:
            later.discard(planned.name)
            if result is None:
                assert planned.row is not None
                row = planned.row
            else:
                row = _row(planned, result, stored.get(planned.name), holders, later)
                self._watch.settled(row)
            rows.append(row)
        return rows


def _row(
    planned: Planned,
    read: Read,
    stored: StoredFile | None,
    holders: dict[str, tuple[str, ...]],
    later: set[str],
) -> FileRow:
    if read.error is not None:
        message = printable(str(read.error))
        return FileRow(planned.name, Outcome.FAILED, None, read.error.code, message)
    if stored is None or stored.outcome == FAILED:
        message = f"{planned.name}: chương trình khác đã gỡ hoặc thay tệp này trong lúc nạp"
        return FileRow(planned.name, Outcome.FAILED, None, "store_changed", message)
    others = set(holders.get(stored.document or "", ())) - {planned.name} - later
    if planned.moved_from is not None:
        outcome = Outcome.UNCHANGED
    elif stored.outcome == Outcome.NEEDS_REVIEW:
        outcome = Outcome.NEEDS_REVIEW
    elif planned.known is not None and planned.known.outcome != FAILED:
        outcome = Outcome.CHANGED
    else:
        outcome = Outcome.DUPLICATE if others else Outcome.LOADED
    return FileRow(planned.name, outcome, stored.document, stored.code, stored.message)


def _read_file(read: ReadDocument) -> ReadFile:
    """Return the file as the graph takes it, with what a person should look at first."""
    record = read.record
    first = (
        record.warnings[0] if record.quality is Quality.NEEDS_REVIEW and record.warnings else None
    )
    return ReadFile(
        record.file,
        record,
        read.text,
        code=None if first is None else first.code,
        message=None if first is None else first.message,
    )


def _failure(planned: Planned, read: Read) -> StoredFile | None:
    """Return what the store keeps of a file that could not be read, None to keep what it has."""
    if read.error is None:
        return None
    holds = planned.known is not None and planned.known.outcome != FAILED
    if holds and read.error.code in _PASSING:
        return None
    message = printable(str(read.error))
    return StoredFile(planned.name, "", EXTRACTOR_VERSION, FAILED, None, read.error.code, message)

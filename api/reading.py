"""Reading files in worker processes, so that a file that kills its reader kills nothing else.

A worker reads one file after the other, each within a time limit and all within a memory limit.
A worker that dies takes its whole batch with it: the files of that batch are then read one at a
time, and the one that kills its reader again is named.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any

import orjson

from loaders.errors import PhaheError, UnreadableFile
from loaders.read import ReadDocument, read_file
from loaders.record_json import as_json, record_from_json

BATCH = 32
MEMORY = 2 * 1024**3
WINDOWS_WORKERS = 61
"""Windows waits for no more processes at once (concurrent.futures.ProcessPoolExecutor)."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file to read and the name that records and reports give it."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds of wall clock, and bytes of the worker's address space."""

    seconds: float = 60.0
    memory: int = MEMORY


@dataclass(frozen=True, slots=True)
class Read:
    """One file read, or the error that names why not."""

    file: ToRead
    document: ReadDocument | None
    error: UnreadableFile | None = None


# The limits of this process, if it is a worker of ours: no other process may be ended by us.
_own_limits: list[Limits] = []


def start_worker(limits: Limits) -> None:
    """Bound a worker, and let it end with its parent.

    Ctrl-C reaches the parent alone, which then ends in order.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own_limits.append(limits)
    _limit_memory(limits.memory)


def _end_with_parent() -> None:
    """End this process when its parent is gone: a killed parent cannot tell its workers."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def read_batch(files: Sequence[ToRead]) -> list[bytes]:
    """Read files in a worker; every answer is packed, so that it is cheap to send."""
    return [_read_within_limits(file) for file in files]


def _read_within_limits(file: ToRead) -> bytes:
    if not _own_limits:
        return _read_packed(file)
    # The watchdog ends the process: nothing else stops a regular expression that does not return.
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(_own_limits[0].seconds, exit=True, file=nowhere)
        try:
            return _read_packed(file)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _read_packed(file: ToRead) -> bytes:
    try:
        read = read_file(Path(file.path), file.name)
        return orjson.dumps({"record": as_json(read.record), "text": read.text})
    except PhaheError as error:
        return orjson.dumps({"code": error.code, "message": str(error)})
    except MemoryError:
        message = f"{file.name}: đọc tệp này cần nhiều bộ nhớ hơn mức cho phép"
        return orjson.dumps({"code": "reader_died", "message": message})
    except Exception as error:
        message = f"{file.name}: chương trình đọc gặp lỗi ({type(error).__name__}: {error})"
        return orjson.dumps({"code": "reader_died", "message": message})


def _limit_memory(memory: int) -> None:
    if sys.platform in ("win32", "darwin"):
        return  # neither bounds the address space of a process by a simple call
    import resource

    with suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory, most))


def new_pool(jobs: int, limits: Limits) -> ProcessPoolExecutor:
    """Return a pool of `jobs` spawned workers, or of as many as the system lets a pool have."""
    context = get_context("spawn")
    most = WINDOWS_WORKERS if sys.platform == "win32" else jobs
    return ProcessPoolExecutor(
        min(jobs, most), mp_context=context, initializer=start_worker, initargs=(limits,)
    )


Work = Callable[[Sequence[ToRead]], list[bytes]]


class Reader:
    """Reads many files through an executor, in the order in which they are given.

    `executor` may be any `concurrent.futures.Executor` (a cluster's); without one, `jobs` spawned
    processes are used within `limits`, and replaced when one of them dies. What bounds the workers
    of another executor is that executor's affair. `work` is what a worker does with a batch: a
    function of an importable module.
    """

    def __init__(
        self,
        jobs: int,
        *,
        limits: Limits | None = None,
        executor: Executor | None = None,
        work: Work = read_batch,
    ) -> None:
        self._jobs = jobs
        self._limits = limits or Limits()
        self._work = work
        self._given = executor
        self._pool: Executor | None = executor

    def read(self, files: Iterable[ToRead]) -> Iterator[Read]:
        """Yield every file, read or with its error, in order; some are read ahead."""
        source = iter(files)
        waiting: deque[tuple[list[ToRead], Future[list[bytes]]]] = deque()
        while True:
            while len(waiting) < self._jobs + 2 and (batch := list(islice(source, BATCH))):
                waiting.append((batch, self._submit(batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                packed = future.result()
            except BrokenProcessPool:
                again = [batch, *(other for other, _ in waiting)]
                waiting.clear()
                for file in (file for group in again for file in group):
                    yield self._read_alone(file)
                continue
            yield from map(_unpack, batch, packed)

    def close(self) -> None:
        """End the workers; what is being read is given up."""
        if self._given is None and self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None

    def _submit(self, batch: list[ToRead]) -> Future[list[bytes]]:
        if self._pool is None:
            self._pool = new_pool(self._jobs, self._limits)
        try:
            return self._pool.submit(self._work, batch)
        except BrokenProcessPool as error:
            broken: Future[list[bytes]] = Future()
            broken.set_exception(error)
            return broken

    def _read_alone(self, file: ToRead) -> Read:
        """Read one file in a worker of its own kind, after a worker died of some file."""
        began = time.monotonic()
        if self._given is None and isinstance(self._pool, ProcessPoolExecutor):
            self._pool = _living(self._pool, self._jobs, self._limits)
        try:
            [packed] = self._submit([file]).result()
        except BrokenProcessPool:
            if self._given is None and self._pool is not None:
                self._pool.shutdown(wait=True)
                self._pool = None
            if time.monotonic() - began >= self._limits.seconds:
                reason = f"{file.name}: đọc quá {self._limits.seconds:g} giây"
                return Read(file, None, UnreadableFile(reason, code="reader_timeout"))
            reason = f"{file.name}: tiến trình đọc đã chết"
            return Read(file, None, UnreadableFile(reason, code="reader_died"))
        return _unpack(file, packed)


def _living(pool: ProcessPoolExecutor, jobs: int, limits: Limits) -> ProcessPoolExecutor:
    """Return the pool, or a new one where a worker of it has died."""
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool:
        pool.shutdown(wait=True)
        return new_pool(jobs, limits)
    return pool


def _unpack(file: ToRead, packed: bytes) -> Read:
    data: dict[str, Any] = orjson.loads(packed)
    if "code" in data:
        return Read(file, None, UnreadableFile(data["message"], code=data["code"]))
    return Read(file, ReadDocument(record_from_json(data["record"]), data["text"]))

"""How far a load has come: a bar on a terminal, else a line every ten seconds on stderr."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from api.account import FileRow, Outcome
from api.console import err, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SECONDS = 10.0


class Watch(Protocol):
    """Told of every file that is settled."""

    def settled(self, row: FileRow) -> None:
        """Take note of one file."""
        ...


class LineWatch:
    """Writes one line every ten seconds."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = self._failed = 0
        self._last = time.monotonic()

    def settled(self, row: FileRow) -> None:
        """Count one file."""
        self._done += 1
        self._failed += row.outcome is Outcome.FAILED
        if time.monotonic() - self._last >= SECONDS:
            self._last = time.monotonic()
            say(f"phahe: {self._done}/{self._total} tệp, {self._failed} lỗi")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None


class BarWatch:
    """Draws a bar with rate and time left."""

    def __init__(self, total: int) -> None:
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._bar: Progress = Progress(
            TextColumn("Đang nạp"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]} lỗi"),
            console=err(),
            transient=True,
        )
        self._task: TaskID = self._bar.add_task("load", total=total, failed=0)
        self._failed = 0

    def settled(self, row: FileRow) -> None:
        """Move the bar by one file."""
        self._failed += row.outcome is Outcome.FAILED
        self._bar.update(self._task, advance=1, failed=self._failed)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()


def watch(total: int) -> LineWatch | BarWatch:
    """Return the watch that fits stderr."""
    return BarWatch(total) if sys.stderr.isatty() else LineWatch(total)

"""`phahe load`."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from api.account import Account, Outcome
from api.commands.opening import writing
from api.console import out, print_json, say
from api.exits import Exit
from api.loading import Loading, Stop
from api.progress import watch
from api.pruning import refuse_absent
from api.reading import Reader
from api.remedies import FILES
from api.report import FileReport, NoReport
from loaders.sources import find_files

_TEXTS = {
    Outcome.LOADED: "mới nạp",
    Outcome.CHANGED: "đã đổi",
    Outcome.UNCHANGED: "không đổi",
    Outcome.DUPLICATE: "trùng văn bản",
    Outcome.NEEDS_REVIEW: "cần người xem lại",
    Outcome.FAILED: "không đọc được",
}


def run(
    paths: Sequence[Path],
    store_url: str | None,
    *,
    report: Path | None,
    jobs: int | None,
    prune: bool,
    as_json: bool,
) -> int:
    """Load, print the account and return the exit code.

    Raises BadOption as `api.pruning.refuse_absent` says, before anything is read or written.
    """
    lost: list[Path] = []
    with writing(store_url, create=True) as store:
        files = list(find_files(paths))
        if prune:
            refuse_absent(store, paths, files)
        opened = FileReport(report) if report is not None else nullcontext(NoReport())
        reader = Reader(jobs or os.cpu_count() or 1)
        with opened as rows, watch(len(files)) as seen, _interruptible() as stop:
            loading = Loading(store, reader, rows, seen, stop)
            try:
                account = loading.run(files)
                if prune and not account.interrupted:
                    lost = loading.prune(paths, files)
            finally:
                reader.close()
    if as_json:
        print_json(account.as_json())
    else:
        _print(account)
    if account.interrupted:
        say("phahe: đã dừng theo yêu cầu; chạy lại đúng lệnh này để nạp tiếp phần còn lại")
        return Exit.INTERRUPTED
    for path in lost:
        say(f"phahe: {path}: không còn thấy tệp nào ở đây, nên không gỡ gì dưới tên này")
    return Exit.SOME_FAILED if account.counts()[Outcome.FAILED] else Exit.DONE


@contextmanager
def _interruptible() -> Iterator[Stop]:
    """Let the first Ctrl-C end the load in order, and the second one at once."""
    stop = Stop()

    def asked(number: int, frame: object) -> None:
        if stop.asked:
            raise KeyboardInterrupt
        stop.ask()
        say("phahe: đang dừng sau lần ghi này; Ctrl-C lần nữa để dừng ngay")

    before = signal.signal(signal.SIGINT, asked)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _print(account: Account) -> None:
    console = out()
    for row in account.files:
        if row.outcome in (Outcome.FAILED, Outcome.NEEDS_REVIEW):
            told = (row.message or "").removeprefix(f"{row.file}: ")
            console.print(f"{_TEXTS[row.outcome]}: {row.file}: {told} ({row.code})")
            if row.code in FILES:
                console.print(f"  cần làm: {FILES[row.code]}")
    counts = account.counts()
    parts = [f"{_TEXTS[outcome]} {counts[outcome]}" for outcome in Outcome if counts[outcome]]
    if account.pruned:
        parts.append(f"đã gỡ {len(account.pruned)}")
    held = ", ".join(parts) or "không có tệp nào"
    console.print(f"{len(account.files)} tệp: {held} ({account.seconds:.1f} giây)")

from __future__ import annotations

import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from api.reading import WINDOWS_WORKERS, Limits, Read, Reader, ToRead, Work, new_pool, read_batch
from loaders.read import read_file
from tests.api.killers import die_of_killers
from tests.api.papers import paper, write


def read_all(
    files: list[Path],
    *,
    limits: Limits | None = None,
    executor: Executor | None = None,
    work: Work = read_batch,
) -> list[Read]:
    reader = Reader(2, limits=limits, executor=executor, work=work)
    try:
        return list(reader.read([ToRead(str(path), path.name) for path in files]))
    finally:
        reader.close()


def codes(found: list[Read]) -> list[tuple[str, str | None]]:
    return [(read.file.name, read.error and read.error.code) for read in found]


def test_files_come_in_order_and_as_the_reader_reads_them(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{n:03}.txt", paper(f"{n + 1}/KH-UBND")) for n in range(70)]
    found = read_all(files)
    assert codes(found) == [(path.name, None) for path in files]
    assert found[7].document == read_file(files[7], files[7].name)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    good, empty = write(tmp_path, "good.txt", paper()), write(tmp_path, "empty.txt", "")
    found = read_all([empty, tmp_path / "none.txt", good])
    assert codes(found) == [
        ("empty.txt", "empty_file"),
        ("none.txt", "not_found"),
        ("good.txt", None),
    ]


def test_a_file_that_kills_its_reader_kills_no_other(tmp_path: Path) -> None:
    names = [f"{n:02}{'-killer' if n in (3, 40) else ''}.txt" for n in range(90)]
    files = [write(tmp_path, name, paper(f"{n}/KH-UBND")) for n, name in enumerate(names, 1)]
    found = read_all(files, work=die_of_killers)
    expected = [(name, "reader_died" if "killer" in name else None) for name in names]
    assert codes(found) == expected


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    slow = write(tmp_path, "slow.txt", paper() * 20_000)
    found = read_all([slow], limits=Limits(seconds=0.5))
    assert codes(found) == [("slow.txt", "reader_timeout")]


@pytest.mark.skipif("sys.platform != 'linux'", reason="only on Linux")
def test_a_file_that_takes_too_much_memory_is_given_up(tmp_path: Path) -> None:
    large = write(tmp_path, "large.txt", paper() + "a " * 8_000_000)
    small = write(tmp_path, "small.txt", paper())
    found = read_all([large, small], limits=Limits(memory=300 * 1024 * 1024))
    assert codes(found) == [("large.txt", "reader_died"), ("small.txt", None)]


def test_any_executor_will_do(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{n}.txt", paper(f"{n}/KH-UBND")) for n in range(1, 5)]
    with ThreadPoolExecutor(1) as executor:
        found = read_all(files, executor=executor)
        assert executor.submit(int, "1").result() == 1
    assert codes(found) == [(path.name, None) for path in files]


def test_windows_has_no_more_workers_than_it_can_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with new_pool(200, Limits()) as pool:
        assert pool._max_workers == WINDOWS_WORKERS

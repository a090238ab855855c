"""A load that is killed or interrupted: what the report says is in the store, and it goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.sqlite_store.store import SqliteStore
from tests.api.papers import paper, write
from tests.api.phahe import command, environment, phahe

FILES = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("papers")
    for n in range(1, FILES + 1):
        write(made, f"{n:04}.txt", paper(f"{n}/KH-UBND") + paper(f"{n}/KH-UBND") * 5)
    return made


@contextmanager
def loading(folder: Path, store: Path, report: Path) -> Iterator[subprocess.Popen[bytes]]:
    words = command("load", folder, "--jobs", 1, "--report", report)
    own_group = {} if sys.platform == "win32" else {"start_new_session": True}
    process = subprocess.Popen(
        words,
        env=environment(store),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        **own_group,  # type: ignore[call-overload]
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def wait_for_rows(report: Path, process: subprocess.Popen[bytes], count: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        if report.exists() and report.read_bytes().count(b"\n") >= count:
            return
        time.sleep(0.02)
    pytest.fail(f"the load ended with {process.poll()} before it could be stopped")


def rows_of(report: Path) -> list[dict[str, str]]:
    whole = report.read_bytes().rpartition(b"\n")[0]
    return [json.loads(line) for line in whole.splitlines()]


def held(store: Path) -> set[str]:
    opened = SqliteStore.open(store, create=False)
    try:
        files = {file.name for file in opened.files() if file.outcome == "loaded"}
        for content in opened.contents():
            assert content.file.document in opened.documents([content.file.document or ""])
        return files
    finally:
        opened.close()


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")
@pytest.mark.parametrize("whole_group", [False, True], ids=["parent alone", "whole group"])
def test_a_killed_load_loses_nothing_that_it_reported(
    folder: Path, tmp_path: Path, whole_group: bool
) -> None:
    store, report = tmp_path / "graph.sqlite", tmp_path / "report.jsonl"
    with loading(folder, store, report) as process:
        wait_for_rows(report, process, 1)
        (os.killpg if whole_group else os.kill)(process.pid, signal.SIGKILL)
        process.communicate(timeout=30)  # ends when the workers have ended too
    said = {row["file"] for row in rows_of(report) if row["outcome"] == "loaded"}
    assert said
    assert said <= held(store)
    again = phahe("load", folder, "--json", store=store).json
    assert (again["failed"], again["loaded"] + again["unchanged"]) == (0, FILES)
    assert len(held(store)) == FILES


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")
def test_ctrl_c_ends_a_load_in_order(folder: Path, tmp_path: Path) -> None:
    store, report = tmp_path / "graph.sqlite", tmp_path / "report.jsonl"
    with loading(folder, store, report) as process:
        wait_for_rows(report, process, 1)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "chạy lại".encode() in err
    assert b"Traceback" not in err
    assert {row["file"] for row in rows_of(report)} == held(store)

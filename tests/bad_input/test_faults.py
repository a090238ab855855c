"""Faults F10 and F11: the service under load and at its end, and everything without a network."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError

import pytest

from graph.sqlite_store.store import SqliteStore
from tests.api.papers import paper, write
from tests.api.phahe import ROOT, command, environment
from tests.bad_input.asking import NEEDED
from tests.queries import small_graphs

CHILDREN = 1_500
TOGETHER = 200
LINEAGE = "v1/documents/top/lineage?direction=descendants&limit=1000"
WATCH = '''
import os, sys

def watch(event, args):
    """Write down and refuse what would leave this machine, a question to a name server too."""
    host = None
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
        host = args[1][0]
    if host is not None and host not in ("127.0.0.1", "::1", b"127.0.0.1"):
        with open(os.environ["WATCHED"], "a") as told:
            told.write(f"{event} {host}\\n")
        raise OSError("there is no network")

sys.addaudithook(watch)
'''


@contextmanager
def served(store: Path, more: dict[str, str] | None = None) -> Iterator[tuple[str, int]]:
    """Run the service; yield its address and process number. Its end must be in order."""
    process = subprocess.Popen(
        command("serve", "--port", 0),
        env=environment(store) | (more or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline().decode().split()
        assert line, process.communicate(timeout=20)[1].decode()
        yield line[1], process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert process.returncode in (0, -signal.SIGTERM)
    assert b"Traceback" not in err, err.decode()


def most_memory(pid: int) -> int:
    """Return the most that a process ever held, in KiB."""
    told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", told)[0])


def ask(url: str) -> tuple[int, bytes]:
    """Return status and body; status 0 where the connection was refused or closed unanswered."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            body = answer.read()
            assert len(body) == int(answer.headers["content-length"]), "cut off"
            return answer.status, body
    except HTTPError as error:
        return error.code, error.read()
    except (OSError, HTTPException):
        return 0, b""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document that so many others carry out."""
    path = tmp_path_factory.mktemp("hub") / "graph.sqlite"
    before, small_graphs.make_store = small_graphs.make_store, lambda: SqliteStore.open(path)
    try:
        small_graphs.graph(*(f"k{place} IMPLEMENTS top" for place in range(CHILDREN))).close()
    finally:
        small_graphs.make_store = before
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: memory is read from /proc")
class TestF10Load:
    def test_two_hundred_lineages_at_once_are_answered_or_refused(self, hub: Path) -> None:
        """Each asks for another page, so that no remembered answer helps."""
        with served(hub) as (address, pid):
            urls = [f"{address}{LINEAGE}&depth={place + 1}" for place in range(TOGETHER)]
            assert ask(urls[0])[0] == 200
            before = most_memory(pid)
            with ThreadPoolExecutor(TOGETHER) as readers:
                answers = list(readers.map(ask, urls))
            assert {status for status, _ in answers} <= {200, 429, 503}
            whole = [json.loads(body) for status, body in answers if status == 200]
            assert len(whole) > TOGETHER // 4
            assert {one["total"] for one in whole} == {CHILDREN}
            assert most_memory(pid) - before < 400 * 1024
            assert ask(f"{address}readyz")[0] == 200

    def test_what_was_asked_before_the_end_is_answered_whole(self, hub: Path) -> None:
        with ThreadPoolExecutor(20) as readers:
            with served(hub) as (address, _):
                urls = [f"{address}{LINEAGE}&depth={place + 1}" for place in range(60)]
                asked = [readers.submit(ask, url) for url in urls]
                assert asked[0].result()[0] == 200
            answers = [one.result() for one in asked]
        assert {status for status, _ in answers} <= {0, 200}
        for status, body in answers:
            assert status == 0 or json.loads(body)["total"] == CHILDREN


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What makes every process of ours write down and refuse what leaves this machine."""
    folder = tmp_path_factory.mktemp("alone")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    return {"PYTHONPATH": f"{folder}:{ROOT}", "WATCHED": str(folder / "told.txt")}


@pytest.fixture(scope="module")
def store(alone: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    write(folder / "in", "a.txt", paper("8/KH-UBND"))
    store = folder / "graph.sqlite"
    assert run(store, alone, "load", folder / "in").returncode == 0
    return store


def run(store: Path, alone: dict[str, str], *words: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*words), env=environment(store) | alone, capture_output=True, timeout=120
    )


class TestF11NoNetwork:
    def test_the_watch_sees_what_leaves(self, alone: dict[str, str], tmp_path: Path) -> None:
        code = "import socket; socket.getaddrinfo('phahe.test', 80)"
        watched = alone | {"WATCHED": str(tmp_path / "told.txt")}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment(None) | watched, capture_output=True
        )
        assert done.returncode == 1
        assert "phahe.test" in (tmp_path / "told.txt").read_text(encoding="utf-8")

    def test_every_command_works(self, store: Path, alone: dict[str, str], tmp_path: Path) -> None:
        for words in (
            ("lineage", "8/KH-UBND", "--up"), ("resolve", NEEDED["text"]), ("search", "rừng"),
            ("duties",), ("export",), ("view", "8/KH-UBND", "-o", tmp_path / "a.html"), ("doctor",),
        ):  # fmt: skip
            done = run(store, alone, *words)
            assert done.returncode == 0, done.stderr.decode()
        assert not Path(alone["WATCHED"]).exists()
        assert not re.search(
            r"""(src|href)=["']?(https?:)?//""", (tmp_path / "a.html").read_text("utf-8")
        )

    def test_pages_load_only_what_the_service_has(self, store: Path, alone: dict[str, str]) -> None:
        with served(store, alone) as (address, _):
            seen: set[str] = set()
            for page in ("", "?q=rung", "docs", "documents/vn.31-nq-tw.2014-03-12"):
                status, body = ask(address + page)
                assert status == 200, page
                found = re.findall(
                    r"""<(?:script|link|img)[^>]* (?:src|href)="([^"]+)""", body.decode()
                )
                assert found
                seen |= {link for link in found if not link.startswith("data:")}
            for link in seen:
                assert link.startswith("/") and not link.startswith("//"), link
                status, body = ask(address + link[1:])
                assert status == 200, link
                if link.partition("?")[0].endswith(".css"):
                    assert not re.search(rb"(@import|url\()\s*[\"']?(https?:)?//", body), link
        assert not Path(alone["WATCHED"]).exists()

"""A Neo4j that is killed while a load writes to it, and started again: nothing reported is lost."""

from __future__ import annotations

import json
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.digest import digest
from graph.neo4j_store.store import Neo4jStore
from graph.sqlite_store.store import SqliteStore
from tests.api.papers import paper, write
from tests.api.phahe import command, environment, phahe
from tests.faults.proxy import Break, Proxy, proxied
from tests.neo4j.server import Access, Server, empty
from tests.stores import access_of

FILES = 20
BATCH = 5
COMMITS = FILES // BATCH
KILLED_AT = ((1, Break.AMID_NEXT), (3, Break.UNANSWERED), (COMMITS, Break.BEFORE))
"""At which commit of a load the server is killed."""
HASTY = "from graph.neo4j_store import session; session.RETRY_SECONDS = 1.0"
"""Makes a command give up soon."""
IN_PIECES = f"from api import loading; loading.BATCH = {BATCH}; loading.SECONDS = 600\n{HASTY}"
"""Makes a load commit after so many files."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """As many folders of papers as there are loads, one more than kills."""
    made = tmp_path_factory.mktemp("papers")
    for part in range(len(KILLED_AT) + 1):
        for n in range(1, FILES + 1):
            write(made / str(part), f"{n:03}.txt", paper(f"{part * FILES + n}/KH-UBND"))
    return [made / str(part) for part in range(len(KILLED_AT) + 1)]


@pytest.fixture(scope="module")
def server(own_neo4j: Server) -> Iterator[Server]:
    """An empty server that may be killed."""
    own_neo4j.start()
    empty(own_neo4j.access)
    yield own_neo4j
    own_neo4j.kill()


@contextmanager
def running(*words: object, store: Access, before: str = "") -> Iterator[subprocess.Popen[str]]:
    """A phahe command that runs as long as the block."""
    process = subprocess.Popen(
        command(*words, before=before),
        env=environment(store),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def names_in(report: Path) -> set[str]:
    """The names of the files that the report says are loaded."""
    if not report.exists():
        return set()
    whole = report.read_bytes().rpartition(b"\n")[0]
    rows = map(json.loads, whole.splitlines())
    return {row["file"] for row in rows if row["outcome"] == "loaded"}


def held(access: Access) -> set[str]:
    """The names of the loaded files, each of which is whole."""
    store = Neo4jStore.open(access_of(access), read_only=True)
    try:
        names = {file.name for file in store.files() if file.outcome == "loaded"}
        contents = list(store.contents(text=True))
        assert {content.file.name for content in contents} == names
        keys = {content.file.document or "" for content in contents}
        assert store.documents(keys).keys() == keys
        for content in contents:
            assert content.text == Path(content.file.name).read_text(encoding="utf-8")
            made = sorted(set(content.claims.values()))
            assert len(store.claims(ids=made)) == len(made)
        return names
    finally:
        store.close()


def get(url: str) -> tuple[int, Any]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            assert error.headers["content-type"] == "application/problem+json"
            return error.code, json.load(error)


def until_ready(address: str) -> None:
    end = time.monotonic() + 30
    while get(f"{address}readyz")[0] != 200:
        assert time.monotonic() < end, "the service does not come back"
        time.sleep(0.2)


def refused(load: subprocess.Popen[str]) -> None:
    _, err = load.communicate(timeout=60)
    assert load.returncode == 3, err
    assert "máy chủ có đang chạy không" in err
    assert "(store_unreachable)" in err
    assert "Traceback" not in err


def away(address: str) -> None:
    status, body = get(f"{address}readyz")
    assert (status, body["code"]) == (503, "store_unreachable")
    assert get(f"{address}livez")[0] == 200


def test_three_kills_lose_nothing_that_was_reported(
    server: Server, folders: list[Path], tmp_path: Path
) -> None:
    access = server.access
    with proxied(access.uri) as proxy:
        through = replace(access, uri=proxy.uri)
        said = loaded(folders[0], access, tmp_path / "first.jsonl")
        assert len(said) == FILES
        opening = commits_of_opening(through, proxy)
        proxy.before_reset = server.kill
        with running("serve", "--port", 0, store=access, before=HASTY) as service:
            assert service.stdout is not None
            address = service.stdout.readline().removeprefix("phahe ").strip()
            for number, (commit, how) in enumerate(KILLED_AT):
                until_ready(address)
                report = tmp_path / f"{number}.jsonl"
                proxy.break_at = (proxy.commits + opening + commit, how)
                words = ("load", folders[number + 1], "--report", report)
                with running(*words, store=through, before=IN_PIECES) as load:
                    wait_for_kill(proxy, load)
                    refused(load)
                acknowledged = names_in(report)
                whole = commit if how is Break.AMID_NEXT else commit - 1
                assert len(acknowledged) == whole * BATCH
                said |= acknowledged
                away(address)
                server.start()
                until_ready(address)
                assert said <= held(access)
            account = phahe("load", folders[0].parent, "--json", store=access).json
            assert account["failed"] == 0
            assert account["unchanged"] >= len(said)
            until_ready(address)
            assert get(f"{address}readyz")[1]["files"] == FILES * len(folders)
    assert digest_of(access) == digest_of_clean_run(folders[0].parent, tmp_path)


def loaded(folder: Path, access: Access, report: Path) -> set[str]:
    answer = phahe("load", folder, "--report", report, store=access)
    assert answer.code == 0, answer.err
    return names_in(report)


def commits_of_opening(access: Access, proxy: Proxy) -> int:
    """How often opening a store commits before anything is loaded into it."""
    before = proxy.commits
    Neo4jStore.open(access_of(access)).close()
    return proxy.commits - before


def wait_for_kill(proxy: Proxy, load: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 60
    while not proxy.broke:
        assert load.poll() is None, "the load ended before the server could be killed"
        assert time.monotonic() < end
        time.sleep(0.02)


def digest_of(access: Access) -> str:
    store = Neo4jStore.open(access_of(access), read_only=True)
    try:
        return digest(store)
    finally:
        store.close()


def digest_of_clean_run(folder: Path, work: Path) -> str:
    phahe("load", folder, "--json", store=work / "clean.sqlite")
    store = SqliteStore.open(work / "clean.sqlite", create=False)
    try:
        return digest(store)
    finally:
        store.close()


def test_a_database_that_may_only_be_read_answers_and_refuses(
    server: Server, folders: list[Path]
) -> None:
    Neo4jStore.open(access_of(server.access)).close()
    server.start({"server.databases.default_to_read_only": "true"})
    assert phahe("search", "trong rung", "--json", store=server.access).code == 0
    for words in (("load", folders[0]), ("forget", "1/KH-UBND")):
        refused = phahe(*words, store=server.access)
        assert refused.code == 3, refused.err
        assert "server.databases.default_to_read_only" in refused.err
        assert "store_read_only" in refused.err
    assert "không nạp được" in phahe("doctor", store=server.access).out

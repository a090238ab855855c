"""A Neo4j that is away at the start: exit 3 with the remedy, and a service that waits for it."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.neo4j_store.store import Neo4jStore
from tests.api.papers import paper, write
from tests.api.phahe import Answer, phahe
from tests.api.test_service import problem
from tests.faults.proxy import Proxy
from tests.neo4j.server import Access
from tests.stores import access_of

SECRET = "mật-khẩu-không-ai-được-thấy"


@pytest.fixture
def nowhere() -> Access:
    """The address of a server that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return Access(f"bolt://127.0.0.1:{free.getsockname()[1]}", "neo4j", SECRET)


def refused(answer: Answer, code: str, *words: str) -> None:
    assert answer.code == 3, answer.err
    assert answer.out == ""
    assert f"({code})" in answer.err
    for word in words:
        assert word in answer.err
    assert SECRET not in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("bolt", ("load", ".")),
        ("bolt", ("serve", "--port", 0)),
        ("neo4j", ("show", "1/KH-UBND", "--json")),
    ],
)
def test_a_server_that_is_away_is_said_with_the_remedy(
    nowhere: Access, tmp_path: Path, scheme: str, words: tuple[object, ...]
) -> None:
    write(tmp_path, "a.txt", paper())
    away = replace(nowhere, uri=nowhere.uri.replace("bolt", scheme))
    answer = phahe(*words, store=away, cwd=tmp_path)
    refused(answer, "store_unreachable", "máy chủ có đang chạy không", away.uri)


def test_a_service_without_its_server_says_so_until_it_is_there(
    nowhere: Access, neo4j_access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    Neo4jStore.open(access_of(neo4j_access)).close()
    for name, value in neo4j_access.environment().items():
        monkeypatch.setenv(name, value)
    with TestClient(create_app(Settings(nowhere.uri))) as client:
        body = problem(client.get("/readyz"), 503, "store_unreachable")
        assert SECRET not in str(body)
        proxy = Proxy(neo4j_access.uri, int(nowhere.uri.rpartition(":")[2]))
        try:
            assert client.get("/readyz").json()["documents"] == 0
        finally:
            proxy.close()

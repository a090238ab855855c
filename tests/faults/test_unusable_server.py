"""A Neo4j that cannot be used is refused with the remedy, and never with the password."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph import neo4j_store_open
from graph.errors import StoreUnavailable
from graph.neo4j_store import Neo4jStore
from graph.neo4j_store_open import MINIMUM, check_product
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
    refused(answer, "store_unreachable", "is the server running", away.uri)


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


def test_a_wrong_password_is_said_and_not_shown(neo4j_access: Access) -> None:
    if neo4j_access.user is None:
        pytest.skip("only on servers that ask for a password")
    refused(
        phahe("show", "1/KH-UBND", store=replace(neo4j_access, password=SECRET)),
        "store_unreachable",
        "PHAHE_NEO4J_PASSWORD",
    )


def test_a_database_that_is_not_there_is_said(neo4j_access: Access, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", paper())
    elsewhere = replace(neo4j_access, database="khong-co")
    refused(
        phahe("load", tmp_path, store=elsewhere),
        "store_unreachable",
        "PHAHE_NEO4J_DATABASE",
        "khong-co",
    )


@pytest.mark.parametrize(
    ("components", "words"),
    [
        ([["Neo4j Kernel", "5.26.0"]], None),
        ([["Neo4j Kernel", "5.26.19"], ["Cypher", "5"]], None),
        ([["Neo4j Kernel", "2026.09.1"]], None),
        ([["Neo4j Kernel", "5.27-aura"]], None),
        ([["Neo4j Kernel", "6.0"]], None),
        ([["Neo4j Kernel", "5.25.9"]], "this is Neo4j 5.25.9; phahe needs 5.26 or later"),
        ([["Neo4j Kernel", "4.4.30"]], "this is Neo4j 4.4.30"),
        ([["Neo4j Kernel", "5.3.0"]], "this is Neo4j 5.3.0"),
        ([["Neo4j Kernel", "newest"]], "this is Neo4j newest"),
        ([["Memgraph", "5.26.0"]], "this is Memgraph and no Neo4j"),
        ([], "no Neo4j"),
    ],
)
def test_versions(components: list[list[str]], words: str | None) -> None:
    if words is None:
        check_product("bolt://here", components)
        return
    with pytest.raises(StoreUnavailable) as refusal:
        check_product("bolt://here", components)
    assert refusal.value.code == "store_unsupported"
    assert words in str(refusal.value)
    assert "bolt://here" in str(refusal.value)


def test_a_server_before_the_minimum_is_refused(
    neo4j_access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_store_open, "MINIMUM", (MINIMUM[0] + 10_000, 0))
    with pytest.raises(StoreUnavailable, match=r"phahe needs 10005\.0 or later") as refusal:
        Neo4jStore.open(access_of(neo4j_access))
    assert refusal.value.code == "store_unsupported"
    with neo4j_access.session() as session:
        assert session.run("MATCH (n) RETURN count(n)").single(strict=True).value() == 0

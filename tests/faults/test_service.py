"""The service before a Neo4j whose connection stalls: nobody waits longer than the deadline."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.asking_afar import THREADS
from api.settings import Settings
from graph.build import write_files
from graph.neo4j_store import session
from graph.neo4j_store.store import Neo4jStore
from tests.api.test_service import problem
from tests.faults.proxy import Proxy, proxied
from tests.graph.test_copying import papers
from tests.neo4j.server import Access
from tests.stores import access_of

DEADLINE = 3.0
SLACK = 6.0
"""What a busy machine may add to a deadline."""

QUESTIONS = (
    "/v1/documents",
    "/v1/search?q=trong rung",
    "/v1/documents/vn-son-la.15-kh-ubnd.2018-05-04/lineage?direction=ancestors",
    "/readyz",
)


@pytest.fixture
def proxy(neo4j_access: Access) -> Iterator[Proxy]:
    store = Neo4jStore.open(access_of(neo4j_access))
    write_files(store, papers())
    store.close()
    with proxied(neo4j_access.uri) as proxy:
        yield proxy


@pytest.fixture
def client(
    proxy: Proxy, neo4j_access: Access, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TestClient]:
    monkeypatch.setattr(session, "_GRACE_SECONDS", 0.5)
    for name, value in neo4j_access.environment().items():
        monkeypatch.setenv(name, value)
    app = create_app(Settings(proxy.uri, deadline=DEADLINE))
    with TestClient(app, base_url="http://phahe.test", raise_server_exceptions=False) as client:
        until_ready(client, 60)
        for url in QUESTIONS:
            assert client.get(url).status_code == 200, url
        yield client


def until_ready(client: TestClient, seconds: float) -> None:
    end = time.monotonic() + seconds
    while client.get("/readyz").status_code != 200:
        assert time.monotonic() < end, "the service does not come back"
        time.sleep(0.2)


def asked_at_once(client: TestClient, times: int) -> list[tuple[Any, float]]:
    """Answers to questions that were not asked before, and the seconds each took."""

    def ask(number: int) -> tuple[Any, float]:
        began = time.monotonic()
        return client.get(f"/v1/documents?limit={number + 10}"), time.monotonic() - began

    with ThreadPoolExecutor(times) as readers:
        return list(readers.map(ask, range(times)))


def test_a_stall_is_a_problem_within_the_deadline_and_passes(
    client: TestClient, proxy: Proxy
) -> None:
    proxy.stall()
    for answer, seconds in asked_at_once(client, 3 * THREADS):
        problem(answer, 503, "store_unreachable")
        assert seconds < DEADLINE + SLACK
    began = time.monotonic()
    assert client.get("/livez").status_code == 200
    assert time.monotonic() - began < 1
    proxy.flow()
    until_ready(client, 30)
    assert client.get(QUESTIONS[2]).json()["total"] == 1


def test_connections_that_died_without_a_word_are_replaced(
    client: TestClient, proxy: Proxy
) -> None:
    proxy.forget()
    problem(client.get("/v1/documents?limit=9"), 503, "store_unreachable")
    until_ready(client, 30)
    assert all(answer.status_code == 200 for answer, _ in asked_at_once(client, 3))


def test_a_reset_does_not_show(client: TestClient, proxy: Proxy) -> None:
    for number in range(3):
        proxy.reset()
        assert client.get(f"/v1/documents?limit={number + 10}").status_code == 200

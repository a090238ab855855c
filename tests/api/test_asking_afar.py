"""The service before a store over the network: it may be away, come back, or never answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from api import asking_afar
from api.app import create_app
from api.asking_afar import THREADS
from api.settings import Settings
from graph.errors import StoreUnavailable
from graph.store import Store
from tests.api.service import sample
from tests.api.test_service import problem


class Server:
    """Stands for a server with the sample graph; `answers` cleared, it lets everybody wait."""

    def __init__(self) -> None:
        self.store = sample()
        self.away = False
        self.answers = threading.Event()
        self.answers.set()
        self.opened = 0
        self.closed = 0
        self.asked_on = set[str]()

    def open(self, url: str, *, read_only: bool, seconds: float) -> Store:
        self._reach()
        self.opened += 1
        return _Connection(self)  # type: ignore[return-value]

    def _reach(self) -> None:
        self.asked_on.add(threading.current_thread().name)
        if self.away:
            raise StoreUnavailable("no answer; is the server running?", code="store_unreachable")
        assert self.answers.wait(20)

    def ask(self, name: str) -> Any:
        self._reach()
        return getattr(self.store, name)


class _Connection:
    def __init__(self, server: Server) -> None:
        self._server = server

    def close(self) -> None:
        self._server.closed += 1

    def __getattr__(self, name: str) -> Any:
        return self._server.ask(name)


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.answers.set()


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, server: Server) -> Iterator[TestClient]:
    monkeypatch.setattr(asking_afar, "open_store", server.open)
    app = create_app(Settings("bolt://nowhere:1", deadline=0.5))
    with TestClient(app, base_url="http://phahe.test", raise_server_exceptions=False) as client:
        yield client


def test_questions_are_asked_on_threads_whose_stores_stay_open(
    server: Server, client: TestClient
) -> None:
    for _ in range(20):
        assert client.get("/v1/documents").json()["total"] == 4
    assert all(name.startswith("phahe-asking") for name in server.asked_on)
    assert 1 <= server.opened <= THREADS


def test_a_server_that_is_away_is_said_and_comes_back_by_itself(
    server: Server, client: TestClient
) -> None:
    assert client.get("/readyz").status_code == 200
    server.away = True
    for url in ("/readyz", "/v1/documents", "/v1/documents/plan"):
        answer = client.get(url)
        assert "is the server running" in problem(answer, 503, "store_unreachable")["detail"]
        assert answer.headers["retry-after"] == "5"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get("/livez").status_code == 200
    assert "text/html" in client.get("/", headers={"accept": "text/html"}).headers["content-type"]
    server.away = False
    assert client.get("/readyz").json()["documents"] == 4
    assert client.get("/v1/documents/plan").status_code == 200


def test_a_store_that_failed_is_closed_and_opened_again(server: Server, client: TestClient) -> None:
    client.get("/readyz")
    server.away = True
    client.get("/readyz")
    server.away = False
    client.get("/readyz")
    assert server.closed >= 1
    assert server.opened >= 2


def test_no_question_waits_longer_than_its_deadline(server: Server, client: TestClient) -> None:
    server.answers.clear()
    began = time.monotonic()
    with ThreadPoolExecutor(3 * THREADS) as readers:
        answers = list(readers.map(client.get, ["/v1/documents"] * 3 * THREADS))
        alive = client.get("/livez")
    assert time.monotonic() - began < 5
    assert alive.status_code == 200
    for answer in answers:
        problem(answer, 503, "store_unreachable")
    server.answers.set()
    assert client.get("/readyz").json()["documents"] == 4


def test_a_question_without_end_is_given_up(
    server: Server, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = threading.Event()
    monkeypatch.setattr(server.store, "find", lambda *args, **options: long.wait(20))
    problem(client.get("/v1/documents"), 503, "out_of_time")
    long.set()


def test_a_question_that_fails_otherwise_keeps_its_store(
    server: Server, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/v1/documents/none").status_code == 404
    monkeypatch.setattr(server.store, "find", lambda *args, **options: 1 // 0)
    problem(client.get("/v1/documents"), 500, "internal_error")
    assert server.closed == 0


def test_the_end_of_the_service_closes_the_stores(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking_afar, "open_store", server.open)
    with TestClient(create_app(Settings("neo4j://nowhere:1"))) as client:
        client.get("/readyz")
    assert server.closed == server.opened == 1

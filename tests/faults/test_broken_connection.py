"""Writing to Neo4j over a connection that breaks: each commit is made once and whole, or never."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.build import build_change, write_files
from graph.digest import digest
from graph.errors import StoreUnavailable
from graph.identity.touched import ReadFile
from graph.neo4j_store import session
from graph.neo4j_store.session import Access
from graph.neo4j_store.store import Neo4jStore
from tests.faults.proxy import Proxy, proxied
from tests.graph.papers import whole
from tests.graph.test_copying import papers
from tests.model_store import ModelStore
from tests.neo4j.server import Access as Server
from tests.neo4j.server import empty
from tests.stores import access_of

BATCHES: list[list[ReadFile]] = [papers()[:2], papers()[2:]]


@pytest.fixture
def proxy(neo4j_access: Server) -> Iterator[Proxy]:
    with proxied(neo4j_access.uri) as proxy:
        yield proxy


@pytest.fixture
def access(neo4j_access: Server, proxy: Proxy) -> Access:
    return replace(access_of(neo4j_access), url=proxy.uri)


@pytest.fixture(scope="module")
def clean() -> str:
    """The digest of the graph where nothing breaks."""
    store = ModelStore()
    write(store)
    return digest(store)


def write(store: Neo4jStore | ModelStore) -> None:
    for batch in BATCHES:
        write_files(store, batch)


@pytest.mark.parametrize("lost", ["replies_to_lose", "commits_to_lose"])
def test_a_commit_whose_fate_is_unknown_is_made_once(
    access: Access, proxy: Proxy, clean: str, lost: str
) -> None:
    store = Neo4jStore.open(access)
    for batch in BATCHES:
        before = store.state().revision
        change = build_change(store, batch)
        setattr(proxy, lost, 1)
        store.commit(change)
        assert getattr(proxy, lost) == 0
        assert store.state().revision == before + 1
    assert digest(store) == clean
    store.close()


@pytest.mark.parametrize("further", [1, 100, 200])
def test_a_question_is_asked_again(access: Access, proxy: Proxy, further: int) -> None:
    store = Neo4jStore.open(access)
    before = store.state()
    proxy.reset_at = proxy.passed + further
    assert store.state() == before
    assert proxy.reset_at is None
    store.close()


def passed_by_a_load(server: Server, access: Access, proxy: Proxy) -> int:
    """How much a load sends into an empty store; more where a busy machine makes it try again."""
    empty(server)
    store = Neo4jStore.open(access)
    opened = proxy.passed
    write(store)
    store.close()
    return proxy.passed - opened


def test_wherever_the_connection_breaks_the_graph_is_whole(
    neo4j_access: Server, access: Access, proxy: Proxy, clean: str
) -> None:
    size = min(passed_by_a_load(neo4j_access, access, proxy) for _ in range(2))
    for part in range(1, 5):
        empty(neo4j_access)
        store = Neo4jStore.open(access)
        proxy.reset_at = proxy.passed + size * part // 5
        write(store)
        assert proxy.reset_at is None
        assert digest(store) == clean
        assert store.state().revision == len(BATCHES)
        store.close()


def test_what_stands_is_whole_where_the_server_does_not_come_back(
    neo4j_access: Server, access: Access, proxy: Proxy, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Neo4jStore.open(access)
    write_files(store, BATCHES[0])
    held = whole(store)
    for name, seconds in (("RETRY_SECONDS", 0.5), ("_GRACE_SECONDS", 0.5), ("_CONNECT_SECONDS", 2)):
        monkeypatch.setattr(session, name, seconds)
    hasty = Neo4jStore.open(replace(access, seconds=2.0))
    change = build_change(hasty, BATCHES[1])
    proxy.stall()
    began = time.monotonic()
    with pytest.raises(StoreUnavailable) as refused:
        hasty.commit(change)
    assert time.monotonic() - began < 10
    assert refused.value.code == "store_unreachable"
    assert "is the server running" in str(refused.value)
    proxy.flow()
    hasty.close()
    assert whole(store) == held
    write(store)
    assert digest(store) == clean
    store.close()

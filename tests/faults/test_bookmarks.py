"""A read sees what was committed before: by the bookmarks that the store keeps and sends."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from dataclasses import replace

import neo4j
import pytest

from graph.build import build_change, write_files
from graph.errors import StoreUnavailable
from graph.neo4j_store import session
from graph.neo4j_store.bookmarks import bookmarks_of
from graph.neo4j_store.session import Access
from graph.neo4j_store.store import Neo4jStore
from tests.faults.proxy import Proxy, proxied
from tests.graph.test_copying import papers
from tests.neo4j.server import Access as Server
from tests.stores import access_of

LEAD = 1 + 2 + 16
"""Of a bookmark's bytes: a list, the length of the database's id, the id. The number of the commit
follows, and one byte at the end."""
WIDTHS = {0xC8: 1, 0xC9: 2, 0xCA: 4, 0xCB: 8}


@pytest.fixture
def access(neo4j_access: Server) -> Access:
    return access_of(neo4j_access)


@pytest.fixture
def proxy(neo4j_access: Server) -> Iterator[Proxy]:
    with proxied(neo4j_access.uri) as proxy:
        yield proxy


def held(access: Access) -> set[str]:
    return set(bookmarks_of(access.url, access.database).known.manager.get_bookmarks())


def later(bookmark: str, commits: int) -> str:
    """The bookmark of a commit that is so many after this one's."""
    kind, _, text = bookmark.partition(":")
    raw = base64.b64decode(text)
    number, end = raw[LEAD:-1], raw[-1:]
    assert len(number) == 1 + WIDTHS.get(number[0], 0)
    value = int.from_bytes(number[1:] or number, "big") + commits
    forged = raw[:LEAD] + b"\xcb" + value.to_bytes(8, "big") + end
    return f"{kind}:{base64.b64encode(forged).decode()}"


def know_of(access: Access, commits: int) -> str:
    """Let the store's process know of a commit that the server has not seen, so many ahead."""
    [last] = held(access)
    manager = bookmarks_of(access.url, access.database).known.manager
    forged = later(last, commits)
    manager.update_bookmarks([last], [forged])
    assert held(access) == {forged}
    return forged


def test_what_is_sent_with_a_read_names_the_commit_before_it(
    neo4j_access: Server, proxy: Proxy
) -> None:
    access = replace(access_of(neo4j_access), url=proxy.uri)
    seen = set[str]()
    for part in (papers()[:2], papers()[2:]):
        store = Neo4jStore.open(access)
        write_files(store, part)
        [bookmark] = held(access)
        assert bookmark not in seen
        seen.add(bookmark)
        for _ in range(2):  # of the store that wrote, and of one that is opened later
            sent = len(proxy.sent)
            assert store.state().documents
            assert bookmark.encode() in proxy.sent[sent:]
            store.close()
            store = Neo4jStore.open(access, read_only=True)
        store.close()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_read_waits_until_the_server_has_what_its_process_committed(
    access: Access, neo4j_access: Server, scheme: str
) -> None:
    """Another member of a cluster would be behind; here the commit is made while the read waits."""
    access = replace(access, url=access.url.replace("bolt", scheme))
    store = Neo4jStore.open(access)
    write_files(store, papers())
    told: list[int] = []
    reading = threading.Thread(target=lambda: told.append(store.state().revision))
    with neo4j_access.session() as other:
        other.run("RETURN 1").consume()  # connects
        know_of(access, 1)
        reading.start()
        reading.join(0.7)
        assert told == []
        other.run("MATCH (g:Graph) SET g.revision = 41").consume()
        reading.join(30)
    assert told == [41]
    store.close()


def test_a_database_that_was_put_back_is_asked_without_the_bookmarks_of_before(
    access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after an import or a restored backup: the server will never get to what they name."""
    monkeypatch.setattr(session, "RETRY_SECONDS", 0.1)
    store = Neo4jStore.open(access)
    write_files(store, papers()[:2])
    before = store.state()
    forged = know_of(access, 1_000_000)
    assert store.state() == before
    assert forged not in held(access)
    change = build_change(store, papers()[2:])
    forged = know_of(access, 1_000_000)
    store.commit(change)
    assert forged not in held(access)
    assert store.state().revision == before.revision + 1
    store.close()


def test_a_question_in_a_hurry_fails_once_and_the_next_one_is_answered(
    access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "_GRACE_SECONDS", 0.5)
    patient = Neo4jStore.open(access)
    write_files(patient, papers()[:2])
    hasty = Neo4jStore.open(replace(access, seconds=1.0), read_only=True)
    know_of(access, 1_000_000)
    with pytest.raises(StoreUnavailable) as refused:
        hasty.state()
    assert refused.value.code == "store_unreachable"
    assert hasty.state() == patient.state()
    hasty.close()
    patient.close()


def test_after_bookmarks_were_lost_the_one_that_takes_writes_is_asked(access: Access) -> None:
    store = Neo4jStore.open(access)
    bookmarks = bookmarks_of(access.url, access.database)
    known = bookmarks.known
    assert known.mode == neo4j.READ_ACCESS
    bookmarks.forget(known)
    assert bookmarks.known.mode == neo4j.WRITE_ACCESS
    assert bookmarks.known.routing is neo4j.RoutingControl.WRITE
    fresh = bookmarks.known
    bookmarks.forget(known)  # another thread that failed by the old ones
    assert bookmarks.known is fresh
    store.state()
    assert fresh.mode == neo4j.READ_ACCESS
    assert held(access)
    store.close()

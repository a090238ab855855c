"""A service over a small graph in memory, for tests of the HTTP side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.testclient import TestClient

from api import asking
from api.app import create_app
from api.settings import Settings
from graph.change import Change
from graph.neo4j_store.store import Neo4jStore
from graph.store import Store
from tests.queries.small_graphs import graph

NQ = {"number": "20-NQ/TW", "type": "Nghị quyết"}
FACTS = {
    "top": {**NQ, "issue_date": "2017-10-25", "title": "về bảo vệ sức khỏe"},
    "other": {**NQ, "issue_date": "2022-06-16", "title": "về kinh tế tập thể"},
    "act": {"number": "139/NQ-CP", "type": "Nghị quyết", "issue_date": "2017-12-31"},
    "plan": {"number": "5/KH-UBND", "type": "Kế hoạch", "province": "Hà Nam"},
}


def sample() -> Store:
    """A resolution, an act below it, a plan below that, a namesake, and an old key."""
    store = graph("act IMPLEMENTS top", "plan IMPLEMENTS act", facts=FACTS)
    store.commit(Change(redirects={"old": "top"}))
    return store


@contextmanager
def serving(
    monkeypatch: pytest.MonkeyPatch, store: Store, **settings: float
) -> Iterator[TestClient]:
    """A client of a running service over `store`; one in Neo4j is reached by its address.

    A store that is shared with the test is asked on the loop, however busy the machine is: a
    question on a thread would close it at its end.
    """
    url = "sqlite:none"
    if isinstance(store, Neo4jStore):
        url = store.access.url
        for name in ("user", "password", "database"):
            monkeypatch.setenv(f"PHAHE_NEO4J_{name.upper()}", getattr(store.access, name) or "")
    else:
        monkeypatch.setattr(asking, "open_store", lambda url, **options: store)
    given: dict[str, Any] = {"patience": 20.0, **settings}
    app = create_app(Settings(url, **given))
    with TestClient(app, base_url="http://phahe.test", raise_server_exceptions=False) as client:
        yield client

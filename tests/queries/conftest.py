"""Every test of a question runs on the plain store in memory, on SQLite and on Neo4j."""

from __future__ import annotations

import pytest

from tests.queries import small_graphs
from tests.stores import KINDS, Stores


@pytest.fixture(params=KINDS)
def stores(stores: Stores) -> Stores:
    return stores


@pytest.fixture(autouse=True)
def kind_of_store(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_graphs, "make_store", stores.make)

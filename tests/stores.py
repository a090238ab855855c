"""Empty stores of every kind, for tests that hold for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.movable import MovableStore
from graph.neo4j_store.session import Access as Neo4jAccess
from graph.neo4j_store.store import Neo4jStore
from graph.sqlite_store.store import SqliteStore
from tests.model_store import ModelStore
from tests.neo4j.server import Access, empty

KINDS = ("model", "sqlite", "neo4j")
REAL_KINDS = ("sqlite", "neo4j")

every_kind = pytest.mark.parametrize("stores", KINDS, indirect=True)
"""Runs a test, or as `pytestmark` a module, on the plain model, on SQLite and on Neo4j."""

every_real_kind = pytest.mark.parametrize("stores", REAL_KINDS, indirect=True)
"""The same on SQLite and on Neo4j."""


class Stores:
    """Makes empty stores of one kind; a Neo4j has room for one, so the one before is gone then."""

    def __init__(self, kind: str, folder: Path, neo4j: Access | None) -> None:
        self.kind = kind
        self._folder = folder
        self._neo4j = neo4j
        self._opened: list[MovableStore] = []
        self._count = 0

    def make(self) -> MovableStore:
        """Return an empty store; `close` closes it."""
        if self._neo4j is not None:
            self.close()
            empty(self._neo4j)
        self._count += 1
        return self.again()

    def again(self) -> MovableStore:
        """Return the store that was made last, opened once more (not for the one in memory)."""
        if self._neo4j is not None:
            self._opened.append(Neo4jStore.open(access_of(self._neo4j)))
        elif self.kind == "sqlite":
            self._opened.append(SqliteStore.open(self._folder / f"{self._count}.sqlite"))
        else:
            self._opened.append(ModelStore())
        return self._opened[-1]

    def close(self) -> None:
        while self._opened:
            self._opened.pop().close()


def access_of(access: Access) -> Neo4jAccess:
    """The way to the tests' server as the store takes it."""
    return Neo4jAccess(access.uri, access.user, access.password, access.database)

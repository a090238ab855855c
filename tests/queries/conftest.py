"""Every test of a question runs on the plain store in memory and on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from graph.sqlite_store import SqliteStore
from tests.model_store import ModelStore
from tests.queries import small_graphs


@pytest.fixture(autouse=True, params=["model", "sqlite"])
def kind_of_store(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    opened: list[SqliteStore] = []
    numbers = count()

    def in_sqlite() -> SqliteStore:
        opened.append(SqliteStore.open(tmp_path / f"{next(numbers)}.sqlite"))
        return opened[-1]

    make = ModelStore if request.param == "model" else in_sqlite
    monkeypatch.setattr(small_graphs, "make_store", make)
    yield
    for store in opened:
        store.close()

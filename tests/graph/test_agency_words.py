"""The table of what agencies' names tell: every row proves itself."""

from __future__ import annotations

from typing import Any

import pytest

from graph.agencies.words import name_pattern, names
from loaders.folding import fold

ROWS = [pytest.param(row, id=row["name"]) for row in names().values()]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_matches_its_examples_and_none_of_its_rejects(row: dict[str, Any]) -> None:
    def found(name: str) -> bool:
        said = fold(name) if row.get("folded") else name
        return name_pattern(row["name"]).search(said) is not None

    assert row["examples"] != [] and row["rejects"] != []
    assert [name for name in row["examples"] if not found(name)] == []
    assert [name for name in row["rejects"] if found(name)] == []

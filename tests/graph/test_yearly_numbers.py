"""Numbers that carry their year, and texts that leave it out."""

from __future__ import annotations

from typing import Any

import pytest

from graph.identity.yearly_numbers import whole_number
from loaders.records import Level
from loaders.tables import load_toml
from tests.graph.papers import SON_LA, load, paper, reference
from tests.queries import small_graphs

ROWS = [pytest.param(row, id=row["name"]) for row in load_toml("graph", "yearly_numbers")["series"]]


@pytest.mark.parametrize("row", ROWS)
def test_a_series_completes_its_examples_and_none_of_its_rejects(row: dict[str, Any]) -> None:
    assert row["examples"] != [] and row["rejects"] != []
    for printed, date, whole in row["examples"]:
        assert whole_number(printed, date) == whole
    for printed, date in row["rejects"]:
        assert whole_number(printed, date or None) == printed


def keys_of(*cited: dict[str, Any]) -> list[str]:
    """Load a paper for each citation, the last first, and return the nodes that they cite."""
    store = small_graphs.make_store()
    place = dict(zip(("level", "province", "district"), SON_LA, strict=True))
    for nth, said in reversed(list(enumerate(cited, 1))):
        made = reference("R1", type="Nghị định", level=Level.CENTRAL, **said)
        load(
            store, paper(f"{nth}.txt", f"{nth}/KH-UBND", "2020-01-01", references=(made,), **place)
        )
    claims = [claim for claim in store.claims(documents=list(_keys(store))) if not claim.claim.own]
    return sorted({str(claim.document) for claim in claims})


def _keys(store: Any) -> list[str]:
    from graph.store import Criteria

    return [document.key for document in store.find(Criteria(), limit=100)[0]]


def test_a_number_without_its_year_meets_the_one_with_it() -> None:
    cited = ({"number": "156/2018/NĐ-CP", "date": "2018-11-15"},
             {"number": "156/NĐ-CP", "date": "2018-11-15"},
             {"number": "156/2018/NĐ-CP", "date": None})  # fmt: skip
    assert keys_of(*cited) == ["vn.156-2018-nd-cp.2018-11-15"]


def test_another_year_and_a_year_alone_stay_apart() -> None:
    cited = ({"number": "156/2018/NĐ-CP", "date": "2018-11-15"},
             {"number": "156/NĐ-CP", "date": "2017-11-15"},
             {"number": "156/NĐ-CP", "date": "2018"})  # fmt: skip
    assert len(keys_of(*cited)) == 3

"""Names of one indicator are found however many the store gives at a time."""

from __future__ import annotations

import pytest

from queries import same_indicator
from queries.same_indicator import holding, meaning
from tests.graph.papers import indicator, load, paper, value
from tests.model_store import ModelStore

NAMES = ["Tỷ lệ dân số tham gia BHYT", "Tỷ lệ bao phủ BHYT", "Tỷ lệ tham gia bảo hiểm y tế"]


@pytest.mark.parametrize("at_a_time", [1, 2, 3, 10_000])
def test_no_name_is_left_out(at_a_time: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same_indicator, "_AT_A_TIME", at_a_time)
    store = ModelStore()
    for at, name in enumerate(NAMES):
        load(
            store, paper(f"{at}.txt", f"{at + 1}/KH-UBND", targets=(indicator(name, value(95.0)),))
        )
    [one] = meaning(store, "bao phủ bảo hiểm y tế")
    assert sorted(name.indicator for name in one.names) == sorted(NAMES)
    found = holding(store, "BHYT tham gia")
    assert len(found) == 2

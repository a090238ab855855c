"""The store of one agency's duties holds what the benchmark says that it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.speed import duties as speed
from graph.sqlite_store.store import SqliteStore
from queries.facts import DutyQuestion, duties


def test_each_question_finds_as_many_duties_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqliteStore.open(tmp_path / "duties.sqlite")
    speed.fill(store)
    measures = speed.duty_measures(store, times=1)
    assert len(measures) == 2 * (len(speed.QUESTIONS) + 2)
    first = duties(store, DutyQuestion(("so y te",)), limit=1).items[0][0]
    assert (first.agency, first.agency_full) == ("Sở Y tế", "Sở Y tế tỉnh Sơn La")
    monkeypatch.setitem(speed.QUESTIONS, "none", (DutyQuestion(task="không đâu có"), None, 1))
    with pytest.raises(RuntimeError, match="none: 0 duties, not 1"):
        speed.duty_measures(store, times=1)
    store.close()

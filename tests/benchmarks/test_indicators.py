"""The pairs by which the meeting of indicators is measured, and that no wrong pair meets."""

from __future__ import annotations

from collections import Counter

from benchmarks.indicators.measure import figures, pairs
from graph.indicators.indicator import Likeness


def test_there_are_hundreds_of_pairs_of_many_fields_and_half_are_new() -> None:
    every = pairs()
    assert len(every) >= 200
    assert len({(pair.names, pair.units) for pair in every}) == len(every)
    assert sum(pair.new for pair in every) * 2 >= len(every)
    fields = Counter(pair.field for pair in every)
    assert len(fields) >= 6
    assert min(fields.values()) >= 20
    assert {pair.truth for pair in every} == set(Likeness)


def test_no_pair_that_is_not_the_same_is_called_so() -> None:
    wrong = [
        pair.names
        for pair in pairs()
        if pair.found is Likeness.SAME and pair.truth is not Likeness.SAME
    ]
    assert wrong == []
    assert figures()["recall"] >= 0.9

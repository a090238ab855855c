"""Where a target comes from: which documents above set the same, and by which words."""

from __future__ import annotations

import pytest

from graph.errors import DocumentNotFound
from graph.store import Store
from queries.cascade_tops import cascade_tops, words_shared
from queries.facts import targets
from tests.queries import small_graphs
from tests.queries.test_cascade import INSURED, TOP, goal, least, plan

MIDDLE = ("139/NQ-CP", "2017-12-31")
LOW = ("5/KH-UBND", "2018-05-05")
HERE = "vn-son-la.5-kh-ubnd.2018-05-05"


def sample(middle: str = "Tỷ lệ tham gia bảo hiểm y tế") -> Store:
    """Three steps; the programme in the middle calls the indicator a little otherwise."""
    store = small_graphs.make_store()
    plan(store, *TOP, None, goal(INSURED, least(95, 2025)))
    plan(store, *MIDDLE, TOP, goal(middle, least(95, 2025)))
    plan(store, *LOW, MIDDLE, goal(INSURED, least(90, 2025)), province="Sơn La")
    return store


def test_the_farthest_above_that_sets_it_stands_first_and_the_document_itself_is_none():
    for asked in ("bao hiem y te", "BHYT", INSURED):  # the middle one under its other name too
        tops = cascade_tops(sample(), HERE, asked)
        assert [top.number for top in tops] == ["20-NQ/TW", "139/NQ-CP"], asked


def test_words_that_name_nothing_above_and_no_words_give_none():
    store = sample()
    assert cascade_tops(store, HERE, "giường bệnh") == ()
    assert cascade_tops(store, HERE, "…") == ()
    assert cascade_tops(store, "vn.20-nq-tw.2017-10-25", INSURED) == ()


def test_a_day_leaves_out_what_was_not_issued_yet():
    tops = cascade_tops(sample(), HERE, "bảo hiểm y tế", as_of="2017-12-30")
    assert [top.number for top in tops] == []


@pytest.mark.parametrize(
    ("key", "name", "shared"),
    [
        (HERE, INSURED, INSURED),
        ("vn.139-nq-cp.2017-12-31", "Tỷ lệ tham gia bảo hiểm y tế", "Tỷ lệ tham gia bảo hiểm y tế"),
    ],
)
def test_words_are_those_that_the_farthest_one_has_too(key: str, name: str, shared: str):
    store = sample()
    [(own, _)] = targets(store, document=key).items
    assert own.indicator == name
    assert words_shared(store, key, own) == shared


def test_a_longer_name_is_cut_to_what_is_shared_and_one_that_is_alone_stays_whole():
    store = small_graphs.make_store()
    plan(store, *TOP, None, goal("Tỷ lệ tham gia bảo hiểm y tế", least(95, 2025)))
    name = "Tỷ lệ dân số tham gia bảo hiểm y tế"
    plan(store, *LOW, TOP, goal(name, least(90, 2025)), goal("Số giường bệnh", least(30, 2025)),
         province="Sơn La")  # fmt: skip
    rows = [own for own, _ in targets(store, document=HERE).items]
    assert [words_shared(store, HERE, own) for own in rows] == [
        "Tỷ lệ tham gia bảo hiểm y tế", "Số giường bệnh",
    ]  # fmt: skip


def test_a_document_that_is_not_here_is_refused():
    with pytest.raises(DocumentNotFound):
        cascade_tops(sample(), "vn.0-xx.1900", INSURED)

"""A key that no document has is told so, with the keys that are like it."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries.near_keys import has_form_of_key, near_keys
from queries.resolution import ReferenceNotFound
from queries.resolve import find_ref
from tests.queries.small_graphs import graph

NQ = {"number": "20-NQ/TW", "type": "Nghị quyết"}
FACTS = {
    "vn.20-nq-tw.2017-10-25": {**NQ, "issue_date": "2017-10-25", "title": "về sức khỏe"},
    "vn.20-nq-tw.2022-06-16": {**NQ, "issue_date": "2022-06-16", "title": "về kinh tế"},
    "vn.139-nq-cp.2017-12-31": {"number": "139/NQ-CP", "issue_date": "2017-12-31"},
}


@pytest.fixture
def store() -> Store:
    return graph("vn.139-nq-cp.2017-12-31 IMPLEMENTS vn.20-nq-tw.2017-10-25", facts=FACTS)


@pytest.mark.parametrize(
    ("text", "is_key"),
    [
        ("vn.20-nq-tw.2017-10-25", True),
        ("vn-lai-chau.243-kh-syt.2025-11", True),
        ("vn.nghi-quyet-dai-hoi", True),
        ("20-NQ/TW", False),
        ("vn", False),
        ("Vn.20-nq-tw.2017", False),
        ("vn.20 nq tw", False),
        ("www.chinhphu.vn", False),
    ],
)
def test_what_is_formed_as_a_key(text: str, is_key: bool) -> None:
    assert has_form_of_key(text) is is_key


def test_the_nearest_keys_come_first(store: Store) -> None:
    found = near_keys(store, "vn.20-nq-tw.2017-10-24")
    assert [one.document.key for one in found] == [
        "vn.20-nq-tw.2017-10-25",
        "vn.20-nq-tw.2022-06-16",
    ]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_key_of_nothing_alike_has_none(store: Store) -> None:
    assert near_keys(store, "vn-lai-chau.5-kh-ubnd.2018") == ()


def test_it_is_not_in_the_graph_and_no_misspelt_number(store: Store) -> None:
    with pytest.raises(ReferenceNotFound, match="không văn bản nào") as refused:
        find_ref(store, "vn.20-nq-tw.2017-10-24", None)
    assert refused.value.code == "not_in_graph"
    assert refused.value.resolution.candidates[0].document.key == "vn.20-nq-tw.2017-10-25"

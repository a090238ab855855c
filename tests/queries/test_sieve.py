"""A lineage of which only some documents are asked for."""

from __future__ import annotations

import pytest

from graph.errors import BadCursor
from graph.store import Store
from loaders.records import Level
from queries.errors import BadOption
from queries.lineage import Lineage, LineageDirection, LineageQuestion, lineage
from queries.networks import network_of
from queries.sieve import Sieve
from tests.queries.small_graphs import graph

DOWN = LineageDirection.DESCENDANTS
FACTS = {
    "top": {"level": Level.CENTRAL, "issue_date": "2017-10-25"},
    "act": {"level": Level.CENTRAL, "issue_date": "2017-12-31"},
    "p1": {"level": Level.PROVINCE, "province": "Hà Nam", "issue_date": "2018-03"},
    "p2": {"level": Level.PROVINCE, "province": "Cà Mau", "issue_date": "2019"},
    "d1": {"level": Level.DISTRICT, "province": "Hà Nam"},
    "x": {},
}


def forest() -> Store:
    return graph(
        "act IMPLEMENTS top",
        "p1 IMPLEMENTS act",
        "p2 IMPLEMENTS act",
        "d1 IMPLEMENTS p1",
        "d1 IMPLEMENTS p2",
        "x IMPLEMENTS top",
        facts=FACTS,
    )


def sifted(sieve: Sieve, **options: object) -> Lineage:
    return lineage(forest(), "top", DOWN, LineageQuestion(sieve=sieve), **options)  # type: ignore[arg-type]


def keys(answer: Lineage) -> list[str]:
    return [item.document.key for item in answer.items]


@pytest.mark.parametrize(
    ("sieve", "found"),
    [
        (Sieve(), ["act", "x", "p2", "p1", "d1"]),
        (Sieve(levels=(Level.PROVINCE,)), ["p2", "p1"]),
        (Sieve(levels=(None, Level.DISTRICT)), ["x", "d1"]),
        (Sieve(province="ha nam"), ["p1", "d1"]),
        (Sieve(issued_from="2018"), ["p2", "p1"]),
        (Sieve(issued_from="2018-03-02"), ["p2"]),
        (Sieve(issued_until="2018-03-01"), ["act", "p1"]),
        (Sieve(issued_until="2018-02-28"), ["act"]),
        (Sieve(issued_until="2018-02"), ["act"]),
        (Sieve(issued_until="2018-03"), ["act", "p1"]),
        (Sieve(issued_until="2017"), ["act"]),
        (Sieve(levels=(Level.PROVINCE,), province="Cà Mau", issued_until="2018"), []),
    ],
)
def test_what_passes(sieve: Sieve, found: list[str]) -> None:
    answer = sifted(sieve)
    assert keys(answer) == found
    assert (answer.total, answer.left_out) == (len(found), 5 - len(found))
    assert sum(group.total for group in answer.groups) == len(found)


def test_the_way_goes_through_what_does_not_pass_and_names_it() -> None:
    answer = sifted(Sieve(levels=(Level.DISTRICT,)))
    [item] = answer.items
    assert item.paths == (("top", "act", "p1", "d1"), ("top", "act", "p2", "d1"))
    assert [one.document.key for one in answer.between] == ["act", "p2", "p1"]
    assert answer.between[1].steps[-1].edge.target == "act"
    assert sifted(Sieve()).between == ()


def test_a_network_of_it_hangs_together() -> None:
    made = network_of(sifted(Sieve(levels=(Level.DISTRICT,))))
    assert sorted(made.edges(keys=False)) == [
        ("act", "top"), ("d1", "p1"), ("d1", "p2"), ("p1", "act"), ("p2", "act"),
    ]  # fmt: skip
    assert {node for node, told in made.nodes(data=True) if told.get("between")} == {
        "act", "p1", "p2",
    }  # fmt: skip


def test_pages_of_a_sifted_lineage_hold_each_document_once() -> None:
    sieve, found, cursor = Sieve(levels=(Level.PROVINCE, None)), [], None
    for _ in range(3):
        answer = sifted(sieve, limit=1, cursor=cursor)
        found, cursor = [*found, *keys(answer)], answer.next
    assert (found, cursor) == (["x", "p2", "p1"], None)


def test_a_cursor_belongs_to_its_sieve() -> None:
    cursor = sifted(Sieve(levels=(Level.PROVINCE,)), limit=1).next
    for other in (Sieve(), Sieve(province="Hà Nam")):
        with pytest.raises(BadCursor):
            sifted(other, limit=1, cursor=cursor)


def test_a_bound_that_is_no_date_is_refused() -> None:
    with pytest.raises(BadOption, match="until"):
        sifted(Sieve(issued_until="2018-13"))

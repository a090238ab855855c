"""Ways between two documents: up, down, over a third one; circles, diamonds, programmes."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import BadCursor, DocumentNotFound
from graph.store import Store
from loaders.records import RelationType
from queries.connections import MAX_WAYS, Way, connections
from queries.errors import BadOption
from tests.queries.small_graphs import graph

DIAMOND = ("b IMPLEMENTS a", "c IMPLEMENTS a", "d IMPLEMENTS b", "d IMPLEMENTS c")


def ways(store: Store, a: str, b: str, **asked: Any) -> list[str]:
    answer = connections(store, a, b, **asked)
    return ["".join(document.key for document in one.documents) for one in answer.items]


def test_a_diamond_is_two_ways_with_a_sentence_for_each_step() -> None:
    store = graph(*DIAMOND)
    answer = connections(store, "d", "a")
    assert (answer.way, ways(store, "d", "a")) == (Way.UP, ["dba", "dca"])
    assert [step.evidence[0].quote for step in answer.items[0].steps] == [
        "d IMPLEMENTS b", "b IMPLEMENTS a",
    ]  # fmt: skip
    back = connections(store, "a", "d")
    assert (back.way, ways(store, "a", "d")) == (Way.DOWN, ["abd", "acd"])
    assert back.items[0].steps[0].edge == ("b", "IMPLEMENTS", "a")


def test_shorter_ways_come_first_and_longer_ones_are_told_too() -> None:
    assert ways(graph(*DIAMOND, "d BASED_ON a", "c BASED_ON b"), "d", "a") == [
        "da", "dba", "dca", "dcba",
    ]  # fmt: skip


def test_two_plans_meet_in_the_nearest_document_above_both() -> None:
    store = graph(
        "b IMPLEMENTS a", "c IMPLEMENTS a", "a IMPLEMENTS t", "b BASED_ON t", "c BASED_ON s"
    )
    answer = connections(store, "b", "c")
    assert (answer.way, ways(store, "b", "c")) == (Way.COMMON, ["bac"])
    assert [step.edge.source for step in answer.items[0].steps] == ["b", "c"]
    assert ways(graph("b IMPLEMENTS x", "b IMPLEMENTS y", "c IMPLEMENTS x", "c BASED_ON y"),
                "b", "c") == ["bxc", "byc"]  # fmt: skip


def test_a_step_is_the_strongest_relation_of_the_two() -> None:
    store = graph("b BASED_ON a", "b IMPLEMENTS a", "b CITES a")
    [way] = connections(store, "b", "a", relations=tuple(RelationType)).items
    assert way.steps[0].edge.type is RelationType.IMPLEMENTS


def test_nothing_connects_them() -> None:
    store = graph("b IMPLEMENTS a", "c CITES a")
    answer = connections(store, "b", "c")
    assert (answer.way, answer.items, answer.total) == (Way.NONE, (), 0)
    cited = connections(store, "b", "c", relations=tuple(RelationType))
    assert (cited.way, cited.total) == (Way.COMMON, 1)


def test_circles_end_and_an_act_is_one_with_its_programme() -> None:
    store = graph("a IMPLEMENTS b", "b IMPLEMENTS a", "b IMPLEMENTS p", "n PROMULGATES p",
                  "n IMPLEMENTS t")  # fmt: skip
    assert ways(store, "a", "t") == ["abnt"]
    assert ways(store, "a", "b") == ["ab"]
    assert ways(store, "a", "p") == ["abn"]
    assert (ways(store, "n", "p"), ways(store, "a", "a")) == (["n"], ["a"])
    assert connections(store, "n", "p").items[0].steps == ()


def test_a_programme_stands_though_its_act_came_later() -> None:
    """A programme that was known before its act was issued is asked for, or asked from."""
    store = graph(
        "n PROMULGATES p", "p IMPLEMENTS a", "q IMPLEMENTS a", "m PROMULGATES q",
        facts={"n": {"issue_date": "2019-05-01"}, "m": {"issue_date": "2019-06-01"}},
    )  # fmt: skip
    assert ways(store, "p", "a", as_of="2018") == ["na"]
    assert ways(store, "a", "p", as_of="2018") == ["an"]
    assert ways(store, "p", "q", as_of="2018") == ["nam"]


def test_as_of_leaves_out_what_came_later() -> None:
    store = graph(*DIAMOND, facts={"b": {"issue_date": "2019"}, "d": {"issue_date": "2020"}})
    assert ways(store, "d", "a", as_of="2018-05") == ["dca"]


def test_many_ways_are_bounded_and_paged() -> None:
    wide = [f"m{at:03} IMPLEMENTS a" for at in range(MAX_WAYS + 20)]
    wide += [f"d IMPLEMENTS m{at:03}" for at in range(MAX_WAYS + 20)]
    store = graph(*wide)
    first = connections(store, "d", "a", limit=60)
    assert (first.total, len(first.items), first.truncated) == (MAX_WAYS, 60, True)
    rest = connections(store, "d", "a", limit=60, cursor=first.next)
    assert (len(rest.items), rest.next) == (MAX_WAYS - 60, None)
    with pytest.raises(BadCursor):
        connections(store, "a", "d", cursor=first.next)


def test_what_cannot_be_asked() -> None:
    store = graph(*DIAMOND)
    with pytest.raises(DocumentNotFound):
        connections(store, "a", "nowhere")
    for name, value in (("relations", ()), ("limit", 0), ("as_of", "x")):
        with pytest.raises(BadOption, match=f"^{name}: "):
            connections(store, "a", "d", **{name: value})

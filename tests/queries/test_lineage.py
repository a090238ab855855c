from __future__ import annotations

import pytest

from graph.errors import BadCursor, DocumentNotFound
from graph.model import DocumentStatus
from loaders.records import Level, RelationType
from queries.errors import BadOption
from queries.lineage import Lineage, LineageDirection, LineageQuestion, lineage, walk_of
from queries.sieve import Sieve
from tests.queries.small_graphs import graph

UP, DOWN = LineageDirection.ANCESTORS, LineageDirection.DESCENDANTS


def keys(answer: Lineage) -> list[tuple[str, int]]:
    return [(item.document.key, item.depth) for item in answer.items]


def ends(answer: Lineage, key: str) -> list[tuple[str, str, str]]:
    [item] = [item for item in answer.items if item.document.key == key]
    return [(s.edge.source, s.edge.type.value, s.edge.target) for s in item.steps]


def test_descendants_come_at_their_least_depth() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS b", "c IMPLEMENTS a", "d IMPLEMENTS c")
    assert keys(lineage(store, "a", DOWN)) == [("b", 1), ("c", 1), ("d", 2)]


def test_ancestors_are_what_a_document_carries_out() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS b", "x IMPLEMENTS c")
    assert keys(lineage(store, "c", UP)) == [("b", 1), ("a", 2)]


def test_steps_keep_the_ends_as_stored_whichever_way_is_asked() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS b")
    stored = [("b", "IMPLEMENTS", "a"), ("c", "IMPLEMENTS", "b")]
    assert ends(lineage(store, "a", DOWN), "c") == stored
    assert ends(lineage(store, "c", UP), "a") == stored[::-1]


def test_every_step_has_its_sentence() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS b")
    answer = lineage(store, "a", DOWN)
    quotes = [step.evidence[0].quote for item in answer.items for step in item.steps]
    assert quotes == ["b IMPLEMENTS a", "b IMPLEMENTS a", "c IMPLEMENTS b"]


def test_a_diamond_is_one_item_with_all_shortest_paths() -> None:
    store = graph("c IMPLEMENTS a", "b IMPLEMENTS a", "d IMPLEMENTS c", "d IMPLEMENTS b")
    [item] = [item for item in lineage(store, "a", DOWN).items if item.document.key == "d"]
    assert item.path == ("a", "b", "d")
    assert item.paths == (("a", "b", "d"), ("a", "c", "d"))
    assert [step.edge.target for step in item.other_steps] == ["c"]
    assert item.other_steps[0].evidence[0].quote == "d IMPLEMENTS c"


def test_at_most_twenty_paths_the_first_by_keys() -> None:
    middles = [f"m{n:02}" for n in range(30)]
    store = graph(*(f"{m} IMPLEMENTS a" for m in middles), *(f"z IMPLEMENTS {m}" for m in middles))
    [item] = [item for item in lineage(store, "a", DOWN).items if item.document.key == "z"]
    assert item.paths == tuple(("a", m, "z") for m in middles[:20])


def test_a_circle_ends_where_it_closes() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS b", "a IMPLEMENTS c", "a IMPLEMENTS a")
    assert keys(lineage(store, "a", DOWN)) == [("b", 1), ("c", 2)]
    assert keys(lineage(store, "a", UP)) == [("c", 1), ("b", 2)]


def test_depth_bounds_the_hops_and_further_counts_what_is_behind() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS b", "d IMPLEMENTS b", "e IMPLEMENTS c")
    [item] = lineage(store, "a", DOWN, LineageQuestion(depth=1)).items
    assert (item.document.key, item.further) == ("b", 2)
    assert [i.further for i in lineage(store, "a", DOWN).items] == [2, 1, 0, 0]


def test_citing_is_not_carrying_out() -> None:
    store = graph("b CITES a", "c BASED_ON a", "d IMPLEMENTS a")
    assert keys(lineage(store, "a", DOWN)) == [("d", 1)]
    wider = (RelationType.IMPLEMENTS, RelationType.BASED_ON)
    assert keys(lineage(store, "a", DOWN, LineageQuestion(relations=wider))) == [("c", 1), ("d", 1)]


def test_where_two_relations_join_two_documents_the_stronger_is_the_step() -> None:
    store = graph("b BASED_ON a", "b IMPLEMENTS a")
    both = LineageQuestion(relations=(RelationType.BASED_ON, RelationType.IMPLEMENTS))
    assert ends(lineage(store, "a", DOWN, both), "b") == [("b", "IMPLEMENTS", "a")]


@pytest.mark.parametrize("kind", ["PROMULGATES", "APPROVES"])
def test_a_programme_stands_under_the_act_that_carries_it(kind: str) -> None:
    store = graph(f"act {kind} work", "work IMPLEMENTS top", "plan IMPLEMENTS act")
    answer = lineage(store, "top", DOWN)
    assert keys(answer) == [("act", 1), ("plan", 2)]
    assert answer.carriers == {"act": ("work",)}
    assert ends(answer, "plan") == [("work", "IMPLEMENTS", "top"), ("plan", "IMPLEMENTS", "act")]
    assert answer.items[1].path == ("top", "act", "plan")


def test_asked_for_a_programme_the_answer_stands_under_its_act() -> None:
    store = graph("act APPROVES work", "plan IMPLEMENTS act", "other IMPLEMENTS work")
    answer = lineage(store, "work", DOWN)
    assert answer.document.key == "act"
    assert keys(answer) == [("other", 1), ("plan", 1)]
    assert answer.items[0].path[0] == "act"


def test_carriers_in_a_chain_are_one_work() -> None:
    store = graph("act APPROVES plan", "plan PROMULGATES annex", "x IMPLEMENTS annex")
    assert lineage(store, "act", DOWN).carriers == {"act": ("annex", "plan")}
    assert keys(lineage(store, "x", UP)) == [("act", 1)]


def test_of_two_acts_that_carry_one_work_the_first_names_it() -> None:
    facts = {"a": {"issue_date": "2022-03-15"}, "b": {"issue_date": "2020-01-10"}}
    store = graph("a APPROVES work", "b APPROVES work", "x IMPLEMENTS work", facts=facts)
    assert keys(lineage(store, "x", UP)) == [("b", 1)]
    undated = graph("a APPROVES work", "b APPROVES work", "x IMPLEMENTS work")
    assert keys(lineage(undated, "x", UP)) == [("a", 1)]


def test_carriers_in_a_circle_stand_under_the_smallest_key() -> None:
    store = graph("b APPROVES a", "a APPROVES b", "x IMPLEMENTS b")
    assert keys(lineage(store, "x", UP)) == [("a", 1)]


def test_a_carrying_relation_that_is_asked_for_is_followed() -> None:
    store = graph("act APPROVES work", "x IMPLEMENTS work")
    asked = (RelationType.IMPLEMENTS, RelationType.APPROVES)
    answer = lineage(store, "x", UP, LineageQuestion(relations=asked))
    assert keys(answer) == [("work", 1)]
    assert keys(lineage(store, "act", UP, LineageQuestion(relations=asked))) == [("work", 1)]
    assert answer.carriers == {}


def test_order_is_depth_level_province_date_key() -> None:
    facts = {
        "a": {},
        "p2": {"level": Level.PROVINCE, "province": "Đồng Nai", "issue_date": "2018"},
        "p1": {"level": Level.PROVINCE, "province": "Đắk Lắk", "issue_date": "2019"},
        "p3": {"level": Level.PROVINCE, "province": "Đồng Nai", "issue_date": "2017-05"},
        "c": {"level": Level.CENTRAL},
        "n": {},
        "d": {"level": Level.DISTRICT},
    }
    store = graph(*(f"{key} IMPLEMENTS a" for key in facts if key != "a"), facts=facts)
    ordered = [key for key, _ in keys(lineage(store, "a", DOWN))]
    assert ordered == ["c", "p1", "p3", "p2", "d", "n"]


def test_as_of_leaves_out_what_came_later_and_what_only_it_leads_to() -> None:
    facts = {
        "a": {"issue_date": "2017-10-25"},
        "b": {"issue_date": "2018-03"},
        "c": {"issue_date": "2019"},
        "d": {"issue_date": "2018-01-01"},
        "e": {},
    }
    store = graph(
        "b IMPLEMENTS a", "c IMPLEMENTS a", "d IMPLEMENTS c", "e IMPLEMENTS b", facts=facts
    )
    answer = lineage(store, "a", DOWN, LineageQuestion(as_of="2018-03-01"))
    assert (keys(answer), answer.as_of) == ([("b", 1), ("e", 2)], "2018-03-01")
    assert keys(lineage(store, "a", DOWN, LineageQuestion(as_of="2018-02-28"))) == []
    assert keys(lineage(store, "a", DOWN, LineageQuestion(as_of="2019")))[:2] == [
        ("b", 1),
        ("c", 1),
    ]


def test_namesakes_are_listed_and_those_in_the_lineage_are_not() -> None:
    number = {"number": "20-NQ/TW"}
    store = graph(
        "b IMPLEMENTS a",
        facts={"a": number, "b": number, "c": {**number, "issue_date": "2022"}, "d": {}},
    )
    assert [d.key for d in lineage(store, "a", DOWN).excluded_namesakes] == ["c"]
    assert lineage(store, "a", DOWN, LineageQuestion(as_of="2020")).excluded_namesakes == ()


def test_stubs_are_items_like_the_others() -> None:
    stub = {"status": DocumentStatus.CITED_ONLY}
    store = graph("b IMPLEMENTS a @c", "c IMPLEMENTS b", facts={"b": stub})
    assert keys(lineage(store, "a", DOWN)) == [("b", 1), ("c", 2)]


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_joined_are_the_whole(limit: int) -> None:
    store = graph(*(f"k{n} IMPLEMENTS a" for n in range(7)), "deep IMPLEMENTS k3")
    whole = lineage(store, "a", DOWN)
    items, cursor = [], None
    while True:
        page = lineage(store, "a", DOWN, limit=limit, cursor=cursor)
        assert (page.total, page.limit) == (8, limit)
        assert page.truncated is (page.next is not None)
        items += page.items
        cursor = page.next
        if cursor is None:
            break
    assert tuple(items) == whole.items


def test_a_cursor_of_another_question_is_refused() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS a")
    cursor = lineage(store, "a", DOWN, limit=1).next
    for options in ({"depth": 1}, {"as_of": "2020"}, {"relations": (RelationType.CITES,)}):
        with pytest.raises(BadCursor):
            lineage(store, "a", DOWN, LineageQuestion(**options), cursor=cursor)  # type: ignore[arg-type]
    with pytest.raises(BadCursor):
        lineage(store, "a", UP, cursor=cursor)
    with pytest.raises(BadCursor):
        lineage(store, "a", DOWN, cursor="AAAA")


@pytest.mark.parametrize(
    "asked",
    [
        LineageQuestion(depth=0), LineageQuestion(as_of="2017-13"), LineageQuestion(relations=()),
        LineageQuestion(sieve=Sieve(issued_from="2017-13")),
    ],
)  # fmt: skip
def test_questions_outside_their_bounds_are_refused(asked: LineageQuestion) -> None:
    with pytest.raises(BadOption):
        lineage(graph("b IMPLEMENTS a"), "a", DOWN, asked)


@pytest.mark.parametrize("limit", [0, 10_001])
def test_limits_outside_their_bounds_are_refused(limit: int) -> None:
    with pytest.raises(BadOption):
        lineage(graph("b IMPLEMENTS a"), "a", DOWN, limit=limit)


def test_an_unknown_key_is_not_in_the_graph() -> None:
    with pytest.raises(DocumentNotFound):
        lineage(graph("b IMPLEMENTS a"), "x", DOWN)


def test_several_pages_of_a_lineage_need_one_walk() -> None:
    store = graph("b IMPLEMENTS a", "c IMPLEMENTS b", "c IMPLEMENTS a", "d IMPLEMENTS c")
    walked = walk_of(store, "a", DOWN)
    for depth in (None, 1, 2):
        asked = lineage(store, "a", DOWN, LineageQuestion(depth=depth))
        assert lineage(store, "a", DOWN, LineageQuestion(depth=depth), walked=walked) == asked

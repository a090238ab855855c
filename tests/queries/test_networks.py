"""Answers as networks: bounded, with attributes, the same from every store; circles in them."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.store import Direction
from loaders.records import CARRYING, Level, RelationType
from queries import networks
from queries.errors import BadOption
from queries.finding_kinds import FindingCode
from queries.findings import findings
from queries.lineage import LineageDirection, lineage
from queries.networks import network_of, whole_network
from queries.works_network import circles
from tests.queries.small_graphs import graph

TREE = ("b IMPLEMENTS a", "c IMPLEMENTS a", "d IMPLEMENTS b", "d IMPLEMENTS c")
RESTING = (RelationType.IMPLEMENTS, RelationType.BASED_ON)


def test_a_lineage_is_a_network_with_every_shortest_way() -> None:
    store = graph(*TREE, facts={"a": {"level": Level.CENTRAL, "title": "Về y tế"}})
    made = network_of(lineage(store, "a", LineageDirection.DESCENDANTS))
    assert dict(made.nodes(data="depth")) == {"a": 0, "b": 1, "c": 1, "d": 2}
    assert sorted(made.edges(keys=True)) == [
        ("b", "a", "IMPLEMENTS"), ("c", "a", "IMPLEMENTS"), ("d", "b", "IMPLEMENTS"),
        ("d", "c", "IMPLEMENTS"),
    ]  # fmt: skip
    assert sorted(nx.all_shortest_paths(made, "d", "a")) == [["d", "b", "a"], ["d", "c", "a"]]
    assert made.nodes["a"]["level"] == "central"
    assert made.edges["b", "a", "IMPLEMENTS"]["quote"] == "b IMPLEMENTS a"


def test_attributes_are_text_and_numbers_so_that_any_format_holds_them() -> None:
    made = network_of(lineage(graph(*TREE), "a", LineageDirection.DESCENDANTS))
    read = nx.parse_graphml("\n".join(nx.generate_graphml(made)), force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
    kinds = {type(value) for _, _, told in made.edges(data=True) for value in told.values()}
    assert kinds == {str, int}


def test_a_programme_is_a_node_beside_its_act() -> None:
    store = graph("act PROMULGATES programme", "programme IMPLEMENTS a", "d IMPLEMENTS act")
    made = network_of(lineage(store, "a", LineageDirection.DESCENDANTS))
    assert dict(made.nodes(data="depth")) == {"a": 0, "act": 1, "d": 2, "programme": 1}
    assert list(made.edges("programme", keys=True)) == [("programme", "a", "IMPLEMENTS")]


def test_the_whole_graph_is_a_network_of_all_documents_and_relations(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = graph(*TREE, "e CITES a", "x IMPLEMENTS y", facts={"a": {"title": "Về y tế"}})
    made = whole_network(store)
    assert list(made) == ["a", "b", "c", "d", "e", "x", "y"]
    assert len(made.edges) == 6
    assert made.edges["e", "a", "CITES"]["quote"] == "e CITES a"
    assert made.nodes["a"] == {"title": "Về y tế", "status": "loaded", "quality": "good"}
    monkeypatch.setattr(networks, "MAX_WHOLE", 6)
    with pytest.raises(BadOption, match="7"):
        whole_network(store)


def test_every_document_of_a_circle_is_found_with_its_steps() -> None:
    store = graph(
        "a IMPLEMENTS b", "b BASED_ON c", "c IMPLEMENTS a", "c IMPLEMENTS b", "d BASED_ON a",
        "b CITES a",
    )  # fmt: skip
    found = [one for one in findings(store).items if one.code is FindingCode.CIRCLE]
    assert [(one.document.key, [o.key for o in one.others]) for one in found] == [
        ("a", ["b", "c"]), ("b", ["c"]), ("c", ["b"]),
    ]  # fmt: skip
    assert [said.quote for said in found[0].evidence] == [
        "a IMPLEMENTS b", "b BASED_ON c", "c IMPLEMENTS a",
    ]  # fmt: skip
    assert findings(store, "b", codes=[FindingCode.CIRCLE]).items == (found[1],)
    assert findings(store, "d", codes=[FindingCode.CIRCLE]).items == ()


def test_a_circle_through_an_act_and_its_programme_is_one() -> None:
    store = graph("act PROMULGATES programme", "programme IMPLEMENTS top", "top BASED_ON act")
    found = findings(store, codes=[FindingCode.CIRCLE]).items
    assert [(one.document.key, [o.key for o in one.others]) for one in found] == [
        ("act", ["top"]), ("top", ["programme"]),
    ]  # fmt: skip


def test_diamonds_and_acts_that_carry_each_other_are_no_circles() -> None:
    store = graph(*TREE, "a PROMULGATES b", "b PROMULGATES a")
    part = store.subgraph(["d"], RESTING, Direction.OUT, joined=CARRYING)
    assert list(circles(part, ["a", "b", "c", "d"])) == []

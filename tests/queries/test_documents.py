from __future__ import annotations

from dataclasses import replace

import pytest

from graph.change import Change
from graph.errors import BadCursor, DocumentNotFound
from graph.model import DocumentStatus
from graph.store import Criteria
from loaders.records import Level, RelationType
from queries.documents import list_documents, show, source_text
from queries.errors import BadOption
from tests.queries.small_graphs import graph


def test_show_gives_both_sides_strongest_relation_first() -> None:
    store = graph(
        "b CITES a",
        "b IMPLEMENTS c",
        "d BASED_ON b",
        "e IMPLEMENTS b",
        facts={"c": {"issue_date": "2017"}},
    )
    view = show(store, "b")
    assert [(r.edge.type, r.other.key) for r in view.outgoing.items] == [
        (RelationType.IMPLEMENTS, "c"),
        (RelationType.CITES, "a"),
    ]
    assert [r.other.key for r in view.incoming.items] == ["e", "d"]
    assert view.incoming.items[0].evidence[0].quote == "e IMPLEMENTS b"
    assert [file.file.name for file in view.files] == ["b.txt"]


def test_show_says_when_it_leaves_out() -> None:
    store = graph(*(f"k{n} IMPLEMENTS a" for n in range(5)))
    incoming = show(store, "a", limit=2).incoming
    assert (len(incoming.items), incoming.total, incoming.truncated) == (2, 5, True)


def test_a_stub_has_no_files_and_no_text() -> None:
    store = graph("b IMPLEMENTS a", facts={"a": {"status": DocumentStatus.CITED_ONLY}})
    assert show(store, "a").files == ()
    assert source_text(store, "a") is None


def test_an_old_key_shows_the_document_of_today() -> None:
    store = graph("b IMPLEMENTS a")
    store.commit(Change(redirects={"old": "a"}))
    assert show(store, "old").document.key == "a"


def test_unknown_keys_and_files_are_refused() -> None:
    store = graph("b IMPLEMENTS a")
    with pytest.raises(DocumentNotFound):
        show(store, "x")
    with pytest.raises(BadOption):
        source_text(store, "a", "b.txt")


def test_the_text_comes_with_its_passages_in_order() -> None:
    view = source_text(graph("b IMPLEMENTS a", "b CITES c"), "b")
    assert view is not None
    assert [(p.id, p.source, p.type, p.target) for p in view.passages] == [
        ("r1", "b", RelationType.IMPLEMENTS, "a"),
        ("r2", "b", RelationType.CITES, "c"),
    ]
    assert all(0 <= p.span.start <= p.span.end <= len(view.text) for p in view.passages)


def test_lists_filter_and_page_by_key() -> None:
    facts = {f"k{n}": {"level": Level.PROVINCE, "issue_date": f"201{n}"} for n in range(6)}
    store = graph(facts={**facts, "z": {}})
    criteria = Criteria(level=Level.PROVINCE, issued_from="2011", issued_until="2014-01-01")
    first = list_documents(store, criteria, limit=3)
    rest = list_documents(store, criteria, limit=3, cursor=first.next)
    assert [d.key for d in (*first.items, *rest.items)] == ["k1", "k2", "k3", "k4"]
    assert (first.total, first.truncated, rest.truncated) == (4, True, False)
    until = list_documents(store, replace(criteria, issued_until="2013"))
    assert [d.key for d in until.items] == ["k1", "k2", "k3"]
    with pytest.raises(BadCursor):
        list_documents(store, Criteria(), cursor=first.next)
    with pytest.raises(BadOption):
        list_documents(store, Criteria(issued_from="x"))


def test_show_gives_the_relations_that_are_asked_for() -> None:
    store = graph("b CITES a", *(f"k{n} IMPLEMENTS a" for n in range(5)))
    view = show(store, "a", types=(RelationType.CITES,), limit=2)
    assert [row.other.key for row in view.incoming.items] == ["b"]
    assert (view.incoming.total, view.incoming.truncated) == (1, False)
    assert show(store, "a", types=()).incoming.total == 0

"""Where a document is named, in all files, on every store."""

from __future__ import annotations

import pytest

from graph.errors import BadCursor, DocumentNotFound
from graph.model import DocumentStatus
from loaders.records import RelationType, Span
from queries.mentions import MentionKind, mentions
from queries.naming import naming_json, naming_list, namings, sentence_around
from tests.queries.small_graphs import graph

STUB = {"status": DocumentStatus.CITED_ONLY}


def test_all_files_that_name_it_and_no_header() -> None:
    store = graph("b IMPLEMENTS a", "c CITES a", "c CITES b", facts={"a": STUB})
    found = [(one.row.file, one.row.relations) for one in namings(store, "a")]
    assert found == [
        ("b.txt", (RelationType.IMPLEMENTS,)),
        ("c.txt", (RelationType.CITES,)),
    ]
    assert [one.row.file for one in namings(store, "b")] == ["c.txt"]
    assert list(namings(store, "c")) == []


def test_they_are_the_lines_of_mentions_with_that_key() -> None:
    store = graph("act APPROVES work", "plan IMPLEMENTS work", "plan CITES act", facts={})
    for key in ("act", "work", "plan"):
        lines = [r for r in mentions(store) if r.key == key and r.kind is MentionKind.MENTION]
        assert [one.row for one in namings(store, key)] == lines


def test_pages_follow_each_other() -> None:
    store = graph("b CITES a", "c CITES a", "d CITES a")
    first = naming_list(store, "a", limit=2)
    assert (first.total, first.truncated) == (3, True)
    rest = naming_list(store, "a", limit=2, cursor=first.next)
    files = [one.row.file for one in (*first.items, *rest.items)]
    assert files == ["b.txt", "c.txt", "d.txt"]
    with pytest.raises(BadCursor):
        naming_list(store, "b", limit=2, cursor=first.next)
    with pytest.raises(DocumentNotFound):
        naming_list(store, "nowhere")


def test_the_sentence_holds_the_quote() -> None:
    store = graph("b IMPLEMENTS a")
    [one] = namings(store, "a")
    assert one.row.quote is not None
    assert one.row.quote in one.sentence
    assert naming_json(one)["sentence"] == one.sentence


@pytest.mark.parametrize(
    ("text", "named", "sentence"),
    [
        ("Một câu. Thực hiện A của tỉnh; câu sau.", "A", "Thực hiện A của tỉnh;"),
        ("Đầu mục\n\nThực hiện\nA của tỉnh\n\nMục sau", "A", "Thực hiện\nA của tỉnh"),
        ("A", "A", "A"),
        ("Căn cứ 15.A.2 nay.", "A", "Căn cứ 15.A.2 nay."),
    ],
)
def test_a_sentence_ends_with_its_stop_or_an_empty_line(
    text: str, named: str, sentence: str
) -> None:
    start = text.index(named)
    assert sentence_around(text, Span(start, start + len(named))) == sentence


def test_a_sentence_is_bounded() -> None:
    text = "x" * 5000 + "A" + "y" * 5000
    assert len(sentence_around(text, Span(5000, 5001))) == 801

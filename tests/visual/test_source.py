"""The source text with its proving sentences marked: nothing lost, nothing moved."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Document, DocumentStatus
from loaders.records import RelationType, Span
from queries.documents import MarkedPassage, SourceTextView
from visual.source import notes_of, pieces_of

DOCUMENT = Document("k", None, None, None, None, None, None, None, None, DocumentStatus.LOADED)


def view(text: str, spans: list[tuple[int, int]]) -> SourceTextView:
    kind = RelationType.IMPLEMENTS
    passages = tuple(
        MarkedPassage(f"r{n}", Span(*span), kind, "k", None, "rule", 0.9)
        for n, span in enumerate(sorted(spans), start=1)
    )
    return SourceTextView(DOCUMENT, "a.txt", text, passages)


def test_equal_spans_share_one_note():
    notes = notes_of(view("abcdef", [(1, 3), (1, 3), (4, 5)]))
    assert [(n.number, n.anchor, len(n.passages)) for n in notes] == [
        (1, "s1-3", 2),
        (2, "s4-5", 1),
    ]


def test_overlapping_sentences_are_marked_once_and_anchored_each():
    notes = notes_of(view("abcdefgh", [(1, 5), (3, 7)]))
    pieces = pieces_of("abcdefgh", notes)
    assert [(p.parts[0][0], p.marked, p.anchors, p.notes) for p in pieces] == [
        ("a", False, (), ()),
        ("bc", True, ("s1-5",), ()),
        ("de", True, ("s3-7",), (1,)),
        ("fg", True, (), (2,)),
        ("h", False, (), ()),
    ]


def test_a_text_without_sentences_is_one_piece():
    assert [p.marked for p in pieces_of("abc", ())] == [False]
    assert pieces_of("", ()) == []


@given(st.text(alphabet="ab ế\n", min_size=2, max_size=40), st.data())
def test_the_pieces_joined_are_the_text(text, data):
    cut = st.integers(0, len(text))
    ends = st.tuples(cut, cut).map(sorted).filter(lambda pair: pair[0] < pair[1]).map(tuple)
    spans = data.draw(st.lists(ends, max_size=6))
    notes = notes_of(view(text, spans))
    pieces = pieces_of(text, notes)
    assert "".join(part for part, _ in chain.from_iterable(p.parts for p in pieces)) == text
    assert sorted(chain.from_iterable(p.anchors for p in pieces)) == sorted(n.anchor for n in notes)
    assert sorted(chain.from_iterable(p.notes for p in pieces)) == [n.number for n in notes]

"""The source text in pieces, with the sentences that prove something marked in their place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from loaders.records import Span
from queries.documents import MarkedFact, MarkedPassage, SourceTextView
from visual.formats import marked_controls, passage_id


@dataclass(frozen=True, slots=True)
class Note:
    """All relations and facts that one passage proves, under one number."""

    number: int
    span: Span
    anchor: str
    passages: tuple[MarkedPassage, ...]
    facts: tuple[MarkedFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: marked or not, with the anchors that begin and the notes that end here.

    `parts` is the text cut where an invisible character stands (`formats.marked_controls`).
    """

    parts: tuple[tuple[str, bool], ...]
    marked: bool
    anchors: tuple[str, ...]
    notes: tuple[int, ...]


def notes_of(view: SourceTextView) -> tuple[Note, ...]:
    """Return one note a distinct span, numbered in reading order."""
    by_span: dict[Span, tuple[list[MarkedPassage], list[MarkedFact]]] = {}
    for passage in view.passages:
        by_span.setdefault(passage.span, ([], []))[0].append(passage)
    for fact in view.facts:
        by_span.setdefault(fact.span, ([], []))[1].append(fact)
    return tuple(
        Note(number, span, passage_id(span), tuple(passages), tuple(facts))
        for number, (span, (passages, facts)) in enumerate(sorted(by_span.items()), start=1)
    )


def pieces_of(text: str, notes: tuple[Note, ...]) -> list[Piece]:
    """Return `text` cut at every end of a note; the pieces joined are the whole text.

    Notes may overlap: where two are open, the piece belongs to both and is marked once.
    """
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[int]] = {}
    changes: dict[int, int] = {}
    for note in notes:
        starts.setdefault(note.span.start, []).append(note.anchor)
        ends.setdefault(note.span.end, []).append(note.number)
        changes[note.span.start] = changes.get(note.span.start, 0) + 1
        changes[note.span.end] = changes.get(note.span.end, 0) - 1
    cuts = sorted({0, len(text), *changes})
    pieces: list[Piece] = []
    depth = 0
    for start, end in pairwise(cuts):
        depth += changes.get(start, 0)
        pieces.append(
            Piece(
                parts=tuple(marked_controls(text[start:end])),
                marked=depth > 0,
                anchors=tuple(starts.get(start, ())),
                notes=tuple(ends.get(end, ())),
            )
        )
    return pieces

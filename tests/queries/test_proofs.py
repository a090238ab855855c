"""Which sentences of an edge are shown first, and how many there are."""

from __future__ import annotations

from graph.model import Edge, Evidence
from loaders.records import RelationType, Span
from queries.proofs import SHOWN, proofs_of

EDGE = Edge("plan", RelationType.IMPLEMENTS, "top")


def said_by(document: str, start: int = 0) -> Evidence:
    return Evidence(document, f"{document}.txt", None, Span(start, start + 9), "q", "rule", 0.9)


def test_the_source_s_own_sentence_comes_first_then_the_target_s() -> None:
    evidence = [said_by("a"), said_by("plan"), said_by("top"), said_by("z"), said_by("plan", 50)]
    found = proofs_of(EDGE, evidence, {})
    assert [one.document for one in found.evidence] == ["plan", "plan", "top", "a", "z"]
    assert found.total == 5


def test_the_act_speaks_for_the_programme_that_it_carries() -> None:
    works = {"plan": "act", "act": "act"}
    found = proofs_of(EDGE, [said_by("a"), said_by("act")], works)
    assert [one.document for one in found.evidence] == ["act", "a"]


def test_thousands_of_sentences_are_counted_and_a_few_are_shown() -> None:
    evidence = [said_by(f"p{number:04}") for number in range(3000)] + [said_by("plan")]
    found = proofs_of(EDGE, evidence, {})
    assert (len(found.evidence), found.total) == (SHOWN, 3001)
    assert [one.document for one in found.evidence[:2]] == ["plan", "p0000"]

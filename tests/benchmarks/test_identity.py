"""The measure of identity: the figures by hand, and what the made-up papers say of themselves."""

from __future__ import annotations

import unicodedata

import pytest

from benchmarks.identity.bcubed import FoundMention, TrueMention, score
from benchmarks.identity.hard_cases import hard_cases
from benchmarks.identity.measure import measure, measure_hard
from benchmarks.identity.papers import FORMS, make


def true(*means: str) -> list[TrueMention]:
    return [TrueMention("f", 10 * n, 10 * n + 9, name, "full") for n, name in enumerate(means)]


def found(*keys: str | None) -> dict[str, list[FoundMention]]:
    return {"f": [FoundMention(10 * n, 10 * n + 5, key) for n, key in enumerate(keys)]}


@pytest.mark.parametrize(
    ("means", "keys", "precision", "recall"),
    [
        ("aab", ("x", "x", "y"), 1.0, 1.0),
        ("aab", ("x", "x", "x"), (2 / 3 + 2 / 3 + 1 / 3) / 3, 1.0),
        ("aab", ("x", None, "y"), 1.0, (0.5 + 0.5 + 1) / 3),
        ("aa", (None, None), 1.0, 0.5),
        ("ab", ("x", "x"), 0.5, 1.0),
    ],
)
def test_figures_are_those_of_the_formula(means, keys, precision, recall):
    got = score(true(*means), found(*keys))
    assert (got.precision, got.recall) == pytest.approx((precision, recall))


def test_a_passage_that_was_not_found_stands_alone():
    assert score(true("a", "a"), {}).recall == 0.5


def test_papers_are_the_same_for_a_seed_and_label_what_they_print():
    papers = make(7)
    assert papers == make(7)
    assert papers != make(8)
    mentions = [(paper, mention) for paper in papers for mention in paper.mentions]
    for paper, mention in mentions:
        words = unicodedata.normalize("NFC", paper.text[mention.start : mention.end])
        assert words.startswith(("Nghị", "Kế", "Chương", "Quyết", "Luật", "Đề", "Chiến"))
    assert {mention.form for _, mention in mentions} == set(FORMS)


def test_hard_cases_label_what_they_print():
    cases = hard_cases()
    mentions = [(paper, one) for case in cases for paper in case.papers for one in paper.mentions]
    assert len(mentions) > 150
    assert [p.name for p, _ in mentions if "{" in p.text or "|" in p.text] == []
    for paper, mention in mentions:
        assert (
            paper.text[mention.start : mention.end].strip()
            == paper.text[mention.start : mention.end]
        )


def test_hard_cases_are_told_apart():
    got = measure_hard()
    assert got.precision > 0.98
    assert got.recall > 0.97


def test_a_world_is_told_apart():
    got = measure(make(11, papers=30))
    assert got.precision > 0.97
    assert got.recall > 0.95

"""The table of confidences: what it counts, and what changed papers still say."""

from __future__ import annotations

import random
import unicodedata

import pytest

from benchmarks.garbling.perturbing import WAYS, perturbed
from benchmarks.reliability import Judged, all_judged, bands, judged
from benchmarks.score import OWN, ROOT, golden_set


@pytest.fixture(scope="module")
def facts() -> list[Judged]:
    return list(all_judged())


def test_there_are_a_thousand_facts_half_of_changed_papers_in_five_bands(
    facts: list[Judged],
) -> None:
    assert len(facts) >= 1_000
    assert sum(fact.perturbed for fact in facts) >= len(facts) / 2
    assert sum(count >= 10 for _, count, *_ in bands(facts)) >= 5


def test_what_is_surer_is_right_more_often(facts: list[Judged]) -> None:
    rows = [(mean, right) for _, count, mean, right, _ in bands(facts) if count >= 50]
    assert rows[0][1] < rows[-1][1]
    assert all(abs(mean - right) < 0.2 for mean, right in rows)


def test_a_fact_is_right_where_the_label_has_it() -> None:
    [(gold, path), *_] = golden_set(ROOT / "tests" / "golden", ROOT / "examples", OWN).pairs
    text = path.read_text(encoding="utf-8")
    found = list(judged(gold, text, is_perturbed=False))
    assert found != []
    assert all(fact.right for fact in found)
    nothing = {**gold, "relations": [], "indicators": [], "responsibilities": []}
    assert not any(fact.right for fact in judged(nothing, text, is_perturbed=False))


@pytest.mark.parametrize("way", WAYS)
def test_a_change_is_the_same_for_the_same_seed_and_changes_something(way: str) -> None:
    text = (ROOT / "examples" / "2018-nghe-an-ubnd.txt").read_text(encoding="utf-8") + "“Kế hoạch”…"
    assert perturbed(text, [way], 3) == perturbed(text, [way], 3) != text


def test_hard_lines_lose_no_word() -> None:
    text = "Thực hiện Nghị quyết số 20-NQ/TW " * 20
    rng = random.Random(1)
    assert WAYS["hard lines"](text, rng).split() == text.split()
    apart = WAYS["decomposed"](text, rng)
    assert unicodedata.normalize("NFC", apart) == text

"""Findings of random graphs: where the store sees suspects is all that reading everything finds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.movable import document_pages
from graph.store import Store
from loaders.records import RelationType
from queries.finding_kinds import FindingCode, findings_about
from queries.finding_places import place_of
from queries.findings import findings
from tests.graph.papers import load
from tests.graph.test_build_properties import papers
from tests.queries import small_graphs
from tests.queries.small_graphs import graph

in_process = pytest.mark.parametrize("stores", ["model", "sqlite"], indirect=True)
"""That Neo4j suspects the same is told by tests/contract."""

LENIENT = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=80,
)
KEYS = st.sampled_from("abcdef")
KINDS = [*RelationType, RelationType.IMPLEMENTS, RelationType.BASED_ON, RelationType.PROMULGATES]
EDGES = st.lists(st.tuples(KEYS, st.sampled_from(KINDS), KEYS), min_size=1, max_size=14)
DATES = st.sampled_from([None, "2017", "2017-10", "2017-10-25", "2017-10-26", "2018-01-02"])
CODES = [code for code in FindingCode if code is not FindingCode.POSSIBLE_DUPLICATE]


def same_as_of_every_document(store: Store) -> int:
    """Hold the list to what `findings_about` finds, document by document; return how many."""
    pages = [document for page in document_pages(store) for document in page]
    expected = sorted(findings_about(store, pages, CODES), key=place_of)
    answer = findings(store, codes=CODES, limit=1_000)
    assert list(answer.items) == expected
    assert answer.total == len(expected) == len({place_of(one) for one in expected})
    for code in CODES:
        some = [one for one in expected if one.code is code]
        assert list(findings(store, codes=[code], limit=1_000).items) == some
    joined, cursor = [], None
    while True:
        page = findings(store, codes=CODES, limit=2, cursor=cursor)
        joined += page.items
        if (cursor := page.next) is None:
            break
    assert joined == expected
    return len(expected)


@in_process
@LENIENT
@given(edges=EDGES, dates=st.fixed_dictionaries(dict.fromkeys("abcdef", DATES)))
def test_dates_circles_and_what_was_replaced(
    edges: list[tuple[str, RelationType, str]], dates: dict[str, str | None]
) -> None:
    lines = {f"{source} {kind} {target}" for source, kind, target in edges if source != target}
    facts: dict[str, dict[str, Any]] = {key: {"issue_date": day} for key, day in dates.items()}
    same_as_of_every_document(graph(*sorted(lines), facts=facts))


DAYS = st.sampled_from(["2017-10-25", "2017-10-26", "2018-01-02", "2018-01-03", None])
WORKS = st.lists(st.sampled_from(["one", "act", "work", "acts"]), min_size=2, max_size=3)


@in_process
@settings(LENIENT, max_examples=100)
@given(works=WORKS, days=st.lists(DAYS, min_size=9, max_size=9))
def test_circles_through_acts_and_what_they_carry(works: list[str], days: list[str | None]) -> None:
    """Each work rests on the next one, the last one on the first, by whichever of their papers."""
    lines, ends = [], []
    for at, kind in enumerate(works):
        act, carried, other = (f"{at}{letter}" for letter in "abc")
        if kind == "one":
            ends.append((act, act))
            continue
        lines.append(f"{act} PROMULGATES {carried}")
        lines += [f"{other} APPROVES {carried}"] if kind == "acts" else []
        ends.append({"act": (act, carried), "work": (carried, act), "acts": (act, other)}[kind])
    lines += [
        f"{leaving} IMPLEMENTS {reached}"
        for (_, leaving), (reached, _) in zip(ends, [*ends[1:], ends[0]], strict=True)
    ]
    named = sorted({end for line in lines for end in line.split()[::2]})
    dates = zip(named, days, strict=False)
    assert same_as_of_every_document(graph(*lines, facts={k: {"issue_date": d} for k, d in dates}))


@in_process
@settings(LENIENT, max_examples=30)
@given(one=papers("a.txt"), two=papers("b.txt"), three=papers("c.txt"))
def test_what_papers_say(one: Any, two: Any, three: Any) -> None:
    store = small_graphs.make_store()
    load(store, one, two, three)
    same_as_of_every_document(store)

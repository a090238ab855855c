"""The graph is a function of the loaded files and of the judgements, whatever came when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build import build_change, write_files
from graph.identity.ends import Named
from graph.identity.touched import ReadFile
from graph.judgement import Judgement, Verdict
from graph.judgement_criteria import judgements_of
from graph.judging import JudgementRefused, judge, said_of, undo
from graph.model import Document
from graph.store import Criteria, Store
from tests.graph.papers import whole
from tests.graph.test_build_properties import Step, collections, content_of, forgetting, loading
from tests.model_store import ModelStore

careful = settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
picks = st.lists(
    st.tuples(st.integers(0, 99), st.sampled_from(Verdict), st.integers(0, 99)),
    min_size=1,
    max_size=5,
)
Pick = tuple[int, Verdict, int]


def judged(store: Store, wanted: Sequence[Pick]) -> list[Judgement]:
    """Judge the documents at these places, as far as what is there allows it."""
    before = len(judgements_of(store))
    for minute, (one, verdict, other) in enumerate(wanted, start=before):
        nodes = store.find(Criteria(), limit=100)[0]
        if not nodes:
            break
        left, right = (Named.of(nodes[place % len(nodes)].key) for place in (one, other))
        at = f"2026-01-01T{minute // 60:02}:{minute % 60:02}:00Z"
        try:
            judge(store, left, verdict, right, "Lò Thị A", "đã đối chiếu", at)
        except JudgementRefused:
            continue
    return judgements_of(store, in_force=True)


def writing(*rows: Judgement) -> Step:
    """A step that brings judgements as they are, also without their documents."""
    return lambda store: store.commit(build_change(store, (), judgements=rows))


@careful
@given(collections(), collections(), picks, st.randoms(use_true_random=False))
def test_order_of_loading_and_judging_does_not_show(
    files: list[ReadFile], others: list[ReadFile], wanted: list[Pick], random: Random
) -> None:
    plain = ModelStore()
    write_files(plain, files)
    rows = judged(plain, wanted)
    foreign = [ReadFile(f"x{one.name}", one.record, one.text) for one in others]
    changed = [ReadFile(a.name, b.record, b.text) for a, b in zip(files, others, strict=False)]
    early = [loading(one) for one in [*changed, *foreign]] + [writing(one) for one in rows]
    late = [loading(one) for one in files] + [writing(*rows)]
    random.shuffle(early)
    random.shuffle(late)
    steps = [*early, *late, forgetting(*(one.name for one in foreign))]
    assert content_of(steps) == whole(plain)


@careful
@given(collections(), picks, st.randoms(use_true_random=False))
def test_undoing_all_judgements_leaves_what_the_rules_make(
    files: list[ReadFile], wanted: list[Pick], random: Random
) -> None:
    plain, expected = ModelStore(), ModelStore()
    write_files(plain, files)
    write_files(expected, files)
    rows = judged(plain, wanted)
    for row in random.sample(rows, len(rows)):
        undo(plain, row.id, "Lò Thị A", "thử", "2026-01-02T00:00:00Z")
    found = whole(plain)
    assert all(one.undone is not None for one in found.judgements)
    assert replace(found, judgements=()) == whole(expected)


@careful
@given(collections(), picks, st.randoms(use_true_random=False))
def test_a_judgement_says_the_same_whatever_was_judged_before_it(
    files: list[ReadFile], wanted: list[Pick], random: Random
) -> None:
    """Two graphs: all is judged and some of it taken back; only what is left is judged.

    The names are those of the unjudged graph, so that later judgements name what earlier ones
    joined.
    """
    store, plain = ModelStore(), ModelStore()
    write_files(store, files)
    write_files(plain, files)
    names = [one.key for one in plain.find(Criteria(), limit=100)[0]]
    picked = [(names[a % len(names)], verdict, names[b % len(names)]) for a, verdict, b in wanted]
    said = [row for nth, one in enumerate(picked) if (row := _said(store, nth, one)) is not None]
    back = random.sample(said, random.randint(0, len(said)))
    for row in back:
        keys = [row.left.key, row.right.key]
        nodes = store.documents(keys)
        assert row in said_of(store, *(Named.of(nodes[key].key, key) for key in keys))
        undo(store, row.id, "Lò Thị A", "thử", "2026-01-02T00:00:00Z")
    for nth, one in enumerate(picked):
        if any(row.made_at == _minute(nth) for row in said if row not in back):
            assert _said(plain, nth, one) is not None
    left = judgements_of(store, in_force=True)
    assert left == judgements_of(plain)
    assert replace(whole(store), judgements=()) == replace(whole(plain), judgements=())


def _minute(nth: int) -> str:
    return f"2026-01-01T00:{nth:02}:00Z"


def _said(store: Store, nth: int, pick: tuple[str, Verdict, str]) -> Judgement | None:
    """Judge by the names of the unjudged graph; None where it is refused or was said before."""
    left, verdict, right = pick
    nodes = store.documents([left, right])
    ends = [Named.of(nodes[key].key, key) for key in (left, right)]
    try:
        written = judge(store, ends[0], verdict, ends[1], "Lò Thị A", "thử", _minute(nth))
    except JudgementRefused:
        return None
    return written.judgement if written.is_new else None


@careful
@given(collections(), picks)
def test_a_judgement_comes_true(files: list[ReadFile], wanted: list[Pick]) -> None:
    store = ModelStore()
    write_files(store, files)
    for row in judged(store, wanted):
        nodes = store.documents([row.left.key, row.right.key])
        if len(nodes) == 2:
            one = len({node.key for node in nodes.values()}) == 1
            assert one == (row.verdict is Verdict.SAME)


@careful
@given(collections(), picks)
def test_judging_loses_no_claim_and_no_edge_end(files: list[ReadFile], wanted: list[Pick]) -> None:
    store = ModelStore()
    write_files(store, files)
    claims = {one.claim.id for one in whole(store).claims}
    judged(store, wanted)
    after = whole(store)
    assert {one.claim.id for one in after.claims} == claims
    nodes: dict[str, Document] = {one.key: one for one in after.documents}
    assert all({c.document, *c.candidates} <= nodes.keys() for c in after.claims)

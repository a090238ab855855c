"""Judging: a person's word above the rules, whatever is loaded, forgotten and read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.identity.ends import Named
from graph.judgement import Judgement, Verdict
from graph.judgement_criteria import judgements_of
from graph.judging import Contradiction, JudgementRefused, judge, said_of, undo
from graph.movable import MovableStore
from graph.store import Criteria
from loaders.records import Level
from tests.graph.papers import SON_LA, load, paper, reference, whole
from tests.stores import every_kind

SAME, NOT_SAME = Verdict.SAME, Verdict.NOT_SAME
HEALTH = "về bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân"
ECONOMY = "về phát triển kinh tế tập thể, hợp tác xã"
PROGRAMME = "Chương trình sức khỏe học đường"

HEALTH_2017 = reference(
    "R1", "20-NQ/TW", "2017-10-25", type="Nghị quyết", title=HEALTH, level=Level.CENTRAL
)
ECONOMY_2022 = reference(
    "R1", "20-NQ/TW", "2022-06-16", type="Nghị quyết", title=ECONOMY, level=Level.CENTRAL
)
BARE = reference("R1", "20-NQ/TW", type="Nghị quyết", level=Level.CENTRAL)
NAMED = reference("R1", type="Chương trình", title=PROGRAMME, level=Level.CENTRAL)
NUMBERED = reference("R1", "85/QĐ-TTg", type="Quyết định", level=Level.CENTRAL)
DATED = reference("R1", "85/QĐ-TTg", "2022-01-17", type="Quyết định", level=Level.CENTRAL)
ACT, WORK = "vn.85-qd-ttg", "vn.chuong-trinh-suc-khoe-hoc-duong"
DATED_ACT = "vn.85-qd-ttg.2022-01-17"
FIRST, SECOND = "vn.20-nq-tw.2017-10-25", "vn.20-nq-tw.2022-06-16"


def plan(name: str, number: str, *references, date: str = "2023-03-01"):  # type: ignore[no-untyped-def]
    level, province, _ = SON_LA
    return paper(name, number, date, references=references, level=level, province=province)


def said(store: MovableStore, left: str, verdict: Verdict, right: str, at: str = "1") -> Judgement:
    """Judge by keys, as a person would, at the minute `at`."""
    nodes = store.documents([left, right])
    ends = (Named.of(nodes[key].key, key) for key in (left, right))
    first, second = ends
    when = f"2026-01-01T00:{int(at):02}:00Z"
    return judge(store, first, verdict, second, "Lò Thị A", "đã đối chiếu bản giấy", when).judgement


def keys(store: MovableStore) -> set[str]:
    return {one.key for one in store.find(Criteria(), limit=100)[0]}


def cited_by(store: MovableStore, name: str) -> str | None:
    """The node of the first reference of a file."""
    (content,) = store.contents([name])
    (stored,) = store.claims(ids=[content.claims["R1"]])
    return None if stored.candidates else stored.document


@every_kind
def test_same_makes_one_node_of_two_and_redirects_the_key_that_goes(store: MovableStore) -> None:
    load(store, plan("a.txt", "1/KH-UBND", NAMED), plan("b.txt", "2/KH-UBND", NUMBERED))
    assert {ACT, WORK} <= keys(store)
    row = said(store, WORK, SAME, ACT)
    assert WORK not in keys(store)
    assert store.documents([WORK])[WORK].key == ACT == cited_by(store, "a.txt")
    assert store.documents([ACT])[ACT].title == PROGRAMME
    assert judgements_of(store) == [row]
    assert (row.author, row.reason) == ("Lò Thị A", "đã đối chiếu bản giấy")
    assert store.state().judgements == 1


@every_kind
def test_a_judgement_can_be_undone_and_stays_as_a_row(store: MovableStore) -> None:
    load(store, plan("a.txt", "1/KH-UBND", NAMED), plan("b.txt", "2/KH-UBND", NUMBERED))
    before = whole(store)
    row = said(store, WORK, SAME, ACT)
    undone = undo(store, row.id, "Lò Thị B", "nhầm", "2026-01-02T00:00:00Z")
    assert replace(whole(store), judgements=()) == before
    assert judgements_of(store) == [undone]
    assert judgements_of(store, in_force=True) == []
    assert undone.undone is not None and undone.undone.author == "Lò Thị B"
    with pytest.raises(JudgementRefused):
        undo(store, row.id, "Lò Thị B", "nhầm", "2026-01-02T00:00:00Z")


@every_kind
def test_a_judgement_outlives_its_documents_and_follows_their_keys(store: MovableStore) -> None:
    one, two = plan("a.txt", "1/KH-UBND", NAMED), plan("b.txt", "2/KH-UBND", NUMBERED)
    load(store, one, two)
    said(store, WORK, SAME, ACT)
    load(store, forget=("a.txt", "b.txt"))
    assert keys(store) == set()
    load(store, one)
    assert cited_by(store, "a.txt") == WORK
    load(store, plan("c.txt", "3/KH-UBND", DATED))
    assert cited_by(store, "a.txt") == DATED_ACT == cited_by(store, "c.txt")
    assert {store.documents([key])[key].key for key in (WORK, ACT)} == {DATED_ACT}


@every_kind
def test_a_document_that_is_read_in_other_words_is_still_judged(store: MovableStore) -> None:
    load(store, plan("a.txt", "1/KH-UBND", NAMED), plan("b.txt", "2/KH-UBND", NUMBERED))
    said(store, WORK, SAME, ACT)
    longer = reference(
        "R1", type="Chương trình", title=f"{PROGRAMME} giai đoạn 2021-2025", level=Level.CENTRAL
    )
    load(store, plan("a.txt", "1/KH-UBND", longer), plan("b.txt", "2/KH-UBND", DATED))
    assert cited_by(store, "a.txt") == cited_by(store, "b.txt") == DATED_ACT


@every_kind
def test_a_citation_that_fits_several_means_the_one_that_a_person_says(store: MovableStore) -> None:
    load(
        store,
        plan("a.txt", "1/KH-UBND", HEALTH_2017),
        plan("b.txt", "2/KH-UBND", ECONOMY_2022),
        plan("c.txt", "3/KH-UBND", BARE),
    )
    assert cited_by(store, "c.txt") is None
    (provisional,) = keys(store) & {"vn.20-nq-tw"}
    said(store, provisional, SAME, SECOND)
    assert cited_by(store, "c.txt") == SECOND
    load(store, plan("d.txt", "4/KH-UBND", BARE, date="2023-05-01"))
    assert cited_by(store, "d.txt") is None  # another paper's words were not judged
    load(store, forget=("b.txt",))
    assert cited_by(store, "c.txt") == SECOND  # what the person said of it is kept
    assert cited_by(store, "d.txt") in (None, FIRST)


@every_kind
def test_what_is_said_of_a_citation_twice_is_said_of_the_citation(store: MovableStore) -> None:
    load(
        store,
        plan("a.txt", "1/KH-UBND", HEALTH_2017),
        plan("b.txt", "2/KH-UBND", ECONOMY_2022),
        plan("c.txt", "3/KH-UBND", BARE),
    )
    plain = keys(store)
    (provisional,) = plain & {"vn.20-nq-tw"}
    first = said(store, provisional, SAME, FIRST, "1")
    second = said(store, provisional, SAME, SECOND, "2")
    assert second.left == first.left and second.left.vague
    undo(store, first.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    assert cited_by(store, "c.txt") == cited_by(store, "b.txt") == SECOND
    assert cited_by(store, "a.txt") == FIRST
    third = said(store, provisional, NOT_SAME, FIRST, "3")
    undo(store, second.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    undo(store, third.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    assert keys(store) == plain


@every_kind
def test_a_citation_that_is_none_of_them_goes_to_what_is_left(store: MovableStore) -> None:
    load(
        store,
        plan("a.txt", "1/KH-UBND", HEALTH_2017),
        plan("b.txt", "2/KH-UBND", ECONOMY_2022),
        plan("c.txt", "3/KH-UBND", BARE),
    )
    said(store, "vn.20-nq-tw", NOT_SAME, SECOND, "1")
    assert cited_by(store, "c.txt") == FIRST
    load(store, forget=("a.txt",))
    assert cited_by(store, "c.txt") == "vn.20-nq-tw"  # and not the one that it is not


@every_kind
def test_what_is_told_apart_stays_apart_where_the_rules_would_join(store: MovableStore) -> None:
    slip = reference(
        "R1", "20-NQ/TW", "2017-10-25", type="Nghị quyết", level=Level.CENTRAL,
        other_dates=("2022-06-16",),
    )  # fmt: skip
    untitled = reference(
        "R1", "20-NQ/TW", "2022-06-16", type="Nghị quyết", level=Level.CENTRAL
    )  # titles of two subjects would part them by themselves
    load(store, plan("a.txt", "1/KH-UBND", HEALTH_2017), plan("b.txt", "2/KH-UBND", untitled))
    said(store, FIRST, NOT_SAME, SECOND)
    load(store, plan("c.txt", "3/KH-UBND", slip))
    assert {FIRST, SECOND} <= keys(store)
    assert (cited_by(store, "a.txt"), cited_by(store, "b.txt")) == (FIRST, SECOND)
    load(store, forget=("c.txt",))
    (row,) = judgements_of(store)
    undo(store, row.id, "Lò Thị A", "thử", "2026-01-02T00:00:00Z")
    load(store, plan("c.txt", "3/KH-UBND", slip))
    assert cited_by(store, "a.txt") == cited_by(store, "b.txt")


@every_kind
def test_an_undated_stub_carries_no_other_document_into_a_judgement(store: MovableStore) -> None:
    old = reference(
        "R1", "20-NQ/TW", "2008-01-28", type="Nghị quyết", level=Level.CENTRAL,
        title="về xây dựng giai cấp công nhân",
    )  # fmt: skip
    termed = reference("R1", "20-NQ/TW", type="Nghị quyết", level=Level.CENTRAL, term="XII")
    load(store, plan("a.txt", "1/KH-UBND", termed), plan("b.txt", "2/KH-UBND", old))
    said(store, "vn.20-nq-tw", SAME, "vn.20-nq-tw.2008-01-28")
    load(store, plan("c.txt", "3/KH-UBND", HEALTH_2017))
    assert cited_by(store, "a.txt") == cited_by(store, "b.txt") == "vn.20-nq-tw.2008-01-28"
    assert cited_by(store, "c.txt") == FIRST


CHAIN = [("a.txt", "1/KH-UBND", NAMED), ("b.txt", "2/KH-UBND", NUMBERED)]


def three(store: MovableStore) -> tuple[str, str, str]:
    third = reference("R1", "86/QĐ-TTg", type="Quyết định", level=Level.CENTRAL)
    load(store, *(plan(*one) for one in CHAIN), plan("c.txt", "3/KH-UBND", third))
    return WORK, ACT, "vn.86-qd-ttg"


@every_kind
def test_same_reaches_through_others_and_what_is_against_it_is_refused(store: MovableStore) -> None:
    a, b, c = three(store)
    first, second = said(store, a, SAME, b, "1"), said(store, b, SAME, c, "2")
    assert len({store.documents([key])[key].key for key in (a, b, c)}) == 1
    before = whole(store)
    with pytest.raises(Contradiction) as refused:
        said(store, a, NOT_SAME, c, "3")
    assert refused.value.chain == (first, second)
    assert refused.value.keys == (a, b, c)
    assert whole(store) == before
    assert judgements_of(store) == [first, second]


@every_kind
def test_same_is_refused_where_a_chain_tells_the_two_apart(store: MovableStore) -> None:
    a, b, c = three(store)
    first, second = said(store, a, NOT_SAME, c, "1"), said(store, a, SAME, b, "2")
    with pytest.raises(Contradiction) as refused:
        said(store, b, SAME, c, "3")
    assert refused.value.chain == (second, first) or refused.value.chain == (first, second)
    assert set(refused.value.keys) == {a, b, c}


@every_kind
def test_what_was_judged_is_not_judged_again(store: MovableStore) -> None:
    a, b, c = three(store)
    first, second = said(store, a, SAME, b, "1"), said(store, a, NOT_SAME, c, "2")
    assert said(store, a, SAME, b, "3") == first
    assert said(store, c, NOT_SAME, a, "4") == second
    assert judgements_of(store) == [first, second]


@every_kind
def test_one_document_cannot_be_judged_against_itself(store: MovableStore) -> None:
    a, _, _ = three(store)
    for verdict in Verdict:
        with pytest.raises(JudgementRefused) as refused:
            said(store, a, verdict, a)
        assert refused.value.code == "one_document"


@every_kind
def test_a_chain_breaks_where_one_of_its_judgements_is_undone(store: MovableStore) -> None:
    a, b, c = three(store)
    first, second = said(store, a, SAME, b, "1"), said(store, b, SAME, c, "2")
    undo(store, first.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    today = {key: store.documents([key])[key].key for key in (a, b, c)}
    assert today[a] == a and today[b] == today[c] != a
    undo(store, second.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    assert keys(store) >= {a, b, c}


@every_kind
def test_apart_reaches_through_what_was_forgotten(store: MovableStore) -> None:
    a, b, c = three(store)
    first, second = said(store, a, SAME, b, "1"), said(store, b, NOT_SAME, c, "2")
    load(store, forget=("b.txt",))
    with pytest.raises(Contradiction) as refused:
        said(store, a, SAME, c, "3")
    assert set(refused.value.chain) <= {first, second} and second in refused.value.chain


def ambiguous(store: MovableStore) -> tuple[str, str, str]:
    """A citation that fits two documents, and these."""
    load(
        store,
        plan("a.txt", "1/KH-UBND", HEALTH_2017),
        plan("b.txt", "2/KH-UBND", ECONOMY_2022),
        plan("c.txt", "3/KH-UBND", BARE),
    )
    return "vn.20-nq-tw", FIRST, SECOND


@every_kind
@pytest.mark.parametrize("undone_first", [0, 1])
def test_undoing_one_of_two_words_about_a_citation_leaves_the_other(
    store: MovableStore, undone_first: int
) -> None:
    cited, one, other = ambiguous(store)
    rows = said(store, cited, SAME, one, "1"), said(store, cited, SAME, other, "2")
    assert [row.left.key for row in rows] == [cited, cited]
    assert len({store.documents([key])[key].key for key in (cited, one, other)}) == 1
    undo(store, rows[undone_first].id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    assert {one, other} <= keys(store)
    assert cited_by(store, "c.txt") == (other, one)[undone_first]
    ends = [Named.of(store.documents([key])[key].key, key) for key in (cited, one, other)]
    assert said_of(store, ends[0], ends[1 + undone_first]) == []
    assert said_of(store, ends[0], ends[2 - undone_first]) == [rows[1 - undone_first]]
    assert said_of(store, ends[1], ends[2]) == []


@every_kind
def test_another_papers_citation_by_the_same_key_is_judged_anew(store: MovableStore) -> None:
    cited, one, _ = ambiguous(store)
    first = said(store, cited, SAME, one, "1")
    load(store, plan("d.txt", "4/KH-UBND", BARE, date="2023-05-01"))
    assert (cited_by(store, "c.txt"), cited_by(store, "d.txt")) == (one, None)
    second = said(store, cited, SAME, one, "2")
    assert second.id != first.id
    assert cited_by(store, "c.txt") == cited_by(store, "d.txt") == one
    both = said_of(store, Named.of(one, cited), Named.of(one))
    assert both == [first, second]  # which of them is meant, the names do not say
    undo(store, first.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    assert (cited_by(store, "c.txt"), cited_by(store, "d.txt")) == (None, one)


@every_kind
def test_what_follows_from_others_may_be_said_and_outlives_them(store: MovableStore) -> None:
    a, b, c = three(store)
    first, _ = said(store, a, SAME, b, "1"), said(store, b, SAME, c, "2")
    third = said(store, a, SAME, c, "3")
    assert said(store, c, SAME, a, "4") == third
    undo(store, first.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    assert len({store.documents([key])[key].key for key in (a, b, c)}) == 1


@every_kind
def test_judgements_are_found_by_the_blocks_they_remember_and_the_keys_they_name(
    store: MovableStore,
) -> None:
    load(
        store,
        plan("a.txt", "1/KH-UBND", HEALTH_2017),
        plan("b.txt", "2/KH-UBND", ECONOMY_2022),
        plan("c.txt", "3/KH-UBND", BARE),
    )
    first = said(store, FIRST, NOT_SAME, SECOND, "1")
    second = said(store, "vn.20-nq-tw", NOT_SAME, SECOND, "2")
    every = [first, second]
    assert judgements_of(store, in_force=True) == every
    assert judgements_of(store, in_force=True, blocks=("20-nq-tw",)) == every
    assert judgements_of(store, in_force=True, blocks=("0-nq-tw", "20-nq")) == []
    assert FIRST in {first.left.key, first.right.key}
    assert judgements_of(store, in_force=True, blocks=(), keys=(FIRST,)) == [first]
    undo(store, first.id, "Lò Thị A", "nhầm", "2026-01-02T00:00:00Z")
    assert judgements_of(store, in_force=True, blocks=("20-nq-tw",)) == [second]
    assert [one.id for one in judgements_of(store, blocks=("20-nq-tw",))] == [first.id, second.id]

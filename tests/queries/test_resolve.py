from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.change import Change
from graph.model import Claim, DocumentStatus, MentionStatus
from graph.store import Store
from loaders.records import Level
from queries.candidates import CandidateSource
from queries.comparing import compare
from queries.resolution import AmbiguousReference, ReferenceNotFound
from queries.resolve import find_ref, resolve
from queries.verdict import Weighed, verdict
from tests.queries.small_graphs import claim, document, graph

NQ = {"number": "20-NQ/TW", "type": "Nghị quyết", "level": Level.CENTRAL}
HEALTH = {**NQ, "issue_date": "2017-10-25", "title": "về bảo vệ, chăm sóc sức khỏe nhân dân"}
ECONOMY = {**NQ, "issue_date": "2022-06-16", "title": "về phát triển kinh tế tập thể"}
STUB = {"status": DocumentStatus.CITED_ONLY}


def said(**facts: Any) -> Claim:
    made = claim(document("said", **facts), own=False)
    return replace(made, symbol=None)


@pytest.fixture
def two() -> Store:
    return graph(facts={"health": HEALTH, "economy": ECONOMY})


@pytest.mark.parametrize(
    ("facts", "status", "key"),
    [
        ({}, MentionStatus.AMBIGUOUS, None),
        ({"issue_date": "2017-10-25"}, MentionStatus.FOUND, "health"),
        ({"issue_date": "2022"}, MentionStatus.FOUND, "economy"),
        ({"issue_date": "2005-02-23"}, MentionStatus.NOT_IN_GRAPH, None),
        ({"title": "phát triển kinh tế tập thể"}, MentionStatus.FOUND, "economy"),
        ({"title": "về kinh tế"}, MentionStatus.FOUND, "economy"),
        ({"title": "về nhân dân"}, MentionStatus.FOUND, "health"),
        ({"title": "về tập thể"}, MentionStatus.FOUND, "economy"),
        ({"title": "về nông nghiệp"}, MentionStatus.AMBIGUOUS, None),
        ({"type": "Kế hoạch"}, MentionStatus.NOT_IN_GRAPH, None),
    ],
)
def test_what_is_said_decides(
    two: Store, facts: dict[str, Any], status: MentionStatus, key: str | None
) -> None:
    answer = resolve(two, "x", said(**{"number": "20-NQ/TW", **facts}))
    assert (answer.status, answer.document and answer.document.key) == (status, key)


def test_every_namesake_is_a_candidate_with_its_reasons(two: Store) -> None:
    answer = resolve(two, "20-NQ/TW", said(number="20-NQ/TW", issue_date="2017-10-25"))
    here = [c for c in answer.candidates if c.source is CandidateSource.GRAPH]
    assert [c.document.key for c in here] == ["health", "economy"]
    assert here[0].score > here[1].score
    assert "trùng ngày 25/10/2017" in here[0].reasons
    assert "khác ngày (16/06/2022)" in here[1].reasons


def test_the_words_of_a_short_subject_are_the_reason(two: Store) -> None:
    answer = resolve(two, "x", said(number="20-NQ/TW", title="về kinh tế"))
    reasons = {c.document.key: c.reasons for c in answer.candidates}
    assert "trích yếu có “kinh tế”" in reasons["economy"]
    assert not any("trích yếu" in reason for reason in reasons["health"])


def test_the_register_is_listed_and_decides_nothing() -> None:
    store = graph(facts={"only": {"number": "20-NQ/TW", **STUB}})
    answer = resolve(store, "20-NQ/TW", said(number="20-NQ/TW"))
    assert answer.status is MentionStatus.CITED_ONLY
    register = [c for c in answer.candidates if c.source is CandidateSource.REGISTER]
    assert len(register) >= 4
    assert all(c.document.key == "" for c in register)


def test_a_register_entry_that_the_graph_holds_is_not_listed_twice(two: Store) -> None:
    answer = resolve(two, "20-NQ/TW", said(number="20-NQ/TW"))
    register = [c for c in answer.candidates if c.source is CandidateSource.REGISTER]
    dates = {c.document.issue_date for c in register}
    assert dates.isdisjoint({"2017-10-25", "2022-06-16"})


def test_documents_issued_after_the_citing_paper_are_no_candidates(two: Store) -> None:
    answer = resolve(two, "20-NQ/TW", said(number="20-NQ/TW"), until="2018-05-21")
    assert answer.document is not None
    assert answer.document.key == "health"
    assert all((c.document.issue_date or "") <= "2018-05-21" for c in answer.candidates)


def test_a_local_number_needs_its_province() -> None:
    plan = {"number": "15/KH-UBND", "level": Level.PROVINCE}
    store = graph(
        facts={"a": {**plan, "province": "Cao Bằng"}, "b": {**plan, "province": "Hà Nam"}}
    )
    assert resolve(store, "x", said(number="15/KH-UBND")).status is MentionStatus.AMBIGUOUS
    answer = resolve(store, "x", said(number="15/KH-UBND", province="Hà Nam"))
    assert answer.document is not None
    assert answer.document.key == "b"


def test_no_citation_is_not_recognised(two: Store) -> None:
    answer = resolve(two, "xin chào", None)
    assert (answer.status, answer.candidates) == (MentionStatus.NOT_RECOGNISED, ())


def test_a_ref_may_be_a_key_old_or_new(two: Store) -> None:
    two.commit(Change(redirects={"old": "health"}))
    assert find_ref(two, "health", None).asked is None
    found = find_ref(two, "old", None)
    assert (found.document.key, found.asked) == ("health", "old")


def test_a_ref_that_fits_several_or_none_is_never_guessed(two: Store) -> None:
    with pytest.raises(AmbiguousReference) as several:
        find_ref(two, "20-NQ/TW", said(number="20-NQ/TW"))
    assert len(several.value.resolution.candidates) > 2
    with pytest.raises(ReferenceNotFound) as none:
        find_ref(two, "21-NQ/TW", said(number="21-NQ/TW"))
    assert none.value.code == "not_in_graph"
    with pytest.raises(ReferenceNotFound) as nothing:
        find_ref(two, "xin chào", None)
    assert nothing.value.code == "not_recognised"


def test_words_beside_the_number_tell_namesakes_apart(two: Store) -> None:
    number = said(number="20-NQ/TW")
    assert find_ref(two, "20-NQ/TW sức khỏe", number).document.key == "health"
    assert find_ref(two, "20-NQ/TW kinh te tap the", number).document.key == "economy"
    with pytest.raises(AmbiguousReference):
        find_ref(two, "20-NQ/TW phát triển sức khỏe", number)


def test_the_verdict_says_what_decided_and_what_would(two: Store) -> None:
    open_one = resolve(two, "x", said(number="20-NQ/TW"))
    assert open_one.verdict == (
        "2 văn bản không trái với viện dẫn, không có gì để chọn một.",
        "Ghi thêm thì chọn được: ngày ban hành, khóa của Đảng, trích yếu.",
    )
    dated = resolve(two, "x", said(number="20-NQ/TW", issue_date="2017-10-25"))
    assert dated.verdict == (
        "Chọn 20-NQ/TW (25/10/2017) vì: cùng số 20-NQ/TW, trùng ngày 25/10/2017.",
        "1 văn bản khác cùng số hoặc cùng tên thì trái với viện dẫn.",
    )
    [away] = [c for c in dated.candidates if c.document.key == "economy"]
    assert (away.fits, away.reasons[0]) == (False, "khác ngày (16/06/2022)")


def test_the_verdict_tells_a_slip_and_a_number_that_is_not_here(two: Store) -> None:
    slip = resolve(two, "x", said(number="20-NQ/TW", issue_date="2017-11-25"))
    assert slip.verdict == (
        "Đồ thị có 2 văn bản mang số 20-NQ/TW, nhưng đều trái với viện dẫn.",
        "Ngày của 20-NQ/TW (25/10/2017) gần giống: viện dẫn có thể viết nhầm.",
    )
    none = resolve(two, "x", said(number="21-NQ/TW"))
    assert none.verdict == ("Đồ thị không có văn bản nào mang số 21-NQ/TW.",)
    assert resolve(two, "x", None).verdict[0].startswith("Không thấy số hiệu")


def test_what_was_issued_later_is_dropped_and_said(two: Store) -> None:
    answer = resolve(two, "x", said(number="20-NQ/TW"), until="2018-05-21")
    assert [one.document.key for one in answer.dropped] == ["economy"]
    assert answer.verdict[-1] == (
        "1 văn bản ban hành sau ngày 21/05/2018 của văn bản viện dẫn, nên không thể là văn bản"
        " được viện dẫn."
    )


def test_the_verdict_says_that_a_title_is_that_of_an_act() -> None:
    facts = {"work": {**STUB, "title": "Chương trình nước sạch nông thôn", "type": "Chương trình"}}
    store = graph("act APPROVES work", facts=facts)
    answer = resolve(store, "x", claim(document("work", **facts["work"]), own=False))
    assert answer.document is not None
    assert answer.document.key == "act"
    assert "hai văn bản là một" in answer.verdict[0]


def test_a_number_of_one_province_is_told_to_be_looked_for_there_alone() -> None:
    plan = {"number": "15/KH-UBND", "type": "Kế hoạch", "level": Level.PROVINCE}
    store = graph(facts={one: {**plan, "province": one} for one in ("Hà Giang", "Sơn La")})
    found = resolve(store, "x", said(**plan, province="Hà Giang"))
    none = resolve(store, "x", said(**plan, province="Lai Châu"))
    assert found.verdict[1] == "Đồ thị không có văn bản nào khác của Hà Giang mang số này."
    assert none.verdict == ("Đồ thị không có văn bản nào của Lai Châu mang số 15/KH-UBND.",)


def test_a_slip_in_the_date_is_told_as_one() -> None:
    cited, meant = said(number="20-NQ/TW", issue_date="2017-10-26"), document("health", **HEALTH)
    weighed = Weighed([(meant, compare(cited, meant))], [meant], 0, None, by_title=False)
    assert verdict(cited, MentionStatus.FOUND, weighed)[0] == (
        "Chọn 20-NQ/TW (25/10/2017) vì: cùng số 20-NQ/TW; ngày gần giống (25/10/2017, viện dẫn ghi"
        " 26/10/2017), có thể viết nhầm."
    )


def test_another_number_is_never_told_to_be_the_same() -> None:
    cited = said(number="21-NQ/TW", issue_date="2017-10-25")
    found = compare(cited, document("health", **HEALTH))
    assert found.against == ("mang số 20-NQ/TW, viện dẫn ghi 21-NQ/TW",)
    assert "cùng số" not in " ".join(found.reasons)

"""What does not fit together: each kind with its sentences, its order, and what is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.errors import BadCursor, DocumentNotFound
from graph.model import Evidence
from graph.store import Store
from loaders.records import Level, RelationType, Span
from queries.errors import BadOption
from queries.finding_kinds import Finding, FindingCode, differing_first
from queries.findings import findings
from queries.options import MAX_LIMIT
from tests.graph.papers import (
    SON_LA,
    duty,
    load,
    paper,
    reference,
    relation,
)
from tests.model_store import ModelStore
from tests.queries import small_graphs
from tests.queries.small_graphs import graph


def found(store: Store, key: str | None = None, *codes: FindingCode) -> list[Finding]:
    return list(findings(store, key, codes=codes).items)


def told(store: Store) -> list[tuple[str, ...]]:
    return [
        (one.code, one.document.key, *(other.key for other in one.others)) for one in found(store)
    ]


def on(date: str | None) -> dict[str, Any]:
    return {"issue_date": date}


def test_a_plan_that_carries_out_what_came_later() -> None:
    store = graph(
        "p IMPLEMENTS q", "p BASED_ON r", "p CITES s", "u IMPLEMENTS q", "v IMPLEMENTS w",
        facts={
            "p": on("2018-05-21"), "q": on("2019-01-02"), "r": on("2018"), "s": on("2020-01-01"),
            "u": on("2018"), "v": on("2018-05-21"), "w": on("2018-06"),
        },
    )  # fmt: skip
    assert told(store) == [("implements_later", "p", "q"), ("implements_later", "v", "w")]
    [one, _] = found(store)
    assert (one.detail, one.evidence[0].quote) == (RelationType.IMPLEMENTS, "p IMPLEMENTS q")


def test_a_basis_that_had_been_replaced() -> None:
    store = graph(
        "new REPLACES old", "late BASED_ON old", "early IMPLEMENTS old", "new BASED_ON old",
        facts={
            "old": on("2010-01-01"), "new": on("2015-03-04"), "late": on("2018-05-21"),
            "early": on("2012-02-02"),
        },
    )  # fmt: skip
    assert told(store) == [("superseded_authority", "late", "old", "new")]
    [one] = found(store)
    assert [said.quote for said in one.evidence] == ["late BASED_ON old", "new REPLACES old"]


def changed(**change: Any) -> Store:
    """A plan of May 2018 that rests on a decision, and the decision of 2015 that replaces it."""
    old, new = ("7/2010/QĐ-UBND", "2010-02-02"), ("12/2015/QĐ-UBND", "2015-03-04")
    named = (reference("R1", *old, **local()),)
    replaces = relation("SELF", RelationType.REPLACES, "R1", **change)
    rests = relation("SELF", RelationType.BASED_ON, "R1")
    store = small_graphs.make_store()
    load(
        store,
        paper("old.txt", *old, **local()),
        paper("new.txt", *new, references=named, relations=(replaces,), **local()),
        paper("plan.txt", "9/KH-UBND", "2018-05-21", references=named, relations=(rests,),
              **local()),
    )  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, ["superseded_authority"]),
        ({"effective": "2018-05-20"}, ["superseded_authority"]),
        ({"effective": "2018-06-01"}, []),
        ({"scope": "khoản 2 Điều 3"}, []),
        ({"scope": "khoản 2 Điều 3", "effective": "2015-04-01"}, []),
    ],
)
def test_what_is_replaced_in_part_or_not_yet_is_still_in_force(
    change: dict[str, Any], codes: list[str]
) -> None:
    assert [one.code for one in found(changed(**change))] == codes


def test_a_sentence_that_repeals_one_paper_and_a_clause_of_another() -> None:
    papers = {"R1": ("7/2010/QĐ-UBND", "2010-02-02"), "R2": ("8/2011/QĐ-UBND", "2011-02-02")}
    named = tuple(reference(key, *said, **local()) for key, said in papers.items())
    replaces, rests = (
        [relation("SELF", kind, key) for key in papers]
        for kind in (RelationType.REPLACES, RelationType.BASED_ON)
    )
    one_passage = [
        replace(one, passage=replaces[0].passage, scope=scope)
        for one, scope in zip(replaces, ("Điều 3", None), strict=True)
    ]
    store = small_graphs.make_store()
    load(
        store,
        paper("new.txt", "12/2015/QĐ-UBND", "2015-03-04", references=named,
              relations=tuple(one_passage), **local()),
        paper("plan.txt", "9/KH-UBND", "2018-05-21", references=named, relations=tuple(rests),
              **local()),
    )  # fmt: skip
    [one] = found(store)
    assert [other.number for other in one.others] == ["8/2011/QĐ-UBND", "12/2015/QĐ-UBND"]


def local() -> dict[str, Any]:
    level, province, _ = SON_LA
    return {"level": level, "province": province}


def test_one_document_with_two_dates() -> None:
    store = small_graphs.make_store()
    first = reference("R1", "172-KH/TU", "2018-03-06", other_dates=("2018-06-06",), **local())
    load(store, paper("a.txt", "9/KH-UBND", "2018-07-01", references=(first,), **local()))
    [one] = found(store)
    assert (one.code, one.detail) == (FindingCode.DATE_CONFLICT, "2018-03-06, 2018-06-06")
    assert [said.file for said in one.evidence] == ["a.txt"]
    assert found(store, one.document.key) == [one]


def test_a_text_is_told_what_it_says_of_others_that_does_not_fit() -> None:
    """Of each document with its own sentences only; who says the right day has no finding."""
    store = small_graphs.make_store()
    load(store, paper("b.txt", "20-NQ/TW", "2017-10-25", level=Level.CENTRAL))
    load(store, paper("c.txt", "20-NQ/TW", "2022-06-16", level=Level.CENTRAL))
    right = reference("R1", "172-KH/TU", "2018-03-06", **local())
    partly = reference("R1", "172-KH/TU", "2018", **local())
    both = reference("R1", "172-KH/TU", "2018-03-06", other_dates=("2018-06-06",), **local())
    bare = reference("R2", "20-NQ/TW", level=Level.CENTRAL)
    keys = {}
    for name, named in (("right", (right,)), ("part", (partly,)), ("wrong", (both, bare))):
        number = f"{len(keys) + 1}/KH-UBND"
        paper_of = paper(f"{name}.txt", number, "2023-07-01", references=named, **local())
        load(store, paper_of)
        [keys[name]] = [file.document for file in store.files([f"{name}.txt"])]
    days, number = sorted(found(store), key=lambda one: one.code, reverse=True)
    assert (days.code, number.code) == (FindingCode.DATE_CONFLICT, FindingCode.AMBIGUOUS_NUMBER)
    own = {one.code: one for one in found(store, keys["wrong"])}
    assert {code: one.document.key for code, one in own.items()} == {
        days.code: days.document.key, number.code: number.document.key
    }  # fmt: skip
    assert own[days.code].detail == days.detail == "2018-03-06, 2018-06-06"
    assert own[number.code].others == number.others
    assert {said.file for one in own.values() for said in one.evidence} == {"wrong.txt"}
    assert found(store, keys["right"]) == found(store, keys["part"]) == []
    assert found(store, keys["wrong"], FindingCode.DATE_CONFLICT) == [own[days.code]]


def test_both_days_stand_before_what_repeats_one() -> None:
    said = [
        Evidence("k", "a.txt", None, Span(at, at + 1), quote, "citation", 1.0)
        for at, quote in enumerate(("ngày 6/3/2018", "ngày 06/3/2018", "ngày 6/6/2018") * 2)
    ]
    assert [one.span.start for one in differing_first(said)] == [0, 2, 1, 3, 4, 5]


def test_a_duty_of_a_body_that_no_longer_was() -> None:
    store = small_graphs.make_store()
    work = (duty("Sở Y tế", "Chủ trì"), duty("Ủy ban nhân dân các huyện", "Thực hiện", at=90))
    for name, date in (("old.txt", "2018-05-04"), ("new.txt", "2025-10-01")):
        load(store, paper(name, f"{date[:4]}/KH-UBND", date, duties=work, **local()))
    [one] = found(store)
    assert one.code is FindingCode.ABOLISHED_AGENCY
    assert one.document.issue_date == "2025-10-01"
    assert [said.quote for said in one.evidence] == ["Thực hiện"]


def test_every_duty_of_many_papers_is_looked_at() -> None:
    """Not only as many as an answer of the service may have."""
    store = ModelStore()
    work = tuple(duty("Sở Y tế", f"Việc {at}", at=at) for at in range(MAX_LIMIT))
    gone = duty("Sở Lao động - Thương binh và Xã hội", "Chủ trì việc làm", at=MAX_LIMIT)
    load(store, paper("new.txt", "5/KH-UBND", "2025-10-01", duties=(*work, gone), **local()))
    assert [one.code for one in found(store)] == [FindingCode.ABOLISHED_AGENCY]


def test_a_number_that_several_have() -> None:
    store = small_graphs.make_store()
    for name, date in (("a.txt", "2017-10-25"), ("b.txt", "2022-06-16")):
        load(store, paper(name, "20-NQ/TW", date, level=Level.CENTRAL))
    bare = reference("R1", "20-NQ/TW", level=Level.CENTRAL)
    link = (relation("SELF", RelationType.IMPLEMENTS, "R1"),)
    papers = {"references": (bare,), "relations": link, **local()}
    load(store, paper("c.txt", "9/KH-UBND", "2023-07-01", **papers))
    [one] = found(store)
    assert one.code is FindingCode.AMBIGUOUS_NUMBER
    assert {other.issue_date for other in one.others} == {"2017-10-25", "2022-06-16"}
    assert [said.file for said in one.evidence] == ["c.txt"]


def test_two_that_are_probably_one() -> None:
    store = small_graphs.make_store()
    title = {"title": "về bảo vệ và chăm sóc sức khỏe nhân dân", "level": Level.CENTRAL}
    for nth, number in enumerate(("21-NQ/TW", "21-NQTW"), start=1):
        named = (reference("R1", number, "2017-10-25", **title),)
        load(
            store, paper(f"{nth}.txt", f"{nth}/KH-UBND", "2018-07-01", references=named, **local())
        )
    [one] = found(store)
    assert one.code is FindingCode.POSSIBLE_DUPLICATE
    assert len(one.others) == len(one.evidence) == 1
    assert found(store, one.document.key) == []
    assert found(store, one.document.key, FindingCode.POSSIBLE_DUPLICATE) == [one]


def test_pages_and_codes() -> None:
    plans = {f"p{at}": on("2018-05-21") for at in range(5)}
    store = graph(
        *(f"{key} IMPLEMENTS top" for key in plans), facts={"top": on("2020-01-01"), **plans}
    )
    whole = findings(store)
    assert (whole.total, whole.truncated, whole.next) == (5, False, None)
    first = findings(store, limit=2)
    assert (first.total, len(first.items), first.truncated) == (5, 2, True)
    rest = findings(store, limit=9, cursor=first.next)
    assert (*first.items, *rest.items) == whole.items
    later, other = FindingCode.IMPLEMENTS_LATER, FindingCode.DATE_CONFLICT
    assert findings(store, codes=[later]).items == whole.items
    assert findings(store, codes=[other]).total == 0
    assert found(store, "p3", later) == [whole.items[3]]
    with pytest.raises(BadCursor):
        findings(store, codes=[later], cursor=first.next)


def test_what_cannot_be_answered_is_refused() -> None:
    store = graph("a IMPLEMENTS b")
    assert found(store) == []
    with pytest.raises(DocumentNotFound):
        findings(store, "nothing")
    with pytest.raises(BadOption):
        findings(store, limit=0)


def test_a_circle_through_an_act_that_is_later_than_what_it_carries() -> None:
    """Each document rests on earlier ones alone: only the work goes round."""
    store = graph(
        "act PROMULGATES work", "plan IMPLEMENTS work", "act BASED_ON plan", "leaf IMPLEMENTS plan",
        facts={
            "work": on("2017-10-25"), "plan": on("2017-10-26"), "act": on("2018-01-02"),
            "leaf": on("2019-01-02"),
        },
    )  # fmt: skip
    assert told(store) == [("circle", "act", "plan"), ("circle", "plan", "act")]

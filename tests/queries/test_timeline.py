"""What happened to a document: order, partial dates, changes, agencies; on every store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.errors import BadCursor, DocumentNotFound
from graph.identity.keys import block_of_number
from loaders.records import Level, RelationType
from queries.errors import BadOption
from queries.groups import Group
from queries.timeline import timeline
from queries.timeline_events import Event
from queries.timeline_shapes import timeline_json
from tests.graph.papers import duty, load, paper, reference, relation
from tests.queries import small_graphs
from tests.queries.small_graphs import graph

DATES: dict[str, dict[str, Any]] = {
    "top": {"issue_date": "2017-10-25", "level": Level.CENTRAL},
    "full": {"issue_date": "2018-01-01", "level": Level.PROVINCE, "province": "Sơn La"},
    "month": {"issue_date": "2018-01", "level": Level.PROVINCE, "province": "Lai Châu"},
    "year": {"issue_date": "2018", "level": Level.PROVINCE, "province": "Sơn La"},
    "never": {"level": Level.DISTRICT, "province": "Sơn La"},
    "change": {"issue_date": "2018-01-01"},
    "end": {"issue_date": "2025-01-01"},
}
LINES = ("full IMPLEMENTS top", "month IMPLEMENTS top", "year IMPLEMENTS top",
         "never IMPLEMENTS top", "change AMENDS top", "end REPLACES top")  # fmt: skip


def told(event: Event) -> tuple[str, str, str | None]:
    return event.kind, event.document.key, event.date


def test_events_stand_in_one_order_whatever_their_dates_lack() -> None:
    answer = timeline(graph(*LINES, facts=DATES), "top")
    assert [told(event) for event in answer.items] == [
        ("issued", "top", "2017-10-25"),
        ("implemented", "year", "2018"),
        ("implemented", "month", "2018-01"),
        ("implemented", "full", "2018-01-01"),
        ("amended", "change", "2018-01-01"),
        ("replaced", "end", "2025-01-01"),
        ("implemented", "never", None),
    ]
    assert answer.groups == (
        Group(Level.PROVINCE, "Lai Châu", 1), Group(Level.PROVINCE, "Sơn La", 2),
        Group(Level.DISTRICT, "Sơn La", 1),
    )  # fmt: skip


def test_a_change_says_how_far_it_reaches_and_from_when() -> None:
    """Also where one sentence changes two papers, each in another part."""
    numbers = {"R1": "7/2010/QĐ-UBND", "R2": "8/2011/QĐ-UBND"}
    local: dict[str, Any] = {"level": Level.PROVINCE, "province": "Sơn La"}
    named = tuple(reference(key, one, "2011-02-02", **local) for key, one in numbers.items())
    changes = tuple(
        relation("SELF", RelationType.AMENDS, key, scope=scope, effective="2015-04-01")
        for key, scope in (("R1", "khoản 2 Điều 3"), ("R2", "Điều 5"))
    )
    one_passage = tuple(replace(one, passage=changes[0].passage) for one in changes)
    store = small_graphs.make_store()
    load(store, paper("a.txt", "12/2015/QĐ-UBND", "2015-03-04", references=named,
                      relations=one_passage, **local))  # fmt: skip
    for number, scope in ((numbers["R1"], "khoản 2 Điều 3"), (numbers["R2"], "Điều 5")):
        key = f"vn-son-la.{block_of_number(number)}.2011-02-02"
        event = timeline(store, key).items[-1]
        assert (event.kind, event.scope, event.effective) == ("amended", scope, "2015-04-01")


def test_every_event_of_another_document_has_its_sentence() -> None:
    rows = timeline_json(timeline(graph(*LINES, facts=DATES), "top"))["items"]
    quotes = [row["evidence"][0]["quote"] for row in rows if row["kind"] != "issued"]
    assert len(quotes) == len(LINES)
    assert all(row["evidence_total"] == 1 for row in rows if row["kind"] != "issued")


def test_as_of_leaves_out_what_came_later() -> None:
    store = graph(*LINES, facts=DATES)
    answer = timeline(store, "top", as_of="2018")
    assert [event.document.key for event in answer.items] == [
        "top", "year", "month", "full", "change", "never",
    ]  # fmt: skip
    assert answer.as_of == "2018"


def test_pages_follow_one_another() -> None:
    store = graph(*LINES, facts=DATES)
    every, found, cursor = timeline(store, "top").items, (), None
    while True:
        page = timeline(store, "top", limit=3, cursor=cursor)
        found = (*found, *page.items)
        cursor = page.next
        if cursor is None:
            break
    assert [told(event) for event in found] == [told(event) for event in every]
    with pytest.raises(BadCursor):
        timeline(store, "top", as_of="2018", cursor=timeline(store, "top", limit=1).next)


def test_circles_programmes_and_stubs() -> None:
    """A circle is an event like others; a programme stands under its act."""
    store = graph(
        "a IMPLEMENTS b", "b IMPLEMENTS a", "act PROMULGATES programme", "programme IMPLEMENTS a",
        "c IMPLEMENTS programme", "d AMENDS programme",
    )  # fmt: skip
    assert [told(e)[:2] for e in timeline(store, "a").items] == [
        ("issued", "a"), ("implemented", "act"), ("implemented", "b"),
    ]  # fmt: skip
    for asked in ("act", "programme"):
        assert [told(e)[:2] for e in timeline(store, asked).items] == [
            ("issued", "act"), ("implemented", "c"), ("amended", "d"),
        ]  # fmt: skip


def test_bodies_that_stopped_being_are_told_once_with_a_duty() -> None:
    store = small_graphs.make_store()
    duties = (
        duty("Sở Lao động - Thương binh và Xã hội", "Chủ trì việc làm.", at=10),
        duty("Sở Lao động - Thương binh và Xã hội", "Lo cho trẻ em.", at=60),
        duty("Sở Y tế", "Theo dõi.", at=90),
    )
    load(store, paper("a.txt", "1/KH-UBND", "2018-05-04", type="Kế hoạch", duties=duties,
                      level=Level.PROVINCE, province="Sơn La"))  # fmt: skip
    answer = timeline(store, "vn-son-la.1-kh-ubnd.2018-05-04")
    changed = [event for event in answer.items if event.kind == "agency_changed"]
    assert changed
    assert {event.agency for event in changed} == {
        "Sở Lao động - Thương binh và Xã hội tỉnh Sơn La"
    }
    assert {event.duties for event in changed} == {2}
    assert all(event.basis and event.date and event.date > "2018" for event in changed)
    assert changed[0].proofs.evidence[0].quote == "Chủ trì việc làm."
    assert not any(
        event.kind == "agency_changed"
        for event in timeline(store, answer.document.key, as_of="2020").items
    )


def test_a_merged_province_is_told_once_for_all_its_bodies() -> None:
    store = small_graphs.make_store()
    duties = (
        duty("Sở Y tế", "Theo dõi.", at=10),
        duty("Sở Tài chính", "Bố trí kinh phí.", at=60),
        duty("Bộ Y tế", "Hướng dẫn.", at=90),
    )
    for name, day, place in (
        ("a.txt", "2018-05-04", "Hà Giang"),
        ("b.txt", "2025-09-04", "Tuyên Quang"),
        ("c.txt", "2018-05-04", "Sơn La"),
    ):
        load(store, paper(name, "1/KH-UBND", day, type="Kế hoạch", duties=duties,
                          level=Level.PROVINCE, province=place))  # fmt: skip
    answer = timeline(store, "vn-ha-giang.1-kh-ubnd.2018-05-04")
    [merged] = [event for event in answer.items if event.kind == "province_changed"]
    assert (merged.date, merged.agency, merged.duties) == ("2025-07-01", "tỉnh Hà Giang", 2)
    assert (merged.successors, merged.basis) == (("tỉnh Tuyên Quang",), "Nghị quyết 202/2025/QH15")
    assert merged.proofs.evidence[0].quote == "Theo dõi."
    for key in ("vn-tuyen-quang.1-kh-ubnd.2025-09-04", "vn-son-la.1-kh-ubnd.2018-05-04"):
        kinds = {event.kind for event in timeline(store, key).items}
        assert "province_changed" not in kinds
    assert len(timeline(store, answer.document.key, as_of="2025-06-30").items) == 1


def test_what_cannot_be_asked() -> None:
    store = graph("b IMPLEMENTS a")
    with pytest.raises(DocumentNotFound):
        timeline(store, "nowhere")
    with pytest.raises(BadOption):
        timeline(store, "a", limit=0)
    with pytest.raises(BadOption):
        timeline(store, "a", as_of="gestern")

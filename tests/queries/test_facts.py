"""Who must do what, and what is to be reached: filters, lineage, dates, pages, shapes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.build import write_files
from graph.errors import BadCursor, DocumentNotFound
from graph.store import Store
from loaders.records import SELF, Level, RelationType, Role
from queries.errors import BadOption
from queries.fact_shapes import duty_list_json, target_list_json
from queries.facts import DutyQuestion, duties, targets
from tests.graph.papers import (
    duty,
    edges_of,
    indicator,
    load,
    paper,
    reference,
    relation,
    value,
)
from tests.queries import small_graphs

CAO_BANG: dict[str, Any] = {"level": Level.PROVINCE, "province": "Cao Bằng"}
SON_LA: dict[str, Any] = {"level": Level.PROVINCE, "province": "Sơn La"}
TOP = reference("R1", "31-NQ/TW", "2014-03-12", type="Nghị quyết", level=Level.CENTRAL)
ACT = reference("R1", "27/QĐ-UBND", "2016-02-01", type="Quyết định", **SON_LA)
WORK = reference("R2", None, None, type="Chương trình", title="trồng rừng ven sông Đà", **SON_LA)


def carries_out(target: str) -> dict[str, Any]:
    return {"relations": (relation(SELF, RelationType.IMPLEMENTS, target),)}


@pytest.fixture
def store(kind_of_store: None) -> Store:
    """A resolution; an act of Sơn La that carries a programme; plans below both of these."""
    health, money = "Sở Y tế", "Sở Tài chính"
    made = small_graphs.make_store()
    write_files(
        made,
        [
            paper("a.txt", "31-NQ/TW", "2014-03-12", type="Nghị quyết", level=Level.CENTRAL,
                  duties=(duty("Bộ Y tế", "Hướng dẫn thực hiện Nghị quyết"),)),
            paper("b.txt", "27/QĐ-UBND", "2016-02-01", type="Quyết định", **SON_LA,
                  references=(TOP, WORK), duties=(duty(health, "Giúp theo dõi chương trình"),),
                  relations=(relation(SELF, RelationType.PROMULGATES, "R2"),
                             relation("R2", RelationType.IMPLEMENTS, "R1", at=99))),
            paper("c.txt", "5/KH-SYT", "2017", type="Kế hoạch", **SON_LA, references=(ACT,),
                  duties=(duty(health, "Chủ trì", role=Role.LEAD, agency_full="Sở Y tế tỉnh Sơn La",
                               partners=(money,), recurrence="annual", reports_to="UBND tỉnh"),
                          duty(money, "Cấp kinh phí", at=50)),
                  targets=(indicator("Tỷ lệ che phủ rừng", value(45.0, op=">"),
                                     baselines=(value(40.5, 2015, at=70),)),
                           indicator("Tỷ lệ hộ nghèo", value(3.0, None, at=90))),
                  **carries_out("R1")),
            paper("d.txt", "9/KH-UBND", None, type="Kế hoạch", **CAO_BANG,
                  duties=(duty(health, "Tự tổ chức thực hiện"),)),
        ],
    )  # fmt: skip
    return made


def key_of(store: Store, file: str) -> str:
    [found] = store.files([file])
    assert found.document is not None
    return found.document


def tasks(store: Store, *, as_of: str | None = None, **options: Any) -> list[str]:
    answer = duties(store, DutyQuestion(**options), as_of=as_of)
    assert answer.total == len(answer.items)
    return sorted(one.evidence[0].quote.split()[0] for one, _ in answer.items)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["Chủ", "Cấp", "Giúp", "Hướng", "Tự"]),
        ({"agencies": ("so y te",)}, ["Chủ", "Giúp", "Tự"]),
        ({"agencies": ("so y te tinh son la",)}, ["Chủ"]),
        ({"agencies": ("so y te", "so y te tinh son la")}, ["Chủ", "Giúp", "Tự"]),
        ({"agencies": ("so",)}, ["Chủ", "Cấp", "Giúp", "Tự"]),
        ({"agencies": ("s",)}, []),
        ({"agencies": ()}, []),
        ({"role": Role.LEAD}, ["Chủ"]),
        ({"role": Role.COORDINATE}, []),
        ({"province": "Sơn La"}, ["Chủ", "Cấp", "Giúp"]),
        ({"province": "Sơn La", "agencies": ("so y te",), "role": Role.ASSIGNED}, ["Giúp"]),
        ({"as_of": "2016-02-01"}, ["Giúp", "Hướng", "Tự"]),
        ({"as_of": "2016"}, ["Hướng", "Tự"]),
        ({"task": "kinh PHÍ"}, ["Cấp"]),
        ({"task": "thuc hien", "agencies": ("so y te",)}, ["Tự"]),
        ({"task": "-"}, []),
        ({"issued_from": "2016-02-01"}, ["Chủ", "Cấp", "Giúp"]),
        ({"issued_from": "2014", "issued_until": "2016-12"}, ["Giúp", "Hướng"]),
        ({"issued_until": "2015"}, ["Hướng"]),
        ({"district": "Mộc Châu"}, []),
        ({"as_of": "2017", "agencies": ("so tai chinh",)}, ["Cấp"]),
    ],
)
def test_duties_fit_all_options(store: Store, options: dict[str, Any], found: list[str]) -> None:
    assert tasks(store, **options) == sorted(found)


def test_duties_of_what_is_part_of_an_agency(store: Store) -> None:
    rooms = (duty("Phòng Tài vụ", "Lập dự toán"), duty("Văn phòng Sở Y tế", "In tài liệu", at=60))
    plan = paper("e.txt", "6/KH-SYT", "2018", type="Kế hoạch", issuer="Sở Y tế tỉnh Sơn La",
                 duties=rooms, **SON_LA)  # fmt: skip
    write_files(store, [plan])
    assert tasks(store, agencies=("so y te",)) == ["Chủ", "Giúp", "Tự"]
    assert tasks(store, agencies=("so y te",), nested=True) == ["Chủ", "Giúp", "In", "Lập", "Tự"]
    assert tasks(store, agencies=("phong tai vu",), nested=True) == ["Lập"]
    assert duties(store, DutyQuestion(nested=True)).total == duties(store).total


def test_parts_are_found_where_their_agency_has_no_duty_of_its_own(store: Store) -> None:
    room = duty("Phòng Trồng trọt", "Lập bản đồ")
    issuer = "Sở Nông nghiệp và Môi trường tỉnh Sơn La"
    write_files(store, [paper("f.txt", "7/KH-SNNMT", "2026", issuer=issuer, duties=(room,))])
    asked = ("so nong nghiep va moi truong",)
    assert (tasks(store, agencies=asked), tasks(store, agencies=asked, nested=True)) == (
        [],
        ["Lập"],
    )


def test_duties_of_a_document_and_of_its_lineage(store: Store) -> None:
    top, act, plan = (key_of(store, name) for name in ("a.txt", "b.txt", "c.txt"))
    assert tasks(store, document=plan) == ["Chủ", "Cấp"]
    assert tasks(store, lineage=plan) == ["Chủ", "Cấp"]
    assert tasks(store, lineage=act) == ["Chủ", "Cấp", "Giúp"]
    assert tasks(store, lineage=top) == ["Chủ", "Cấp", "Giúp", "Hướng"]
    assert tasks(store, lineage=top, document=plan, agencies=("so y te",)) == ["Chủ"]
    assert tasks(store, lineage=act, document=top) == []


def test_a_lineage_ends_where_a_later_document_is_left_out(store: Store) -> None:
    top = key_of(store, "a.txt")
    assert tasks(store, lineage=top, as_of="2016-12") == ["Giúp", "Hướng"]


def test_a_programme_leads_to_the_act_that_carries_it(store: Store) -> None:
    [work] = [d.key for d in store.documents(_ends(store)).values() if d.number is None]
    assert tasks(store, lineage=work) == ["Chủ", "Cấp", "Giúp"]


def _ends(store: Store) -> list[str]:
    return [edge.target for edge in edges_of(store, [key_of(store, "b.txt")])]


def test_pages_go_on_where_they_ended_and_belong_to_their_question(store: Store) -> None:
    whole = duties(store).items
    first = duties(store, limit=2)
    assert (first.total, first.truncated, len(first.items)) == (5, True, 2)
    second = duties(store, limit=3, cursor=first.next)
    assert (*first.items, *second.items) == whole
    assert (second.truncated, second.next) == (False, None)
    for other in (DutyQuestion(agencies=()), DutyQuestion(role=Role.LEAD)):
        with pytest.raises(BadCursor):
            duties(store, other, cursor=first.next)
    with pytest.raises(BadCursor):
        duties(store, as_of="2020", cursor=first.next)
    with pytest.raises(BadCursor):
        targets(store, cursor=first.next)


@pytest.mark.parametrize("options", [{"limit": 0}, {"limit": 10_001}, {"as_of": "2017-02-30"}])
def test_wrong_options_are_refused(store: Store, options: dict[str, Any]) -> None:
    with pytest.raises(BadOption):
        duties(store, **options)


def test_what_is_not_in_the_graph_is_refused(store: Store) -> None:
    for option in ("document", "lineage"):
        with pytest.raises(DocumentNotFound):
            duties(store, DutyQuestion(**{option: "vn.none"}))
    with pytest.raises(DocumentNotFound):
        targets(store, document="vn.none")


def test_what_has_no_letters_names_no_indicator(store: Store) -> None:
    assert targets(store, indicator="?!").total == 0


HEALTH = {
    "name": "Sở Y tế tỉnh Sơn La", "key": "vn-son-la.so-y-te", "since": None, "basis": None,
}  # fmt: skip


def test_a_duty_has_the_shape_of_the_contract(store: Store) -> None:
    body = duty_list_json(duties(store, DutyQuestion(role=Role.LEAD), as_of="2018"))
    [item] = body.pop("items")
    assert body == {
        "total": 1, "limit": 50, "truncated": False, "next": None, "as_of": "2018",
        "agencies": None,
    }  # fmt: skip
    document, evidence = item.pop("document"), item.pop("evidence")
    assert (document["number"], document["files"]) == ("5/KH-SYT", ["c.txt"])
    assert [one["quote"] for one in evidence] == ["Chủ trì"]
    assert item == {
        "agency": "Sở Y tế", "agency_full": "Sở Y tế tỉnh Sơn La",
        "agency_key": "vn-son-la.so-y-te", "today_status": "same", "agency_today": [HEALTH],
        "candidates_today": [], "today_doubt": None, "role": "lead",
        "task": "Chủ trì", "partners": ["Sở Tài chính"], "deadline": None, "recurrence": "annual",
        "reports_to": "UBND tỉnh", "section": "V.1",
    }  # fmt: skip


def test_targets_by_document_and_words(store: Store) -> None:
    plan = key_of(store, "c.txt")
    every = target_list_json(targets(store, document=plan))
    names = [item["indicator"] for item in every["items"]]
    assert names == ["Tỷ lệ che phủ rừng", "Tỷ lệ hộ nghèo"]
    assert target_list_json(targets(store, document=key_of(store, "d.txt")))["items"] == []
    [item] = target_list_json(targets(store, indicator="RỪNG che phủ"))["items"]
    assert item["document"]["key"] == plan
    assert item["targets"] == [
        {"year": 2030, "op": ">", "value": 45, "value_to": None, "file": "c.txt", "span": [0, 8]}
    ]
    [baseline] = item["baselines"]
    assert (baseline["value"], baseline["span"]) == (40.5, [70, 78])
    assert [one["span"] for one in item["evidence"]] == [[0, 8], [70, 78]]


def test_an_indicator_is_found_under_all_its_names(store: Store) -> None:
    named = [
        ("Tỷ lệ dân số tham gia BHYT", "%"), ("Tỷ lệ tham gia bảo hiểm y tế", "%"),
        ("Bảo hiểm y tế bao phủ", "%"), ("Tỷ lệ học sinh tham gia bảo hiểm y tế", "%"),
        ("Số người tham gia bảo hiểm y tế", "người"),
    ]  # fmt: skip
    said = tuple(
        replace(indicator(name, value(90.0, at=10 * at)), unit=unit)
        for at, (name, unit) in enumerate(named)
    )
    load(store, paper("e.txt", "7/KH-UBND", "2019", type="Kế hoạch", targets=said, **SON_LA))
    for asked in ("bao phủ BHYT", "BAO PHU BHYT", "tỉ lệ người dân tham gia bảo hiểm y tế"):
        answer = targets(store, indicator=asked)
        assert [one.indicator for one, _ in answer.items] == [name for name, _ in named[:3]]
        [together] = answer.indicators
        assert (together.key, len(together.names)) == ("bao-phu-bao-hiem-y-te", 3)
    words_too = targets(store, indicator="bảo hiểm y tế", limit=2)
    assert (words_too.total, words_too.truncated) == (5, True)  # BHYT is written out
    rest = targets(store, indicator="bảo hiểm y tế", limit=9, cursor=words_too.next)
    assert len(words_too.items + rest.items) == 5
    body = target_list_json(targets(store, indicator="che phủ của rừng"))
    assert [item["indicator_key"] for item in body["items"]] == ["che-phu-rung"]
    assert body["indicators"] == [
        {"key": "che-phu-rung", "name": "Tỷ lệ che phủ rừng",
         "names": [{"indicator": "Tỷ lệ che phủ rừng", "unit": "%"}]}
    ]  # fmt: skip

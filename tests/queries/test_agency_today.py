"""Who has a duty today, from the duty and its document."""

from __future__ import annotations

from typing import Any

import pytest

from graph.agencies.succession import Doubt, TodayStatus, holder_today
from graph.model import Document, Evidence
from graph.stated import Duty, FactPlace
from loaders.records import Level, Role, Span
from queries.agency_today import agency_named, duty_today
from queries.fact_shapes import duty_json
from tests.queries.small_graphs import document

PLAN = {"level": Level.PROVINCE, "province": "Hà Giang", "issue_date": "2018-06-01"}


def duty(agency: str, task: str) -> Duty:
    evidence = Evidence("plan", "a.txt", None, Span(0, len(task)), task, "duty", 0.9)
    return Duty(
        FactPlace("plan", "a.txt", 0), agency, None, Role.ASSIGNED, (), "V", None, None, None,
        (evidence,),
    )  # fmt: skip


def plan(**facts: Any) -> Document:
    return document("plan", **{**PLAN, **facts})


@pytest.mark.parametrize(
    ("agency", "task", "status", "names"),
    [
        ("Sở Y tế", "Chủ trì", "moved", ["Sở Y tế tỉnh Tuyên Quang"]),
        ("Sở Lao động - Thương binh và Xã hội", "Chăm sóc trẻ em", "moved",
         ["Sở Y tế tỉnh Tuyên Quang"]),
        ("Các sở, ban, ngành", "Chủ trì", "unknown", []),
        ("Ủy ban nhân dân các huyện", "Chủ trì", "ended", []),
    ],
)  # fmt: skip
def test_the_task_and_the_paper_decide(agency, task, status, names):
    found = duty_today(duty(agency, task), plan()).today
    assert (found.status, [h.agency.name for h in found.holders]) == (TodayStatus(status), names)


def test_a_paper_without_a_place_tells_no_body():
    found = duty_today(duty("Sở Y tế", "Chủ trì"), plan(province=None, level=None))
    assert (found.agency, found.today.status) == (None, TodayStatus.UNKNOWN)


def test_candidates_are_shown_where_the_subject_does_not_decide():
    body = duty_json(duty("Sở Lao động - Thương binh và Xã hội", "Phối hợp"), plan())
    assert (body["today_status"], body["agency_today"]) == ("unknown", [])
    assert "vn-tuyen-quang.so-noi-vu.2025-07-01" in [one["key"] for one in body["candidates_today"]]


def test_as_of_an_earlier_day_the_body_was_still_there():
    one = duty("Sở Kế hoạch và Đầu tư", "Bố trí vốn")
    assert duty_json(one, plan(), "2020")["today_status"] == "same"
    body = duty_json(one, plan())
    assert body["agency_today"][0]["basis"] == "Nghị định 45/2025/NĐ-CP; Nghị quyết 202/2025/QH15"


def test_an_office_of_the_issuer_shows_who_has_the_issuers_functions():
    paper = plan(issuer="Sở Kế hoạch và Đầu tư tỉnh Hà Giang")
    found = duty_today(duty("Phòng Quy hoạch", "Lập hồ sơ"), paper).today
    told = [one.agency.name for one in found.candidates]
    assert (found.status, found.holders) == (TodayStatus.UNKNOWN, ())
    assert told == ["Sở Tài chính tỉnh Tuyên Quang"]
    of_another = plan(issuer="Ủy ban nhân dân tỉnh Hà Giang")
    assert duty_today(duty("Phòng Quy hoạch", "Lập hồ sơ"), of_another).today.candidates == ()


@pytest.mark.parametrize(
    ("agency", "task", "doubt"),
    [
        ("Các sở, ban, ngành", "Chủ trì", Doubt.MANY),
        ("Trạm Y tế xã", "Lập sổ", Doubt.COMMUNE),
        ("Liên minh Hợp tác xã tỉnh", "Vận động thành viên", Doubt.UNLISTED),
        ("Hội Chữ thập đỏ tỉnh", "Vận động", Doubt.UNLISTED),
        ("Sở Lao động - Thương binh và Xã hội", "Phối hợp", Doubt.SPLIT),
        ("Ban Dân vận Tỉnh ủy", "Tuyên truyền", Doubt.UNCONFIRMED),
        ("Bảo hiểm xã hội tỉnh", "Cấp thẻ", Doubt.UNCONFIRMED),
        ("Văn phòng Sở Y tế", "Tổng hợp", Doubt.OFFICE),
        ("Sở Y tế", "Chủ trì", None),
        ("Sở Kế hoạch và Đầu tư", "Chủ trì", None),
        ("Ủy ban nhân dân các huyện", "Chủ trì", None),
    ],
)
def test_what_is_unknown_says_why(agency: str, task: str, doubt: Doubt | None) -> None:
    found = duty_today(duty(agency, task), plan()).today
    assert found.doubt is doubt
    assert (found.status is TodayStatus.UNKNOWN) is (doubt is not None)


def test_a_paper_of_no_place_leaves_the_place_open() -> None:
    found = duty_today(duty("Sở Y tế", "Chủ trì"), plan(province=None, level=None))
    assert found.today.doubt is Doubt.PLACE
    of_a_commune = duty_today(duty("Phòng Kinh tế", "Chủ trì"), plan(level=Level.COMMUNE))
    assert of_a_commune.today.doubt is Doubt.COMMUNE


@pytest.mark.parametrize(
    ("agency", "level"),
    [
        ("Ban Tuyên giáo Trung ương", Level.PROVINCE),
        ("Đảng đoàn Quốc hội", Level.DISTRICT),
        ("Ban cán sự đảng Bộ Xây dựng", Level.CENTRAL),
        ("Hội Nông dân Việt Nam", Level.CENTRAL),
    ],
)
def test_a_body_of_the_centre_is_of_no_place(agency: str, level: Level) -> None:
    place = None if level is Level.CENTRAL else "Hà Giang"
    found = duty_today(duty(agency, "Chủ trì"), plan(province=place, level=level))
    assert found.agency is not None
    assert (found.agency.name, found.agency.level) == (agency, Level.CENTRAL)
    assert found.today.doubt is Doubt.UNLISTED


def test_an_association_in_a_paper_of_a_province_is_the_branch_there() -> None:
    found = duty_today(duty("Hội Nông dân Việt Nam", "Vận động"), plan()).agency
    assert found is not None and found.name == "Hội Nông dân Việt Nam tỉnh Hà Giang"


@pytest.mark.parametrize(
    ("day", "status"), [("2025-02-28", "same"), ("2025-06-30", "same"), ("2025-07-01", "ended")]
)
def test_the_committee_of_a_named_district_is_one_body_until_it_ends(day: str, status: str) -> None:
    paper = document("plan", level=Level.PROVINCE, province="Hà Tĩnh", issue_date="2023-05-14")
    own = agency_named("Ủy ban nhân dân huyện Hương Khê", paper)
    assert own is not None
    assert (own.many, own.district, own.key) == (
        False,
        "Hương Khê",
        "vn-ha-tinh-huong-khe.uy-ban-nhan-dan-huyen",
    )
    assert own.name == "Ủy ban nhân dân huyện Hương Khê, tỉnh Hà Tĩnh"
    assert holder_today(own, "Bố trí kinh phí", day).status == status
    at_home = document(
        "home", level=Level.DISTRICT, province="Hà Tĩnh", district="Hương Khê",
        issue_date="2023-05-14",
    )  # fmt: skip
    assert agency_named("Ủy ban nhân dân huyện", at_home) == own


@pytest.mark.parametrize(
    ("name", "province", "level"),
    [
        ("Ủy ban nhân dân thành phố", "Hải Phòng", Level.PROVINCE),
        ("Ủy ban nhân dân thành phố", "Nghệ An", Level.DISTRICT),
        ("Ủy ban nhân dân thành phố Vinh", "Nghệ An", Level.DISTRICT),
        ("Ủy ban nhân dân tỉnh", "Nghệ An", Level.PROVINCE),
    ],
)
def test_a_city_is_of_the_level_that_it_has_in_the_papers_place(
    name: str, province: str, level: Level
) -> None:
    paper = document("plan", level=Level.PROVINCE, province=province, issue_date="2023-05-14")
    found = agency_named(name, paper)
    assert found is not None
    assert found.level is level

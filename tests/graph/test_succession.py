"""Agencies through the reorganisation of 2025: as printed then, and who has the duty today."""

from __future__ import annotations

import pytest

from graph.agencies import succession
from graph.agencies.agency import Agency, Paper, agency_in
from graph.agencies.succession import TodayStatus, holder_today, subjects_of
from graph.provinces import province_after, province_on, provinces
from loaders.folding import fold
from loaders.records import Level
from loaders.tables import load_csv, load_toml

LAI_CHAU = Paper(Level.PROVINCE, "Lai Châu", None, "2018-05-21")
HA_GIANG = Paper(Level.PROVINCE, "Hà Giang", None, "2018-05-21")
LAM_HA = Paper(Level.DISTRICT, "Lâm Đồng", "Lâm Hà", "2018-05-21")
MERGED = Paper(Level.PROVINCE, "Tuyên Quang", None, "2026-01")
LABOUR = "Sở Lao động - Thương binh và Xã hội"


def agency(name: str, paper: Paper = LAI_CHAU) -> Agency:
    found = agency_in(name, paper)
    assert found is not None
    return found


def today(name: str, task: str = "", paper: Paper = LAI_CHAU, day: str | None = None):
    found = holder_today(agency(name, paper), task, day)
    return found.status, [h.agency.name for h in found.holders or found.candidates]


def test_a_body_is_none_of_a_province_that_it_did_not_live_to_see() -> None:
    late = agency(LABOUR, MERGED)
    assert late.key == "vn-tuyen-quang.so-lao-dong-thuong-binh-va-xa-hoi"
    assert today(LABOUR, "việc làm", MERGED) == (
        TodayStatus.MOVED, ["Sở Nội vụ tỉnh Tuyên Quang"]
    )  # fmt: skip
    assert agency("Sở Y tế", MERGED).key == "vn-tuyen-quang.so-y-te.2025-07-01"
    unsettled = agency("Bảo hiểm xã hội tỉnh", MERGED)
    assert unsettled.key == "vn-tuyen-quang.bao-hiem-xa-hoi-tinh.2025-07-01"


def test_an_office_is_unknown_beside_the_body_that_it_is_part_of() -> None:
    assert today("Văn phòng Sở Y tế") == (TodayStatus.UNKNOWN, ["Sở Y tế tỉnh Lai Châu"])
    assert today("Phòng Quy hoạch Sở Kế hoạch và Đầu tư")[1] == ["Sở Tài chính tỉnh Lai Châu"]
    ended = today("Văn phòng Ủy ban nhân dân huyện", paper=LAM_HA)
    assert ended == (TodayStatus.ENDED, [])


def test_provinces_count_63_before_and_34_after():
    counts = [
        sum(u.exists_on(d) for u in provinces()) for d in ("2018", "2025-06-30", "2025-07-01")
    ]
    assert counts == [63, 63, 34]


def test_a_merged_province_keeps_a_name_and_is_another_unit():
    before, after = province_on("Tuyên Quang", "2018-05-21"), province_on("Tuyên Quang", "2026")
    assert before is not None and after is not None
    assert before != after
    assert province_after(before, None) == after
    assert province_after(before, "2025-06-30") == before
    hue = province_on("Thừa Thiên Huế", "2020")
    assert hue is not None
    assert province_after(hue, None).full_name == "thành phố Huế"


@pytest.mark.parametrize(
    ("name", "paper", "key"),
    [
        ("Sở Y tế", LAI_CHAU, "vn-lai-chau.so-y-te"),
        ("Sở Y tế tỉnh Hà Giang", LAI_CHAU, "vn-ha-giang.so-y-te"),
        ("Sở Y tế", MERGED, "vn-tuyen-quang.so-y-te.2025-07-01"),
        ("Bộ Y tế", LAI_CHAU, "vn.bo-y-te"),
        ("Phòng Y tế", LAM_HA, "vn-lam-dong-lam-ha.phong-y-te"),
        ("Sở Y tế", LAM_HA, "vn-lam-dong.so-y-te"),
        ("Ủy ban nhân dân các huyện, thành phố", LAI_CHAU, None),
    ],
)  # fmt: skip
def test_keys(name, paper, key):
    assert agency(name, paper).key == key


@pytest.mark.parametrize("name", ["Các sở, ban, ngành", "Ủy ban nhân dân các xã, thị trấn"])
def test_many_bodies_are_none(name):
    assert agency_in(name, LAI_CHAU) is None


@pytest.mark.parametrize(
    ("name", "task", "status", "names"),
    [
        ("Sở Y tế", "Chủ trì", "same", ["Sở Y tế tỉnh Lai Châu"]),
        ("Sở Kế hoạch và Đầu tư", "Bố trí vốn", "moved", ["Sở Tài chính tỉnh Lai Châu"]),
        (LABOUR, "Quản lý các cơ sở bảo trợ xã hội", "moved", ["Sở Y tế tỉnh Lai Châu"]),
        (LABOUR, "Rà soát hộ nghèo", "moved", ["Sở Nông nghiệp và Môi trường tỉnh Lai Châu"]),
        (LABOUR, "Quản lý cơ sở cai nghiện", "moved", ["Công an tỉnh Lai Châu"]),
        (LABOUR, "Phòng, chống lao động trẻ em", "moved", ["Sở Y tế tỉnh Lai Châu"]),
        ("Sở Thông tin và Truyền thông", "Chỉ đạo các cơ quan báo chí", "moved",
         ["Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu"]),
        ("Sở Thông tin và Truyền thông", "Xây dựng nền tảng số", "moved",
         ["Sở Khoa học và Công nghệ tỉnh Lai Châu"]),
        ("Bộ Kế hoạch và Đầu tư", "Bố trí vốn", "moved", ["Bộ Tài chính"]),
        ("Bộ Y tế", "Hướng dẫn", "same", ["Bộ Y tế"]),
        ("Ủy ban nhân dân các huyện, thành phố", "Ban hành kế hoạch", "ended", []),
        ("Ủy ban nhân dân tỉnh", "Chỉ đạo", "same", ["Ủy ban nhân dân tỉnh Lai Châu"]),
    ],
)  # fmt: skip
def test_the_scope_that_fits_the_subject_decides(name, task, status, names):
    assert today(name, task) == (TodayStatus(status), names)


def test_where_the_subject_does_not_decide_the_answer_is_unknown_with_candidates():
    status, names = today(LABOUR, "Phối hợp với Sở Y tế thực hiện kế hoạch")
    assert status is TodayStatus.UNKNOWN
    assert {"Sở Nội vụ tỉnh Lai Châu", "Sở Y tế tỉnh Lai Châu"} <= set(names)
    status, names = today(LABOUR, "Hỗ trợ trẻ em của hộ nghèo")
    assert (status, len(names)) == (TodayStatus.UNKNOWN, 2)


def test_a_row_that_is_not_confirmed_decides_nothing():
    status, names = today("Ban Tuyên giáo Tỉnh ủy", "Tuyên truyền")
    assert status is TodayStatus.UNKNOWN
    assert names == ["Ban Tuyên giáo và Dân vận Tỉnh ủy Lai Châu"]
    assert today("Phòng Y tế", "", LAM_HA) == (TodayStatus.UNKNOWN, [])
    assert today("Hội Chữ thập đỏ tỉnh", "Vận động") == (TodayStatus.UNKNOWN, [])


def test_without_a_task_a_split_function_is_unknown_unless_the_body_went_on():
    status, names = today("Sở Thông tin và Truyền thông", "")
    assert status is TodayStatus.UNKNOWN
    assert names == [
        "Sở Khoa học và Công nghệ tỉnh Lai Châu",
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu",
    ]
    assert today("Sở Nội vụ", "") == (TodayStatus.SAME, ["Sở Nội vụ tỉnh Lai Châu"])
    assert today("Sở Kế hoạch và Đầu tư", "")[0] is TodayStatus.MOVED


def test_a_merged_province_moves_its_departments_too():
    found = holder_today(agency("Sở Kế hoạch và Đầu tư", HA_GIANG), "Bố trí vốn")
    [holder] = found.holders
    assert holder.agency.name == "Sở Tài chính tỉnh Tuyên Quang"
    assert holder.agency.key == "vn-tuyen-quang.so-tai-chinh.2025-07-01"
    assert holder.since == "2025-07-01"
    assert holder.basis == ("Nghị định 45/2025/NĐ-CP", "Nghị quyết 202/2025/QH15")
    [health] = holder_today(agency("Sở Y tế", HA_GIANG), "Chủ trì").holders
    assert (health.agency.name, health.since) == ("Sở Y tế tỉnh Tuyên Quang", "2025-07-01")


def test_as_of_a_day_before_nothing_has_moved():
    name, task = "Sở Kế hoạch và Đầu tư", "Bố trí vốn"
    assert today(name, task, HA_GIANG, "2025-02-28")[0] is TodayStatus.SAME
    assert today(name, task, HA_GIANG, "2025-03-01")[1] == ["Sở Tài chính tỉnh Hà Giang"]
    assert today("Ủy ban nhân dân huyện", "", LAM_HA, "2025-06-30")[0] is TodayStatus.SAME
    assert today("Ủy ban nhân dân huyện", "", LAM_HA)[0] is TodayStatus.ENDED


SUBJECTS = load_toml("graph", "duty_subjects")["subject"]


@pytest.mark.parametrize("row", SUBJECTS, ids=[row["name"] for row in SUBJECTS])
def test_a_subject_is_found_in_its_examples_and_not_in_its_rejects(row):
    for example in row["examples"]:
        assert row["name"] in subjects_of(example)
    for reject in row["rejects"]:
        assert row["name"] not in subjects_of(reject, LABOUR)


def test_every_row_names_subjects_and_bodies_that_are_known():
    names = {row["name"] for row in SUBJECTS} | {"all", "ended", "unsettled"}
    rows = load_csv("graph", "agency_succession")
    assert {s for row in rows for s in (*row["subjects"].split(), *row["but"].split())} <= names
    for row in rows:
        assert row["confirmed"] == "no" or row["source"]
        assert bool(row["successor"]) != (row["subjects"] in ("ended", "unsettled"))
        assert fold(row["agency"]) == fold(row["agency"].strip())


def test_a_body_that_no_act_was_seen_to_keep_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert today("Sở Tư pháp") == (TodayStatus.SAME, ["Sở Tư pháp tỉnh Lai Châu"])
    rows = tuple({**row, "confirmed": "no"} for row in load_csv("graph", "standing_agencies"))
    monkeypatch.setattr(succession, "load_csv", lambda *asked: rows)
    succession._standing.cache_clear()
    try:
        assert holder_today(agency("Sở Tư pháp"), "").status is TodayStatus.UNKNOWN
    finally:
        succession._standing.cache_clear()


def test_every_standing_body_says_where_it_was_seen():
    for row in load_csv("graph", "standing_agencies"):
        assert row["confirmed"] in ("yes", "no")
        assert row["seen"] or row["confirmed"] == "no"

"""The place that a title tells, row by row, and the works that it keeps apart."""

from __future__ import annotations

import pytest

from graph.identity.title_places import place_in_title
from loaders.records import Level
from loaders.tables import load_csv

ROWS = load_csv("graph", "localities")


@pytest.mark.parametrize("row", ROWS, ids=[row["word"] for row in ROWS])
def test_each_word_tells_in_its_example_and_not_in_its_reject(row: dict[str, str]) -> None:
    told = place_in_title(row["example"])
    assert told.is_local
    assert told.own == (Level(row["level"]) if row["level"] else Level.PROVINCE)
    assert not place_in_title(row["reject"]).is_local


@pytest.mark.parametrize(
    ("title", "province", "district"),
    [
        ("Đề án phát triển du lịch tỉnh Sơn La giai đoạn 2021-2025", "Sơn La", None),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Hòa Bình lần thứ XVII", "Hòa Bình", None),
        ("Quy hoạch thành phố Cần Thơ thời kỳ 2021-2030", "Cần Thơ", None),
        ("Nghị quyết Đại hội Đảng bộ huyện Mộc Châu lần thứ XX", None, "Mộc Châu"),
        ("Chương trình của Huyện ủy Ba Vì về nông thôn mới", None, "Ba Vì"),
        ("Nghị quyết Đại hội Đảng bộ huyện XX", None, None),
        ("Nghị quyết Đại hội Đảng bộ thành phố Dĩ An lần thứ XII", None, "Dĩ An"),
        ("Nghị quyết Đại hội Đảng bộ xã Tân Hà, huyện Lâm Hà", None, "Lâm Hà"),
        ("Chiến lược quốc gia phòng, chống lao", None, None),
        ("Chiến lược phát triển thành phố Hà Nội đến năm 2030", "Hà Nội", None),
        ("Quy hoạch chung thành phố Đà Lạt đến năm 2030", None, "Đà Lạt"),
        ("Quy hoạch quận Hai Bà Trưng đến năm 2020", None, "Hai Bà Trưng"),
    ],
)
def test_names_in_a_title(title: str, province: str | None, district: str | None) -> None:
    told = place_in_title(title)
    assert (told.province, told.district) == (province, district)


@pytest.mark.parametrize(
    "title",
    [
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới",
        "Bộ tiêu chí quốc gia về y tế xã đến năm 2030",
        "Đề án liên kết các tỉnh miền núi phía Bắc",
        "Luật Tổ chức chính quyền địa phương",
        "Đề án nâng cao năng lực cấp huyện",
        "Chương trình cải cách hành chính cấp tỉnh giai đoạn 2021-2025",
        "Đề án phòng, chống bệnh mãn tính giai đoạn 2021-2025",
    ],
)
def test_titles_of_no_one_place(title: str) -> None:
    assert not place_in_title(title).is_local


def test_the_province_s_own_work_is_told_before_its_years() -> None:
    told = place_in_title("Chương trình phát triển nhà ở tỉnh giai đoạn 2016-2020")
    assert (told.own, told.province, told.is_local) == (Level.PROVINCE, None, True)

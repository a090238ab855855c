"""Series of numbers: kinds of districts, bodies of near names, provinces that began anew."""

from __future__ import annotations

import pytest

from loaders.districts import is_one_unit, last_name, province_alone, province_of_district
from loaders.read import read_text
from loaders.series import (
    in_one_kind,
    in_one_unit,
    kind_of_district,
    may_be_one_body,
    parting_kind,
    shares_symbol,
)
from tests.loaders.papers import HEADER


@pytest.mark.parametrize(
    ("body", "district", "kind"),
    [
        ("Ủy ban nhân dân thị xã Kỳ Anh, tỉnh Hà Tĩnh", "Kỳ Anh", "thi xa"),
        ("UBND huyện Kỳ Anh", "Kỳ Anh", "huyen"),
        ("Thị ủy Kỳ Anh", "Kỳ Anh", "thi xa"),
        ("Thành ủy Cao Lãnh", "Cao Lãnh", "thanh pho"),
        ("Phòng Nội vụ quận Hải An", "Hải An", "quan"),
        ("Trung tâm Y tế Kỳ Anh", "Kỳ Anh", None),
        ("UBND huyện", "Kỳ Anh", None),
        (None, "Kỳ Anh", None),
        ("UBND huyện Kỳ Anh", None, None),
    ],
)
def test_the_kind_of_a_district_stands_before_its_name(body, district, kind):
    assert kind_of_district(body, district) == kind


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("benh vien da khoa tinh ben tre", "benh vien da khoa huyen ba tri tinh ben tre", False),
        ("trung tam y te huyen", "trung tam y te huyen ba tri", True),
        ("ban chi dao cai cach hanh chinh", "ban chi dao cai cach hanh chinh tinh", True),
        ("ubnd xa tan ha", "ubnd xa gia lam", False),
        ("dang uy ubnd tinh", "ban chap hanh dang bo ubnd tinh ben tre", True),
        ("dang uy ubnd tinh", "dang uy cac co quan dang tinh", False),
    ],
)
def test_bodies_of_near_names(a, b, same):
    assert may_be_one_body(a, b) is may_be_one_body(b, a) is same


@pytest.mark.parametrize(
    ("province", "days", "same"),
    [
        ("Bắc Ninh", ("2025-03-12", "2025-09-12"), False),
        ("Bắc Ninh", ("2025-09-12", "2025-03-12"), False),
        ("Bắc Ninh", ("2025-03-12", "2025-06-30"), True),
        ("Bắc Ninh", ("2025-07-01", "2025-09-12"), True),
        ("Sơn La", ("2025-03-12", "2025-09-12"), True),
        ("", ("2025-03-12", "2025-09-12"), True),
    ],
)
def test_a_province_that_others_joined_begins_anew(province, days, same):
    assert in_one_unit(province, *days) is same


def test_boards_share_a_symbol():
    assert shares_symbol(["BCĐ"]) and shares_symbol(["kh", "bcd"]) and not shares_symbol(["UBND"])


@pytest.mark.parametrize(
    ("kind", "name", "home", "province"),
    [
        ("thành phố", "Tuy Hòa", "Cần Thơ", "Phú Yên"),
        ("huyện", "Ba Tri", "Phú Yên", "Bến Tre"),
        ("huyện", "Tam Nông", "Phú Thọ", "Phú Thọ"),
        ("huyện", "Châu Thành", "Sơn La", "Sơn La"),
        ("huyện", "Không Có", "Sơn La", "Sơn La"),
        ("huyện", "Phú Vang", "Huế", "Huế"),
        ("huyện", "Ba Tri", None, None),
    ],
)
def test_a_district_that_lies_elsewhere_alone_is_not_of_the_paper(kind, name, home, province):
    assert province_of_district(kind, name, home) == province


def cited(words: str) -> list[tuple[str | None, str | None, str | None]]:
    """Level, province and district of what a plan of Hà Nam cites with these words."""
    return [
        (one.level, one.province, one.district)
        for one in read_text(f"{HEADER}- Theo {words}.\n", "plan.txt").references
    ]


PLAN = "Kế hoạch số 19/KH-UBND ngày 05/02/2021 của"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (f"{PLAN} UBND huyện Tam Nông (Phú Thọ)", ("district", "Phú Thọ", "Tam Nông")),
        (f"{PLAN} UBND huyện Tam Nông (tỉnh Đồng Tháp)", ("district", "Đồng Tháp", "Tam Nông")),
        (f"{PLAN} UBND huyện Tam Nông (Phú Thọ", ("district", "Hà Nam", "Tam Nông")),
        (f"{PLAN} UBND thành phố Tuy Hòa", ("district", "Phú Yên", "Tuy Hòa")),
        (
            f"{PLAN} UBND thành phố Huế, tỉnh Thừa Thiên Huế",
            ("district", "Thừa Thiên Huế", "Huế"),
        ),
    ],
)
def test_a_cited_district_has_its_province(words, place):
    assert cited(words) == [place]


@pytest.mark.parametrize(
    "words",
    [
        f"{PLAN} UBND huyện Kỳ Anh, tỉnh Hà Tĩnh và {PLAN} UBND thị xã Kỳ Anh, tỉnh Hà Tĩnh",
        "Kế hoạch số 2/KH-BCĐ ngày 10/02/2022 của Ban Chỉ đạo Cải cách hành chính tỉnh và Kế hoạch"
        " số 2/KH-BCĐ ngày 10/3/2022 của Ban Chỉ đạo phòng, chống dịch tỉnh",
        "Kế hoạch số 8/KH-BVĐK ngày 12/4/2022 của Bệnh viện đa khoa tỉnh; Kế hoạch số 8/KH-BVĐK"
        " ngày 12/4/2022 của Bệnh viện đa khoa huyện Bình Lục",
        "Kế hoạch số 88/KH-UBND ngày 12/3/2025 của UBND tỉnh Bắc Ninh; Kế hoạch số 88/KH-UBND ngày"
        " 12/9/2025 của UBND tỉnh Bắc Ninh",
        "Chương trình số 3-CTr/ĐU ngày 20/10/2025 của Đảng ủy UBND tỉnh; Chương trình số 3-CTr/ĐU"
        " ngày 20/10/2025 của Đảng ủy các cơ quan Đảng tỉnh",
        "Bộ luật Hình sự số 100/2015/QH13 ngày 27/11/2015; Nghị quyết số 100/2015/QH13 ngày"
        " 12/11/2015 của Quốc hội",
        "Nghị quyết số 18-NQ/TW khóa XII; Nghị quyết số 18-NQ/TW, ngày 16 tháng 6 năm 2022",
    ],
)
def test_two_documents_of_one_number_in_one_paper(words):
    assert len(cited(words)) == 2


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("Pháp lệnh Dân số năm 2003", ["Pháp lệnh Dân số"]),
        ("Pháp lệnh Dân số số 06/2003/PL-UBTVQH11 ngày 09/01/2003", ["Pháp lệnh Dân số"]),
        ("Luật Đê điều số ngày 29/11/2006", ["Luật Đê điều"]),
    ],
)
def test_a_law_keeps_its_name(words, titles):
    record = read_text(f"{HEADER}- Theo {words}.\n", "plan.txt")
    assert [one.title for one in record.references] == titles


def test_a_number_of_two_bodies_that_names_none_is_of_none_of_them():
    words = f"{PLAN} UBND huyện Lý Nhân; {PLAN} UBND huyện Bình Lục; {PLAN[:-4]} và {PLAN[:-4]}"
    assert [place[2] for place in cited(words)] == ["Lý Nhân", "Bình Lục", None]


def test_a_year_counts_where_the_number_is_dated_in_it_too():
    words = (
        "Nghị quyết số 1/NQ-CP ngày 06/01/2021 của Chính phủ; Nghị quyết số 1/NQ-CP ngày 08/01/2020"
        " của Chính phủ; Nghị quyết số 1/NQ-CP năm 2021 của Chính phủ"
    )
    record = read_text(f"{HEADER}- Theo {words}.\n", "plan.txt")
    assert [(one.issue_date, len(one.mentions)) for one in record.references] == [
        ("2021-01-06", 2), ("2020-01-08", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "province", "one"),
    [
        ("Việt Yên", "Bắc Giang", True),
        ("Đức Phổ", None, True),
        ("Kỳ Anh", "Hà Tĩnh", False),
        ("Cao Lãnh", None, False),
        ("Việt Yên", "Hà Tĩnh", False),
        ("Nơi Khác", None, False),
    ],
)
def test_a_district_that_became_a_town_is_one_unit(name, province, one):
    assert is_one_unit(name, province) is one


def test_the_kind_of_a_district_parts_only_where_two_stood_side_by_side():
    assert parting_kind("UBND thị xã Việt Yên", "Việt Yên", "Bắc Giang") is None
    assert parting_kind("UBND thị xã Kỳ Anh", "Kỳ Anh", "Hà Tĩnh") == "thi xa"
    name = "trung tam y te thi xa viet yen"
    assert in_one_kind(name, "Việt Yên", "Bắc Giang") == "trung tam y te huyen viet yen"
    assert in_one_kind("trung tam y te thi xa ky anh", "Kỳ Anh", "Hà Tĩnh").endswith("xa ky anh")


def test_one_district_of_a_name_tells_its_province():
    assert province_alone("huyen", "Vân Hồ") == "Sơn La"
    assert province_alone("huyện", "Châu Thành") is None


def test_a_district_is_known_by_the_name_that_it_bore_last():
    assert last_name("Tĩnh Gia", "Thanh Hóa") == "Nghi Sơn"
    assert last_name("Tân Thành", "Long An") == "Tân Thành"
    assert last_name("Tĩnh Gia", None) == "Tĩnh Gia"

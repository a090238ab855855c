"""Namesakes in one text: mentions of one number that are, or may be, of two documents."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.record_json import as_json, record_from_json
from loaders.records import DocumentRecord, Reference

TOP = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/KH-UBND\nHà Nam, ngày 02 tháng 3 năm 2023\nKẾ HOẠCH\n"
    "Phát triển du lịch\n\nI. NHIỆM VỤ\n"
)


def read(*tasks: str) -> DocumentRecord:
    return read_text(TOP + "".join(f"- {task}.\n" for task in tasks), "paper.txt")


def references(*tasks: str) -> tuple[Reference, ...]:
    return read(*tasks).references


def test_a_subject_that_no_dated_mention_tells_is_kept_apart_in_the_reference():
    record = read(
        "Quán triệt Nghị quyết số 31-NQ/TW ngày 5/3/2018",
        "Theo dõi Nghị quyết số 31-NQ/TW của Bộ Chính trị về bảo tồn rừng ngập mặn ven biển",
    )
    [found] = record.references
    assert found.issue_date == "2018-03-05"
    assert found.loose is not None
    assert found.loose.places == (1,)
    assert found.loose.title == "về bảo tồn rừng ngập mặn ven biển"
    assert found.loose.issuer == "Bộ Chính trị"
    assert record_from_json(as_json(record)) == record


def test_a_mention_that_tells_day_and_subject_ties_the_others():
    [found] = references(
        "Quán triệt Nghị quyết số 31-NQ/TW ngày 5/3/2018 về bảo tồn rừng ngập mặn ven biển",
        "Theo dõi Nghị quyết số 31-NQ/TW về bảo tồn rừng ngập mặn",
    )
    assert found.loose is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Kế hoạch số 8/KH-UBND ngày 15/01/2019 của UBND tỉnh về cải cách hành chính năm 2019",
            "Kế hoạch số 8/KH-UBND ngày 15/01/2020 của UBND tỉnh về cải cách hành chính năm 2020",
        ),
        (
            "Quy định số 69-QĐ/TW ngày 06/7/2022 của Bộ Chính trị",
            "Quyết định số 69-QĐ/TW của Ban Bí thư",
        ),
        ("Nghị quyết số 29-NQ/TW khóa XI", "Nghị quyết số 29-NQ/TW ngày 17/11/2022"),
        ("Kế hoạch số 37/KH-UBND năm 2020 của UBND tỉnh", "Kế hoạch số 37/KH-UBND ngày 02/02/2021"),
    ],
)
def test_these_are_two_references(first: str, second: str):
    assert len(references(f"Theo {first}", f"Theo {second}")) == 2


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Quyết định số 229/QĐ-TTg (16/02/2021) của Thủ tướng Chính phủ", "2021-02-16"),
        ("Quyết định số 229/QĐ-TTg, 16/02/2021, Thủ tướng Chính phủ", "2021-02-16"),
        ("Quyết định số 229/QĐ-TTg năm 2021 của Thủ tướng Chính phủ", "2021"),
        ("Nghị quyết số 29-NQ/TW (2018)", "2018"),
        ("Nghị quyết số 05/2022/NQ-HĐND năm 2023", None),
        ("Quyết định số 229/QĐ-TTg năm 2021-2025", None),
        ("Quyết định số 229/QĐ-TTg (16 trang)", None),
    ],
)
def test_a_day_or_year_right_behind_a_number(words: str, date: str | None):
    [found] = references(f"Theo {words}")
    assert found.issue_date == date


def test_a_year_of_work_is_no_year_of_issue():
    assert references("Tổng kết Nghị quyết số 3/NQ-CP năm 2022")[0].issue_date is None
    [found] = references(
        "Nghị quyết số 3/NQ-CP ngày 2/1/2019", "Kết quả Nghị quyết 3/NQ-CP năm 2023"
    )
    assert (found.issue_date, found.other_dates) == ("2019-01-02", ())


def test_a_short_number_with_another_day_is_a_namesake():
    tasks = (
        "Theo Nghị quyết số 26-NQ/TW ngày 19/5/2018 về đội ngũ cán bộ",
        "Theo Nghị quyết 26 ngày 05-8-2008 của Ban Chấp hành Trung ương Đảng",
    )
    dates = [(one.number, one.issue_date) for one in references(*tasks)]
    assert dates == [("26-NQ/TW", "2018-05-19"), ("26-NQ/TW", "2008-08-05")]


def test_a_central_act_about_a_strategy_gives_it_force():
    record = read(
        "Quyết định số 229/QĐ-TTg ngày 25/01/2013 của Thủ tướng Chính phủ về Chiến lược quốc gia"
        " phòng, chống tác hại của thuốc lá"
    )
    told = [(one.source, one.type, one.target) for one in record.relations]
    assert ("R1", "APPROVES", "R2") in told
    local = read(
        "Quyết định số 9/QĐ-UBND của UBND tỉnh về Chương trình mục tiêu quốc gia nước sạch"
    )
    assert not any(one.type == "APPROVES" for one in local.relations)


@pytest.mark.parametrize(
    ("words", "issuer", "district"),
    [
        (
            "Kế hoạch số 9/KH-UBND ngày 3/3/2022 của thị xã Duy Tiên",
            "Ủy ban nhân dân thị xã Duy Tiên, tỉnh Hà Nam",
            "Duy Tiên",
        ),
        (
            "Nghị quyết số 9/NQ-HĐND ngày 3/3/2022 của tỉnh",
            "Hội đồng nhân dân tỉnh Hà Nam",
            None,
        ),
        ("Nghị quyết số 9-NQ/TU ngày 3/3/2022 của thành phố", None, None),
        ("Kế hoạch số 9-KH/TU ngày 3/3/2022 của Thành ủy Hà Nam", "Thành ủy Hà Nam", "Hà Nam"),
        ("Kế hoạch số 9-KH/TU ngày 3/3/2022 của Thành ủy Hà Nội", "Thành ủy Hà Nội", None),
    ],
)
def test_a_unit_stands_for_the_body_that_the_symbol_tells(words, issuer, district):
    [found] = references(f"Thực hiện {words}")
    assert (found.issuer, found.district) == (issuer, district)


def test_a_plenum_before_the_number_tells_its_term():
    found = references(
        "Tổng kết Nghị quyết Trung ương 5 (khóa IX) số 13-NQ/TW",
        "Bố trí vốn theo Nghị quyết số 13-NQ/TW ngày 16/01/2012",
    )
    assert [(one.term, one.issue_date) for one in found] == [("IX", None), (None, "2012-01-16")]


def test_an_issuer_that_no_dated_mention_tells_is_kept_apart_where_the_symbol_tells_no_level():
    record = read(
        "Đã triển khai Kế hoạch số 64/KH-UBND của UBND tỉnh",
        "Hội An ban hành Kế hoạch số 64/KH-UBND ngày 11/4/2019",
    )
    [found] = record.references
    assert found.loose is not None
    assert found.loose.places == (0,)
    assert found.loose.issuer_alone
    assert record_from_json(as_json(record)) == record


@pytest.mark.parametrize(
    "tasks",
    [
        (
            "Theo Kế hoạch số 64/KH-UBND ngày 11/4/2019 của UBND tỉnh",
            "Kế hoạch số 64/KH-UBND của UBND tỉnh",
        ),
        ("Theo Kế hoạch số 64/KH-SYT ngày 11/4/2019", "Kế hoạch số 64/KH-SYT của Sở Y tế"),
        ("Theo Nghị quyết số 64/NQ-CP ngày 11/4/2019", "Nghị quyết số 64/NQ-CP của Chính phủ"),
    ],
)
def test_no_issuer_is_apart_where_a_dated_mention_or_the_symbol_tells_it(tasks: tuple[str, str]):
    assert all(found.loose is None for found in references(*tasks))


def test_the_paper_s_own_number_of_another_body_is_another_document():
    [province] = references("Theo Kế hoạch số 12/KH-UBND của UBND huyện Lý Nhân")
    assert (province.number, province.district) == ("12/KH-UBND", "Lý Nhân")
    assert not references("Kế hoạch số 12/KH-UBND của UBND tỉnh giao mỗi xã một điểm")


def test_near_days_of_one_number_are_two_bodies_where_one_of_them_is_told():
    found = references(
        "Huyện có Kế hoạch số 31/KH-UBND ngày 05/3/2017; xã Vũ Xá có Kế hoạch số 31/KH-UBND ngày"
        " 10/3/2017 của UBND xã Vũ Xá"
    )
    assert [one.issue_date for one in found] == ["2017-03-05", "2017-03-10"]
    assert all(not one.other_dates for one in found)


def test_near_days_of_one_number_and_body_are_a_slip():
    [found] = references(
        "Theo Kế hoạch số 31/KH-UBND ngày 05/3/2017 của UBND tỉnh",
        "Kế hoạch số 31/KH-UBND ngày 10/3/2017 của UBND tỉnh",
    )
    assert found.other_dates == ("2017-03-10",)


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("UBND tỉnh đã ban hành Kế hoạch số 31/KH-UBND", "Ủy ban nhân dân tỉnh Hà Nam"),
        (
            "Sở tham mưu UBND huyện Lý Nhân ban hành Kế hoạch số 31/KH-UBND ngày 05/3/2017",
            "Ủy ban nhân dân huyện Lý Nhân, tỉnh Hà Nam",
        ),
        ("HĐND tỉnh thông qua Nghị quyết số 31/NQ-HĐND", "Hội đồng nhân dân tỉnh Hà Nam"),
        ("Huyện Lý Nhân ban hành Kế hoạch số 31/KH-UBND", "Ủy ban nhân dân huyện Lý Nhân"),
        ("HĐND tỉnh ban hành Kế hoạch số 31/KH-UBND", None),
        ("UBND tỉnh trình Kế hoạch số 31/KH-UBND", None),
        ("UBND tỉnh chỉ đạo, ban hành Kế hoạch số 31/KH-UBND", None),
    ],
)
def test_who_issued_it_may_stand_before_it(sentence: str, issuer: str | None):
    [found] = references(sentence)
    assert (found.issuer or "").startswith(issuer or "") and bool(found.issuer) == bool(issuer)


def test_a_subject_is_kept_apart_from_the_term_that_another_mention_tells():
    record = read(
        "Quán triệt Nghị quyết số 26-NQ/TW khóa X",
        "Theo dõi Nghị quyết số 26-NQ/TW của Bộ Chính trị về bảo tồn rừng ngập mặn ven biển",
    )
    [found] = record.references
    assert found.loose is not None
    assert (found.loose.places, found.loose.term) == ((1,), None)
    assert found.loose.title == "về bảo tồn rừng ngập mặn ven biển"
    assert record_from_json(as_json(record)) == record


def test_a_work_has_the_place_that_stands_behind_its_years():
    found = references(
        "Theo Quy hoạch sử dụng đất thời kỳ 2021-2030 huyện Ba Tri; Quy hoạch sử dụng đất thời kỳ"
        " 2021-2030 huyện Bình Đại"
    )
    assert [(one.title or "").split("huyện")[-1].strip() for one in found] == ["Ba Tri", "Bình Đại"]


def test_the_place_behind_a_work_that_a_plan_carries_out_is_the_plan_s():
    found = references(
        "Theo Kế hoạch thực hiện Chương trình phát triển rừng đến năm 2030 tỉnh Bến Tre; Chương"
        " trình nuôi biển đến năm 2030 của tỉnh Hà Nam"
    )
    programmes = [one.title for one in found if one.type == "Chương trình"]
    assert programmes == [
        "Chương trình phát triển rừng đến năm 2030",
        "Chương trình nuôi biển đến năm 2030 của tỉnh Hà Nam",
    ]


def test_works_of_two_provinces_are_two_also_where_one_is_the_paper_s_own():
    own = "Chương trình phát triển nhà ở tỉnh giai đoạn 2016-2020"
    named = "Chương trình phát triển nhà ở tỉnh {} giai đoạn 2016-2020"
    assert len(references(f"Theo {own}; {named.format('Bến Tre')}")) == 2
    assert len(references(f"Theo {own}; {named.format('Hà Nam')}")) == 1

"""Conclusions and orders: what their items give to whom, and what they only report or announce."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from tests.loaders.papers import duties

NOTICE = (
    "UBND TỈNH KON TUM\nVĂN PHÒNG\nSố: 12/TB-VP\nKon Tum, ngày 5 tháng 3 năm 2021\nTHÔNG BÁO\n"
    "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ\n\n"
    "Sau khi nghe ý kiến, Chủ tịch UBND tỉnh kết luận như sau:\n"
)


def handed_out(body: str) -> list[tuple[str, str]]:
    """Agency and role of each duty that a notice with these items gives, in order."""
    found = read_text(NOTICE + body, "notice.txt").responsibilities
    return [(duty.agency, duty.role.value) for duty in found]


def test_the_items_of_a_conclusion_give_duties_without_a_word_of_asking():
    body = (
        "1. Sở Công Thương khẩn trương rà soát các chợ.\n"
        "2. UBND các huyện bố trí mặt bằng, hàng tuần báo cáo UBND tỉnh.\n"
    )

    assert handed_out(body) == [
        ("Sở Công Thương", "assigned"),
        ("Ủy ban nhân dân các huyện", "assigned"),
    ]


def test_items_below_a_numbered_demand_are_its_orders():
    body = (
        "1. Qua 5 năm, chợ đã đổi mới.\n2. Để tiếp tục, Chủ tịch UBND tỉnh yêu cầu:\n"
        "2.1. Sở Công Thương lập danh mục.\n2.2. Sở Tài chính chủ trì cân đối vốn.\n"
    )

    assert handed_out(body) == [("Sở Công Thương", "assigned"), ("Sở Tài chính", "lead")]


@pytest.mark.parametrize(
    "item",
    [
        "1. Các sở, ngành tích cực triển khai, đạt được nhiều kết quả.",
        "1. UBND các xã thực hiện còn chậm, chưa nghiêm.",
        "1. Sở Công Thương chậm báo cáo.",
        "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./.",
    ],
)
def test_what_a_conclusion_reports_or_announces_hands_out_nothing(item):
    assert handed_out(item) == []


def test_an_order_behind_a_sentence_of_another_kind_counts():
    body = (
        "1. Thống nhất chủ trương xây chợ. Giao Sở Công Thương chủ trì, phối hợp với Sở Xây dựng."
    )

    (duty,) = read_text(NOTICE + body, "notice.txt").responsibilities
    assert (duty.agency, duty.role, duty.partners) == ("Sở Công Thương", "lead", ("Sở Xây dựng",))
    assert duty.passage.quote.startswith("Giao Sở Công Thương")


def test_a_heading_that_demands_without_a_body_orders_nothing():
    assert duties("1. Mục đích\nGiữ rừng.\n2. Yêu cầu:\n- Các xã nghèo có nhiều rừng.") == ()


@pytest.mark.parametrize(
    ("sentence", "agencies"),
    [
        (
            "Thường trực HĐND, các Ban Hội đồng nhân dân và đại biểu Hội đồng nhân dân tỉnh "
            "giám sát việc thực hiện.",
            [
                "Thường trực Hội đồng nhân dân",
                "Các Ban Hội đồng nhân dân",
                "Đại biểu Hội đồng nhân dân tỉnh",
            ],
        ),
        (
            "Giao Phòng Nghiệp vụ Y (Sở Y tế) và Phòng Giám định (BHXH tỉnh) là đầu mối theo dõi.",
            ["Phòng Nghiệp vụ Y", "Phòng Giám định"],
        ),
        (
            "Sở Y tế (cơ quan thường trực) và các đơn vị tổng hợp báo cáo.",
            ["Sở Y tế", "Các đơn vị"],
        ),
    ],
)  # fmt: skip
def test_lists_go_on_behind_brackets_and_with_those_who_stand_alone(sentence, agencies):
    found = duties(f"III. TỔ CHỨC THỰC HIỆN\n1. {sentence}")

    assert [duty.agency for duty in found] == agencies


@pytest.mark.parametrize(
    ("words", "rhythm"),
    [
        ("Khám sức khỏe cho học sinh 01 lần/năm.", "annual"),
        ("Kiểm tra bếp ăn mỗi năm một lần.", "annual"),
        ("Tập huấn cho nhân viên 02 lần/năm.", "6-months"),
        ("Kiểm định thiết bị 5 năm/lần.", None),
        ("Kiểm tra 11 lần/năm.", None),
    ],
)
def test_a_rhythm_may_be_told_by_how_often_a_year(words, rhythm):
    (duty,) = duties(f"III. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế: {words}")

    assert duty.recurrence == rhythm

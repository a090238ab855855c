"""Headings that name groups by what they do, and paragraphs that go on with a numbered task."""

from __future__ import annotations

import pytest

from loaders.records import Role
from tests.loaders.papers import duties

ORGANISING = "IV. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("heading", "agencies"),
    [
        (
            "Các cơ sở chế biến, đóng gói chè; các đại lý thu mua chè búp tươi",
            ["Các cơ sở chế biến, đóng gói chè", "Các đại lý thu mua chè búp tươi"],
        ),
        (
            "Công ty Cổ phần Chè Tân Cương, các doanh nghiệp sử dụng nhiều lao động nữ",
            ["Công ty Cổ phần Chè Tân Cương", "Các doanh nghiệp sử dụng nhiều lao động nữ"],
        ),
        ("Khoa Nội và các phòng khám khu vực", ["Khoa Nội", "Các phòng khám khu vực"]),
        (
            "Trung tâm Việc làm; Nhà dưỡng lão Bình Minh; Cơ sở cai nghiện ma túy tỉnh",
            ["Trung tâm Việc làm", "Nhà dưỡng lão Bình Minh", "Cơ sở cai nghiện ma túy tỉnh"],
        ),
        ("Các Đồn Biên phòng Na Hình, Bình Nghi", ["Các Đồn Biên phòng Na Hình, Bình Nghi"]),
        ("Yêu cầu các khoa, phòng, trạm y tế phường", ["Các khoa, phòng", "Trạm y tế phường"]),
    ],
)
def test_a_heading_above_a_task_names_them_all(heading: str, agencies: list[str]):
    found = duties(f"{ORGANISING}1. {heading}\nCử người trực tại điểm bán hàng.\n")

    assert [d.agency for d in found] == agencies


def test_a_line_without_a_task_below_it_is_one_itself():
    found = duties(
        ORGANISING + "1. Các doanh nghiệp thực hiện kế hoạch này\n"
        "2. Các cơ quan báo chí mở chuyên mục về chè\n"
    )

    assert [d.agency for d in found] == ["Các doanh nghiệp", "Các cơ quan báo chí"]


def test_a_paragraph_below_a_numbered_task_goes_on_with_it():
    found = duties(
        ORGANISING + "1. Phòng Kinh tế có trách nhiệm lập danh sách hộ trồng chè.\n"
        "Phối hợp với Hội Nông dân huyện mở lớp tập huấn.\n"
        "2. Phòng Y tế tham mưu kế hoạch khám bệnh.\n"
        "Trên đây là Kế hoạch; đề nghị các đơn vị nghiêm túc thực hiện.\n"
    )

    assert [(d.agency, d.role) for d in found] == [
        ("Phòng Kinh tế", Role.ASSIGNED),
        ("Phòng Kinh tế", Role.COORDINATE),
        ("Phòng Y tế", Role.ASSIGNED),
    ]


def test_functions_named_first_leave_the_role_to_the_verb():
    (found,) = duties(
        ORGANISING
        + "1. Sở, ngành liên quan\nCăn cứ theo chức năng, nhiệm vụ, quyền hạn được giao, "
        "chủ động phối hợp với Sở Công Thương kiểm tra chợ.\n"
    )

    assert found.role is Role.COORDINATE


@pytest.mark.parametrize(
    ("task", "partners"),
    [
        (
            "Chỉ đạo các trường học tiếp tục phối hợp với các trạm y tế khám mắt học sinh.",
            ("Các trường học", "Các trạm y tế"),
        ),
        ("Chỉ đạo các trường học rà soát và phối hợp với Sở Y tế khám mắt.", ("Sở Y tế",)),
        ("Chỉ đạo, phối hợp với Sở Y tế khám mắt học sinh.", ("Sở Y tế",)),
        (
            "Phối hợp với cấp ủy, chính quyền các xã vùng biên nắm tình hình.",
            ("Cấp ủy, chính quyền các xã vùng biên",),
        ),
    ],
)
def test_those_directed_to_work_with_others_are_partners_too(task: str, partners: tuple[str, ...]):
    (found,) = duties(f"{ORGANISING}1. Sở Giáo dục và Đào tạo\n{task}\n")

    assert found.partners == partners

"""Who joins: partners that are named behind the one who leads, and a school without its name."""

from __future__ import annotations

import pytest

from tests.loaders.papers import duties

ORGANISING = "III. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("task", "partners"),
    [
        ("Sở Xây dựng chủ trì, Công an tỉnh phối hợp, giữ trật tự.", ("Công an tỉnh",)),
        ("Sở Xây dựng chủ trì; Sở Y tế, Sở Nội vụ tham gia.", ("Sở Y tế", "Sở Nội vụ")),
        ("Sở Xây dựng báo cáo rõ cơ quan chủ trì, cơ quan phối hợp từng việc.", ()),
        ("Sở Xây dựng chủ trì, Công an tỉnh tuần tra ban đêm.", ()),
        ("Sở Xây dựng phối hợp với nhà trường hòa giải xích mích.", ("Nhà trường",)),
    ],
)
def test_who_joins_stands_behind_who_leads(task: str, partners: tuple[str, ...]):
    assert duties(f"{ORGANISING}1. {task}")[0].partners == partners


@pytest.mark.parametrize(
    ("task", "agencies"),
    [
        ("Tòa Hình sự, Tòa Dân sự rà soát án tồn.", ["Tòa Hình sự", "Tòa Dân sự"]),
        ("Phòng Hậu cần - Kỹ thuật bảo đảm xăng dầu.", ["Phòng Hậu cần - Kỹ thuật"]),
        ("Các trạm bảo vệ rừng phải trực gác 24 giờ.", ["Các trạm bảo vệ rừng"]),
        (
            "Các tổ chuyên môn, giáo viên bộ môn: Lồng ghép kỹ năng sống.",
            ["Các tổ chuyên môn", "Giáo viên bộ môn"],
        ),
        (
            "Sở Y tế rà soát thuốc dự trữ; Đội Quản lý thị trường số 2 cử người kiểm tra.",
            ["Sở Y tế", "Đội Quản lý thị trường số 2"],
        ),
        ("Hội đồng trường thông qua kế hoạch.", ["Hội đồng trường"]),
        ("Kế toán nhà trường: Lập dự toán năm.", ["Kế toán nhà trường"]),
        (
            "Các Phó Chủ tịch Ủy ban nhân dân xã chỉ đạo các thôn.",
            ["Các Phó Chủ tịch Ủy ban nhân dân xã"],
        ),
        (
            "Trưởng các thôn, tổ trưởng tổ dân phố thông báo đến từng hộ.",
            ["Trưởng các thôn", "Tổ trưởng tổ dân phố"],
        ),
        (
            "Người đại diện phần vốn của Tổng công ty chỉ đạo thực hiện.",
            ["Người đại diện phần vốn của Tổng công ty"],
        ),
        (
            "Phòng Tổ chức, Thanh tra và Thi đua khen thưởng rà soát hồ sơ.",
            ["Phòng Tổ chức, Thanh tra và Thi đua khen thưởng"],
        ),
    ],
)
def test_names_are_whole(task: str, agencies: list[str]):
    assert [duty.agency for duty in duties(f"{ORGANISING}1. {task}")] == agencies


def test_a_long_row_of_leads_costs_linear_time():
    task = "Sở Xây dựng rà soát" + ", Sở Y tế chủ trì, Sở Nội vụ" * 3000
    assert duties(f"{ORGANISING}1. {task}.")

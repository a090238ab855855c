"""Tasks of one bullet: what an agency leads, and what it does besides."""

from __future__ import annotations

import pytest

from loaders.read import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH HÀ GIANG
Số: 9/KH-UBND
Hà Giang, ngày 5 tháng 3 năm 2021
KẾ HOẠCH
Phát triển du lịch năm 2021
III. TỔ CHỨC THỰC HIỆN
1. Sở Du lịch:
"""


@pytest.mark.parametrize(
    ("task", "found"),
    [
        (
            "- Chủ trì công tác quảng bá du lịch. Tiếp tục rà soát các điểm dừng chân ven quốc lộ.",
            [("lead", "Chủ trì"), ("assigned", "Tiếp tục")],
        ),
        # Behind those to work with, what follows says how that is led.
        (
            "- Chủ trì, phối hợp với Sở Tài chính lập dự toán. Tham mưu trình cấp trên bố trí vốn.",
            [("lead", "Chủ trì")],
        ),
        # What is led too, and what begins with no word of a task.
        (
            "- Chủ trì công tác quảng bá du lịch. Chủ trì xây dựng bản đồ du lịch.",
            [("lead", "Chủ trì")],
        ),
        (
            "- Chủ trì công tác quảng bá du lịch. Kinh phí lấy từ ngân sách tỉnh.",
            [("lead", "Chủ trì")],
        ),
        (
            "- Xây dựng bản đồ du lịch. Tiếp tục rà soát các điểm dừng chân.",
            [("assigned", "Xây dựng")],
        ),
    ],
)
def test_a_task_has_one_role(task: str, found: list[tuple[str, str]]) -> None:
    record = read_text(HEAD + task, "plan.txt")
    duties = [
        (one.role.value, " ".join(one.passage.quote.split()[:2]).strip(","))
        for one in record.responsibilities
    ]
    assert duties == found

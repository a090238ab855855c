"""Tasks in lists: items that agencies open, and who has a task said behind it."""

from __future__ import annotations

import pytest

from loaders.read import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
Số: 9/KH-UBND
Sơn La, ngày 5 tháng 3 năm 2021
KẾ HOẠCH
Bảo vệ rừng năm 2021
"""


@pytest.mark.parametrize(
    ("lines", "holders"),
    [
        ("II. NHIỆM VỤ\n1. Sở Tài chính bố trí vốn mua máy thổi gió.", ["Sở Tài chính"]),
        ("II. NHIỆM VỤ\n1. Làm biển báo. Đơn vị phụ trách: Hạt Kiểm lâm huyện.", ["Hạt Kiểm lâm"]),
        ("II. NHIỆM VỤ\n- Làm biển báo ở cửa rừng. (Hạt Kiểm lâm huyện)", ["Hạt Kiểm lâm"]),
        ("II. NHIỆM VỤ\n- Làm biển báo, do Hạt Kiểm lâm huyện thực hiện.", ["Hạt Kiểm lâm"]),
        (
            "II. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Tài chính cấp vốn mua máy; Báo Sơn La biên tập tin.",
            ["Sở Tài chính", "Báo Sơn La"],
        ),
        (
            "II. TỔ CHỨC THỰC HIỆN\n* Hội Nông dân - Hội Phụ nữ xã: nấu ăn cho đội chữa cháy.",
            ["Hội Nông dân", "Hội Phụ nữ xã"],
        ),
        # Groups, what was done, who gets a paper, and one name with a dash.
        ("II. NHIỆM VỤ\n1. Các xã tuần tra vào mùa khô.", []),
        ("II. NHIỆM VỤ\n1. Sở Tài chính đã bố trí vốn mua máy thổi gió.", []),
        ("II. NHIỆM VỤ\n- Gửi báo cáo về cơ quan thường trực (Hạt Kiểm lâm huyện)", []),
        (
            "II. TỔ CHỨC THỰC HIỆN\n1. Khoa Nội - Nhi: khám cho đội chữa cháy.",
            ["Khoa Nội - Nhi"],
        ),
    ],
)
def test_who_has_the_task(lines: str, holders: list[str]) -> None:
    found = [duty.agency for duty in read_text(HEAD + lines, "plan.txt").responsibilities]
    assert len(found) == len(holders)
    assert all(one.startswith(holder) for one, holder in zip(found, holders, strict=True))

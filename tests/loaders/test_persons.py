"""Persons who have a task: the post behind a name has it; a list of members hands out nothing."""

from __future__ import annotations

import pytest

from loaders.read import read_text

HEAD = """ỦY BAN NHÂN DÂN XÃ PHÚ LỘC
Số: 9/KH-UBND
Phú Lộc, ngày 5 tháng 3 năm 2021
KẾ HOẠCH
Trồng cây phân tán năm 2021
III. TỔ CHỨC THỰC HIỆN
"""


@pytest.mark.parametrize(
    ("lines", "holders"),
    [
        ("1. Đồng chí Lê Văn An - Phó Chủ tịch UBND xã: Phụ trách chung.", ["Phó Chủ tịch"]),
        ("1. Lê Văn An, Trưởng Công an xã: bảo đảm an ninh trật tự.", ["Trưởng Công an xã"]),
        ("1. BS CKII Lê Văn An (Phó Giám đốc): điều hành đội cấp cứu.", ["Phó Giám đốc"]),
        ("1. Ông Lê Văn An - Trưởng thôn\n- Vận động các hộ đào hố trước.", ["Trưởng thôn"]),
        (
            "1. Bà Lê Thị An - Ủy viên Ban Thường vụ, Bí thư Xã đoàn: Cử 30 người.",
            ["Bí thư Xã"],
        ),
        ("1. Giao ông Lê Văn An - Chủ tịch Hội Nông dân chỉ đạo ươm cây.", ["Chủ tịch Hội Nông"]),
        # Seats, telephones and words that are no name.
        ("1. Ông Lê Văn An - Phó Chủ tịch UBND xã: Trưởng ban;", []),
        ("1. Ông Lê Văn An - Phó Chủ tịch UBND xã: Phó Trưởng ban thường trực;", []),
        ("1. Ông Lê Văn An, điện thoại 0903456789: liên hệ khi cần.", []),
    ],
)
def test_the_post_has_the_task(lines: str, holders: list[str]) -> None:
    found = [duty.agency for duty in read_text(HEAD + lines, "plan.txt").responsibilities]
    assert len(found) == len(holders)
    assert all(one.startswith(holder) for one, holder in zip(found, holders, strict=True))

"""What a dispatch asks of those whom its preamble names: the items below the colon."""

from __future__ import annotations

import pytest

from loaders.read import read_text

DISPATCH = """BỘ Y TẾ
Số: 216/BYT-KH
V/v xây dựng kế hoạch phòng, chống bệnh dại
Hà Nội, ngày 15 tháng 4 năm 2021

Kính gửi: Sở Y tế các tỉnh, thành phố

Thực hiện Quyết định số 5/QĐ-TTg ngày 28/4/2020 của Thủ tướng Chính phủ, {}
{}
Nơi nhận:
- Như trên;
KT. TỔNG CỤC TRƯỞNG
PHÓ TỔNG CỤC TRƯỞNG
Phạm Văn Hải
"""
ITEMS = (
    "1. Tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch trước 30/6/2021.\n"
    "2. Bộ mẫu biểu theo phụ lục gửi kèm.\n"
    "3. Báo cáo kết quả về Bộ Y tế trước ngày 15/7/2021.\n"
)


@pytest.mark.parametrize(
    "asks",
    [
        "Bộ Y tế đề nghị Sở Y tế các tỉnh, thành phố:",
        "Bộ Y tế yêu cầu Sở Y tế các tỉnh, thành phố khẩn trương triển khai một số việc sau đây:",
        "đề nghị Sở Y tế các tỉnh, thành phố thực hiện:",
    ],
)
def test_items_that_act_are_tasks_of_those_who_are_asked(asks: str) -> None:
    record = read_text(DISPATCH.format(asks, ITEMS), "dispatch.txt")
    assert [(one.agency, one.passage.quote[:8]) for one in record.responsibilities] == [
        ("Sở Y tế các tỉnh, thành phố", "Tham mưu"),
        ("Sở Y tế các tỉnh, thành phố", "Báo cáo "),
    ]
    assert record.document.signer_role == "Phó Tổng cục trưởng"


@pytest.mark.parametrize(
    "asks", ["Bộ Y tế đề nghị các đơn vị thực hiện:", "Bộ Y tế báo cáo Sở Y tế các tỉnh như sau:"]
)
def test_where_none_is_asked_by_name_the_items_are_nobodys(asks: str) -> None:
    assert read_text(DISPATCH.format(asks, ITEMS), "dispatch.txt").responsibilities == ()


def test_items_that_name_others_are_theirs() -> None:
    items = (
        "1. Sở Nội vụ:\n- Rà soát biên chế của trạm.\n2. Tổ chức tập huấn cho cán bộ trạm y tế.\n"
    )
    record = read_text(
        DISPATCH.format("Bộ Y tế đề nghị Sở Y tế các tỉnh, thành phố:", items), "dispatch.txt"
    )
    assert [one.agency for one in record.responsibilities] == [
        "Sở Nội vụ",
        "Sở Y tế các tỉnh, thành phố",
    ]

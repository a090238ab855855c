"""Stacked tasks: tables that hand out tasks, their cells one below the other."""

from __future__ import annotations

import pytest

from loaders.records import Role
from loaders.text.source_text import SourceText
from tests.loaders.papers import duties

TABLE = """STT
Nội dung công việc
Cơ quan
chủ trì
Cơ quan, đơn vị phối hợp
Thời gian
hoàn thành
I
Truyền thông
1
Mở chuyên mục về phòng bệnh
trên sóng phát thanh
Sở Y tế
Sở Tài chính,
các đoàn thể tỉnh
Quý II/2024
2
Phối hợp với
Sở Nội vụ lập danh sách thưởng
Trung tâm Y tế
các huyện, thị xã
UBND cấp xã
Hằng năm
II
Dịch vụ
3
Sắm tủ lạnh giữ vắc xin
Chi cục Dân số
Tháng 9/2024
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Theo dõi việc thực hiện.
"""


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["close", "blank lines between cells"])
def test_each_row_hands_out_its_task(blank: str) -> None:
    found = duties(f"II. PHÂN CÔNG\n{TABLE.replace(chr(10), blank)}")
    assert [(d.agency, d.role, d.partners, d.recurrence, d.deadline) for d in found] == [
        ("Sở Y tế", Role.LEAD, ("Sở Tài chính", "Các đoàn thể tỉnh"), None, "Quý II/2024"),
        (
            "Trung tâm Y tế các huyện, thị xã",
            Role.LEAD,
            ("Ủy ban nhân dân cấp xã",),
            "annual",
            None,
        ),
        ("Chi cục Dân số", Role.LEAD, (), None, "Tháng 9/2024"),
        ("Sở Nội vụ", Role.ASSIGNED, (), None, None),
    ]
    assert found[0].passage.quote.split()[:4] == ["Mở", "chuyên", "mục", "về"]


@pytest.mark.parametrize(
    "table",
    [
        "TT\nHọ và tên\nĐơn vị\n1\nTrần Văn An\nSở Y tế\n2\nLê Thị Bình\nSở Nội vụ\n",
        "TT\nNội dung\nKinh phí\n1\nMua thuốc cho\nSở Y tế\n500\n",
        "TT\nNội dung\nCơ quan chủ trì\n1\nMua thuốc khử trùng\n2\nLập danh sách\n",
    ],
    ids=["people", "money", "nobody named"],
)
def test_other_tables_hand_out_nothing(table: str) -> None:
    assert duties(f"II. PHỤ BIỂU\n{table}") == ()


def test_a_heading_laid_out_on_two_lines_heads_its_columns():
    found = duties(
        "II. PHÂN CÔNG\n"
        "TT    Nội dung                Cơ quan, đơn vị chủ     Cơ quan, đơn vị        Tiến độ\n"
        "                              trì thực hiện           phối hợp\n"
        "1     Mua thuốc khử trùng     Sở Y tế                 Sở Tài chính           Quý II/2024\n"
        "      cho các chợ\n"
        "2     Lập danh sách hộ        UBND cấp xã             Sở Nội vụ              Hằng quý\n"
    )
    assert [(duty.agency, duty.partners) for duty in found] == [
        ("Sở Y tế", ("Sở Tài chính",)),
        ("Ủy ban nhân dân cấp xã", ("Sở Nội vụ",)),
    ]


def test_figures_near_each_other_are_cells_and_far_ones_page_numbers():
    cells = "Tỷ lệ A\n\n92\n\n95\n\nTỷ lệ B"
    page = f"{'Lời văn dài. ' * 60}\n\n7\n\n{'Lời văn dài. ' * 60}\n\n8\n"
    assert SourceText.of(cells).value == cells
    assert "7" not in SourceText.of(page).value
    assert "8" not in SourceText.of(page).value

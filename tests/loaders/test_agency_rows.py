"""Rows of agencies: a list of them hands out tasks, whatever its heading says."""

from __future__ import annotations

import pytest

from tests.loaders.papers import duties

ROW = (
    "- Sở Y tế khử trùng các ổ dịch.\n- UBND các huyện lập chốt trực ở bến đò.\n"
    "- Sở Tài chính cấp đủ kinh phí."
)


@pytest.mark.parametrize("heading", ["CHỈ ĐẠO, ĐIỀU HÀNH", "CƠ CHẾ PHỐI HỢP", "NHIỆM VỤ CỤ THỂ"])
def test_a_list_of_agencies_hands_out_tasks_under_any_heading(heading: str) -> None:
    found = duties(f"III. {heading}\n{ROW}")
    names = ["Sở Y tế", "Ủy ban nhân dân các huyện", "Sở Tài chính"]
    assert [duty.agency for duty in found] == names


@pytest.mark.parametrize(
    "body",
    [
        "II. ĐỐI TƯỢNG\n" + ROW,
        "II. MỤC TIÊU CỤ THỂ\n" + ROW,
        "II. TÌNH HÌNH\n" + ROW,
        "II. GIẢI PHÁP\n- Mở rộng mạng lưới điểm khám.\n" + ROW,
        "II. GIẢI PHÁP\n- Các doanh nghiệp đóng quỹ.\n- Các trường mở lớp.\n- Các hộ khai báo.",
    ],
    ids=["for whom", "targets", "how things are", "one item names none", "only groups"],
)
def test_other_lists_that_name_agencies_hand_out_nothing(body: str) -> None:
    assert duties(body) == ()

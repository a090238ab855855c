"""A habit of typing is told from a change of what is said."""

from __future__ import annotations

import pytest

from benchmarks.perturbation.habits import HABITS
from benchmarks.perturbation.measure import alike
from tests.loaders.papers import HEADER

PAPER = (
    HEADER
    + "Căn cứ Quyết định số 45/QĐ-TTg ngày 08/01/2020 của Thủ tướng Chính phủ;\n"
    + "UBND tỉnh ban hành Kế hoạch như sau:\n"
    + "I. MỤC TIÊU\n- Đến năm 2025, tỷ lệ hộ dân dùng nước sạch đạt 85%.\n"
    + "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế: Báo cáo Ủy ban nhân dân tỉnh; "
    + "chủ trì, phối hợp với Sở Xây dựng kiểm tra nước sạch ở các xã, phường, thị trấn.\n"
)


@pytest.mark.parametrize("name", HABITS)
def test_a_habit_changes_nothing_that_is_said(name: str) -> None:
    assert alike({"plan.txt": PAPER}, HABITS[name]) == pytest.approx(1.0)


def test_what_is_lost_and_what_is_new_both_count() -> None:
    papers = {"plan.txt": PAPER}
    less = alike(papers, lambda text: text.replace("đạt 85%", "tăng lên"))
    more = alike(papers, lambda text: text.replace("85%.", "85%, hộ nghèo còn 3%."))
    assert 0.8 < less < 1
    assert 0.8 < more < 1


def test_a_habit_that_changes_nothing_proves_nothing() -> None:
    with pytest.raises(ValueError, match="no paper"):
        alike({"plan.txt": PAPER}, lambda text: text)

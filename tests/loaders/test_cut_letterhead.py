"""A paper whose letterhead a portal cut away: the body that a line above its first basis names."""

from __future__ import annotations

import pytest

from loaders.read import read_text

TITLE = "QUYẾT ĐỊNH\nVề việc phân loại chợ\n\n"
BASIS = "Căn cứ Luật Đầu tư ngày 17/6/2020;\nTheo đề nghị của Sở Công Thương;\n"
REST = "QUYẾT ĐỊNH:\nĐiều 1. Phân loại chợ như sau.\n"


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH PHÚ THỌ", "Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH HÀ NAM", "Hội đồng nhân dân tỉnh Hà Nam"),
        ("BỘ TRƯỞNG BỘ Y TẾ", "Bộ Y tế"),
    ],
)
def test_the_line_above_the_first_basis_names_the_issuer(line: str, issuer: str) -> None:
    assert read_text(f"{TITLE}{line}\n\n{BASIS}{REST}", "paper.txt").document.issuer == issuer


@pytest.mark.parametrize("line", ["PHÂN LOẠI CHỢ TỈNH PHÚ THỌ", "Sở Y tế tỉnh Phú Thọ rà soát chợ"])
def test_a_line_that_is_no_body_names_none(line: str) -> None:
    assert read_text(f"{TITLE}{line}\n\n{BASIS}{REST}", "paper.txt").document.issuer is None


def test_a_body_that_stands_away_from_the_basis_names_none() -> None:
    text = f"{TITLE}{BASIS}{REST}SỞ Y TẾ TỈNH PHÚ THỌ\nThực hiện Điều 1.\n"
    assert read_text(text, "paper.txt").document.issuer is None

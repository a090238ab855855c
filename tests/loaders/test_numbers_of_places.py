"""Communes that a figure tells apart, and numbers typed with a letter for a figure."""

from __future__ import annotations

import pytest

from loaders.folding import title_similarity
from loaders.read import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG
Số: 9/KH-UBND
Đà Lạt, ngày 5 tháng 8 năm 2025
KẾ HOẠCH
Về phát triển cây trồng
"""


def issuers(line: str) -> list[str | None]:
    return [one.issuer for one in read_text(HEAD + line, "plan.txt").references]


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        (
            "Thực hiện Kế hoạch số 3/KH-UBND ngày 1/8/2025 của UBND xã Bảo Lâm 1, tỉnh mở lớp.",
            "Ủy ban nhân dân xã Bảo Lâm 1",
        ),
        (
            "Thực hiện Kế hoạch số 4/KH-UBND ngày 2/8/2025 của UBND xã Bảo Lâm 2 về trồng cây.",
            "Ủy ban nhân dân xã Bảo Lâm 2",
        ),
    ],
)
def test_a_figure_is_part_of_the_name_of_a_commune(line: str, issuer: str) -> None:
    assert [name and name.split(",")[0] for name in issuers(line)] == [issuer]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Nghị định l17/2007/NĐ-CP ngày 11/7/2007", "117/2007/NĐ-CP"),
    ],
)
def test_numbers_typed_otherwise(typed: str, number: str) -> None:
    record = read_text(f"{HEAD}Căn cứ {typed};", "plan.txt")
    assert [one.number for one in record.references] == [number]


def test_works_of_other_words_and_other_periods_are_two() -> None:
    before = "Chương trình việc làm tỉnh giai đoạn 2013-2020"
    assert title_similarity(before, "Chương trình mục tiêu việc làm giai đoạn 2016-2020") == 0.0
    # A period alone may be a slip of the pen.
    assert title_similarity("Đề án X giai đoạn 2020-2025", "Đề án X giai đoạn 2021-2025") > 0.0

"""Tables of targets whose columns stand apart by wide blanks, rows over several lines."""

from __future__ import annotations

import pytest

from tests.loaders.papers import values

NAMES_FIRST = """II. CÁC CHỈ TIÊU
 TT  Chỉ tiêu                              ĐVT      Thực hiện    2023    2024    2025
                                                    2022
 1   Tỷ lệ hộ dân nông thôn dùng nước        %        61,5       64      67      70,5
     sạch đạt quy chuẩn
 2   Diện tích rừng trồng mới                ha       1.120     1.200   1.250   1.300
 3   Tỷ lệ thôn có nhà văn hóa đạt           %        80         -       -       95
     chuẩn
"""
VALUES_LAST = """II. CÁC CHỈ TIÊU
STT   Chỉ tiêu                          Đơn vị     Năm 2025   Năm 2030
I     Cấp nước nông thôn
1     Tỷ lệ hộ dân nông thôn dùng
      nước sạch đạt quy chuẩn           %          70,5       85
2     Diện tích rừng
      trồng mới                         ha         1.300      1.500
"""
BETWEEN = """II. CÁC CHỈ TIÊU
STT   Chỉ tiêu                          Đơn vị     Năm 2025   Năm 2030
      Tỷ lệ hộ dân nông thôn dùng
1     nước sạch đạt quy chuẩn           %          70,5       85
      Diện tích rừng trồng mới
2     trên địa bàn huyện                ha         1.300      1.500
"""


def test_words_of_a_row_may_go_on_below_its_values() -> None:
    targets, baselines = values(NAMES_FIRST)

    assert [one[:4] for one in targets] == [
        ("Tỷ lệ hộ dân nông thôn dùng nước sạch đạt quy chuẩn", "%", 2023, "="),
        ("Tỷ lệ hộ dân nông thôn dùng nước sạch đạt quy chuẩn", "%", 2024, "="),
        ("Tỷ lệ hộ dân nông thôn dùng nước sạch đạt quy chuẩn", "%", 2025, "="),
        ("Diện tích rừng trồng mới", "ha", 2023, "="),
        ("Diện tích rừng trồng mới", "ha", 2024, "="),
        ("Diện tích rừng trồng mới", "ha", 2025, "="),
        ("Tỷ lệ thôn có nhà văn hóa đạt chuẩn", "%", 2025, "="),
    ]
    assert [one[2] for one in baselines] == [2022, 2022, 2022]


@pytest.mark.parametrize(
    ("table", "second"),
    [
        (VALUES_LAST, "Diện tích rừng trồng mới"),
        (BETWEEN, "Diện tích rừng trồng mới trên địa bàn huyện"),
    ],
)
def test_values_may_stand_on_the_last_line_of_a_row(table: str, second: str) -> None:
    targets, _ = values(table)

    water = "Tỷ lệ hộ dân nông thôn dùng nước sạch đạt quy chuẩn"
    assert [(one[0], one[2]) for one in targets] == [
        (water, 2025),
        (water, 2030),
        (second, 2025),
        (second, 2030),
    ]


def test_a_unit_in_brackets_stands_behind_what_else_is_said_there() -> None:
    targets, _ = values(
        "II. CÁC CHỈ TIÊU\n| TT | Chỉ tiêu | 2025 |\n|---|---|---|\n"
        "| 1 | Xã đạt chuẩn nông thôn mới (lũy kế, xã) | 14 |\n"
    )
    assert [one[:2] for one in targets] == [("Xã đạt chuẩn nông thôn mới (lũy kế)", "xã")]


def test_a_column_of_one_year_is_named_without_it() -> None:
    targets, _ = values(
        "II. CHỈ TIÊU GIAO CHO CÁC KHU VỰC\n"
        "TT   Khu vực            Số thôn, TDP   Dân số     Tỷ lệ hộ có nước sạch năm 2025 (%)\n"
        "1    Khu vực Bình An    12             8.120      92,5\n"
        "2    Vùng ven sông      07             3.050      88\n",
    )
    assert [(one[0], one[2]) for one in targets] == [
        ("Tỷ lệ hộ có nước sạch - Khu vực Bình An", 2025),
        ("Tỷ lệ hộ có nước sạch - Vùng ven sông", 2025),
    ]

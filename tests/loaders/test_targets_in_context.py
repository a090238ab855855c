"""Values told by what stands above and beside them: headings, results, counted rows, dashes."""

from __future__ import annotations

from tests.loaders.papers import values

Value = tuple[str, str | None, int | None, float]


def targets(body: str) -> list[Value]:
    return [(name, unit, year, number) for name, unit, year, _, number in values(body)[0]]


def test_rows_told_by_their_numbers_cross_places_with_years():
    body = (
        "Biểu giao chỉ tiêu trồng chè (ha)\nSTT\nXã\nNăm 2022\nNăm 2023\n"
        "1\nXã Tân Lập\n60\n150\n2\nXã Bình Yên\n40\n95\n"
    )
    assert targets(body) == [
        ("Giao chỉ tiêu trồng chè - Xã Tân Lập", "ha", 2022, 60.0),
        ("Giao chỉ tiêu trồng chè - Xã Tân Lập", "ha", 2023, 150.0),
        ("Giao chỉ tiêu trồng chè - Xã Bình Yên", "ha", 2022, 40.0),
        ("Giao chỉ tiêu trồng chè - Xã Bình Yên", "ha", 2023, 95.0),
    ]


def test_the_nearest_heading_says_whether_a_value_is_or_is_to_be():
    body = (
        "I. MỤC TIÊU VÀ KẾT QUẢ\n1. Tình hình thực hiện các chỉ tiêu\n- Tỷ lệ hộ nghèo đạt 12%.\n"
        "2. Chỉ tiêu đến năm 2025\n- Tỷ lệ hộ nghèo giảm còn 5%.\n"
    )
    assert targets(body) == [("Tỷ lệ hộ nghèo", "%", 2025, 5.0)]
    assert [number for *_, number in values(body)[1]] == [12.0]


def test_a_line_that_names_targets_heads_them_without_a_number():
    basis = "Căn cứ Luật Thanh niên năm 2020;\n"
    body = f"{basis}Các chỉ tiêu chủ yếu đến năm 2025\n- Kết nạp 90 đảng viên mới trở lên.\n"
    assert values(body)[0] == [("Số đảng viên mới kết nạp", "đảng viên", 2025, ">=", 90.0)]


def test_a_falling_pair_beside_a_dash_is_no_range():
    body = "I. MỤC TIÊU\n- Tỷ trọng khu vực I, II: 66% - 23%.\n"
    assert [number for *_, number in targets(body)] == [66.0, 23.0]
    rising = "I. MỤC TIÊU\n- Tỷ lệ hộ nghèo giảm còn 4% - 5%.\n"
    assert [op for *_, op, _ in values(rising)[0]] == ["range"]


def test_a_share_of_the_plan_in_brackets_is_no_value():
    body = "I. MỤC TIÊU\n- Thu ngân sách năm 2022 đạt 500 tỷ đồng (đạt 105% dự toán).\n"
    assert targets(body) == [("Thu ngân sách", "tỷ đồng", 2022, 500.0)]


def test_growth_is_a_measure_and_no_verb():
    body = "I. MỤC TIÊU\n- Tăng trưởng GRDP đạt 8%.\n- Tăng tỷ lệ che phủ rừng lên 60%.\n"
    assert [name for name, *_ in targets(body)] == ["Tăng trưởng GRDP", "Tỷ lệ che phủ rừng"]

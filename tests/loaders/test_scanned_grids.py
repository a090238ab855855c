"""Ruled tables of targets as an OCR reads them from a page: rules lost, cells and headings torn."""

from __future__ import annotations

import time

from tests.loaders.papers import values

_GRID = (
    "III. MỤC TIÊU\n"
    "STT | Chỉ tiêu Năm Năm 2028 | Năm 2035 | Ghi\n"
    "2019 chú\n\n"
    "Chỉ tiêu về cây\n\n"
    "Í Tỷ lệ che phủ rừng (%) 41,5 >43 >45\n\n"
    "2 | Tỷ lệ hộ dùng nước sạch theo quy chuẩn [71,2 | 85 (đô thị) | 95\n"
    "quốc gia (%)\n\n"
    "Tỷ lệ trẻ em dưới 6 |62,4 | 80 98\n"
    "tuổi đi học đúng độ (%)\n"
    "4 |Số hợp tác xã 120 |150 200\n\n"
    "4. Mục tiêu định hướng\n"
)


def test_values_close_a_row_whatever_rules_are_lost():
    targets, baselines = values(_GRID)
    assert ("Tỷ lệ che phủ rừng", "%", 2019, "=", 41.5) in baselines
    assert ("Tỷ lệ che phủ rừng", "%", 2035, ">", 45.0) in targets
    assert ("Tỷ lệ hộ dùng nước sạch theo quy chuẩn quốc gia", "%", 2028, "=", 85.0) in targets
    assert ("Tỷ lệ trẻ em dưới 6 tuổi đi học đúng độ", "%", 2035, "=", 98.0) in targets
    assert ("Số hợp tác xã", "hợp tác xã", 2019, "=", 120.0) in baselines
    assert (len(targets), len(baselines)) == (8, 4)


def test_a_grid_that_kept_its_rules_is_read_by_them():
    targets, baselines = values(
        "III. MỤC TIÊU\nChỉ tiêu | Đơn vị | Năm 2019 | Đến 2028 | Đến 2035\n"
        "Tỷ lệ che phủ rừng | % | 41 | 43,5 | 45 - 47\nSố hợp tác xã | HTX | 120 | 150 | 200\n",
    )
    assert ("Tỷ lệ che phủ rừng", "%", 2019, "=", 41.0) in baselines
    assert ("Tỷ lệ che phủ rừng", "%", 2028, "=", 43.5) in targets
    assert ("Tỷ lệ che phủ rừng", "%", 2035, "range", 45.0) in targets
    assert (len(targets), len(baselines)) == (4, 2)


def test_rows_that_are_not_alike_are_no_grid():
    targets, _ = values(
        "III. MỤC TIÊU\nSTT | Chỉ tiêu Năm 2028 | Năm 2035\n"
        "1 Tỷ lệ che phủ rừng 43\n2 Tỷ lệ hộ nghèo 1 2 3 4\n3 Số hợp tác xã 5\n",
    )
    assert not any(value == 43.0 for *_, value in targets)


def test_many_headings_of_grids_take_linear_time():
    def seconds(count: int) -> float:
        start = time.thread_time()
        values("III. MỤC TIÊU\n" + "STT | Chỉ tiêu Năm 2028\nrừng 5\n" * count)
        return time.thread_time() - start

    seconds(50)
    assert seconds(2_000) < 12 * seconds(400) + 1


def test_years_on_a_line_below_belong_to_the_words_above():
    targets, baselines = values(
        "I. CHỈ TIÊU\nTT |Chỉ tiêu Đơn vị tính |Thực hiện năm | Kế hoạch năm\n2025 2026\n\n"
        "1 Số cây xanh trồng mới cây 4.200 5.500\n"
        "2 Tỷ lệ rác thải được thu | % 82,5 90\ngom\n"
    )
    assert {value[2] for value in baselines} == {2025}
    assert {value[2] for value in targets} == {2026}


def test_a_misread_word_of_numbers_stands_before_the_heading():
    targets, _ = values(
        "I. CHỈ TIÊU\niLL Chỉ tiêu Đơn vị Năm 2021 | Năm 2025\n"
        "qi Tỷ lệ hút thuốc lá % 42,6 39\n2 Số trạm y tế trạm 152 209\n"
    )
    assert ("Tỷ lệ hút thuốc lá", "%", 2025, "=", 39.0) in targets


def test_a_share_that_may_have_lost_its_comma_is_left_out():
    targets, baselines = values(
        "I. CHỈ TIÊU\nSTT | Chỉ tiêu Đơn vị tính |Năm Năm Năm\n2020 2023 2025\n"
        "1 Tỷ lệ hộ cận nghèo % 5,36 42 3\n2 Tỷ lệ trường đạt chuẩn % 88 92,5 96\n"
    )
    found = {value[4] for value in (*targets, *baselines)}
    assert found == {5.36, 3.0, 88.0, 92.5, 96.0}


def test_a_heading_without_rules_is_told_by_its_numbers_and_units():
    targets, _ = values(
        "I. CHỈ TIÊU\n\nTT Nội dung Đơn vị tính Chỉ tiêu năm 2023\n"
        "1 Số đoàn viên kết nạp mới người 8.500\n2 Số công đoàn cơ sở thành lập mới đơn vị 25\n"
        "3 Tỷ lệ doanh nghiệp ký thỏa ước |% 78\ntập thể\n"
    )
    assert ("Số đoàn viên kết nạp mới", "người", 2023, "=", 8500.0) in targets
    assert ("Tỷ lệ doanh nghiệp ký thỏa ước tập thể", "%", 2023, "=", 78.0) in targets


def test_a_row_tells_what_is_read_of_it():
    targets, _ = values(
        "I. CHỈ TIÊU\nTT |Chỉ tiêu ĐVT Hiện trạng |Năm Năm\n2021 2025 2030\n"
        "1 | Số con trâu mỗi hộ con/phụ | 2,4 2,3 2,1\nnữ\n"
        "Z Số bến đò bến 18 16 12\n3 Tỷ lệ bến có mái che % g5 42 55\n"
    )
    assert ("Số con trâu mỗi hộ", "con/phụ nữ", 2030, "=", 2.1) in targets
    assert ("Số bến đò", "bến", 2025, "=", 16.0) in targets
    assert [value[4] for value in targets if value[0] == "Tỷ lệ bến có mái che"] == [42.0, 55.0]


def test_the_number_of_a_row_about_one_place_counts_nothing():
    targets, _ = values(
        "I. CHỈ TIÊU\n1. Chỉ tiêu từng xã đến năm 2030:\n"
        "1 Thị trấn Sông Mây |310 93,5\n2 Xã Hòa Lộc 205 91,2\n3 Xã Hòa Tân 240 92,0\n"
    )
    assert targets == []

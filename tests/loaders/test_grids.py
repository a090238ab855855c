"""Tables of targets in text: pipes, torn rows, a cell a line, headings in two rows, page breaks."""

from __future__ import annotations

import pytest

from loaders.indicators.cells import cell_value
from tests.loaders.papers import stated, values

PIPES = """II. CÁC CHỈ TIÊU
| STT | Chỉ tiêu | ĐVT | Thực hiện | Mục tiêu | |
| | | | 2020 | 2025 | 2030 |
|---|---|---|---|---|---|
| 1 | Diện tích rừng trồng | ha | 1.250,5 | 1.800 | 2.000,75 |
| 2 | Sản lượng thủy sản(1) | tấn | 1,250.5 | ≥ 1.500 | 1.800 (2) |
2
| STT | Chỉ tiêu | ĐVT | 2020 | 2025 | 2030 |
| 3 | Thu nhập bình quân | triệu<br>đồng/năm | 45 | 60-65 | - |
| 4 | Tỷ lệ hộ sử dụng nước hợp vệ sinh | % | 80 | 90 | 95 |
|  | Trong đó: nước sạch | % | 40 | 60 | x |
"""
TORN = """II. CÁC CHỈ TIÊU
TT Chỉ tiêu Đơn vị Năm 2020 Năm 2025 Năm 2030
1 Diện tích rừng trồng ha 1.250,5 1.800 2.000,75
2 Sản lượng thủy sản tấn 1.250 ≥1.500 1.800
3 Thu nhập bình quân đầu
người triệu đồng 45 60 80

12

TT Chỉ tiêu Đơn vị Năm 2020 Năm 2025 Năm 2030
4 Tỷ lệ lao động qua đào tạo % 61 70 75
III. NHIỆM VỤ
"""
STACKED = """II. CÁC CHỈ TIÊU
TT
Chỉ tiêu
Đơn vị tính
Năm 2020
Năm 2025
A
Chỉ tiêu kinh tế
1
Diện tích rừng trồng
ha
1.250,5
1.800
2
Tỷ lệ hộ nghèo
%
5,2
< 3
III. NHIỆM VỤ
"""


def test_cells_between_pipes_over_two_pages_with_two_rows_of_headings():
    targets, baselines = values(PIPES)

    assert targets == [
        ("Diện tích rừng trồng", "ha", 2025, "=", 1800.0),
        ("Diện tích rừng trồng", "ha", 2030, "=", 2000.75),
        ("Sản lượng thủy sản", "tấn", 2025, ">=", 1500.0),
        ("Sản lượng thủy sản", "tấn", 2030, "=", 1800.0),
        ("Thu nhập bình quân", "triệu đồng/năm", 2025, "range", 60.0),
        ("Tỷ lệ hộ sử dụng nước hợp vệ sinh", "%", 2025, "=", 90.0),
        ("Tỷ lệ hộ sử dụng nước hợp vệ sinh", "%", 2030, "=", 95.0),
        ("Tỷ lệ hộ sử dụng nước hợp vệ sinh nước sạch", "%", 2025, "=", 60.0),
    ]
    assert [value for *_, value in baselines] == [1250.5, 1250.5, 45.0, 80.0, 40.0]


def test_torn_rows_with_a_unit_behind_the_name_and_the_heading_again_on_the_next_page():
    targets, baselines = values(TORN)

    assert targets == [
        ("Diện tích rừng trồng", "ha", 2025, "=", 1800.0),
        ("Diện tích rừng trồng", "ha", 2030, "=", 2000.75),
        ("Sản lượng thủy sản", "tấn", 2025, ">=", 1500.0),
        ("Sản lượng thủy sản", "tấn", 2030, "=", 1800.0),
        ("Thu nhập bình quân đầu người", "triệu đồng", 2025, "=", 60.0),
        ("Thu nhập bình quân đầu người", "triệu đồng", 2030, "=", 80.0),
        ("Tỷ lệ lao động qua đào tạo", "%", 2025, "=", 70.0),
        ("Tỷ lệ lao động qua đào tạo", "%", 2030, "=", 75.0),
    ]
    assert len(baselines) == 4


def test_every_cell_on_a_line_of_its_own():
    targets, baselines = values(STACKED)

    assert targets == [
        ("Diện tích rừng trồng", "ha", 2025, "=", 1800.0),
        ("Tỷ lệ hộ nghèo", "%", 2025, "<", 3.0),
    ]
    assert baselines == [
        ("Diện tích rừng trồng", "ha", 2020, "=", 1250.5),
        ("Tỷ lệ hộ nghèo", "%", 2020, "=", 5.2),
    ]


def test_rows_of_lines_without_a_number_or_without_their_last_cell():
    targets, baselines = values(
        "II. CHỈ TIÊU\nTT\nChỉ tiêu\nĐơn vị\nKế hoạch năm 2022\nCơ quan theo dõi\n"
        "1\nTỷ lệ hộ có nhà tắm\n%\nKhoảng 70\nPhòng Y tế\n"
        "- Trong đó: vùng cao\n%\nTrên 50\n2\nTổng đàn dê\nCon\n4.200\nHạt Thú y\n"
        "III. TỔ CHỨC THỰC HIỆN"
    )
    assert [(name, year, op, value) for name, _, year, op, value in targets] == [
        ("Tỷ lệ hộ có nhà tắm", 2022, "~", 70.0),
        ("Trong đó: vùng cao", 2022, ">", 50.0),
        ("Tổng đàn dê", 2022, "=", 4200.0),
    ]
    assert baselines == []


@pytest.mark.parametrize(
    "table",
    [
        "| Nguồn vốn | Số tiền (triệu đồng) |\n|---|---|\n| Ngân sách huyện | 121.750 |\n",
        "| Chỉ tiêu | Năm 2025 |\n|---|---|\n| Xây dựng nông thôn mới | theo kế hoạch |\n",
        "| | |\n|---|---|\n",
    ],
    ids=["money", "words", "empty"],
)
def test_a_table_without_targets_gives_none(table):
    assert values("V. KINH PHÍ\n" + table) == ([], [])


@pytest.mark.parametrize(
    ("heading", "past"),
    [
        ("TT CHỈ TIÊU ĐVT Ước TH\nnăm 2021 KH năm\n2022", [2021]),
        ("TT Chỉ tiêu Đơn vị Thực hiện năm 2021\nKế hoạch\nNăm\n2022", [2021]),
        ("TT Chỉ tiêu Đơn vị Hiện trạng\n2021 Mục tiêu\nnăm 2022", [2021]),
        ("TT Chỉ tiêu Đơn vị Kế hoạch thực hiện năm 2021 năm 2022", []),
        ("TT Chỉ tiêu Đơn vị Năm 2021 Năm 2022", []),
    ],
)
def test_a_torn_column_of_the_papers_own_year_looks_back_where_its_heading_says_so(heading, past):
    targets, baselines = values(f"II. CÁC CHỈ TIÊU\n{heading}\n1 Diện tích rừng\ntrồng ha 95 120\n")

    assert [year for _, _, year, _, _ in baselines] == past
    assert [year for _, _, year, _, _ in targets] == [y for y in (2021, 2022) if y not in past]
    assert {(name, unit) for name, unit, *_ in [*targets, *baselines]} == {
        ("Diện tích rừng trồng", "ha")
    }


def test_a_dash_in_a_torn_row_is_an_empty_cell():
    targets, _ = values(
        "II. CÁC CHỈ TIÊU\nTT Chỉ tiêu Đơn vị Năm 2025 Năm 2026 Năm 2027\n"
        "1 Công nghiệp - xây dựng tỷ đồng - 60 ≥ 80\n"
    )

    assert targets == [
        ("Công nghiệp - xây dựng", "tỷ đồng", 2026, "=", 60.0),
        ("Công nghiệp - xây dựng", "tỷ đồng", 2027, ">=", 80.0),
    ]


CROSSING = """II. CHỈ TIÊU
Bảng 2. Chỉ tiêu thu gom rác năm 2022 giao cho các xã

TT   Đơn vị           Dân số     Số hộ tham     Tỷ lệ thu     Chợ không
                      (người)    gia phân loại  gom (%)       rác (chợ)
1    Xã Tân Lập       15.310     1.250          93,5          4
2    TT. Bình Hòa     22.400     980            91            -
     Toàn huyện       37.710     2.230          92,2          9
III. NHIỆM VỤ
"""


def test_a_crossing_of_places_and_measures_with_its_year_in_the_caption():
    targets, baselines = values(CROSSING)

    first = [stated for stated in targets if stated[0].endswith("Xã Tân Lập")]
    assert first == [
        ("Số hộ tham gia phân loại - Xã Tân Lập", "hộ", 2022, "=", 1250.0),
        ("Tỷ lệ thu gom - Xã Tân Lập", "%", 2022, "=", 93.5),
        ("Số chợ không rác - Xã Tân Lập", "chợ", 2022, "=", 4.0),
    ]
    assert len(targets) == 8
    assert baselines == []


def test_a_crossing_of_places_and_years_is_of_what_its_caption_names():
    targets, _ = values(
        "II. MỤC TIÊU\nBiểu 1: Kế hoạch trồng rừng giai đoạn 2022 - 2023 (ha)\n"
        "| TT | Huyện | Năm 2022 | Năm 2023 |\n|---|---|---|---|\n| 1 | Bắc Sơn | 350 | 400 |\n"
    )

    name = "Kế hoạch trồng rừng - Bắc Sơn"
    assert targets == [(name, "ha", 2022, "=", 350.0), (name, "ha", 2023, "=", 400.0)]


def test_a_crossing_may_have_its_years_in_a_second_row_of_its_heading():
    targets, baselines = values(
        "II. CHỈ TIÊU\nChỉ tiêu giao các huyện:\n"
        "| Huyện | Rừng trồng mới (ha) | | Tỷ lệ hộ nhận khoán | |\n"
        "| | TH 2020 | KH 2021 | TH 2020 (%) | KH 2021 (%) |\n|---|---|---|---|---|\n"
        "| Bắc Sơn | 120 | 1.150 | 40,5 | 55 |\n"
    )
    planted, held = "Rừng trồng mới - Bắc Sơn", "Tỷ lệ hộ nhận khoán - Bắc Sơn"
    assert baselines == [(planted, "ha", 2020, "=", 120.0), (held, "%", 2020, "=", 40.5)]
    assert targets == [(planted, "ha", 2021, "=", 1150.0), (held, "%", 2021, "=", 55.0)]


def test_a_row_without_its_place_is_no_heading():
    targets, _ = values(
        "II. CHỈ TIÊU\nChỉ tiêu giao các huyện năm 2021:\n"
        "| Huyện | Rừng trồng mới (ha) | Cây phân tán (cây) |\n|---|---|---|\n"
        "| | 350 | 2.500 |\n| Bắc Sơn | 120 | 1.150 |\n"
    )
    assert [found[0] for found in targets] == [
        "Rừng trồng mới - Bắc Sơn",
        "Số cây phân tán - Bắc Sơn",
    ]


def test_a_list_of_places_that_is_not_about_targets_gives_none():
    listed = (
        "TT   Xã         Số hộ   Số thôn\n1    Tân Lập    1.250   8\n2    Hòa Bình   980     6\n"
    )

    assert values("I. TÌNH HÌNH\n" + listed) == ([], [])
    assert values("V. KINH PHÍ\nKế hoạch vốn\n" + listed) == ([], [])


@pytest.mark.parametrize(
    "table",
    [
        "| TT | Chỉ tiêu | ĐVT | Kế hoạch |\n|---|---|---|---|\n| 1 | Diện tích rừng | ha | 95 |\n",
        "TT Chỉ tiêu Đơn vị tính Kế hoạch năm\n1 Diện tích rừng ha 95\n",
        "STT\nNội dung\nĐVT\nKế hoạch\n1\nDiện tích rừng\nha\n95\n",
    ],
    ids=["pipes", "torn", "stacked"],
)
def test_the_year_of_a_table_may_stand_above_it_only(table):
    targets, _ = values("II. CÁC CHỈ TIÊU CHỦ YẾU NĂM 2024\n" + table)

    assert targets == [("Diện tích rừng", "ha", 2024, "=", 95.0)]


def test_a_table_of_what_is_spent_on_each_task_is_none_of_targets():
    table = (
        "| TT | Nội dung | Năm 2022 | Năm 2023 |\n|---|---|---|---|\n| 1 | Tập huấn | 250 | 300 |\n"
    )

    assert values("IV. KINH PHÍ\n" + table) == ([], [])


def test_columns_whose_headings_ocr_lost_are_told_by_what_repeats():
    targets, baselines = values(
        "1.3. Các chỉ tiêu chủ yếu\nChỉ tiêu\n2026-2030\nChỉ tiêu đầu vào\n"
        "1 | Số hộ có điện hộ | >20 18 | >20\n2 | Xã có trạm truyền thanh % 95 88,5 | 95\n"
        "3 | Tỷ lệ hộ dùng nước sạch % 80 70 80\n"
    )

    assert [(year, op, value) for _, _, year, op, value in targets] == [
        (2030, ">", 20.0),
        (2030, "=", 95.0),
        (2030, "=", 80.0),
    ]
    assert [(year, value) for _, _, year, _, value in baselines] == [
        (None, 18.0),
        (None, 88.5),
        (None, 70.0),
    ]


def test_a_year_that_was_planned_and_reached_has_two_columns():
    targets, baselines = values(
        "II. CHỈ TIÊU\nTT Chỉ tiêu Đơn vị KH 2021 TH 2021 KH 2022\n1 Diện tích rừng ha 95 97 99\n"
    )

    assert [(year, value) for _, _, year, _, value in targets] == [(2021, 95.0), (2022, 99.0)]
    assert [(year, value) for _, _, year, _, value in baselines] == [(2021, 97.0)]


def test_parts_of_a_torn_row_stand_below_it_with_dashes():
    targets, _ = values(
        "II. CHỈ TIÊU\nTT Chỉ tiêu Đơn vị Năm 2022 Năm 2023\n1 Số lao động có việc làm\n"
        "- Trong nước người 5.000 5.200\n- Nước ngoài người 300 320\n2 Số trạm trạm 7 9\n"
    )

    assert [(name, value) for name, _, _, _, value in targets] == [
        ("Số lao động có việc làm Trong nước", 5000.0),
        ("Số lao động có việc làm Trong nước", 5200.0),
        ("Số lao động có việc làm Nước ngoài", 300.0),
        ("Số lao động có việc làm Nước ngoài", 320.0),
        ("Số trạm", 7.0),
        ("Số trạm", 9.0),
    ]


def test_words_above_a_bare_year_head_a_column():
    targets, baselines = values("""II. CÁC CHỈ TIÊU
TT
Chỉ tiêu
ĐVT
TH
2021
KH
2022
Định
hướng
2026
1 Số hộ trồng cây ăn quả hộ 410 450 600
Trong đó: hộ có chứng nhận hộ 40 60 150
2 Tỷ lệ hồ chứa
được sửa chữa % 35,5 50 >80
III. NHIỆM VỤ
""")
    trees, dams = "Số hộ trồng cây ăn quả", "Tỷ lệ hồ chứa được sửa chữa"
    assert [(name, unit, year, op) for name, unit, year, op, _ in targets] == [
        (trees, "hộ", 2022, "="), (trees, "hộ", 2026, "="),
        (f"{trees} hộ có chứng nhận", "hộ", 2022, "="),
        (f"{trees} hộ có chứng nhận", "hộ", 2026, "="),
        (dams, "%", 2022, "="), (dams, "%", 2026, ">"),
    ]  # fmt: skip
    assert [(year, value) for _, _, year, _, value in baselines] == [
        (2021, 410.0), (2021, 40.0), (2021, 35.5),
    ]  # fmt: skip


def test_a_way_to_go_is_no_column_of_what_was_reached_and_a_cell_may_say_of_how_many():
    targets, baselines = values(
        "II. CHỈ TIÊU\n| TT | Tên chỉ tiêu | Hiện trạng 2020 | Lộ trình thực hiện | |\n"
        "| | | | 2022 | 2023 |\n|---|---|---|---|---|\n| 1 | Số trạm xử lý | 4/6 | 5 | 6 |\n"
    )

    assert [(year, value) for _, _, year, _, value in targets] == [(2022, 5.0), (2023, 6.0)]
    assert [(year, value) for _, _, year, _, value in baselines] == [(2020, 4.0)]


def test_a_crossing_may_head_its_measure_as_the_target_itself():
    targets, _ = values(
        "II. MỤC TIÊU\nGiao chỉ tiêu năm 2022\n"
        "| STT | Chi bộ trực thuộc | Chỉ tiêu kết nạp (đảng viên) |\n|---|---|---|\n"
        "| 1 | Chi bộ Trường số 1 | 3 |\n"
    )

    assert targets == [
        ("Chỉ tiêu kết nạp - Chi bộ Trường số 1", "đảng viên", 2022, "=", 3.0),
    ]


@pytest.mark.parametrize("cell", ["8123.2.1098765", "1.2.3", "3713,1,2.5"])
def test_the_number_of_an_account_is_no_value(cell):
    assert cell_value(cell) is None


def test_what_an_ocr_left_of_a_rule_parts_no_table():
    table = (
        "II. MỤC TIÊU\n| Chỉ tiêu | ĐVT | 2025 | 2030 |\n[=F\n| Tỷ lệ hộ có điện | % | 95 | 99 |\n"
    )

    assert [value for *_, value in values(table)[0]] == [95.0, 99.0]
    assert values(table.replace("[=F", "Kết quả thực hiện"))[0] == []


def test_columns_of_who_does_it_hold_no_unit_and_rows_of_money_no_target():
    body = (
        "I. MỤC TIÊU\n| Chỉ tiêu | Năm 2022 | Năm 2025 | Đơn vị chủ trì |\n"
        "| Tỷ lệ lao động có việc (%) | 60 | 66 | Sở Nội vụ |\n"
        "| Kinh phí thực hiện | 500 | 600 | Sở Tài chính |\n"
    )
    name = "Tỷ lệ lao động có việc"
    assert values(body)[0] == [(name, "%", 2022, "=", 60.0), (name, "%", 2025, "=", 66.0)]


def test_a_column_of_numbers_without_a_year_is_due_when_the_caption_says():
    body = (
        "I. MỤC TIÊU\nBảng 2. Chỉ tiêu năm 2023\nSTT | Chỉ tiêu giao | Đơn vị | Số lượng\n"
        "1 | Kết nạp hội viên mới | Người | 90\n"
    )
    assert values(body)[0] == [("Kết nạp hội viên mới", "Người", 2023, "=", 90.0)]


def test_a_table_of_a_paper_of_one_year_is_due_in_it():
    paper = (
        "ỦY BAN NHÂN DÂN TỈNH\nSố: 9/KH-UBND\nHà Nam, ngày 02 tháng 3 năm 2021\nKẾ HOẠCH\n"
        "Trồng cây năm 2021\nI. NHIỆM VỤ\n1. Tuyên truyền.\nBiểu chỉ tiêu giao\n"
        "| STT | Xã | Số cây trồng (cây) |\n|---|---|---|\n| 1 | Xã Bình Yên | 900 |\n"
    )
    assert stated(paper)[0] == [("Số cây trồng - Xã Bình Yên", "cây", 2021, "=", 900.0)]


def test_a_unit_in_the_caption_is_that_of_its_rows():
    body = (
        "I. MỤC TIÊU\nBảng 3. Một số chỉ tiêu (Đơn vị tính: tấn)\n| Chỉ tiêu | KH 2022 |\n"
        "| Sản lượng cá | 500 |\n| Tỷ lệ cá giống (%) | 20 |\n"
    )
    assert [(name, unit) for name, unit, *_ in values(body)[0]] == [
        ("Sản lượng cá", "tấn"),
        ("Tỷ lệ cá giống", "%"),
    ]


def test_a_cell_goes_on_below_where_its_words_begin():
    body = (
        "I. CHỈ TIÊU\n TT            Chỉ tiêu                  ĐVT     Năm 2022    Năm 2025\n"
        "  1   Tỷ lệ hộ có hố rác hợp             %         40          80\n"
        "      vệ sinh tại nhà\n"
        "  2   Số mô hình phân loại rác           mô hình    2           9\n"
    )
    assert next(name for name, *_ in values(body)[0]) == "Tỷ lệ hộ có hố rác hợp vệ sinh tại nhà"


def test_two_blanks_may_part_torn_cells_and_a_heading_ends_their_table():
    body = (
        "I. CHỈ TIÊU\nTT  Chỉ tiêu  ĐVT  TH năm\n2019  KH năm\n2021\n"
        "1  Tỷ lệ gia đình văn\nhóa  %  80  82\n"
        "2  Lượt khách  Lượt  7.000  9.000\nII. NHIỆM VỤ\n1. Tuyên truyền.\n"
    )
    targets, baselines = values(body)
    assert [(name, year, number) for name, _, year, _, number in targets] == [
        ("Tỷ lệ gia đình văn hóa", 2021, 82.0),
        ("Lượt khách", 2021, 9000.0),
    ]
    assert [number for *_, number in baselines] == [80.0, 7000.0]


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["close", "blank lines between cells"])
def test_a_name_wrapped_in_a_stacked_cell_is_whole(blank: str):
    table = (
        "PHỤ LỤC\nCHỈ TIÊU KẾ HOẠCH\n(Kèm theo Kế hoạch số 3/KH-UBND)\n"
        "TT\nCác chỉ tiêu\nĐVT\nHiện trạng năm 2020\nMục tiêu năm 2025\n"
        "I\nVề dân số\n1\nTỷ lệ bà mẹ được khám\nthai đủ bốn lần\n%\n62\n85\n"
        "2\nSố bác sĩ trên 10.000 dân\nbác sĩ\n8\n10\n"
    )
    targets, baselines = values(table.replace("\n", blank))
    assert [(name, value) for name, _, _, _, value in targets] == [
        ("Tỷ lệ bà mẹ được khám thai đủ bốn lần", 85.0),
        ("Số bác sĩ trên 10.000 dân", 10.0),
    ]
    assert [value for *_, value in baselines] == [62.0, 8.0]


def test_a_tabbed_row_with_an_empty_last_cell_is_one_of_the_table():
    targets, _ = values(
        "II. CHỈ TIÊU\nTT\tChỉ tiêu\tĐVT\tNăm 2025\tGhi chú\n"
        "1\tTỷ lệ sàng lọc sơ sinh\t%\t80\t\n2\tTuổi thọ\ttuổi\t75\tTheo Chiến lược\n"
    )
    assert [(name, value) for name, _, _, _, value in targets] == [
        ("Tỷ lệ sàng lọc sơ sinh", 80.0),
        ("Tuổi thọ", 75.0),
    ]

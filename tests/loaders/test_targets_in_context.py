"""Values told by what stands above and beside them: headings, results, counted rows, dashes."""

from __future__ import annotations

import pytest

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


GOALS = "II. MỤC TIÊU ĐẾN NĂM 2025\n- "


def test_what_there_is_now_stands_in_a_bracket_and_has_no_year():
    targets, baselines = values(GOALS + "Số hộ nuôi ong đạt 90 hộ (hiện nay có 25 hộ).")

    assert targets == [("Số hộ nuôi ong", "hộ", 2025, "=", 90.0)]
    assert baselines == [("Số hộ nuôi ong", "hộ", None, "=", 25.0)]
    assert values(GOALS + "Hiện nay có 25 hộ nuôi ong.") == ([], [])


@pytest.mark.parametrize(
    ("sentence", "targets", "baselines"),
    [
        (
            "Điểm trung bình các tiêu chí đạt từ 4,1 trở lên (năm 2019: 3,7).",
            [("Điểm trung bình các tiêu chí", "điểm", 2025, ">=", 4.1)],
            [("Điểm trung bình các tiêu chí", "điểm", 2019, "=", 3.7)],
        ),
        (
            "Số xã có sân vận động đạt 30 xã vào năm 2023 và 45 vào năm 2025.",
            [
                ("Số xã có sân vận động", "xã", 2023, "=", 30.0),
                ("Số xã có sân vận động", "xã", 2025, "=", 45.0),
            ],
            [],
        ),
        (
            "Số xã có sân vận động đạt 30 xã (biểu 4) và mục 45.",
            [("Số xã có sân vận động", "xã", 2025, "=", 30.0)],
            [],
        ),
    ],
)
def test_a_number_without_a_unit_goes_on_with_the_value_before(sentence, targets, baselines):
    assert values(GOALS + sentence) == (targets, baselines)


def test_a_count_before_another_goal_is_a_value_of_its_own():
    targets, _ = values(
        GOALS + "Trồng mới khoảng 3.000 cây ăn quả và nâng tỷ lệ che phủ rừng lên 51%."
    )

    assert targets == [
        ("Số cây ăn quả trồng mới", "cây", 2025, "~", 3000.0),
        ("Tỷ lệ che phủ rừng", "%", 2025, "=", 51.0),
    ]


def test_a_bare_count_is_of_what_its_share_told():
    told = "Năm 2023, 20/40 xã (50%) có nhà văn hóa; năm 2025 đạt 40/40 xã."
    targets, _ = values(GOALS + told)

    assert ("Số xã có nhà văn hóa", "xã", 2025, "=", 40.0) in targets


ABOVE = (
    "II. MỤC TIÊU\n1. Năm 2023: 40% số hộ dùng nước máy; 30% số xã có chợ.\n"
    "2. Năm 2025: các tỷ lệ nêu trên lần lượt là "
)


def test_those_above_are_named_one_for_one_or_not_at_all():
    targets, _ = values(ABOVE + "55% và 60%.")

    assert [(name, year, value) for name, _, year, _, value in targets] == [
        ("Tỷ lệ hộ dùng nước máy", 2023, 40.0),
        ("Tỷ lệ hộ dùng nước máy", 2025, 55.0),
        ("Tỷ lệ xã có chợ", 2023, 30.0),
        ("Tỷ lệ xã có chợ", 2025, 60.0),
    ]
    assert [value for *_, value in values(ABOVE + "55%, 60% và 70%.")[0]] == [40.0, 30.0]

    targets, _ = values(
        GOALS + "Tỷ lệ che phủ rừng đạt 50%; diện tích rừng trồng 300 ha.\n"
        "- Đến năm 2030, các con số này lần lượt là 55% và 400 ha."
    )
    assert [(unit, year, value) for _, unit, year, _, value in targets] == [
        ("%", 2025, 50.0),
        ("%", 2030, 55.0),
        ("ha", 2025, 300.0),
        ("ha", 2030, 400.0),
    ]


def test_a_value_behind_with_is_one_of_its_own_in_the_currency_that_its_unit_begins_with():
    said = "Trên 40% dân số mua hàng trực tuyến, với giá trị trung bình đạt 300 USD/người."
    targets, _ = values(GOALS + said)

    assert targets == [
        ("Tỷ lệ dân số mua hàng trực tuyến", "%", 2025, ">", 40.0),
        ("Giá trị trung bình", "USD/người", 2025, "=", 300.0),
    ]


def test_persons_are_counted_only_where_the_name_says_that_they_won():
    targets, _ = values(GOALS + "Học sinh giỏi cấp huyện: 12 em.\n- Phát hiện 15 em phải mổ mắt.")

    assert [(name, value) for name, *_, value in targets] == [("Học sinh giỏi cấp huyện", 12.0)]


def test_a_later_year_has_more_of_the_same_and_a_place_is_no_count():
    targets, _ = values(
        GOALS + "Mỗi huyện có ít nhất 02 bể bơi; đến năm 2030 có ít nhất 04 bể bơi."
    )
    assert [(year, value) for _, _, year, _, value in targets] == [(2025, 2.0), (2030, 4.0)]
    assert len({name for name, *_ in targets}) == 1

    targets, _ = values(GOALS + "Lấy mẫu nước: 12 lần/năm tại 05 xã trọng điểm.")
    assert [value for *_, value in targets] == [12.0]


def test_a_move_in_a_bracket_is_a_change_of_the_value_before_it():
    body = (
        "I. MỤC TIÊU\n- Đến năm 2025 tỷ lệ hộ nghèo còn 6,5% (giảm 9,1% so với năm 2020); "
        "đến năm 2030 còn 3% (giảm 3,5 điểm % so với năm 2025).\n"
    )
    assert values(body)[0] == [
        ("Tỷ lệ hộ nghèo", "%", 2025, "=", 6.5),
        ("Tỷ lệ hộ nghèo", "%", 2025, "change", -9.1),
        ("Tỷ lệ hộ nghèo", "%", 2030, "=", 3.0),
        ("Tỷ lệ hộ nghèo", "điểm %", 2030, "change", -3.5),
    ]
    against_a_plan = "I. MỤC TIÊU\n- Thu ngân sách đạt 500 tỷ đồng (tăng 8% so với dự toán).\n"
    assert [op for *_, op, _ in values(against_a_plan)[0]] == ["="]


def test_points_of_a_share_can_only_be_a_change():
    body = "I. MỤC TIÊU\n- Phấn đấu giảm tỷ lệ hộ nghèo từ 1,0 điểm % trở lên.\n"
    assert values(body)[0] == [("Tỷ lệ hộ nghèo", "điểm %", None, "change", -1.0)]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Giá trị sản xuất đạt 900 tỷ đồng (tăng 8% so với cùng kỳ).", [("=", 900.0)]),
        ("Sản lượng chè đạt 900 tấn, tăng 8% so với cùng kỳ.", [("=", 900.0), ("change", 8.0)]),
        ("Hằng năm giảm tỷ lệ hộ nghèo từ 4% trở lên.", [("change", -4.0)]),
        ("Giảm thời gian giải quyết thủ tục ít nhất 30%.", [("change", -30.0)]),
        ("Mỗi năm tăng tỷ lệ che phủ rừng từ 0,5%.", [("change", 0.5)]),
        ("Tăng tỷ lệ lao động qua đào tạo từ 60% trở lên.", [(">=", 60.0)]),
        ("Giảm tỷ lệ hộ nghèo còn trên 3%.", [(">", 3.0)]),
        ("Giảm nghèo: mỗi năm có ít nhất 3 xã thoát nghèo.", [(">=", 3.0)]),
        ("Tỷ lệ hộ dùng nước sạch: ≧ 85%.", [(">=", 85.0)]),
        ("Tỷ lệ hộ dùng nước sạch: ³ 85%.", [(">=", 85.0)]),
        ("Tỷ lệ sinh con thứ ba: =< 5%.", [("<=", 5.0)]),
    ],
)
def test_what_lowers_by_no_less_than_so_much_is_a_change(
    sentence: str, told: list[tuple[str, float]]
):
    read = values(f"II. MỤC TIÊU ĐẾN NĂM 2025\n- {sentence}\n")[0]
    assert [(op, number) for *_, op, number in read] == told


def test_what_was_reached_is_where_a_target_begins_or_nothing():
    goals = "II. MỤC TIÊU ĐẾN NĂM 2025\n- "
    both = f"{goals}Tỷ lệ hộ dùng nước sạch đã đạt 85%, phấn đấu đến năm 2025 đạt 95%.\n"
    assert targets(both) == [("Tỷ lệ hộ dùng nước sạch", "%", 2025, 95.0)]
    assert [(year, number) for _, _, year, _, number in values(both)[1]] == [(None, 85.0)]
    assert values(f"{goals}Kết quả rà soát tỷ lệ hộ nghèo đạt 4%.\n") == ([], [])
    things = f"{goals}Nâng hạng 05 sản phẩm đã được công nhận năm 2019.\n"
    assert [(year, number) for _, _, year, number in targets(things)] == [(2025, 5.0)]


@pytest.mark.parametrize("garbled", ["7,5%6/năm", "7,5o/o/năm", "7,5%lnăm", "7,5%|năm"])
def test_a_share_of_each_year_is_known_by_what_an_ocr_makes_of_it(garbled: str):
    body = f"II. MỤC TIÊU ĐẾN NĂM 2025\n- Tốc độ tăng trưởng đạt {garbled}.\n"
    assert targets(body) == [("Tốc độ tăng trưởng", "%/năm", 2025, 7.5)]


def test_what_has_the_lower_grade_is_no_baseline_of_the_higher():
    body = (
        "I. TÌNH HÌNH\nHuyện có 9 xã đạt chuẩn nông thôn mới.\nII. MỤC TIÊU ĐẾN NĂM 2025\n"
        "- Có 4 xã đạt chuẩn nông thôn mới nâng cao.\n"
    )
    assert values(body)[1] == []
    assert len(values(body.replace(" nâng cao", ""))[1]) == 1


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Giảm 4% số vụ cháy rừng, giảm 6% số người bị thương.",
            [("Số vụ cháy rừng", -4.0), ("Số người bị thương", -6.0)],
            id="each change has its own name",
        ),
        pytest.param(
            "Tỷ lệ thôn đạt chuẩn đạt 60% (30 thôn).",
            [("Tỷ lệ thôn đạt chuẩn", 60.0), ("Số thôn đạt chuẩn", 30.0)],
            id="a count in a bracket is no share",
        ),
        pytest.param(
            "Sản lượng cá đạt 900 tấn, giảm 0,2 lần so với năm 2019.",
            [("Sản lượng cá", 900.0), ("Sản lượng cá", -0.2)],
            id="what falls by so many times moves",
        ),
        pytest.param(
            "Cả nước thuộc nhóm 30 nước dẫn đầu về an toàn thông tin.",
            [("Thứ hạng an toàn thông tin", 30.0)],
            id="a rank is one in what stands behind it",
        ),
        pytest.param(
            "Tổng đàn trâu, bò đạt 2.500 con, đàn dê 800 con.",
            [("Tổng đàn trâu, bò", 2500.0), ("Tổng đàn dê", 800.0)],
            id="words of whole and part stand once",
        ),
        pytest.param(
            "Biểu diễn 40 buổi phục vụ 9.000 lượt người.",
            [("Số buổi biểu diễn", 40.0)],
            id="those served are none",
        ),
        pytest.param(
            "Diện tích rừng đạt trên 1 triệu ha.",
            [("Diện tích rừng", 1.0)],
            id="one million is no unit of one",
        ),
        pytest.param(
            "Hỗ trợ tiền ăn 150.000 đồng/trẻ/tháng; xây 5 nhà, trị giá 60 triệu đồng/căn.",
            [("Số nhà", 5.0)],
            id="what is paid for each is none",
        ),
        pytest.param(
            "Tỷ lệ nước sạch đạt > = 95%; tốc độ tăng đàn bò 5 %/nãm.",
            [("Tỷ lệ nước sạch", 95.0), ("Tốc độ tăng đàn bò", 5.0)],
            id="comparators and units that a scan has parted",
        ),
        pytest.param(
            "Tổng vốn đầu tư thời kỳ 2021-2025: 500 tỷ đồng.",
            [("Tổng vốn đầu tư", 500.0)],
            id="when it is due is no part of a name",
        ),
    ],
)
def test_names_of_numbers_side_by_side(sentence, expected):
    found = targets(f"I. MỤC TIÊU\n- {sentence}\n")
    assert [(name, number) for name, _, _, number in found] == expected


def test_a_heading_of_tasks_ends_the_targets():
    body = (
        "I. MỤC TIÊU\n1. Chỉ tiêu\n- Tỷ lệ hộ nghèo còn 3%.\n2. Nhiệm vụ\n- Tặng quà cho 300 hộ.\n"
    )
    assert [number for *_, number in targets(body)] == [3.0]


def test_a_line_that_begins_with_an_age_opens_no_row_of_a_table():
    body = (
        "I. MỤC TIÊU\nTT Chỉ tiêu ĐVT Năm 2022 Năm 2025\n1 Tỷ lệ trẻ học bán trú % 50 60\n"
        "2 Tỷ lệ trẻ mẫu giáo\n4 tuổi ra lớp\n% 97 99\n"
    )
    assert [name for name, *_ in targets(body)][-1] == "Tỷ lệ trẻ mẫu giáo 4 tuổi ra lớp"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Trồng 80 ha chè; 60 ha quế, 40 ha hồi.",
            [("Diện tích chè", 80.0), ("Diện tích quế", 60.0), ("Diện tích hồi", 40.0)],
            id="each number of one unit has its own thing",
        ),
        pytest.param(
            "Tổng đàn trâu có 1.200 con; 9.000 con lợn.",
            [("Tổng đàn trâu", 1200.0), ("Đàn lợn", 9000.0)],
            id="herds behind their numbers",
        ),
        pytest.param(
            "Tổng giá trị sản xuất đạt 900 tỷ đồng. Trong đó, ngành nông nghiệp là 300,5 tỷ đồng, "
            "tăng 8% so với năm 2020; ngành dịch vụ 200,25 tỷ đồng, tăng 9% so với năm 2020.",
            [("Tổng giá trị sản xuất", 900.0),
             ("Tổng giá trị sản xuất ngành nông nghiệp", 300.5),
             ("Tổng giá trị sản xuất ngành nông nghiệp", 8.0),
             ("Tổng giá trị sản xuất ngành dịch vụ", 200.25),
             ("Tổng giá trị sản xuất ngành dịch vụ", 9.0)],
            id="a sentence of parts goes on with the total above",
        ),
        pytest.param(
            "Cơ cấu kinh tế (theo giá hiện hành) chuyển dịch như sau: Nông nghiệp chiếm 30%; dịch "
            "vụ chiếm 45%.",
            [("Cơ cấu kinh tế nông nghiệp", 30.0), ("Cơ cấu kinh tế dịch vụ", 45.0)],
            id="words that lead in are no part of a whole",
        ),
        pytest.param(
            "Tỷ lệ huy động đạt 30% trẻ em tuổi nhà trẻ và 96% trẻ em tuổi mẫu giáo.",
            [("Tỷ lệ huy động trẻ em tuổi nhà trẻ", 30.0),
             ("Tỷ lệ huy động trẻ em tuổi mẫu giáo", 96.0)],
            id="a share of each of two kinds",
        ),
        pytest.param(
            "Tỷ lệ hoàn thành cấp tiểu học đúng tuổi đạt 99%, trung học cơ sở đạt 95%.",
            [("Tỷ lệ hoàn thành cấp tiểu học đúng tuổi", 99.0),
             ("Tỷ lệ hoàn thành cấp trung học cơ sở đúng tuổi", 95.0)],
            id="a level takes the place of another",
        ),
        pytest.param(
            "Giảm 30% thời gian giải quyết; 40% chi phí đi lại.",
            [("Thời gian giải quyết", -30.0), ("Chi phí đi lại", -40.0)],
            id="a change goes on behind a semicolon",
        ),
        pytest.param(
            "Giảm 30% số vụ cháy; 40% số hộ có bình chữa cháy.",
            [("Số vụ cháy", -30.0), ("Tỷ lệ hộ có bình chữa cháy", 40.0)],
            id="but not over things of which more is said",
        ),
        pytest.param(
            "Thu gom 90% rác ở đô thị, 70% rác ở nông thôn.",
            [("Tỷ lệ rác ở đô thị thu gom", 90.0), ("Tỷ lệ rác ở nông thôn thu gom", 70.0)],
            id="what is done to the things of both",
        ),
        pytest.param(
            "Thu nhập bình quân đạt 60 triệu đồng/năm, gấp 1,5 lần so với năm 2020.",
            [("Thu nhập bình quân", 60.0), ("Thu nhập bình quân", 1.5)],
            id="a value and so many times another",
        ),
    ],
)  # fmt: skip
def test_names_over_lists(sentence, expected):
    found = targets(f"I. MỤC TIÊU\n- {sentence}\n")
    assert [(name, number) for name, _, _, number in found] == expected


def test_names_of_parts_of_parts_have_an_end():
    parts = "Trong đó, ngành ong là 30 tỷ đồng; " * 400
    found = targets(f"I. MỤC TIÊU\n- Tổng giá trị sản xuất đạt 90 tỷ đồng; {parts}\n")
    assert max(len(name) for name, *_ in found) < 300


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "GRDP bình quân đầu người đạt từ 3.000 USD đến 3.200 USD.",
            [("GRDP bình quân đầu người", "range", 3000.0)],
            id="a range whose unit is printed twice",
        ),
        pytest.param(
            "Có trên 75% chi hội vững mạnh, xuất sắc, kết nạp 60 hội viên/năm.",
            [("Tỷ lệ chi hội vững mạnh, xuất sắc", ">", 75.0),
             ("Số hội viên kết nạp mỗi năm", "=", 60.0)],
            id="what is done beside a share is no part of its name",
        ),
        pytest.param(
            "Nâng thị phần đường thủy lên 20 - 22% vào năm 2025, 25% vào năm 2030.",
            [("Thị phần đường thủy", "range", 20.0), ("Thị phần đường thủy", "=", 25.0)],
            id="a share of the market",
        ),
        pytest.param(
            "Chăn nuôi lợn năm 2022 đạt tổng đàn 40 nghìn con.",
            [("Tổng đàn chăn nuôi lợn", "=", 40.0)],
            id="what is measured stands behind its verb",
        ),
        pytest.param("Trong năm 2020 đã cai nghiện cho 90 người, đạt 97% kế hoạch.", [],
                     id="a result without a target is none"),
        pytest.param("Phấn đấu giảm tốc độ tối đa xuống 40 km/h.", [], id="a limit of speed"),
    ],
)  # fmt: skip
def test_ranges_results_and_limits(sentence, expected):
    found, baselines = values(f"I. MỤC TIÊU\n- {sentence}\n")
    assert [(name, op, number) for name, _, _, op, number in found] == expected
    assert baselines == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Diện tích gieo trồng: 900 ha. (trong đó: Lạc 300 ha; lúa nước 2 vụ 60 ha).",
            [("Diện tích gieo trồng", 900.0), ("Diện tích gieo trồng lạc", 300.0),
             ("Diện tích gieo trồng lúa nước 2 vụ", 60.0)],
            id="a bracket of parts behind a full stop",
        ),
        pytest.param(
            "Tỷ lệ cấp giấy chứng nhận đất công đạt 100%; cá nhân đạt 80%.",
            [("Tỷ lệ cấp giấy chứng nhận đất công", 100.0),
             ("Tỷ lệ cấp giấy chứng nhận đất công cá nhân", 80.0)],
            id="a word for whom is no name by itself",
        ),
        pytest.param(
            "Đạt từ 80 điểm trở lên thì được xét nâng bậc.", [], id="a condition",
        ),
        pytest.param(
            "Sở Y tế chỉ đạo 100% trạm y tế lập kế hoạch trong năm học 2022 - 2023.",
            [("Tỷ lệ trạm y tế lập kế hoạch", 100.0)],
            id="who does it and in which school year is no part of a name",
        ),
        pytest.param(
            "Tốc độ tải đạt trên 200 Mbps; thời gian cấp phép rút ngắn 40% so với hiện nay.",
            [("Tốc độ tải", 200.0), ("Thời gian cấp phép", -40.0)],
            id="what is now may be what is compared with",
        ),
        pytest.param(
            "Tỷ lệ giáo viên được bồi dưỡng kỹ năng số đạt 60%, cán bộ quản lý đạt 80%.",
            [("Tỷ lệ giáo viên được bồi dưỡng kỹ năng số", 60.0),
             ("Tỷ lệ cán bộ quản lý được bồi dưỡng kỹ năng số", 80.0)],
            id="others of whom the same is said",
        ),
        pytest.param(
            "Công nhận 8 sản phẩm OCOP/năm.",
            [("Số sản phẩm OCOP công nhận", 8.0)],
            id="the year behind what is counted is of the unit",
        ),
    ],
)  # fmt: skip
def test_names_keep_what_is_measured(sentence, expected):
    found = targets(f"I. MỤC TIÊU\n- {sentence}\n")
    assert [(name, number) for name, _, _, number in found] == expected


def test_a_year_on_a_line_of_its_own_holds_for_the_paragraphs_below_it() -> None:
    targets, _ = values(
        "MỤC TIÊU\nĐến năm 2025\nTỷ lệ che phủ rừng đạt 42%.\n90% xã có nước sạch.\n"
        "Đến năm 2030:\n100% xã có nước sạch.\nII. GIẢI PHÁP\n1. Vốn\nPhấn đấu 30% xã tự lo vốn.\n"
    )
    assert [(one[4], one[2]) for one in targets] == [
        (42, 2025),
        (90, 2025),
        (100, 2030),
        (30, None),
    ]

"""Values that stand side by side in a sentence: what they share, and what each has of its own."""

from __future__ import annotations

import pytest

from tests.loaders.papers import values

GOALS = "II. MỤC TIÊU\n2. Mục tiêu cụ thể\n- "
BY_2025 = "II. MỤC TIÊU\n2. Mục tiêu cụ thể đến năm 2025\n- "

YEARS = [
    ("Tỷ lệ khai sinh đúng hạn đạt 97% (2025), 99% (2030).", [(2025, 97), (2030, 99)]),
    ("Tuổi thọ: 74,5 tuổi (năm 2025); 75 tuổi (năm 2030).", [(2025, 74.5), (2030, 75)]),
    ("Tỷ lệ che phủ rừng năm 2025 đạt 42,5%, năm 2030 đạt 43%.", [(2025, 42.5), (2030, 43)]),
    ("Tỷ lệ rừng gỗ lớn đạt 20%, tỷ lệ rừng có chứng chỉ đạt 30% vào năm 2025.",
     [(2025, 20), (2025, 30)]),
    ("Tỷ lệ hộ có điện đạt 99% năm 2025; tỷ lệ hộ có nước sạch đạt 85%.",
     [(2025, 99), (2025, 85)]),
    ("Đến năm 2025, 2030: tỷ lệ nhập học đạt tương ứng 90% và 95%.", [(2025, 90), (2030, 95)]),
    ("Có 100% hồ sơ được số hóa trước ngày 31/12/2024.", [(2024, 100)]),
    ("Có 90% thôn có tổ hòa giải trước tháng 6/2022.", [(2022, 90)]),
    ("Đến năm 2023 có 60%, đến năm 2025 có 85% trường có vòi nước.", [(2023, 60), (2025, 85)]),
    ("Đến năm 2024 hoàn thành số hóa 50% và đến năm 2025 hoàn thành 100% hồ sơ địa chính.",
     [(2024, 50), (2025, 100)]),
    ("Hết năm học 2023 - 2024, 80% trường có thư viện.", [(2024, 80)]),
]  # fmt: skip

NAMES = [
    pytest.param(
        "Trồng mới 500 ha chè và 900 ha quế.",
        [("Diện tích chè trồng mới", "=", 500.0), ("Diện tích quế trồng mới", "=", 900.0)],
        id="one action, two things",
    ),
    pytest.param(
        "Trồng mới 500 ha năm 2024 và 900 ha năm 2025.",
        [("Diện tích trồng mới", "=", 500.0), ("Diện tích trồng mới", "=", 900.0)],
        id="one action in two years",
    ),
    pytest.param(
        "Trồng khoảng 5.000 cây phân tán và nâng tỷ lệ che phủ rừng lên 56%.",
        [("Số cây phân tán", "~", 5000), ("Tỷ lệ che phủ rừng", "=", 56.0)],
        id="the next goal has a name of its own",
    ),
    pytest.param(
        "Phủ sóng di động tại các xã, phường và thị trấn đạt 100%.",
        [("Phủ sóng di động tại các xã, phường và thị trấn", "=", 100.0)],
        id="commas between units of places",
    ),
    pytest.param(
        "Mật độ băng rộng đạt 75 thuê bao/100 dân năm 2023 và 90 thuê bao/100 dân năm 2025.",
        [("Mật độ băng rộng", "=", 75.0), ("Mật độ băng rộng", "=", 90.0)],
        id="one measure in two years",
    ),
    pytest.param(
        "Ít nhất 90% người nghiện được quản lý và 80% được tiếp cận dịch vụ.",
        [("Tỷ lệ người nghiện được quản lý", ">=", 90.0),
         ("Tỷ lệ người nghiện được tiếp cận dịch vụ", ">=", 80.0)],
        id="things named once",
    ),
    pytest.param(
        "Có ít nhất 85% trường mầm non, 75% trường phổ thông được công nhận an toàn.",
        [("Tỷ lệ trường mầm non được công nhận an toàn", ">=", 85.0),
         ("Tỷ lệ trường phổ thông được công nhận an toàn", ">=", 75.0)],
        id="predicate and comparator for both",
    ),
    pytest.param(
        "Ít nhất 20% lao động tham gia BHXH, 15% lao động tham gia BHTN.",
        [("Tỷ lệ lao động tham gia BHXH", ">=", 20.0),
         ("Tỷ lệ lao động tham gia BHTN", "=", 15.0)],
        id="a comparator is not for a second predicate",
    ),
    pytest.param(
        "Trên 75% hộ gia đình, 100% xã có kết nối cáp quang.",
        [("Tỷ lệ hộ gia đình có kết nối cáp quang", ">", 75.0),
         ("Tỷ lệ xã có kết nối cáp quang", "=", 100.0)],
        id="all is never more than all",
    ),
    pytest.param(
        "Đến năm 2023, 60% và đến năm 2025, 80% dân số có hồ sơ sức khỏe điện tử.",
        [("Tỷ lệ dân số có hồ sơ sức khỏe điện tử", "=", 60.0),
         ("Tỷ lệ dân số có hồ sơ sức khỏe điện tử", "=", 80.0)],
        id="a noun behind the second share",
    ),
    pytest.param(
        "Có 100% trạm y tế có bác sĩ, có hộ sinh.",
        [("Tỷ lệ trạm y tế có bác sĩ", "=", 100.0), ("Tỷ lệ trạm y tế có hộ sinh", "=", 100.0)],
        id="each of what the things have",
    ),
    pytest.param(
        "Tỷ lệ trường mầm non, tiểu học, THCS đạt chuẩn lần lượt đạt 70%, 80%, 75%.",
        [("Tỷ lệ trường mầm non đạt chuẩn", "=", 70.0),
         ("Tỷ lệ trường tiểu học đạt chuẩn", "=", 80.0),
         ("Tỷ lệ trường THCS đạt chuẩn", "=", 75.0)],
        id="groups in turn",
    ),
    pytest.param(
        "Tỷ lệ nông sản (chè, cà phê) được truy xuất tương ứng là 60% và 70%.",
        [("Tỷ lệ nông sản chè được truy xuất", "=", 60.0),
         ("Tỷ lệ nông sản cà phê được truy xuất", "=", 70.0)],
        id="groups of a bracket in turn",
    ),
    pytest.param(
        "Tỷ lệ thu gom rác đô thị đạt 95%; riêng khu vực nông thôn đạt 80%.",
        [("Tỷ lệ thu gom rác đô thị", "=", 95.0),
         ("Tỷ lệ thu gom rác đô thị khu vực nông thôn", "=", 80.0)],
        id="another group of the same measure",
    ),
    pytest.param(
        "Thanh toán trực tuyến phí, lệ phí đạt trên 50%.",
        [("Thanh toán trực tuyến phí, lệ phí", ">", 50.0)],
        id="a name over a comma",
    ),
    pytest.param(
        "Nâng cấp 65 km đường huyện, xây dựng mới 12 cầu dân sinh.",
        [("Chiều dài đường huyện", "=", 65.0), ("Số cầu dân sinh xây dựng mới", "=", 12.0)],
        id="two actions, each with its number",
    ),
    pytest.param(
        "Tỷ lệ hộ có nước máy trung tâm huyện đạt 100%; vùng ven: 95%.",
        [("Tỷ lệ hộ có nước máy trung tâm huyện", "=", 100.0),
         ("Tỷ lệ hộ có nước máy trung tâm huyện vùng ven", "=", 95.0)],
        id="a zone of the measure before",
    ),
    pytest.param(
        "Duy trì sĩ số học sinh: bậc mầm non 98%, tiểu học 99%.",
        [("Duy trì sĩ số học sinh bậc mầm non", "=", 98.0),
         ("Duy trì sĩ số học sinh tiểu học", "=", 99.0)],
        id="what is measured before a colon, of groups behind it",
    ),
    pytest.param(
        "Xây dựng và duy trì 08 câu lạc bộ dân ca, mỗi câu lạc bộ có từ 15 thành viên trở lên.",
        [("Số câu lạc bộ dân ca xây dựng", "=", 8.0),
         ("Số thành viên của mỗi câu lạc bộ", ">=", 15.0)],
        id="a count, and one of each of those",
    ),
    pytest.param(
        "Sửa chữa 1.200 nhà ở cho hộ nghèo, trong đó năm 2025 hoàn thành 500 nhà.",
        [("Số nhà ở cho hộ nghèo sửa chữa", "=", 1200.0),
         ("Số nhà ở cho hộ nghèo sửa chữa", "=", 500.0)],
        id="a part of a count",
    ),
    pytest.param(
        "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân dưới 10%, thể thấp còi dưới 18%.",
        [("Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân", "<", 10.0),
         ("Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi", "<", 18.0)],
        id="another part of a name behind a comma",
    ),
    pytest.param(
        "Giảm 10% biên chế công chức và 10% số lượng viên chức so với năm 2020.",
        [("Biên chế công chức", "change", -10.0), ("Số lượng viên chức", "change", -10.0)],
        id="a change of both",
    ),
    pytest.param(
        "Xây dựng 03 khu nông nghiệp công nghệ cao, tổng diện tích khoảng 400 ha.",
        [("Số khu nông nghiệp công nghệ cao xây dựng", "=", 3.0),
         ("Tổng diện tích khu nông nghiệp công nghệ cao xây dựng", "~", 400.0)],
        id="the size of what was counted",
    ),
    pytest.param(
        "Tổng giá trị sản xuất 9 tỷ đồng; trong đó: nông nghiệp 3 tỷ đồng; dịch vụ 6 tỷ đồng.",
        [("Tổng giá trị sản xuất", "=", 9.0),
         ("Tổng giá trị sản xuất nông nghiệp", "=", 3.0),
         ("Tổng giá trị sản xuất dịch vụ", "=", 6.0)],
        id="parts of a whole over several clauses",
    ),
    pytest.param(
        "Công suất các nhà máy đạt 1.200 m3/ngày đêm, cấp nước cho 95% dân số.",
        [("Công suất các nhà máy", "=", 1200.0), ("Tỷ lệ dân số cấp nước", "=", 95.0)],
        id="what is given to a share is said of it",
    ),
    pytest.param(
        "Kim ngạch xuất khẩu tăng bình quân 10%/năm, đạt 800 triệu USD.",
        [("Kim ngạch xuất khẩu", "change", 10.0), ("Kim ngạch xuất khẩu", "=", 800.0)],
        id="a change, and what it comes to",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), YEARS)
def test_each_value_has_the_year_that_is_meant_for_it(sentence, expected):
    targets, _ = values(GOALS + sentence)

    assert [(year, value) for _, _, year, _, value in targets] == expected


@pytest.mark.parametrize(("sentence", "expected"), NAMES)
def test_values_share_what_is_said_once(sentence, expected):
    targets, _ = values(BY_2025 + sentence)

    assert [(name, op, value) for name, _, _, op, value in targets] == expected


def test_until_when_all_is_done_may_be_said_behind_it():
    targets, _ = values(
        GOALS + "Hỗ trợ 450 hộ nghèo về nhà ở; phấn đấu hoàn thành trước 31/12/2024."
    )

    assert [(year, value) for _, _, year, _, value in targets] == [(2024, 450.0)]


def test_what_was_before_is_of_the_year_that_a_change_is_measured_against():
    _, baselines = values(
        BY_2025 + "Giảm 10% đơn vị sự nghiệp so với năm 2018, từ 52 đơn vị còn không quá 46 đơn vị."
    )

    assert [(year, value) for _, _, year, _, value in baselines] == [(2018, 52.0)]


def test_names_or_years_of_the_clause_before_in_turn():
    targets, _ = values(
        GOALS
        + "Tỷ lệ học sinh tiểu học biết bơi đạt 40%, học sinh THCS đạt 55% vào năm 2025; đến năm "
        "2030 tương ứng là 60% và 70%."
    )

    small, older = "Tỷ lệ học sinh tiểu học biết bơi", "Tỷ lệ học sinh THCS biết bơi"
    assert [(name, year, value) for name, _, year, _, value in targets] == [
        (small, 2025, 40.0),
        (small, 2030, 60.0),
        (older, 2025, 55.0),
        (older, 2030, 70.0),
    ]


def test_a_year_of_one_value_is_not_that_of_the_next_sentence_part():
    targets, _ = values(
        GOALS
        + "Duy trì mạng lưới, đến năm 2030 có 50% trạm có bác sĩ, năm 2045 là 100%; 90% trạm có "
        "hộ sinh."
    )

    assert [year for _, _, year, _, _ in targets] == [2030, 2045, None]

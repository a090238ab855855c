"""Targets outside the sections of targets, and those that go on from what was said before."""

from __future__ import annotations

import pytest

from tests.loaders.papers import values

TASKS = "II. NHIỆM VỤ, GIẢI PHÁP\n1. Tăng cường quản lý\n- "
GOALS = "II. MỤC TIÊU ĐẾN NĂM 2025\n- "

IN_TASKS = [
    pytest.param(
        "Mở rộng trồng rau an toàn đạt 300 ha vào năm 2023 và 550 ha vào năm 2025.",
        [
            ("Diện tích mở rộng trồng rau an toàn", "ha", 2023, "=", 300.0),
            ("Diện tích mở rộng trồng rau an toàn", "ha", 2025, "=", 550.0),
        ],
        id="a year due behind what is measured",
    ),
    pytest.param(
        "Mỗi năm thành lập mới 15 hợp tác xã nông nghiệp, tỷ lệ hoạt động tốt đạt 75% năm 2025.",
        [
            ("Số hợp tác xã nông nghiệp", "hợp tác xã", None, "=", 15.0),
            ("Tỷ lệ hoạt động tốt", "%", 2025, "=", 75.0),
        ],
        id="what is of each year takes no year of its neighbour",
    ),
    pytest.param(
        "Khâu làm đất bằng máy từ 25% hiện nay lên ít nhất 60% vào năm 2025.",
        [("Khâu làm đất bằng máy", "%", 2025, ">=", 60.0)],
        id="'hiện nay' of a baseline is no report",
    ),
    pytest.param("Hiện nay 60% số xã có chợ, đạt yêu cầu.", [], id="a report of the present"),
    pytest.param(
        "Bảo đảm số điều dưỡng tại trạm y tế không dưới 2 điều dưỡng/trạm.",
        [("Số điều dưỡng tại trạm y tế", "điều dưỡng/trạm", None, ">=", 2.0)],
        id="a bounded number of what the name counts",
    ),
    pytest.param(
        "Số người tham gia bảo hiểm thất nghiệp đến năm 2025 đạt 62.000 người, "
        "tăng 9.800 người so với năm 2020.",
        [
            ("Số người tham gia bảo hiểm thất nghiệp", "người", 2025, "=", 62000.0),
            ("Số người tham gia bảo hiểm thất nghiệp", "người", 2025, "change", 9800.0),
        ],
        id="a count and by how much it grows",
    ),
    pytest.param(
        "Phát 40.000 tờ rơi; củng cố 6 đội xung kích, mỗi đội từ 5 - 7 người.",
        [
            ("Số tờ rơi", "tờ rơi", None, "=", 40000.0),
            ("Số đội xung kích củng cố", "đội", None, "=", 6.0),
            ("Số người của mỗi đội", "người", None, "range", 5.0),
        ],
        id="things handed out and kept up",
    ),
    pytest.param(
        "Thành lập 3 cơ sở cai nghiện và 15 điểm cấp phát thuốc tại xã.",
        [
            ("Số cơ sở cai nghiện thành lập", "cơ sở", None, "=", 3.0),
            ("Số điểm cấp phát thuốc tại xã", "điểm", None, "=", 15.0),
        ],
        id="places beside what is founded",
    ),
    pytest.param(
        "Tổ chức chiến dịch vệ sinh môi trường mỗi tháng ít nhất 01 lần.",
        [
            (
                "Số lần tổ chức chiến dịch vệ sinh môi trường",
                "lần/tháng",
                None,
                ">=",
                1.0,
            )
        ],
        id="how often something is done",
    ),
    pytest.param("Họp giao ban mỗi tháng 01 lần.", [], id="how often an office meets"),
    pytest.param(
        "Vận động ít nhất 300 triệu đồng mỗi năm hỗ trợ khám bệnh cho người nghèo.",
        [
            (
                "Kinh phí vận động hỗ trợ khám bệnh cho người nghèo",
                "triệu đồng",
                None,
                ">=",
                300.0,
            )
        ],
        id="a sum and what it is for",
    ),
    pytest.param("Quản lý 40 trường học và 6 trạm y tế.", [], id="things that are there"),
]

IN_GOALS = [
    pytest.param(
        "Tỷ lệ hài lòng của người dân đạt 90%; doanh nghiệp đạt 85%; lao động qua đào tạo 70%.",
        [
            ("Tỷ lệ hài lòng của người dân", "%", 2025, "=", 90.0),
            ("Tỷ lệ hài lòng của doanh nghiệp", "%", 2025, "=", 85.0),
            ("Lao động qua đào tạo", "%", 2025, "=", 70.0),
        ],
        id="of whom a measure is, clause by clause",
    ),
    pytest.param(
        "Giảm từ 5% trở lên số vụ, số người chết và số người bị thương do tai nạn giao thông.",
        [
            ("Số vụ do tai nạn giao thông", "%", 2025, "change", -5.0),
            ("Số người chết do tai nạn giao thông", "%", 2025, "change", -5.0),
            ("Số người bị thương do tai nạn giao thông", "%", 2025, "change", -5.0),
        ],
        id="one share lowers several numbers",
    ),
    pytest.param(
        "Tỷ lệ bao phủ bảo hiểm xã hội đạt 45% lực lượng lao động trở lên.",
        [("Tỷ lệ bao phủ bảo hiểm xã hội", "%", 2025, ">=", 45.0)],
        id="a bound behind what it is a share of",
    ),
    pytest.param(
        "Tỷ lệ khám sàng lọc đạt 45% người từ 40 tuổi trở lên.",
        [("Tỷ lệ khám sàng lọc", "%", 2025, "=", 45.0)],
        id="a bound of an age",
    ),
    pytest.param(
        "Khoa học và công nghệ đóng góp trên 50% vào tăng trưởng kinh tế.",
        [("Đóng góp của khoa học và công nghệ vào tăng trưởng kinh tế", "%", 2025, ">", 50.0)],
        id="what contributes to a whole",
    ),
    pytest.param(
        "Có 120 xã, phường, thị trấn đạt chuẩn y tế.",
        [("Số xã, phường, thị trấn đạt chuẩn y tế", "xã, phường, thị trấn", 2025, "=", 120.0)],
        id="places of several kinds counted together",
    ),
    pytest.param(
        "Đưa trên 3.500 lao động đi làm việc ở nước ngoài; riêng năm 2022 đưa 700 lao động.",
        [
            ("Số lao động đi làm việc ở nước ngoài", "lao động", 2025, ">", 3500.0),
            ("Số lao động đi làm việc ở nước ngoài", "lao động", 2022, "=", 700.0),
        ],
        id="what one year has of a count",
    ),
    pytest.param(
        "Phấn đấu 100% học sinh tham gia bảo hiểm y tế. Tháng 9/2021 đạt trên 60%.",
        [
            ("Tỷ lệ học sinh tham gia bảo hiểm y tế", "%", 2025, "=", 100.0),
            ("Tỷ lệ học sinh tham gia bảo hiểm y tế", "%", 2021, ">", 60.0),
        ],
        id="a sentence that only says when and how much",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người tăng ít nhất 1,5 lần so với năm 2020.",
        [("Thu nhập bình quân đầu người", "lần", 2025, ">=", 1.5)],
        id="so many times is no change",
    ),
    pytest.param(
        "Chiều cao trung bình của thanh niên tăng tối thiểu 1,5 cm.",
        [("Chiều cao trung bình của thanh niên", "cm", 2025, "change", 1.5)],
        id="a height can only grow by so much",
    ),
    pytest.param(
        "Cải tạo 100% vườn tạp trồng giai đoạn 2006 - 2013 trước ngày 31/12/2023.",
        [("Tỷ lệ vườn tạp trồng cải tạo", "%", 2023, "=", 100.0)],
        id="a period before the paper's is of the things",
    ),
    pytest.param(
        "Tỷ lệ nam giới hút thuốc giảm từ 37,4% (2020) xuống 32%.",
        [("Tỷ lệ nam giới hút thuốc", "%", 2025, "=", 32.0)],
        id="a bare year in a bracket behind what is replaced",
    ),
    pytest.param(
        "Diện tích rừng cháy không vượt quá 0,1% tổng diện tích; mật độ trồng đạt 1.600 cây/ha.",
        [
            ("Tỷ trọng diện tích rừng cháy trong tổng diện tích", "%", 2025, "<=", 0.1),
            ("Mật độ trồng", "cây/ha", 2025, "=", 1600.0),
        ],
        id="a part of a whole, and things per hectare",
    ),
]

SCHOOL_YEARS = """II. MỤC TIÊU
1. Chỉ tiêu theo địa bàn
Biểu 1. Tỷ lệ học sinh tham gia bảo hiểm y tế (%)
Đơn vị                    Năm học       Năm học       Năm học
                          2020-2021     2021-2022     2022-2023
Huyện Thanh Bình          97,8          99,5          100
Huyện Lai Vung            96,4          99            100
"""


PLACES = """II. CHỈ TIÊU NĂM 2022
Biểu giao chỉ tiêu cho các khu vực
TT    Khu vực             Tỷ lệ hộ có nước sạch năm 2021 (%)     Chỉ tiêu 2022 (%)
1     Khu vực đồng bằng   92,6                                   95,0
2     Khu vực miền núi    84,1                                   85,9
"""


def test_a_column_of_an_earlier_year_beside_the_one_to_reach_looks_back():
    targets, baselines = values(PLACES)

    assert [(year, value) for _, _, year, _, value in baselines] == [(2021, 92.6), (2021, 84.1)]
    assert [(year, value) for _, _, year, _, value in targets] == [(2022, 95.0), (2022, 85.9)]


@pytest.mark.parametrize(("sentence", "expected"), IN_TASKS)
def test_a_task_sets_the_targets_that_it_aims_at(sentence, expected):
    targets, _ = values(TASKS + sentence)

    assert targets == expected


@pytest.mark.parametrize(("sentence", "expected"), IN_GOALS)
def test_a_value_goes_on_with_what_was_said_before(sentence, expected):
    targets, _ = values(GOALS + sentence)

    assert targets == expected


def test_school_years_may_stand_on_the_second_line_of_a_heading():
    targets, baselines = values(SCHOOL_YEARS)

    place = "Tỷ lệ học sinh tham gia bảo hiểm y tế - Huyện Thanh Bình"
    assert targets[:2] == [(place, "%", 2022, "=", 99.5), (place, "%", 2023, "=", 100.0)]
    assert baselines[0] == (place, "%", 2021, "=", 97.8)
    assert (len(targets), len(baselines)) == (4, 2)

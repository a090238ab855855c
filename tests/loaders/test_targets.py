"""Targets and baselines in sentences: names, units, years, comparators, changes."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from tests.loaders.papers import HEADER, values

GOALS = "II. MỤC TIÊU ĐẾN NĂM 2025\n- "

SENTENCES = [
    pytest.param(
        "Điểm trung bình các tiêu chí chất lượng: tăng từ 3,4 (năm 2020) lên ≥ 4,2.",
        [("Điểm trung bình các tiêu chí chất lượng", "điểm", 2025, ">=", 4.2)],
        id="a score without a unit",
    ),
    pytest.param(
        "Xây dựng 12 mô hình điểm, nâng tổng số mô hình từ 30 (năm 2020) lên 42.",
        [
            ("Số mô hình điểm xây dựng", "mô hình", 2025, "=", 12.0),
            ("Tổng số mô hình", "mô hình", 2025, "=", 42.0),
        ],
        id="a number of what the name counts",
    ),
    pytest.param("Địa điểm từ 3 đến 5.", [], id="numbers of no score and no thing"),
    pytest.param(
        "Nâng mức chuẩn trợ cấp lên 500.000 đồng/tháng từ ngày 01 tháng 7 năm 2022.",
        [("Mức chuẩn trợ cấp", "đồng/tháng", 2022, "=", 500000.0)],
        id="a standard in money, from a day on",
    ),
    pytest.param(
        "Trên 5.000 lượt nông dân và 2.000 lượt cán bộ được tập huấn kỹ thuật.",
        [
            ("Số lượt nông dân được tập huấn kỹ thuật", "lượt", 2025, ">", 5000.0),
            ("Số lượt cán bộ được tập huấn kỹ thuật", "lượt", 2025, ">", 2000.0),
        ],
        id="counts that share what bounds them and what is said of them",
    ),
    pytest.param(
        "Số người được điều trị: 2.200 người năm 2022, 2.500 người năm 2024.",
        [
            ("Số người được điều trị", "người", 2022, "=", 2200.0),
            ("Số người được điều trị", "người", 2024, "=", 2500.0),
        ],
        id="a count for each of two years",
    ),
    pytest.param(
        "Phấn đấu năm 2024 huyện đạt 9/9 tiêu chí huyện nông thôn mới.",
        [("Số tiêu chí huyện nông thôn mới", "tiêu chí", 2024, "=", 9.0)],
        id="a year before a thing that could be counted",
    ),
    pytest.param(
        "Giảm số người nghiện có hồ sơ từ 1.832 người năm 2020 xuống còn dưới 1.700 người.",
        [("Số người nghiện có hồ sơ", "người", 2025, "<", 1700.0)],
        id="no word of the past inside another word",
    ),
    pytest.param(
        "Nhân lực y tế công lập đạt 35 người trên một vạn dân.",
        [("Nhân lực y tế công lập", "người/vạn dân", 2025, "=", 35.0)],
        id="persons per population under a name of their own",
    ),
    pytest.param(
        "Doanh thu du lịch tăng 15%, đạt 2.000 tỷ đồng và chiếm 8% GRDP.",
        [
            ("Doanh thu du lịch", "%", 2025, "change", 15.0),
            ("Doanh thu du lịch", "tỷ đồng", 2025, "=", 2000.0),
            ("Tỷ trọng doanh thu du lịch trong GRDP", "%", 2025, "=", 8.0),
        ],
        id="three things said of one measure",
    ),
    pytest.param(
        "Mỗi lớp không dưới 40 người.",
        [("Số người của mỗi lớp", "người", 2025, ">=", 40.0)],
        id="of each at least",
    ),
    pytest.param(
        "Thu gom, xử lý 90% chất thải rắn.",
        [("Tỷ lệ chất thải rắn thu gom, xử lý", "%", 2025, "=", 90.0)],
        id="what is done to things",
    ),
    pytest.param(
        "Toàn tỉnh có ít nhất 80% số xã đạt chuẩn, trong đó 40% đạt chuẩn nâng cao.",
        [
            ("Tỷ lệ xã đạt chuẩn", "%", 2025, ">=", 80.0),
            ("Tỷ lệ xã đạt chuẩn đạt chuẩn nâng cao", "%", 2025, "=", 40.0),
        ],
        id="a part of those",
    ),
    pytest.param(
        "Có 60% số xã, 70% số thôn có nhà văn hóa.",
        [
            ("Tỷ lệ xã có nhà văn hóa", "%", 2025, "=", 60.0),
            ("Tỷ lệ thôn có nhà văn hóa", "%", 2025, "=", 70.0),
        ],
        id="one predicate for two shares",
    ),
    pytest.param(
        "Tỷ lệ thừa cân dưới 15% ở người lớn và dưới 8% ở học sinh.",
        [
            ("Tỷ lệ thừa cân ở người lớn", "%", 2025, "<", 15.0),
            ("Tỷ lệ thừa cân ở học sinh", "%", 2025, "<", 8.0),
        ],
        id="two groups",
    ),
    pytest.param(
        "Kinh tế số chiếm tối thiểu 20% GRDP.",
        [("Tỷ trọng kinh tế số trong GRDP", "%", 2025, ">=", 20.0)],
        id="a part of a whole",
    ),
    pytest.param(
        "Cơ cấu kinh tế: nông nghiệp 15%; công nghiệp 45%.",
        [
            ("Cơ cấu kinh tế nông nghiệp", "%", 2025, "=", 15.0),
            ("Cơ cấu kinh tế công nghiệp", "%", 2025, "=", 45.0),
        ],
        id="a name before a colon for all",
    ),
    pytest.param(
        "Giảm ít nhất 5% số vụ tai nạn giao thông so với năm 2020.",
        [("Số vụ tai nạn giao thông", "%", 2025, "change", -5.0)],
        id="a change against a year is due when the heading says",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm bình quân 1,5%/năm trở lên.",
        [("Tỷ lệ hộ nghèo", "%/năm", 2025, "change", -1.5)],
        id="a change a year",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm xuống còn 3%.",
        [("Tỷ lệ hộ nghèo", "%", 2025, "=", 3.0)],
        id="a level, not a change",
    ),
    pytest.param(
        "Đến năm 2023 đạt 90% trường đạt chuẩn, đến năm 2030 đạt 95%.",
        [
            ("Tỷ lệ trường đạt chuẩn", "%", 2023, "=", 90.0),
            ("Tỷ lệ trường đạt chuẩn", "%", 2030, "=", 95.0),
        ],
        id="a year before each value",
    ),
    pytest.param(
        "Diện tích rừng trồng đạt 1.250,5 ha; sản lượng thủy sản đạt 1,2 triệu tấn.",
        [
            ("Diện tích rừng trồng", "ha", 2025, "=", 1250.5),
            ("Sản lượng thủy sản", "triệu tấn", 2025, "=", 1.2),
        ],
        id="Vietnamese numbers",
    ),
    pytest.param(
        "Thu ngân sách trên địa bàn đạt 15.360 tỷ đồng.",
        [("Thu ngân sách trên địa bàn", "tỷ đồng", 2025, "=", 15360.0)],
        id="money that is aimed at",
    ),
    pytest.param("Tổng kinh phí 120 tỷ đồng.", [], id="money that is spent"),
    pytest.param("Thực hiện Điều 5 trong 3 năm.", [], id="an article and a time"),
    pytest.param(
        "Hằng năm kết nạp từ 800 đảng viên trở lên.",
        [("Số đảng viên kết nạp", "đảng viên", 2025, ">=", 800.0)],
        id="a counted thing with its comparator behind it",
    ),
    pytest.param(
        "Mỗi ấp, khu phố có 01 cộng tác viên.",
        [("Số cộng tác viên của mỗi ấp, khu phố", "cộng tác viên", 2025, "=", 1.0)],
        id="of each",
    ),
    pytest.param(
        "Bình quân đạt 15,9 tiêu chí/xã.",
        [("Số tiêu chí", "tiêu chí/xã", 2025, "=", 15.9)],
        id="per unit",
    ),
    pytest.param(
        "Có 9/11 trạm y tế (81,8%) có bác sĩ.",
        [("Tỷ lệ trạm y tế có bác sĩ", "%", 2025, "=", 81.8)],
        id="how many of how many",
    ),
    pytest.param(
        "Nằm trong nhóm 20 tỉnh dẫn đầu về chỉ số cải cách hành chính.",
        [("Thứ hạng chỉ số cải cách hành chính", "hạng", 2025, "<=", 20.0)],
        id="a place in an order",
    ),
    pytest.param(
        "Tất cả các xã đều có đường ô tô đến trung tâm.",
        [("Tỷ lệ xã có đường ô tô đến trung tâm", "%", 2025, "=", 100.0)],
        id="all",
    ),
    pytest.param(
        "Xóa bỏ hoàn toàn nhà tạm.", [("Số nhà tạm", None, 2025, "=", 0.0)], id="none any more"
    ),
    pytest.param(
        "Tỷ lệ đô thị hóa đến năm 2025 và 2030 đạt lần lượt 40% và 50%.",
        [
            ("Tỷ lệ đô thị hóa", "%", 2025, "=", 40.0),
            ("Tỷ lệ đô thị hóa", "%", 2030, "=", 50.0),
        ],
        id="years in turn",
    ),
    pytest.param(
        "Tỷ suất tử vong mẹ dưới 45/100.000 trẻ đẻ sống; tỷ lệ thất thoát nước dưới 15%.",
        [
            ("Tỷ suất tử vong mẹ", "/100.000 trẻ đẻ sống", 2025, "<", 45.0),
            ("Tỷ lệ thất thoát nước", "%", 2025, "<", 15.0),
        ],
        id="a rate, and a name that ends like a link",
    ),
    pytest.param("Nâng cao nhận thức của toàn xã hội.", [], id="nothing that is measured"),
    pytest.param(
        "Kéo giảm số vụ phạm tội ít nhất 5% so với năm 2020.",
        [("Số vụ phạm tội", "%", 2025, "change", -5.0)],
        id="a bound of a change is a change",
    ),
    pytest.param(
        "Có từ 30 sản phẩm OCOP trở lên được xếp hạng.",
        [("Số sản phẩm OCOP được xếp hạng", "sản phẩm", 2025, ">=", 30.0)],
        id="or more, behind what is counted",
    ),
    pytest.param(
        "Mỗi xã có ít nhất một câu lạc bộ.",
        [("Số câu lạc bộ của mỗi xã", "câu lạc bộ", 2025, ">=", 1.0)],
        id="a number in words",
    ),
    pytest.param(
        "Người cao tuổi được khám sức khỏe ít nhất mỗi năm một lần.",
        [("Số lần người cao tuổi được khám sức khỏe", "lần/năm", 2025, ">=", 1.0)],
        id="how often",
    ),
    pytest.param(
        "Đẩy nhanh giải ngân vốn đầu tư, phấn đấu đạt trên 95% kế hoạch.",
        [("Đẩy nhanh giải ngân vốn đầu tư", "%", 2025, ">", 95.0)],
        id="a share of what was planned names nothing",
    ),
    pytest.param(
        "Cho vay hộ nghèo đạt doanh số tối thiểu 60 tỷ đồng/năm.",
        [("Cho vay hộ nghèo đạt doanh số", "tỷ đồng/năm", 2025, ">=", 60.0)],
        id="a sum to reach, whatever it is of",
    ),
    pytest.param("Hỗ trợ tối thiểu 60 triệu đồng.", [], id="a sum that is granted"),
    pytest.param(
        "Hệ số sử dụng đất đạt 1,9 lần.",
        [("Hệ số sử dụng đất", "lần", 2025, "=", 1.9)],
        id="a gauge in a unit that others have too",
    ),
    pytest.param(
        "Khám sàng lọc cho người cao tuổi tại xã vùng cao, mỗi năm tổ chức tối thiểu 20 đợt.",
        [("Số đợt khám sàng lọc cho người cao tuổi tại xã vùng cao", "đợt", 2025, ">=", 20.0)],
        id="what a count is of stands before the comma",
    ),
    pytest.param(
        "Chỉ số cải cách hành chính đạt từ 88 điểm; xếp hạng trong nhóm 5 sở dẫn đầu.",
        [
            ("Chỉ số cải cách hành chính", "điểm", 2025, ">=", 88.0),
            ("Thứ hạng chỉ số cải cách hành chính", "hạng", 2025, "<=", 5.0),
        ],
        id="a rank of what was named before",
    ),
    pytest.param(
        "Không có xã dưới 15 tiêu chí; hoàn thành 450/450 km đường.",
        [("Chiều dài đường", "km", 2025, "=", 450.0)],
        id="none under a bound; all of so many kilometres",
    ),
    pytest.param(
        "Tổng mức bán lẻ hàng hóa tăng 12%; tỷ lệ đô thị hóa tăng lên 40%.",
        [
            ("Tổng mức bán lẻ hàng hóa", "%", 2025, "change", 12.0),
            ("Tỷ lệ đô thị hóa", "%", 2025, "=", 40.0),
        ],
        id="what is no share can only grow by one",
    ),
    pytest.param(
        "Mỗi năm giảm 0,5 điểm % tỷ lệ thất nghiệp.",
        [("Tỷ lệ thất nghiệp", "điểm %", 2025, "change", -0.5)],
        id="points of a share",
    ),
    pytest.param(
        "Thành lập 02 cụm công nghiệp với tổng diện tích 120 ha.",
        [
            ("Số cụm công nghiệp thành lập", "cụm", 2025, "=", 2.0),
            ("Tổng diện tích cụm công nghiệp thành lập", "ha", 2025, "=", 120.0),
        ],
        id="with the size of what was counted",
    ),
    pytest.param(
        "Tổng đàn gia cầm đạt 6,5 triệu con.",
        [("Tổng đàn gia cầm", "triệu con", 2025, "=", 6.5)],
        id="millions of a unit",
    ),
    pytest.param(
        "Tăng 20% lợi nhuận của người trồng mía; thời gian giải quyết hồ sơ rút ngắn 30%.",
        [
            ("Lợi nhuận của người trồng mía", "%", 2025, "change", 20.0),
            ("Thời gian giải quyết hồ sơ", "%", 2025, "change", -30.0),
        ],
        id="growth of what stands behind, and what is cut short",
    ),
    pytest.param(
        "Mở 02 lớp truyền dạy hát then, mỗi lớp từ 20 học viên.",
        [
            ("Số lớp truyền dạy hát then", "lớp", 2025, "=", 2.0),
            ("Số học viên của mỗi lớp", "học viên", 2025, ">=", 20.0),
        ],
        id="how many in each of those",
    ),
    pytest.param(
        "Mật độ đường đạt 1,2 km/km2; tỷ lệ hộ nghèo giảm 1,5 điểm %/năm.",
        [
            ("Mật độ đường", "km/km2", 2025, "=", 1.2),
            ("Tỷ lệ hộ nghèo", "điểm %/năm", 2025, "change", -1.5),
        ],
        id="units per square kilometre and of points",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_sets_the_targets_that_it_says(sentence, expected):
    targets, _ = values(GOALS + sentence)

    assert targets == expected


def test_what_another_value_takes_the_place_of_is_a_baseline():
    targets, baselines = values(
        GOALS + "Nâng tỷ lệ đô thị hóa từ 35% năm 2020 lên 45% năm 2025 và trên 55% vào năm 2030."
    )

    assert targets == [
        ("Tỷ lệ đô thị hóa", "%", 2025, "=", 45.0),
        ("Tỷ lệ đô thị hóa", "%", 2030, ">", 55.0),
    ]
    assert baselines == [("Tỷ lệ đô thị hóa", "%", 2020, "=", 35.0)]


CONTEXTS = [
    pytest.param(
        "II. MỤC TIÊU\n- Đến năm 2027:\n+ Tỷ lệ hộ có nhà tắm đạt 85%.\n+ Trồng mới 300 ha quế.\n"
        "- Đến năm 2032:\n+ Tỷ lệ hộ có nhà tắm đạt 95%.\n- Tỷ lệ hộ đọc báo đạt 40%.",
        [
            ("Tỷ lệ hộ có nhà tắm", 2027, 85.0),
            ("Tỷ lệ hộ có nhà tắm", 2032, 95.0),
            ("Diện tích quế trồng mới", 2027, 300.0),
            ("Tỷ lệ hộ đọc báo", None, 40.0),
        ],
        id="a list item with only a year leads the items below it, up to the next one",
    ),
    pytest.param(
        "CÁC CHỈ TIÊU CHỦ YẾU NĂM 2023:\n1. Về kinh tế\n- Tổng đàn dê 4.200 con.\n"
        "2. Về xã hội\n- Tỷ lệ hộ có nhà tắm: 75%.\nTỔ CHỨC THỰC HIỆN\n1. Đơn vị có 40% nữ.",
        [("Tổng đàn dê", 2023, 4200.0), ("Tỷ lệ hộ có nhà tắm", 2023, 75.0)],
        id="a heading in capitals without a number, up to the next one",
    ),
    pytest.param(
        "Điều 1. Giao 12 chỉ tiêu phát triển năm 2023\n(1) Tổng đàn dê: 4.200 con.\n"
        "(2) Cơ cấu vốn:\n+ Vốn vay: 30%.\n(3) Số thôn có thư viện: 15 thôn.",
        [
            ("Tổng đàn dê", 2023, 4200.0),
            ("Vốn vay", 2023, 30.0),
            ("Số thôn có thư viện", 2023, 15.0),
        ],
        id="a heading that counts its targets",
    ),
    pytest.param(
        "II. MỤC TIÊU\nPhấn đấu đến năm 2027, tỷ lệ hộ có nhà tắm đạt 85%. Tỷ lệ hộ đọc báo đạt "
        "40%. Mỗi năm có 20 thôn được sửa đường.\nTỷ lệ hộ nuôi ong đạt 5%.",
        [
            ("Tỷ lệ hộ có nhà tắm", 2027, 85.0),
            ("Tỷ lệ hộ đọc báo", 2027, 40.0),
            ("Số thôn được sửa đường", None, 20.0),
            ("Tỷ lệ hộ nuôi ong", None, 5.0),
        ],
        id="the sentences of a paragraph share the year with which one opens",
    ),
    pytest.param(
        "II. MỤC TIÊU\n- Trồng chè đến năm 2027 đạt 3 vùng, diện tích 500 ha. "
        "Trong đó: Chè búp: 300 ha; chè lá: 200 ha.",
        [
            ("Trồng chè", 2027, 3.0),
            ("Diện tích trồng chè", 2027, 500.0),
            ("Diện tích trồng chè búp", 2027, 300.0),
            ("Diện tích trồng chè lá", 2027, 200.0),
        ],
        id="a sentence of the parts has the year of the whole",
    ),
    pytest.param(
        "II. MỤC TIÊU\n- 80% hộ nuôi ong từ 5 - 10 đàn được tập huấn kỹ thuật phòng bệnh cho ong "
        "và cách ghi nhật ký của trại vào năm 2027 và 90% vào năm 2032.",
        [
            ("Tỷ lệ hộ nuôi ong từ 5 - 10 đàn được tập huấn kỹ thuật phòng bệnh cho ong và "
             "cách ghi nhật ký của trại", 2027, 80.0),
            ("Tỷ lệ hộ nuôi ong từ 5 - 10 đàn được tập huấn kỹ thuật phòng bệnh cho ong và "
             "cách ghi nhật ký của trại", 2032, 90.0),
        ],
        id="the year stands behind all that a share is said of, numbers in it too",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CONTEXTS)
def test_what_stands_above_a_value_says_when_it_is_due(body, expected):
    targets, _ = values(body)
    assert {(n, y, v) for n, _, y, _, v in targets} == set(expected)


def test_what_is_left_for_another_value_behind_a_comma_is_a_baseline():
    targets, baselines = values(
        "II. MỤC TIÊU\n- Trồng chè sạch: Từ 120 ha năm 2020, đạt 400 ha năm 2025."
    )
    assert [(y, op, v) for _, _, y, op, v in targets] == [(2025, "=", 400.0)]
    assert [(y, op, v) for _, _, y, op, v in baselines] == [(2020, "=", 120.0)]


OUTSIDE_GOALS = [
    ("Mỗi trường có 01 mô hình thu gom rác.", ["Số mô hình thu gom rác của mỗi trường"]),
    ("Dự trữ tối thiểu 20 lọ thuốc giải độc.", ["Số lọ thuốc giải độc dự trữ"]),
    ("Phát sóng ít nhất 02 lần/tuần.", ["Số lần phát sóng"]),
    ("Mỗi tuần tổng vệ sinh ít nhất 01 lần.", ["Số lần tổng vệ sinh"]),
    ("Họp giao ban 01 lần/quý.", []),
    ("Giải ngân vốn đầu tư đạt trên 95% kế hoạch.", ["Giải ngân vốn đầu tư"]),
    ("Báo cáo kết quả; phấn đấu xử lý 100% ý kiến.", ["Tỷ lệ ý kiến xử lý"]),
    ("Báo cáo kết quả xử lý 100% ý kiến.", []),
    ("Phát tối thiểu 04 tin/tuần.", ["Số tin mỗi tuần"]),
]


@pytest.mark.parametrize(("sentence", "names"), OUTSIDE_GOALS)
def test_a_task_sets_a_target_where_it_says_how_much_at_least(sentence, names):
    targets, _ = values("III. NHIỆM VỤ\n1. Nội dung\n- " + sentence)

    assert [name for name, *_ in targets] == names


def test_what_is_left_behind_without_a_year_has_none():
    targets, baselines = values(GOALS + "Số xã đạt chuẩn tăng từ 78 xã lên 90 xã.")

    assert targets == [("Số xã đạt chuẩn", "xã", 2025, "=", 90.0)]
    assert baselines == [("Số xã đạt chuẩn", "xã", None, "=", 78.0)]


def test_a_value_of_an_earlier_year_in_a_bracket_is_a_baseline():
    targets, baselines = values(GOALS + "Tỷ lệ hồ sơ trực tuyến đạt 50% (năm 2019 là 17,8%).")

    assert targets == [("Tỷ lệ hồ sơ trực tuyến", "%", 2025, "=", 50.0)]
    assert baselines == [("Tỷ lệ hồ sơ trực tuyến", "%", 2019, "=", 17.8)]


def test_a_figure_of_the_present_state_is_a_baseline_of_a_like_target_only():
    targets, baselines = values(
        "I. TÌNH HÌNH\nNăm 2020, toàn tỉnh có 6.128 trẻ em; 72,6% dân số tham gia bảo hiểm y tế.\n"
        + GOALS
        + "Trên 80% dân số tham gia bảo hiểm y tế."
    )

    assert targets == [("Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 2025, ">", 80.0)]
    assert baselines == [("Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 2020, "=", 72.6)]


def test_a_share_of_what_is_spent_is_a_target_only_where_it_is_set_aside():
    money = "V. KINH PHÍ THỰC HIỆN\n- "

    assert values(money + "Huy động xã hội hóa trên 20%.") == ([], [])
    assert [s[2:] for s in values(money + "Bố trí tối thiểu 1% tổng chi cho việc này.")[0]] == [
        (None, ">=", 1.0)
    ]


def test_a_heading_with_two_figures_counts_for_the_letters_below_it():
    targets, _ = values(
        "II. MỤC TIÊU\n2. Mục tiêu cụ thể\n2.1. Đến năm 2025\na) 85% hộ có Internet.\n"
        "2.2. Đến năm 2030\na) 95% hộ có Internet.\n"
    )

    assert [(year, value) for _, _, year, _, value in targets] == [(2025, 85.0), (2030, 95.0)]


def test_a_figure_in_a_bracket_behind_what_is_said_of_it():
    _, baselines = values(
        "I. TÌNH HÌNH\nNăm 2020, tỷ lệ nghỉ học còn cao (1,2%).\n"
        + GOALS
        + "Tỷ lệ nghỉ học dưới 0,5%."
    )

    assert baselines == [("Tỷ lệ nghỉ học", "%", 2020, "=", 1.2)]


def test_what_was_left_behind_in_the_past_is_no_baseline():
    _, baselines = values(
        "I. TÌNH HÌNH\nGiai đoạn 2016 - 2020, tỷ lệ hộ nghèo giảm từ 15,3% xuống còn 6,2%.\n"
        + GOALS
        + "Tỷ lệ hộ nghèo dưới 3%."
    )

    assert baselines == [("Tỷ lệ hộ nghèo", "%", 2020, "=", 6.2)]


def test_a_broken_line_changes_nothing():
    whole = "Có tối thiểu 80% hộ gia đình tại các xã vùng cao được sử dụng nước sạch vào năm 2027."
    broken = whole.replace("có tối", "có\ntối").replace("cao được", "cao\nđược")

    assert values(GOALS + broken) == values(GOALS + whole) != ([], [])


def test_weaker_rules_are_trusted_less():
    record = read_text(
        HEADER
        + GOALS
        + "Tỷ lệ hộ nghèo còn 3%.\n- Tất cả các xã có chợ.\n- Có ít nhất 5 robot cứu hộ.",
        "plan.txt",
    )

    trust = {i.targets[0].rule: i.targets[0].confidence for i in record.indicators}
    assert trust["named_before"] > 0.9
    assert trust["counted_unknown"] < 0.7
    assert trust["all_of"] < 0.7


def test_or_more_may_stand_behind_what_the_value_is_a_share_of():
    targets, _ = values(
        "II. CHỈ TIÊU\n1. Đến năm 2025, 95% hộ kinh doanh ký cam kết an toàn trở lên.\n"
        "2. Đến năm 2025, 90% người từ 15 tuổi trở lên biết chữ.\n"
    )
    assert [(one[0], one[3], one[4]) for one in targets] == [
        ("Tỷ lệ hộ kinh doanh ký cam kết an toàn", ">=", 95),
        ("Tỷ lệ người từ 15 tuổi trở lên biết chữ", "=", 90),
    ]


def test_a_change_goes_on_in_the_next_year():
    targets, _ = values(GOALS + "Giảm 15% số vụ cháy rừng năm 2025 và 30% vào năm 2030.")
    assert [target[2:] for target in targets] == [
        (2025, "change", -15.0),
        (2030, "change", -30.0),
    ]


def test_what_a_sentence_is_about_is_no_part_of_the_name():
    words = "Mục tiêu của tỉnh từ nay đến năm 2027 là tỷ lệ chợ đạt chuẩn tăng lên 75%."
    targets, _ = values(f"II. MỤC TIÊU\n{words}")
    assert targets == [("Tỷ lệ chợ đạt chuẩn", "%", 2027, "=", 75.0)]


def test_the_goals_of_a_paragraph_share_the_year_that_opens_it():
    words = "Mục tiêu cụ thể đến năm 2027 là: tỷ lệ chợ đạt chuẩn 75%. Trên 60% số xã có chợ."
    targets, _ = values(f"II. MỤC TIÊU\n{words}")
    assert [target[2:] for target in targets] == [(2027, "=", 75.0), (2027, ">", 60.0)]


def test_blanks_about_a_dash_part_no_range():
    targets, _ = values(GOALS + "Tỷ lệ hộ nghèo giảm bình quân 1,5 -  2%/năm.")
    assert [target[3:] for target in targets] == [("change", -1.5)]


def test_a_bracket_behind_a_value_names_no_other():
    words = "Giảm tỷ lệ thất thoát nước xuống dưới 12% (khu vực phường), 7% (khu vực xã)."
    targets, _ = values(GOALS + words)
    assert not [name for name, *_ in targets if name.startswith("(")]


def test_shares_may_be_written_in_words() -> None:
    body = "I. CHỈ TIÊU\n1. Tỷ lệ xã có thư viện đạt {}.\n"
    for words, share in (
        ("một trăm phần trăm", 100),
        ("chín mươi lăm phần trăm", 95),
        ("mười hai phần trăm", 12),
        ("một trăm phần trăm (100%)", 100),
    ):
        assert [(one[1], one[4]) for one in values(body.format(words))[0]] == [("%", share)], words
    assert values(body.format("nhiều phần trăm"))[0] == []


def test_what_a_ratio_is_reckoned_from_is_no_target() -> None:
    targets, _ = values("I. CHỈ TIÊU\n1. Cứ 10 học sinh thì có ít nhất 8 em biết bơi.\n")
    assert 10 not in [one[4] for one in targets]


def test_a_bound_may_stand_behind_what_the_share_is_of() -> None:
    targets, _ = values("I. CHỈ TIÊU\n1. Có từ 90% hộ gia đình trở lên đạt danh hiệu văn hóa.\n")
    assert targets == [("Tỷ lệ hộ gia đình đạt danh hiệu văn hóa", "%", None, ">=", 90)]


def test_square_metres_may_stick_to_their_number() -> None:
    targets, _ = values("I. CHỈ TIÊU\n1. Diện tích nhà ở bình quân đầu người 15m2.\n")
    assert [(one[1], one[4]) for one in targets] == [("m2", 15)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("- Hai phần ba số xã có bác sĩ.", ("=", 66.67)),
        ("- Trên ba phần tư bà mẹ được da kề da.", (">", 75.0)),
        ("- Ít nhất 3/4 số xã có bác sĩ.", (">=", 75.0)),
        ("- Giảm một nửa số trẻ bị đuối nước.", ("change", -50.0)),
        ("- Chấm dứt tình trạng tảo hôn.", ("=", 0.0)),
        ("- Họp vào ngày 3/4 số nhà 12.", None),
        ("- Loại trừ bệnh sốt rét.", None),
    ],
)
def test_fractions_and_ends(line: str, value: tuple[str, float] | None) -> None:
    record = read_text(f"KẾ HOẠCH\nY tế năm 2021\nI. CHỈ TIÊU\n{line}\n", "plan.txt")
    found = [(one.op, one.value) for each in record.indicators for one in each.targets]
    assert found == ([value] if value else [])


def test_a_value_of_women_has_the_name_of_that_of_men_with_their_word() -> None:
    targets, _ = values(
        "I. CHỈ TIÊU\n1. Chiều cao trung bình nam thanh niên 18 tuổi: 167 cm; nữ: 156 cm.\n"
    )
    assert [(one[0], one[4]) for one in targets] == [
        ("Chiều cao trung bình nam thanh niên 18 tuổi", 167),
        ("Chiều cao trung bình nữ thanh niên 18 tuổi", 156),
    ]


def test_what_things_have_not_may_be_counted() -> None:
    body = "I. CHỈ TIÊU\n1. {}\n"
    targets, _ = values(body.format("Số xã không có người sinh con thứ 3 trở lên: 40 xã."))
    assert targets == [("Số xã không có người sinh con thứ 3 trở lên", "xã", None, "=", 40)]
    zero, _ = values(body.format("Không còn xã đạt dưới 10 tiêu chí."))
    assert [one[4] for one in zero] == [0]


def test_a_count_beside_a_share_names_its_own_things() -> None:
    targets, _ = values(
        "I. CHỈ TIÊU\n- Tỷ lệ bao phủ BHYT đạt 93,5% dân số, 41.000 người tham gia BHXH.\n"
    )
    assert [(one[0], one[4]) for one in targets] == [
        ("Tỷ lệ bao phủ BHYT", 93.5),
        ("Số người tham gia BHXH", 41000),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Sàng lọc trước sinh đạt 50% số bà mẹ mang thai, sàng lọc sơ sinh đạt 65% số trẻ sinh ra.",
        "Sàng lọc trước sinh: 50% bà mẹ mang thai; sàng lọc sơ sinh: 65% trẻ sinh ra.",
    ],
)
def test_a_share_says_what_is_done_to_whom(line: str) -> None:
    assert [(one[0], one[4]) for one in values(f"I. CHỈ TIÊU\n- {line}\n")[0]] == [
        ("Tỷ lệ bà mẹ mang thai sàng lọc trước sinh", 50),
        ("Tỷ lệ trẻ sinh ra sàng lọc sơ sinh", 65),
    ]


def test_forms_of_an_illness_take_each_others_place() -> None:
    targets, _ = values(
        "I. CHỈ TIÊU\n- Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi giảm còn 18%; thể "
        "nhẹ cân dưới 9%.\n"
    )
    assert [(one[0], one[4]) for one in targets] == [
        ("Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi", 18),
        ("Tỷ lệ suy dinh dưỡng thể nhẹ cân ở trẻ em dưới 5 tuổi", 9),
    ]


def test_a_bare_number_has_the_unit_of_the_one_that_takes_its_place() -> None:
    targets, baselines = values("I. CHỈ TIÊU\n- Tuổi thọ trung bình tăng từ 73,5 lên 75 tuổi.\n")
    assert [(one[0], one[1], one[4]) for one in targets] == [("Tuổi thọ trung bình", "tuổi", 75)]
    assert [(one[0], one[4]) for one in baselines] == [("Tuổi thọ trung bình", 73.5)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "90% người dân được quản lý, theo dõi sức khỏe.",
            ["Tỷ lệ người dân được quản lý, theo dõi sức khỏe"],
        ),
        (
            "85% phụ nữ đẻ được khám thai từ 4 lần trở lên trong 3 thời kỳ.",
            ["Tỷ lệ phụ nữ đẻ được khám thai từ 4 lần trở lên trong 3 thời kỳ"],
        ),
        (
            "Tỷ lệ hút thuốc lá ở nam giới trưởng thành dưới 39%, nữ giới dưới 1,4%.",
            [
                "Tỷ lệ hút thuốc lá ở nam giới trưởng thành",
                "Tỷ lệ hút thuốc lá ở nữ giới trưởng thành",
            ],
        ),
        (
            "Số người tham gia BHXH bắt buộc: 85.000 người; BHXH tự nguyện: 12.500 người.",
            ["Số người tham gia BHXH bắt buộc", "Số người tham gia BHXH tự nguyện"],
        ),
    ],
)
def test_names_are_whole(line: str, names: list[str]) -> None:
    assert [one[0] for one in values(f"I. CHỈ TIÊU\n- {line}\n")[0]] == names


def test_what_a_count_is_per_holds_for_the_number_that_takes_its_place() -> None:
    targets, baselines = values(
        "I. CHỈ TIÊU\n- Số bác sĩ trên vạn dân tăng từ 8 bác sĩ năm 2020 lên 10 bác sĩ năm 2025.\n"
    )
    assert [one[:2] for one in (*targets, *baselines)] == [
        ("Số bác sĩ trên vạn dân", "bác sĩ/vạn dân")
    ] * 2


def test_a_paragraph_of_many_targets_is_read_in_linear_time() -> None:
    many = ", ".join(f"tuổi thọ xã {i} từ 7 lên 8 tuổi" for i in range(3_000))
    targets, baselines = values(f"I. CHỈ TIÊU\n- {many}.\n")
    assert (len(targets), len(baselines)) == (3_000, 3_000)

"""Targets whose name stands behind them, or whose year, baseline or rhythm stands in a bracket."""

from __future__ import annotations

import pytest

from tests.loaders.papers import Stated, duties, values

GOALS = "II. MỤC TIÊU ĐẾN NĂM 2025\n- "
ORGANISING = "III. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        (
            "Đạt 70% vào năm 2024, 85% vào năm 2027 tỷ lệ ghe thuyền có ít nhất 2 áo phao.",
            [
                ("Tỷ lệ ghe thuyền có ít nhất 2 áo phao", "%", 2024, "=", 70.0),
                ("Tỷ lệ ghe thuyền có ít nhất 2 áo phao", "%", 2027, "=", 85.0),
            ],
        ),
        (
            "Lộ trình: năm 2023 đạt 40%, năm 2024 đạt 55%, năm 2025 đạt 70% chợ có cân đối chứng.",
            [
                ("Tỷ lệ chợ có cân đối chứng", "%", 2023, "=", 40.0),
                ("Tỷ lệ chợ có cân đối chứng", "%", 2024, "=", 55.0),
                ("Tỷ lệ chợ có cân đối chứng", "%", 2025, "=", 70.0),
            ],
        ),
        (
            "60% bến đò, bến phà có phao cứu sinh năm 2023, tăng lên 90% năm 2026.",
            [
                ("Tỷ lệ bến đò, bến phà có phao cứu sinh", "%", 2023, "=", 60.0),
                ("Tỷ lệ bến đò, bến phà có phao cứu sinh", "%", 2026, "=", 90.0),
            ],
        ),
        (
            "Tỷ lệ bến đò có đèn hiệu: 95% (2023: 60%; 2024: 80%).",
            [
                ("Tỷ lệ bến đò có đèn hiệu", "%", 2025, "=", 95.0),
                ("Tỷ lệ bến đò có đèn hiệu", "%", 2023, "=", 60.0),
                ("Tỷ lệ bến đò có đèn hiệu", "%", 2024, "=", 80.0),
            ],
        ),
        (
            "Kiểm định ít nhất 1 lần/năm cho 80% cân đồng hồ.",
            [("Tỷ lệ cân đồng hồ kiểm định ít nhất 1 lần/năm", "%", 2025, "=", 80.0)],
        ),
        (
            "Người lái đò được tập huấn cứu đuối ít nhất 2 lần/năm; đạt 60% số người năm 2024.",
            [
                ("Số lần người lái đò được tập huấn cứu đuối", "lần/năm", 2025, ">=", 2.0),
                ("Tỷ lệ số người được tập huấn cứu đuối", "%", 2024, "=", 60.0),
            ],
        ),
        ("Phấn đấu đạt 60% dân số năm 2024.", []),
        (
            "Số tàu phát hiện mới dưới 70 trường hợp/năm vào năm 2024.",
            [("Số tàu phát hiện mới", "trường hợp/năm", 2024, "<", 70.0)],
        ),
        (
            "Giảm 25% số vụ đắm đò do bão, giảm 20% số vụ đắm đò do quá tải vào năm 2024 "
            "so với năm 2020.",
            [
                ("Số vụ đắm đò do bão", "%", 2024, "change", -25.0),
                ("Số vụ đắm đò do quá tải", "%", 2024, "change", -20.0),
            ],
        ),
        (
            "Năm 2024, 95% chủ đò có bằng lái và năm 2027 đạt 99%; tỷ lệ đò đăng kiểm đạt 70%.",
            [
                ("Tỷ lệ chủ đò có bằng lái", "%", 2024, "=", 95.0),
                ("Tỷ lệ chủ đò có bằng lái", "%", 2027, "=", 99.0),
                ("Tỷ lệ đò đăng kiểm", "%", 2025, "=", 70.0),
            ],
        ),
        (
            "Chủ đò tập huấn 4 lần trở lên đạt 75%.",
            [("Chủ đò tập huấn 4 lần trở lên", "%", 2025, "=", 75.0)],
        ),
        (
            "75% đò có đăng kiểm theo quy chuẩn, 98% đò có phao (đầu kỳ: 52% và 96,5%).",
            [
                ("Tỷ lệ đò có đăng kiểm", "%", 2025, "=", 75.0),
                ("Tỷ lệ đò có phao", "%", 2025, "=", 98.0),
            ],
        ),
        (
            "Tuân thủ mặc áo phao từ 72% lên 85%.",
            [("Tuân thủ mặc áo phao", "%", 2025, "=", 85.0)],
        ),
        (
            "Thời gian chờ đò còn 45 phút đối với ngày thường, không quá 90 phút nếu có sương mù.",
            [
                ("Thời gian chờ đò đối với ngày thường", "phút", 2025, "=", 45.0),
                ("Thời gian chờ đò nếu có sương mù", "phút", 2025, "<=", 90.0),
            ],
        ),
        ("Các chỉ tiêu tại điểm a, b khoản 1 Mục này đạt 100% và 80%.", []),
        (
            "Mỗi bến tổ chức tối thiểu 02 buổi tập bơi/tháng cho đến khi xong.",
            [("Số buổi tập bơi của mỗi bến", "buổi/tháng", 2025, ">=", 2.0)],
        ),
        (
            "Tổ chức 03 hội nghị chủ đò/năm.",
            [("Số hội nghị chủ đò tổ chức", "hội nghị/năm", 2025, "=", 3.0)],
        ),
        (
            "Chiều cao trung bình của học sinh tăng từ 1,5 cm đến 2 cm so với năm 2015.",
            [("Mức tăng chiều cao trung bình của học sinh", "cm", 2025, "range", 1.5)],
        ),
        (
            "Tất cả các bến đò, bến phà, âu thuyền có đủ phao cứu sinh.",
            [("Tỷ lệ bến đò, bến phà, âu thuyền có đủ phao cứu sinh", "%", 2025, "=", 100.0)],
        ),
        ("Tỷ lệ đóng phao mới đạt 48%, thấp hơn tiến độ 10,1%.", []),
    ],
)
def test_name_year_and_rhythm(words: str, targets: list[Stated]):
    found, _ = values(GOALS + words)

    assert found == targets


@pytest.mark.parametrize(
    ("words", "baseline"),
    [
        (
            "Tỷ lệ đò đăng kiểm đạt 75% (đầu kỳ: 52%).",
            ("Tỷ lệ đò đăng kiểm", "%", None, "=", 52.0),
        ),
        (
            "Tỷ lệ đò có ít nhất 2 phao (hiện nay 31,6%) đạt 50% vào năm 2024.",
            ("Tỷ lệ đò có ít nhất 2 phao", "%", None, "=", 31.6),
        ),
        (
            "Tỷ lệ đò quá tải giảm 0,7 điểm phần trăm so với năm 2019 (19,3%).",
            ("Tỷ lệ đò quá tải", "%", 2019, "=", 19.3),
        ),
    ],
)
def test_baseline_in_brackets(words: str, baseline: Stated):
    _, found = values(GOALS + words)

    assert found == [baseline]


def test_numbered_items_that_begin_with_a_number():
    found, _ = values(
        "II. MỤC TIÊU\n1.1. Củng cố bến chính đạt chuẩn vào năm 2022.\n"
        "1.2. 14/15 bến phụ đạt chuẩn năm 2023."
    )

    assert found == [("Số bến phụ đạt chuẩn", "bến", 2023, "=", 14.0)]


@pytest.mark.parametrize(
    ("item", "agencies"),
    [
        ("Mặt trận Tổ quốc, đoàn thể xã: vận động chủ đò.", ["Mặt trận Tổ quốc", "Đoàn thể xã"]),
        ("Ban Quản lý Đề án: Sở Xây dựng là cơ quan thường trực.", ["Sở Xây dựng"]),
        (
            "Trung tâm nước sạch & VSMT xã: đào giếng ở ba thôn ven sông.",
            ["Trung tâm nước sạch và Vệ sinh môi trường xã"],
        ),
        (
            "Phòng Kinh tế: mua phao cứu sinh cho các bến.\nNội dung tổng kết: thưởng 05 tập thể.",
            ["Phòng Kinh tế"],
        ),
    ],
)
def test_who_is_named(item: str, agencies: list[str]):
    assert [duty.agency for duty in duties(f"{ORGANISING}1. {item}")] == agencies


def test_who_is_told_to_lead_leaves_the_other_assigned():
    found = duties(f"{ORGANISING}1. Sở Xây dựng\n- Chỉ đạo Chi cục Đường thủy là đầu mối theo dõi.")

    assert [(duty.agency, duty.role.value) for duty in found] == [("Sở Xây dựng", "assigned")]


def test_a_share_behind_the_acts_of_a_task():
    found, _ = values(
        "II. NHIỆM VỤ, GIẢI PHÁP\n1. Rà soát bến đò, vận động chủ đò, bảo đảm tỷ lệ đò có phao đạt "
        "trên 95% quy mô xã, phường."
    )

    assert found == [("Tỷ lệ đò có phao", "%", None, ">", 95.0)]


def test_unit_of_a_whole_table():
    found, _ = values(
        "I. MỤC TIÊU\nBảng 1: Chỉ tiêu theo khu phố năm 2024 (%)\n"
        "Khu phố | Người cao tuổi biết bơi | Đò có phao\nKhu phố 1 | 40 | 95\nKhu phố 2 | 35 | 90"
    )

    assert [(name, unit, value) for name, unit, _, _, value in found] == [
        ("Người cao tuổi biết bơi - Khu phố 1", "%", 40.0),
        ("Đò có phao - Khu phố 1", "%", 95.0),
        ("Người cao tuổi biết bơi - Khu phố 2", "%", 35.0),
        ("Đò có phao - Khu phố 2", "%", 90.0),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Sau 15 năm thực hiện Chỉ thị, tỷ lệ đò có phao đạt 72,4%.",
        "Qua 5 năm triển khai, tỷ lệ đò quá tải giảm từ 27% năm 2015 xuống 21% năm 2019, bình "
        "quân mỗi năm giảm 1,5%.",
    ],
)
def test_results_of_past_years_set_nothing(words: str):
    assert values(words) == ([], [])


def test_row_numbers_in_the_cells_of_names():
    found, baselines = values(
        "I. MỤC TIÊU\nTT Chỉ tiêu | 2019 | 2025\n1 Tỷ lệ đò có phao (%) | 45 | 70\n"
        "2 Tỷ lệ bến có đèn (%) | 10 | 60"
    )

    assert found == [
        ("Tỷ lệ đò có phao", "%", 2025, "=", 70.0),
        ("Tỷ lệ bến có đèn", "%", 2025, "=", 60.0),
    ]
    assert [value for *_, value in baselines] == [45.0, 10.0]


def test_table_of_bodies_and_their_tasks():
    table = (
        "| Đơn vị | Nhiệm vụ |\n"
        "| Sở Xây dựng | Chủ trì, phối hợp với Công an tỉnh cắm biển báo bến đò trước 15/12 |\n"
        "| Hội Nông dân tỉnh | Vận động hội viên mặc áo phao khi qua sông |\n"
    )
    found = duties(ORGANISING + table)

    assert [(duty.agency, duty.role.value, duty.partners, duty.deadline) for duty in found] == [
        ("Sở Xây dựng", "lead", ("Công an tỉnh",), "trước 15/12"),
        ("Hội Nông dân tỉnh", "assigned", (), None),
    ]


@pytest.mark.parametrize(
    ("task", "recurrence", "deadline"),
    [
        ("Giám sát bến đò ít nhất 01 lần/quý.", "quarterly", None),
        ("Tổ chức cân hàng trên đò 3 tháng một lần.", "quarterly", None),
        ("Trả lời chủ đò trong vòng 15 ngày kể từ ngày nhận đơn.", None, "trong vòng 15 ngày"),
        ("Cấp phép trong thời hạn 05 ngày làm việc.", None, "trong thời hạn 05 ngày làm việc"),
    ],
)
def test_when(task: str, recurrence: str | None, deadline: str | None):
    (found,) = duties(f"{ORGANISING}1. Sở Xây dựng\n- {task}")

    assert (found.recurrence, found.deadline) == (recurrence, deadline)


def test_persons_who_are_contacts_lead_nothing():
    found = duties(f"{ORGANISING}1. Sở Xây dựng\n- Lập tổ hỗ trợ, mỗi bến có 02 cán bộ đầu mối.")

    assert [duty.role.value for duty in found] == ["assigned"]


def test_short_form_of_a_name_is_no_unit():
    found, _ = values(
        "I. MỤC TIÊU\n| Chỉ tiêu | 2025 |\n| Chỉ số hài lòng của chủ đò (CSHL) | 0,8 |\n"
        "| Bến có đèn (bến) | 12 |"
    )

    assert [(name, unit) for name, unit, *_ in found] == [
        ("Chỉ số hài lòng của chủ đò (CSHL)", None),
        ("Bến có đèn", "bến"),
    ]


def test_who_is_the_contact_below_an_article():
    found = duties(
        "Điều 2. Sở Xây dựng có trách nhiệm cắm biển báo ở các bến đò.\n"
        "Phòng Đường thủy làm đầu mối theo dõi."
    )

    assert [(duty.agency, duty.role.value) for duty in found] == [
        ("Sở Xây dựng", "assigned"),
        ("Phòng Đường thủy", "lead"),
    ]


def test_members_who_are_invited_and_a_line_that_leads_their_list():
    found = duties(
        "Điều 1. Phân công nhiệm vụ cho các thành viên như sau:\n"
        "1. Đồng chí Trưởng phòng Kinh tế - Ủy viên: Tham mưu kinh phí mua phao.\n"
        "2. Mời đồng chí Chủ tịch Hội Nông dân huyện - Ủy viên: Vận động chủ đò mặc áo phao.\n"
    )

    assert [duty.agency for duty in found] == [
        "Trưởng phòng Kinh tế",
        "Chủ tịch Hội Nông dân huyện",
    ]


def test_department_that_is_told_to_lead():
    found = duties(ORGANISING + "- Giao Khoa Dinh dưỡng làm đầu mối, tổng hợp báo cáo Giám đốc.")

    assert [(duty.agency, duty.role.value) for duty in found] == [("Khoa Dinh dưỡng", "lead")]


def test_rows_without_numbers():
    table = (
        "Nội dung                  Chủ trì              Phối hợp              Thời gian\n"
        "Kẻ vạch bến đò            Phòng Kinh tế và     Công an huyện         Tháng 4\n"
        "                          Hạ tầng\n"
        "Tập huấn chủ đò           Huyện đoàn           Phòng Tư pháp,        Quý II/2022\n"
        "                                               Đội Cảnh sát\n"
        "IV. KINH PHÍ\n"
    )
    found = duties(ORGANISING + table)

    assert [(duty.agency, duty.role.value, duty.partners) for duty in found] == [
        ("Phòng Kinh tế và Hạ tầng", "lead", ("Công an huyện",)),
        ("Huyện đoàn", "lead", ("Phòng Tư pháp", "Đội Cảnh sát")),
    ]

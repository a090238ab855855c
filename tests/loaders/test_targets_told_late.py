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

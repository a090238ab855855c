"""Numbers that say a share again, tell whom a task is about, or share what stands behind."""

from __future__ import annotations

import pytest

from tests.loaders.papers import Stated, values

GOALS = "II. MỤC TIÊU ĐẾN NĂM 2025\n- "
TASKS = "II. NHIỆM VỤ, GIẢI PHÁP\n1. Tăng cường quản lý\n- "


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        (
            "Tỷ lệ bao phủ thẻ thư viện đạt 42% dân số, tương ứng 31.500 người sử dụng thẻ.",
            [
                ("Tỷ lệ bao phủ thẻ thư viện", "%", 2025, "=", 42.0),
                ("Số người sử dụng thẻ", "người", 2025, "=", 31500.0),
            ],
        ),
        (
            "Tỷ lệ có thẻ thư viện đạt 42% dân số, tương đương 31.500 người; 9% là trẻ em.",
            [
                ("Tỷ lệ có thẻ thư viện", "%", 2025, "=", 42.0),
                ("Tỷ lệ có thẻ thư viện là trẻ em", "%", 2025, "=", 9.0),
            ],
        ),
        (
            "Giảm tỷ lệ hộ nghèo xuống còn được 3% và tỷ lệ sinh con thứ 3 trở lên xuống dưới 8%.",
            [
                ("Tỷ lệ hộ nghèo", "%", 2025, "=", 3.0),
                ("Tỷ lệ sinh con thứ 3 trở lên", "%", 2025, "<", 8.0),
            ],
        ),
        (
            "Đến năm 2024: Giảm tỷ suất sinh bình quân hằng năm 0,3%0.",
            [("Tỷ suất sinh bình quân hằng năm", "‰", 2024, "change", -0.3)],
        ),
        (
            "100% bến xe, 60% bến thuyền kết nối camera với trung tâm điều hành.",
            [
                ("Tỷ lệ bến xe kết nối camera với trung tâm điều hành", "%", 2025, "=", 100.0),
                ("Tỷ lệ bến thuyền kết nối camera với trung tâm điều hành", "%", 2025, "=", 60.0),
            ],
        ),
        (
            "Mỗi bệnh viện có ít nhất 02 dược sĩ cho 100 giường bệnh.",
            [("Số dược sĩ trên 100 giường bệnh", "dược sĩ/100 giường bệnh", 2025, ">=", 2.0)],
        ),
    ],
)
def test_among_targets(words: str, targets: list[Stated]):
    found, _ = values(GOALS + words)

    assert found == targets


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        (
            "Tỷ lệ biết bơi đạt 65% ở trẻ dưới 11 tuổi và 80% ở trẻ từ 11 đến 15 tuổi.",
            [
                ("Tỷ lệ biết bơi ở trẻ dưới 11 tuổi", "%", 2025, "=", 65.0),
                ("Tỷ lệ biết bơi ở trẻ từ 11 đến 15 tuổi", "%", 2025, "=", 80.0),
            ],
        ),
        (
            "Tỷ lệ hút thuốc dưới 30% ở nam từ 18 tuổi trở lên; dưới 2% ở nữ từ 18 tuổi trở lên.",
            [
                ("Tỷ lệ hút thuốc ở nam từ 18 tuổi trở lên", "%", 2025, "<", 30.0),
                ("Tỷ lệ hút thuốc ở nữ từ 18 tuổi trở lên", "%", 2025, "<", 2.0),
            ],
        ),
        (
            "Thời gian trả sách không quá 2 ngày đối với sách có sẵn, không quá 9 ngày đối với "
            "sách phải mượn thêm 01 thư viện.",
            [
                ("Thời gian trả sách đối với sách có sẵn", "ngày", 2025, "<=", 2.0),
                (
                    "Thời gian trả sách đối với sách phải mượn thêm 01 thư viện",
                    "ngày", 2025, "<=", 9.0,
                ),
            ],
        ),
        (
            "Số vụ cháy có từ 3 người bị thương trở lên: 0 vụ.",
            [("Số vụ cháy có từ 3 người bị thương trở lên", "vụ", 2025, "=", 0.0)],
        ),
    ],
)  # fmt: skip
def test_each_value_has_the_group_that_stands_behind_it(words: str, targets: list[Stated]):
    found, _ = values(GOALS + words)

    assert found == targets


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        (
            "Tỷ lệ xã nông thôn mới đạt 80%.",
            [("Tỷ lệ xã nông thôn mới", "%", 2025, "=", 80.0)],
        ),
        ("Tỷ lệ hộ dùng nước sạch mới chỉ đạt 80%.", []),
        (
            "Duy trì mức sinh hợp lý (bình quân mỗi phụ nữ có 2,1 con).",
            [("Số con bình quân của mỗi phụ nữ", "con", 2025, "=", 2.1)],
        ),
    ],
)
def test_what_is_new_is_not_what_is_only_now(words: str, targets: list[Stated]):
    found, _ = values(GOALS + words)

    assert found == targets


def test_measures_of_quality_are_targets():
    found, _ = values("II. CHỈ SỐ CHẤT LƯỢNG\n1. Tỷ lệ hài lòng của bạn đọc ≥ 92%.\n")

    assert [(name, op, value) for name, _, _, op, value in found] == [
        ("Tỷ lệ hài lòng của bạn đọc", ">=", 92.0)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Kiểm tra các chợ chưa đạt tỷ lệ 100% hộ kinh doanh có hợp đồng thuê chỗ.",
        "Bảo đảm hỗ trợ những xã có tỷ lệ hộ nghèo trên 20%.",
    ],
)
def test_whom_a_task_is_about_is_no_target(words: str):
    assert values(TASKS + words) == ([], [])


def test_the_column_before_the_units_names_what_is_measured():
    targets, baselines = values(
        "II. CHỈ TIÊU\n| TT | Nhóm đối tượng | ĐVT | Thực hiện năm 2020 | Kế hoạch năm 2021 |\n"
        "|---|---|---|---|---|\n| 1 | Bạn đọc có thẻ thư viện | người | 1.320 | 1.500 |\n"
    )

    assert targets == [("Bạn đọc có thẻ thư viện", "người", 2021, "=", 1500.0)]
    assert baselines == [("Bạn đọc có thẻ thư viện", "người", 2020, "=", 1320.0)]

"""Tables whose cells a word processor parted with tabs."""

from __future__ import annotations

import time

import pytest

from loaders.records import Role
from loaders.text.source_text import SourceText
from loaders.text.tabbed import with_cells
from tests.loaders.papers import duties, values

TARGETS = (
    "II. CÁC CHỈ TIÊU\n"
    "STT\tChỉ tiêu\tKết quả năm 2020\tChỉ tiêu năm 2025\n"
    "1\tTỷ lệ trạm y tế có bác sĩ\t61,5%\t≥ 80%\n"
    "2\tSố ca mắc bệnh dại\t4\t0\n"
)


def test_each_cell_has_the_year_of_its_column():
    targets, baselines = values(TARGETS)

    assert targets == [
        ("Tỷ lệ trạm y tế có bác sĩ", "%", 2025, ">=", 80.0),
        ("Số ca mắc bệnh dại", "ca", 2025, "=", 0.0),
    ]
    assert [(name, year, value) for name, _, year, _, value in baselines] == [
        ("Tỷ lệ trạm y tế có bác sĩ", 2020, 61.5),
        ("Số ca mắc bệnh dại", 2020, 4.0),
    ]


def test_tasks_have_their_lead_and_partners_also_where_a_cell_is_empty():
    found = duties(
        "III. TỔ CHỨC THỰC HIỆN\n"
        "STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
        "1\tXây dựng tài liệu truyền thông\tSở Y tế\tSở Tài chính\tQuý I/2021\n"
        "2\tTổ chức hội thi tuyên truyền viên\tTỉnh đoàn\t\tQuý II/2021\n"
    )

    assert [(d.agency, d.role, d.partners) for d in found] == [
        ("Sở Y tế", Role.LEAD, ("Sở Tài chính",)),
        ("Tỉnh đoàn", Role.LEAD, ()),
    ]


def test_a_task_of_a_table_is_quoted_from_its_cell_on():
    (found,) = duties(
        "III. TỔ CHỨC THỰC HIỆN\n| TT | Nhiệm vụ | Đơn vị chủ trì |\n|---|---|---|\n"
        "| 1 | Mở lớp bơi | Đoàn Thanh niên xã |\n"
    )

    assert found.passage.quote.startswith("Mở lớp bơi | Đoàn Thanh niên xã")


def test_a_row_that_names_who_before_the_task_is_quoted_whole():
    (found,) = duties(
        "III. TỔ CHỨC THỰC HIỆN\n| TT | Đơn vị chủ trì | Nhiệm vụ |\n|---|---|---|\n"
        "| 1 | Đoàn Thanh niên xã | Mở lớp bơi |\n"
    )

    assert found.passage.quote.startswith("| 1 | Đoàn Thanh niên xã")


def test_a_table_without_outer_pipes_ends_with_its_rows():
    targets, _ = values(
        "II. MỤC TIÊU\nTT | Chỉ tiêu | ĐVT | Năm 2020 | Năm 2025\n"
        "1 | Tỷ lệ xã có sân bơi | % | 20 | 45\n2 | Tỷ lệ trẻ biết bơi | % | 31 | 60\n\n"
        "2. Phấn đấu 70% trường học dạy bơi trước năm 2025.\n"
    )

    assert ("Tỷ lệ trường học dạy bơi", "%", 2025, "=", 70.0) in targets


def test_a_quote_keeps_its_tabs():
    text = SourceText.of(TARGETS)

    assert "1|Tỷ lệ" in text.value
    assert text.passage(text.value.index("1|Tỷ"), len(text.value)).quote.startswith("1\tTỷ")


@pytest.mark.parametrize(
    "words",
    [
        "SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/KH-SYT\tĐộc lập - Tự do\n",
        "Nơi nhận:\t\t\tGIÁM ĐỐC\n- Lưu: VT.\t\t\tNguyễn Văn An\n",
        "\t\tMột dòng thụt vào\n\t\tDòng nữa\n",
        "Một\tdòng\tđứng riêng\nkhông có bảng\n",
    ],
)
def test_other_tabs_part_no_cells(words: str):
    assert with_cells(words) == words


def test_many_rows_are_read_in_linear_time():
    def seconds(rows: int) -> float:
        text = "A\tB\tC\n" * rows + "A\tB\tC\td\n" * rows
        start = time.thread_time()
        with_cells(text)
        return time.thread_time() - start

    assert min(seconds(20_000) for _ in range(3)) < 1

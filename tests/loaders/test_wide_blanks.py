"""The same words justified with wide blanks, or broken over lines, say the same."""

from __future__ import annotations

import re
import textwrap
from itertools import cycle

import pytest

from loaders.read import read_text
from tests.loaders.papers import HEADER, duties, values

GOALS = (
    "II. MỤC TIÊU\n"
    "- Mọi người dân ở thôn bản xa nhất đều được dùng nước sạch.\n"
    "- Đến năm 2025, tỷ lệ hộ dân dùng nước sạch đạt 85%; đến năm 2030 đạt 95%.\n"
    "- Đến năm 2030, tuổi thọ trung bình đạt khoảng 75 tuổi.\n"
    "- Phấn đấu có 12 bác sĩ trên 10.000 dân vào năm 2030.\n"
)
TASKS = (
    "III. TỔ CHỨC THỰC HIỆN\n"
    "1. Sở Y tế: Chủ trì, phối hợp với Sở Thông tin và Truyền thông định hướng tuyên truyền về "
    "nước sạch.\n"
)
WIDE = "justified"


def _as_typed(body: str, way: str | int) -> str:
    if way == WIDE:
        widths = cycle(["   ", "  ", " "])
        return re.sub(r"(?<=\S) (?=\S)", lambda _: next(widths), body)
    return "\n".join(line for row in body.split("\n") for line in textwrap.wrap(row, int(way)))


@pytest.mark.parametrize("way", [WIDE, 40, 52, 60, 64, 72, 80])
def test_values_are_the_same_however_their_lines_are_set(way: str | int) -> None:
    assert values(_as_typed(GOALS, way)) == values(GOALS)


def test_the_plain_paper_says_what_is_expected() -> None:
    targets, _ = values(GOALS)
    assert [(one[1], one[2], one[4]) for one in targets] == [
        ("%", 2025, 85),
        ("%", 2030, 95),
        ("tuổi", 2030, 75),
        ("bác sĩ/10.000 dân", 2030, 12),
    ]


@pytest.mark.parametrize("way", [WIDE, 40, 52, 60])
def test_partners_are_the_same_however_their_lines_are_set(way: str | int) -> None:
    found = duties(_as_typed(TASKS, way))
    assert [(duty.agency, duty.partners) for duty in found] == [
        ("Sở Y tế", ("Sở Thông tin và Truyền thông",))
    ]


def test_justified_prose_that_speaks_of_bodies_and_counts_is_no_table() -> None:
    prose = (
        "II. MỤC TIÊU\n"
        "Các  huyện,  thị xã  xa  nhất  có  đủ  thầy  thuốc  khi  cần\n"
        "Tại  thôn  bản,  không  để  ai  quá  5  ngày  chờ  khám\n"
    )
    assert values(prose)[0] == []


def test_a_number_may_stand_on_the_line_below_its_word() -> None:
    record = read_text(
        "ỦY BAN NHÂN DÂN TỈNH\nSố: 12/KH-UBND\nHà Nam, ngày 02 tháng 3 năm 2021\nKẾ HOẠCH\n"
        "Thực hiện Chương trình số: 18-CTr/TU của Tỉnh ủy thực hiện Nghị quyết số:\n"
        "57-NQ/TW của Bộ Chính trị\n\n1. Sở Nội vụ: Báo cáo kết quả.\n",
        "plan.txt",
    )
    assert (record.document.title or "").endswith("Nghị quyết số: 57-NQ/TW của Bộ Chính trị")


def test_a_title_whose_second_line_begins_with_a_number_is_no_header() -> None:
    record = read_text(
        HEADER.replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH\n").replace(
            "Phát triển kinh tế - xã hội\n",
            "Về việc ban hành Chương trình thực hiện Nghị quyết\nsố 57-NQ/TW của Bộ Chính trị\n\n",
        )
        + "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành.",
        "act.txt",
    )
    assert record.document.type == "Quyết định"
    assert [relation.type for relation in record.relations if relation.type == "BASED_ON"]

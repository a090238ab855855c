"""Acts named by day, issuer and subject, and what looks like them."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import Reference

HEAD = """UBND TỈNH BẾN TRE
Số: 1500/KH-UBND
Bến Tre, ngày 6 tháng 5 năm 2019
KẾ HOẠCH
Về nuôi tôm nước lợ
"""


def named(line: str) -> list[Reference]:
    return list(read_text(f"{HEAD}{line}\n", "a.txt").references)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Thực hiện Nghị quyết ngày 12/3/2003 của Bộ Chính trị về tổ chức lại nông trường.",
            ("Nghị quyết", "2003-03-12", "Bộ Chính trị", "về tổ chức lại nông trường"),
        ),
        (
            "Căn cứ Chỉ thị ngày 05 tháng 6 năm 2017 của Thủ tướng Chính phủ về đê biển;",
            ("Chỉ thị", "2017-06-05", "Thủ tướng Chính phủ", "về đê biển"),
        ),
        (
            "Theo Kế hoạch ngày 04/02/2019 của UBND tỉnh về thu gom vỏ trấu.",
            ("Kế hoạch", "2019-02-04", "Ủy ban nhân dân tỉnh Bến Tre", "về thu gom vỏ trấu"),
        ),
    ],
)
def test_day_issuer_and_subject_name_a_document(line: str, told: tuple[str, ...]) -> None:
    [found] = named(line)
    assert (found.type, found.issue_date, found.issuer, found.title) == told
    assert found.number is None


@pytest.mark.parametrize(
    "line",
    [
        "Theo Nghị quyết ngày 12/3/2003 của Bộ Chính trị.",
        "Theo Nghị quyết ngày 12/3/2003 về tổ chức lại nông trường.",
        "Theo Nghị quyết tháng 3/2003 của Bộ Chính trị về tổ chức lại nông trường.",
        "Theo nghị quyết ngày 12/3/2003 của Bộ Chính trị về tổ chức lại nông trường.",
        "Sau cuộc họp ngày 12/3/2018 của UBND tỉnh về tổ chức lại nông trường.",
    ],
)
def test_less_names_nothing(line: str) -> None:
    assert named(line) == []


def test_a_number_stays_one_document() -> None:
    line = "Theo Nghị quyết số 26-NQ/TW ngày 05/8/2008 của Ban Chấp hành Trung ương về nông dân."
    assert [found.number for found in named(line)] == ["26-NQ/TW"]

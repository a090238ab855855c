"""Headings without numbers, as a text has them that lost what a word processor counted."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import Role
from tests.loaders.papers import HEADER, duties

PREAMBLE = "Thực hiện Chỉ thị số 5/CT-TTg ngày 3/2/2021, Ủy ban nhân dân tỉnh ban hành Kế hoạch "
GIVEN = [
    ("Sở Y tế", Role.LEAD, "Chủ trì, phối hợp"),
    ("Sở Y tế", Role.ASSIGNED, "Kiểm tra các trạm"),
    ("Sở Tài chính", Role.ASSIGNED, "Bố trí kinh phí."),
]


def given(body: str) -> list[tuple[str, Role, str]]:
    return [(one.agency, one.role, one.passage.quote[: len(GIVEN[0][2])]) for one in duties(body)]


@pytest.mark.parametrize("colon", ["", ":", " có trách nhiệm:"])
@pytest.mark.parametrize("signs", [("-", "-"), ("+", "+"), ("a)", "b)")])
def test_items_below_a_line_that_names_an_agency_are_its_tasks(
    colon: str, signs: tuple[str, str]
) -> None:
    first, second = signs
    body = (
        f"TỔ CHỨC THỰC HIỆN\nSở Y tế{colon}\n{first} Chủ trì, phối hợp với Công an tỉnh rà soát.\n"
        f"{second} Kiểm tra các trạm y tế.\nSở Tài chính{colon}\n{first} Bố trí kinh phí.\n"
    )
    assert [(a, r, q[:16]) for a, r, q in given(body)] == [(a, r, q[:16]) for a, r, q in GIVEN]


def test_paragraphs_below_it_are_where_they_begin_with_a_word_of_a_task() -> None:
    body = (
        "TỔ CHỨC THỰC HIỆN\nSở Y tế\nChủ trì, phối hợp với Công an tỉnh rà soát.\n"
        "Kiểm tra các trạm y tế.\nSở Tài chính\nBố trí kinh phí.\n"
        "Kinh phí năm nay nằm trong dự toán đã giao.\n"
    )
    assert [(a, r, q[:16]) for a, r, q in given(body)] == [(a, r, q[:16]) for a, r, q in GIVEN]


def test_a_paragraph_behind_the_items_is_no_task_of_theirs() -> None:
    body = (
        "TỔ CHỨC THỰC HIỆN\nSở Y tế:\n- Kiểm tra các trạm y tế.\n"
        "Kinh phí thực hiện do ngân sách tỉnh bảo đảm.\n"
    )
    assert [one.agency for one in duties(body)] == ["Sở Y tế"]


def test_an_agency_above_items_of_another_section_heads_nothing() -> None:
    assert duties("TÌNH HÌNH\nSở Y tế:\n- Đã kiểm tra các trạm y tế.\n") == ()


def test_the_preamble_ends_above_a_line_in_capitals() -> None:
    for opens in ("như sau:\nMỤC TIÊU\n", "như sau:\nMục tiêu chung\n"):
        record = read_text(
            f"{HEADER}{PREAMBLE}{opens}- 90% trạm y tế có bác sĩ.\nTỔ CHỨC THỰC HIỆN\n"
            "Sở Y tế: Kiểm tra các trạm y tế theo Quyết định số 7/QĐ-BYT ngày 02/01/2020.\n",
            "plan.txt",
        )
        assert [one.agency for one in record.responsibilities] == ["Sở Y tế"]
        assert [(one.type.value, one.target) for one in record.relations] == [
            ("IMPLEMENTS", "R1"),
            ("CITES", "R2"),
        ]


def test_a_task_below_a_bare_heading_may_begin_with_any_word():
    found = duties(
        "IV. NHIỆM VỤ CỦA CÁC CẤP, CÁC NGÀNH\nSở Y tế\nKhử trùng các ổ dịch.\n"
        "UBND các huyện\nPhun thuốc ở các chợ.\nKinh phí do ngân sách huyện bảo đảm."
    )
    assert [(duty.agency, duty.passage.quote) for duty in found] == [
        ("Sở Y tế", "Khử trùng các ổ dịch."),
        ("Ủy ban nhân dân các huyện", "Phun thuốc ở các chợ."),
    ]

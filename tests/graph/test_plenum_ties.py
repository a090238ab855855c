"""Resolutions called by a plenum and a subject, and laws called by their number alone."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.model import MentionStatus
from loaders.read import read_text
from queries.lineage import LineageDirection, lineage
from queries.mentions import MentionKind, MentionRow, mentions
from tests.stores import Stores, every_kind

NUMBERED = (
    "Thực hiện Nghị quyết số 21-NQ/TW ngày 25/10/2017 Hội nghị lần thứ sáu Ban Chấp hành Trung ương"
    " Đảng khóa XII về công tác dân số trong tình hình mới."
)


def paper(name: str, line: str, kind: str = "BÁO CÁO", title: str = "Về việc làm") -> ReadFile:
    number = "abc".index(name) + 1
    head = f"SỞ NỘI VỤ TỈNH BẮC KẠN\nSố: {number}/BC-SNV\n\nBắc Kạn, ngày 12 tháng 3 năm 2023\n\n"
    text = f"{head}{kind}\n{title}\n\nI. NHIỆM VỤ\n- {line}\n"
    return ReadFile(f"{name}.txt", read_text(text, f"{name}.txt"), text)


def last_of(stores: Stores, *files: ReadFile) -> MentionRow:
    """The mention of the paper `b.txt`, all files loaded one by one."""
    store = stores.make()
    for file in files:
        write_files(store, [file])
    rows = [r for r in mentions(store) if r.file == "b.txt" and r.kind is MentionKind.MENTION]
    return rows[0]


@every_kind
def test_a_plenum_with_its_subject_is_the_resolution_that_a_paper_numbers(stores: Stores) -> None:
    said = paper("b", "Theo Nghị quyết Trung ương sáu khóa XII về công tác dân số.")
    for files in permutations([paper("a", NUMBERED), said, paper("c", NUMBERED)]):
        row = last_of(stores, *files)
        assert (row.status, row.key) == (MentionStatus.CITED_ONLY, "vn.21-nq-tw.2017-10-25")


@pytest.mark.parametrize(
    "line",
    [
        "Theo Nghị quyết Trung ương sáu khóa XII.",
        "Theo Nghị quyết Trung ương sáu khóa XI về công tác dân số.",
        "Theo Nghị quyết Trung ương năm khóa XII về công tác dân số.",
        "Theo Nghị quyết Trung ương sáu khóa XII về công tác dân tộc.",
    ],
)
@every_kind
def test_another_plenum_or_subject_or_none_is_not(stores: Stores, line: str) -> None:
    row = last_of(stores, paper("a", NUMBERED), paper("b", line))
    assert row.key != "vn.21-nq-tw.2017-10-25"


@every_kind
def test_the_register_tells_the_plenum_of_a_number_and_day(stores: Stores) -> None:
    line = (
        "Theo Nghị quyết Trung ương 5 khóa XIII về tiếp tục đổi mới, phát triển và nâng cao hiệu"
        " quả kinh tế tập thể."
    )
    number = paper("a", "Theo Nghị quyết số 20-NQ/TW ngày 16/6/2022.")
    assert last_of(stores, number, paper("b", line)).key == "vn.20-nq-tw.2022-06-16"
    assert last_of(stores, paper("b", line)).key != "vn.20-nq-tw.2022-06-16"


@every_kind
def test_who_carries_a_plenums_resolution_out_stands_below_its_number(stores: Stores) -> None:
    title = "Thực hiện Nghị quyết Trung ương sáu khóa XII về công tác dân số"
    store = stores.make()
    write_files(store, [paper("a", NUMBERED), paper("b", "Thi hành.", "KẾ HOẠCH", title)])
    answer = lineage(store, "vn.21-nq-tw.2017-10-25", LineageDirection.DESCENDANTS)
    assert [one.document.number for one in answer.items] == ["2/BC-SNV"]


@every_kind
def test_a_law_by_its_number_is_the_one_that_is_named_with_it(stores: Stores) -> None:
    named = paper("a", "Theo Luật Giá số 16/2023/QH15 ngày 19/6/2023.")
    alone = paper("b", "Theo Luật số 16/2023/QH15.")
    key = "vn.luat-gia.2023-06-19"
    for files in permutations([named, alone, paper("c", "Theo Luật Giá năm 2023.")]):
        assert last_of(stores, *files).key == key
    assert last_of(stores, alone).key != key

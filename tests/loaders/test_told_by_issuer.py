"""Acts told by type and issuer alone, and other words that point to an act or only seem to."""

from __future__ import annotations

import time

import pytest

from loaders.read import read_text
from loaders.records import SELF, DocumentRecord

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 12/KH-UBND
Lạng Sơn, ngày 3 tháng 4 năm 2022

KẾ HOẠCH
Phát triển thư viện năm 2022

"""
ENACTS = "Thực hiện Quyết định của Thủ tướng Chính phủ, UBND tỉnh ban hành Kế hoạch như sau:\n"


def edges(body: str) -> set[tuple[str, str, str]]:
    return _edges(read_text(HEAD + body, "plan.txt"))


def _edges(record: DocumentRecord) -> set[tuple[str, str, str]]:
    named = {one.key: str(one.number or one.title) for one in record.references} | {SELF: SELF}
    return {(named[r.source], r.type.value, named[r.target]) for r in record.relations}


def test_an_act_named_above_is_told_by_its_issuer():
    body = "Thủ tướng Chính phủ đã ban hành Quyết định số 15/QĐ-TTg ngày 3/2/2022 về thư viện.\n"
    assert (SELF, "IMPLEMENTS", "15/QĐ-TTg") in edges(body + ENACTS)


@pytest.mark.parametrize(
    "body",
    [
        "Quyết định số 15/QĐ-TTg ngày 3/2/2022 và Quyết định số 16/QĐ-TTg ngày 4/2/2022 nêu rõ.\n",
        "Quyết định số 15/QĐ-BVHTTDL ngày 3/2/2022 đã nêu rõ.\n",
        "Chỉ thị số 15/CT-TTg ngày 3/2/2022 đã nêu rõ.\n",
    ],
)
def test_one_of_several_or_another_is_not_told(body):
    assert not {edge for edge in edges(body + ENACTS) if edge[:2] == (SELF, "IMPLEMENTS")}


def test_an_act_of_which_more_is_told_is_another():
    body = (
        "Quyết định số 15/QĐ-TTg ngày 3/2/2022 về thư viện đã nêu rõ nhiệm vụ.\n"
        "Thực hiện Quyết định của Thủ tướng Chính phủ về bảo tàng, UBND tỉnh ban hành Kế hoạch.\n"
    )
    assert (SELF, "IMPLEMENTS", "15/QĐ-TTg") not in edges(body)


def test_a_plenum_gives_force_to_the_strategy_that_its_resolution_is_about():
    body = (
        "Căn cứ Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Trung ương khóa XII về Chiến lược "
        "phát triển nghề cá Việt Nam đến năm 2030;\n"
    )
    assert "APPROVES" in {kind for _, kind, _ in edges(body)}
    looked_at = body.replace("về Chiến lược", "về kết quả thực hiện Chiến lược")
    assert "APPROVES" not in {kind for _, kind, _ in edges(looked_at)}


def test_a_plan_of_five_years_carries_out_what_stands_behind_it():
    body = (
        "Căn cứ Nghị quyết số 61/NQ-CP ngày 5/3/2020 của Chính phủ về Kế hoạch tổng thể và kế "
        "hoạch 5 năm của Chính phủ thực hiện Nghị quyết số 33-NQ/TW ngày 22/10/2018;\n"
    )
    assert ("61/NQ-CP", "IMPLEMENTS", "33-NQ/TW") in edges(body)
    assert not {target for *_, target in edges(body) if "tổng thể" in target}
    summed_up = body.replace("về Kế hoạch tổng thể và kế hoạch 5 năm", "về tổng kết 5 năm")
    assert ("61/NQ-CP", "IMPLEMENTS", "33-NQ/TW") not in edges(summed_up)


def test_a_programme_fit_for_its_place_is_none():
    record = read_text(
        HEAD + "1. Mục đích: cụ thể hóa Chương trình hành động phù hợp với điều kiện của tỉnh.\n",
        "plan.txt",
    )
    assert record.references == ()


def test_what_a_resolution_said_is_replaced_by_the_act_that_follows_it():
    body = (
        "Bộ Xây dựng ban hành Thông tư số 5/2010/TT-BXD ngày 3/2/2010 theo Nghị quyết số 7/NQ-CP "
        "ngày 4/1/2010 của Chính phủ đã quy định và thay thế cho Thông tư số 8/2005/TT-BXD ngày "
        "6/7/2005.\n"
    )
    assert ("7/NQ-CP", "REPLACES", "8/2005/TT-BXD") not in edges(body)


def test_what_a_body_issued_on_a_basis_is_no_basis():
    body = "Căn cứ Luật Thư viện ngày 21/11/2019, Bộ Nội vụ đã ban hành Thông tư số 9/TT-BNV;\n"
    assert (SELF, "BASED_ON", "9/TT-BNV") not in edges(body)
    assert (SELF, "BASED_ON", "Luật Thư viện") in edges(body)


def test_a_page_may_lose_a_word_of_what_is_issued():
    paper = (
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nSố: 12/QĐ-UBND\nLạng Sơn, ngày 3 tháng 4 năm 2022\n"
        "QUYẾT ĐỊNH\nCăn cứ Quyết định số 15/QĐ-TTg ngày 3/2/2022 phê duyệt Chiến lược quốc gia "
        "phát triển thư viện đến năm 2030;\nQUYẾT ĐỊNH:\nĐiều 1. Ban kèm theo Quyết định này Kế "
        "hoạch triển khai Chiến lược quốc gia phát triển thư viện đến năm 2030 của tỉnh.\n"
    )
    name = "Chiến lược quốc gia phát triển thư viện đến năm 2030"
    assert (SELF, "IMPLEMENTS", name) in _edges(read_text(paper, "decision.txt"))


def test_thousands_of_such_words_cost_linear_time():
    many = "".join(f"Quyết định số {n}/QĐ-TTg ngày 3/2/2022 nêu rõ.\n{ENACTS}" for n in range(1500))
    began = time.thread_time()
    read_text(HEAD + many, "long.txt")
    assert time.thread_time() - began < 20

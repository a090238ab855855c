"""Bad inputs as text: Unicode forms, look-alikes, dates that are none, circles, regex killers."""

from __future__ import annotations

import codecs
import json
import sys
import unicodedata

import pytest

from loaders.errors import UnreadableFile
from loaders.read import read_text
from loaders.record_json import as_json
from loaders.records import RelationType
from loaders.sources import decode
from tests.loaders.papers import HEADER
from tests.loaders.plan import PLAN, facts

CITING = "Căn cứ {} của Chính phủ về phát triển thư viện công cộng và văn hóa đọc;\n"


def numbers(raw: str) -> list[str | None]:
    return [reference.number for reference in read_text(raw, "paper.txt").references]


def date_of(words: str) -> str | None:
    cited = CITING.format(f"Nghị định số 12/2019/NĐ-CP {words}")
    [reference] = read_text(cited, "paper.txt").references
    return reference.issue_date


ENCODED = {
    "utf-8": PLAN.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + PLAN.encode(),
    "utf-8, decomposed": unicodedata.normalize("NFD", PLAN).encode(),
    "utf-16 with a mark": codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le"),
    "utf-16, big end first, with a mark": codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
    "utf-16 without a mark": PLAN.encode("utf-16-le"),
    "utf-16, big end first, without a mark": PLAN.encode("utf-16-be"),
    "utf-32": codecs.BOM_UTF32_LE + PLAN.encode("utf-32-le"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_one_record_whatever_unicode_form_a_file_has(data):
    assert facts(decode(data, "paper.txt").text) == facts(PLAN)


@pytest.mark.parametrize("cut", [1, 2])
def test_half_a_letter_is_refused_by_name(cut):
    with pytest.raises(UnreadableFile) as refused:
        decode("Quốc lộ 1, đường số 2, thôn Kế".encode()[:-cut], "paper.txt")
    assert refused.value.code == "undecodable"


@pytest.mark.parametrize(
    "printed",
    [
        "105/KH-UBND",
        "105/KH\u2013UBND",
        "105/KH\u2011UBND",
        "105 / KH \u2212 UBND",
        "105\u2215KH-UBND",
        "105/\u00a0KH-UBND",
        "１０５/KH-UBND",
        "105/\u041aH-UBND",
        "1O5/KH-UBND",
        "l05/KH-UBND",
        "105/K\u200bH-UBND",
    ],
)
def test_a_number_of_look_alikes_is_the_number(printed):
    raw = CITING.format(f"Kế hoạch số {printed} ngày 02/3/2020")
    [reference] = read_text(raw, "paper.txt").references
    assert reference.number == "105/KH-UBND"
    assert printed in reference.mentions[0].passage.quote


def test_an_icelandic_letter_is_the_vietnamese_one():
    raw = "Căn cứ Quyết định số 12/QÐ-TTg ngày 02/3/2020 của Thủ tướng Chính phủ về thư viện;\n"
    assert numbers(raw) == ["12/QĐ-TTg"]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("ngày 31/02/2025", "2025-02"),
        ("ngày 00/01/2025", "2025-01"),
        ("ngày 15/13/2025", "2025"),
        ("ngày 5/3/25", "2025-03-05"),
        ("ngày 5/3/98", "1998-03-05"),
        ("ngày   tháng   năm 2025", "2025"),
        ("ngày ... tháng 4 năm 2025", "2025-04"),
        ("ngày 1/2/1890", None),
        ("ngày 1/2/2999", None),
        ("ngày 19/8/1945", "1945-08-19"),
    ],
)
def test_of_a_date_only_what_can_be_true_is_taken(words, date):
    assert date_of(words) == date


@pytest.mark.parametrize(
    "printed", ["ngày 31/02/2025", "ngày 29 tháng 02 năm 2019", "ngày 1/2/2999"]
)
def test_a_date_that_no_calendar_has_is_warned_of_in_its_place(printed):
    raw = CITING.format(f"Nghị định số 12/2019/NĐ-CP {printed}")
    [warning] = [w for w in read_text(raw, "paper.txt").warnings if w.code == "impossible_date"]
    assert warning.span is not None
    assert raw[warning.span.start : warning.span.end] == printed


def test_a_possible_date_is_not_warned_of():
    codes = [warning.code for warning in read_text(PLAN, "paper.txt").warnings]
    assert "impossible_date" not in codes


def test_a_paper_that_cites_itself_stands_in_no_relation_to_itself():
    raw = PLAN.replace("45/KH-UBND ngày 02/3/2020", "118/KH-UBND ngày 14/6/2021")
    record = read_text(raw, "paper.txt")
    assert all(reference.number != "118/KH-UBND" for reference in record.references)
    assert all(relation.source != relation.target for relation in record.relations)


def test_two_documents_that_carry_each_other_out_are_told_as_printed():
    one = "Kế hoạch số 5/KH-SNV ngày 01/3/2021 của Sở Nội vụ"
    two = "Kế hoạch số 6/KH-STC ngày 01/3/2021 của Sở Tài chính"
    raw = PLAN.replace("II. TỔ", f"- {one} thực hiện {two}.\n- {two} thực hiện {one}.\nII. TỔ")
    record = read_text(raw, "paper.txt")
    keys = {reference.number: reference.key for reference in record.references}
    ends = (keys["5/KH-SNV"], keys["6/KH-STC"])
    told = {(r.source, r.target) for r in record.relations if r.type is RelationType.IMPLEMENTS}
    assert {ends, ends[::-1]} <= told


def test_a_paper_may_cite_five_thousand_others():
    lines = [CITING.format(f"Nghị quyết số {i}/NQ-CP ngày 02/3/2020") for i in range(1, 5001)]
    record = read_text(PLAN.replace("Căn cứ Luật", "".join(lines) + "Căn cứ Luật"), "paper.txt")
    cited = {reference.number for reference in record.references}
    assert {f"{i}/NQ-CP" for i in range(1, 5001)} <= cited
    assert sum(r.type is RelationType.BASED_ON for r in record.relations) >= 5000


def test_one_number_with_two_far_dates_is_two_documents():
    raw = CITING.format("Nghị quyết số 15/NQ-CP ngày 04/02/2013") + CITING.format(
        "Nghị quyết số 15/NQ-CP ngày 31/8/2021"
    )
    dates = [reference.issue_date for reference in read_text(raw, "paper.txt").references]
    assert dates == ["2013-02-04", "2021-08-31"]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9b"])
def test_control_characters_reach_no_field(sign):
    raw = PLAN.replace("thư viện công cộng", f"thư{sign} viện công{sign} cộng")
    record = read_text(raw, "paper.txt")
    assert record.document.title == "Phát triển thư viện công cộng giai đoạn 2021 - 2025"
    assert json.loads(json.dumps(as_json(record))) == as_json(record)


@pytest.mark.parametrize("cut", ["“", '"', "“Trồng"])
def test_a_text_that_ends_in_the_name_of_a_work_is_read(cut):
    raw = f"Căn cứ Quyết định số 31/QĐ-TTg ngày 4/5/2019 phê duyệt Đề án {cut}"
    assert numbers(raw) == ["31/QĐ-TTg"]


def test_a_lone_surrogate_is_read_over():
    record = read_text(PLAN.replace("Bạc Liêu, ngày", "\ud800 Bạc Liêu, ngày"), "paper.txt")
    assert record.document.number == "118/KH-UBND"


KILLERS = {
    "one word": "Căn cứ ",
    "brackets": "(",
    "a basis a line": "Căn cứ Luật Đất đai ngày 29/11/2013;\n",
    "numbers side by side": "Nghị quyết số 7/NQ-CP ngày 1/2/2020 của Chính phủ, ",
    "a chain": "thực hiện Nghị quyết số 7/NQ-CP thực hiện ",
    "works": "Chương trình phát triển giáo dục giai đoạn 2021-2025, ",
    "laws": "Luật Đất đai và Luật sửa đổi, bổ sung một số điều của Luật Nhà ở, ",
    "quotes that never end": 'Đề án "Phát triển ',
    "a header that never ends": "ỦY BAN NHÂN DÂN TỈNH ",
    "types": "KẾ HOẠCH\n",
    "a clause that never ends": "ban hành kế hoạch thực hiện ",
    "cells": "| Số: | ",
    "signatures": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nNguyễn Văn An\n",
    "lists of recipients": "Nơi nhận: ",
    "a foot that opens again": "Nơi nhận:\n- Sở Y tế;\n",
    "a word that never ends": "a",
    "a code that never ends": "Ð",
    "laws without a line's end": "Luật A ",
    "shares": "trong đó 5% ",
    "what points back": "Nghị quyết số 5/NQ-CP thực hiện Nghị quyết này, ",
}


def calls_of_reading(raw):
    """How many functions are called: what reading costs, on any machine."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_text(raw, "paper.txt")
    except UnreadableFile:
        pass
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("piece", [*KILLERS.values(), "a ", "a\n", "1 ", "- Sở Y tế chủ trì; "])
def test_four_times_the_text_is_four_times_the_work(piece):
    read_text(f"Kế hoạch số 7/KH-UBND {piece * 400}", "paper.txt")
    few, many = (calls_of_reading(piece * (size // len(piece))) for size in (4_000, 16_000))
    assert many <= 5.5 * few


@pytest.mark.parametrize("piece", KILLERS.values(), ids=KILLERS.keys())
def test_sixty_thousand_letters_of_one_piece_are_read_through(piece):
    raw = piece * (60_000 // len(piece))
    try:
        record = read_text(raw, "paper.txt")
    except UnreadableFile as error:
        assert error.code == "not_a_policy_document"
    else:
        assert all(len(m.passage.quote) <= 300 for r in record.references for m in r.mentions)


def test_signs_that_a_page_wrote_out_are_read_and_quoted_as_they_stand() -> None:
    paper = HEADER + "I. CHỈ TIÊU\n- Tỷ lệ h&#7897; ngh&egrave;o d&#x1B0;ới 5%; S&otilde; &x.\n"
    record = read_text(paper, "page.txt")
    (indicator,) = record.indicators
    assert indicator.name == "Tỷ lệ hộ nghèo"
    (target,) = indicator.targets
    assert target.passage.quote in paper
    assert "h&#7897; ngh&egrave;o" in target.passage.quote

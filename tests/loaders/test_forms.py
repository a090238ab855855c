"""Forms of citations: old symbols, blanks, codes that are none, laws of one name."""

from __future__ import annotations

import pytest

from tests.loaders.test_citing import edges, names, read


@pytest.mark.parametrize(
    "words",
    [
        "Khai theo mẫu số 01/ĐK-TCT khi có biến động.",
        "Tờ khai số 05/KK-TNCN nộp trước ngày 20 hằng tháng.",
        "Chuyển tiền vào tài khoản số 3713/KB-NN của đơn vị.",
        "Hồ sơ có mã số: 12/HS-UBND lưu tại bộ phận một cửa.",
    ],
)
def test_codes_of_forms_files_and_accounts_are_no_documents(words):
    assert names(read(tasks=f"1. {words}")) == []


def test_an_old_symbol_of_an_issuer_alone_leaves_the_type_as_printed():
    [reference] = read("Căn cứ Quyết định số 327-CT ngày 15/9/1992;").references
    assert (reference.type, reference.number) == ("Quyết định", "327-CT")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Kế hoạch số …/KH-UBND ngày …/…/2023", "2023"),
        ("Kế hoạch số    /KH-UBND ngày    /5/2023", "2023-05"),
        ("Kế hoạch số ...../KH-UBND ngày ... tháng 5 năm 2023", "2023-05"),
    ],
)
def test_a_number_and_a_day_left_blank(words, date):
    record = read(f"Thực hiện {words} của UBND tỉnh, Sở Du lịch xây dựng kế hoạch:")
    [reference] = record.references
    assert (reference.type, reference.number, reference.issue_date) == ("Kế hoạch", None, date)
    assert [r.type.value for r in record.relations] == ["IMPLEMENTS"]


def test_laws_of_one_name_and_two_years_are_two_whatever_stands_between():
    record = read(
        "Căn cứ Luật Thủy sản đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV, "
        "kỳ họp thứ 4 thông qua ngày 21/11/2017;\nCăn cứ Luật Thủy sản năm 2017;\nCăn cứ Luật "
        "Thủy sản số 18/2017/QH14;\nCăn cứ Luật Thủy sản ngày 26/11/2003;"
    )
    assert [(r.issue_date, len(r.mentions)) for r in record.references] == [
        ("2017-11-21", 3),
        ("2003-11-26", 1),
    ]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1287/SYT - KHTC ngày 3/7/2018", "1287/SYT-KHTC"),
        ("99/2017/NQ-HĐND - K13 ngày 27/12/2017", "99/2017/NQ-HĐND-K13"),
        ("12/TT- LB ngày 2/3/1993", "12/TT-LB"),
        ("5/KH-UBND - BAN HÀNH ngày 2/3/2019", "5/KH-UBND"),
    ],
)
def test_codes_that_no_table_knows_close_a_number_behind_blanks(printed, number):
    assert names(read(f"Căn cứ Văn bản số {printed} của tỉnh;")) == [number]


@pytest.mark.parametrize(
    "law",
    [
        "Luật Khám bệnh, chữa bệnh 40/2009/QH12 ngày 23/11/2009",
        "Luật Khám bệnh, chữa bệnh số 40/2009/QH12 ngày23/11/2009",
        "Luật Khám bệnh, chữa bệnh (số 40/2009/QH12) ngày 23/11/2009",
    ],
)
def test_a_law_with_its_number_typed_in_haste(law):
    [reference] = read(f"Căn cứ {law};").references
    assert (reference.number, reference.title) == (
        "40/2009/QH12",
        "Luật Khám bệnh, chữa bệnh",
    )


def test_the_name_of_a_law_ends_before_a_day_that_is_glued_to_its_word():
    [reference] = read("Căn cứ Luật Ngân sách nhà nước ngày25/6/2015;").references
    assert (reference.title, reference.issue_date) == ("Luật Ngân sách nhà nước", "2015-06-25")


@pytest.mark.parametrize(("of", "first"), [("của ", "t"), ("", "T")])
def test_an_amending_law_names_all_that_it_amends_in_small_letters_too(of, first):
    law = (
        f"Luật sửa đổi, bổ sung một số điều {of}Luật {first}ổ chức Chính phủ và Luật tổ chức tòa án"
    )
    record = read(f"Căn cứ {law} ngày 22/11/2019;")
    amending, *amended = record.references
    assert (amending.title, amending.issue_date) == (law, "2019-11-22")
    assert [(r.title or "").lower() for r in amended] == [
        "luật tổ chức chính phủ",
        "luật tổ chức tòa án",
    ]
    changes = {(a, b) for a, told, b in edges(record) if told == "AMENDS"}
    assert changes == {(law, r.title) for r in amended}


def test_a_decree_may_adjust_another_and_a_word_be_left_out_before_what_is_promulgated():
    record = read(
        "Căn cứ Nghị định số 6/2019/NĐ-CP về điều chỉnh bổ sung một số điều của Nghị định "
        "số 3/2015/NĐ-CP;\nCăn cứ Nghị quyết số 8/NQ-CP ngày 3/3/2021 của Chính phủ việc ban hành "
        "Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030;"
    )
    told = {(a, kind) for a, kind, _ in edges(record)}
    assert ("6/2019/NĐ-CP", "AMENDS") in told
    assert ("8/NQ-CP", "PROMULGATES") in told


def test_a_day_glued_to_the_last_word_of_a_law_is_its_day():
    law = "Luật Tổ chức chính quyền địa phương"
    record = read(f"Căn cứ {law}ngày 19 tháng 6 năm 2015;")

    assert [(r.title, r.issue_date) for r in record.references] == [(law, "2015-06-19")]

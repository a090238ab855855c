"""Forms of citations: old symbols, blanks, codes that are none, laws of one name."""

from __future__ import annotations

import pytest

from tests.loaders.test_citing import names, read


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

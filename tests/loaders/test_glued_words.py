"""Words that a page ran together are read as the two that they are; all else stays."""

from __future__ import annotations

import pytest

from loaders.mending.glued_words import set_words_apart
from loaders.read import read_text
from loaders.text.source_text import SourceText

PAGE = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 55/QĐ-UBND
Hà Nam, ngày 05 tháng 3 năm 2018

QUYẾT ĐỊNH
BANHÀNH KẾ HOẠCH TRỒNG RỪNG GIAI ĐOẠN 2018 - 2020

Căn cứ Luật Tổ chức Hội đồngnhân dân và Ủy ban nhân dân;
Căn cứ Kế hoạch số 18/KH-BTNMT ngày 18/12/2017 của Bộ Tài nguyên và Môi trường;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theoQuyết định này Kế hoạch trồng rừng giaiđoạn 2018 - 2020.
Điều 2. Sở Nông nghiệp vàPhát triển nông thôn có trách nhiệm triển khai Kế hoạchnày.
"""


def apart(text: str) -> str:
    return set_words_apart(SourceText.of(text)).value


@pytest.mark.parametrize(
    ("glued", "read"),
    [
        ("giaiđoạn", "giai đoạn"),
        ("theoQuyết", "theo Quyết"),
        ("vìsự", "vì sự"),
        ("nữtham", "nữ tham"),
        ("banhành", "ban hành"),
        ("BANHÀNH", "BAN HÀNH"),
        ("vắcxin", "vắc xin"),
        ("Facebook", "Facebook"),
        ("internet", "internet"),
        ("GDĐT", "GDĐT"),
        ("BộGTVT", "BộGTVT"),
        ("nghiêng", "nghiêng"),
        ("khuỷu", "khuỷu"),
        ("toàn", "toàn"),
    ],
)
def test_words_of_a_page_that_lost_blanks(glued: str, read: str) -> None:
    assert apart(f"bảođảm, giađình, xửlý hộiđồng {glued} đó") == (
        f"bảo đảm, gia đình, xử lý hội đồng {read} đó"
    )


def test_one_glued_word_may_be_a_name() -> None:
    said = "xã Iađrăng: xã Iađrăng, xã Iađrăng nửanăm; xã Iađrăng"
    assert apart(said) == said


def test_a_page_is_read_and_its_quotes_stay_as_printed() -> None:
    record = read_text(PAGE, "page.txt")
    assert record.document.title == "Ban hành Kế hoạch trồng rừng giai đoạn 2018 - 2020"
    assert [one.title for one in record.references if one.type == "Luật"] == [
        "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"
    ]
    for relation in record.relations:
        span = relation.passage.span
        assert PAGE[span.start : span.end] == relation.passage.quote

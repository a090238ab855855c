"""The quality gate on text that no OCR made: legacy encodings and broken fonts assert nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from loaders.read import read_text
from loaders.records import Header, Quality
from loaders.text.quality import grade

PAPER = """ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG
Số: 12/KH-UBND
Đà Lạt, ngày 02 tháng 7 năm 2018
KẾ HOẠCH
Thực hiện Nghị quyết số 20-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương
Căn cứ Luật Tổ chức chính quyền địa phương; Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:
1. Mục tiêu: đến năm 2025, tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 95%.
2. Sở Y tế chủ trì, phối hợp với Sở Tài chính hướng dẫn các đơn vị thực hiện; báo cáo hằng năm.
"""
UNICODE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
TCVN3 = (
    "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8\u00c9"
    "\u00cb\u00ae\u00cc\u00d0\u00ce\u00cf\u00d1\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7\u00dd\u00d8"
    "\u00dc\u00de\u00df\u00e3\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9\u00ac\u00ea\u00ed"
    "\u00eb\u00ec\u00ee\u00ef\u00f3\u00f1\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9\u00fa\u00fd"
    "\u00fb\u00fc\u00fe"
)


def tcvn3(text: str) -> str:
    """The text as its TCVN3 bytes look when they are taken for Latin-1; capitals have no codes."""
    return text.lower().translate(dict(zip(map(ord, UNICODE), TCVN3, strict=True)))


def tcvn3_beside_unicode(text: str) -> str:
    """Two encodings in one file: the headings in capitals were typed again in Unicode."""
    return text.translate(dict(zip(map(ord, UNICODE), TCVN3, strict=True)))


VNI_TONES = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï", strict=True))
VNI_HATS = {"\u0302": "âáàåãä", "\u0306": "êéèúüë"}


def vni(text: str) -> str:
    """The text as its VNI codes look when they are taken for Latin-1: each mark is a letter."""
    return "".join(map(_in_vni, text))


def _in_vni(letter: str) -> str:
    bare, *marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in VNI_TONES), "")
    hat = next((VNI_HATS[mark] for mark in marks if mark in VNI_HATS), None)
    if letter in "đĐ":
        found = "ñ"
    elif hat is not None:
        found = bare + hat[(["", *VNI_TONES]).index(tone)]
    elif "\u031b" in marks:
        found = ("ô" if bare in "oO" else "ö") + VNI_TONES.get(tone, "")
    else:
        found = bare + VNI_TONES.get(tone, "")
    return found.upper() if letter.isupper() else found


def vni_from_the_middle(text: str) -> str:
    """A file put together of two: the second half is in VNI."""
    middle = len(text) // 2
    return text[:middle] + vni(text[middle:])


def tcvn3_stripped(text: str) -> str:
    """The same after a tool that drops soft hyphens: every "ư" is gone."""
    return tcvn3(text).replace("\u00ad", "")


def private_use(text: str) -> str:
    """Letters of a font without a map to Unicode."""
    return "".join(chr(0xF000 + ord(c)) if c.isascii() and c.isalpha() else c for c in text)


def without_marked_letters(text: str) -> str:
    """A font whose marked letters yield nothing."""
    return "".join(c if c.isascii() else " " for c in text)


def two_fonts(text: str) -> str:
    """Plain letters first, then the marked ones, as PDF text of two fonts comes."""
    lines = text.split("\n")
    plain = ["".join(c for c in line if c.isascii()) for line in lines]
    marked = [" ".join(c for c in line if not c.isascii()) for line in lines]
    return "\n".join(f"{a}\n{b}" for a, b in zip(plain, marked, strict=True))


def latin1(text: str) -> str:
    """UTF-8 read as Latin-1."""
    return text.encode("utf-8").decode("latin-1")


BROKEN = [
    tcvn3, tcvn3_stripped, tcvn3_beside_unicode, vni, vni_from_the_middle, private_use,
    without_marked_letters, two_fonts, latin1,
]  # fmt: skip


def test_the_paper_itself_is_good():
    assert grade(PAPER) is Quality.GOOD


@pytest.mark.parametrize("break_text", BROKEN, ids=lambda f: f.__name__)
def test_broken_text_is_for_a_person_and_asserts_nothing(break_text: Callable[[str], str]):
    record = read_text(break_text(PAPER), "paper.txt")
    assert record.quality is Quality.NEEDS_REVIEW
    assert record.document == Header()
    assert (record.references, record.relations, record.indicators) == ((), (), ())
    assert (record.responsibilities, record.recipients) == ((), ())
    assert [warning.code for warning in record.warnings] == ["unreadable_text"]


def test_bullets_of_a_symbol_font_break_nothing():
    listed = PAPER.replace("\n", "\n\uf0b7 ")
    assert grade(listed) is Quality.GOOD


def test_numbers_of_documents_do_not_make_a_short_good_text_garbled() -> None:
    text = (
        "Thực hiện Nghị quyết số 12-NQ/HU ngày 3/4/2021 của Huyện ủy khóa XXI, Nghị quyết số "
        "45/NQ-HĐND ngày 5/6/2021; Kế hoạch số 78/KH-UBND ngày 7/8/2021; Công văn số "
        "99/SNN&PTNT-TTBVTV, UBND huyện xây dựng kế hoạch."
    )

    assert grade(text) is Quality.GOOD


def test_tones_that_cannot_be_tell_a_bad_page_of_a_good_ocr() -> None:
    slipped = (
        "UBND tỉnh giao Sở Y tế chủ trì, phôi hợp với các sở thực hiện kê hoạch; tông hợp kêt quả, "
        "đề xuât biện pháp nâng cao chât lượng khám chữa bệnh ở cả ba câp, ít nhât mỗi quý một lần."
    )

    assert grade(slipped) is Quality.GARBLED
    assert grade(slipped.replace("kêt", "kết").replace("xuât", "xuất")) is Quality.GOOD
    record = read_text(f"{PAPER}3. {slipped}\n", "paper.txt")
    assert record.quality is Quality.GARBLED
    assert {duty.agency for duty in record.responsibilities} == {"Sở Y tế"}
    assert {duty.partners for duty in record.responsibilities} >= {("Các sở",)}


def test_places_of_other_peoples_make_no_text_garbled() -> None:
    paper = (
        "ỦY BAN NHÂN DÂN HUYỆN KRÔNG PĂC\nSố: 12/TB-UBND\nKrông Păc, ngày 02 tháng 3 năm 2021\n"
        "THÔNG BÁO\nVề lịch tiếp công dân\n"
        + "Ủy ban nhân dân huyện Krông Păc thông báo lịch tiếp công dân tại huyện Krông Păc.\n"
        * 4
    )
    assert read_text(paper, "notice.txt").quality is Quality.GOOD
    garbled = paper.replace("thông báo lịch", "thông bao câp kêt thât môt lịch")
    assert read_text(garbled, "notice.txt").quality is Quality.GARBLED

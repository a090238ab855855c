"""Pages whose narrow columns break headings and type words; names that only capitals print."""

from __future__ import annotations

import pytest

from loaders.citations import works
from loaders.layout.structure import Outline
from loaders.read import read_text
from loaders.records import DocumentRecord
from loaders.text.source_text import SourceText

HEAD = "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nSố: 9/KH-UBND\nHà Giang, ngày 5 tháng 3 năm 2021\nKẾ HOẠCH\n"


def read(raw: str) -> DocumentRecord:
    return read_text(HEAD + raw, "paper.txt")


def edges(record: DocumentRecord) -> set[tuple[str, str]]:
    cited = {r.key: r.number or r.title for r in record.references}
    return {(r.type.value, str(cited[r.target])) for r in record.relations if r.source == "SELF"}


@pytest.mark.parametrize("broken", ["I. CĂN CỨ XÂY DỰNG\nKẾ HOẠCH", "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH"])
def test_a_heading_of_bases_may_go_on_below(broken):
    record = read(
        f"Trồng rừng năm 2021\n{broken}\n1. Quyết định số 924/QĐ-TTg ngày 22\ntháng 8 năm 2020;\n"
        "2. Nghị quyết số 25/NQ-HĐND ngày 17/9/2020.\nII. MỤC TIÊU\nTrồng rừng.\n"
    )
    assert {("BASED_ON", "924/QĐ-TTg"), ("BASED_ON", "25/NQ-HĐND")} <= edges(record)


def test_an_agency_in_capitals_below_a_heading_is_not_part_of_it():
    text = SourceText.of("II. TỔ CHỨC\nTHỰC HIỆN\nSỞ TÀI CHÍNH\n- Bố trí kinh phí hằng năm.\n")
    assert [len(block.lines) for block in Outline(text).blocks] == [2, 1, 1]


def test_a_title_in_capitals_names_the_work_that_the_text_names():
    record = read(
        "THỰC HIỆN CHƯƠNG TRÌNH NƯỚC SẠCH CHO TRƯỜNG HỌC VÙNG CAO BIÊN GIỚI PHÍA BẮC\n"
        "Căn cứ Quyết định số 924/QĐ-TTg ngày 22/8/2020 phê duyệt Chương trình nước sạch cho\n"
        "trường học vùng cao biên giới phía bắc;\n"
    )
    name = "Chương trình nước sạch cho trường học vùng cao biên giới phía bắc"
    assert ("IMPLEMENTS", name) in edges(record)


def test_a_title_in_capitals_alone_names_no_work():
    record = read(
        "THỰC HIỆN CHƯƠNG TRÌNH NƯỚC SẠCH CHO TRƯỜNG HỌC VÙNG CAO\nCăn cứ Luật Thủy lợi;\n"
    )
    assert [r.type for r in record.references] == ["Luật"]


def test_a_type_word_that_goes_on_below_is_still_the_papers_own():
    record = read(
        "HÀNH\nĐỘNG THỰC HIỆN ĐỀ ÁN XÓA MÙ CHỮ ĐẾN NĂM 2025\n"
        "Thực hiện Quyết định số 92/QĐ-TTg ngày 11/1/2020, UBND tỉnh ban hành Kế hoạch hành động\n"
        "thực hiện Đề án xóa mù chữ đến năm 2025 như sau:\nI. MỤC TIÊU\n"
    )
    assert "Kế hoạch hành động" not in {r.type for r in record.references}


def test_khi_sinh_belongs_to_a_name():
    record = read(
        "Dân số\nCăn cứ Đề án Kiểm soát mất cân bằng giới tính khi sinh giai đoạn 2016-2025;\n"
    )
    (scheme,) = record.references
    assert scheme.title == "Đề án Kiểm soát mất cân bằng giới tính khi sinh giai đoạn 2016-2025"


def test_capitals_without_end_are_looked_for_again_only_at_the_top(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    again = works._said_again

    def counted(text: SourceText, start: int, end: int) -> bool:
        asked.append(start)
        return again(text, start, end)

    monkeypatch.setattr(works, "_said_again", counted)
    line = "THỰC HIỆN CHƯƠNG TRÌNH NƯỚC SẠCH CHO TRƯỜNG HỌC VÙNG CAO BIÊN GIỚI PHÍA BẮC\n"
    counts = []
    for lines in (400, 1_600):
        asked.clear()
        read(line * lines)
        counts.append(len(asked))
    assert 0 < counts[0] == counts[1]


def test_a_type_word_may_stand_on_two_lines():
    top = "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nSố: 9/KH-UBND\nHà Giang, ngày 5 tháng 3 năm 2021\n"
    record = read_text(
        f"{top}KẾ\nHOẠCH\nTRỒNG RỪNG TRÊN ĐỊA BÀN TỈNH\nCăn cứ Luật Lâm nghiệp;\n", "paper.txt"
    )
    document = record.document
    assert (document.type, document.issuer) == ("Kế hoạch", "Ủy ban nhân dân tỉnh Hà Giang")
    assert document.title == "Trồng rừng trên địa bàn tỉnh"


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("16/7/20 21 của Thủ tướng Chính phủ", "2021-07-16"),
        ("16/7/20 21;", "2021-07-16"),
        ("16/7/20 có 21 điều;", "2020-07-16"),
        ("16/7/20 21 đại biểu;", "2020-07-16"),
    ],
)
def test_a_year_may_be_parted(printed, read_as):
    record = read(f"Trồng rừng\nCăn cứ Quyết định số 24/2021/QĐ-TTg ngày {printed}\n")
    assert record.references[0].issue_date == read_as


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("UBND PHƯỜNG NAM HÒA\nTRƯỜNG THCS KIM ĐỒNG", "Trường THCS Kim Đồng phường Nam Hòa"),
        ("UBND XÃ YÊN PHÚ\nTRẠM Y TẾ XÃ YÊN PHÚ", "Trạm Y tế xã Yên Phú"),
        ("UBND HUYỆN LẠC THỦY\nTRƯỜNG THCS YÊN PHÚ", "Trường THCS Yên Phú huyện Lạc Thủy"),
    ],
)
def test_a_school_has_the_unit_above_it_in_its_name(printed, issuer):
    record = read_text(
        f"{printed}\nSố: 12/KH-THCS\nYên Phú, ngày 3 tháng 9 năm 2025\nKẾ HOẠCH\n"
        "Thực hiện quy chế dân chủ\nCăn cứ Luật Giáo dục;\n",
        "school.txt",
    )
    assert record.document.issuer == issuer

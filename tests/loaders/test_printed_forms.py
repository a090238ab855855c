"""Numbers, bodies and names as sessions, offices and narrow columns print them."""

from __future__ import annotations

import pytest

from loaders.names.agencies import Home, agency_at
from loaders.read import read_text
from loaders.records import Level, RelationType
from loaders.text.source_text import SourceText

TOP = (
    "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 5/QĐ-UBND\nGia Lai, ngày 2 tháng 3 năm 2024\n"
    "QUYẾT ĐỊNH\nVề trồng cây\n"
)


def named(words: str) -> list[tuple[str | None, str | None]]:
    """What a basis names, by number and title."""
    return [(r.number, r.title) for r in read_text(TOP + words + "\n", "paper.txt").references]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Căn cứ Nghị quyết số 11i/2008/NQ-HĐND ngày 1/2/2008;", "11i/2008/NQ-HĐND"),
        ("Căn cứ Nghị quyết số 5b/NQ-HĐND ngày 1/2/2008;", "5b/NQ-HĐND"),
        ("Căn cứ Nghị quyết số 9-NQ/QUTW ngày 1/2/2019 của Quân ủy Trung ương;", "9-NQ/QUTW"),
    ],
)
def test_a_sequence_bears_a_letter_and_central_party_bodies_write_as_the_party_does(words, number):
    assert [told for told, _ in named(words)] == [number]


def test_a_late_letter_needs_a_year():
    assert named("Giao 11i/UBND xử lý;") == []


@pytest.mark.parametrize(
    ("words", "name", "level"),
    [
        ("Văn phòng Quốc hội", "Văn phòng Quốc hội", Level.CENTRAL),
        ("Văn phòng Bộ Y tế", "Văn phòng Bộ Y tế", Level.CENTRAL),
        ("Văn phòng Đảng ủy xã Tân Lập", "Văn phòng Đảng ủy xã Tân Lập", Level.COMMUNE),
        ("Văn phòng Huyện ủy", "Văn phòng Huyện ủy", Level.DISTRICT),
        ("Đảng ủy Chính phủ", "Đảng ủy Chính phủ", Level.CENTRAL),
        (
            "Ủy ban Pháp luật và Tư pháp của Quốc hội",
            "Ủy ban Pháp luật và Tư pháp",
            Level.CENTRAL,
        ),
    ],
)
def test_an_office_is_of_the_level_of_its_body(words, name, level):
    found = agency_at(SourceText.of(words), 0, Home("Gia Lai", "Chư Sê"))
    assert found is not None
    assert (found.end, found.name, found.level) == (len(words), name, level)


def test_offices_of_offices_without_end_are_read():
    read_text(TOP + "VĂN PHÒNG " * 3000 + "\n", "paper.txt")


def test_the_head_of_an_office_proposes_for_it():
    words = "Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh tại Tờ trình số 8/TTr-VP;"
    [told] = read_text(TOP + words + "\n", "paper.txt").references
    assert told.issuer == "Văn phòng Ủy ban nhân dân tỉnh Gia Lai"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Thực hiện Luật Đê điều, Ủy ban nhân dân tỉnh ban hành kế hoạch:", "Luật Đê điều"),
        ("Thực hiện Luật Hòa giải ở cơ sở;", "Luật Hòa giải ở cơ sở"),
        (
            "Căn cứ Luật Ban hành văn bản quy phạm phát luật ngày 19/2/2025;",
            "Luật Ban hành văn bản quy phạm phát luật",
        ),
        (
            "Thực hiện Báo cáo số 3/BC-CP ngày 1/2/2025 của Chính phủ về đê điều với những nội "
            "dung sau:",
            "về đê điều",
        ),
        (
            "Căn cứ Nghị quyết số 3/NQ-CP ngày 1/2/2022 của Chính phủ về phòng, chống\nCOVID-19;",
            "về phòng, chống COVID-19",
        ),
    ],
)
def test_a_name_ends_where_its_words_do(words, title):
    assert title in [told for _, told in named(words)]


def test_a_bracket_that_repeats_a_number_parts_no_list():
    words = (
        "Thực hiện Kết luận số 8-KL/TW ngày 2/6/2020 của Ban Bí thư về việc tiếp tục thực hiện Chỉ "
        "thị số 3-CT/TW về đê điều (Kết luận số 8-KL/TW); Luật Đê điều, Ủy ban nhân dân tỉnh ban "
        "hành kế hoạch:"
    )
    record = read_text(TOP + words + "\n", "paper.txt")
    key = {r.number or r.title: r.key for r in record.references}
    carried = {(e.source, e.target) for e in record.relations if e.type is RelationType.IMPLEMENTS}
    assert carried == {
        ("SELF", key["8-KL/TW"]),
        (key["8-KL/TW"], key["3-CT/TW"]),
        ("SELF", key["Luật Đê điều"]),
    }


def test_a_subject_ends_before_the_article_that_changed_it():
    words = (
        "Căn cứ Nghị quyết số 6/2017/NQ-HĐND về công tác phí được sửa đổi, bổ sung tại khoản 2 "
        "Điều 1 Nghị quyết số 2/2024/NQ-HĐND;"
    )
    record = read_text(TOP + words + "\n", "paper.txt")
    assert record.references[0].title == "về công tác phí"
    assert ("R2", RelationType.AMENDS, "R1") in {
        (e.source, e.type, e.target) for e in record.relations
    }


@pytest.mark.parametrize("organ", ["Văn phòng", "Thanh tra"])
def test_an_organ_of_the_ministry_above_it_is_central(organ):
    paper = (
        f"BỘ XÂY DỰNG\n{organ.upper()} BỘ\nSố: 5/KH-VPB\nHà Nội, ngày 2 tháng 3 năm 2024\n"
        "KẾ HOẠCH\nVề trồng cây\n\nI. NHIỆM VỤ\n"
    )
    header = read_text(paper, "paper.txt").document
    found = (header.issuer, header.level, header.province)
    assert found == (f"{organ} Bộ Xây dựng", Level.CENTRAL, None)

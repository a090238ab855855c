"""A document that several others changed, and the chapters that change one."""

from __future__ import annotations

import pytest

from loaders.read import read_text

CIRCULAR = (
    "BỘ CÔNG AN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 7/2026/TT-BCA\n"
    "Hà Nội, ngày 2 tháng 3 năm 2026\nTHÔNG TƯ\n{}\n{}\n"
)


def edges(title: str, text: str) -> set[tuple[str, str, str]]:
    record = read_text(CIRCULAR.format(title, text), "paper.txt")
    names = {r.key: r.number or r.title or "" for r in record.references} | {"SELF": "SELF"}
    return {(names[r.source], r.type.value, names[r.target]) for r in record.relations}


def test_each_law_of_a_list_of_changes_changes_the_one_before_and_is_no_basis():
    found = edges(
        "Quy định về phà",
        "Căn cứ Luật Phà số 3/2004/QH11 được sửa đổi, bổ sung bởi Luật số 4/2014/QH13, Luật số "
        "5/2018/QH14, Luật số 6/2019/QH14 và Luật số 8/2025/QH15; Luật Đò số 9/2020/QH14;\n"
        "Bộ trưởng Bộ Công an ban hành Thông tư quy định về phà.",
    )
    laws = ("4/2014/QH13", "5/2018/QH14", "6/2019/QH14", "8/2025/QH15")
    changes = {(law, "AMENDS", "3/2004/QH11") for law in laws}
    bases = {("SELF", "BASED_ON", law) for law in ("3/2004/QH11", "9/2020/QH14")}
    assert found == changes | bases


def test_a_basis_with_a_subject_of_its_own_does_not_change_the_one_before():
    found = edges(
        "Quy định về phà",
        "Căn cứ Nghị định số 3/2019/NĐ-CP của Chính phủ về phà được sửa đổi, bổ sung bởi Nghị định "
        "số 4/2021/NĐ-CP, Nghị định số 5/2022/NĐ-CP của Chính phủ về đò;",
    )
    assert ("4/2021/NĐ-CP", "AMENDS", "3/2019/NĐ-CP") in found
    assert ("5/2022/NĐ-CP", "AMENDS", "3/2019/NĐ-CP") not in found


@pytest.mark.parametrize("words", ["được sửa đổi, bổ sung bởi", "đã được sửa đổi, bổ sung tại"])
def test_a_subject_ends_before_what_changed_the_document(words):
    text = (
        "Căn cứ Nghị định số 3/2019/NĐ-CP ngày 4/5/2019 của Chính phủ quy định chức năng, nhiệm vụ "
        f"và cơ cấu tổ chức của Bộ Công an {words} Nghị định số 4/2021/NĐ-CP;"
    )
    record = read_text(CIRCULAR.format("Quy định về phà", text), "paper.txt")
    assert record.references[0].title == (
        "quy định chức năng, nhiệm vụ và cơ cấu tổ chức của Bộ Công an"
    )
    assert ("4/2021/NĐ-CP", "AMENDS", "3/2019/NĐ-CP") in edges("Quy định về phà", text)


def test_the_heading_of_a_chapter_in_capitals_says_what_its_articles_change():
    heading = "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 3/2024/TT-BCA NGÀY 4 THÁNG 5 NĂM 2024"
    text = f"Căn cứ Luật Phà số 3/2004/QH11;\n\nChương I\n\n{heading}\n\nĐiều 1. Sửa khoản 2\n"
    title = "Sửa đổi, bổ sung một số điều của các Thông tư về phà"
    assert ("SELF", "AMENDS", "3/2024/TT-BCA") in edges(title, text)

"""Whose a document is: told by the body before it, by its symbol, never guessed."""

from __future__ import annotations

import time

import pytest

from loaders.read import read_text
from loaders.records import DocumentRecord

TOP = (
    "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 5/QĐ-UBND\nGia Lai, ngày 1 tháng 6 năm 2021\nQUYẾT ĐỊNH\nVề việc mở chợ\n"
)


def read(*lines: str) -> DocumentRecord:
    return read_text(TOP + "\n".join(lines) + "\n", "paper.txt")


def issuers(record: DocumentRecord) -> dict[str | None, str | None]:
    return {r.number: r.issuer for r in record.references}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 9/TTr-SCT ngày 2/3/2021.",
            {"9/TTr-SCT": "Sở Công Thương tỉnh Gia Lai"},
        ),
        (
            "Xét đề nghị của Thường trực HĐND thành phố Pleiku tại Tờ trình số 4/TTr-HĐND ngày "
            "2/3/2021 và đề nghị của Bộ trưởng Bộ Y tế (Tờ trình số 7/TTr-BYT ngày 3/3/2021).",
            {
                "4/TTr-HĐND": "Thường trực Hội đồng nhân dân thành phố Pleiku, tỉnh Gia Lai",
                "7/TTr-BYT": "Bộ Y tế",
            },
        ),
        (
            "Theo đề nghị của UBND tỉnh Kon Tum tại Tờ trình số 3/TTr-UBND ngày 2/3/2021, các văn "
            "bản số 14/UBND-VX ngày 3/3/2021 và số 15/UBND-VX ngày 4/3/2021.",
            dict.fromkeys(
                ("3/TTr-UBND", "14/UBND-VX", "15/UBND-VX"), "Ủy ban nhân dân tỉnh Kon Tum"
            ),
        ),
        (
            "Ngày 2/3/2021, UBND huyện Chư Sê đã ban hành Kế hoạch số 6/KH-UBND.",
            {"6/KH-UBND": "Ủy ban nhân dân huyện Chư Sê"},
        ),
        # What a committee is given, or asks for in another's paper, is not its own.
        ("Cấp kinh phí cho UBND huyện Chư Sê tại Quyết định số 8/QĐ-UBND ngày 2/3/2021.", None),
        ("Ý kiến của Phó Thủ tướng Chính phủ tại Công văn số 8/ABC-VX ngày 2/3/2021.", None),
    ],
)
def test_a_body_before_a_document_of_its_symbol_issued_it(words, found):
    told = issuers(read("Căn cứ Luật Giá ngày 20/6/2012;", words))
    told.pop(None)
    assert {n: i and i.removesuffix(", tỉnh Gia Lai") for n, i in told.items()} == (
        {n: i.removesuffix(", tỉnh Gia Lai") for n, i in found.items()}
        if found
        else dict.fromkeys(told)
    )


def test_a_code_that_local_bodies_write_tells_no_central_one():
    words = "Căn cứ Hướng dẫn số 1/HD-MTTQ-BTT ngày 2/3/2021{};"
    [told] = read(words.format("")).references
    assert (told.issuer, told.level) == (None, None)
    behind = " của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Kon Tum về hội nghị"
    [told] = read(words.format(behind)).references
    body = "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Kon Tum"
    assert (told.issuer, told.level, told.province) == (body, "province", "Kon Tum")
    assert issuers(read("Căn cứ Công văn số 2/BHXH-CĐ ngày 2/3/2021;"))["2/BHXH-CĐ"] is None


def test_a_place_ends_before_a_subject_with_a_capital():
    words = "Căn cứ Quyết định số 3/QĐ-UBBC ngày 2/3/2021 của Ủy ban bầu cử xã Ia Pa Về việc lập tổ"
    [told] = read(words + " bầu cử;").references
    assert told.issuer == "Ủy ban bầu cử xã Ia Pa"
    assert told.title == "Về việc lập tổ bầu cử"


def test_ten_thousand_documents_with_bodies_take_linear_time():
    words = (
        "Sở Y tế có Tờ trình số {}/TTr-SYT và đề nghị của UBND huyện tại Công văn số {}/UBND-A, "
    )

    def seconds(times: int) -> float:
        lines = [words.format(i, i) * 20 for i in range(times)]
        begun = time.thread_time()
        read(*lines)
        return time.thread_time() - begun

    seconds(2)
    assert seconds(120) < 12 * max(seconds(20), 0.05) + 1


def test_two_documents_of_the_body_before_them_share_their_day():
    words = "Xét đề nghị của Chính phủ tại Tờ trình số 3/TTr-CP và Đề án số 4/ĐA-CP ngày 9/5/2021;"
    told = {r.number: (r.issuer, r.issue_date) for r in read(words).references}
    assert told == dict.fromkeys(("3/TTr-CP", "4/ĐA-CP"), ("Chính phủ", "2021-05-09"))


@pytest.mark.parametrize(
    ("words", "kind", "issuer"),
    [
        (
            "Căn cứ văn bản số 9/TTr-UBND ngày 2/3/2021 của UBND tỉnh Kon Tum;",
            "Tờ trình",
            "Ủy ban nhân dân tỉnh Kon Tum",
        ),
        (
            "Căn cứ Công văn số 9/TTr-UBND ngày 2/3/2021 của UBND tỉnh Kon Tum;",
            "Công văn",
            "Ủy ban nhân dân tỉnh Kon Tum",
        ),
        (
            "Căn cứ Báo cáo số 9/BC-HĐND ngày 2/3/2021 của Ban Dân tộc của Hội đồng nhân dân tỉnh;",
            "Báo cáo",
            "Ban Dân tộc Hội đồng nhân dân tỉnh Gia Lai",
        ),
    ],
)
def test_the_symbol_tells_what_a_paper_without_a_type_word_is(words, kind, issuer):
    [told] = read(words).references
    assert (told.type, told.issuer) == (kind, issuer)


def test_a_citys_party_committee_is_of_a_province_in_a_communes_paper():
    raw = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nSố: 5/KH-UBND\nTân Lập, ngày 1 tháng 9 năm 2025\nKẾ HOẠCH\n"
        "Trồng cây\nThực hiện Nghị quyết số 8-NQ/TU ngày 2/8/2025 của Thành ủy, Ủy ban nhân dân xã "
        "Tân Lập, thành phố Hà Nội ban hành kế hoạch:\n"
    )
    [told] = read_text(raw, "paper.txt").references
    assert (told.issuer, told.level, told.province) == ("Thành ủy Hà Nội", "province", "Hà Nội")

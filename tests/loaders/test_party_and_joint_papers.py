"""Papers of Party organs, of two issuers, of decisions with their annex: header and own work."""

from __future__ import annotations

import pytest

from loaders.names.numbers import find_numbers
from loaders.read import read_text
from loaders.text.source_text import SourceText

BODY = "\nThực hiện Nghị quyết số 5-NQ/TU ngày 3/1/2021, ban hành như sau:\nI. NỘI DUNG\nRà soát.\n"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "TỈNH ỦY KON TUM\tĐẢNG CỘNG SẢN VIỆT NAM\nBAN TỔ CHỨC\n*\nSố 21-HD/BTCTU\t"
            "Kon Tum, ngày 8 tháng 11 năm 2023\n\nHƯỚNG DẪN\nđánh giá đảng viên\n",
            "Ban Tổ chức Tỉnh ủy Kon Tum",
        ),
        (
            "TỈNH ỦY KON TUM\nĐẢNG ỦY KHỐI CÁC CƠ QUAN\n*\nSố 2-KH/ĐUK\n"
            "Kon Tum, ngày 8 tháng 11 năm 2023\n\nKẾ HOẠCH\nđánh giá đảng viên\n",
            "Đảng ủy Khối các cơ quan tỉnh Kon Tum",
        ),
        (
            "ĐẢNG BỘ TỈNH KON TUM\nHUYỆN ỦY ĐĂK TÔ\n*\nSố 7-KL/HU\n"
            "Đăk Tô, ngày 8 tháng 11 năm 2023\n\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY\n"
            "về chỉnh trang đô thị\n",
            "Ban Thường vụ Huyện ủy Đăk Tô, tỉnh Kon Tum",
        ),
        (
            "ĐẢNG BỘ TỈNH KON TUM\nHUYỆN ỦY ĐĂK TÔ\n*\nSố 7-KH/HU\n"
            "Đăk Tô, ngày 8 tháng 11 năm 2023\n\nKẾ HOẠCH\n"
            "thực hiện kết luận của Ban Thường vụ Huyện ủy về chỉnh trang đô thị\n",
            "Huyện ủy Đăk Tô, tỉnh Kon Tum",
        ),
    ],
)
def test_the_issuer_of_a_party_paper_is_the_organ_that_heads_it(head, issuer):
    assert read_text(head + BODY, "paper.txt").document.issuer == issuer


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "QUY CHẾ PHỐI HỢP\nTrong công tác thu hồi nợ đóng bảo hiểm\n",
            "Phối hợp trong công tác thu hồi nợ đóng bảo hiểm",
        ),
        (
            "QUY CHẾ LÀM VIỆC\ncủa Ban Chỉ đạo chuyển đổi số\n",
            "Làm việc của Ban Chỉ đạo chuyển đổi số",
        ),
        ("QUY CHẾ\nTrong công tác thu hồi nợ\n", "Trong công tác thu hồi nợ"),
        ("QUY CHẾ PHỐI HỢP\n\nĐiều 1. Phạm vi\nTrong công tác thu hồi nợ.\n", "Phối hợp"),
    ],
)
def test_what_tells_the_type_closer_is_no_whole_title(lines, title):
    head = "SỞ NỘI VỤ TỈNH HÀ NAM\nSố: 5/QC-SNV\nHà Nam, ngày 2 tháng 3 năm 2021\n"

    assert read_text(f"{head}{lines}\nCăn cứ Luật Đê điều;\n", "rules.txt").document.title == title


SCHEME = "Đề án phát triển chợ nông thôn gắn với du lịch"
DECISION = (
    "UBND TỈNH HÀ NAM\nSố: 5/QĐ-UBND\nHà Nam, ngày 2 tháng 3 năm 2021\nQUYẾT ĐỊNH\n"
    f"Phê duyệt {SCHEME} giai đoạn 2021 - 2025\n\nCăn cứ Quyết định số 9/QĐ-TTg ngày 5/1/2020 "
    "của Thủ tướng Chính phủ phê duyệt Đề án phát triển chợ nông thôn tại Việt Nam;\n\n"
    "QUYẾT ĐỊNH:\nĐiều 1. "
)


def works(first_article: str) -> list[tuple[str | None, str | None]]:
    """Number and title of what a decision with this first article names."""
    record = read_text(f"{DECISION}{first_article}\n", "decision.txt")
    return [(one.number, one.title) for one in record.references]


def test_the_annex_of_a_decision_is_no_other_document():
    found = works(f"Phê duyệt kèm theo Quyết định này {SCHEME} giai đoạn 2021 - 2025.")

    assert found == [
        ("9/QĐ-TTg", "phê duyệt Đề án phát triển chợ nông thôn tại Việt Nam"),
        (None, "Đề án phát triển chợ nông thôn tại Việt Nam"),
    ]


def test_a_scheme_that_a_decision_only_approves_keeps_its_entry():
    found = works(f"Phê duyệt {SCHEME} giai đoạn 2021 - 2025 do Sở Công Thương lập.")

    assert (None, f"{SCHEME} giai đoạn 2021 - 2025") in found


@pytest.mark.parametrize(
    ("purpose", "carries_out"),
    [
        ("Góp phần thực hiện thắng lợi Nghị quyết số 8-NQ/TU ngày 5/5/2020 của Tỉnh ủy.", False),
        ("Cụ thể hóa Nghị quyết số 8-NQ/TU ngày 5/5/2020 của Tỉnh ủy.", True),
    ],
)
def test_who_only_contributes_to_a_document_does_not_carry_it_out(purpose, carries_out):
    text = (
        "UBND TỈNH HÀ NAM\nSố: 5/KH-UBND\nHà Nam, ngày 2 tháng 3 năm 2021\nKẾ HOẠCH\nTrồng cây\n\n"
        f"I. MỤC ĐÍCH\n1. {purpose}\n"
    )

    (relation,) = read_text(text, "plan.txt").relations
    assert (relation.type == "IMPLEMENTS") is carries_out


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("Số: 1184/SGDĐT-CTTT", "1184/SGDĐT-CTTT"),
        ("Quyết định số 21/2024/QĐUBND", "21/2024/QĐ-UBND"),
    ],
)
def test_a_lost_hyphen_is_put_back_behind_a_type_alone(printed, canonical):
    (number,) = find_numbers(SourceText.of(printed))

    assert number.canonical == canonical


def test_a_call_is_a_type_of_its_own():
    text = (
        "ỦY BAN TRUNG ƯƠNG\nMẶT TRẬN TỔ QUỐC VIỆT NAM\n"
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HÀ NAM\n"
        "Hà Nam, ngày 11 tháng 9 năm 2024\n\nLỜI KÊU GỌI\nỦng hộ đồng bào vùng lũ\n\n"
        "Hưởng ứng phong trào tương trợ và thực hiện Kế hoạch số 3/KH-MTTQ ngày 9/9/2024, "
        "Ban Thường trực kêu gọi nhân dân chung tay.\n\nTM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\n\n"
        "Lê Văn Tám\n"
    )

    record = read_text(text, "call.txt")
    found = record.document
    assert (found.type, found.title, found.level, found.province) == (
        "Lời kêu gọi",
        "Ủng hộ đồng bào vùng lũ",
        "province",
        "Hà Nam",
    )
    assert [relation.type for relation in record.relations] == ["IMPLEMENTS"]


def test_emphasis_before_a_restored_word_stays_out_of_the_text_that_is_read():
    raw = (
        "**UBND TINH HA NAM**\nSé: 12/KH-UBND\nHa Nam, ngay 2 thang 3 nam 2021\n\n**KE HOACH**\n"
        "**thuc hién Nghi quyét s6 5/NQ-CP ngay 3/1/2021 cua Chinh phu vé phat trién kinh té**\n\n"
        "Uy ban nhan dan tinh ban hanh ké hoach nhu sau:\nI. NOI DUNG\n"
    )

    title = read_text(raw, "scan.txt").document.title
    assert title is not None
    assert title.startswith("thực hiện Nghị quyết số 5/NQ-CP")


@pytest.mark.parametrize(
    ("head", "number", "issuer"),
    [
        (
            "UBND TỈNH LONG AN\nLIÊN NGÀNH: SỞ Y TẾ - SỞ NỘI VỤ\nSố: 12/KHLN-SYT-SNV",
            "12/KHLN-SYT-SNV",
            "Sở Y tế tỉnh Long An - Sở Nội vụ tỉnh Long An",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TRUNG ƯƠNG\n***\nSố: 45-KH/TWĐTN",
            "45-KH/TWĐTN",
            "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH LONG AN\n***\nSố: 45-KH/ĐTN",
            "45-KH/ĐTN",
            "BCH Đoàn TNCS Hồ Chí Minh tỉnh Long An",
        ),
        (
            "ỦY BAN MTTQ VIỆT NAM\nTỈNH LONG AN\nBAN THƯỜNG TRỰC\nSố: 21/KH-MTTQ-BTT",
            "21/KH-MTTQ-BTT",
            "Ban thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Long An",
        ),
        (
            "VĂN PHÒNG UBND TỈNH\nLONG AN\nSố: 7/KH-VPUBND",
            "7/KH-VPUBND",
            "Văn phòng Ủy ban nhân dân tỉnh Long An",
        ),
        (
            "HĐND TỈNH LONG AN\nBAN PHÁP CHẾ\nSố: 7/KH-BPC",
            "7/KH-BPC",
            "Ban pháp chế Hội đồng nhân dân tỉnh Long An",
        ),
        (
            "HỘI NÔNG DÂN VIỆT NAM\nBCH HỘI NÔNG DÂN TỈNH LONG AN\nSố: 7-KH/HNDT",
            "7-KH/HNDT",
            "BCH hội nông dân tỉnh Long An",
        ),
        # A unit's name alone opens no body, and is looked for no second time.
        (
            "TỈNH ĐOÀN LONG AN\nBAN THƯỜNG VỤ\nSố: 45-KH/TĐTN-VP",
            "45-KH/TĐTN-VP",
            "Ban Thường vụ Tỉnh đoàn Long An",
        ),
    ],
)
def test_fronts_unions_and_offices_issue_under_their_own_names(head: str, number: str, issuer: str):
    record = read_text(
        f"{head}\nLong An, ngày 8 tháng 11 năm 2023\n\nKẾ HOẠCH\nTrồng cây\n{BODY}", "paper.txt"
    )
    assert record.document.number == number
    assert (record.document.issuer or "").lower() == issuer.lower()


@pytest.mark.parametrize(
    ("above", "own", "issuer", "level"),
    [
        ("ĐẢNG ỦY UBND TỈNH CÀ MAU", "ĐẢNG ỦY SỞ Y TẾ", "Đảng ủy Sở Y tế tỉnh Cà Mau", "province"),
        (
            "HUYỆN ỦY CÁI NƯỚC",
            "CHI BỘ TRUNG TÂM Y TẾ",
            "Chi bộ Trung tâm Y tế, tỉnh Cà Mau",
            "facility",
        ),
        ("ĐẢNG BỘ BỘ Y TẾ", "ĐẢNG ỦY CỤC DÂN SỐ", "Đảng ủy Cục Dân số", "central"),
        ("TỈNH ỦY CÀ MAU", "ĐẢNG ỦY QUÂN SỰ TỈNH", "Đảng ủy Quân sự tỉnh Cà Mau", "province"),
        (
            "ĐẢNG BỘ HUYỆN CÁI NƯỚC",
            "ĐẢNG ỦY XÃ TÂN HƯNG",
            "Đảng ủy xã Tân Hưng huyện Cái Nước, tỉnh Cà Mau",
            "commune",
        ),
    ],
)
def test_a_party_committee_stands_where_the_office_does_whose_it_is(above, own, issuer, level):
    paper = f"{above}\n{own}\nSố 7-KH/ĐU\nCà Mau, ngày 3 tháng 2 năm 2023\nKẾ HOẠCH\nTập huấn\n"
    document = read_text(paper, "plan.txt").document
    assert (document.issuer, document.level, document.province) == (
        issuer,
        level,
        None if level == "central" else "Cà Mau",
    )

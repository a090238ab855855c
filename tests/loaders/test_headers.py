"""Headers: who issues below a parent, side by side, unknown to the tables; what an annex leaves."""

from __future__ import annotations

import pytest

from loaders.header.bodies import issuing_body
from loaders.header.period import only_year, period_of
from loaders.names.doc_types import type_of_symbol
from loaders.read import read_text
from loaders.records import Header
from loaders.text.source_text import SourceText

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def header_of(raw: str) -> Header:
    return read_text(raw, "paper.txt").document


BODIES = [
    (["UBND TỈNH AN GIANG", "SỞ CÔNG THƯƠNG"], "Sở Công Thương tỉnh An Giang", "province"),
    (["ĐẢNG BỘ TỈNH HÀ NAM", "HUYỆN ỦY LÝ NHÂN"], "Huyện ủy Lý Nhân", "district"),
    (
        ["ỦY BAN NHÂN DÂN", "XÃ PHÚ HÒA ĐÔNG THƯỢNG"],
        "Ủy ban nhân dân xã Phú Hòa Đông Thượng",
        "commune",
    ),
    (["SỞ Y TẾ", "BỆNH VIỆN MẮT TỈNH BẮC NINH"], "Bệnh viện Mắt tỉnh Bắc Ninh", "facility"),
    (["UBND THÀNH PHỐ HỘI AN", "BAN CHỈ ĐẠO 389"], "Ban Chỉ đạo 389 thành phố Hội An", "district"),
    (["BỘ Y TẾ - BỘ NỘI VỤ"], "Bộ Y tế - Bộ Nội vụ", "central"),
    (["TỔNG CỤC ĐƯỜNG BỘ VIỆT NAM", "CỤC QUẢN LÝ ĐƯỜNG BỘ I"], "Cục Quản lý đường bộ I", "central"),
]


@pytest.mark.parametrize(("lines", "name", "level"), BODIES)
def test_the_last_body_of_the_capital_lines_issues(lines, name, level):
    body = issuing_body(SourceText.of(""), lines, None)
    assert body is not None
    assert (body.name, body.level) == (name, level)


def test_a_body_is_spelled_as_the_text_spells_it():
    text = SourceText.of("Căn cứ quy chế của Trường THPT Lê Quý Đôn;")
    body = issuing_body(text, ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT LÊ QUÝ ĐÔN"], "Lai Châu")
    assert body is not None
    assert body.name == "Trường THPT Lê Quý Đôn tỉnh Lai Châu"


def test_a_type_word_in_the_name_of_a_body_is_not_the_papers_type():
    raw = (
        "BAN CHỈ ĐẠO\nCHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA TỈNH SƠN LA\n"
        + MOTTO
        + "Số: 7/KH-BCĐ\nSơn La, ngày 2 tháng 2 năm 2024\nKẾ HOẠCH\nGiám sát năm 2024\n"
        "Căn cứ Luật Đầu tư công;\n"
    )
    header = header_of(raw)
    assert (header.type, header.number) == ("Kế hoạch", "7/KH-BCĐ")
    assert header.issuer == "Ban Chỉ đạo Chương trình mục tiêu quốc gia tỉnh Sơn La"


def test_who_signed_the_act_is_not_lost_behind_a_long_annex():
    raw = (
        "CHÍNH PHỦ\n" + MOTTO + "Số: 13/NQ-CP\nHà Nội, ngày 02 tháng 02 năm 2021\nNGHỊ QUYẾT\n"
        "Ban hành Chương trình hành động thực hiện Nghị quyết số 58-NQ/TW\n"
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\nQUYẾT NGHỊ:\n"
        "Điều 1. Ban hành Chương trình.\nNơi nhận:\n- Lưu: VT.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n"
        "Nguyễn Văn Bảy\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết số 58-NQ/TW\n"
        "I. NHIỆM VỤ\n" + "- Thực hiện Nghị quyết số 55-NQ/TW về năng lượng.\n" * 60
    )
    record = read_text(raw, "paper.txt")
    assert record.document.signer == "Nguyễn Văn Bảy"
    cited = {r.number: r.key for r in record.references}["55-NQ/TW"]
    assert ("SELF", "CITES", cited) in {(r.source, r.type, r.target) for r in record.relations}


CELL = (
    "| Nơi nhận: - Như Điều 3; - Bộ Tài chính; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Ba |\n"
)


def test_a_cell_holds_recipients_and_signature():
    raw = "UBND TỈNH HÀ NAM\nSố: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc thi đua\nĐiều 1. Khen.\n" + CELL
    record = read_text(raw, "paper.txt")
    assert record.recipients == ("Như Điều 3", "Bộ Tài chính", "Lưu: VT")
    assert record.document.signer == "Lê Thị Ba"


@pytest.mark.parametrize("name", ["Y Ngọc", "A Pớt", "H'Yim Kđoh", "Nguyễn Thị Ánh"])
def test_signers_of_any_people_are_read(name):
    raw = (
        "UBND TỈNH KON TUM\nSố: 5/KH-UBND\nKẾ HOẠCH\nChăm sóc rừng\nNơi nhận:\n- Lưu: VT.\n"
        f"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{name}\n"
    )
    assert header_of(raw).signer == name


def test_the_date_of_an_assemblys_act_may_stand_in_its_closing_clause():
    raw = (
        "QUỐC HỘI\nNghị quyết số: 88/2019/QH14\n"
        + MOTTO
        + "NGHỊ QUYẾT\nVỀ TRỒNG RỪNG\nĐiều 1. Giao "
        "Chính phủ.\nNghị quyết này được Quốc hội khóa XIV, kỳ họp thứ 8 thông qua ngày 18 tháng "
        "11 năm 2019.\nCHỦ TỊCH QUỐC HỘI\nNguyễn Thị Năm\n"
    )
    assert header_of(raw).issue_date == "2019-11-18"


NARROW = [
    (
        "ỦY\nBAN NHÂN DÂN\nTỈNH HÀ GIANG\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n|\nSố:\n7/CT-UBND\n|\n"
        "Hà\nGiang, ngày 5 tháng 3 năm 2021\n|\n",
        ("Ủy ban nhân dân tỉnh Hà Giang", "province", "Hà Giang", "2021-03-05"),
    ),
    (
        "|\nỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\n|\nSố: 7/CT-UBND |\n"
        "Nam Định, ngày 05 tháng 3 năm 2021 |\n",
        ("Ủy ban nhân dân tỉnh Nam Định", "province", "Nam Định", "2021-03-05"),
    ),
    (
        "UBND HUYỆN MÊ LINH CỘNG HÒA XÃ HỘI\n  CHỦ NGHĨA VIỆT NAM\n"
        "Số: 7/CT-UBND Mê Linh, ngày 5/3/2021\n",
        ("Ủy ban nhân dân huyện Mê Linh", "district", "Mê Linh", "2021-03-05"),
    ),
]


NARROW.append(
    (
        "UBND TỈNH ĐỒNG THÁP\nCỘNG HÒA XàHỘI CHỦ NGHĨA VIỆT NAM\nSố:\n7/CT-UBND\n"
        "Đồng Tháp,\nngày 05 tháng 3 năm 2021\n",
        ("Ủy ban nhân dân tỉnh Đồng Tháp", "province", "Đồng Tháp", "2021-03-05"),
    )
)


@pytest.mark.parametrize(("head", "expected"), NARROW)
def test_a_narrow_column_breaks_motto_and_place_anywhere(head, expected):
    header = header_of(head + "CHỈ THỊ\nVề việc diễn tập phòng cháy\nĐể chủ động ứng phó:\n")
    assert (header.issuer, header.level, header.place, header.issue_date) == expected


UNITS = [
    ("Về biên chế\nỦY BAN NHÂN DÂN HUYỆN VỊ XUYÊN\nCăn cứ Luật Đầu tư công;\n", "district"),
    ("Về biên chế\nThực hiện Luật Việc làm, UBND xã ban hành quyết định sau:\n", "commune"),
    ("Về biên chế\nCăn cứ Luật Việc làm;\n", "province"),
]


@pytest.mark.parametrize(("below", "level"), UNITS)
def test_a_committee_without_its_unit_takes_the_one_that_the_paper_tells(below, level):
    raw = f"ỦY BAN NHÂN DÂN\n{MOTTO}Số: 7/QĐ-UBND\nHà Giang, ngày 5/3/2021\nQUYẾT ĐỊNH\n{below}"
    assert header_of(raw).level == level


def test_a_number_that_a_portal_lists_above_the_header_is_not_the_papers():
    raw = (
        "- 1Nghị quyết số 7/2015/NQ-CP về dạy nghề do Chính phủ ban hành\n"
        "- 2Quyết định số 12/QĐ-TTg về vay vốn\n"
        "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nSố: 9/KH-UBND\nHà Giang, ngày 5 tháng 3 năm 2021\n"
        "KẾ HOẠCH\nDạy nghề năm 2021\nCăn cứ Luật Việc làm;\n"
    )
    assert header_of(raw).number == "9/KH-UBND"


LOST_TYPE = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\n"
    + MOTTO
    + "Số: 61/2003/QĐ-UB\nHà Giang, ngày 8 tháng 5 năm 2003\n"
    "V/V PHÊ DUYỆT QUY HOẠCH\nMẠNG LƯỚI CHỢ ĐẾN NĂM 2010\nỦY BAN NHÂN DÂN TỈNH HÀ GIANG\n"
    "- Căn cứ Nghị định số 52/1999/NĐ-CP ngày 8/7/1999 của Chính phủ;\n"
    "- Xét Tờ trình số 353/TTr-SXD ngày 24/4/2003 của Sở Xây dựng;\n"
    "QUYẾT ĐỊNH\nĐiều 1: Phê duyệt quy hoạch mạng lưới chợ.\n"
)


def test_a_paper_without_its_type_word_is_of_the_type_that_its_symbol_tells():
    record = read_text(LOST_TYPE, "paper.txt")
    header = record.document
    assert (header.type, header.number) == ("Quyết định", "61/2003/QĐ-UB")
    assert header.title == "Phê duyệt quy hoạch mạng lưới chợ đến năm 2010"
    assert header.issuer == "Ủy ban nhân dân tỉnh Hà Giang"


def test_what_a_paper_without_its_type_word_rests_on_is_its_basis():
    record = read_text(LOST_TYPE, "paper.txt")
    cited = {r.key: r.number for r in record.references}
    based = {cited[r.target] for r in record.relations if r.type == "BASED_ON"}
    assert based == {"52/1999/NĐ-CP", "353/TTr-SXD"}


def test_the_chairman_who_enacts_below_the_date_is_not_the_issuer_of_the_header():
    raw = (
        "ỦY\nBAN NHÂN DÂN |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 9/QĐ-UBND |\n"
        "Hà Giang, ngày 5 tháng 3 năm 2021 |\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\n"
        "Căn cứ Luật Việc làm ngày 16 tháng 11 năm 2013;\nQUYẾT ĐỊNH:\nĐiều 1. Công bố danh mục.\n"
    )
    assert header_of(raw).issuer == "Ủy ban nhân dân tỉnh Hà Giang"


LEFT_OUT = (
    "Để đọc toàn văn, xin đăng nhập.\n"
    "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
    "Số: 71/QĐ-UBND | Gia Lai, ngày 4 tháng 5 năm 2017 |\n"
    "{title}"
    "ỦY BAN NHÂN DÂN TỈNH GIA LAI\n"
    "Căn cứ Luật Thủy lợi ngày 19/6/2017;\n"
    "QUYẾT ĐỊNH:\nĐiều 1. Thành lập quỹ.\n"
)


@pytest.mark.parametrize(
    ("printed", "title"),
    [("VỀ VIỆC THÀNH LẬP QUỸ KHUYẾN NÔNG\n", "Về việc thành lập quỹ khuyến nông"), ("", None)],
)
def test_a_portal_may_leave_out_the_type_word(printed, title):
    record = read_text(LEFT_OUT.format(title=printed), "paper.txt")
    header = record.document
    assert (header.type, header.number, header.title) == ("Quyết định", "71/QĐ-UBND", title)
    assert header.issuer == "Ủy ban nhân dân tỉnh Gia Lai"
    assert [str(r.type) for r in record.relations] == ["BASED_ON"]


def test_the_code_of_a_provinces_party_committee_may_be_typed_as_the_central_ones():
    record = read_text(
        "TỈNH ỦY CÀ MAU\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 12-KL/TƯ\n"
        "Cà Mau, ngày 3 tháng 5 năm 2021\nKẾT LUẬN\nvề nuôi tôm\n"
        "Thực hiện Nghị quyết số 4-NQ/TƯ ngày 2/3/2020 của Tỉnh ủy về thủy sản.\n",
        "paper.txt",
    )
    assert record.document.number == "12-KL/TU"
    assert [r.number for r in record.references] == ["4-NQ/TU"]


def test_a_signature_above_an_annex_without_recipients_is_the_papers():
    header = header_of(
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\n" + MOTTO + "Số: 8/QĐ-UB\n"
        "Bến Tre, ngày 2 tháng 8 năm 2004\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế chợ\n"
        "Điều 1. Ban hành Quy chế chợ.\nTM. ỦY BAN NHÂN DÂN TỈNH\nCHỦ TỊCH\n\n\nNguyễn Văn Tám\n\n"
        "QUY CHẾ\nVỀ CHỢ\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n"
    )
    assert (header.signer, header.signer_role) == ("Nguyễn Văn Tám", "Chủ tịch")


def test_an_annex_that_leaves_the_acts_number_blank_is_of_this_act():
    raw = (
        "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG\nSố: 9/QĐ-UBND\nHà Giang, ngày 5 tháng 3 năm 2021\n"
        "QUYẾT ĐỊNH\nBan hành Quy chế trực Tết\nCăn cứ Luật Lao động năm 2019;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế trực Tết.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"
        "Lê Thị Ba\nQUY CHẾ\nTrực Tết\n"
        "(Ban hành kèm theo Quyết định số /QĐ-UBND ngày /3/2021 của UBND tỉnh)\nI. QUY ĐỊNH\n"
    )
    record = read_text(raw, "paper.txt")
    assert [r.type for r in record.references] == ["Luật"]


@pytest.mark.parametrize(
    ("symbol", "type_"),
    [("QĐ-UBND", "Quyết định"), ("NQ/TW", "Nghị quyết"), ("QĐ/TW", None), ("SYT-KH", None)],
)
def test_a_symbol_tells_its_type_where_only_one_has_the_code(symbol, type_):
    assert type_of_symbol(symbol) == type_


def test_words_that_look_like_roman_numerals_are_words_in_a_title_of_capitals():
    raw = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n" + MOTTO + "Số: 7/QĐ-UBND\n"
        "Hà Nam, ngày 2 tháng 2 năm 2024\nQUYẾT ĐỊNH\nVỀ PHẠM VI QUẢN LÝ XI MĂNG QUÝ II\n"
        "Căn cứ Luật Đầu tư công;\n"
    )
    assert header_of(raw).title == "Về phạm vi quản lý xi măng quý II"


def test_the_law_of_a_title_in_capitals_is_no_document():
    raw = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n" + MOTTO + "Số: 7/KH-UBND\n"
        "Hà Nam, ngày 2 tháng 2 năm 2024\nKẾ HOẠCH\nPHỔ BIẾN PHÁP LUẬT CHO NGƯỜI LAO ĐỘNG\n"
        "Căn cứ Luật Việc làm;\n"
    )
    assert [r.title for r in read_text(raw, "paper.txt").references] == ["Luật Việc làm"]


def test_the_subject_of_a_letter_may_stand_in_a_row_of_cells():
    raw = (
        "UBND TỈNH HÀ NAM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ | Độc lập - Tự do - "
        "Hạnh phúc\nSố: 88/SYT-NVY | Hà Nam, ngày 8 tháng 9 năm 2022\nV/v giám sát bệnh dại |\n\n"
        "Kính gửi: Trung tâm Y tế các huyện.\n\nSở Y tế đề nghị các đơn vị giám sát chặt chẽ.\n"
    )
    assert header_of(raw).title == "giám sát bệnh dại"


def test_a_year_before_what_a_plan_carries_out_is_the_plans():
    number = "triển khai Kế hoạch số 96/KH-UBND"

    assert period_of(f"Giảm nghèo năm 2023, {number} ngày 20/02/2022") == (2023, 2023)
    assert period_of(f"Giảm nghèo, {number} ngày 20 tháng 02 năm 2022") is None
    assert period_of("Chuyển đổi số năm 2026 tại Kế hoạch số 5/KH-UBND ngày 12/8/2025") == (
        2026,
        2026,
    )


def test_a_school_year_is_one_year_in_which_all_is_due():
    title = "Giáo dục kỹ năng số năm học 2019 - 2020"
    assert only_year(title, period_of(title)) == 2020
    for title in ("Giáo dục giai đoạn 2019 - 2020", "Giáo dục"):
        assert only_year(title, period_of(title)) is None


def test_a_title_ends_before_what_was_heard():
    record = read_text(
        "HUYỆN ỦY SA PA\nSố 77-KL/HU\nSa Pa, ngày 20 tháng 8 năm 2013\nKẾT LUẬN\n"
        "về đẩy mạnh giảm nghèo bền vững trên địa bàn huyện\n"
        "Sau khi nghe Ban Chỉ đạo báo cáo kết quả, Ban Thường vụ Huyện ủy kết luận:\n1. Kết quả.\n",
        "paper.txt",
    )

    assert record.document.title == "về đẩy mạnh giảm nghèo bền vững trên địa bàn huyện"


@pytest.mark.parametrize(
    ("header", "issuer"),
    [
        ("/ỦY BAN MTTQ VIỆT NAM\nXÃ IA PA\nBAN THƯỜNG TRỰC", "Ban Thường trực Ủy ban Mặt trận"),
        ("ỦY BAN BẦU CỬ XÃ IA PA\nTIỂU BAN TUYÊN TRUYỀN", "Tiểu ban tuyên truyền Ủy ban bầu cử xã"),
    ],
)
def test_a_part_of_a_body_has_the_name_of_the_body_above_it(header, issuer):
    raw = f"{header}\nSố: 1/KH-TB\nIa Pa, ngày 2 tháng 3 năm 2026\nKẾ HOẠCH\nTổ chức bầu cử\n"
    document = read_text(raw, "paper.txt").document
    name = (document.issuer or "").lower()
    assert name.startswith(issuer.lower()) and name.endswith("xã ia pa")
    assert document.level == "commune"


def test_a_day_left_out_leaves_the_place():
    raw = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nSố: /TB-UBND\nHà Nội, ngày   tháng   năm\nTHÔNG BÁO\n"
    document = read_text(raw + "Về việc treo cờ\n", "paper.txt").document
    assert (document.place, document.issue_date) == ("Hà Nội", None)


def test_the_symbol_tells_a_type_from_the_verb_of_a_title():
    raw = (
        "BỘ Y TẾ |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 3/{} |\n"
        "Hà Nội, ngày 2 tháng 3 năm 2025 |\nQUY ĐỊNH MỨC THU PHÍ ĐÒ\nCăn cứ Luật Giá năm 2023;\n"
    )
    circular = read_text(raw.format("2025/TT-BYT"), "paper.txt").document
    assert (circular.type, circular.title) == ("Thông tư", "Quy định mức thu phí đò")
    assert read_text(raw.format("QyĐ-BYT"), "paper.txt").document.type == "Quy định"


def test_capitals_below_number_and_day_are_a_title_or_a_stamp_and_issue_nothing():
    raw = (
        "{}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-{}\n"
        "{}, ngày 3 tháng 7 năm 2023\n{}\nThực hiện Luật Giá ngày 20/6/2012, {} xây dựng Kế hoạch"
        " chống rét như sau:\n"
    )
    title = "PHÒNG, CHỐNG RÉT CHO TRÂU BÒ TRÊN ĐỊA BÀN TỈNH GIA LAI"
    torn = raw.format("ỦY BAN NHÂN\nNHÂN", "UBND", "Gia Lai", title, "Ủy ban nhân dân tỉnh Gia Lai")
    document = read_text(torn, "paper.txt").document
    assert (document.issuer, document.level) == ("Ủy ban nhân dân tỉnh Gia Lai", "province")
    stamp = "TRƯỜNG ĐẠI HỌC TÂN HÀ\nĐẾN Số: 19"
    stamped = raw.format("BỘ Y TẾ", "BYT", "Hà Nội", stamp, "Bộ Y tế")
    document = read_text(stamped, "paper.txt").document
    assert (document.issuer, document.level) == ("Bộ Y tế", "central")


def test_a_day_of_a_body_in_the_subject_of_a_letter_is_not_its_own():
    raw = (
        "ĐẢNG ỦY PHƯỜNG 1\nSố 15-CV/ĐU\nV/v nhắc các chi bộ kiểm tra theo Quyết định số 14-QĐ/TU\n"
        "ngày 25/7/2023 của Ban Thường vụ Thành ủy\nKính gửi: Các chi bộ trực thuộc\n"
    )
    record = read_text(raw, "paper.txt")
    assert record.document.issue_date is None
    assert [(r.number, r.issue_date) for r in record.references] == [("14-QĐ/TU", "2023-07-25")]


def test_a_body_of_two_lines_is_whole_between_the_columns_of_a_table():
    raw = (
        "  ----------------\n    **ỦY BAN THƯỜNG VỤ\\        **CỘNG HÒA XÃ HỘI CHỦ NGHĨA "
        "VIỆT NAM\\\n"
        "         QUỐC HỘI\\                 Độc lập - Tự do - Hạnh phúc\\\n\n"
        "   Số: 16/NQ-UBTVQH15         *Hà Nội, ngày 16 tháng 6 năm 2025*\n  ----------------\n\n"
        "**NGHỊ QUYẾT**\n\nVề việc nhập các xã\n"
    )
    assert read_text(raw, "paper.md").document.issuer == "Ủy ban Thường vụ Quốc hội"


def test_the_day_of_an_act_in_a_bracket_goes_on_on_the_next_line():
    raw = (
        "ỦY BAN NHÂN DÂN\nXÃ IA PA\nQUY CHẾ\nLàm việc của Ủy ban nhân dân xã\n(Ban hành\nkèm theo "
        "Quyết định số: 5/QĐ-UBND\nNgày 22 tháng\n7 năm 2021 của Ủy ban nhân dân xã Ia Pa)\n"
    )
    [act] = read_text(raw, "paper.txt").references
    assert (act.number, act.issue_date) == ("5/QĐ-UBND", "2021-07-22")


@pytest.mark.parametrize(
    ("own", "issuer"),
    [("CỤC DÂN SỐ", "Cục Dân số"), ("VIỆN DINH DƯỠNG", "Viện Dinh dưỡng")],
)
def test_an_office_below_a_ministry_has_capitals_of_its_field_and_no_province(
    own: str, issuer: str
) -> None:
    paper = f"BỘ Y TẾ\n{own}\nSố: 7/KH-XY\nCần Thơ, ngày 3 tháng 2 năm 2023\nKẾ HOẠCH\nTập huấn\n"
    document = read_text(paper, "plan.txt").document
    assert (document.issuer, document.province) == (issuer, None)


def test_a_title_ends_before_sentences_of_what_is_carried_out():
    record = read_text(
        "TỈNH ỦY SÔNG MÂY\n*\nSố 9-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Sông Mây, ngày 5 tháng 3 năm 2019\nCHỈ THỊ\nvề giữ gìn bến đò\n"
        "Thực hiện Nghị quyết số 5-NQ/TU, ngày 2/2/2018 của Tỉnh ủy về đường thủy, những năm qua "
        "các bến đò đã sạch đẹp hơn. Tuy nhiên, còn nơi chưa có mái che.\n"
        "Ban Thường vụ Tỉnh ủy yêu cầu:\n1. Sở Xây dựng làm mái che.\n",
        "a.txt",
    )
    assert record.document.title == "về giữ gìn bến đò"
    assert record.document.period is None


def test_a_body_of_a_ministry_is_of_no_province():
    body = issuing_body(SourceText.of(""), ["BAN CÁN SỰ ĐẢNG BỘ Y TẾ"], "Hà Nội")
    assert body is not None
    assert (body.level, body.province) == ("central", None)

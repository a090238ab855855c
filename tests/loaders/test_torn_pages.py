"""Pages that lost line ends, letters or rows of a header, and titles printed in capitals."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import DocumentRecord

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 5/QĐ-UBND\nGia Lai, ngày 1 tháng 6 năm 2021\nQUYẾT ĐỊNH\n{}\n"
    "Căn cứ Luật Thủy lợi ngày 19/6/2017;\n"
)


def read(raw: str) -> DocumentRecord:
    return read_text(raw, "paper.txt")


def edges(record: DocumentRecord) -> set[tuple[str, str, str]]:
    names = {r.key: r.number or r.title or "" for r in record.references}
    return {
        (names.get(r.source, r.source), str(r.type), names.get(r.target, r.target))
        for r in record.relations
    }


GLUED = (
    "ỦY BAN NHÂN DÂN TỈNH CÀ MAU ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh "
    "phúc Số: 7/KH-UBND Cà Mau, ngày 5 tháng 3 năm 2023 KẾ HOẠCH Trồng rừng đước năm 2023 Căn cứ "
    "Nghị định số 8/2021/NĐ-CP ngày 2/2/2021 của Chính phủ về rừng; Thực hiện Chỉ thị số 9/CT-TTg "
    "ngày 3/3/2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau: "
    "I. MỤC TIÊU 1. Trồng 50 ha. Nơi nhận: - Như trên; - Lưu: VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH "
    "Lê Văn Tâm\n"
)


def test_a_paper_on_one_line_is_set_on_lines_of_its_own():
    record = read(GLUED)
    assert record.document.title == "Trồng rừng đước năm 2023"
    assert edges(record) == {
        ("SELF", "BASED_ON", "8/2021/NĐ-CP"),
        ("SELF", "IMPLEMENTS", "9/CT-TTg"),
    }
    assert record.recipients == ("Như trên", "Lưu: VT")
    span = record.references[0].mentions[0].passage
    assert GLUED[span.span.start : span.span.end] == span.quote


def test_the_cells_of_a_header_may_stand_on_that_line_too():
    cells = GLUED.replace("năm 2023 KẾ HOẠCH", "năm 2023 | KẾ HOẠCH").replace(" Số: 7", " | Số: 7")
    header = read(cells).document
    assert (header.issuer, header.title) == (
        "Ủy ban nhân dân tỉnh Cà Mau",
        "Trồng rừng đước năm 2023",
    )


def test_a_long_line_that_holds_no_header_is_left_whole():
    raw = HEAD.format("Về chợ") + (
        "QUYẾT ĐỊNH:\nĐiều 1. Số: 3/TB-VP là số tin. Căn cứ Luật Đê điều, các xã lập chợ.\n"
    )
    assert ("SELF", "BASED_ON", "Luật Đê điều") not in edges(read(raw))


def test_a_number_that_lost_its_type_is_told_by_the_pages_heading():
    heading = "Quyết định 5/QĐ-UBND năm 2021 thành lập chợ\n\n"
    torn = HEAD.format("Về chợ").replace("5/QĐ-UBND", "5/-UBND")
    assert read(heading + torn).document.number == "5/QĐ-UBND"
    assert read(heading.replace("5/", "6/") + torn).document.number is None


def test_a_blank_number_may_have_its_symbol_on_a_line_below():
    raw = HEAD.format("Về chợ").replace("CỘNG HÒA", "Số:\n\nCỘNG HÒA").replace("Số: 5/QĐ", "/QĐ")
    header = read(raw).document
    assert (header.number, header.symbol) == (None, "QĐ-UBND")
    assert header.issuer == "Ủy ban nhân dân tỉnh Gia Lai"


def test_a_decision_of_which_only_the_articles_are_left_tells_its_type_and_date():
    raw = (
        "• Hiệu lực: Còn hiệu lực\n• Ngày ban hành: 20/03/2014\nBỘ TRƯỞNG BỘ CÔNG THƯƠNG\n\n"
        "Căn cứ Nghị định số 8/2013/NĐ-CP ngày 2/2/2013 của Chính phủ;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Thành lập tổ công tác.\n"
    )
    header = read(raw).document
    assert (header.type, header.issue_date) == ("Quyết định", "2014-03-20")
    without = read(raw.replace("QUYẾT ĐỊNH:\n\n", "")).document
    assert without.type is None


def test_a_ministry_that_a_pages_heading_names_once_more_issues_alone():
    raw = (
        "THÔNG TƯ 4/2020/TT-BCT VỀ CHỢ DO BỘ TRƯỞNG BỘ CÔNG THƯƠNG BAN HÀNH\n\nBỘ CÔNG THƯƠNG\n"
        "Số: 4/2020/TT-BCT\nHà Nội, ngày 1 tháng 6 năm 2020\nTHÔNG TƯ\nVỀ CHỢ\nCăn cứ Luật Giá;\n"
    )
    assert read(raw).document.issuer == "Bộ Công Thương"


def test_the_papers_own_date_is_none_of_what_its_subject_names():
    raw = (
        "UBND TỈNH GIA LAI\nSỞ Y TẾ\nSố: 12/SYT-NV\nV/v thực hiện Kế hoạch số 5/KH-UBND của UBND "
        "tỉnh\nGia Lai, ngày 30 tháng 8 năm 2021\nKính gửi: Các trạm y tế.\n"
        "Căn cứ Kế hoạch số 5/KH-UBND ngày 18/8/2021 của UBND tỉnh, Sở Y tế đề nghị báo cáo.\n"
    )
    (reference,) = read(raw).references
    assert (reference.issue_date, reference.other_dates) == ("2021-08-18", ())


@pytest.mark.parametrize(
    ("title", "below", "written"),
    [
        (
            "PHÊ DUYỆT ĐỀ ÁN CẤP NƯỚC HUYỆN IA HDRAI",
            "Điều 1. Phê duyệt Đề án cấp nước huyện Ia Hdrai.",
            "Phê duyệt Đề án cấp nước huyện Ia Hdrai",
        ),
        (
            "VỀ CHỢ NÔNG SẢN",
            "Điều 1. Chợ nông sản họp hằng ngày. CHỢ NÔNG SẢN",
            "Về chợ nông sản",
        ),
        ("VỀ CHỢ NÔNG SẢN", "Điều 1. Giao Chợ Nông trang.", "Về chợ nông sản"),
    ],
)
def test_a_title_in_capitals_takes_those_of_the_text_below(title, below, written):
    assert read(HEAD.format(title) + "QUYẾT ĐỊNH:\n" + below + "\n").document.title == written


def test_a_title_ends_with_the_name_in_quotes_that_a_page_sets_apart():
    raw = HEAD.format("Về kinh phí của phong trào\n\n“Nhà sạch vườn đẹp”\n\n____\n\n")
    assert read(raw).document.title == 'Về kinh phí của phong trào "Nhà sạch vườn đẹp"'


def test_a_line_end_may_stand_in_a_provinces_name():
    raw = HEAD.format("Về chợ") + (
        "Xét đề nghị của UBND tỉnh {} tại Tờ trình số 8/TTr-UBND ngày 30 tháng 6 năm 2020,\n"
    )
    for torn in ("Cao\nBằng", "Bắc\nNinh"):
        assert ("SELF", "BASED_ON", "8/TTr-UBND") in edges(read(raw.format(torn)))
    north = HEAD.format("Về chợ vùng Bắc")
    assert edges(read(north)) == {("SELF", "BASED_ON", "Luật Thủy lợi")}


def test_the_place_is_a_province_with_one_capital_and_no_code():
    raw = HEAD.format("Về chợ").replace("Gia Lai, ngày", "Gia lai, ngày")
    annex = "(Ban hành kèm theo Quyết định số: 5/QĐ - UBND, ngày 1 tháng 6 năm 2021)\n"
    assert read(raw + annex).document.place == "Gia Lai"
    code = raw.replace("Gia lai, ngày", "UBND, ngày")
    assert read(code).document.place is None


def test_a_line_end_may_stand_in_a_symbol_behind_its_hyphen():
    raw = HEAD.format("Về chợ") + (
        "Thực hiện Quy chế phối hợp số 1/QCPH-BCT-CA- XYZPTNT-TLĐ ngày 25/2/2021 về chợ;\n"
    )
    numbers = [r.number for r in read(raw).references if r.number]
    assert numbers == ["1/QCPH-BCT-CA-XYZPTNT-TLĐ"]


def test_the_office_of_a_committee_has_its_name():
    raw = (
        "UBND TỈNH GIA LAI\nVĂN PHÒNG\nSố: 12/VP-NC\nV/v trực hè\n"
        "Gia Lai, ngày 3 tháng 5 năm 2021\nKính gửi: Sở Y tế.\n"
    )
    assert read(raw).document.issuer == "Văn phòng Ủy ban nhân dân tỉnh Gia Lai"


def test_what_looks_back_on_some_years_is_no_title():
    back = "Sau hơn 5 năm thực hiện Chỉ thị số 8-CT/TW của Ban Bí thư, nhiều chợ đã mở."
    raw = HEAD.format(f"về tăng cường quản lý chợ vùng cao trên địa bàn tỉnh\n{back}")
    assert read(raw).document.title == "về tăng cường quản lý chợ vùng cao trên địa bàn tỉnh"


def test_guidance_of_several_departments_is_a_type():
    raw = HEAD.format("Về chợ").replace("QUYẾT ĐỊNH", "HƯỚNG DẪN LIÊN NGÀNH")
    header = read(raw).document
    assert (header.type, header.title) == ("Hướng dẫn liên ngành", "Về chợ")


def test_a_department_tells_the_province_of_a_district():
    raw = (
        "UBND HUYỆN ĐỨC TRỌNG\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO\nSố: 5/KH-PGDĐT\n"
        "Đức Trọng, ngày 5 tháng 9 năm 2023\nKẾ HOẠCH\nNăm học mới\n"
        "Thực hiện Kế hoạch số 8/KH-SGDĐT ngày 1/9/2023 của Sở Giáo dục và Đào tạo Lâm Đồng.\n"
    )
    assert read(raw).document.province == "Lâm Đồng"

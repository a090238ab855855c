"""Numbers, laws and lines that were typed loosely, and bodies that a header does not name."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import DocumentRecord

TOP = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/QĐ-UBND\nHà Nam, ngày 02 tháng 3 năm 2020\n"
    "QUYẾT ĐỊNH\nVề việc quản lý chợ\nỦY BAN NHÂN DÂN TỈNH HÀ NAM\n"
)


def read(body: str) -> DocumentRecord:
    return read_text(TOP + body, "paper.txt")


def numbers(record: DocumentRecord) -> list[str | None]:
    return [reference.number for reference in record.references]


def edges(record: DocumentRecord) -> set[tuple[str | None, str, str | None]]:
    shown = {r.key: r.number or r.title for r in record.references} | {"SELF": "SELF"}
    return {(shown[r.source], r.type.value, shown[r.target]) for r in record.relations}


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Quyết định số 77/qđ-ttg", "77/QĐ-TTg"),
        ("Quyết định số 15/2019/qđ-ubnd", "15/2019/QĐ-UBND"),
        ("Quyết định số 640/QĐ UBND", "640/QĐ-UBND"),
        ("Nghị quyết số 20-NQ TW", "20-NQ/TW"),
        ("Quyết định số З5/QĐ-UBND", "35/QĐ-UBND"),
        ("Quyết định số O7/QĐ-UBND", "07/QĐ-UBND"),
    ],
)
def test_a_number_may_be_typed_in_small_letters_with_a_blank_or_with_a_letter(
    printed: str, meant: str
):
    assert numbers(read(f"Căn cứ {printed} ngày 5/6/2019;\n")) == [meant]


@pytest.mark.parametrize("words", ["Công văn 5/tin-tức", "tỷ lệ 3/chợ-xã", "Thông báo 12/TB Trong"])
def test_words_behind_a_stroke_are_no_symbol(words: str):
    assert not [n for n in numbers(read(f"Căn cứ {words};\n")) if n and n != "12/TB"]


def test_a_laws_name_ends_before_what_is_cited_of_it():
    record = read(
        "Căn cứ Bộ luật Lao động ngày 23/6/1994; Nghị định số 39/2003/NĐ-CP ngày 18/4/2003 "
        "hướng dẫn thi hành một số điều của Bộ luật Lao động về việc làm;\n"
    )
    assert [r.title for r in record.references if r.number is None] == ["Bộ luật Lao động"]


def test_a_standard_is_a_document_where_an_act_promulgates_it():
    standard = "Quy chuẩn kỹ thuật quốc gia về nước ao nuôi"
    record = read(
        f"Căn cứ Thông tư số 22/2014/TT-BNNPTNT ngày 29/7/2014 ban hành {standard};\n"
        "Điều 1. Các ao nuôi theo quy chuẩn kỹ thuật hiện hành.\n"
    )
    assert [r.type for r in record.references] == ["Thông tư", "Quy chuẩn kỹ thuật"]
    assert any(kind == "PROMULGATES" for _, kind, _ in edges(record))


def test_what_a_replaced_act_promulgated_is_one_work_with_it():
    record = read(
        "Căn cứ Luật Giá năm 2012;\nQUYẾT ĐỊNH:\nĐiều 1. Giao Sở Công Thương quản lý chợ.\n"
        "Điều 2. Quyết định này thay thế Quyết định số 9/QĐ-UBND ngày 5/1/2009 của Ủy ban nhân "
        "dân tỉnh về ban hành Quy định tạm thời về quản lý chợ đêm.\n"
    )
    assert ("SELF", "REPLACES", "9/QĐ-UBND") in edges(record)
    assert "CITES" not in {kind for _, kind, _ in edges(record)}


def test_what_the_enacting_clause_only_names_is_cited():
    record = read_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/UBND-VX\nHà Nam, ngày 02 tháng 3 năm 2020\n"
        "V/v quản lý chợ\nKính gửi: Sở Công Thương.\n"
        "Tiếp theo Công văn số 9/UBND-VX ngày 5/1/2020 và căn cứ ý kiến của Bộ Công Thương tại "
        "Công văn số 7/BCT-TTTN ngày 1/2/2020, UBND tỉnh yêu cầu như sau:\n1. Rà soát các chợ.\n",
        "paper.txt",
    )
    assert ("SELF", "CITES", "9/UBND-VX") in edges(record)
    assert ("SELF", "BASED_ON", "7/BCT-TTTN") in edges(record)


def test_a_programme_without_number_may_stand_before_what_is_carried_out():
    record = read_text(
        "HUYỆN ỦY BA TRI\nỦY BAN KIỂM TRA\n*\nSố 12-BC/UBKTHU\nBa Tri, ngày 30 tháng 6 năm 2014\n"
        "BÁO CÁO\nkết quả kiểm tra 6 tháng đầu năm 2014\n\nThực hiện Chương trình kiểm tra, giám "
        "sát quý I năm 2014 của Huyện ủy và Hướng dẫn số 5-HD/UBKTTU ngày 12/5/2014, Ủy ban Kiểm "
        "tra Huyện ủy báo cáo như sau:\n1. Kết quả\n",
        "paper.txt",
    )
    assert ("SELF", "IMPLEMENTS", "5-HD/UBKTTU") in edges(record)


def test_the_central_committee_of_an_association_is_not_the_partys():
    record = read(
        "Căn cứ Hướng dẫn số 31-HD/HNDTW ngày 15/01/2019 của Ban Thường vụ Trung ương Hội Nông dân "
        "Việt Nam về việc thực hiện Kết luận số 61-KL/TW ngày 03/12/2009 của Ban Bí thư;\n"
    )
    assert record.references[0].issuer == "Trung ương Hội Nông dân Việt Nam"
    assert ("31-HD/HNDTW", "IMPLEMENTS", "61-KL/TW") in edges(record)


def test_a_portals_long_lines_do_not_tell_how_wide_a_page_is():
    words = "Trang này in một phần văn bản; toàn văn nằm trong tệp kèm theo của số Công báo ấy. "
    record = read_text(
        "\n".join([words * 2] * 4)
        + "\n"
        + TOP
        + "Căn cứ Nghị định số 60/2008/NĐ-CP ngày 09 tháng 5 năm 2008 của Chính phủ\n"
        "quy định về các chợ;\nCăn cứ Thông tư số 6/2008/TT-BCT ngày 9/5/2008 của Bộ Công Thương\n"
        "hướng dẫn phân loại chợ;\nCăn cứ Quyết định số 7/2006/QĐ-TTg ngày 10/1/2006 của Thủ tướng"
        "\nChính phủ phê duyệt Chương trình phát triển chợ nông thôn miền núi giai đoạn\n"
        "2006-2010 và các văn bản hướng dẫn thi hành của các bộ, ngành có\nliên quan;\n"
        "Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 5/TTr-SCT ngày 3/3/2008 về\n"
        "việc quản lý các chợ;\nvà của Sở Tài chính về việc thu phí của những hộ buôn bán ở chợ\n"
        "đêm,\n",
        "paper.txt",
    )
    assert any(kind == "APPROVES" for _, kind, _ in edges(record))


def test_a_portals_own_type_word_stands_above_the_header():
    record = read_text(
        "TIN MỚI\n<br> KẾ HOẠCH<br> Trồng cây đầu năm <br>\n\nLIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM\n"
        "LIÊN ĐOÀN LAO ĐỘNG HUYỆN LÝ NHÂN\n\nSố: 34 /KH-LĐLĐ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        "\n\nLý Nhân, ngày 08 tháng 12 năm 2021\n\nKẾ HOẠCH\n\nTrồng cây đầu năm\n\nI. MỤC ĐÍCH\n",
        "paper.txt",
    )
    assert record.document.number == "34/KH-LĐLĐ"
    assert record.document.issuer == "Liên đoàn Lao động huyện Lý Nhân, tỉnh Hà Nam"


def test_a_school_that_issues_its_plan_is_told_by_the_clause():
    record = read_text(
        "KẾ HOẠCH\nThực hiện nhiệm vụ năm học 2019 - 2020\n\nCăn cứ kế hoạch số 12/KH-PGDĐT ngày "
        "9/9/2019; Căn cứ tình hình địa phương. Trường mầm non Đông Hà xây dựng kế hoạch như sau:\n"
        "1. Nhiệm vụ\n",
        "paper.txt",
    )
    assert record.document.issuer == "Trường mầm non Đông Hà"
    assert record.document.level == "facility"


def test_an_annex_that_stands_alone_is_of_the_body_of_its_note():
    record = read_text(
        "QUY ĐỊNH\nCÔNG TÁC VĂN THƯ TRÊN ĐỊA BÀN TỈNH HÀ NAM\n(Ban hành kèm theo Quyết định số "
        "63/2010/QĐ-UBND ngày 29 tháng 9 năm 2010 của\nUBND tỉnh)\nChương I\nQUY ĐỊNH CHUNG\n"
        "Điều 1. Phạm vi\n",
        "paper.txt",
    )
    assert record.document.issuer == "Ủy ban nhân dân tỉnh Hà Nam"
    assert (record.document.level, record.document.province) == ("province", "Hà Nam")


@pytest.mark.parametrize(("year", "district"), [("2022", "Lý Nhân"), ("2025", None)])
def test_a_commune_is_of_the_district_whose_acts_it_cites_while_there_were_districts(
    year: str, district: str | None
):
    record = read_text(
        "HỘI ĐỒNG NHÂN DÂN\nXÃ ĐẠI LÂM\nSố: 7/NQ-HĐND\nĐại Lâm, ngày 20 tháng 12 năm "
        f"{year}\nNGHỊ QUYẾT\nVề dự toán ngân sách xã\n\nCăn cứ Quyết định số 5/QĐ-UBND ngày "
        "14/12/2021 của UBND huyện Lý Nhân, tỉnh Hà Nam;\n",
        "paper.txt",
    )
    assert record.document.district == district


def test_two_districts_tell_no_district():
    record = read_text(
        "ỦY BAN NHÂN DÂN\nXÃ ĐẠI LÂM\nSố: 7/KH-UBND\nĐại Lâm, ngày 20 tháng 12 năm 2022\nKẾ HOẠCH\n"
        "Thu ngân sách\n\nCăn cứ Quyết định số 5/QĐ-UBND của UBND huyện Lý Nhân và Kế hoạch số "
        "6/KH-UBND của UBND huyện Thanh Liêm;\n",
        "paper.txt",
    )
    assert record.document.district is None


def test_a_short_name_with_another_type_is_not_the_laws():
    record = read(
        "Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ quy định chi tiết thi hành "
        "Luật Giá (sau đây gọi tắt là Nghị định 34);\nCăn cứ khoản 3 Điều 130 Nghị định 34;\n"
    )
    assert {t for _, kind, t in edges(record) if kind == "BASED_ON"} == {"34/2016/NĐ-CP"}


def test_the_area_and_the_years_of_a_plan_are_not_those_of_what_it_carries_out():
    programme = "Chương trình Sức khỏe học đường giai đoạn 2021-2025"
    record = read(
        f"Thực hiện Quyết định số 7/QĐ-TTg ngày 2/1/2021 phê duyệt {programme}, UBND tỉnh ban hành "
        "Kế hoạch thực hiện Chương trình Sức khỏe học đường trên địa bàn tỉnh, giai đoạn 2022-2025 "
        "như sau:\n"
    )
    named = [r.title for r in record.references if r.type == "Chương trình"]
    assert named == [programme]


def test_the_year_of_a_plan_is_not_in_the_name_of_national_criteria():
    criteria = "Bộ tiêu chí quốc gia về y tế xã"
    record = read(
        f"Căn cứ Quyết định số 7/QĐ-BYT ngày 7/11/2014 về việc ban hành {criteria} giai đoạn đến "
        f"2020;\nĐiều 1. Các xã thực hiện {criteria} năm 2016.\n"
    )
    assert len([r for r in record.references if r.type == "Bộ tiêu chí"]) == 1


def test_a_plan_to_go_on_with_a_resolution_carries_it_out():
    record = read(
        "Căn cứ Quyết định số 366/QĐ-TTg ngày 20/3/2009 về ban hành Kế hoạch triển khai tiếp Nghị "
        "quyết số 45-NQ/TW ngày 17/02/2005 của Bộ Chính trị;\n"
    )
    assert ("366/QĐ-TTg", "PROMULGATES", "45-NQ/TW") not in edges(record)
    assert any(kind == "IMPLEMENTS" and t == "45-NQ/TW" for _, kind, t in edges(record))


def test_what_a_replaced_act_promulgated_is_not_the_papers_own_annex():
    rules = "Quy định phân cấp quản lý chợ cho người buôn bán"
    record = read(
        f"QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này {rules} trên địa bàn tỉnh Hà Nam.\n"
        "Điều 2. Quyết định này thay thế các Quyết định: Quyết định số 10/QĐ-UBND ngày 12/7/2010 "
        f"của Ủy ban nhân dân tỉnh Hà Nam Ban hành {rules}, người bán hàng rong.\n"
    )
    assert ("10/QĐ-UBND", "PROMULGATES", "SELF") not in edges(record)
    assert ("SELF", "REPLACES", "10/QĐ-UBND") in edges(record)


def test_a_title_without_its_type_word_may_open_with_what_is_reviewed():
    record = read_text(
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 23/KH-UBND | Hà Nam, ngày 31 tháng 01 năm 2024 |\n"
        "RÀ SOÁT THỦ TỤC HÀNH CHÍNH NĂM 2024 TRÊN ĐỊA BÀN TỈNH HÀ NAM\n"
        "Thực hiện Nghị định số 63/2010/NĐ-CP ngày 08/6/2010, UBND tỉnh ban hành Kế hoạch:\n",
        "paper.txt",
    )
    assert record.document.title == ("Rà soát thủ tục hành chính năm 2024 trên địa bàn tỉnh Hà Nam")


def test_a_law_may_be_dated_by_who_proclaimed_it():
    record = read(
        "Căn cứ Luật Tổ chức HĐND và UBND do Chủ tịch nước Cộng hòa XHCN Việt Nam công bố ngày "
        "26/11/2003;\n"
    )
    assert [(r.title, r.issue_date) for r in record.references] == [
        ("Luật Tổ chức HĐND và UBND", "2003-11-26")
    ]


def test_a_boards_social_field_is_no_commune():
    record = read_text(
        "HỘI ĐỒNG NHÂN DÂN TỈNH HÀ NAM\nBAN VĂN HÓA - XÃ HỘI\nSố: 41/BC-VHXH\nHà Nam, ngày 30 "
        "tháng 11 năm 2020\n\nBÁO CÁO THẨM TRA\nTờ trình số 12/TTr-UBND ngày 3/11/2020 của UBND "
        "tỉnh\n\n"
        "Kính gửi: Hội đồng nhân dân tỉnh\n1. Về căn cứ\n",
        "paper.txt",
    )
    assert record.document.level == "province"
    assert record.document.title is not None
    assert record.document.title.startswith("Thẩm tra")
    assert "12/TTr-UBND" in record.document.title

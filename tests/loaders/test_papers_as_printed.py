"""Papers as they are printed: who issues them, their bases, glued codes, names with commas."""

from __future__ import annotations

import pytest

from loaders.names.numbers import find_numbers
from loaders.read import read_text
from loaders.records import DocumentRecord
from loaders.text.source_text import SourceText

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
DECISION = (
    f"ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n{MOTTO}Số: 5/QĐ-UBND\nGia Lai, ngày 1 tháng 6 năm 2021\n"
    "QUYẾT ĐỊNH\nVề việc mở chợ đêm\n"
)


def read(raw: str) -> DocumentRecord:
    return read_text(raw, "paper.txt")


def edges(record: DocumentRecord) -> set[tuple[str, str, str]]:
    """The relations, with numbers or titles for keys."""
    names = {r.key: r.number or r.title or "" for r in record.references}
    return {
        (names.get(r.source, r.source), str(r.type), names.get(r.target, r.target))
        for r in record.relations
    }


def bases(record: DocumentRecord) -> set[str]:
    return {target for source, kind, target in edges(record) if (source, kind) == SELF_RESTS}


SELF_RESTS = ("SELF", "BASED_ON")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Thông báo số 8-TB/TWngày 06 tháng 01 năm 2012", ["8-TB/TW"]),
        ("Quyết định số 8/QĐ-TTgngày 06/01/2012", ["8/QĐ-TTg"]),
        ("Kế hoạch số 29 KH/TWĐTN ngày 14/7/2011", ["29-KH/TWĐTN"]),
        ("văn bản số 50 BKH/KTĐN ngày 22/1/2003", ["50-BKH/KTĐN"]),
        ("nhà số 7 KDC/KTM đường Lê Lợi", []),
        ("Số: 44/VPCP - KGVX | Hà Nội", ["44/VPCP-KGVX"]),
    ],
)
def test_a_number_ends_with_its_code(words, numbers):
    assert [n.canonical for n in find_numbers(SourceText.of(words))] == numbers


@pytest.mark.parametrize(
    ("header", "issuer"),
    [
        (
            f"UBND TỈNH NAM ĐỊNH\nLIÊN SỞ: Y TẾ - LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\n{MOTTO}"
            "Số: 5/HD-LS\nNam Định, ngày 1 tháng 6 năm 2011\nHƯỚNG DẪN\nkhám tuyển\n",
            "Sở Y tế tỉnh Nam Định - Sở Lao động - Thương binh và Xã hội tỉnh Nam Định",
        ),
        (
            f"LIÊN BỘ TÀI CHÍNH - Y TẾ\n{MOTTO}Số: 5/TTLB\nHà Nội, ngày 1 tháng 6 năm 1995\n"
            "THÔNG TƯ\nthu viện phí\n",
            "Bộ Tài chính - Bộ Y tế",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG          ĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 5-KH/TWĐTN\n"
            "Hà Nội, ngày 1 tháng 6 năm 2021\nKẾ HOẠCH\nTrồng cây\n",
            "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-QC/TW\n"
            "Hà Nội, ngày 1 tháng 6 năm 2021\nQUY CHẾ\nLưu trữ hồ sơ\n"
            "- Căn cứ Kết luận số 2-KL/TW ngày 1/2/2020 của Bộ Chính trị về lưu trữ;\n"
            "Ban Bí thư ban hành Quy chế lưu trữ hồ sơ.\n",
            "Ban Bí thư",
        ),
        (
            "KẾ HOẠCH\nTổ chức hội trại\nCăn cứ Kế hoạch số 5-KH/TWĐTN ngày 1/2/2011 của Trung "
            "ương Đoàn về hội trại; Ban Chấp hành Thành đoàn Đà Nẵng ban hành Kế hoạch tổ chức "
            "hội trại:\n",
            "Ban Chấp hành Thành đoàn Đà Nẵng",
        ),
        (
            "KẾ HOẠCH\nTrồng cây\nCăn cứ Nghị quyết số 5/NQ-CP ngày 1/2/2011 của Chính phủ ban "
            "hành Kế hoạch trồng cây;\n1. Mục tiêu\n",
            None,
        ),
    ],
)
def test_who_issues_is_told_by_the_header_or_the_clause_that_enacts(header, issuer):
    assert read(header).document.issuer == issuer


def test_words_above_the_header_tell_the_true_issuer():
    paper = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố: 5-QĐ/TW\n"
        "Hà Nội, ngày 1 tháng 6 năm 2021\nQUY ĐỊNH\nVề lưu trữ\n"
    )
    told = f"Quy định số 5-QĐ/TW ngày 1/6/2021 của Ban Bí thư vừa được đăng.\n{paper}"
    assert read(told).document.issuer == "Ban Bí thư"
    assert read(paper).document.issuer == "Ban Chấp hành Trung ương Đảng"


def test_an_act_whose_type_word_and_first_bases_are_torn_keeps_title_and_issuer():
    document = read(
        f"ỦY BAN NHÂN DÂN | {MOTTO}Số: 5/2019/QĐ-UBND | Gia Lai, ngày 1 tháng 6 năm 2019 |\n"
        "BAN HÀNH QUY ĐỊNH QUẢN LÝ CHỢ\nỦY BAN NHÂN DÂN TỈNH GIA LAI\n"
        "hính quyền địa phương ngày 19 tháng 6 năm 2015;\nố 7/2003/NĐ-CP ngày 14/1/2003 về chợ;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Quản lý chợ.\n"
    ).document
    assert document.title == "Ban hành quy định quản lý chợ"
    assert (document.type, document.issuer) == ("Quyết định", "Ủy ban nhân dân tỉnh Gia Lai")


def test_a_portal_tells_below_the_paper_who_signed_and_adds_no_recipients():
    record = read(
        f"BỘ CÔNG THƯƠNG | {MOTTO}Số: 5/BCT-TTTN | Hà Nội, ngày 1 tháng 6 năm 2011 |\n"
        "Kính gửi: | - Sở Công Thương Gia Lai; |\nBộ Công Thương đồng ý mở chợ./.\n"
        "Nơi nhận: | KT. BỘ TRƯỞNG |\n- Như trên;\n- Lưu: VT.\n"
        "- Số hiệu: 5/BCT-TTTN\n- Loại văn bản: Công văn\n- Người ký: Lê Văn Tâm\n"
    )
    assert record.recipients == ("Như trên", "Lưu: VT")
    assert record.document.signer == "Lê Văn Tâm"


def test_a_list_under_a_heading_of_bases_is_one_of_bases():
    record = read(
        f"ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\n{MOTTO}Số: 5/KH-UBND\nGia Lai, ngày 1 tháng 6 năm 2021\n"
        "KẾ HOẠCH\nMở chợ đêm\nI. CĂN CỨ PHÁP LÝ XÂY DỰNG KẾ HOẠCH\n- Luật Giá năm 2012;\n"
        "- Nghị định số 2/2003/NĐ-CP ngày 14/1/2003 của Chính phủ về chợ.\nII. MỤC TIÊU\nMở chợ.\n"
    )
    assert bases(record) == {"Luật Giá", "2/2003/NĐ-CP"}


def test_the_opinion_of_another_body_is_a_basis_beside_a_document():
    record = read(
        DECISION + "Căn cứ Quyết định số 3/QĐ-TTg ngày 3/4/2021 của Thủ tướng Chính phủ về chợ, ý "
        "kiến của Sở Tài chính tại công văn số 33/STC-NS ngày 4/4/2021;\n"
        "Theo ý kiến thẩm định của Sở Tư pháp tại Văn bản số 89/STP-XD ngày 5/4/2021;\n"
        'Xét đề nghị về việc duyệt "Chiến lược và kế hoạch hành động về chợ" (Tờ trình số '
        "7/TTr-SCT ngày 6/4/2021),\n"
    )
    assert bases(record) == {"3/QĐ-TTg", "33/STC-NS", "89/STP-XD", "7/TTr-SCT"}
    assert record.references[0].title == "về chợ"


def test_a_document_behind_a_semicolon_stands_beside_the_first_of_its_type():
    record = read(
        DECISION
        + "Căn cứ Nghị quyết số 2/NQ-CP ngày 15/4/2015 của Chính phủ ban hành Chương trình "
        "hành động thực hiện Nghị quyết số 3-NQ/TW ngày 1/7/2014 của Bộ Chính trị về chợ; Nghị "
        "quyết số 4/NQ-CP ngày 14/10/2015 của Chính phủ về giá;\n"
    )
    assert {"2/NQ-CP", "4/NQ-CP"} <= bases(record)
    assert not any(target == "4/NQ-CP" for source, _, target in edges(record) if source != "SELF")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "Căn cứ Quyết định số 9/QĐ-TTg ngày 25/3/2015 của Thủ tướng Chính phủ ban hành Quy chế "
            "tiếp nhận hồ sơ một cửa, tiếp nhận hồ sơ liên thông cấp tỉnh;",
            ["Quy chế tiếp nhận hồ sơ một cửa, tiếp nhận hồ sơ liên thông cấp tỉnh"],
        ),
        (
            "Căn cứ Quyết định số 9/QĐ-TTg ngày 25/3/2015 của Thủ tướng Chính phủ phê duyệt Chương "
            "trình hành động quốc gia của Việt Nam về tăng trưởng xanh đến năm 2030;",
            ["Chương trình hành động quốc gia của Việt Nam về tăng trưởng xanh đến năm 2030"],
        ),
        (
            "Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương, Ban Bí thư khóa XIII;",
            ["Quy chế làm việc của Ban Chấp hành Trung ương, Ban Bí thư khóa XIII"],
        ),
        ("Căn cứ Điều lệ Hội Nông dân Việt Nam;", ["Điều lệ Hội Nông dân Việt Nam"]),
        (
            "Tỉnh ban hành Chương trình hành động triển khai thực hiện Nghị quyết như sau:",
            [],
        ),
        ("Kết quả thực hiện Chương trình mục tiêu quốc gia giai đoạn 2006-2010 còn thấp.", []),
        (
            "Ban điều hành Đề án xã An Bình xây dựng kế hoạch hoạt động.",
            [],
        ),
        (
            "Quán triệt Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV và sự lãnh đạo của cấp ủy.",
            ["Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV"],
        ),
    ],
)
def test_a_name_is_as_long_as_it_is_and_words_that_name_nothing_are_none(words, titles):
    found = [r for r in read(DECISION + words).references if r.number is None]
    names = [(r.type or "", r.title or "") for r in found]
    assert [t if t.startswith(kind) else f"{kind} {t}" for kind, t in names] == titles


def test_what_an_assembly_passes_it_approves():
    record = read(
        DECISION + "Căn cứ Nghị quyết số 7/NQ-HĐND ngày 13/11/2020 của HĐND tỉnh về việc thông qua "
        "Đề án phát triển chợ đêm đến năm 2025;\n"
    )
    assert ("7/NQ-HĐND", "APPROVES", "Đề án phát triển chợ đêm đến năm 2025") in edges(record)


def test_a_number_and_the_year_that_it_holds_date_a_law():
    record = read(DECISION + "Căn cứ Luật Giá số 16/2023/QH15 năm 2023;\n")
    assert [(r.number, r.issue_date) for r in record.references] == [("16/2023/QH15", "2023")]


def test_a_paper_without_header_that_opens_with_its_enacting_clause_carries_out_what_it_says():
    record = read(
        "Ban điều hành chợ xã An Bình xây dựng kế hoạch thực hiện Kế hoạch số 45/KH-UBND ngày "
        "5/4/2021 của UBND huyện về chợ văn minh như sau:\n1. Mục tiêu\n- Vận động.\n"
    )
    assert edges(record) == {("SELF", "IMPLEMENTS", "45/KH-UBND")}
    assert record.references[0].title == "về chợ văn minh"


def test_years_that_lost_their_dash_are_a_period():
    document = read("KẾ HOẠCH\nXây dựng chợ giai đoạn 20212025\n").document
    assert document.period == (2021, 2025)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "Căn cứ Quyết định số 9/QĐ-TTg ngày 25/3/2015 của Thủ tướng Chính phủ phê duyệt Dự án "
            "Quy hoạch tổng thể phát triển chợ đến năm 2020;",
            ["Quy hoạch tổng thể phát triển chợ đến năm 2020"],
        ),
        (
            "Căn cứ Thông tư số 9/2020/TT-BGDĐT ngày 25/3/2020 của Bộ Giáo dục và Đào tạo ban hành "
            "Điều lệ trường mầm non;",
            ["Điều lệ trường mầm non"],
        ),
        (
            "Căn cứ Quyết định số 9/QĐ-UBND ngày 25/3/2015 của UBND tỉnh ban hành Quy định về "
            "trình tự xây dựng, ban hành văn bản về chợ;",
            ["Quy định về trình tự xây dựng, ban hành văn bản về chợ"],
        ),
        ("Căn cứ Luật Giá và Luật Đấu thầu sửa đổi 2022;", ["Luật Giá"]),
    ],
)
def test_a_name_within_what_an_act_issues_is_the_one_that_counts(words, titles):
    found = [r for r in read(DECISION + words).references if r.number is None]
    names = [(r.type or "", r.title or "") for r in found]
    assert [t if t.startswith(kind) else f"{kind} {t}" for kind, t in names] == titles


def test_a_programme_of_two_issuers_stands_between_a_plan_and_a_resolution():
    record = read(
        DECISION + "Căn cứ Quyết định số 62/QĐ-UBND ngày 16/1/2009 của UBND tỉnh ban hành Kế hoạch "
        "hành động thực hiện Chương trình hành động của Chính phủ và của Tỉnh ủy thực hiện Nghị "
        "quyết số 26-NQ/TW ngày 5/8/2008 của Ban Chấp hành Trung ương Đảng về nông thôn;\n"
    )
    found = {(source[:18], kind, target[:18]) for source, kind, target in edges(record)}
    assert ("62/QĐ-UBND", "PROMULGATES", "Kế hoạch hành động") in found
    assert ("Kế hoạch hành động", "IMPLEMENTS", "Chương trình hành ") in found
    assert ("Chương trình hành ", "IMPLEMENTS", "26-NQ/TW") in found


def test_what_stands_behind_a_semicolon_is_not_carried_out():
    record = read(
        DECISION + "Căn cứ Luật Giá năm 2012;\nThực hiện Chương trình giám sát của Tỉnh ủy; "
        "xét Báo cáo của Đoàn kiểm tra theo Quyết định số 56-QĐ/TU ngày 15/8/2020,\n"
    )
    assert not any(kind == "IMPLEMENTS" for _, kind, _ in edges(record))


def test_a_subject_that_speaks_of_plans_ends_before_the_act_beside_it():
    record = read(
        DECISION + "Căn cứ Nghị định số 9/2006/NĐ-CP ngày 7/9/2006 của Chính phủ về lập quy hoạch "
        "và Nghị định số 4/2008/NĐ-CP ngày 11/1/2008 của Chính phủ về chợ;\n"
    )
    assert [r.title for r in record.references] == ["về lập quy hoạch", "về chợ"]


def test_a_portal_names_the_subject_of_a_paper_whose_title_it_left_out():
    document = read(
        "Quyết định 5/2019/QĐ-UBND về quản lý chợ do tỉnh Gia Lai ban hành\n"
        f"ỦY BAN NHÂN DÂN | {MOTTO}Số: 5/2019/QĐ-UBND | Gia Lai, ngày 1 tháng 6 năm 2019 |\n"
        "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nCăn cứ Luật Giá năm 2012;\nQUYẾT ĐỊNH:\nĐiều 1. Chợ.\n"
    ).document
    assert document.title == "về quản lý chợ"


def test_who_signs_in_the_place_of_another_has_the_own_role():
    document = read(
        DECISION + "Điều 1. Mở chợ.\n"
        "Nơi nhận: - Như Điều 3; - Lưu VT. | KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Văn Tâm |\n"
    ).document
    assert (document.signer, document.signer_role) == ("Lê Văn Tâm", "Thứ trưởng")


def test_the_years_of_a_title_are_its_period_also_without_a_word_for_one():
    document = read("KẾ HOẠCH\nĐầu tư chợ đô thị năm 2011 - 2015 trên địa bàn huyện\n").document
    assert document.period == (2011, 2015)


@pytest.mark.parametrize(
    ("header", "issuer"),
    [
        (
            "Số: 7/2006/QĐ-TTg |\nHà Nội, ngày 7 tháng 4 năm 2006 |\nCăn cứ Luật Giá năm 2012;\n"
            "Điều 1. Mở chợ.\n",
            "Thủ tướng Chính phủ",
        ),
        (
            f"BỘ THÔNG TIN VÀ | {MOTTO}Số: 8/QĐ-BTTTT | Hà Nội, ngày 7 tháng 4 năm 2013 |\n"
            "PHÊ DUYỆT ĐỀ CƯƠNG\nBỘ TRƯỞNG BỘ THÔNG TIN VÀ TRUYỀN THÔNG\n"
            "Căn cứ Luật Giá năm 2012;\n",
            "Bộ Thông tin và Truyền thông",
        ),
        (
            f"ỦY BAN NHÂN DÂN | {MOTTO}Số: 9/KH-UBND | Gia Lai, ngày 7 tháng 4 năm 2018 |\n"
            "I. CƠ SỞ PHÁP LÝ VÀ SỰ CẦN THIẾT\n1. Cơ sở pháp lý:\nCăn cứ Luật Giá năm 2012;\n",
            "Ủy ban nhân dân tỉnh Gia Lai",
        ),
        (
            f"ỦY BAN NHÂN DÂN | {MOTTO}Số: 9/KH-UBND | Hà Nội, ngày 7 tháng 4 năm 2018 |\n"
            "Thực hiện nội dung Nghị quyết số 3/NQ-CP ngày 1/2/2018 của Chính phủ ban hành Kế "
            "hoạch tổng thể về chợ của Tỉnh ủy, UBND tỉnh ban hành kế hoạch:\n1. Mở chợ.\n",
            "Ủy ban nhân dân tỉnh",
        ),
        (
            "CHỈ THỊ\nCỦA BỘ TRƯỞNG BỘ THƯƠNG MẠI SỐ 9/2006/CT-BTM\nNGÀY 29 THÁNG 9 NĂM 2006 "
            "VỀ QUẢN LÝ CHỢ\n",
            "Bộ Thương mại",
        ),
    ],
)
def test_a_cut_header_tells_its_issuer_by_what_is_left(header, issuer):
    assert read(header).document.issuer == issuer


def test_a_heading_about_bases_opens_a_list_of_them_also_without_a_title():
    record = read(
        f"ỦY BAN NHÂN DÂN | {MOTTO}Số: 9/KH-UBND | Gia Lai, ngày 7 tháng 4 năm 2018 |\n"
        "I. CƠ SỞ PHÁP LÝ VÀ SỰ CẦN THIẾT\n1. Cơ sở pháp lý:\nCăn cứ Luật Giá năm 2012;\n"
        "2. Sự cần thiết:\nThực hiện Nghị định số 7/2003/NĐ-CP ngày 1/2/2003.\n"
    )
    assert bases(record) == {"Luật Giá"}


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("Xét đề nghị của Viện trưởng Viện Chiến lược Thông tin và Truyền thông,", []),
        ("Bộ hoàn thiện Đề án trình Thủ tướng Chính phủ xem xét.", []),
        (
            "Căn cứ Quyết định số 6/QĐ-UBND ngày 2/2/2013 của UBND tỉnh ban hành Quy định quản lý "
            "dạy thêm, học thêm;\nCăn cứ Luật Giá năm 2012;\nĐiều 1. Thực hiện Quy định quản lý "
            "dạy thêm, học thêm tại các huyện.",
            ["Quy định quản lý dạy thêm, học thêm", "Luật Giá"],
        ),
    ],
)
def test_offices_and_plans_to_be_made_are_no_works_and_rules_are_named_again(words, titles):
    found = [r for r in read(DECISION + words).references if r.number is None]
    names = [(r.type or "", r.title or "") for r in found]
    assert [t if t.startswith(kind) else f"{kind} {t}" for kind, t in names] == titles
    assert len(titles) < 2 or len(found[0].mentions) == 2


def test_a_day_without_its_word_dates_a_law_and_one_before_it_a_decision():
    record = read(
        DECISION + "Căn cứ Luật Tổ chức HĐND và UBND 26/11/2003;\n"
        "Ngày 9 tháng 5 năm 2007, Thủ tướng Chính phủ đã có Quyết định số 61/2007/QĐ-TTg về chợ.\n"
    )
    assert [r.issue_date for r in record.references] == ["2003-11-26", "2007-05-09"]


def test_a_strategy_of_the_nation_is_not_of_the_district_whose_plan_carries_it_out():
    strategy = "Chiến lược quốc gia phòng, chống thiên tai đến năm 2030"
    record = read(
        DECISION + f"Trên đây là Kế hoạch thực hiện {strategy} của UBND huyện Mang Yang./.\n"
        "Tiếp tục Đề án xây dựng trường đạt chuẩn quốc gia giai đoạn 2021-2025 của UBND tỉnh.\n"
    )
    bodies = {r.title: r.issuer for r in record.references}
    assert bodies[strategy] is None
    assert [issuer for issuer in bodies.values() if issuer] == ["Ủy ban nhân dân tỉnh Gia Lai"]

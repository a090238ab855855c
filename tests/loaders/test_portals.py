"""Texts of portals: line ends written out, lines broken before a number, several proposals."""

from __future__ import annotations

from loaders.read import read_text
from loaders.records import DocumentRecord

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 5/QĐ-UBND\nGia Lai, ngày 1 tháng 6 năm 2021\nQUYẾT ĐỊNH\nVề việc thành lập chợ\n"
)


def read(raw: str) -> DocumentRecord:
    return read_text(raw, "paper.txt")


def bases(record: DocumentRecord) -> list[str | None]:
    numbers = {r.key: r.number for r in record.references}
    return [numbers[r.target] for r in record.relations if str(r.type) == "BASED_ON"]


def test_line_ends_that_a_dump_wrote_out_are_line_ends():
    raw = HEAD + "Căn cứ Nghị định số 7/NĐ-CP\\r\\nngày 2/3/2020 của Chính phủ về chợ;\n"
    (reference,) = read(raw).references
    assert (reference.number, reference.issue_date) == ("7/NĐ-CP", "2020-03-02")
    assert reference.mentions[0].passage.quote.startswith("Nghị định số 7/NĐ-CP\\r\\nngày")


def test_a_line_that_ends_with_a_type_goes_on_with_the_number_below():
    raw = HEAD + "Căn cứ Quyết định\n62/2019/QĐ-TTg ngày 6/6/2019 của Thủ tướng Chính phủ;\n"
    assert bases(read(raw)) == ["62/2019/QĐ-TTg"]


def test_each_proposal_of_a_line_is_a_basis():
    raw = HEAD + (
        "Xét đề nghị của Sở Công Thương tại Tờ trình số 3/TTr-SCT ngày 1/5/2021; "
        "Ủy ban nhân dân huyện Chư Sê tại Tờ trình số 4/TTr-UBND ngày 2/5/2021 "
        "và Giám đốc Sở Nội vụ tại Tờ trình số 6/TTr-SNV ngày 3/5/2021,\n"
    )
    assert bases(read(raw)) == ["3/TTr-SCT", "4/TTr-UBND", "6/TTr-SNV"]


def test_the_clause_that_enacts_a_decree_names_all_that_it_amends():
    raw = (
        "CHÍNH PHỦ\nSố: 9/2020/NĐ-CP\nHà Nội, ngày 1 tháng 6 năm 2020\nNGHỊ ĐỊNH\n"
        "Sửa đổi các nghị định về chợ\nCăn cứ Luật Thương mại ngày 14/6/2005;\n"
        "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 2/2003/NĐ-CP "
        "ngày 14/1/2003 của Chính phủ về chợ; Nghị định số 4/2009/NĐ-CP ngày 5/3/2009 của "
        "Chính phủ về phí chợ và Nghị định số 6/2011/NĐ-CP ngày 7/8/2011 về bán buôn.\n"
        "Điều 1. Hiệu lực\n"
    )
    record = read(raw)
    numbers = {r.key: r.number for r in record.references}
    amended = [numbers[r.target] for r in record.relations if str(r.type) == "AMENDS"]
    assert amended == ["2/2003/NĐ-CP", "4/2009/NĐ-CP", "6/2011/NĐ-CP"]
    assert record.references[2].title == "về phí chợ"


def test_capitals_of_a_title_name_no_law_where_only_the_word_stands():
    record = read(HEAD.replace("Về việc thành lập chợ", "VỀ PHÁP LUẬT CỦA ỦY BAN NHÂN DÂN"))
    assert record.references == ()


def test_a_submission_is_what_it_is_called_also_where_its_code_is_cut():
    record = read(HEAD + "Theo đề nghị của Sở Y tế tại Tờ trình số 14/TT-SYT ngày 9/5/2021,\n")
    assert [r.type for r in record.references] == ["Tờ trình"]


def test_a_header_may_run_on_in_the_title():
    header = read(
        "CHỈ THỊ\nCỦA THỦ\nTƯỚNG CHÍNH PHỦ SỐ 4/2001/CT-TTG\nNGÀY 3 THÁNG 5 NĂM 2001 VỀ VIỆC\n"
        "TRỒNG CÂY\nThực hiện Nghị quyết của Quốc hội, Thủ tướng Chính phủ yêu cầu:\n"
    ).document
    assert (header.number, header.issue_date) == ("4/2001/CT-TTg", "2001-05-03")
    assert (header.issuer, header.title) == ("Thủ tướng Chính phủ", "Về việc trồng cây")


def test_the_date_may_stand_before_who_issued():
    raw = HEAD + "Ngày 5/3/2019, Chính phủ đã ban hành Nghị định số 7/2019/NĐ-CP về chợ.\n"
    assert [r.issue_date for r in read(raw).references] == ["2019-03-05"]


def test_a_letter_without_a_subject_is_told_by_its_addressees():
    raw = (
        "| BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "| Số: 52/BYT-TCCB | Hà Nội, ngày 5 tháng 9 năm 2022 |\nKính gửi: Sở Y tế Gia Lai\n"
        "Bộ Y tế hướng dẫn thực hiện Luật Dược năm 2016.\n"
    )
    header = read(raw).document
    assert (header.type, header.number, header.issuer) == ("Công văn", "52/BYT-TCCB", "Bộ Y tế")


def test_term_and_session_are_no_part_of_an_assemblys_name():
    raw = (
        "HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 3/NQ-HĐND | Cà Mau, ngày 4 tháng 7 năm 2023 |\nHỘI ĐỒNG NHÂN DÂN TỈNH CÀ MAU\n"
        "KHÓA X, KỲ HỌP THỨ MƯỜI BẢY\nCăn cứ Luật\nTổ chức Chính phủ ngày 19/6/2015;\n"
    )
    record = read(raw)
    assert record.document.issuer == "Hội đồng nhân dân tỉnh Cà Mau"
    assert [r.issue_date for r in record.references] == ["2015-06-19"]


def test_a_number_behind_its_type_needs_no_known_code():
    raw = HEAD + "Căn cứ Công văn 285/CCTTHC ngày 8/9/2009 của Tổ công tác cải cách;\n"
    assert bases(read(raw)) == ["285/CCTTHC"]


def test_a_title_that_names_what_it_carries_out_is_no_header():
    header = read(
        "KẾ HOẠCH\nThực hiện Nghị quyết số 5/NQ-CP ngày 3/5/2021 của Chính phủ về chợ\n"
        "Căn cứ Luật Thương mại;\n"
    ).document
    assert (header.number, header.issue_date) == (None, None)


TABLE = "Số hiệu 5/QĐ-UBND\nNgười ký {}\nNgày ban hành 01/06/2021\n\n"


def test_a_portals_table_tells_who_signed_where_the_paper_is_cut():
    for printed in ("Lê Văn Tâm", "Lê Văn Tâm Ngày hiệu lực: 01/07/2021"):
        assert read(TABLE.format(printed) + HEAD).document.signer == "Lê Văn Tâm"
    signed = HEAD + "Điều 1. Thành lập chợ.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bình\n"
    assert read(TABLE.format("Lê Văn Tâm") + signed).document.signer == "Trần Văn Bình"


def test_a_stamp_of_an_office_is_no_signer():
    assert read(TABLE.format("Sở Công Thương") + HEAD).document.signer is None


def test_a_type_word_may_repeat_the_number_above():
    raw = HEAD.replace("QUYẾT ĐỊNH\n", "QUYẾT ĐỊNH 5/QĐ-UBND\n")
    assert read(raw).document.title == "Về việc thành lập chợ"
    other = read(HEAD.replace("QUYẾT ĐỊNH\n", "QUYẾT ĐỊNH 6/QĐ-UBND\n"))
    assert other.document.number == "5/QĐ-UBND"


def test_capitals_under_the_number_are_the_title_before_any_text():
    raw = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 8/KH-UBND | Gia Lai, ngày 1 tháng 6 năm 2021 |\n"
        "PHÁT TRIỂN CHỢ NÔNG THÔN NĂM 2021\n1. Sự cần thiết\nTỉnh có 80 chợ.\n"
    )
    assert read(raw).document.title == "Phát triển chợ nông thôn năm 2021"


def test_the_symbol_tells_the_department_of_which_only_the_committees_line_is_left():
    raw = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 8/{} | Thành phố Hồ Chí Minh, ngày 1 tháng 6 năm 2021 |\n"
        "Kính gửi: | - Các chợ; |\nĐề nghị các chợ báo cáo.\n"
    )
    issuers = [read(raw.format(symbol)).document.issuer for symbol in ("SYT-VP", "UBND-VX")]
    city = "thành phố Hồ Chí Minh"
    assert issuers == [f"Sở Y tế {city}", f"Ủy ban nhân dân {city}"]


def test_a_letters_subject_may_begin_with_about_alone():
    letter = (
        "SỞ CÔNG THƯƠNG\nTỈNH GIA LAI\nSố: 8/SCT-TM\n{}\n\nGia Lai, ngày 1 tháng 6 năm 2021\n"
        "Kính gửi: Các chợ\nĐề nghị các chợ báo cáo.\n"
    )
    for words in ("Về: góp ý dự thảo Quy chế chợ", "Về góp ý dự thảo Quy chế chợ"):
        assert read(letter.format(words)).document.title == "góp ý dự thảo Quy chế chợ"


def test_a_year_that_fell_on_the_next_line_belongs_to_its_date():
    raw = HEAD + "Căn cứ Luật Thương mại ngày 14 tháng 6 năm\n2005;\n"
    assert [r.issue_date for r in read(raw).references] == ["2005-06-14"]


def test_an_item_goes_on_in_small_letters_behind_its_year():
    raw = HEAD + "II. MỤC TIÊU\n- Đến năm 2025:\ntỷ lệ chợ có nước sạch trên 85%2; số chợ mới 9.\n"
    (target,) = [i for i in read(raw).indicators if i.unit == "%"]
    assert [(v.year, v.op, v.value) for v in target.targets] == [(2025, ">", 85.0)]


def test_bases_may_be_listed_under_the_header_without_a_heading():
    raw = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 8/KH-UBND | Gia Lai, ngày 1 tháng 6 năm 2021 |\n"
        "- Luật Thương mại;\n- Nghị định số 7/2019/NĐ-CP ngày 2/3/2019 của Chính phủ về chợ;\n"
        "I. MỤC ĐÍCH\n- Nghị quyết số 9/NQ-CP ngày 3/4/2020 của Chính phủ về chợ là quan trọng;\n"
    )
    assert bases(read(raw)) == [None, "7/2019/NĐ-CP"]


def test_a_department_may_break_over_lines_in_a_proposal():
    words = "Theo đề nghị của Giám đốc Sở\nNông nghiệp và Môi trường tại Tờ trình số 3/TTr-SNNMT"
    assert bases(read(HEAD + words + " 5 tháng 6 năm 2020.\n")) == ["3/TTr-SNNMT"]
    words = (
        "Theo đề nghị của Giám đốc Sở Lao động\n- Thương binh và Xã hội tại Tờ trình số 4/TTr-SLĐ"
    )
    record = read(HEAD + words + " 5 tháng 6 năm 2020.\n")
    assert bases(record) == ["4/TTr-SLĐ"]
    assert record.references[0].issue_date == "2020-06-05"


def test_a_law_beside_one_of_a_subject_is_no_basis():
    raw = HEAD + (
        "Căn cứ Nghị định số 7/2021/NĐ-CP ngày 2/3/2021 của Chính phủ quy định chi tiết thi hành "
        "một số điều của Luật Thủy lợi và Luật Đê điều;\n"
    )
    assert bases(read(raw)) == ["7/2021/NĐ-CP"]


def test_the_capital_towns_name_may_be_torn_or_hyphened():
    torn = HEAD.replace("Gia Lai, ngày", "Mỹ\nTho, ngày").replace("GIA LAI", "TIỀN GIANG")
    assert read(torn).document.place == "Mỹ Tho"
    hyphened = HEAD.replace("Gia Lai, ngày", "Phan Rang-Tháp Chàm, ngày")
    assert read(hyphened).document.place == "Phan Rang-Tháp Chàm"


def test_letters_set_apart_in_the_provinces_name_are_told_by_the_place():
    header = read(HEAD.replace("TỈNH GIA LAI", "TỈNH GI\nA\nLAI")).document
    assert (header.issuer, header.province) == ("Ủy ban nhân dân tỉnh Gia Lai", "Gia Lai")


def test_a_signers_name_may_stick_to_the_capitals_before_it():
    raw = HEAD + "Điều 1. Thành lập chợ.\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNGLê Văn Tâm\n"
    assert read(raw).document.signer == "Lê Văn Tâm"


def test_an_article_may_begin_on_the_line_below_its_number():
    raw = HEAD + (
        "QUYẾT ĐỊNH:\nĐiều 1.\nThành lập chợ.\nĐiều 2.\nChánh Văn phòng Ủy ban nhân dân tỉnh, "
        "Giám đốc Sở Công Thương có trách nhiệm thi hành Quyết định này./.\n"
    )
    assert read(raw).responsibilities == ()


def test_a_law_of_two_bodies_has_its_number():
    raw = HEAD + (
        "Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13;\n"
        "Căn cứ Luật Chợ của Quốc hội số 9/2015/QH13;\n"
    )
    laws = [(r.title, r.number) for r in read(raw).references]
    assert laws[0] == (
        "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
        "87/2015/QH13",
    )


def test_committees_of_an_assembly_issue_papers():
    raw = HEAD + (
        "Xét Tờ trình số 16/TTr-BPC ngày 13/7/2020 của Ban Pháp chế của HĐND tỉnh về nội quy; Báo "
        "cáo số 4/BC-VHXH ngày 1/2/2020 của Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh;\n"
    )
    assert [r.issuer for r in read(raw).references] == [
        "Ban Pháp chế Hội đồng nhân dân tỉnh Gia Lai",
        "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh Gia Lai",
    ]


def test_a_motto_that_lost_a_word_is_no_part_of_the_issuer():
    raw = HEAD.replace("TỈNH GIA LAI\nCỘNG HÒA XÃ HỘI", "TỈNH GIA LAI\n\nCỘNG HÒA HỘI")
    assert read(raw).document.issuer == "Ủy ban nhân dân tỉnh Gia Lai"


def test_a_line_that_ends_with_an_office_goes_on_with_its_body():
    raw = HEAD + (
        "Xét đề nghị của Giám đốc\nSở Công Thương tỉnh tại Tờ trình số 47/TTr-SCT\n"
        "ngày 21/5/2020 và của Giám đốc Sở Nội vụ tỉnh,\n"
    )
    assert bases(read(raw)) == ["47/TTr-SCT"]


def test_who_issued_it_is_no_part_of_a_subject():
    raw = HEAD + (
        "Căn cứ Quyết định số 24/QĐ-BCT ngày 2/3/2020 về Kế hoạch phát triển chợ do Bộ trưởng Bộ "
        "Công Thương ban hành;\n"
    )
    assert read(raw).references[0].title == "về Kế hoạch phát triển chợ"


def test_a_page_may_put_the_motto_on_the_line_of_the_date():
    raw = (
        "ỦY BAN NHÂN DÂN Số: 12/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Gia Lai, ngày 7 tháng "
        "6 năm 2021 |\nKẾ HOẠCH\nTRỒNG RỪNG\nThực hiện Nghị quyết số 7/NQ-CP ngày 2/3/2020;\n"
    )
    header = read(raw).document
    assert (header.place, header.province) == ("Gia Lai", "Gia Lai")
    assert header.issuer == "Ủy ban nhân dân tỉnh Gia Lai"


def test_recipients_that_stand_on_one_line_are_two():
    raw = HEAD + (
        "Điều 1. Mở chợ.\nNơi nhận:\n- Như Điều 1;\n- Sở Công Thương (để b/c);- Sở Nội vụ;\n"
        "- Lưu: VT.\n|\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n"
    )
    record = read(raw)
    assert [one.split(" (")[0] for one in record.recipients] == [
        "Như Điều 1", "Sở Công Thương", "Sở Nội vụ", "Lưu: VT",
    ]  # fmt: skip
    assert record.document.signer == "Nguyễn Văn An"


def test_the_number_of_an_assembly_stands_behind_its_type():
    raw = (
        "ỦY BAN THƯỜNG VỤ\nQUỐC HỘI\n--------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nNghị quyết số: 65/2019/UBTVQH14\n\n"
        "Hà Nội, ngày 12 tháng 3 năm 2019\n\nNGHỊ QUYẾT\n\nVỀ VIỆC MỞ CHỢ\n\n"
        "Căn cứ Luật Tổ chức Quốc hội số 57/2014/QH13;\n"
    )
    assert read(raw).document.number == "65/2019/UBTVQH14"


def test_a_term_is_no_name_of_a_province():
    raw = HEAD + (
        "Căn cứ Nghị quyết số 34/NQ-HĐND ngày 15/12/2020 của HĐND tỉnh Khóa XVII, kỳ họp thứ 3 về "
        "việc mở chợ;\n"
    )
    assert read(raw).references[0].issuer == "Hội đồng nhân dân tỉnh Gia Lai (khóa XVII)"


def test_an_issuer_is_written_with_modern_tones():
    raw = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH GIA LAI", "UỶ BAN NHÂN DÂN TỈNH GIA LAI")
    raw += "Điều 1. Uỷ ban nhân dân tỉnh Gia Lai mở chợ.\n"
    assert read(raw).document.issuer == "Ủy ban nhân dân tỉnh Gia Lai"


def test_a_page_without_line_ends_parts_the_title_from_the_body_that_enacts():
    raw = (
        "BỘ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 55/QĐ-BYT Hà "
        "Nội, ngày 04 tháng 12 năm 2021 QUYẾT ĐỊNH VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH PHÒNG BỆNH GIAI ĐOẠN "
        "2021-2025 BỘ TRƯỞNG BỘ Y TẾ Căn cứ Nghị định số 75/2017/NĐ-CP ngày 20 tháng 6 năm 2017;\n"
    )
    title = read(raw).document.title
    assert title == "Về việc phê duyệt kế hoạch phòng bệnh giai đoạn 2021-2025"


def test_letters_that_stand_for_words_stay_capitals_in_a_title():
    raw = HEAD.replace(
        "Về việc thành lập chợ", "VỀ VIỆC THÀNH LẬP CHỢ THEO NGHỊ QUYẾT CỦA HĐND TỈNH"
    )
    title = read(raw + "Điều 1. Mở chợ.\n").document.title
    assert title == "Về việc thành lập chợ theo nghị quyết của HĐND tỉnh"


def test_a_law_has_the_number_that_brackets_give():
    raw = HEAD + (
        "Căn cứ Luật Thủ đô (Luật số 39/2024/QH15);\n"
        "Điều 1. Tổ chức thi hành Luật Thủ đô kịp thời, đồng bộ.\n"
    )
    assert [(r.title, r.number) for r in read(raw).references] == [
        ("Luật Thủ đô", "39/2024/QH15"),
    ]


def test_what_a_portal_lists_above_a_paper_is_named_but_not_cited_by_it():
    listed = (
        "- 1Nghị quyết 7-NQ/TW năm 2017 về phát triển chợ do Ban Chấp hành Trung ương ban hành\n"
        "- 2Công văn 25/BCT-TTTN năm 2020 thực hiện Chương trình chợ quốc gia đến năm 2030 do Bộ "
        "Công Thương ban hành\n"
    )
    record = read(listed + HEAD + "Điều 1. Theo Thông tư số 9/2019/TT-BCT.\n")
    assert {"7-NQ/TW", "25/BCT-TTTN"} <= {r.number for r in record.references}
    (scheme,) = (r for r in record.references if r.type == "Chương trình")
    assert scheme.issuer is None  # the letter is the ministry's
    numbers = {r.key: r.number for r in record.references}
    cited = [numbers[r.target] for r in record.relations if str(r.type) == "CITES"]
    assert cited == ["9/2019/TT-BCT"]


def test_letters_that_a_portal_lost_or_glued():
    raw = HEAD + (
        "Căn cứ Công văn s 97/BYT-BH ngày 25/02/2016 của Bộ Y tế;\n"
        "Căn cứ Công văn số 15/TTg-KGVXngày 17/9/2008 của Thủ tướng Chính phủ;\n"
    )
    assert bases(read(raw)) == ["97/BYT-BH", "15/TTg-KGVX"]


def test_letters_in_brackets_stand_for_a_law_from_there_on():
    raw = HEAD + (
        "Căn cứ Luật Bảo hiểm y tế (BHYT) số 25/2008/QH12 và Luật sửa đổi, bổ sung một số điều "
        "của Luật BHYT số 46/2014/QH13;\nĐiều 1. Theo Luật BHYT.\n"
    )
    record = read(raw)
    assert [r.number for r in record.references] == ["25/2008/QH12", "46/2014/QH13"]
    (edge,) = (r for r in record.relations if str(r.type) == "AMENDS")
    assert [edge.source, edge.target] == [r.key for r in record.references][::-1]


def test_a_decision_whose_header_is_cut_away_has_its_title_and_its_issuer():
    record = read(
        "VỀ\nVIỆC BAN HÀNH ĐỀ ÁN TRIỂN KHAI THỰC HIỆN KẾ HOẠCH SỐ 25-KH/TU NGÀY 05-3-2020 CỦA\n"
        "BAN THƯỜNG VỤ TỈNH ỦY VỀ CHỢ\nỦY BAN NHÂN DÂN TỈNH KON TUM\nCăn cứ Luật Giá năm 2012;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa chữa chợ.\n"
    )
    head = record.document
    assert (head.type, head.number, head.issuer) == (
        "Quyết định", None, "Ủy ban nhân dân tỉnh Kon Tum",
    )  # fmt: skip
    assert (head.title or "").endswith("của ban thường vụ tỉnh ủy về chợ")
    assert "IMPLEMENTS" in {str(r.type) for r in record.relations}

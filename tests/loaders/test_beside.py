"""Documents beside others: what stands in a subject, what goes on behind it, what an act adds."""

from __future__ import annotations

import pytest

from loaders.read import read_text

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 5/{}-UBND\nGia Lai, ngày 1 tháng 6 năm 2021\n{}\n"
)
PLAN = HEAD.format("KH", "KẾ HOẠCH\nTrồng rừng đước")
DECISION = HEAD.format("QĐ", "QUYẾT ĐỊNH\nVề việc thành lập chợ")


def edges(raw: str) -> set[tuple[str, str, str]]:
    """The relations but what is only cited, with numbers or titles for keys."""
    record = read_text(raw, "paper.txt")
    names = {r.key: r.number or r.title or "" for r in record.references}
    return {
        (names.get(r.source, r.source), str(r.type), names.get(r.target, r.target))
        for r in record.relations
        if str(r.type) != "CITES"
    }


def test_a_later_document_stands_beside_the_one_whose_subject_it_seems_to_be_in():
    words = (
        "Thực hiện Chỉ thị số 3/CT-TTg ngày 8/9/2020 của Thủ tướng Chính phủ về việc thi đua theo "
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng và Kế hoạch số 8/KH-BNN ngày "
        "{}/2020 của Bộ Nông nghiệp, Ủy ban nhân dân tỉnh ban hành kế hoạch:\n"
    )
    later = edges(PLAN + words.format("30/9"))
    assert ("SELF", "IMPLEMENTS", "8/KH-BNN") in later
    assert ("SELF", "IMPLEMENTS", "8/KH-BNN") not in edges(PLAN + words.format("30/7"))


def test_what_appraises_a_proposal_is_a_basis_too():
    found = edges(
        DECISION + "Xét Tờ trình số 8/TTr-SCT ngày 2/3/2021 của Sở Công Thương về việc đề nghị "
        "thông qua kế hoạch mở chợ và Báo cáo thẩm tra số 9/BC-KTNS của Ban Dân tộc;\n"
    )
    assert found == {("SELF", "BASED_ON", "8/TTr-SCT"), ("SELF", "BASED_ON", "9/BC-KTNS")}


def test_a_document_enclosed_with_a_proposal_is_a_basis_too():
    found = edges(
        DECISION + "Xét đề nghị của Giám đốc Sở Công Thương tại Văn bản số 8/SCT-VP ngày 2/3/2021, "
        "kèm theo Văn bản thẩm định số 9/STP-KSTT ngày 5/3/2021 của Sở Tư pháp,\n"
    )
    assert found == {("SELF", "BASED_ON", "8/SCT-VP"), ("SELF", "BASED_ON", "9/STP-KSTT")}


def test_who_changes_what_details_a_law_does_not_carry_it_out():
    decree = "Nghị định số 8/2018/NĐ-CP ngày 2/3/2018 của Chính phủ"
    found = edges(
        DECISION + f"Căn cứ {decree} về sửa đổi, bổ sung một số nghị định quy định chi tiết thi "
        "hành Luật Đê điều;\n"
    )
    assert found == {("SELF", "BASED_ON", "8/2018/NĐ-CP")}


def test_a_title_says_nothing_of_what_its_documents_subject_names():
    title = (
        "THÔNG TƯ\nSửa đổi một số điều của Thông tư số 7/2016/TT-BCT ngày 1/2/2016 theo Nghị định "
        "số 8/2018/NĐ-CP ngày 2/3/2018 của Chính phủ {} thi hành Luật Thương mại"
    )
    details = edges(HEAD.format("TT", title.format("quy định chi tiết")))
    assert details == {("SELF", "AMENDS", "7/2016/TT-BCT")}
    changes = edges(HEAD.format("TT", title.format("về sửa đổi các nghị định quy định")))
    assert changes == {("SELF", "AMENDS", "7/2016/TT-BCT")}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Bổ sung 02 thủ tục hành chính vào Bộ thủ tục được công bố kèm theo Quyết định",
            {("SELF", "AMENDS", "8/QĐ-UBND")},
        ),
        ("Bổ sung kinh phí vào dự toán giao tại Quyết định", set()),
        (
            "Bãi bỏ thủ tục số 5 mục II ban hành kèm theo Quyết định",
            {("SELF", "REPLACES", "8/QĐ-UBND")},
        ),
        ("Quyết định này thay cho Quyết định", {("SELF", "REPLACES", "8/QĐ-UBND")}),
    ],
)
def test_what_an_article_does_to_another_act(words, found):
    article = f"QUYẾT ĐỊNH:\nĐiều 1. {words} số 8/QĐ-UBND ngày 2/3/2020.\n"
    assert edges(DECISION + article) == found


def test_a_programme_that_carries_out_a_scheme_carries_out_its_act():
    words = "Căn cứ Chương trình số 8/CTr-BCT ngày 2/3/2020 của Bộ Công Thương {};\n"
    act = "Quyết định số 9/QĐ-TTg ngày 5/6/2019"
    found = edges(DECISION + words.format(f"về triển khai thực hiện đề án mở chợ theo {act}"))
    assert ("8/CTr-BCT", "IMPLEMENTS", "9/QĐ-TTg") in found
    only = edges(DECISION + words.format(f"về đề án mở chợ theo {act}"))
    assert ("8/CTr-BCT", "IMPLEMENTS", "9/QĐ-TTg") not in only


@pytest.mark.parametrize("heading", ["I MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH"])
def test_the_purpose_may_be_headed_without_a_point_or_number(heading):
    body = f"{heading}\n1. Nhằm cụ thể hóa Nghị quyết số 8-NQ/TU ngày 2/3/2021 của Tỉnh ủy.\n"
    assert edges(PLAN + body) == {("SELF", "IMPLEMENTS", "8-NQ/TU")}


def test_a_basis_among_the_headers_lines_is_one():
    raw = PLAN.replace("\nCỘNG", " - SỐ: 5/KH-UBND Căn cứ Luật Lâm nghiệp ngày 15/11/2017;\nCỘNG")
    assert {kind for _, kind, _ in edges(raw)} == {"BASED_ON"}


def test_a_submissions_number_may_stick_to_its_type():
    for typed in ("8TT-TM", "8TTr-TM", "8CV-TM"):
        found = edges(DECISION + f"Xét Tờ trình số {typed} ngày 2/3/2021 của Sở Thương mại;\n")
        assert {(a, b) for a, b, _ in found} == {("SELF", "BASED_ON")}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025", 1),
        ("Kế hoạch phát triển kinh tế - xã hội năm 2022", 0),
    ],
)
def test_the_plan_of_five_years_is_named_by_its_title(name, count):
    raw = PLAN + f"I. NHIỆM VỤ\n1. Lồng ghép với {name} của tỉnh.\n"
    assert len(read_text(raw, "paper.txt").references) == count


def test_a_plan_of_five_years_does_not_cite_itself():
    head = PLAN.replace("Trồng rừng đước", "Phát triển kinh tế - xã hội 5 năm 2021-2025")
    raw = head + "I. NHIỆM VỤ\n1. Giám sát Kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025.\n"
    assert read_text(raw, "paper.txt").references == ()


def test_a_list_loses_force_by_the_line_above_it():
    article = (
        "QUYẾT ĐỊNH:\nĐiều 1. {} các quyết định sau đây:\n"
        "1. Quyết định số 7/QĐ-UBND ngày 2/3/2019;\n"
        "2. Khoản 2 Điều 4 Quyết định số 8/QĐ-UBND ngày 2/3/2018.\n"
        "Điều 2. Sở Nội vụ theo dõi theo Quyết định số 9/QĐ-UBND ngày 1/1/2017.\n"
    )
    ended = {("SELF", "REPLACES", "7/QĐ-UBND"), ("SELF", "REPLACES", "8/QĐ-UBND")}
    assert edges(DECISION + article.format("Bãi bỏ")) == ended
    assert edges(DECISION + article.format("Áp dụng")) == set()


def test_no_decree_changes_a_law():
    found = edges(
        HEAD.format("QĐ", "QUYẾT ĐỊNH\nVề chợ")
        + "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi Nghị định số 7/2016/NĐ-CP ngày 1/2/2016 của Chính phủ quy "
        "định chi tiết một số điều của Luật Thương mại (đã được sửa đổi, bổ sung tại Nghị định số "
        "8/2018/NĐ-CP ngày 2/3/2018)\n"
    )
    assert found == {("SELF", "AMENDS", "7/2016/NĐ-CP"), ("8/2018/NĐ-CP", "AMENDS", "7/2016/NĐ-CP")}


def test_a_directive_ends_another_behind_its_day_of_force():
    words = "1. Chỉ thị này có hiệu lực kể từ ngày ký; {} Chỉ thị số 7/CT-UBND ngày 8/8/2014.\n"
    raw = HEAD.format("CT", "CHỈ THỊ\nVề chợ\nĐể giữ trật tự, Ủy ban nhân dân tỉnh yêu cầu:")
    assert edges(raw + words.format("bãi bỏ")) == {("SELF", "REPLACES", "7/CT-UBND")}
    assert edges(raw + words.format("đề nghị bãi bỏ")) == set()


def test_the_date_of_one_document_is_not_that_of_the_next():
    raw = DECISION + (
        "QUYẾT ĐỊNH:\nĐiều 1. Thay thế Quyết định số 7/2012/QĐ-UBND ngày 2/3/2012 và Quyết định số "
        "8/2016/QĐ-UBND ngày 9/5/2016 sửa đổi Quy định ban hành kèm theo Quyết định số "
        "7/2012/QĐ-UBND của Ủy ban nhân dân tỉnh.\n"
    )
    dates = {r.number: r.issue_date for r in read_text(raw, "paper.txt").references}
    assert dates == {"7/2012/QĐ-UBND": "2012-03-02", "8/2016/QĐ-UBND": "2016-05-09"}
    assert ("8/2016/QĐ-UBND", "AMENDS", "7/2012/QĐ-UBND") in edges(raw)


def test_a_letter_that_passes_one_on_may_point_back_to_it():
    raw = (
        "UBND TỈNH GIA LAI\nSỞ Y TẾ\nSố: 12/SYT-NV\nV/v phòng dịch\nGia Lai, ngày 3 tháng 5 năm "
        "2021\nKính gửi: Các trạm y tế.\nNgày 1/5/2021, UBND tỉnh ban hành Văn bản số 8/UBND-VX về "
        "phòng dịch. Để triển khai thực hiện chỉ đạo của UBND tỉnh tại {}, Sở Y tế đề nghị:\n"
    )
    assert edges(raw.format("văn bản nêu trên")) == {("SELF", "IMPLEMENTS", "8/UBND-VX")}
    assert edges(raw.format("các văn bản nêu trên")) == set()


def test_names_of_laws_and_works_end_where_they_do():
    raw = DECISION + (
        "Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân ngày 20/11/2015;\n"
        "Căn cứ Quyết định số 8/QĐ-BCT ngày 9/9/2020 phê duyệt Đề án tổ chức “Hội chợ quê” "
        "giai đoạn 2021 - 2025;\n"
        "Căn cứ Quyết định số 7/QĐ-TTg ngày 3/8/2020 của Thủ tướng Chính phủ ban hành Kế hoạch "
        "triển khai thi hành các luật được Quốc hội thông qua;\n"
        "Xét Tờ trình số 9/TTr-SCT ngày 1/2/2021 về việc ban hành Quy chế quản lý chợ;\n"
    )
    record = read_text(raw, "paper.txt")
    assert [r.title for r in record.references if r.number is None] == [
        "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
        'Đề án tổ chức "Hội chợ quê" giai đoạn 2021 - 2025',
    ]


def test_a_plan_may_carry_out_a_law_and_an_act_beside_it():
    title = (
        "QUYẾT ĐỊNH\nBan hành Kế hoạch thi hành Luật sửa đổi, bổ sung một số điều của Luật Đê điều "
        "và triển khai Quyết định số 7/QĐ-TTg ngày 3/8/2020"
    )
    found = edges(HEAD.format("QĐ", title))
    assert ("SELF", "IMPLEMENTS", "7/QĐ-TTg") in found
    assert {b for _, kind, b in found if kind == "AMENDS"} == {"Luật Đê điều"}


def test_a_title_keeps_the_act_that_carries_what_it_changes():
    carried = "kèm theo Quyết định số 7/QĐ-UBND ngày 2/3/2019"
    title = f"Sửa đổi Quy chế quản lý chợ ban hành {carried}"
    raw = HEAD.format("QĐ", f"QUYẾT ĐỊNH\n{title}") + "Căn cứ Luật Giá năm 2012;\n"
    assert read_text(raw, "paper.txt").document.title == title
    annex = HEAD.format("QĐ", f"QUY CHẾ\nQuản lý chợ\n(Ban hành {carried})")
    assert read_text(annex, "paper.txt").document.title == "Quản lý chợ"


@pytest.mark.parametrize(
    ("words", "carried"),
    [
        ("Thông tư số 8/2019/TT-BCT ngày 1/2/2019 hướng dẫn thực hiện một số điều của", True),
        ("Thông tư số 8/2019/TT-BCT ngày 1/2/2019 quy định một số điều của", False),
        ("Công văn số 8/SCT-TM ngày 1/2/2019 của Sở Công Thương về việc thực hiện", True),
        (
            "Công văn số 8/SCT-TM ngày 1/2/2019 của Sở Công Thương về việc xin ý kiến thực hiện",
            False,
        ),
    ],
)
def test_who_guides_carries_out_and_who_asks_does_not(words, carried):
    found = edges(DECISION + f"Căn cứ {words} Nghị định số 7/2018/NĐ-CP ngày 3/4/2018;\n")
    assert ("IMPLEMENTS" in {kind for _, kind, _ in found}) is carried


def test_what_a_purpose_mends_is_not_carried_out():
    body = "I. MỤC ĐÍCH\n1. Khắc phục {} Chỉ thị số 8-CT/TU ngày 2/3/2018 của Tỉnh ủy.\n"
    assert edges(PLAN + body.format("hạn chế trong thực hiện")) == set()
    asked = body.format("hạn chế, thực hiện tốt")
    assert edges(PLAN + asked) == {("SELF", "IMPLEMENTS", "8-CT/TU")}


def test_an_act_that_was_adjusted_is_amended_by_what_adjusts_it():
    found = edges(
        DECISION
        + "Căn cứ Quyết định số 8/QĐ-UBND ngày 2/3/2018 về phân cấp quản lý chợ, được điều "
        "chỉnh, bổ sung tại Quyết định số 9/QĐ-UBND ngày 4/5/2019;\n"
    )
    assert found == {("SELF", "BASED_ON", "8/QĐ-UBND"), ("9/QĐ-UBND", "AMENDS", "8/QĐ-UBND")}


def test_notices_and_rules_may_say_more_of_their_type():
    found = edges(
        PLAN + "Thực hiện Quy chế phối hợp số 8/QCPH-SCT ngày 2/3/2018 về chợ và Thông báo ý kiến "
        "số 9-TB/VPTU ngày 4/5/2019 của Văn phòng Tỉnh ủy, Ủy ban nhân dân tỉnh lập kế hoạch:\n"
    )
    assert found == {("SELF", "IMPLEMENTS", "8/QCPH-SCT"), ("SELF", "IMPLEMENTS", "9-TB/VPTU")}


def test_two_schemes_that_begin_alike_are_two_beside_a_short_name():
    scheme = "Tái cơ cấu ngành chăn nuôi"
    record = read_text(
        HEAD.format("KH", f"KẾ HOẠCH\nThực hiện Đề án {scheme}")
        + f"Căn cứ Quyết định số 8/QĐ-TTg ngày 2/3/2018 phê duyệt Đề án “{scheme} theo hướng nâng "
        "cao giá trị, phát triển bền vững”;\n"
        f"Căn cứ Quyết định số 9/QĐ-UBND ngày 4/5/2019 phê duyệt Đề án {scheme} tỉnh Kon Tum đến "
        "năm 2025 và tầm nhìn đến năm 2030;\n",
        "paper.txt",
    )
    carriers = {(r.source, r.target) for r in record.relations if str(r.type) == "APPROVES"}
    assert len({target for _, target in carriers}) == len(carriers) == 2


def test_the_clause_that_enacts_a_plan_may_go_on_behind_its_basis():
    basis = "Căn cứ Quyết định số 8/QĐ-BCT ngày 2/3/2021 của Bộ Công Thương, {} Kế hoạch thực hiện "
    words = basis + "Chương trình mở chợ vùng cao giai đoạn 2021-2025 với các nội dung sau:\n"
    own = edges(PLAN + words.format("Ủy ban nhân dân tỉnh xây dựng"))
    work = "Chương trình mở chợ vùng cao giai đoạn 2021-2025"
    assert own == {("SELF", "BASED_ON", "8/QĐ-BCT"), ("SELF", "IMPLEMENTS", work)}
    other = edges(PLAN + words.format("Sở Công Thương đã xây dựng"))
    assert ("SELF", "IMPLEMENTS", work) not in other


def test_a_task_that_goes_by_a_document_is_none_of_the_papers_own():
    article = "QUYẾT ĐỊNH:\nĐiều 1. Sở Công Thương hướng dẫn thực hiện theo {}.\n"
    assert edges(DECISION + article.format("Nghị định số 8/2018/NĐ-CP ngày 2/3/2018")) == set()
    letter = (
        "UBND TỈNH GIA LAI\nSỞ Y TẾ\nSố: 12/SYT-NV\nV/v phòng dịch\nGia Lai, ngày 3 tháng 5 năm "
        "2021\nKính gửi: Các trạm y tế.\n{} nội dung Công văn số 8/BYT-DP ngày 1/5/2021 "
        "của Bộ Y tế, Sở Y tế đề nghị các trạm báo cáo.\n"
    )
    assert edges(letter.format("Giao Phòng Nghiệp vụ căn cứ")) == set()


def test_a_plan_that_a_project_only_bears_in_quotes_is_one_work():
    raw = HEAD.format(
        "QĐ", "QUYẾT ĐỊNH\nV/v phê duyệt Dự án “Quy hoạch mạng lưới chợ đến năm 2030”"
    )
    record = read_text(raw + "Căn cứ Luật Giá năm 2012;\n", "paper.txt")
    (work,) = (r for r in record.references if r.type != "Luật")
    assert work.type == "Quy hoạch"
    assert [(r.source, str(r.type)) for r in record.relations if r.target == work.key] == [
        ("SELF", "APPROVES")
    ]


def test_the_plan_that_another_body_promulgates_is_not_the_papers_own():
    head = HEAD.format("KH", 'KẾ HOẠCH\nTriển khai phong trào "Mỗi nhà một vườn" tỉnh Gia Lai')
    words = (
        "Thực hiện Quyết định số 92/QĐ-TTg ngày 4/5/2021 của Thủ tướng Chính phủ ban hành Kế hoạch "
        'triển khai phong trào "Mỗi nhà một vườn", Ủy ban nhân dân tỉnh Gia Lai ban hành Kế hoạch '
        "triển khai phong trào như sau:\n"
    )
    assert edges(head + words) == {
        ("SELF", "IMPLEMENTS", "92/QĐ-TTg"),
        ("92/QĐ-TTg", "PROMULGATES", "Kế hoạch triển khai phong trào Mỗi nhà một vườn"),
    }


def test_what_a_report_speaks_of_is_no_basis():
    found = edges(
        DECISION + "Sau khi xem xét Báo cáo của Ủy ban nhân dân tỉnh về đánh giá kết quả thực hiện "
        "Kế hoạch phát triển chợ 5 năm 2016 - 2020 và Tờ trình số 8/TTr-SCT ngày 2/3/2021 của Sở "
        "Công Thương;\n"
    )
    assert found == {("SELF", "BASED_ON", "8/TTr-SCT")}


def test_what_a_subject_goes_by_is_not_carried_out_in_a_title_or_a_purpose():
    title = "KẾ HOẠCH\nThực hiện Chỉ thị số 3/CT-TTg ngày 8/9/2020 của Thủ tướng Chính phủ về việc "
    title += "phát động thi đua trồng rừng theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII"
    assert edges(HEAD.format("KH", title)) == {("SELF", "IMPLEMENTS", "3/CT-TTg")}


def test_a_term_behind_the_issuer_parts_an_act_from_no_work():
    found = edges(
        DECISION + "Căn cứ Nghị quyết số 88/2019/QH14 ngày 18/11/2019 của Quốc hội khoá XIV về phê "
        "duyệt Đề án phát triển chợ vùng cao giai đoạn 2021-2030;\n"
    )
    assert (
        "88/2019/QH14",
        "APPROVES",
        "Đề án phát triển chợ vùng cao giai đoạn 2021-2030",
    ) in found

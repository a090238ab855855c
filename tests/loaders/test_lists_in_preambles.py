"""Preambles that list what a paper carries out or rests on, over lines and in one sentence."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import DocumentRecord

TOP = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/KH-UBND\nHà Nam, ngày 02 tháng 3 năm 2020\nKẾ HOẠCH\n"
    "Quản lý chợ\n\n"
)
A = "Quyết định số 1/QĐ-TTg ngày 3/4/2018"
B = "Công văn số 2/BCT-TTTN ngày 3/4/2018 của Bộ Công Thương"
C = "Kế hoạch số 3/KH-BCT ngày 3/4/2018 về việc sửa chữa chợ"
ISSUES = "UBND tỉnh ban hành Kế hoạch như sau:"


def read(preamble: str) -> DocumentRecord:
    return read_text(f"{TOP}{preamble}\n\nI. MỤC ĐÍCH\n1. Sửa chữa chợ.\n", "paper.txt")


def edges(record: DocumentRecord) -> set[tuple[str | None, str, str | None]]:
    shown = {r.key: r.number or r.title for r in record.references} | {"SELF": "SELF"}
    return {(shown[r.source], r.type.value, shown[r.target]) for r in record.relations}


@pytest.mark.parametrize(
    ("preamble", "kind"),
    [
        (f"Thực hiện các văn bản: {A}; {B}; {C}, {ISSUES}", "IMPLEMENTS"),
        (f"Thực hiện {A};\n{B};\n{C}, {ISSUES}", "IMPLEMENTS"),
        (f"Thực hiện các văn bản sau:\n- {A};\n- {B};\n- {C};\n{ISSUES}", "IMPLEMENTS"),
        (f"Căn cứ các văn bản sau:\n- {A};\n- {B};\n- {C};\n{ISSUES}", "BASED_ON"),
        (
            f"Thực hiện chỉ đạo của Bộ Công Thương tại các văn bản: {A}; {B}; {C}, {ISSUES}",
            "IMPLEMENTS",
        ),
    ],
)
def test_a_list_of_documents_has_the_verb_before_it(preamble: str, kind: str):
    wanted = {("SELF", kind, n) for n in ("1/QĐ-TTg", "2/BCT-TTTN", "3/KH-BCT")}
    assert edges(read(preamble)) == wanted


def test_a_list_of_tasks_carries_nothing_out():
    record = read(f"Thực hiện các nhiệm vụ sau:\n- {A};\n- {B};\n{ISSUES}")
    assert not {kind for _, kind, _ in edges(record)} & {"IMPLEMENTS", "BASED_ON"}


def test_lines_behind_the_enacting_clause_are_not_carried_out():
    record = read_text(
        f"{TOP}Thực hiện {A};\nSở Công Thương báo cáo các nội dung sau;\n{B}.\n", "paper.txt"
    )
    assert ("SELF", "IMPLEMENTS", "2/BCT-TTTN") not in edges(record)


def test_an_article_may_be_what_was_changed_of_a_basis():
    record = read(
        "Căn cứ Pháp lệnh Giá ngày 09/01/2003, được sửa đổi, bổ sung Điều 10 theo Pháp lệnh số "
        "08/2008/PL-UBTVQH12 ngày 27/12/2008;"
    )
    assert ("08/2008/PL-UBTVQH12", "AMENDS", "Pháp lệnh Giá") in edges(record)


def test_a_central_act_may_be_about_two_works():
    record = read(
        "Căn cứ Nghị quyết số 39/2021/QH15 ngày 13/11/2021 của Quốc hội về Quy hoạch chợ quốc gia "
        "thời kỳ 2021 - 2030, Kế hoạch phát triển chợ quốc gia 5 năm 2021 - 2025;"
    )
    found = {(kind, target) for source, kind, target in edges(record) if source == "39/2021/QH15"}
    assert {kind for kind, _ in found} == {"APPROVES"}
    assert len(found) == 2
    assert {t for s, kind, t in edges(record) if s == "SELF"} == {"39/2021/QH15"}


def test_what_a_report_encloses_is_a_basis_too():
    record = read(
        "Theo đề nghị của Sở Xây dựng tại Báo cáo số 16/SXD-QH ngày 16/3/2019 về việc sửa chữa chợ "
        "(kèm theo Tờ trình số 41/TTr-UBND ngày 15/3/2019 của UBND huyện Lý Nhân)."
    )
    assert ("SELF", "BASED_ON", "41/TTr-UBND") in edges(record)


def test_the_scheme_in_the_name_of_a_body_is_no_basis():
    record = read("Xét đề nghị của Tổ trưởng Tổ công tác chuyên trách thực hiện Đề án 30;")
    assert edges(record) == set()


def test_founding_a_team_that_carries_something_out_does_not_carry_it_out():
    record = read(
        "Căn cứ Quyết định số 5/QĐ-UBND ngày 4/2/2019 về thành lập các Tổ công tác triển khai "
        "thực hiện Chương trình số 6-CTr/TU ngày 12/1/2019 của Tỉnh ủy;"
    )
    assert ("5/QĐ-UBND", "IMPLEMENTS", "6-CTr/TU") not in edges(record)


def test_a_basis_that_breaks_off_in_a_name_goes_on_below():
    record = read("Căn cứ Luật Mặt trận\nTổ quốc Việt Nam ngày 09 tháng 6 năm 2015;")
    assert [(r.title, r.issue_date) for r in record.references] == [
        ("Luật Mặt trận Tổ quốc Việt Nam", "2015-06-09")
    ]


def test_who_reports_is_who_issues_a_report_without_header():
    record = read_text(
        "BÁO CÁO\nKết quả quản lý chợ năm 2020\n\nThực hiện Quyết định số 1/QĐ-UBND ngày 3/4/2018 "
        "của UBND tỉnh Hà Nam, Sở Công Thương báo cáo kết quả như sau:\nI. KẾT QUẢ\n",
        "paper.txt",
    )
    assert record.document.issuer == "Sở Công Thương tỉnh Hà Nam"


def test_an_opinion_told_in_a_letter_stands_beside_what_is_carried_out():
    record = read(
        "Thực hiện quy định của Luật Giá năm 2012 và ý kiến của Thường trực HĐND tỉnh tại Công văn "
        f"số 41/HĐND-TH ngày 3/4/2020, {ISSUES}"
    )
    assert ("SELF", "IMPLEMENTS", "41/HĐND-TH") in edges(record)


def test_who_asks_for_a_repeal_repeals_nothing():
    record = read(
        "Thực hiện Luật Giá năm 2012 và Công văn số 41/HĐND-TH ngày 3/4/2020, UBND tỉnh trình "
        "HĐND tỉnh ban hành Nghị quyết bãi bỏ Nghị quyết số 8/2013/NQ-HĐND ngày 9/7/2013 như sau:"
    )
    assert "REPLACES" not in {kind for _, kind, _ in edges(record)}


def test_a_part_of_a_programme_may_stand_before_its_name():
    programme = "Chương trình mục tiêu quốc gia giảm nghèo bền vững"
    record = read(
        f"Căn cứ {A};\nỦy ban nhân dân tỉnh ban hành Kế hoạch thực hiện nội dung hỗ trợ đất ở "
        f"thuộc Dự án 1, {programme} trên địa bàn tỉnh như sau:"
    )
    assert ("SELF", "IMPLEMENTS", programme) in edges(record)


SCHEME = "Chương trình phát triển chợ quốc gia đến năm 2030"


def test_a_law_and_a_number_behind_the_scheme_of_a_letter_stand_beside_the_letter():
    letter = "Công văn số 2/BCT-TTTN ngày 3/4/2018 của Bộ Công Thương về thực hiện"
    told = edges(read(f"Thực hiện {letter} {SCHEME}, Luật Thú y, Nghị định số 6/NĐ-CP; {ISSUES}"))
    assert ("2/BCT-TTTN", "IMPLEMENTS", SCHEME) in told
    assert {s for s, _, t in told if t in ("Luật Thú y", "6/NĐ-CP")} == {"SELF"}


def test_acts_that_a_letter_carries_out_may_be_several():
    letter = "Công văn số 2/BCT-TTTN ngày 3/4/2018 của Bộ Công Thương về thực hiện"
    told = edges(read(f"Thực hiện {letter} Chỉ thị số 5/CT-TTg, Quyết định số 6/QĐ-TTg, {ISSUES}"))
    assert {s for s, _, t in told if t == "6/QĐ-TTg"} == {"2/BCT-TTTN"}


def test_the_papers_own_name_has_none_beside_it():
    top = TOP.replace("Quản lý chợ\n", "").replace("KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG")
    top = top.replace("KH-UBND", "CTr-UBND").rstrip("\n")
    record = read_text(
        f"{top}\nthực hiện Nghị quyết số 7/NQ-CP và Chương trình hành động số 9-CTr/TU\n"
        "ngày 2/3/2018 của Ban Chấp hành Đảng bộ tỉnh\n\nI. MỤC ĐÍCH\n1. Sửa chữa chợ.\n",
        "paper.txt",
    )
    told = {(s, kind, t) for s, kind, t in edges(record) if s == "SELF"}
    assert told == {("SELF", "IMPLEMENTS", "7/NQ-CP"), ("SELF", "IMPLEMENTS", "9-CTr/TU")}


def test_a_scheme_in_quotes_is_carried_out():
    told = edges(read(f"Thực hiện “Đề án chợ quốc gia đến năm 2030” và {A}, {ISSUES}"))
    assert ("SELF", "IMPLEMENTS", "Đề án chợ quốc gia đến năm 2030") in told


def test_what_an_older_act_approved_is_not_approved_again():
    top = TOP.replace("KẾ HOẠCH", "NGHỊ QUYẾT").replace("KH-UBND", "NQ-HĐND")
    top = top.replace(
        "Quản lý chợ",
        "Về việc sửa đổi Nghị quyết số 29/2012/NQ-HĐND khóa 6 ngày 18/01/2012 của HĐND tỉnh "
        "về phê duyệt Chiến lược thương mại giai đoạn 2012-2020",
    )
    told = edges(read_text(f"{top}Căn cứ Luật Giá năm 2012;\n", "paper.txt"))
    assert not {edge for edge in told if edge[0] == "SELF" and edge[1] == "APPROVES"}


def test_a_list_headed_by_a_plenum_is_carried_out():
    told = edges(
        read(
            "Thực hiện các Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa IX: số "
            f"31-NQ/TW ngày 2/3/2005 về chợ và số 32-NQ/TW ngày 2/3/2005 về thương mại, {ISSUES}"
        )
    )
    assert {t for s, kind, t in told if kind == "IMPLEMENTS"} == {"31-NQ/TW", "32-NQ/TW"}


def test_a_figure_in_brackets_is_the_scheme_before_it_and_the_list_goes_on_behind():
    act = "Quyết định số 58/QĐ-TTg ngày 3/4/2018 của Thủ tướng Chính phủ phê duyệt"
    told = edges(read(f"Căn cứ {act} {SCHEME} (Chương trình 58), Nghị quyết số 7/NQ-CP;\n{ISSUES}"))
    assert told == {
        ("SELF", "BASED_ON", "58/QĐ-TTg"),
        ("58/QĐ-TTg", "APPROVES", SCHEME),
        ("SELF", "BASED_ON", "7/NQ-CP"),
    }


def test_what_a_decree_details_is_its_own_matter():
    record = read(
        "Sở nhận được Công văn số 2/BCT-TTTN ngày 3/4/2018 hướng dẫn thực hiện Nghị định số "
        "8/2018/NĐ-CP của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật "
        "Thú y. UBND tỉnh đề nghị:"
    )
    assert not {edge for edge in edges(record) if edge[1] == "IMPLEMENTS" and edge[0] == "SELF"}


def test_names_in_quotes_stand_in_lists():
    told = edges(read(f"Thực hiện {A} và “{SCHEME}”, Nghị quyết số 7/NQ-CP, {ISSUES}"))
    carried = {t for s, kind, t in told if (s, kind) == ("SELF", "IMPLEMENTS")}
    assert carried == {"1/QĐ-TTg", SCHEME, "7/NQ-CP"}


def test_an_ordinance_written_small_is_carried_out_with_the_acts_behind_it():
    told = edges(
        read(f"Để thực hiện nghiêm túc Pháp lệnh phí và lệ phí, Nghị định số 6/CP, {ISSUES}")
    )
    carried = {t for s, kind, t in told if (s, kind) == ("SELF", "IMPLEMENTS")}
    assert carried == {"Pháp lệnh phí và lệ phí", "6/CP"}


def test_a_correction_amends():
    told = edges(
        read("Căn cứ Thông tư 21/2019/TT-BYT (đã được đính chính tại Quyết định số 4/QĐ-BYT);")
    )
    assert ("4/QĐ-BYT", "AMENDS", "21/2019/TT-BYT") in told


@pytest.mark.parametrize(
    "body",
    [
        "1. Giao Sở Y tế thực hiện Nghị quyết số 8/NQ-CP ngày 3/4/2021, bãi bỏ Công văn số "
        "95/UBND-KGVX.",
        "1. Quyết định số 8/QĐ-UBND ngày 3/4/2021 của UBND tỉnh thay thế Thông tư 9/2019/TT-BYT.",
    ],
)
def test_the_nations_bodies_and_local_ones_do_not_change_each_others_papers(body):
    record = read_text(f"{TOP}I. NHIỆM VỤ\n{body}\n", "paper.txt")
    assert not {edge for edge in edges(record) if edge[1] in ("REPLACES", "AMENDS")}


def test_a_proposal_to_approve_a_plan_does_not_carry_out_what_the_plan_does():
    told = edges(
        read(
            f"Xét Tờ trình số 5/TTr-SCT ngày 3/4/2018 về việc đề nghị phê duyệt Kế hoạch thực hiện "
            f"{SCHEME};\n{ISSUES}"
        )
    )
    assert not {edge for edge in told if edge[0] == "5/TTr-SCT"}


def test_what_a_meeting_was_about_is_no_aim_of_its_conclusion():
    top = TOP.replace("KẾ HOẠCH", "THÔNG BÁO").replace("KH-UBND", "TB-UBND")
    top = top.replace("Quản lý chợ", "Kết luận tại cuộc họp triển khai Nghị quyết số 8/NQ-CP")
    raw = f"{top.rstrip()}\nNgày 28/9/2021, Chủ tịch UBND tỉnh chủ trì họp và kết luận:\n1. Họp.\n"
    record = read_text(raw, "paper.txt")
    assert record.document.title == "Kết luận tại cuộc họp triển khai Nghị quyết số 8/NQ-CP"
    assert edges(record) == {("SELF", "CITES", "8/NQ-CP")}


def test_a_scheme_changes_no_law():
    body = "1. Hoàn thiện Đề án phát triển chợ giai đoạn 2021-2025, sửa đổi Luật Thú y."
    record = read_text(f"{TOP}I. NHIỆM VỤ\n{body}\n", "paper.txt")
    assert not {edge for edge in edges(record) if edge[1] == "AMENDS"}


def test_a_title_that_ends_with_population_is_whole():
    top = TOP.replace("Quản lý chợ\n", "Sơ kết công tác dân số").rstrip()
    raw = f"{top}\nThực hiện Công văn số 2/BCT-TTTN ngày 3/4/2018, UBND tỉnh báo cáo như sau:\n"
    assert read_text(f"{raw}1. Họp.\n", "paper.txt").document.title == "Sơ kết công tác dân số"

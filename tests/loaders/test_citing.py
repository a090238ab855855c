"""Citing: what names point back to, how lists and names side by side part, what changes what."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import DocumentRecord

TOP = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/KH-UBND\nHà Nam, ngày 02 tháng 3 năm 2023\nKẾ HOẠCH\n"
    "Phát triển du lịch\n"
)


def read(preamble: str = "", tasks: str = "") -> DocumentRecord:
    return read_text(f"{TOP}\n{preamble}\nI. NHIỆM VỤ\n{tasks}\n", "paper.txt")


def names(record: DocumentRecord) -> list[str | None]:
    return [reference.number or reference.title for reference in record.references]


def edges(record: DocumentRecord) -> set[tuple[str | None, str, str | None]]:
    shown = {r.key: r.number or r.title for r in record.references} | {"SELF": "SELF"}
    return {(shown[r.source], r.type.value, shown[r.target]) for r in record.relations}


def quotes(record: DocumentRecord, name: str) -> list[str]:
    [found] = [r for r in record.references if (r.number or r.title) == name]
    return [mention.passage.quote for mention in found.mentions]


def test_a_type_word_with_this_points_to_the_document_named_before():
    tasks = (
        "1. Thực hiện Đề án Phát triển làng nghề giai đoạn 2021 - 2025; Kế hoạch số 30/KH-UBND "
        "ngày 14/7/2021 của Ủy ban nhân dân tỉnh thực hiện Đề án này."
    )
    scheme = "Đề án Phát triển làng nghề giai đoạn 2021 - 2025"
    record = read(tasks=tasks)
    assert quotes(record, scheme)[-1] == "Đề án này"
    assert ("30/KH-UBND", "IMPLEMENTS", scheme) in edges(record)


def test_the_papers_own_type_with_this_is_the_paper_itself():
    record = read("Thực hiện Kế hoạch số 9/KH-BXD ngày 1/2/2023;", "1. Kế hoạch này có hiệu lực.")
    assert quotes(record, "9/KH-BXD") == ["Kế hoạch số 9/KH-BXD ngày 1/2/2023"]


def test_an_alias_names_the_document_from_there_on():
    record = read(
        "Căn cứ Quyết định số 147/QĐ-TTg ngày 22/01/2020 của Thủ tướng Chính phủ phê duyệt "
        "Chiến lược phát triển du lịch Việt Nam đến năm 2030 (sau đây gọi tắt là Chiến lược);",
        "1. Theo dõi chỉ tiêu của Chiến lược hằng năm.",
    )
    strategy = "Chiến lược phát triển du lịch Việt Nam đến năm 2030"
    assert quotes(record, strategy)[-1] == "Chiến lược"
    assert ("147/QĐ-TTg", "APPROVES", strategy) in edges(record)


def test_the_only_work_of_its_kind_is_meant_from_afar():
    record = read(
        "Căn cứ Quyết định số 1978/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ phê duyệt "
        "Chiến lược quốc gia cấp nước sạch đến năm 2030;\n"
        "Trên cơ sở Nghị quyết số 12-NQ/TU ngày 3/3/2020, Ủy ban nhân dân tỉnh ban hành Kế hoạch:",
        "1. Phổ biến Chiến lược nêu trên.",
    )
    assert quotes(record, "Chiến lược quốc gia cấp nước sạch đến năm 2030")[-1].endswith("nêu trên")
    assert ("SELF", "BASED_ON", "12-NQ/TU") in edges(record)


def test_a_schemes_figure_is_the_scheme_that_the_act_of_that_number_approves():
    record = read(
        "Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án "
        "phát triển ứng dụng dữ liệu về dân cư giai đoạn 2022 - 2025;",
        "1. Rà soát nhiệm vụ của Đề án 06.",
    )
    scheme = "Đề án phát triển ứng dụng dữ liệu về dân cư giai đoạn 2022 - 2025"
    assert names(record) == ["06/QĐ-TTg", scheme]
    assert quotes(record, scheme)[-1] == "Đề án 06"


LISTS = [
    (
        "Chương trình Sữa học đường và Chiến lược phát triển giáo dục 2021 - 2030",
        ["Chương trình Sữa học đường", "Chiến lược phát triển giáo dục 2021 - 2030"],
    ),
    (
        "Luật Phòng, chống tác hại của rượu, bia năm 2019; Luật Nhà ở và Luật Đất đai",
        ["Luật Phòng, chống tác hại của rượu, bia", "Luật Nhà ở", "Luật Đất đai"],
    ),
    (
        "Luật Ban hành văn bản quy phạm pháp luật ngày 22/6/2015",
        ["Luật Ban hành văn bản quy phạm pháp luật"],
    ),
    ("Nghị định 42/2019 ngày 16/5/2019 của Chính phủ", ["42/2019"]),
    (
        "Chương trình MTQG xây dựng nông thôn mới năm 2018",
        ["Chương trình mục tiêu quốc gia xây dựng nông thôn mới"],
    ),
    (
        "Quy hoạch tỉnh; Chương trình MTQG xây dựng NTM",
        ["Chương trình mục tiêu quốc gia xây dựng NTM"],
    ),
    ("Tiểu dự án 3 - Dự án 1 và tiểu dự án 2 - Dự án 3", []),
    ("tỷ lệ 15/2020, COVID-19, tài khoản 7-BHXH", []),
]


@pytest.mark.parametrize(("words", "expected"), LISTS)
def test_names_end_where_the_next_one_begins(words, expected):
    assert names(read(tasks=f"1. Thực hiện {words}.")) == expected


CHANGES = [
    ("Kế hoạch này thay thế Kế hoạch số 7/KH-UBND ngày 9/9/2018.", "REPLACES"),
    ("Rà soát, đề xuất bãi bỏ Kế hoạch số 7/KH-UBND ngày 9/9/2018.", "CITES"),
    ("Kế hoạch này không thay thế Kế hoạch số 7/KH-UBND.", "CITES"),
]


@pytest.mark.parametrize(("task", "kind"), CHANGES)
def test_only_what_the_paper_says_of_itself_replaces(task, kind):
    assert edges(read(tasks=f"1. {task}")) == {("SELF", kind, "7/KH-UBND")}


def test_a_passive_names_the_later_document_second():
    tasks = (
        "1. Quyết định số 12/2019/QĐ-UBND được sửa đổi, bổ sung bởi Quyết định "
        "số 30/2021/QĐ-UBND.\n"
        "2. Nghị quyết số 4/2017/NQ-HĐND hết hiệu lực, được thay thế bằng Nghị quyết số "
        "15/2021/NQ-HĐND."
    )
    found = edges(read(tasks=tasks))
    assert ("30/2021/QĐ-UBND", "AMENDS", "12/2019/QĐ-UBND") in found
    assert ("15/2021/NQ-HĐND", "REPLACES", "4/2017/NQ-HĐND") in found


def test_a_district_resolution_is_not_carried_out_by_a_provinces_plan():
    preamble = (
        "Thực hiện Kế hoạch số 210/KH-UBND ngày 28/12/2022 của UBND tỉnh Hà Nam về thực hiện Chiến "
        "lược phát triển thủy sản Việt Nam đến năm 2030 và Nghị quyết số 35/NQ-HĐND ngày "
        "20/12/2022 của HĐND huyện Kim Bảng;"
    )
    found = edges(read(preamble))
    assert ("SELF", "IMPLEMENTS", "210/KH-UBND") in found
    assert ("SELF", "IMPLEMENTS", "35/NQ-HĐND") in found
    assert ("210/KH-UBND", "IMPLEMENTS", "35/NQ-HĐND") not in found


def test_a_list_of_bases_goes_on_over_lines():
    preamble = (
        "Xét Tờ trình số 26/TTr-UBND ngày 23/8/2021;\nBáo cáo thẩm tra số 6/BC-HĐND ngày 10/9/2021."
    )
    found = edges(read(preamble))
    assert ("SELF", "BASED_ON", "26/TTr-UBND") in found
    assert ("SELF", "BASED_ON", "6/BC-HĐND") in found


def test_what_is_promulgated_has_a_name_of_its_own():
    tasks = (
        "1. Theo Quyết định số 7/2019/QĐ-UBND ngày 2/4/2019 của UBND tỉnh ban hành Quy chế quản lý "
        "chợ đêm."
    )
    assert ("7/2019/QĐ-UBND", "PROMULGATES", "Quy chế quản lý chợ đêm") in edges(read(tasks=tasks))


def test_schemes_of_two_periods_are_two_though_one_looks_to_the_others_year():
    scheme = "Đề án phát triển cây dược liệu tỉnh Kon Tum"
    earlier = f"{scheme} đến năm 2015, định hướng đến năm 2020"
    record = read(tasks=f"Quyết định phê duyệt {scheme} đến năm 2020 thay cho {earlier}.")
    assert {f"{scheme} đến năm 2020", earlier} <= set(names(record))


def test_a_law_on_the_acts_of_assemblies_keeps_them_in_its_name():
    law = "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân"
    record = read(f"Căn cứ {law} ngày 03/12/2004;")
    assert [(r.title, r.issue_date, r.issuer) for r in record.references] == [
        (law, "2004-12-03", None)
    ]


def test_a_part_of_a_programme_is_carried_out_with_it():
    record = read(
        "Thực hiện nội dung “Trồng dâu” thuộc Chương trình mục tiêu quốc gia xây dựng "
        "nông thôn mới giai đoạn 2021-2025, Ủy ban nhân dân huyện ban hành Kế hoạch."
    )
    programme = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025"
    assert ("SELF", "IMPLEMENTS", programme) in edges(record)


def test_a_plan_of_action_that_the_paper_issues_is_the_paper():
    record = read(
        "Thực hiện Quyết định số 9/QĐ-TTg ngày 2/3/2020 của Thủ tướng Chính phủ, UBND "
        "huyện xây dựng Kế hoạch hành động thực hiện Chương trình “Mỗi xã một sản phẩm”."
    )
    assert not any("hành động" in (name or "") for name in names(record))


def test_the_partys_charter_is_a_document():
    record = read("Căn cứ Điều lệ Đảng và Quy định số 4-QĐ/TU ngày 2/3/2021 của Tỉnh ủy;")
    assert {(a, b) for a, kind, b in edges(record) if kind == "BASED_ON"} == {
        ("SELF", "Điều lệ Đảng"),
        ("SELF", "4-QĐ/TU"),
    }
    assert names(read(tasks="Sửa đổi Điều lệ hội; đổi mới Điều lệ Đảng bộ.")) == []


def test_a_provinces_plan_of_another_period_is_not_the_nations():
    plan = "phê duyệt Kế hoạch bảo vệ và phát triển rừng"
    record = read(
        f"Căn cứ Quyết định số 7/QĐ-TTg ngày 9/1/2012 {plan} giai đoạn 2011-2020;\n"
        f"Căn cứ Quyết định số 8/QĐ-UBND ngày 2/7/2016 {plan} tỉnh Hà Nam giai đoạn 2016-2020;"
    )
    approved = {(a, b) for a, kind, b in edges(record) if kind == "APPROVES"}
    assert len({b for _, b in approved}) == 2


def test_a_portal_may_write_the_year_into_the_papers_number():
    record = read(tasks="Quyết định số 12/2023/KH-UBND tỉnh Hà Nam; Kế hoạch số 12/2022/KH-UBND.")
    assert names(record) == ["12/2022/KH-UBND"]


def test_the_terms_of_a_plan_are_not_the_plan():
    record = read(tasks="Quyết định phê duyệt Nhiệm vụ lập Quy hoạch vùng ven biển đến năm 2040.")
    assert names(record) == []


def test_an_ordinance_may_print_its_name_before_a_number_that_tells_the_type():
    record = read("Căn cứ Pháp lệnh Phí, lệ phí số 38/2001/PL-UBTVQH10 ngày 28 tháng 8 năm 2001;")
    assert [(r.title, r.number, r.issue_date) for r in record.references] == [
        ("Pháp lệnh Phí, lệ phí", "38/2001/PL-UBTVQH10", "2001-08-28")
    ]


def test_what_is_approved_may_stand_in_quotes():
    record = read_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/QĐ-UBND\nHà Nam, ngày 02 tháng 3 năm 2013\n"
        "QUYẾT ĐỊNH\nPhê duyệt “Điều chỉnh Quy hoạch tổng thể phát triển nghề cá đến năm 2020”\n"
        "Căn cứ Luật Thủy sản ngày 26/11/2003;\nQUYẾT ĐỊNH:\nĐiều 1. Giao các sở thực hiện.\n",
        "paper.txt",
    )
    assert ("SELF", "APPROVES") in {(a, kind) for a, kind, _ in edges(record)}


def test_the_period_of_the_papers_own_plan_is_not_that_of_what_it_carries_out():
    strategy = "Chiến lược quốc gia về bình đẳng giới giai đoạn"
    record = read(
        f"Căn cứ Nghị quyết số 8/NQ-CP ngày 3/3/2021 của Chính phủ ban hành {strategy} 2021-2030;\n"
        f"UBND tỉnh xây dựng Kế hoạch thực hiện {strategy} 2021-2025 trên địa bàn tỉnh như sau:"
    )
    assert ("SELF", "IMPLEMENTS", f"{strategy} 2021-2030") in edges(record)
    assert len(names(record)) == 2


def test_a_work_without_a_period_ties_no_two_together():
    programme = "Chương trình phát triển đô thị"
    record = read(
        f"Căn cứ Quyết định số 7/QĐ-UBND ngày 9/1/2019 phê duyệt {programme} tỉnh Hà Nam đến năm "
        f"2025;\nCăn cứ Thông tư số 12/2014/TT-BXD về lập, thẩm định, phê duyệt {programme};\n"
        f"Căn cứ Quyết định số 8/QĐ-TTg ngày 2/7/2012 phê duyệt {programme} quốc gia giai đoạn "
        "2012 - 2020;"
    )
    approved = {a: b for a, kind, b in edges(record) if kind == "APPROVES"}
    assert approved["7/QĐ-UBND"] != approved["8/QĐ-TTg"]


def test_who_asks_for_it_approves_nothing():
    record = read(
        "Xét Tờ trình số 6/TTr-SXD ngày 2/12/2019 về việc phê duyệt Đề án xây dựng chợ "
        "giai đoạn 2021-2025;"
    )
    assert not any(kind == "APPROVES" for _, kind, _ in edges(record))


def test_a_law_that_amends_may_go_by_its_year():
    law = "Luật sửa đổi, bổ sung một số điều của Luật Thủy lợi"
    record = read(f"Căn cứ {law} năm 2019;\nCăn cứ Luật Đê điều số ngày 29/11/2006;")
    assert [(r.title, r.issue_date) for r in record.references] == [
        (law, "2019"),
        ("Luật Thủy lợi", None),
        ("Luật Đê điều", "2006-11-29"),
    ]


def test_what_a_body_agreed_to_is_a_basis():
    record = read(
        "Căn cứ Luật Đê điều;\nTrên cơ sở ý kiến thống nhất của Ban Thường vụ Huyện ủy "
        "tại Kết luận số 6-KL/HU ngày 17/4/2021; Ủy ban nhân dân ban hành Kế hoạch."
    )
    assert ("SELF", "BASED_ON", "6-KL/HU") in edges(record)


def test_what_a_decision_issues_by_its_title_is_promulgated():
    record = read_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 12/QĐ-UBND\nHà Nam, ngày 02 tháng 3 năm 2013\n"
        "QUYẾT ĐỊNH\nVề việc ban hành Chương trình phát triển nghề cá tỉnh Hà Nam đến năm 2020\n"
        "Căn cứ Luật Thủy sản ngày 26/11/2003;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết "
        'định này "Chương trình phát triển nghề cá tỉnh Hà Nam đến năm 2020".\n',
        "paper.txt",
    )
    assert {kind for a, kind, b in edges(record) if a == "SELF" and "nghề cá" in (b or "")} <= {
        "PROMULGATES"
    }


def test_the_line_of_a_basis_may_go_on_with_what_is_carried_out():
    record = read(
        "Căn cứ Kế hoạch số 5/KH-BATGT ngày 2/1/2023 của Ban An toàn giao thông tỉnh; Thực hiện "
        "Chỉ thị số 7/CT-UBND ngày 9/1/2023 của Chủ tịch UBND tỉnh, Sở Giao thông vận tải ban "
        "hành kế hoạch như sau:\nCăn cứ Quyết định số 8/QĐ-UBND ngày 3/1/2023 về việc thực hiện "
        "tiết kiệm; Tờ trình số 9/TTr-SGTVT ngày 4/1/2023;"
    )
    assert edges(record) == {
        ("SELF", "BASED_ON", "5/KH-BATGT"),
        ("SELF", "IMPLEMENTS", "7/CT-UBND"),
        ("SELF", "BASED_ON", "8/QĐ-UBND"),
        ("SELF", "BASED_ON", "9/TTr-SGTVT"),
    }


@pytest.mark.parametrize(
    ("subject", "work"),
    [
        (
            "phê duyệt Chiến lược xử lý nước thải tại các làng nghề và cụm công nghiệp cả nước đến "
            "năm 2030",
            "Chiến lược xử lý nước thải tại các làng nghề và cụm công nghiệp cả nước đến năm 2030",
        ),
        (
            "về việc phê duyệt Đề án phòng, chống bệnh thận, mắt hột, hen và các bệnh ít gặp khác, "
            "giai đoạn 2021 - 2025",
            "Đề án phòng, chống bệnh thận, mắt hột, hen và các bệnh ít gặp khác, giai đoạn 2021 - "
            "2025",
        ),
        (
            "phê duyệt Đề án phát triển chợ nông thôn tại tỉnh Hà Nam giai đoạn 2021-2025",
            "Đề án phát triển chợ nông thôn",
        ),
        (
            "phê duyệt Đề án phát triển chợ nông thôn và các văn bản hướng dẫn",
            "Đề án phát triển chợ nông thôn",
        ),
    ],
)
def test_a_period_closes_the_name_of_what_an_act_approves(subject, work):
    record = read(f"Căn cứ Quyết định số 15/QĐ-TTg ngày 10/7/2021 {subject};")
    assert names(record) == ["15/QĐ-TTg", work]
    assert ("15/QĐ-TTg", "APPROVES", work) in edges(record)


@pytest.mark.parametrize("dated", ["năm 2013", "ngày 28 tháng 11 năm 2013"])
def test_a_law_that_is_known_by_its_type_alone_takes_no_date_for_its_name(dated):
    [law] = read(f"Căn cứ Hiến pháp {dated};").references
    assert law.title == "Hiến pháp"
    assert (law.issue_date or "")[:4] == "2013"


def test_a_work_that_is_only_to_be_made_is_no_document():
    tasks = (
        "1. Nghiên cứu, xây dựng Đề án phát triển cảng cá giai đoạn 2024 - 2030.\n"
        "2. Tham mưu UBND tỉnh ban hành Chương trình phát triển đô thị giai đoạn 2024 - 2030.\n"
        "3. Thực hiện Đề án phát triển cầu dân sinh giai đoạn 2021 - 2025.\n"
        "4. Tỉnh đã xây dựng Đề án phát triển vùng chè giai đoạn 2021 - 2025."
    )

    assert names(read(tasks=tasks)) == [
        "Đề án phát triển cầu dân sinh giai đoạn 2021 - 2025",
        "Đề án phát triển vùng chè giai đoạn 2021 - 2025",
    ]


def test_the_plan_that_a_decision_approves_is_one_work_with_it():
    strategy = "Chiến lược phát triển văn hóa đến năm 2030"
    record = read_text(
        "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH\nSố: 24/QĐ-BVHTTDL\nHà Nội, ngày 28 tháng 9 năm 2022\n"
        f"QUYẾT ĐỊNH\nPhê duyệt Kế hoạch triển khai thực hiện {strategy}\n"
        "Căn cứ Quyết định số 1909/QĐ-TTg ngày 12/11/2021 của Thủ tướng Chính phủ;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt kèm theo Quyết định này Kế hoạch triển khai thực hiện "
        f"{strategy}.\n",
        "paper.txt",
    )

    assert names(record) == [strategy, "1909/QĐ-TTg"]
    assert ("SELF", "IMPLEMENTS", strategy) in edges(record)


def test_what_an_assembly_has_considered_is_a_basis():
    basis = "Trên cơ sở xem xét Tờ trình số 105/TTr-UBND ngày 14/11/2022 của Ủy ban nhân dân tỉnh;"

    assert ("SELF", "BASED_ON", "105/TTr-UBND") in edges(read(preamble=basis))


def test_the_next_clause_makes_no_name_of_a_task():
    tasks = "- Quy hoạch cụm công nghiệp; đến năm 2025, 70% làng nghề có nhà vệ sinh."

    assert names(read(tasks=tasks)) == []


def test_letters_in_brackets_name_the_programme_from_there_on():
    tasks = (
        "- Tham gia Chương trình mỗi xã một sản phẩm (OCOP).\n"
        "- Quảng bá sản phẩm của Chương trình OCOP tỉnh Hà Nam.\n"
        "- Báo cáo Chương trình OCOP năm 2022.\n"
        "- Tổng kết Chương trình OCOP giai đoạn 2018 - 2020.\n"
    )
    assert names(read(tasks=tasks)) == [
        "Chương trình mỗi xã một sản phẩm",
        "Chương trình OCOP giai đoạn 2018 - 2020",
    ]


def test_a_plan_of_the_same_name_in_anothers_act_is_not_the_paper():
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 31/KH-UBND\nHà Nam, ngày 14 tháng 5 năm 2021\nKẾ HOẠCH\n"
        "Cơ cấu lại ngành nông nghiệp tỉnh Hà Nam giai đoạn 2021 - 2025\n\n"
        "Căn cứ Quyết định số 255/QĐ-TTg ngày 25/02/2021 của Thủ tướng Chính phủ phê duyệt Kế "
        "hoạch cơ cấu lại ngành nông nghiệp giai đoạn 2021 - 2025;\nI. NHIỆM VỤ\n- Rà soát.\n"
    )
    record = read_text(head, "plan.txt")
    assert {(r.source, str(r.type), r.target) for r in record.relations} == {
        ("SELF", "BASED_ON", "R1"),
        ("R1", "APPROVES", "R2"),
    }


def test_what_an_annex_carries_out_is_not_what_its_act_issues():
    text = (
        "BỘ XÂY DỰNG\nSố: 21/QĐ-BXD\nHà Nam, ngày 02 tháng 11 năm 2021\nQUYẾT ĐỊNH\nBan hành Kế "
        "hoạch thực hiện Chương trình chuyển đổi số xây dựng đến năm 2025\nĐiều 1. Ban hành kèm "
        "theo Quyết định này Kế hoạch.\nKẾ HOẠCH\nThực hiện Chương trình chuyển đổi số xây dựng "
        "đến năm 2025\n(Ban hành kèm theo Quyết định số 21/QĐ-BXD ngày 02 tháng 11 năm 2021)\n"
        "I. NHIỆM VỤ\n- Rà soát.\n"
    )
    record = read_text(text, "plan.txt")
    assert {(r.source, str(r.type), r.target) for r in record.relations} == {
        ("SELF", "IMPLEMENTS", "R1")
    }

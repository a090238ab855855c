"""Forms of legal papers: what they change, whom they name, whose number they bear."""

import pytest

from loaders.read import read_text
from loaders.record_json import as_json

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 12/QĐ-UBND
Lạng Sơn, ngày 3 tháng 4 năm 2022

QUYẾT ĐỊNH
Về việc mở thư viện

"""


def edges(text: str) -> set[tuple[str, str, str]]:
    record = as_json(read_text(text, "paper.txt"))
    named = {r["key"]: r["number"] or r["title"] for r in record["references"]}
    ends = ((r["source"], r["type"], r["target"]) for r in record["relations"])
    return {(named.get(a, a), kind, named.get(b, b)) for a, kind, b in ends}


def references(text: str) -> list[str]:
    record = as_json(read_text(text, "paper.txt"))
    return [r["number"] or r["title"] for r in record["references"]]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("phê duyệt điều chỉnh", "AMENDS"),
        ("thông qua điều chỉnh, bổ sung", "AMENDS"),
        ("phê duyệt", "APPROVES"),
    ],
)
def test_who_approves_an_adjustment_changes_the_plan(said: str, kind: str) -> None:
    basis = (
        f"Căn cứ Quyết định số 7/QĐ-TTg ngày 1/2/2020 của Thủ tướng Chính phủ {said} "
        "Quy hoạch chung thành phố Đồng Hới đến năm 2040;\n"
    )
    plan = "Quy hoạch chung thành phố Đồng Hới đến năm 2040"
    assert ("7/QĐ-TTg", kind, plan) in edges(HEAD + basis)


def test_a_bullet_that_says_what_is_carried_out_is_no_basis() -> None:
    bullets = (
        "- Căn cứ Quy định số 5-QĐ/TW ngày 8/3/2018 của Bộ Chính trị;\n"
        "- Thực hiện Kế hoạch số 6-KH/TU ngày 2/2/2021 của Ban Thường vụ Tỉnh ủy,\n"
        "Sở Nội vụ hướng dẫn như sau:\n"
    )
    found = edges(HEAD + bullets)
    assert ("SELF", "BASED_ON", "5-QĐ/TW") in found
    assert ("SELF", "IMPLEMENTS", "6-KH/TU") in found
    assert ("SELF", "BASED_ON", "6-KH/TU") not in found


def test_a_consolidated_text_says_what_amended_its_act() -> None:
    text = (
        HEAD.replace("12/QĐ-UBND", "12/VBHN-BNV").replace("QUYẾT ĐỊNH", "NGHỊ ĐỊNH")
        + "Nghị định số 9/2012/NĐ-CP ngày 2 tháng 4 năm 2012 của Chính phủ về thư viện, "
        "có hiệu lực kể từ ngày 1 tháng 6 năm 2012, được sửa đổi, bổ sung bởi:\n"
        "1. Nghị định số 8/2018/NĐ-CP ngày 29 tháng 11 năm 2018 của Chính phủ, có hiệu lực kể từ "
        "ngày 15 tháng 01 năm 2019.\n"
        "2. Nghị định số 7/2019/NĐ-CP ngày 3 tháng 5 năm 2019 của Chính phủ.\n"
        "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;\n"
    )
    assert edges(text) >= {
        ("8/2018/NĐ-CP", "AMENDS", "9/2012/NĐ-CP"),
        ("7/2019/NĐ-CP", "AMENDS", "9/2012/NĐ-CP"),
        ("SELF", "BASED_ON", "Luật Thư viện"),
    }


def test_what_the_law_of_another_state_says_names_no_document() -> None:
    said = "Khác với Luật Báo chí của Singapore, Bộ luật dân sự quy định khác"
    body = f"1. {said}; Luật từ ngày 1/9/2016.\n"
    assert references(HEAD + body) == ["Bộ luật dân sự"]


def test_a_body_that_acts_issued_no_paper_of_the_prime_minister() -> None:
    body = (
        "Thi hành Chỉ thị của Thủ tướng Chính phủ số 245-TTg ngày 22-4-1996.\n"
        "Để tiếp tục thực hiện Chỉ thị 245-TTg, Chủ tịch UBND tỉnh chỉ thị:\n1. Mở thư viện.\n"
    )
    record = as_json(read_text(HEAD + body, "paper.txt"))
    assert [r["issuer"] for r in record["references"]] == ["Thủ tướng Chính phủ"]


def test_an_annex_may_leave_the_year_out_of_the_number_of_its_act() -> None:
    head = HEAD.replace("12/QĐ-UBND", "12/2022/QĐ-UBND")
    annex = "QUY CHẾ\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 3 tháng 4 năm 2022)\n"
    assert references(f"{head}Điều 1. Ban hành Quy chế.\n\nCHỦ TỊCH\n\n{annex}") == []
    other = annex.replace("2022)", "2021)")
    assert references(f"{head}Điều 1. Ban hành Quy chế.\n\nCHỦ TỊCH\n\n{other}") == ["12/QĐ-UBND"]


def test_a_commune_named_like_a_capital_town_lies_where_its_text_says() -> None:
    head = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN AN\nSố: 5/KH-UBND\nTân An, ngày 3 tháng 9 năm 2025\n\n"
        "KẾ HOẠCH\nMở thư viện\n\n"
    )
    told = "Thực hiện Kế hoạch số 7/KH-UBND ngày 2/8/2025 của Ủy ban nhân dân tỉnh Đắk Lắk.\n"
    assert as_json(read_text(head + told, "a.txt"))["document"]["province"] == "Đắk Lắk"
    assert as_json(read_text(head, "a.txt"))["document"]["province"] == "Tây Ninh"


def test_supreme_bodies_are_told_by_their_symbol_and_issue_together() -> None:
    rest = (
        "\nSố: 1/2009/CT-VKSTC\nHà Nội, ngày 5 tháng 1 năm 2009\n\nCHỈ THỊ\nVề công tác năm 2009\n"
    )
    one = as_json(read_text(f"VIỆN KIỂM SÁT NHÂN DÂN{rest}", "a.txt"))["document"]
    assert (one["issuer"], one["province"]) == ("Viện kiểm sát nhân dân tối cao", None)
    both = "TÒA ÁN NHÂN DÂN TỐI CAO\nVIỆN KIỂM SÁT NHÂN DÂN TỐI CAO"
    two = as_json(read_text(both + rest.replace("CT-VKSTC", "TTLT"), "a.txt"))["document"]
    assert two["issuer"] == "Tòa án nhân dân tối cao - Viện kiểm sát nhân dân tối cao"


def test_a_scheme_may_be_called_by_the_number_of_its_act() -> None:
    basis = (
        "Căn cứ Quyết định số 31/2009/QĐ-TTg ngày 24/2/2009 của Thủ tướng Chính phủ phê duyệt "
        "đề án mở thư viện ở xã;\n"
    )
    order = "Thực hiện Đề án 31, Ủy ban nhân dân tỉnh quyết định như sau:\n"
    assert ("SELF", "IMPLEMENTS", "31/2009/QĐ-TTg") in edges(HEAD + basis + order)
    other = "Căn cứ Quyết định số 31/QĐ-BYT ngày 3/3/2010 của Bộ Y tế phê duyệt đề án trạm y tế;\n"
    assert ("SELF", "IMPLEMENTS", "Đề án 31") in edges(HEAD + basis + other + order)


def test_what_only_the_title_of_a_report_names_is_cited_there() -> None:
    head = HEAD.replace("Số: 12/QĐ-UBND", "Số: 12/BC-UBND").replace("QUYẾT ĐỊNH", "BÁO CÁO")
    head = head.replace("Về việc mở thư viện", "Sơ kết thực hiện Chỉ thị số 7/CT-TTg năm 2020")
    assert ("SELF", "CITES", "7/CT-TTg") in edges(f"{head}1. Đã mở thư viện.\n")


def test_a_comma_in_the_name_of_a_law_tells_no_other_law() -> None:
    law = "Luật Ban hành văn bản của Hội đồng nhân dân"
    body = (
        f"Căn cứ {law}, Ủy ban nhân dân ngày 3 tháng 12 năm 2004;\n"
        f"Điều 1. Thực hiện theo {law} và Ủy ban nhân dân năm 2004.\n"
    )
    [law] = as_json(read_text(HEAD + body, "paper.txt"))["references"]
    assert law["issuer"] is None, "the body in its name passed no law"


def test_a_charter_is_named_where_its_act_is_but_not_one_that_any_company_has() -> None:
    act = "ban hành kèm theo Quyết định số 9/QĐ-TTg ngày 1/2/2020 của Thủ tướng Chính phủ;\n"
    assert "Điều lệ quản lý thư viện đô thị" in references(
        f"{HEAD}Căn cứ Điều lệ quản lý thư viện đô thị {act}"
    )
    company = f"{HEAD}Căn cứ Điều lệ Tổ chức và hoạt động của Tổng công ty X {act}"
    assert references(company) == ["9/QĐ-TTg"]

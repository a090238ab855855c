"""Chains: lists that share a day, names told from afar, changes in brackets."""

from __future__ import annotations

import pytest

from tests.loaders.test_citing import edges, names, read


def dates(tasks: str) -> dict[str | None, str | None]:
    return {reference.number: reference.issue_date for reference in read(tasks=tasks).references}


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "Chương trình số 8-CTr/TU, Kế hoạch số 7/KH-HĐND cùng ngày 4/4/2021",
            {"8-CTr/TU": "2021-04-04", "7/KH-HĐND": "2021-04-04"},
        ),
        (
            "số 36-NQ/TW về biển đảo, số 37-NQ/TW về rừng phòng hộ, cùng ngày 22/10/2018",
            {"36-NQ/TW": "2018-10-22", "37-NQ/TW": "2018-10-22"},
        ),
        (
            "Nghị quyết số 3-NQ/TU ngày 1/2/2020, Chỉ thị số 4-CT/TU, Kết luận số 5-KL/HU đều ban "
            "hành cùng ngày 3/3/2021",
            {"3-NQ/TU": "2020-02-01", "4-CT/TU": "2021-03-03", "5-KL/HU": "2021-03-03"},
        ),
        (
            "Quyết định số 4/QĐ-UBND; theo Thông tư số 5/TT-BXD ngày 3/3/2021",
            {"4/QĐ-UBND": None, "5/TT-BXD": "2021-03-03"},
        ),
    ],
)
def test_a_day_told_as_the_same_is_that_of_the_whole_list(listed, expected):
    assert dates(f"1. Theo {listed}; rà soát.") == expected


@pytest.mark.parametrize(
    "words",
    ["về triển khai thực hiện các nghị quyết nêu trên", "để cụ thể hóa hai nghị quyết trên"],
)
def test_the_last_of_a_list_carry_out_all_that_they_point_to(words):
    record = read(
        "Thực hiện Nghị quyết số 5-NQ/TU ngày 3/3/2020, Nghị quyết số 6-NQ/TU ngày 3/3/2020 của "
        "Tỉnh ủy và Chương trình số 8/CTr-HĐND, Kế hoạch số 7/KH-HĐND cùng ngày 4/4/2021 của Hội "
        f"đồng nhân dân tỉnh {words}, Ủy ban nhân dân tỉnh ban hành kế hoạch:"
    )
    links = {("7/KH-HĐND", n) for n in ("5-NQ/TU", "6-NQ/TU")}
    links |= {("8/CTr-HĐND", n) for n in ("5-NQ/TU", "6-NQ/TU")}
    links |= {("SELF", n) for n in ("5-NQ/TU", "6-NQ/TU", "7/KH-HĐND", "8/CTr-HĐND")}
    assert edges(record) == {(a, "IMPLEMENTS", b) for a, b in links}


def test_a_name_of_another_day_or_clause_does_not_carry_out_what_the_last_points_to():
    record = read(
        "Thực hiện Nghị quyết số 5-NQ/TU ngày 3/3/2020, Nghị quyết số 6-NQ/TU ngày 3/3/2020 của "
        "Tỉnh ủy; Chỉ thị số 8-CT/TU ngày 5/5/2020 của Tỉnh ủy; Kế hoạch số 7/KH-HĐND ngày "
        "4/4/2021 của Hội đồng nhân dân tỉnh về thực hiện các nghị quyết nêu trên, Ủy ban nhân "
        "dân tỉnh ban hành kế hoạch:"
    )
    assert {a for a, _, _ in edges(record)} == {"SELF", "7/KH-HĐND"}


@pytest.mark.parametrize(
    ("words", "edge"),
    [
        ("về phí bảo vệ rừng (được sửa đổi, bổ sung tại", ("N", "AMENDS", "O")),
        ("(đã được sửa đổi theo", ("N", "AMENDS", "O")),
        ("quy định về đê điều (thay thế", ("O", "REPLACES", "N")),
        ("về nhà ở, đã thay thế", ("O", "REPLACES", "N")),
    ],
)
def test_what_changes_what_is_told_in_brackets_behind_the_subject(words, edge):
    old, new = "Nghị định số 11/2014/NĐ-CP ngày 2/3/2014", "Nghị định số 9/2012/NĐ-CP ngày 3/4/2012"
    record = read(tasks=f"1. Áp dụng {old} của Chính phủ {words} {new}.")
    shown = {"O": "11/2014/NĐ-CP", "N": "9/2012/NĐ-CP"}
    changed = {e for e in edges(record) if e[1] != "CITES"}
    assert changed == {(shown[edge[0]], edge[1], shown[edge[2]])}


@pytest.mark.parametrize("gap", [" và ", ", ", " và các "])
def test_a_subject_ends_before_the_next_document_of_the_list(gap):
    record = read(
        f"Thực hiện Nghị quyết số 5-NQ/TU ngày 3/3/2020 của Tỉnh ủy về du lịch biển{gap}Chương "
        "trình số 7-CTr/TU ngày 4/4/2021; Ủy ban nhân dân tỉnh ban hành kế hoạch:"
    )
    assert [r.title for r in record.references] == ["về du lịch biển", None]
    assert {e for e in edges(record) if e[1] == "IMPLEMENTS"} == {
        ("SELF", "IMPLEMENTS", "5-NQ/TU"),
        ("SELF", "IMPLEMENTS", "7-CTr/TU"),
    }


def test_documents_listed_in_a_subject_that_sums_them_up_stay_in_it():
    record = read(
        "Thực hiện Chỉ thị số 5-CT/TU ngày 3/3/2020 của Tỉnh ủy về tổng kết Nghị quyết số "
        "8-NQ/TU và Nghị quyết số 9-NQ/TU, Ủy ban nhân dân tỉnh ban hành kế hoạch:"
    )
    assert {b for a, kind, b in edges(record) if kind == "IMPLEMENTS"} == {"5-CT/TU"}


def test_a_basis_behind_a_name_in_a_subject_is_one_too():
    record = read(
        "Căn cứ Thông tư số 4/2018/TT-BXD ngày 2/2/2018 của Bộ Xây dựng quy định chi tiết một số "
        "điều của Nghị định số 9/2016/NĐ-CP; Thông tư số 8/2017/TT-BXD ngày 7/10/2017;"
    )
    based = {b for a, kind, b in edges(record) if (a, kind) == ("SELF", "BASED_ON")}
    assert based == {"4/2018/TT-BXD", "8/2017/TT-BXD"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vốn của Dự án Bến cảng vùng đồng bằng mở rộng", "Dự án Bến cảng vùng đồng bằng mở rộng"),
        (
            "Quyết định số 9/QĐ-BXD về việc phê duyệt Đề án xây dựng, sửa chữa, nâng cấp hồ chứa.",
            "Đề án xây dựng, sửa chữa, nâng cấp hồ chứa",
        ),
        (
            "Quyết định số 9/QĐ-BXD về việc ban hành Hướng dẫn khảo sát nhà ở trước mùa lũ.",
            "Hướng dẫn khảo sát nhà ở trước mùa lũ",
        ),
        (
            "theo Quy hoạch chung đô thị ven sông đến năm 2040.",
            "Quy hoạch chung đô thị ven sông đến năm 2040",
        ),
    ],
)
def test_works_are_named_whole(words, name):
    assert name in names(read(tasks=f"1. Rà soát {words}"))


@pytest.mark.parametrize(
    "words",
    [
        "Báo cáo kết quả Chương trình về Bộ Xây dựng.",
        "Lập Ban Điều hành Chương trình trung ương; họp định kỳ.",
        "Hướng dẫn triển khai Chiến lược của tỉnh.",
        "Thuộc Dự án 3 của tỉnh.",
        "Theo Quy hoạch chung của tỉnh.",
    ],
)
def test_words_behind_a_type_word_that_go_on_with_the_sentence_name_no_work(words):
    assert names(read(tasks=f"1. {words}")) == []


def test_an_issuer_that_no_table_knows_does_not_break_a_chain():
    record = read(
        "Thực hiện Kế hoạch số 90/KH-HNC ngày 5/5/2022 của Hội Nghề cá tỉnh thực hiện Nghị quyết "
        "số 14-NQ/TU ngày 7/02/2019 của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành kế hoạch:"
    )
    assert ("90/KH-HNC", "IMPLEMENTS", "14-NQ/TU") in edges(record)


def test_a_decision_promulgates_what_the_papers_name_carries_out_not_the_paper():
    record = read(
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện Chiến lược phát triển nghề muối đến năm "
        "2030 được ban hành kèm theo Quyết định số 339/QĐ-TTg ngày 11/3/2021 của Thủ tướng Chính "
        "phủ như sau:"
    )
    strategy = "Chiến lược phát triển nghề muối đến năm 2030"
    assert ("339/QĐ-TTg", "PROMULGATES", strategy) in edges(record)
    assert ("SELF", "IMPLEMENTS", strategy) in edges(record)


PURPOSE = "I. MỤC ĐÍCH, YÊU CẦU\n1. {}\n"


@pytest.mark.parametrize(
    ("words", "number", "relation"),
    [
        (
            "Tổ chức thực hiện nghiêm Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ.",
            "20/2021/NĐ-CP",
            "CITES",
        ),
        (
            "Cụ thể hóa Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ.",
            "20/2021/NĐ-CP",
            "IMPLEMENTS",
        ),
        (
            "Tổ chức thực hiện có hiệu quả Nghị quyết số 5-NQ/TU ngày 3/3/2020 của Tỉnh ủy.",
            "5-NQ/TU",
            "IMPLEMENTS",
        ),
        (
            "Làm rõ trách nhiệm; gắn với thực hiện Nghị quyết số 5-NQ/TU ngày 3/3/2020.",
            "5-NQ/TU",
            "CITES",
        ),
    ],
)
def test_a_purpose_carries_out_what_the_whole_plan_makes_concrete(words, number, relation):
    assert edges(read(PURPOSE.format(words))) == {("SELF", relation, number)}


def test_an_act_promulgates_a_procedure_that_it_names():
    record = read(
        tasks="1. Vận hành theo Quyết định số 1606/QĐ-TTg ngày 13/11/2019 của Thủ tướng Chính phủ "
        "ban hành Quy trình vận hành hồ chứa Sông Đà. Thực hiện đúng Quy trình kiểm tra."
    )

    procedure = "Quy trình vận hành hồ chứa Sông Đà"
    assert ("1606/QĐ-TTg", "PROMULGATES", procedure) in edges(record)
    assert names(record) == ["1606/QĐ-TTg", procedure]


def test_a_list_goes_on_behind_a_subject_with_a_word_of_change_that_names_no_document():
    record = read(
        "Thực hiện Chỉ thị số 2/CT-TTg ngày 24/01/2021 của Thủ tướng Chính phủ về trồng rừng thay "
        "thế diện tích đã chuyển đổi và Đề án cơ cấu lại ngành lâm nghiệp ban hành kèm theo Quyết "
        "định số 15/QĐ-BNN ngày 08/7/2021, Ủy ban nhân dân tỉnh ban hành kế hoạch:"
    )

    scheme = "Đề án cơ cấu lại ngành lâm nghiệp"
    assert {("SELF", "IMPLEMENTS", "2/CT-TTg"), ("SELF", "IMPLEMENTS", scheme)} <= edges(record)

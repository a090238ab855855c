"""What stands behind the last of a list, or before a work, and whose it is."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import Reference

HEAD = """SỞ DU LỊCH TỈNH LÀO CAI
Số: 9/BC-SDL
Lào Cai, ngày 4 tháng 12 năm 2022

BÁO CÁO
Kết quả năm 2022

1. """
FAIRS = "Đề án phát triển chợ phiên vùng cao giai đoạn 2021-2025"


def named(line: str, head: str = HEAD) -> list[Reference]:
    return list(read_text(f"{head}{line}\n", "a.txt").references)


@pytest.mark.parametrize("gap", [" và ", "; ", ", "])
def test_the_day_and_the_body_of_another_kind_are_its_own(gap: str) -> None:
    decision, plan = named(
        f"Thực hiện Quyết định số 713/QĐ-UBND{gap}Kế hoạch số 26/KH-UBND ngày 5/4/2022"
        " của UBND huyện Bắc Hà."
    )
    assert (decision.issue_date, decision.issuer) == (None, None)
    assert (plan.issue_date, plan.district) == ("2022-04-05", "Bắc Hà")


def test_a_rule_and_a_decision_share_a_symbol_and_no_day() -> None:
    rule, decision = named(
        "Theo Quy định số 22-QĐ/TW; Quyết định số 58-QĐ/TW ngày 07/5/2022 của Ban Bí thư."
    )
    assert (rule.issue_date, decision.issue_date) == (None, "2022-05-07")


def test_numbers_of_one_kind_share_the_day_of_the_last() -> None:
    first, second = named(
        "Thực hiện Kế hoạch số 25/KH-UBND, Kế hoạch số 26/KH-UBND ngày 5/4/2022 của UBND tỉnh."
    )
    assert first.issue_date == second.issue_date == "2022-04-05"


def test_a_body_behind_two_undated_kinds_is_that_of_both() -> None:
    decision, plan = named(
        "Thực hiện Quyết định số 713/QĐ-UBND và Kế hoạch số 26/KH-UBND của UBND huyện Bắc Hà."
    )
    assert decision.district == plan.district == "Bắc Hà"


def test_works_of_one_name_are_told_by_the_provinces_that_they_name() -> None:
    own, other = named(f"Có {FAIRS} của HĐND tỉnh; tham khảo {FAIRS} của tỉnh Hà Giang.")
    assert (own.province, other.province) == ("Lào Cai", None)
    assert "Hà Giang" in (other.title or "")


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("Nghị quyết của HĐND tỉnh phê duyệt", "Hội đồng nhân dân tỉnh Lào Cai"),
        ("Nghị quyết của HĐND tỉnh về việc thông qua", "Hội đồng nhân dân tỉnh Lào Cai"),
        ("Quyết định của UBND tỉnh ban hành", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Kế hoạch của UBND tỉnh thực hiện", None),
    ],
)
def test_the_act_before_a_work_tells_whose_it_is(act: str, body: str | None) -> None:
    [work] = [one for one in named(f"Theo {act} {FAIRS}.") if one.type == "Đề án"]
    assert work.issuer == body


def test_a_committees_plan_in_its_departments_plan_of_that_name() -> None:
    head = HEAD.replace(
        "BÁO CÁO\nKết quả năm 2022", "KẾ HOẠCH\nChăm sóc trẻ em giai đoạn 2022-2025"
    )
    [plan] = named("Thực hiện Kế hoạch chăm sóc trẻ em giai đoạn 2022-2025 của UBND tỉnh.", head)
    assert plan.issuer == "Ủy ban nhân dân tỉnh Lào Cai"


def test_a_title_goes_on_behind_what_it_rests_on() -> None:
    [work] = named("Thực hiện Đề án chăm sóc người già dựa vào cộng đồng giai đoạn 2021-2030.")
    assert work.title == "Đề án chăm sóc người già dựa vào cộng đồng giai đoạn 2021-2030"

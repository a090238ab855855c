"""The work that a document's own title issues, and the papers that name it by that title."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from graph.build import write_files
from graph.identity.issued import ISSUED, is_issued_as
from graph.identity.touched import ReadFile, claims_in
from graph.model import Claim, MentionStatus
from loaders.read import read_text
from loaders.tables import load_toml
from queries.lineage import LineageDirection, lineage
from queries.mentions import MentionKind, MentionRow, mentions
from queries.resolve import resolve
from tests.stores import Stores, every_kind

ROW = load_toml("graph", "issued_works")["title"]
PERIOD = "giai đoạn 2021-2030"
PLAN = f"Kế hoạch thực hiện Chiến lược phát triển nghề muối {PERIOD}"
ACT = f"Về việc ban hành {PLAN} trên địa bàn tỉnh Bạc Liêu"


def read(name: str, head: tuple[str, str, str, str, str], *lines: str) -> ReadFile:
    body, number, day, kind, title = head
    said = "".join(f"- {line}\n" for line in lines)
    text = f"{body}\nSố: {number}\n\n{day}\n\n{kind}\n{title}\n\nI. NHIỆM VỤ\n{said}"
    return ReadFile(name, read_text(text, name), text)


def act(number: str, day: str, title: str = ACT, name: str = "act") -> ReadFile:
    body, kind = "ỦY BAN NHÂN DÂN TỈNH BẠC LIÊU", "QUYẾT ĐỊNH"
    return read(f"{name}.txt", (body, number, f"Bạc Liêu, ngày {day}", kind, title), "Thi hành.")


def citing(line: str, year: int = 2023) -> ReadFile:
    day = f"Bạc Liêu, ngày 12 tháng 3 năm {year}"
    head = ("SỞ NỘI VỤ TỈNH BẠC LIÊU", "45/BC-SNV", day, "BÁO CÁO", "Về việc làm")
    return read("citing.txt", head, line)


FIRST = act("512/QĐ-UBND", "12 tháng 8 năm 2021")
SECOND = act("77/QĐ-UBND", "15 tháng 2 năm 2022", name="second")
NAMED = f"Thực hiện {PLAN} của tỉnh Bạc Liêu, Sở báo cáo."


@pytest.mark.parametrize("text", ROW["examples"])
def test_a_title_issues_its_work(text: str) -> None:
    assert re.fullmatch(ROW["words"], text)


@pytest.mark.parametrize("text", ROW["rejects"])
def test_what_is_done_to_a_work_issues_none(text: str) -> None:
    assert not re.fullmatch(ROW["words"], text)


def issued(file: ReadFile) -> Claim:
    return claims_in(file.record)[ISSUED]


def cited(file: ReadFile) -> Claim:
    return claims_in(file.record)["R1"]


@pytest.mark.parametrize(
    "line",
    [
        NAMED,
        f"Thực hiện {PLAN} của UBND tỉnh.",
        f"Thực hiện {PLAN} trên địa bàn tỉnh.",
        "Thực hiện Kế hoạch thực hiện Chiến lược phát triển nghề muối của Ủy ban nhân dân tỉnh.",
        "Thực hiện Kế hoạch triển khai thực hiện Chiến lược phát triển nghề muối đến năm 2030"
        " của UBND tỉnh.",
    ],
)
def test_a_title_that_agrees_is_the_issued_work(line: str) -> None:
    assert is_issued_as(cited(citing(line)), issued(FIRST))


@pytest.mark.parametrize(
    "line",
    [
        "Thực hiện Kế hoạch thực hiện Chiến lược phát triển nghề muối giai đoạn 2016-2020"
        " của UBND tỉnh.",
        "Thực hiện Kế hoạch thực hiện Chiến lược phát triển nghề muối năm 2023 của UBND tỉnh.",
        "Thực hiện Kế hoạch thực hiện Chiến lược phát triển nghề muối sạch giai đoạn 2021-2030"
        " của UBND tỉnh.",
        f"Thực hiện {PLAN} của tỉnh Sóc Trăng.",
        f"Thực hiện {PLAN} của UBND huyện Đông Hải.",
    ],
)
def test_another_period_subject_or_body_is_another_work(line: str) -> None:
    assert not is_issued_as(cited(citing(line)), issued(FIRST))


def test_a_work_without_its_period_is_not_that_of_a_period_gone_by() -> None:
    line = "Thực hiện Kế hoạch thực hiện Chiến lược phát triển nghề muối của UBND tỉnh."
    assert is_issued_as(cited(citing(line)), issued(FIRST))
    assert not is_issued_as(cited(citing(line, 2031)), issued(FIRST))


def found(stores: Stores, *files: ReadFile) -> list[MentionRow]:
    store = stores.make()
    for file in files:
        write_files(store, [file])
    return [
        row
        for row in mentions(store)
        if row.file == "citing.txt"
        and row.kind is MentionKind.MENTION
        and (row.quote or "").startswith("Kế hoạch")
    ]


@every_kind
def test_the_plan_has_the_key_of_its_act_in_any_order(stores: Stores) -> None:
    for files in permutations([FIRST, citing(NAMED)]):
        [row] = found(stores, *files)
        assert (row.status, row.key) == (MentionStatus.FOUND, "vn-bac-lieu.512-qd-ubnd.2021-08-12")


@every_kind
def test_the_plan_of_a_department_is_not_the_committees(stores: Stores) -> None:
    [row] = found(stores, FIRST, citing(f"Thực hiện {PLAN} của Sở Công Thương."))
    assert row.status is MentionStatus.CITED_ONLY


@every_kind
def test_two_acts_of_one_title_leave_the_plan_open_with_both(stores: Stores) -> None:
    seen = []
    for files in permutations([FIRST, SECOND, citing(NAMED)]):
        [row] = found(stores, *files)
        seen.append(row)
        assert row.status is MentionStatus.AMBIGUOUS
        assert sorted(one.document.number or "" for one in row.candidates) == [
            "512/QĐ-UBND",
            "77/QĐ-UBND",
        ]
        assert all(one.reasons for one in row.candidates)
    assert len({row.key for row in seen}) == 1


@every_kind
def test_a_work_that_no_paper_names_is_no_document(stores: Stores) -> None:
    store = stores.make()
    write_files(store, [FIRST])
    assert store.state().documents == 2  # the act, and the strategy
    write_files(store, [citing(NAMED)])
    grown = store.state().documents
    write_files(store, [], retract=["citing.txt"])
    assert (store.state().documents, grown) == (2, 4)
    write_files(store, [citing(NAMED)])
    write_files(store, [], retract=["act.txt"])
    [row] = [r for r in mentions(store) if (r.quote or "").startswith("Kế hoạch")]
    assert row.status is MentionStatus.CITED_ONLY


@every_kind
def test_who_carries_the_plan_out_stands_below_its_act(stores: Stores) -> None:
    store = stores.make()
    day = "Đông Hải, ngày 12 tháng 3 năm 2022"
    title = f"Thực hiện {PLAN} của UBND tỉnh Bạc Liêu"
    below = read("b.txt", ("UBND HUYỆN ĐÔNG HẢI", "9/KH-UBND", day, "KẾ HOẠCH", title), "Thi hành.")
    write_files(store, [FIRST, below])
    answer = lineage(store, "vn-bac-lieu.512-qd-ubnd.2021-08-12", LineageDirection.DESCENDANTS)
    assert [one.document.number for one in answer.items] == ["9/KH-UBND"]


@every_kind
def test_a_typed_title_means_the_act_that_no_paper_names_yet(stores: Stores) -> None:
    store = stores.make()
    write_files(store, [FIRST])
    typed = citing(NAMED)
    answer = resolve(store, NAMED, cited(typed), until="2023-03-12")
    assert answer.document is not None
    assert answer.document.number == "512/QĐ-UBND"
    other = cited(citing(NAMED.replace("2021-2030", "2016-2020")))
    assert resolve(store, NAMED, other).document is None

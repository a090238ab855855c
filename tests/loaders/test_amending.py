"""Amending: what amends, replaces or repeals what, how far, and from when."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.record_json import as_json, record_from_json
from loaders.records import CHANGING, DocumentRecord, RelationType
from tests.loaders.papers import HEADER
from tests.loaders.test_citing import read as read_plan

OLD = "Quyết định số 15/2012/QĐ-UBND ngày 3/4/2012"


def act(article: str, *, type_word: str = "QUYẾT ĐỊNH", title: str = "Quy định giờ mở chợ đêm"):
    symbol = {"QUYẾT ĐỊNH": "QĐ-UBND", "TỜ TRÌNH": "TTr-UBND", "KẾ HOẠCH": "KH-UBND"}[type_word]
    return read_text(
        f"ỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG\nSố: 41/{symbol}\n"
        f"Sóc Trăng, ngày 12 tháng 9 năm 2023\n{type_word}\n{title}\n\n"
        "ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG\nTheo đề nghị của Giám đốc Sở Công Thương,\n\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Chợ đêm mở cửa đến 23 giờ hằng ngày.\n"
        f"Điều 2. {article}\n"
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành./.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Văn Bình\n",
        "act.txt",
    )


def changes(record: DocumentRecord) -> set[tuple[str | None, ...]]:
    shown = {r.key: r.number or r.title for r in record.references} | {"SELF": "SELF"}
    return {
        (shown[r.source], r.type.value, shown[r.target], r.scope, r.effective)
        for r in record.relations
        if r.type in CHANGING
    }


@pytest.mark.parametrize(
    ("article", "kind", "scope", "effective"),
    [
        (f"Quyết định này có hiệu lực từ ngày ký, thay thế {OLD}.", "REPLACES", None, "2023-09-12"),
        (f"Quyết định này thay thế {OLD} kể từ ngày 01/01/2024.", "REPLACES", None, "2024-01-01"),
        (
            "Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 10 năm 2023. Bãi bỏ khoản 2 "
            f"Điều 3 {OLD} của Ủy ban nhân dân tỉnh.",
            "REPLACES",
            "khoản 2 Điều 3",
            "2023-10-01",
        ),
        (
            f"Bãi bỏ Điều 5, Điều 6 của Quy chế ban hành kèm theo {OLD}.",
            "REPLACES",
            "Điều 5, Điều 6",
            None,
        ),
        (f"Thay thế Phụ lục II ban hành kèm theo {OLD} như sau:", "REPLACES", "Phụ lục II", None),
        (f"Chấm dứt hiệu lực của {OLD} từ ngày 1/1/2024.", "REPLACES", None, "2024-01-01"),
        (f"{OLD} hết hiệu lực kể từ ngày 01/10/2023.", "REPLACES", None, "2023-10-01"),
        (f"Điều 4 {OLD} hết hiệu lực thi hành.", "REPLACES", "Điều 4", None),
        (f"{OLD} được thay thế bằng Quyết định này.", "REPLACES", None, None),
        (f"Sửa đổi, bổ sung khoản 3 Điều 4 {OLD} như sau:", "AMENDS", "khoản 3 Điều 4", None),
        (f"Điều chỉnh, bổ sung một số nội dung của {OLD}.", "AMENDS", "một số nội dung", None),
        (
            f"Thay thế cụm từ “tổ chợ” bằng cụm từ “ban quản lý” tại Điều 7 {OLD}.",
            "AMENDS",
            'cụm từ "tổ chợ" bằng cụm từ "ban quản lý" tại Điều 7',
            None,
        ),
    ],
)  # fmt: skip
def test_an_article_changes_a_document(article, kind, scope, effective):
    assert changes(act(article)) == {("SELF", kind, "15/2012/QĐ-UBND", scope, effective)}


@pytest.mark.parametrize(
    "article",
    [
        f"Quyết định này không thay thế {OLD}.",
        f"Giao Sở Tư pháp rà soát, tham mưu sửa đổi, bổ sung {OLD}.",
        f"Đề nghị Hội đồng nhân dân tỉnh xem xét, bãi bỏ {OLD}.",
        f"Những nội dung không sửa đổi, bổ sung tại Quyết định này thực hiện theo {OLD}.",
        f"Các nội dung khác tại {OLD} vẫn còn hiệu lực thi hành.",
        f"{OLD} đã hết hiệu lực.",
        f"Trường hợp văn bản được thay thế thì áp dụng {OLD}.",
        f"Ủy ban nhân dân tỉnh đã bãi bỏ {OLD}.",
    ],
)
def test_what_is_denied_asked_for_or_past_changes_nothing(article):
    assert changes(act(article)) == set()


def test_what_loses_force_in_one_list_does_so_together():
    record = act(
        f"{OLD}, Quyết định số 16/2013/QĐ-UBND ngày 5/6/2013 và Điều 2 Quyết định số "
        "17/2014/QĐ-UBND ngày 7/8/2014 hết hiệu lực kể từ ngày Quyết định này có hiệu lực."
    )
    assert {(row[2], row[3]) for row in changes(record)} == {
        ("15/2012/QĐ-UBND", None),
        ("16/2013/QĐ-UBND", None),
        ("17/2014/QĐ-UBND", "Điều 2"),
    }


def test_an_act_loses_force_with_the_work_that_it_approves():
    work = "Đề án chợ đêm đến năm 2015, định hướng đến năm 2020"
    ends = "hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành."
    for issuer in ("của UBND tỉnh", "của UBD tỉnh"):
        record = act(f"Hiệu lực\n2. {OLD} {issuer} về việc phê duyệt {work} {ends}")
        assert changes(record) == {("SELF", "REPLACES", "15/2012/QĐ-UBND", None, None)}


def test_in_a_task_only_what_the_paper_itself_ends_loses_force():
    record = act(f"Hiệu lực\n2. {OLD} hết hiệu lực kể từ ngày 01/01/2020.")
    assert changes(record) == set()


def test_each_verb_of_an_article_has_its_own_object():
    record = act(
        f"Quyết định này thay thế {OLD} và bãi bỏ Chương II của Quyết định số 16/2013/QĐ-UBND "
        "ngày 5/6/2013."
    )
    assert changes(record) == {
        ("SELF", "REPLACES", "15/2012/QĐ-UBND", None, None),
        ("SELF", "REPLACES", "16/2013/QĐ-UBND", "Chương II", None),
    }


@pytest.mark.parametrize(
    ("type_word", "title"),
    [
        ("TỜ TRÌNH", f"Về việc sửa đổi, bổ sung {OLD}"),
        ("TỜ TRÌNH", f"Về việc đề nghị bãi bỏ {OLD}"),
        ("QUYẾT ĐỊNH", f"Về việc điều chỉnh kế hoạch vốn theo {OLD}"),
        ("QUYẾT ĐỊNH", f"Về việc bổ sung kinh phí thực hiện {OLD}"),
    ],
)
def test_a_title_that_asks_or_adds_money_changes_nothing(type_word, title):
    assert changes(act("Chợ nghỉ ngày Tết.", type_word=type_word, title=title)) == set()


def test_a_title_that_adjusts_amends():
    record = act(
        "Kinh phí do ngân sách tỉnh bảo đảm.",
        type_word="KẾ HOẠCH",
        title="Điều chỉnh một số nội dung của Kế hoạch số 15/KH-UBND ngày 3/4/2022",
    )
    assert changes(record) == {("SELF", "AMENDS", "15/KH-UBND", "một số nội dung", None)}


def test_all_that_stand_in_one_bracket_amend_and_each_tells_its_scope():
    record = read_plan(
        "Căn cứ Thông tư số 19/2018/TT-BXD ngày 15/11/2018 (được sửa đổi, bổ sung một số điều "
        "tại Thông tư số 01/2022/TT-BXD ngày 18/01/2022 và Thông tư số 06/2022/TT-BXD ngày "
        "28/7/2022);"
    )
    assert changes(record) == {
        ("01/2022/TT-BXD", "AMENDS", "19/2018/TT-BXD", "một số điều", None),
        ("06/2022/TT-BXD", "AMENDS", "19/2018/TT-BXD", "một số điều", None),
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Nghị định số 7/2022/NĐ-CP thay thế Nghị định số 6/2019/NĐ-CP từ ngày 15/3/2022.",
            {("7/2022/NĐ-CP", "REPLACES", "6/2019/NĐ-CP", None, "2022-03-15")},
        ),
        ("Nghị định số 7/2022/NĐ-CP không thay thế Nghị định số 6/2019/NĐ-CP.", set()),
        ("Trình ban hành Nghị quyết thay thế Nghị quyết số 10/2015/NQ-HĐND.", set()),
        (
            "Quyết định số 4/QĐ-UBND sửa đổi khoản 2 Điều 3 Quyết định số 2/QĐ-UBND.",
            {("4/QĐ-UBND", "AMENDS", "2/QĐ-UBND", "khoản 2 Điều 3", None)},
        ),
    ],
)
def test_a_task_tells_of_changes_among_others(sentence, expected):
    assert changes(read_plan(tasks=f"1. {sentence}")) == expected


def test_a_programme_replaces_one_as_a_decision_does():
    record = read_text(
        "TỈNH ỦY SÓC TRĂNG\n*\nSố 12-CTr/TU\nSóc Trăng, ngày 12 tháng 9 năm 2023\nCHƯƠNG TRÌNH\n"
        "Phát triển nghề muối\n\nI. NHIỆM VỤ\n1. Giữ nghề muối ven biển.\n"
        "Chương trình này thay thế Chương trình số 2-CTr/TU ngày 3/4/2018 của Tỉnh ủy.\n",
        "programme.txt",
    )
    assert changes(record) == {("SELF", "REPLACES", "2-CTr/TU", None, None)}


def test_scope_and_day_come_through_the_json_form():
    record = act(f"Bãi bỏ khoản 2 Điều 3 {OLD} từ ngày 1/1/2024.")
    assert record_from_json(as_json(record)) == record
    [row] = [r for r in as_json(record)["relations"] if r["type"] == "REPLACES"]
    assert (row["scope"], row["effective"]) == ("khoản 2 Điều 3", "2024-01-01")


def test_records_of_an_older_version_tell_no_scope():
    data = as_json(act(f"Bãi bỏ {OLD}."))
    for row in data["relations"]:
        del row["scope"], row["effective"]
    assert {r.scope for r in record_from_json(data).relations} == {None}


def test_documents_listed_below_a_line_lose_force() -> None:
    record = read_text(
        HEADER + "Điều 9. Hiệu lực\n1. Thông tư liên tịch này có hiệu lực kể từ ngày 25/01/2021.\n"
        "2. Thông tư liên tịch số 3/2008/TTLT-BYT-BNV ngày 25/4/2008 của Bộ trưởng Bộ Y tế và Bộ "
        "trưởng Bộ Nội vụ hết hiệu lực kể từ ngày Thông tư liên tịch này có hiệu lực.\n"
        "3. Các Quyết định sau đây hết hiệu lực kể từ ngày Thông tư liên tịch này có hiệu lực:\n"
        "a) Quyết định số 7/2010/QĐ-BYT ngày 03/02/2010;\n"
        "b) Quyết định số 9/2011/QĐ-BYT ngày 03/02/2011.\n",
        "ends.txt",
    )
    assert [one.type for one in record.relations] == [RelationType.REPLACES] * 3


@pytest.mark.parametrize("joint", [" - ", " và ", ", "])
def test_the_day_may_stand_behind_two_issuers(joint: str):
    [cited] = read_text(
        "II. NHIỆM VỤ\n1. Theo Thông tư liên tịch số 9/2015/TTLT-BYT-BNV của Bộ Y tế"
        f"{joint}Bộ Nội vụ ngày 3/4/2015 về định mức viên chức.\n",
        "plan.txt",
    ).references
    assert (cited.number, cited.issue_date) == ("9/2015/TTLT-BYT-BNV", "2015-04-03")

"""Why a fact was read: all of it stands in the text, and the rule's own words are among it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.explaining import INFERRED, Explanation, FactKind, explain
from loaders.read import read_file, read_text

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").iterdir())
PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 15/KH-UBND
Sơn La, ngày 04 tháng 5 năm 2018

KẾ HOẠCH
Thực hiện Nghị quyết số 31-NQ/TW ngày 12/3/2014 của Ban Chấp hành Trung ương

Căn cứ Nghị quyết số 31-NQ/TW ngày 12/8/2014 của Ban Chấp hành Trung ương;

I. MỤC TIÊU
1. Đến năm 2025, tỷ lệ che phủ rừng đạt trên 54,5%, tăng từ 51% năm 2017.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Phát triển nông thôn: Chủ trì, phối hợp với Sở Tài chính hướng dẫn trồng rừng.
"""


def told(text: str = PLAN) -> list[Explanation]:
    return explain(read_text(text, "a.txt"), text)


def of(kind: FactKind) -> list[Explanation]:
    return [one for one in told() if one.kind is kind]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_fact_is_explained_from_the_text(path: Path) -> None:
    read = read_file(path)
    record, found = read.record, explain(read.record, read.text)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    counted = {kind: sum(one.kind is kind for one in found) for kind in FactKind}
    assert counted[FactKind.REFERENCE] == len(record.references)
    assert counted[FactKind.RELATION] == len(record.relations)
    assert counted[FactKind.DUTY] == len(record.responsibilities)
    assert counted[FactKind.TARGET] == sum(len(one.targets) for one in record.indicators)
    assert counted[FactKind.BASELINE] == sum(len(one.baselines) for one in record.indicators)
    for one in found:
        assert (one.passage is None) is (one.rule == INFERRED)
        own = () if one.passage is None else (one.passage,)
        said = (part.passage for part in (*one.tokens, *one.alternatives))
        for passage in (*own, *said):
            assert read.text[passage.span.start : passage.span.end] == passage.quote


def test_a_relation_shows_the_words_of_its_rule() -> None:
    first = of(FactKind.RELATION)[0]
    assert (first.says, first.rule) == ("SELF IMPLEMENTS R1", "title_implements")
    words = {token.row: token.passage.quote for token in first.tokens}
    assert words["relations.title_implements"] == "Thực hiện "


def test_another_date_of_a_document_is_another_reading() -> None:
    [reference] = of(FactKind.REFERENCE)
    assert "31-NQ/TW" in reference.says
    [other] = reference.alternatives
    assert other.says in ("issue_date: 2014-08-12", "issue_date: 2014-03-12")
    assert other.says.removeprefix("issue_date: ") not in reference.says


def test_the_other_numbers_of_a_sentence_are_other_readings() -> None:
    first = of(FactKind.TARGET)[0]
    assert first.says.endswith("> 54.5 % (2025)")
    assert "= 51" in [other.says for other in first.alternatives]


def test_a_duty_shows_its_role_and_the_role_it_could_have() -> None:
    [duty] = of(FactKind.DUTY)
    assert duty.says == "Sở Nông nghiệp và Phát triển nông thôn: lead"
    assert duty.confidence is not None
    assert "duties.lead" in [token.row for token in duty.tokens]
    assert [other.says for other in duty.alternatives] == ["coordinate"]


def test_a_field_that_is_printed_nowhere_is_inferred() -> None:
    rules = {one.says.partition(":")[0]: one.rule for one in of(FactKind.HEADER)}
    assert (rules["number"], rules["level"]) == ("header.number", INFERRED)

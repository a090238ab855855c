"""What makes a fact less sure than its rule: every row of the table by its two sentences."""

from __future__ import annotations

import pytest

from loaders.doubts import Doubt, Scene, doubts, doubts_of, torn_share
from loaders.read import read_text
from loaders.records import DocumentRecord, Relation, Responsibility, Value

CLEAN = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
Số: 15/KH-UBND
Sơn La, ngày 04 tháng 5 năm 2018
KẾ HOẠCH
Phát triển kinh tế - xã hội
{relation}
I. MỤC TIÊU
{value}
II. TỔ CHỨC THỰC HIỆN
1. {duty}
"""
GARBLED = """UY BAN NHAN DAN TiNH SON LA
Sé: 15/KH-UBND
Son La, ngay 04 thang 5 nam 2018
KE HOACH
Phat trién kinh té - xa hdi
{relation}
I. MUC TIEU
{value}
II. TO CHUC THUC HIEN
1. {duty}
"""


def read(kind: str, sentence: str, *, garbled: bool) -> DocumentRecord:
    """A small paper with the sentence where facts of the kind stand."""
    parts = dict.fromkeys(("relation", "value", "duty"), "") | {kind: sentence}
    return read_text((GARBLED if garbled else CLEAN).format(**parts), "paper.txt")


def facts(record: DocumentRecord, kind: str) -> list[Relation | Value | Responsibility]:
    if kind == "relation":
        return list(record.relations)
    if kind == "duty":
        return list(record.responsibilities)
    return [v for i in record.indicators for v in (*i.targets, *i.baselines)]


def named(record: DocumentRecord, kind: str) -> set[str]:
    """The names of the rows that hold for any fact of the kind."""
    scene = Scene.of(record)
    return {row.name for fact in facts(record, kind) for row in doubts_of(fact, kind, scene)}


def is_garbled(sentence: str) -> bool:
    return not any(letter in sentence for letter in "ăđơưạảệếữ")


@pytest.mark.parametrize("row", doubts(), ids=lambda row: row.name)
def test_a_row_holds_for_its_example_and_not_for_its_counter(row: Doubt) -> None:
    for sentence, expected in ((row.example, True), (row.counter, False)):
        record = read(row.kind, sentence, garbled=is_garbled(sentence))
        assert facts(record, row.kind) != []
        assert (row.name in named(record, row.kind)) == expected, sentence


def test_a_doubt_lowers_what_the_rule_gives() -> None:
    sure = read("value", "Đến năm 2025, tỷ lệ hộ nghèo giảm còn 5%.", garbled=False)
    unsure = read("value", "Tỷ lệ hộ nghèo giảm còn 5%.", garbled=False)
    [high], [low] = facts(sure, "value"), facts(unsure, "value")
    assert low.rule == high.rule
    assert low.confidence == pytest.approx(high.confidence * 0.88, abs=0.005)


def test_capitals_are_no_torn_words() -> None:
    assert torn_share("UBND, HĐND các huyện") == 0
    assert torn_share("hogch thgc hien") == pytest.approx(2 / 3)
    assert torn_share("15/2018") == 0

"""Reasons in words: every rule has its sentence, every fact of the examples is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.explanations import explanation_json
from api.telling import fact_told, rule_sentences
from graph.asserting import ISSUES, NUMBERED, PASSED
from loaders.explaining import INFERRED, explain
from loaders.read import read_file, read_text
from loaders.relations.annexed import ANNEXED
from loaders.relations.chains import RULES as CHAINS
from loaders.relations.rules import AMENDS, CARRIES_OUT, head_rules, link_rules
from loaders.tables import load_toml
from visual.retold import retold
from visual.texts import SPOKEN

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").iterdir())
TABLE = load_toml("loaders", "explaining")
FIELDS = [row["name"] for row in TABLE["field"]]
ENGLISH = re.compile(
    r"\b(?:SELF|IMPLEMENTS|CITES|header|inferred|number|title|lead|assigned|level|central)\b"
)
VIETNAMESE = re.compile(r"[À-ỹĐđ]")
QUOTED = re.compile(r"“[^”]*”")


def rules() -> set[tuple[str, str]]:
    relations = {rule.effect.name for rule in (*head_rules(), *link_rules())}
    relations |= {
        CARRIES_OUT.name,
        AMENDS.name,
        "mentioned",
        ANNEXED,
        ISSUES,
        NUMBERED,
        PASSED,
        *CHAINS,
    }
    return (
        {("header", f"header.{name}") for name in FIELDS}
        | {("header", INFERRED)}
        | {("relation", name) for name in relations}
        | {("value", row["name"]) for row in load_toml("loaders", "indicators")["rule"]}
        | {("duty", row["name"]) for row in load_toml("loaders", "duties")["rule"]}
    )


def test_no_rule_lacks_its_sentence_and_no_sentence_its_rule() -> None:
    assert {pair for pair in rule_sentences() if pair[0] != "reference"} == rules()
    assert all(says.endswith(".") for says in rule_sentences().values())


def test_every_sentence_is_told_in_english_too() -> None:
    """What stands in quotes are the words of papers, which stay as they are printed."""
    for rows in TABLE.values():
        for row in rows:
            assert not VIETNAMESE.search(QUOTED.sub("", row["en"])), row["en"]
            quoted = QUOTED.findall(row["en"])
            assert set(quoted) <= set(QUOTED.findall(row["says"])) or "(" in row["en"], row["en"]
    says = rule_sentences("en").values()
    assert all(one.endswith(".") for one in says)
    assert len(set(says)) == len(says)


def test_an_english_page_is_told_in_english() -> None:
    record = read_text(PLAN, "a.txt")
    token = SPOKEN.set("en")
    told = [explanation_json(one, record) for one in explain(record, PLAN)]
    doubts = [retold(doubt) for one in told for doubt in one["doubts"]]
    SPOKEN.reset(token)
    words = [word["says"] for one in told for word in one["tokens"] if word["says"]]
    said = [one["rule_says"] for one in told] + doubts + words
    assert doubts and words
    assert [one for one in said if VIETNAMESE.search(QUOTED.sub("", one))] == []


def test_every_word_is_a_row_of_a_table() -> None:
    for word in TABLE["word"]:
        table, _, name = word["row"].partition(".")
        groups = load_toml("loaders", table).values()
        rows = [row for group in groups if isinstance(group, list) for row in group]
        assert any(row.get("name") == name for row in rows), word["row"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_fact_of_an_example_is_told_in_vietnamese(path: Path) -> None:
    read = read_file(path)
    for one in explain(read.record, read.text):
        told = explanation_json(one, read.record)
        others = [other["told"] for other in told["alternatives"]]
        for words in (told["told"], told["rule_says"], *others):
            assert words
            assert ENGLISH.search(words) is None


PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 15/KH-UBND
Sơn La, ngày 04 tháng 5 năm 2018

KẾ HOẠCH
Thực hiện Nghị quyết số 31-NQ/TW ngày 12/3/2014 của Ban Chấp hành Trung ương

I. MỤC TIÊU
1. Tỷ lệ che phủ rừng đạt trên 54,5%.
"""


def test_a_relation_and_a_doubt_are_told() -> None:
    record = read_text(PLAN, "a.txt")
    told = [explanation_json(one, record) for one in explain(record, PLAN)]
    [relation] = [one for one in told if one["kind"] == "relation"]
    assert relation["told"] == "Văn bản này thực hiện Nghị quyết 31-NQ/TW (12/03/2014)"
    assert relation["rule_says"].startswith("Trích yếu mở đầu bằng “thực hiện”")
    assert relation["doubts"] == []
    token = SPOKEN.set("en")
    [relation] = [one for one in explain(record, PLAN) if one.kind == "relation"]
    said = fact_told(relation, record)
    assert said == "This document implements Nghị quyết 31-NQ/TW (12/03/2014)"
    SPOKEN.reset(token)
    [target] = [one for one in told if one["kind"] == "target"]
    assert target["told"] == "Tỷ lệ che phủ rừng: trên 54,5 %"
    assert [doubt.partition(":")[0] for doubt in target["doubts"]] == ["Không thấy năm phải đạt"]

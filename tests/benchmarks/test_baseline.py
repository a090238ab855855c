"""The baseline: a figure that falls fails the build, one without a baseline is only shown."""

from __future__ import annotations

import json

import pytest

from benchmarks.garbling.kept import kept
from benchmarks.score import (
    DocumentSet,
    baseline_entry,
    figures_of,
    golden_set,
    kept_figures,
    score_file,
    shortfalls,
    table,
)
from benchmarks.scoring.tally import Tally
from loaders.read import read_file
from loaders.records import DocumentRecord, Header, Quality

TEXT = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 12/KH-UBND

Lạng Sơn, ngày 05 tháng 3 năm 2018

KẾ HOẠCH
Thực hiện Nghị quyết số 05/NQ-CP ngày 08/02/2018 của Chính phủ về nước sạch nông thôn

Nội dung kế hoạch.
"""
GOLD = {
    "file": "one.txt",
    "document": {"type": "Kế hoạch", "number": "12/KH-UBND", "symbol": "KH-UBND"},
    "references": [
        {
            "key": "R1",
            "type": "Nghị quyết",
            "number": "05/NQ-CP",
            "issue_date": "2018-02-08",
            "mentions": ["Nghị quyết số 05/NQ-CP"],
        }
    ],
    "relations": [{"source": "SELF", "type": "IMPLEMENTS", "target": "R1"}],
    "responsibilities": [{"agency": "Sở Y tế", "text": "Chủ trì"}],
}


@pytest.fixture
def folders(tmp_path):
    gold, documents = tmp_path / "gold", tmp_path / "documents"
    gold.mkdir()
    documents.mkdir()
    (gold / "one.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (documents / "one.txt").write_text(TEXT, encoding="utf-8")
    return gold, documents


def test_a_document_is_read_and_scored(folders):
    [(gold, path)] = golden_set(*folders, "golden").pairs
    tally = score_file(gold, path)
    figures = figures_of(tally)
    assert [figures[n] for n in ("references", "relations", "quotes", "mentions")] == [1.0] * 4
    assert figures["duties"] == 0.0
    assert "one" in table([("one", tally), ("all", tally)])


def test_spans_are_judged_by_the_bytes_of_the_file(folders):
    gold, documents = folders
    (documents / "one.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    [(record, path)] = golden_set(gold, documents, "golden").pairs
    assert figures_of(score_file(record, path))["quotes"] == 1.0


def test_a_file_that_cannot_be_read_has_nothing_right(folders):
    gold, documents = folders
    (documents / "one.txt").write_bytes(b"")
    [(record, path)] = golden_set(gold, documents, "golden").pairs
    tally = score_file(record, path)
    assert set(figures_of(tally).values()) == {0.0}
    assert "cannot be read" in tally.errors[-1]


def test_a_record_without_its_document_is_refused(folders):
    gold, documents = folders
    (documents / "one.txt").unlink()
    with pytest.raises(FileNotFoundError, match=r"one\.json"):
        golden_set(gold, documents, "golden")


def test_fingerprint_changes_with_a_label(folders):
    gold, documents = folders
    before = golden_set(gold, documents, "labelled").fingerprint
    (gold / "one.json").write_text(json.dumps(GOLD | {"recipients": []}), encoding="utf-8")
    assert golden_set(gold, documents, "labelled").fingerprint not in (before, None)
    assert golden_set(gold, documents, "golden").fingerprint is None


@pytest.mark.parametrize(
    ("figures", "failures"),
    [
        ({"header": 0.95, "relations": 0.90}, 0),
        ({"header": 0.9495, "relations": 0.90}, 0),
        ({"header": 0.9485, "relations": 0.99}, 1),
        ({"header": 1.0}, 1),
        ({"header": 1.0, "relations": 1.0, "duties": 0.0}, 0),
    ],
)
def test_a_figure_below_the_baseline_is_named(figures, failures):
    entry = {"documents": "abc", "figures": {"header": 0.95, "relations": 0.90}}
    assert len(shortfalls({"golden": entry}, "golden", "abc", figures)) == failures


def test_every_kind_of_fact_of_our_scans_is_counted():
    figures = kept_figures()
    assert set(figures) == {
        "header", "reference", "relation", "value", "duty", "recipient", "all"
    }  # fmt: skip
    assert all(0.5 < share <= 1.0 for share in figures.values())


def test_a_record_keeps_all_of_itself_and_nothing_of_another(folders):
    _, documents = folders
    record = read_file(documents / "one.txt").record
    assert {a == b for a, b in kept(record, record).values()} == {True}
    nothing = DocumentRecord("x", "utf-8", "", Quality.GOOD, Header())
    assert {a for a, _ in kept(record, nothing).values()} == {0}


def test_other_documents_have_no_baseline():
    entry = {"documents": "abc", "figures": {"header": 1.0}}
    assert shortfalls({"golden": entry}, "golden", "xyz", {"header": 0.1}) == []
    assert shortfalls({}, "golden", "abc", {"header": 0.1}) == []


def test_baseline_keeps_only_what_is_read_at_all():
    tally = Tally()
    tally.add("header", 9, 10, 10)
    tally.add("duties", 0, 5, 0)
    tally.add("units", 0, 0, 0)
    entry = baseline_entry(DocumentSet("golden", "abc", []), tally)
    assert entry == {"documents": "abc", "figures": {"header": 0.9}}

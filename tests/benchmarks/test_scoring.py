"""The scorer's figures on small made-up records, and their equality with the reference scorer."""

from __future__ import annotations

import copy
import json
import subprocess
import sys

import pytest

from benchmarks.scoring.figures import score_document
from benchmarks.scoring.matching import dates_agree, dice, fold, pair, same_number
from benchmarks.scoring.works import acts_of, merge_works

TEXT = "Thực hiện Nghị quyết số 05/NQ-CP ngày 08/12/2022 và Kế hoạch số 07-KH/TU, Luật Trẻ em."
GOLD = {
    "file": "one.txt",
    "document": {
        "type": "Kế hoạch",
        "number": "12/KH-UBND",
        "symbol": "KH-UBND",
        "title": "Thực hiện Nghị quyết số 05/NQ-CP về nước sạch",
        "issuer": "Ủy ban nhân dân tỉnh Lạng Sơn",
        "issue_date": "2023-01-05",
        "place": "Lạng Sơn",
        "level": "province",
        "province": "Lạng Sơn",
        "district": None,
        "signer": None,
    },
    "references": [
        {
            "key": "R1",
            "type": "Nghị quyết",
            "number": "05/NQ-CP",
            "issue_date": "2022-12-08",
            "other_dates": ["2022-12-18"],
            "title": "ban hành Chương trình hành động",
            "mentions": ["Nghị quyết số 05/NQ-CP ngày", "không có trong văn bản"],
        },
        {
            "key": "R2",
            "type": "Kế hoạch",
            "number": "07-KH/TU",
            "issue_date": None,
            "title": None,
            "mentions": ["Kế hoạch  số 07-KH/TU"],
        },
        {
            "key": "R3",
            "type": "Luật",
            "number": None,
            "issue_date": None,
            "title": "Luật Trẻ em",
            "mentions": ["Luật Trẻ em"],
        },
        {
            "key": "R4",
            "type": "Chương trình",
            "number": None,
            "title": "Chương trình hành động của Chính phủ",
        },
    ],
    "relations": [
        {"source": "SELF", "type": "IMPLEMENTS", "target": "R1"},
        {"source": "R4", "type": "IMPLEMENTS", "target": "R2"},
        {"source": "R1", "type": "PROMULGATES", "target": "R4"},
        {"source": "SELF", "type": "CITES", "target": "R3"},
    ],
    "indicators": [
        {
            "name": "Tỷ lệ hộ dùng nước sạch",
            "unit": "%",
            "baselines": [{"year": 2022, "value": 70}],
            "targets": [{"year": 2030, "op": ">", "value": 95.5}],
        }
    ],
    "responsibilities": [
        {
            "agency": "Sở Y tế",
            "role": "lead",
            "partners": ["Sở Tài chính"],
            "text": "Chủ trì rà soát",
        },
        {"agency": "Sở Nội vụ", "role": "assigned", "partners": [], "text": "Bố trí cán bộ"},
    ],
    "recipients": ["Bộ Y tế (b/c)", "Lưu: VT"],
}


def mention(quote):
    start = TEXT.index(quote)
    return {"span": [start, start + len(quote)], "quote": quote}


FOUND = {
    "file": "folder/one.txt",
    "document": {
        **GOLD["document"],
        "number": "12 / kh-ubnd",
        "title": "Thực hiện Nghị quyết số 05/NQ-CP về nước sạch nông thôn",
        "issuer": "Sở Y tế",
        "place": "Tỉnh Lạng Sơn",
        "district": "Tân Lập",
    },
    "references": [
        {"key": "A", "type": "Luật", "title": "Trẻ em", "mentions": [mention("Luật Trẻ em")]},
        {
            "key": "B",
            "type": "Nghị quyết",
            "number": "05/NQ-CP",
            "issue_date": "2022-12-18",
            "title": None,
            "mentions": [mention("05/NQ-CP")],
        },
        {"key": "C", "type": "Kế hoạch", "number": "107-KH/TU", "mentions": [mention("07-KH/TU")]},
    ],
    "relations": [
        {
            "source": "SELF",
            "type": "IMPLEMENTS",
            "target": "B",
            "span": [0, 9],
            "quote": "Thực hiện",
        },
        {"source": "SELF", "type": "CITES", "target": "A", "span": [0, 5], "quote": "Thực hiện"},
        {"source": "SELF", "type": "BASED_ON", "target": "C"},
    ],
    "indicators": [
        {
            "name": "Tỷ lệ hộ gia đình dùng nước sạch",
            "unit": "hộ",
            "targets": [{"year": 2030, "op": ">", "value": 95.5}, {"year": 2025, "value": None}],
        }
    ],
    "responsibilities": [
        {
            "agency": "Sở Y tế tỉnh",
            "role": "assigned",
            "partners": ["Sở Tài chính", "Sở Nội vụ"],
            "text": "Chủ trì rà soát",
        }
    ],
    "recipients": ["Bộ Y tế", "Văn phòng"],
}

# hits, labelled, found: as the reference scorer counts them.
EXPECTED = {
    "header": (8, 10, 10),
    "references": (2, 4, 3),
    "dates": (1, 2, 1),
    "quotes": (4, 5, 5),
    "mentions": (2, 2, 2),
    "relations": (1, 3, 2),
    "cites": (1, 1, 1),
    "indicators": (1, 2, 2),
    "units": (0, 1, 1),
    "duties": (1, 2, 1),
    "duties with role": (0, 2, 1),
    "partners": (1, 1, 2),
    "recipients": (1, 2, 2),
}


def counts(gold, found):
    figures = score_document(gold, found, TEXT).counts
    return {name: (figure.hits, figure.gold, figure.found) for name, figure in figures.items()}


def test_figures_of_a_record_with_every_kind_of_fault():
    assert counts(GOLD, FOUND) == EXPECTED


def test_every_miss_and_invention_is_named():
    errors = "\n".join(score_document(GOLD, FOUND, TEXT).errors)
    for part in ("header issuer", "reference missed: Kế hoạch 07-KH/TU", "duty missed: Sở Nội vụ"):
        assert part in errors
    assert "reference invented: Kế hoạch 107-KH/TU" in errors
    assert "relation invented: ('SELF', 'BASED_ON', '?C')" in errors


def test_a_record_is_a_perfect_reading_of_itself():
    figures = score_document(GOLD, copy.deepcopy(GOLD)).counts
    assert {name: figure.f1 for name, figure in figures.items()} == dict.fromkeys(figures, 1.0)


def test_nothing_read_has_nothing_right():
    figures = score_document(GOLD, {}).counts
    assert {n for n, f in figures.items() if f.hits} == set()
    assert figures["references"].f1 == 0.0


def test_a_part_without_label_is_not_asked_about():
    gold = {name: part for name, part in GOLD.items() if name not in ("recipients", "indicators")}
    assert {"recipients", "indicators", "units"} & set(counts(gold, FOUND)) == set()


def test_equal_to_the_reference_scorer(labelled, tmp_path):
    program = labelled / "eval" / "score.py"
    if not program.is_file():
        pytest.skip("only on a labelled folder that brings eval/score.py")
    for name in ("gold", "texts"):
        (tmp_path / name).mkdir()
    record = json.dumps(GOLD, ensure_ascii=False)
    (tmp_path / "gold" / "one.json").write_text(record, encoding="utf-8")
    (tmp_path / "texts" / "one.txt").write_text(TEXT, encoding="utf-8")
    found = tmp_path / "found.jsonl"
    found.write_text(json.dumps(FOUND, ensure_ascii=False) + "\n", encoding="utf-8")
    command = [sys.executable, program, tmp_path / "gold", found, "--json"]
    done = subprocess.run(
        [*command, "--texts", tmp_path / "texts"], check=True, capture_output=True, timeout=60
    )
    theirs = json.loads(done.stdout)
    ours = score_document(GOLD, FOUND, TEXT).counts
    assert theirs == {
        name: {
            "f1": round(figure.f1, 4),
            "precision": round(figure.precision, 4),
            "recall": round(figure.recall, 4),
            "gold": figure.gold,
            "predicted": figure.found,
        }
        for name, figure in ours.items()
    }


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ủy ban nhân dân", "uy ban nhan dan"),
        ("  Đắk Lắk, 95%  ", "dak lak 95%"),
        ("QÐ-TTg", "qd ttg"),
        ("hoa\u0300", "hoa"),
        (None, ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("2017-10-25", "2017", True),
        ("2017", "2017-10-25", True),
        (None, "2017", True),
        ("2017-10-25", "2017-10-26", False),
    ],
)
def test_dates_agree(first, second, agree):
    assert dates_agree(first, second) is agree


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("20-NQ/TW", "20 nq tw", True),
        ("20-NQ/TW", "120-NQ/TW", False),
        (None, "", True),
        (None, "1/KH", False),
    ],
)
def test_same_number(first, second, same):
    assert same_number(first, second) is same


def test_dice_counts_repeated_words():
    assert dice("một một hai", "một hai hai") == pytest.approx(2 / 3)
    assert dice("", None) == 1.0


def test_pairs_are_one_to_one_and_the_likest_first():
    assert pair(["a b", "a"], ["a", "a b"], dice) == [(0, 1), (1, 0)]
    assert pair(["a", "a"], ["a"], dice) == [(0, 0)]


def test_works_are_merged_through_a_chain_of_acts_and_survive_a_circle():
    edges = {("A", "APPROVES", "B"), ("B", "PROMULGATES", "C"), ("C", "IMPLEMENTS", "D")}
    assert merge_works(edges, acts_of(edges)) == {("A", "IMPLEMENTS", "D")}
    circle = {("A", "APPROVES", "B"), ("B", "APPROVES", "A"), ("A", "IMPLEMENTS", "B")}
    assert merge_works(circle, acts_of(circle)) <= {
        ("A", "IMPLEMENTS", "B"),
        ("B", "IMPLEMENTS", "A"),
    }

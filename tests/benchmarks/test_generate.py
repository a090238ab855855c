"""The generator: same seed, same bytes; a forest as promised; expectations true to the text."""

from __future__ import annotations

import json
import re
from collections import Counter
from statistics import median

import pytest

from benchmarks.generate import generate, write_files
from benchmarks.papers.forest import HUB_FROM, Kind, forest, places
from benchmarks.papers.prepared import prepared
from benchmarks.papers.writing import write
from loaders.record_json import as_json, record_from_json


@pytest.fixture(scope="module")
def papers():
    return list(forest(3000))


@pytest.fixture(scope="module")
def written():
    return list(generate(300))


def test_same_seed_same_documents(written):
    again = list(generate(300))
    assert [(w.paper.name, w.text, w.gold) for w in written] == [
        (w.paper.name, w.text, w.gold) for w in again
    ]
    assert [w.text for w in generate(20, seed=2)] != [w.text for w in written[:20]]


def test_a_shorter_forest_is_the_beginning_of_a_longer_one():
    assert list(forest(2500)) == list(forest(2600))[:2500]


def test_one_document_has_exactly_the_asked_number_of_direct_implementers(papers):
    children = Counter(parent.name for paper in papers for parent in paper.parents)
    [hub] = [paper for paper in papers if paper.kind is Kind.HUB]
    assert children[hub.name] == 500
    assert Counter(p.kind for p in forest(HUB_FROM, hub=70))[Kind.HUB] == 1
    assert (
        sum(len(p.parents) == 1 and p.parents[0].kind is Kind.HUB for p in forest(2000, hub=7)) == 7
    )


def test_a_hub_larger_than_the_administration_is_refused():
    with pytest.raises(ValueError, match="too large"):
        list(forest(10_000, hub=9_000))


def test_parents_come_earlier_in_the_forest_and_are_not_younger(papers):
    for paper in papers:
        assert all(parent.index < paper.index for parent in paper.parents)
        assert all(parent.issued_on <= paper.issued_on for parent in paper.parents)


def test_number_date_and_issuer_name_one_paper_and_numbers_alone_do_not(papers):
    identities = Counter((p.number, p.issued_on, p.issuer) for p in papers)
    assert max(identities.values()) == 1
    assert max(Counter(p.number for p in papers).values()) > 20


def test_all_63_provinces_issue_plans(papers):
    assert len(places()) == 63
    assert {p.place.name for p in papers if p.place} == {place.name for place in places()}


def test_size_and_citations_are_those_of_real_papers(written):
    assert 17_000 < median(len(w.text.encode()) for w in written) < 24_000
    numbered = re.compile(r"\d[-/][A-ZĐ]|\d{4}/[A-ZĐ]|Luật ")
    assert 12 <= median(len(numbered.findall(w.text)) for w in written) <= 18


def test_sentences_are_not_repeated(written):
    # Legal bases are: many real papers rest on the same acts.
    lines = [line for w in written for line in w.text.splitlines() if len(line) > 120]
    lines = [line for line in lines if not re.search(r" số \d", line)]
    assert len(set(lines)) > 0.99 * len(lines)


def test_expected_references_stand_in_the_text(written):
    for document in written:
        for reference in document.gold["references"]:
            printed = reference["number"] or reference["title"]
            assert printed in document.text


def test_expected_relations_hold_between_expected_references(written):
    for document in written:
        keys = {"SELF", *(row["key"] for row in document.gold["references"])}
        ends = {row[end] for row in document.gold["relations"] for end in ("source", "target")}
        assert ends <= keys


def test_a_paper_implements_its_parents_and_no_other(papers):
    for paper in papers[600:900]:
        gold = write(paper).gold
        number_of = {row["key"]: row["number"] for row in gold["references"]}
        implemented = [
            number_of[row["target"]]
            for row in gold["relations"]
            if (row["source"], row["type"]) == ("SELF", "IMPLEMENTS")
        ]
        assert implemented == [parent.number for parent in paper.parents]


def test_files_and_expectations_are_written(tmp_path):
    size = write_files(tmp_path, 30)
    paths = sorted((tmp_path / "documents").rglob("*.txt"))
    lines = (tmp_path / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["file"] for line in lines] == [
        path.relative_to(tmp_path / "documents").as_posix() for path in paths
    ]
    assert sum(path.stat().st_size for path in paths) == size


def test_prepared_records_quote_their_text(written):
    for document in written[:60]:
        record = prepared(document)
        passages = [mention.passage for r in record.references for mention in r.mentions]
        passages += [relation.passage for relation in record.relations]
        assert len(passages) >= len(record.references)
        assert all(document.text[p.span.start : p.span.end] == p.quote for p in passages)
        assert len(record.relations) == len(document.gold["relations"])
        assert record_from_json(as_json(record)) == record

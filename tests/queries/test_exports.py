"""What is exported is all that the store holds: it can be read back, and the graph built again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

import graph.movable
from api.judging import Person, judge_refs, undo_id
from graph.build import write_files
from graph.digest import digest
from graph.errors import StoreChanged
from graph.identity.touched import ReadFile
from graph.judgement import Verdict
from graph.model import Assertion, Document, DocumentStatus, Edge, Evidence, StoredFile
from graph.movable import movable
from graph.store import Criteria, Store
from loaders.record_json import record_from_json
from loaders.records import SELF, Level, Quality, RelationType, Span
from queries.exports import ExportKind, export_rows
from queries.fact_shapes import duty_list_json, target_list_json
from queries.facts import duties, targets
from queries.judgement_shapes import judgement_list_json
from queries.judgements import judgement_list
from queries.mentions import mentions
from queries.shapes import mention_json
from tests.graph.papers import duty, indicator, paper, reference, relation, value, whole
from tests.queries import small_graphs

PERSON = Person("Lò Thị A", "theo bản giấy")
FAILED = StoredFile("hỏng.txt", "", "1", "failed", None, "empty_file", "nothing in it")
PLACE: dict[str, Any] = {"level": Level.PROVINCE, "province": "Sơn La"}


def papers() -> list[ReadFile]:
    above = reference("R1", "31-NQ/TW", "2014-03-12", type="Nghị quyết", level=Level.CENTRAL)
    below = reference("R2", "9/KH-SYT", None, type="Kế hoạch", **PLACE)
    said: dict[str, Any] = {
        "references": (above, below),
        "relations": (
            relation(SELF, RelationType.IMPLEMENTS, "R1", at=10),
            relation(SELF, RelationType.IMPLEMENTS, "R1", at=70),
            relation("R2", RelationType.BASED_ON, "R1", at=200),
        ),
    }
    facts: dict[str, Any] = {
        "duties": (
            duty("Sở Y tế", "Chủ trì, hướng\ndẫn", at=300),
            duty("Sở Tài chính", "Cấp kinh phí"),
        ),
        "targets": (indicator("Tỷ lệ che phủ rừng", value(45.5), baselines=(value(40.0, 2017),)),),
    }
    plan: dict[str, Any] = {"type": "Kế hoạch", "title": 'trồng "rừng"\nven sông', **PLACE}
    return [
        paper("nq.txt", "31-NQ/TW", "2014-03-12", type="Nghị quyết", level=Level.CENTRAL),
        paper("kh.txt", "15/KH-UBND", "2018-05", **plan, **said, **facts),
        paper("kh (2).txt", "15/KH-UBND", "2018-05", **plan, **said, **facts),
        paper("mờ.txt", None, None, title="kế hoạch", quality=Quality.NEEDS_REVIEW),
    ]


@pytest.fixture
def store(kind_of_store: None) -> Store:
    made = small_graphs.make_store()
    write_files(made, papers(), failures=(FAILED,))
    return made


@pytest.fixture(params=[1, 2, 1000])
def pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.movable, "PAGE", request.param)
    monkeypatch.setattr(graph.movable, "FILES", request.param)


def lines(store: Store, kind: ExportKind) -> list[Any]:
    """The rows after a way through a file."""
    return [json.loads(json.dumps(row)) for row in export_rows(store, kind)]


def document_from(row: dict[str, Any]) -> Document:
    enums = {"level": Level, "status": DocumentStatus, "quality": Quality}
    fields: dict[str, Any] = {
        name: enums[name](value) if name in enums and value is not None else value
        for name, value in row.items()
    }
    fields["files"] = tuple(fields["files"])
    return Document(**fields)


def assertions_from(row: dict[str, Any]) -> Iterator[Assertion]:
    edge = Edge(row["source"], RelationType(row["type"]), row["target"])
    for said in row["evidence"]:
        yield Assertion(edge, Evidence(**{**said, "span": Span(*said["span"])}))


def test_documents_come_back_as_they_were(store: Store, pieces: None) -> None:
    read = [document_from(row) for row in lines(store, ExportKind.DOCUMENTS)]
    assert read == store.find(Criteria(), limit=100)[0]
    assert len(read) == 4


def test_relations_come_back_with_all_evidence(store: Store, pieces: None) -> None:
    rows = lines(store, ExportKind.RELATIONS)
    read = [one for row in rows for one in assertions_from(row)]
    assert tuple(read) == whole(store).assertions
    assert (len(rows), len(read)) == (2, 6)


def test_mentions_are_those_of_the_question(store: Store, pieces: None) -> None:
    expected = json.loads(json.dumps([mention_json(row) for row in mentions(store)]))
    assert lines(store, ExportKind.MENTIONS) == expected
    assert len(expected) == 8


def test_facts_are_those_of_the_questions(store: Store, pieces: None) -> None:
    told = duty_list_json(duties(store))["items"]
    assert lines(store, ExportKind.DUTIES) == json.loads(json.dumps(told))
    assert [len(row["evidence"]) for row in told] == [2, 2]
    told = target_list_json(targets(store))["items"]
    assert lines(store, ExportKind.TARGETS) == json.loads(json.dumps(told))
    assert len(told) == 1


def test_the_graph_is_built_again_from_its_records(store: Store, pieces: None) -> None:
    files, failures = [], []
    for row in lines(store, ExportKind.RECORDS):
        known = (row["file"], row["sha256"], row["version"])
        if "error" in row:
            error = row["error"]
            failures.append(StoredFile(*known, "failed", None, error["code"], error["message"]))
            continue
        record = record_from_json(row)
        files.append(
            ReadFile(row["file"], record, row["text"], row["version"], row["code"], row["message"])
        )
    before = whole(store), digest(movable(store))
    again = small_graphs.make_store()
    write_files(again, files, failures=failures)
    assert (whole(again), digest(movable(again))) == before


@pytest.mark.parametrize("kind", list(ExportKind))
def test_an_empty_store_has_no_rows(kind: ExportKind) -> None:
    assert lines(small_graphs.make_store(), kind) == []


@pytest.mark.parametrize("kind", list(ExportKind))
def test_an_export_that_a_load_ran_into_is_not_whole(store: Store, kind: ExportKind) -> None:
    _tell_two_apart(store)
    rows = export_rows(store, kind)
    next(rows)
    write_files(store, [paper("mới.txt", "1/KH-UBND", "2019", **PLACE)])
    with pytest.raises(StoreChanged):
        list(rows)


def test_judgements_are_those_of_the_list(store: Store) -> None:
    undone, _ = _tell_two_apart(store), _tell_two_apart(store, 1)
    undo_id(store, undone, PERSON)
    listed = judgement_list_json(judgement_list(store))["items"]
    assert lines(store, ExportKind.JUDGEMENTS) == json.loads(json.dumps(listed))
    assert [row["undone"] is None for row in listed if row["id"] == undone] == [False]
    assert len(listed) == 2


def _tell_two_apart(store: Store, start: int = 0) -> str:
    """Judge that two nodes, those at `start`, are not one; return the judgement's id."""
    left, right = (one.key for one in store.find(Criteria(), limit=100)[0][start : start + 2])
    done = judge_refs(store, left, Verdict.NOT_SAME, right, PERSON)
    return done.judgement.judgement.id

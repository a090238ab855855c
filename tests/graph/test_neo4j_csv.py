"""The rows of a bulk import, by themselves: what the importer makes of them is `tests/neo4j`'s."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph.movable
from graph.build import write_files
from graph.change import Change
from graph.errors import StoreChanged
from graph.model import StoredClaim
from graph.neo4j_csv.rows import csv_rows
from graph.neo4j_csv.tables import ASSERTS, CLAIM, DOCUMENT, MAKES, MEANS, TABLES
from graph.sqlite_store.store import SqliteStore
from loaders.records import RelationType
from tests.graph.papers import load, paper
from tests.graph.test_copying import FAILED, papers
from tests.model_store import ModelStore


def filled() -> ModelStore:
    store = ModelStore()
    write_files(store, papers(), failures=(FAILED,))
    return store


def lines(store: ModelStore | SqliteStore) -> list[str]:
    return sorted(f"{table.file} {table.line(row)}" for table, row in csv_rows(store))


@pytest.mark.parametrize("size", [1, 2])
def test_pieces_do_not_show(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = lines(filled())
    monkeypatch.setattr(graph.movable, "FILES", size)
    monkeypatch.setattr(graph.movable, "PAGE", size)
    assert lines(filled()) == expected


def test_stores_of_one_graph_give_the_same_rows(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "graph.sqlite")
    write_files(store, papers(), failures=(FAILED,))
    assert lines(store) == lines(filled())
    store.close()


def test_a_claim_without_a_node_comes_once() -> None:
    store = ModelStore()
    load(store, paper("a.txt", "1/KH-UBND"), paper("b.txt", "2/KH-UBND"))
    [claim] = store.claims(documents=["vn.1-kh-ubnd"])
    homeless = StoredClaim(claim.claim, None, (), 0)
    contents = tuple(store.contents(["a.txt"], text=True))
    store.commit(Change(claims=(homeless,), contents=contents))
    rows = [(table, row) for table, row in csv_rows(store) if table in (CLAIM, MEANS)]
    assert sorted(table.means for table, _ in rows) == ["Claim", "Claim", "MEANS"]
    assert claim.claim.id in [row["id"] for table, row in rows if table is CLAIM]


def test_a_write_meanwhile_is_noticed() -> None:
    store = filled()
    rows = csv_rows(store)
    next(rows)
    load(store, paper("c.txt", "3/KH-UBND"))
    with pytest.raises(StoreChanged):
        list(rows)


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        (DOCUMENT, {"key": "k", "title": 'a "b"\n', ":LABEL": "Loaded"}, '"k",,,,"a ""b""\n"'),
        (DOCUMENT, {"key": "k", "type": ""}, '"k",,"",'),
        (CLAIM, {"id": "1", "own": False, "candidates": ["a", "b"]}, 'false,"a;b",'),
        (
            ASSERTS[RelationType.CITES],
            {":START_ID": "f", "start": 0, "confidence": 0.9},
            ",0,,,0.9",
        ),
        (MAKES, {"references": []}, ',,""'),
    ],
)
def test_fields_are_typed(table: object, row: dict[str, object], expected: str) -> None:
    [found] = [one for one in TABLES if one is table]
    assert expected in found.line(row)
    assert found.line(row).replace('""', "").count(",") >= len(found.columns) - 1


def test_bytes_have_signs() -> None:
    [content] = [one for one in TABLES if one.file == "content.csv"]
    assert content.line({"record": b"\x00\x7f\x80\xff"}) == ",0;127;-128;-1,"


def test_a_list_that_could_not_be_read_again_is_refused() -> None:
    with pytest.raises(ValueError, match="a;b"):
        MAKES.line({"references": ["a;b"]})

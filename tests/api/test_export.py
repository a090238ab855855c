"""`phahe export`: the graph as JSON Lines, on stdout or in a file that is whole or not there."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe

KINDS = ("documents", "relations", "mentions", "records")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    for number, province in enumerate(("Cao Bằng", "Hà Giang")):
        write(folder, f"{number}.txt", paper("15/KH-UBND", place=province))
    write(folder, "empty.txt", "")
    return folder


@pytest.fixture(scope="module")
def store(place: Place, papers: Path) -> Place:
    assert phahe("load", papers, store=place).code == 1
    return place


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_has_what_stdout_has(store: Place, tmp_path: Path, kind: str) -> None:
    printed = phahe("export", "--kind", kind, store=store)
    assert printed.code == 0, printed.err
    answer = phahe("export", tmp_path / "out.jsonl", "--kind", kind, "--json", store=store)
    assert answer.json == {
        "format": "jsonl",
        "kind": kind,
        "to": str(tmp_path / "out.jsonl"),
        "rows": len(printed.lines),
    }
    assert (tmp_path / "out.jsonl").read_bytes() == printed.out.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_documents_are_exported_where_nothing_else_is_asked(store: Place) -> None:
    rows = phahe("export", store=store).lines
    assert rows == phahe("export", "--kind", "documents", store=store).lines
    assert [row["number"] for row in rows] == ["15/KH-UBND", "15/KH-UBND", "31-NQ/TW"]


def test_mentions_are_those_of_the_command(store: Place) -> None:
    exported = phahe("export", "--kind", "mentions", store=store).out
    assert exported == phahe("mentions", "--json", store=store).out


def test_records_are_what_extract_says(store: Place, papers: Path) -> None:
    exported = {row["file"]: row for row in phahe("export", "--kind", "records", store=store).lines}
    extracted = phahe("extract", papers).lines
    assert len(exported) == len(extracted) == 3
    for record in extracted:
        row = exported[record["file"]]
        if "error" in record:
            assert row["error"]["code"] == record["error"]["code"]
        else:
            assert {name: row[name] for name in record} == record
            assert row["text"] == Path(record["file"]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", [("--format", "xml"), ("--kind", "agencies"), ("--format", "jsonl", "--kind", "")]
)
def test_what_is_not_there_is_refused(store: Place, words: tuple[str, ...]) -> None:
    answer = phahe("export", *words, store=store)
    assert (answer.code, answer.out) == (2, "")


def test_the_whole_graph_as_graphml(store: Place, tmp_path: Path) -> None:
    file = tmp_path / "graph.graphml"
    said = phahe("export", file, "--format", "graphml", "--json", store=store).json
    documents = phahe("export", store=store).out.splitlines()
    relations = phahe("export", "--kind", "relations", store=store).out.splitlines()
    assert (said["nodes"], said["edges"]) == (len(documents), len(relations))
    read = nx.read_graphml(file, force_multigraph=True)
    assert (len(read), read.number_of_edges()) == (len(documents), len(relations))
    assert phahe("export", "--format", "graphml", store=store).out.startswith("<?xml")
    assert phahe("export", "--format", "graphml", "--kind", "duties", store=store).code == 2


def test_a_file_that_cannot_be_written_is_said(store: Place, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for to in (tmp_path / "none" / "out.jsonl", tmp_path / "folder"):
        answer = phahe("export", to, store=store)
        assert (answer.code, answer.out) == (2, "")
        assert str(to) in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_failed_export_leaves_the_file_as_it_was(store: Place, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")
    answer = phahe("export", tmp_path / "out.jsonl", store=tmp_path / "none.sqlite")
    assert answer.code == 3
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "before"
    assert phahe("export", tmp_path / "out.jsonl", store=store).code == 0
    rows = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert len([json.loads(row) for row in rows]) == 3


def test_a_folder_for_neo4j_is_whole_or_not_there(store: Place, tmp_path: Path) -> None:
    to = tmp_path / "out"
    assert phahe("export", to, "--format", "neo4j-admin", store=tmp_path / "none.sqlite").code == 3
    assert list(tmp_path.iterdir()) == []
    answer = phahe("export", to, "--format", "neo4j-admin", "--json", store=store)
    assert (answer.code, answer.err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    said = answer.json
    assert (said["format"], said["to"]) == ("neo4j-admin", str(to))
    assert said["command"][:5] == ["neo4j-admin", "database", "import", "full", "neo4j"]
    assert {row["file"] for row in said["files"]} | {"import.txt", "schema.cypher"} == {
        path.name for path in to.iterdir()
    }
    for row in said["files"]:
        with (to / row["file"]).open(encoding="utf-8", newline="") as file:
            assert len(list(csv.reader(file))) == row["rows"] + 1
    assert {row["file"]: row["rows"] for row in said["files"]}["document.csv"] == 3


def test_the_same_graph_gives_the_same_files(store: Place, tmp_path: Path) -> None:
    for name in ("one", "two"):
        phahe("export", tmp_path / name, "--format", "neo4j-admin", store=store)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_folder_that_holds_something_is_left_alone(store: Place, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    words = ("--format", "neo4j-admin")
    for to in (tmp_path / "full", tmp_path / "full" / "mine.txt", tmp_path / "no" / "folder"):
        answer = phahe("export", to, *words, store=store)
        assert (answer.code, answer.out) == (2, "")
        assert str(to) in answer.err
    assert phahe("export", *words, store=store).code == 2
    assert phahe("export", tmp_path / "out", *words, "--kind", "records", store=store).code == 2
    assert phahe("export", tmp_path / "empty", *words, store=store).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "full"]
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_every_list_without_pages_is_a_table_too(store: Place, tmp_path: Path) -> None:
    def rows(*words: object) -> list[dict[str, str]]:
        answer = phahe(*words, "--csv", store=store)
        assert (answer.code, answer.err) == (0, "")
        return list(csv.DictReader(answer.out.removeprefix("\ufeff").splitlines()))

    told = phahe("mentions", "--json", store=store).lines
    table = rows("mentions")
    assert [(row["Tệp"], row["Từ ký tự"]) for row in table] == [
        (one["file"], str(one["span"][0])) for one in told
    ]
    naming = rows("mentions", "--of", "31-NQ/TW")
    assert naming and all("31-NQ/TW" in row["Câu"] for row in naming)
    assert rows("judgements") == []
    assert phahe("review", "--xlsx", tmp_path / "r.xlsx", store=store).code == 0
    assert (tmp_path / "r.xlsx").read_bytes()[:2] == b"PK"
    assert phahe("mentions", "--csv", "--json", store=store).code == 2

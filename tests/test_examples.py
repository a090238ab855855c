"""The examples, loaded: the edges between their documents are those written down by hand.

`tests/golden_edges.json` was written before the reader ran (docs/examples.md). A programme that an
act carries is one work with it, so it stands under the act in all edges but `PROMULGATES` and
`APPROVES`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.build import write_files
from graph.identity.claims import claim_of_reference
from graph.identity.touched import ReadFile
from graph.model import Document
from graph.store import Direction, Store
from loaders.citations.typed import parse_typed
from loaders.folding import fold
from loaders.read import read_file
from loaders.records import Header, RelationType
from queries.exports import ExportKind, export_rows
from queries.resolve import resolve
from queries.works import works_of
from tests.stores import REAL_KINDS, Stores

ROOT = Path(__file__).parent.parent
EDGES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "golden_edges.json").read_text(encoding="utf-8")
)
CARRYING = (RelationType.PROMULGATES, RelationType.APPROVES)
TYPES = {edge["type"] for edge in EDGES}

End = str
Row = tuple[End, str, End]


@pytest.fixture(scope="module", params=REAL_KINDS)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The examples in a store, under their bare names."""
    neo4j = request.getfixturevalue("neo4j_server") if request.param == "neo4j" else None
    stores = Stores(request.param, tmp_path_factory.mktemp("examples"), neo4j)
    opened = stores.make()
    files = []
    for path in sorted((ROOT / "examples").iterdir()):
        read = read_file(path)
        files.append(ReadFile(path.name, read.record, read.text))
    write_files(opened, files)
    yield opened
    stores.close()


def end_of_node(document: Document) -> End:
    """A loaded document is its file; another one its number and date, else its title."""
    if document.files:
        return document.files[0]
    if document.number:
        return f"{document.number} {document.issue_date}"
    return fold(document.title or "")


def end_of_golden(end: str | dict[str, Any]) -> End:
    if isinstance(end, str):
        return end
    if "file" in end:
        return str(end["file"])
    return f"{end['number']} {end['date']}" if end["number"] else fold(end["title"])


def expected(*, carrying: bool) -> set[Row]:
    return {
        (end_of_golden(edge["source"]), edge["type"], end_of_golden(edge["target"]))
        for edge in EDGES
        if (edge["type"] in CARRYING) == carrying
    }


def found(store: Store, *, carrying: bool) -> set[Row]:
    rows = [row for row in export_rows(store, ExportKind.RELATIONS) if row["type"] in TYPES]
    keys = {row[end] for row in rows for end in ("source", "target")}
    graph = store.subgraph(keys, (), Direction.OUT, joined=CARRYING)
    works = dict(zip(graph.keys, works_of(graph, CARRYING).of, strict=True))
    nodes = dict(zip(graph.keys, graph.documents, strict=True))
    if carrying:
        return {
            (end_of_node(nodes[r["source"]]), r["type"], end_of_node(nodes[r["target"]]))
            for r in rows
            if r["type"] in CARRYING
        }
    ends = {key: end_of_node(graph.documents[works[key]]) for key in keys}
    return {
        (ends[r["source"]], r["type"], ends[r["target"]]) for r in rows if r["type"] not in CARRYING
    }


def test_no_edge_is_wrong_and_none_is_missing(store: Store) -> None:
    assert found(store, carrying=False) == expected(carrying=False)


def carried(rows: set[Row]) -> Counter[tuple[End, str]]:
    return Counter({(source, kind): 1 for source, kind, _ in rows})


def test_acts_carry_the_programmes_that_they_are_said_to_carry(store: Store) -> None:
    assert carried(found(store, carrying=True)) == carried(expected(carrying=True))


def asked(store: Store, text: str) -> str | None:
    """The key of the document that a typed citation means."""
    reference = parse_typed(text)
    assert reference is not None, text
    document = resolve(store, text, claim_of_reference(reference, Header())).document
    return None if document is None else document.key


@pytest.mark.parametrize(
    "text",
    [
        "76/2015/QH13",
        "Luật Tổ chức Chính phủ",
        "Luật Tổ chức Chính phủ số 76/2015/QH13",
        "Luật Tổ chức Chính phủ ngày 19/6/2015",
        "luật tổ chức chính phủ năm 2015",
    ],
)
def test_a_law_is_one_document_however_it_is_named(store: Store, text: str) -> None:
    assert asked(store, text) == "vn.luat-to-chuc-chinh-phu.2015-06-19"


def test_a_programme_s_title_means_the_act_that_approves_it(store: Store) -> None:
    assert asked(store, "Chương trình Sức khỏe Việt Nam") == "vn.1092-qd-ttg.2018-09-02"

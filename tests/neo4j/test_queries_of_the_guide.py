"""The ten questions of docs/neo4j.md, on the examples: they find what phahe itself answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.build import write_files
from graph.identity.keys import block_of_number
from graph.identity.touched import ReadFile
from graph.movable import MovableStore, leaving_edges
from graph.neo4j_store.rows import Label, Link
from graph.store import Criteria, DutyCriteria
from loaders.read import read_file
from loaders.records import RelationType
from queries.lineage import LineageDirection, lineage
from tests.neo4j.server import Access
from tests.stores import Stores

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^\*\*(\d+)\. .*?\*\*\n\n```cypher\n(.*?)```", GUIDE, re.M | re.DOTALL)
TOP = "vn.20-nq-tw.2017-10-25"


@pytest.fixture(scope="module")
def store(neo4j_server: Access, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MovableStore]:
    stores = Stores("neo4j", tmp_path_factory.mktemp("guide"), neo4j_server)
    filled = stores.make()
    read = [(path.name, read_file(path)) for path in sorted((ROOT / "examples").iterdir())]
    write_files(filled, [ReadFile(name, one.record, one.text) for name, one in read])
    yield filled
    stores.close()


@pytest.fixture
def session(store: MovableStore, neo4j_server: Access) -> Iterator[neo4j.Session]:
    with neo4j_server.session() as opened:
        yield opened


def rows(session: neo4j.Session, number: int) -> list[dict[str, Any]]:
    return session.run(dict(QUESTIONS)[str(number)]).data()


def test_there_are_ten() -> None:
    assert [number for number, _ in QUESTIONS] == [str(n) for n in range(1, 11)]


@pytest.mark.parametrize("number", range(1, 11))
def test_each_finds_something_and_in_one_order(session: neo4j.Session, number: int) -> None:
    found = rows(session, number)
    assert found
    assert rows(session, number) == found


def test_the_chain_is_that_of_lineage(session: neo4j.Session, store: MovableStore) -> None:
    answer = lineage(store, TOP, LineageDirection.DESCENDANTS, limit=10_000)
    whole = {item.document.key for item in answer.items}
    found = {row["document"] for row in rows(session, 1)}
    assert whole <= found
    carried = {key for keys in answer.carriers.values() for key in keys}
    assert found - whole <= carried | {TOP}
    provinces = {item.document.province for item in answer.items} - {None}
    assert {row["province"] for row in rows(session, 6)} == provinces


def test_the_sentences_are_the_evidence(session: neo4j.Session, store: MovableStore) -> None:
    key = "vn-lam-dong-lam-ha.112-kh-ubnd.2018-09-17"
    said = [row for row in leaving_edges(store, [key]) if row[0].type is RelationType.IMPLEMENTS]
    expected = {(edge.target, one.quote) for edge, many in said for one in many}
    assert {(row["implements"], row["sentence"]) for row in rows(session, 3)} == expected


def test_duties_are_those_of_the_store(session: neo4j.Session, store: MovableStore) -> None:
    duties, total = store.find(DutyCriteria(agencies=("so y te",)), limit=1_000)
    found = rows(session, 5)
    assert len(found) == total
    assert {row["task"] for row in found} == {one.evidence[0].quote for one in duties}


def test_numbers_that_several_have(session: neo4j.Session, store: MovableStore) -> None:
    documents, _ = store.find(Criteria(), limit=10_000)
    blocks: dict[str | None, list[str]] = {}
    for one in documents:
        if one.number:
            blocks.setdefault(block_of_number(one.number), []).append(one.key)
    expected = {block: keys for block, keys in blocks.items() if len(keys) > 1}
    assert {row["number"]: row["documents"] for row in rows(session, 9)} == expected


def test_labels_and_types_that_the_guide_names_exist(session: neo4j.Session) -> None:
    here = set(session.run("CALL db.labels()").value())
    types = set(session.run("CALL db.relationshipTypes()").value())
    code = " ".join(text for _, text in QUESTIONS)
    assert set(re.findall(r"\(\w*:(\w+)", code)) <= here
    named = {name for part in re.findall(r"\[\w*:([A-Z_|]+)", code) for name in part.split("|")}
    assert named <= types | {kind.value for kind in RelationType}
    assert {label.value for label in Label if label is not Label.REDIRECT} <= here
    assert {link.value for link in Link} <= types


def test_every_node_that_people_see_has_a_name(session: neo4j.Session) -> None:
    for label in ("Document", "File", "Claim", "Duty", "Targets", "Value", "Graph"):
        nameless = f"MATCH (n:{label}) WHERE n.name IS NULL RETURN count(n)"
        assert session.run(nameless).single(strict=True).value() == 0, label

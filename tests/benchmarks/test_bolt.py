"""The benchmark over Bolt: its peer writes the same rows, and what cannot be measured is said."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import bolt
from benchmarks.speed.plain_bolt import PlainWriter, rows_of
from graph.build import write_files
from graph.neo4j_csv.rows import csv_rows
from graph.sqlite_store.store import SqliteStore
from tests.graph.test_copying import papers
from tests.neo4j.artifacts import Missing
from tests.neo4j.server import Access, Server

COUNTS = """
MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS rows
UNION ALL MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS rows
"""
PLAIN = "SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'plain_' RETURN collect(name)"


def test_the_plain_driver_writes_the_same_rows(neo4j_access: Access, tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "graph.sqlite")
    change = write_files(store, papers())
    plain = PlainWriter(neo4j_access)
    plain.make_constraints()
    for _ in range(2):  # MERGE: the second time changes nothing
        for nodes in (True, False):
            plain.write((t, row) for t, row in rows_of(change) if t.is_nodes is nodes)
    plain.close()
    expected = Counter(table.means for table, _ in rows_of(change))
    exported = Counter(t.means for t, _ in csv_rows(store) if t.means in expected)
    assert expected == exported
    assert plain.rows == 2 * expected.total()
    assert plain.seconds > 0
    with neo4j_access.session() as session:
        found = {row["name"]: row["rows"] for row in session.run(COUNTS)}
        for name in session.run(PLAIN).single(strict=True).value():
            session.run(f"DROP CONSTRAINT {name}").consume()
    assert found == expected
    store.close()


def test_without_a_server_the_reason_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def start(server: Server) -> None:
        raise Missing("needs Java 17")

    monkeypatch.setattr(Server, "start", start)
    monkeypatch.setattr(sys, "argv", ["bolt"])
    bolt.main()
    said = capsys.readouterr()
    assert said.out == ""
    assert "Neo4j was not measured: needs Java 17" in said.err

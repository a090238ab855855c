"""The rows of a graph written to Neo4j by the plain driver, as a tutorial would: UNWIND … MERGE.

It is told what comes out: nothing is read, nothing resolved, and no two statements are one commit.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Any

import neo4j

from graph.blobs import pack_record, pack_text
from graph.change import Change
from graph.neo4j_csv import tables as tables
from graph.neo4j_csv.tables import END, LABELS, NODE, START, TABLES, Table
from graph.neo4j_store.rows import assertion_row, claim_row, document_row, file_row, uses_of
from tests.neo4j.server import QUIET, Access

Row = tuple[Table, dict[str, Any]]
BATCH = 5_000
HEAVY = 500
"""Rows a statement where each holds a whole text."""


class PlainWriter:
    """Writes rows of tables; `seconds` and `rows` say what the driver's calls took."""

    def __init__(self, access: Access) -> None:
        self._database = access.database
        self._driver = neo4j.GraphDatabase.driver(access.uri, auth=access.auth, **QUIET)
        self._waiting: dict[str, list[dict[str, Any]]] = {}
        self.seconds = 0.0
        self.rows = 0

    def make_constraints(self) -> None:
        """Make what MERGE needs; it is not timed."""
        for table in TABLES:
            if table.is_nodes:
                self._run(
                    f"CREATE CONSTRAINT plain_{table.means.lower()} IF NOT EXISTS "
                    f"FOR (n:{table.means}) REQUIRE n.{_key(table)} IS UNIQUE"
                )
        self._run("CALL db.awaitIndexes(300)")

    def write(self, rows: Iterable[Row]) -> None:
        """Write the rows, in statements of up to thousands of one table."""
        by_name = {table.means: table for table in TABLES}
        for table, row in rows:
            waiting = self._waiting.setdefault(table.means, [])
            waiting.append(row)
            if len(waiting) == (HEAVY if "record" in row else BATCH):
                self._send(table, waiting)
                waiting.clear()
        for means, waiting in self._waiting.items():
            if waiting:
                self._send(by_name[means], waiting)
        self._waiting.clear()

    def _send(self, table: Table, rows: list[dict[str, Any]]) -> None:
        prepared = [_plain(table, row) for row in rows]
        statement = _statement(table)
        began = time.perf_counter()
        self._run(statement, rows=prepared)
        self.seconds += time.perf_counter() - began
        self.rows += len(rows)

    def _run(self, statement: str, **parameters: Any) -> None:
        self._driver.execute_query(statement, parameters, database_=self._database)

    def close(self) -> None:
        self._driver.close()


def rows_of(change: Change) -> Iterator[Row]:
    """Yield the rows that a change of new files brings: nodes, and what joins them.

    Duties and targets are left out; prepared records have none.
    """
    for document in change.documents:
        yield tables.DOCUMENT, document_row(document)
    for stored in change.claims:
        yield tables.CLAIM, claim_row(stored.claim.id, stored)
        yield tables.MEANS, {START: stored.claim.id, END: stored.document}
    for content in change.contents:
        name = content.file.name
        record, text = pack_record(content.record, content.text), pack_text(content.text)
        yield tables.FILE, file_row(content.file)
        yield tables.CONTENT, {NODE: name, "record": record, "text": text}
        yield tables.HAS_CONTENT, {START: name, END: name}
        yield tables.TEXT_OF, {START: name, END: content.file.document}
        for claim, references in uses_of(content):
            yield tables.MAKES, {START: name, END: claim, "references": references}
    for edge in sorted({one.edge for one in change.assertions}):
        yield tables.EDGES[edge.type], {START: edge.source, END: edge.target}
    for one in change.assertions:
        ends = {START: one.evidence.file, END: one.edge.source}
        yield tables.ASSERTS[one.edge.type], {**ends, **assertion_row(one)}


def _key(table: Table) -> str:
    first = next(iter(table.columns))
    return "bulk_id" if first == NODE else first


def _plain(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    facts = {name: value for name, value in row.items() if not name.startswith(":")}
    if table.is_nodes:
        return {**facts, "bulk_id": row[NODE]} if NODE in row else facts
    return {"start": row[START], "end": row[END], "facts": facts, "loaded": row.get(LABELS)}


def _statement(table: Table) -> str:
    if table.is_nodes:
        key = _key(table)
        return f"UNWIND $rows AS row MERGE (n:{table.means} {{{key}: row.{key}}}) SET n += row"
    start, end = (_end(table, name) for name in (START, END))
    # Several relationships of one type join one pair where each is another fact.
    names = [name for name in ("target", "start", "rule") if name in table.columns]
    facts = f" {{{', '.join(f'{name}: row.facts.{name}' for name in names)}}}" if names else ""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} row.start}}) MATCH (b:{end} row.end}}) "
        f"MERGE (a)-[r:{table.means}{facts}]->(b) SET r += row.facts"
    )


def _end(table: Table, name: str) -> str:
    label = table.columns[name].strip("()")
    [nodes] = [one for one in TABLES if one.is_nodes and one.means == label]
    return f"{label} {{{_key(nodes)}:"

"""Writing one Change to Neo4j, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from graph.blobs import pack_record, pack_text
from graph.errors import StoreChanged
from graph.model import Change, DocumentStatus, FileContent
from graph.neo4j_store_assertions import Assertions
from graph.neo4j_store_facts import Facts
from graph.neo4j_store_judgements import put_judgements
from graph.neo4j_store_rows import ASSERTED, claim_row, document_row, file_row, uses_of
from graph.neo4j_store_session import Database, Transaction
from loaders.records import SELF

_CONTENT_BYTES = 4_000_000
"""Texts and records go in statements of so many bytes."""

_HELD = f"""
UNWIND $rows AS name MATCH (f:File {{name: name}})
RETURN collect([
    [(f)-[:MAKES]->(c:Claim) | c.id],
    [(f)-[a:{"|".join(ASSERTED)}]->(s:Document) | [s.key, type(a), a.target]]
])
"""
_DROP_FILES = """
UNWIND $rows AS name MATCH (f:File {name: name})
OPTIONAL MATCH (f)-[:HAS_CONTENT]->(n:Content) DETACH DELETE f, n
"""
_PUT_LOADED = """
UNWIND $rows AS row MERGE (d:Document {key: row.key}) SET d = row SET d:Loaded
"""
_PUT_CITED = """
UNWIND $rows AS row MERGE (d:Document {key: row.key}) SET d = row REMOVE d:Loaded
"""
_THERE = "UNWIND $rows AS id MATCH (c:Claim {id: id}) RETURN collect(c.id)"
_LEAVE = """
UNWIND $rows AS row MATCH (:Claim {id: row[0]})-[m:MEANS]->(d:Document)
WHERE row[1] IS NULL OR d.key <> row[1]
WITH m, d.key AS key DELETE m RETURN collect(DISTINCT key)
"""
_PUT_CLAIMS = "UNWIND $rows AS row MERGE (c:Claim {id: row.id}) SET c = row"
_MEAN = """
UNWIND $rows AS row MATCH (c:Claim {id: row[0]}) MATCH (d:Document {key: row[1]})
MERGE (c)-[:MEANS]->(d)
"""
_PUT_FILES = "UNWIND $rows AS row CREATE (f:File) SET f = row"
_PUT_CONTENTS = """
UNWIND $rows AS row MATCH (f:File {name: row[0]})
CREATE (f)-[:HAS_CONTENT]->(:Content {record: row[1], text: row[2]})
"""
_TEXT_OF = """
UNWIND $rows AS row MATCH (f:File {name: row[0]}) MATCH (d:Document {key: row[1]})
CREATE (f)-[:TEXT_OF]->(d)
"""
_MAKE = """
UNWIND $rows AS row MATCH (f:File {name: row[0]}) UNWIND row[1] AS use MATCH (c:Claim {id: use[0]})
CREATE (f)-[:MAKES {references: use[1]}]->(c)
"""
# A file stands at the node of its header's claim, also where only the claim has moved.
_SEAT_FILES = """
UNWIND $rows AS id MATCH (c:Claim {id: id})<-[m:MAKES]-(f:File) WHERE $header IN m.references
OPTIONAL MATCH (c)-[:MEANS]->(d:Document)
OPTIONAL MATCH (f)-[old:TEXT_OF]->(e:Document)
WITH f, d, old, e WHERE coalesce(d.key <> e.key, (d IS NULL) <> (e IS NULL))
DELETE old FOREACH (node IN [one IN [d] WHERE one IS NOT NULL] | CREATE (f)-[:TEXT_OF]->(node))
"""
_DROP_CLAIMS = """
UNWIND $rows AS id MATCH (c:Claim {id: id}) WHERE NOT EXISTS { (c)<-[:MAKES]-() }
OPTIONAL MATCH (c)-[:MEANS]->(d:Document)
WITH c, d.key AS key DETACH DELETE c RETURN collect(DISTINCT key)
"""
_REDIRECT = "UNWIND $rows AS row MERGE (r:Redirect {old: row[0]}) SET r.new = row[1]"
_DROP_DOCUMENTS = """
UNWIND $rows AS key MATCH (d:Document {key: key}) WHERE NOT EXISTS { (d)<-[:MEANS]-() } DELETE d
"""
_MISSING = {
    "nodes": "UNWIND $rows AS k WITH k WHERE NOT EXISTS { (:Document {key: k}) } RETURN collect(k)",
    "claims": "UNWIND $rows AS k WITH k WHERE NOT EXISTS { (:Claim {id: k}) } RETURN collect(k)",
    "files": "UNWIND $rows AS k WITH k WHERE NOT EXISTS { (:File {name: k}) } RETURN collect(k)",
}

Rows = list[list[Any]]


def apply(database: Database, change: Change) -> None:
    """Apply `change` in one transaction.

    Raises ValueError where it names what is nowhere, StoreChanged where it was built on another
    state.
    """

    contents = list({content.file.name: content for content in change.contents}.values())
    with ThreadPoolExecutor(1) as pool:
        packed = pool.submit(lambda: list(_packed(contents)))  # while the server writes

        def work(transaction: Transaction, revision: int) -> None:
            if change.revision is not None and change.revision != revision:
                raise StoreChanged("the store was written to by another program; try again")
            _Writer(transaction, change, packed).run()

        database.commit(work)


class _Writer:
    """The steps of one commit, in the order that graph.model.Change states."""

    def __init__(
        self, transaction: Transaction, change: Change, packed: Future[list[Rows]]
    ) -> None:
        self._transaction = transaction
        self._change = change
        self._packed = packed
        self._documents = {document.key: document for document in change.documents}
        self._claims = {stored.claim.id: stored for stored in change.claims}
        self._contents = {content.file.name: content for content in change.contents}
        self._silenced: set[str] = set()  # claims that lost a file, or that no file may make
        self._left: set[str] = set()  # nodes that lost a claim, or that no claim may have
        self._known_headers: list[str] = []  # claims that files of before may make of themselves

    def run(self) -> None:
        change = self._change
        assertions = Assertions(self._transaction)
        facts = Facts(self._transaction)
        self._drop_files(assertions, facts)
        self._put_documents()
        self._put_claims()
        self._put_files()
        self._seat_files(facts)
        facts.put(list(self._contents.values()), moved=bool(self._known_headers))
        assertions.drop(sorted(set(change.reassert) - self._contents.keys()))
        self._put_assertions(assertions)
        self._drop_claims()
        self._transaction.run(_REDIRECT, [list(pair) for pair in sorted(change.redirects.items())])
        put_judgements(self._transaction, change.judgements)
        assertions.drop_silent_edges()
        facts.settle(self._documents)
        self._transaction.run(_DROP_DOCUMENTS, sorted(self._left))

    def _require(self, what: str, names: Iterable[str]) -> None:
        missing = self._transaction.gather(_MISSING[what], sorted(set(names)))
        if missing:
            raise ValueError(f"the change names {what} that are not there: {missing[:5]}")

    def _drop_files(self, assertions: Assertions, facts: Facts) -> None:
        change = self._change
        names = {*change.retract, *self._contents, *(file.name for file in change.failures)}
        held = self._transaction.gather(_HELD, sorted(names))
        for claims, said in held:
            self._silenced.update(claims)
            assertions.lost((source, ASSERTED[kind], target) for source, kind, target in said)
        if held:
            facts.drop(sorted(names))
            self._transaction.run(_DROP_FILES, sorted(names))

    def _put_documents(self) -> None:
        rows = [document_row(self._documents[key]) for key in sorted(self._documents)]
        loaded = DocumentStatus.LOADED.value
        self._transaction.run(_PUT_LOADED, [row for row in rows if row["status"] == loaded])
        self._transaction.run(_PUT_CITED, [row for row in rows if row["status"] != loaded])
        self._left.update(self._documents)

    def _put_claims(self) -> None:
        homes = [[key, stored.document] for key, stored in sorted(self._claims.items())]
        meant = {node for _, node in homes if node is not None}
        self._require("nodes", meant - self._documents.keys())
        own = [key for key, stored in sorted(self._claims.items()) if stored.claim.own]
        self._known_headers = self._transaction.gather(_THERE, own)
        self._left.update(self._transaction.gather(_LEAVE, homes))
        self._left -= meant
        rows = [claim_row(key, stored) for key, stored in sorted(self._claims.items())]
        self._transaction.run(_PUT_CLAIMS, rows)
        self._transaction.run(_MEAN, [home for home in homes if home[1] is not None])
        self._silenced.update(self._claims)

    def _put_files(self) -> None:
        files = [content.file for content in self._contents.values()] + [*self._change.failures]
        homes = [[file.name, file.document] for file in files if file.document is not None]
        self._require("nodes", {key for _, key in homes} - self._documents.keys())
        self._transaction.run(_PUT_FILES, [file_row(file) for file in files])
        for part in self._packed.result():
            self._transaction.run(_PUT_CONTENTS, part)
        self._transaction.run(_TEXT_OF, homes)
        uses = [[name, uses_of(content)] for name, content in self._contents.items()]
        made = {claim for content in self._contents.values() for claim in content.claims.values()}
        self._require("claims", made - self._claims.keys())
        self._transaction.run(_MAKE, uses)
        self._silenced -= made

    def _seat_files(self, facts: Facts) -> None:
        self._transaction.run(_SEAT_FILES, self._known_headers, header=SELF)
        facts.follow(self._known_headers)

    def _put_assertions(self, assertions: Assertions) -> None:
        said = self._change.assertions
        ends = {end for one in said for end in (one.edge.source, one.edge.target)}
        self._require("nodes", ends - self._documents.keys())
        self._require("files", {one.evidence.file for one in said} - self._contents.keys())
        assertions.put(said, {*self._change.reassert, *self._contents})

    def _drop_claims(self) -> None:
        left = self._transaction.gather(_DROP_CLAIMS, sorted(self._silenced))
        self._left.update(left)


def _packed(contents: Sequence[FileContent]) -> Iterable[Rows]:
    """Yield name, record and text of the files, compressed, in pieces of bounded size."""
    rows: Rows = []
    size = 0
    for content in contents:
        row = [
            content.file.name,
            pack_record(content.record, content.text),
            pack_text(content.text),
        ]
        rows.append(row)
        size += len(row[1]) + len(row[2])
        if size >= _CONTENT_BYTES:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows

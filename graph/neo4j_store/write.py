"""Writing one Change to Neo4j, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from graph.blobs import pack_record, pack_text
from graph.change import Change
from graph.errors import StoreChanged
from graph.model import DocumentStatus, FileContent
from graph.neo4j_store.assertions import Assertions
from graph.neo4j_store.before import before
from graph.neo4j_store.facts import Facts
from graph.neo4j_store.judgements import put_judgements
from graph.neo4j_store.rows import ASSERTED, claim_row, document_row, file_row, uses_of
from graph.neo4j_store.session import Database
from graph.neo4j_store.transaction import Transaction
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
_NEW_LOADED = "UNWIND $rows AS row CREATE (d:Document:Loaded) SET d = row"
_NEW_CITED = "UNWIND $rows AS row CREATE (d:Document) SET d = row"
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
_NEW_CLAIMS = """
UNWIND $rows AS row MATCH (d:Document {key: row[1]}) CREATE (c:Claim)-[:MEANS]->(d) SET c = row[0]
"""
_PUT_FILES = """
UNWIND $rows AS row OPTIONAL MATCH (d:Document {key: row[1]})
CREATE (f:File) SET f = row[0]
FOREACH (node IN [one IN [d] WHERE one IS NOT NULL] | CREATE (f)-[:TEXT_OF]->(node))
WITH f, row UNWIND row[2] AS use MATCH (c:Claim {id: use[0]})
CREATE (f)-[:MAKES {references: use[1]}]->(c)
"""
_PUT_CONTENTS = """
UNWIND $rows AS row MATCH (f:File {name: row[0]})
CREATE (f)-[:HAS_CONTENT]->(:Content {record: row[1], text: row[2]})
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
    """The steps of one commit, in the order that graph.change.Change states."""

    def __init__(
        self, transaction: Transaction, change: Change, packed: Future[list[Rows]]
    ) -> None:
        self._transaction = transaction
        self._change = change
        self._packed = packed
        self._documents = {document.key: document for document in change.documents}
        self._claims = {stored.claim.id: stored for stored in change.claims}
        self._contents = {content.file.name: content for content in change.contents}
        self._before = before(transaction, change)
        self._silenced: set[str] = set()  # claims that lost a file, or that no file may make
        self._left: set[str] = set()  # nodes that lost a claim, or that no claim may have
        self._known_headers: list[str] = []  # claims that files of before may make of themselves

    def run(self) -> None:
        change = self._change
        assertions = Assertions(self._transaction, self._before.nodes)
        facts = Facts(self._transaction)
        self._drop_files(assertions, facts)
        self._put_documents()
        self._put_claims()
        self._put_files()
        self._seat_files(facts)
        facts.put(list(self._contents.values()), moved=bool(self._known_headers))
        assertions.drop(sorted(set(change.reassert) - self._contents.keys()))
        assertions.put(change.assertions, {*change.reassert, *self._contents})
        for part in self._packed.result():
            self._transaction.run(_PUT_CONTENTS, part)
        self._drop_claims()
        self._transaction.run(_REDIRECT, [list(pair) for pair in sorted(change.redirects.items())])
        put_judgements(self._transaction, change.judgements)
        assertions.drop_silent_edges()
        facts.settle(self._documents.keys() & self._before.nodes)
        self._transaction.run(_DROP_DOCUMENTS, sorted(self._left))

    def _drop_files(self, assertions: Assertions, facts: Facts) -> None:
        change = self._change
        names = {*change.retract, *self._contents, *(file.name for file in change.failures)}
        old = sorted(names & self._before.files)
        for claims, said in self._transaction.gather(_HELD, old):
            self._silenced.update(claims)
            assertions.lost((source, ASSERTED[kind], target) for source, kind, target in said)
        facts.drop(old)
        self._transaction.run(_DROP_FILES, old)

    def _put_documents(self) -> None:
        kinds: dict[str, list[dict[str, Any]]] = {}
        for key, document in sorted(self._documents.items()):
            loaded = document.status is DocumentStatus.LOADED
            if key in self._before.nodes:
                statement = _PUT_LOADED if loaded else _PUT_CITED
            else:
                statement = _NEW_LOADED if loaded else _NEW_CITED
            kinds.setdefault(statement, []).append(document_row(document))
        for statement, rows in kinds.items():
            self._transaction.run(statement, rows)
        self._left.update(self._documents)

    def _put_claims(self) -> None:
        known = self._before.claims
        rows: list[dict[str, Any]] = []
        new: Rows = []
        homes: list[list[str | None]] = []
        for key, stored in sorted(self._claims.items()):
            row = claim_row(key, stored)
            if key not in known and stored.document is not None:
                new.append([row, stored.document])
                continue
            rows.append(row)
            homes.append([key, stored.document])
            if key in known and stored.claim.own:
                self._known_headers.append(key)
        self._left.update(self._transaction.gather(_LEAVE, homes))
        self._left.difference_update(stored.document for stored in self._claims.values())
        self._transaction.run(_NEW_CLAIMS, new)
        self._transaction.run(_PUT_CLAIMS, rows)
        self._transaction.run(_MEAN, [home for home in homes if home[1] is not None])
        self._silenced.update(self._claims)

    def _put_files(self) -> None:
        rows: Rows = [[file_row(file), file.document, []] for file in self._change.failures]
        for content in self._contents.values():
            rows.append([file_row(content.file), content.file.document, uses_of(content)])
            self._silenced.difference_update(content.claims.values())
        self._transaction.run(_PUT_FILES, rows)

    def _seat_files(self, facts: Facts) -> None:
        self._transaction.run(_SEAT_FILES, self._known_headers, header=SELF)
        facts.follow(self._known_headers)

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

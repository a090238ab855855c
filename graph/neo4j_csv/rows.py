"""A whole graph as the files of Neo4j's bulk importer, `neo4j-admin database import full`.

What the importer makes of them is, node for node and property for property, what a Neo4j store
holds after the same graph was written to it, without the hours that a large one takes over Bolt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.blobs import pack_record, pack_text
from graph.judgement_criteria import judgements_of
from graph.model import Assertion, Document, DocumentStatus, StoredClaim
from graph.movable import (
    MovableStore,
    document_pages,
    leaving_edges,
    name_batches,
    written_meanwhile,
)
from graph.neo4j_csv import tables as tables
from graph.neo4j_csv.facts import FactRows
from graph.neo4j_csv.tables import Table
from graph.neo4j_store.rows import (
    Label,
    assertion_row,
    claim_row,
    document_row,
    file_row,
    judgement_node,
    uses_of,
)
from graph.neo4j_store.schema import SCHEMA_VERSION
from graph.store import Store

Row = tuple[Table, dict[str, Any]]


def csv_rows(store: MovableStore) -> Iterator[Row]:
    """Yield the rows of all tables, in bounded pieces, each with its table.

    Raises StoreChanged at the end where the store was written to since the first row.
    """
    state = store.state()
    yield tables.GRAPH_NODE, {"name": "phahe", "schema": SCHEMA_VERSION, "revision": state.revision}
    claims = 0
    for page in document_pages(store):
        for table, row in _documents(store, page):
            claims += table is tables.CLAIM
            yield table, row
    names = [file.name for file in store.files()]
    facts = FactRows(store)
    for batch in name_batches(names):
        yield from _files(store, batch, facts)
    if claims < state.claims:
        yield from _homeless(store, names)
    for old, new in store.redirects().items():
        yield tables.REDIRECT, {"old": old, "new": new}
    for judgement in judgements_of(store):
        yield tables.JUDGEMENT, judgement_node(judgement)
    if store.state().revision != state.revision:
        raise written_meanwhile()


def _documents(store: Store, page: list[Document]) -> Iterator[Row]:
    """Yield nodes, the edges that leave them with who asserts them, and the claims they answer."""
    for document in page:
        labels = Label.LOADED if document.status is DocumentStatus.LOADED else None
        yield tables.DOCUMENT, {**document_row(document), tables.LABELS: labels}
        for name in document.files:
            yield tables.TEXT_OF, {tables.START: name, tables.END: document.key}
    keys = [document.key for document in page]
    for edge, said in leaving_edges(store, keys):
        yield tables.EDGES[edge.type], {tables.START: edge.source, tables.END: edge.target}
        for one in said:
            ends = {tables.START: one.file, tables.END: edge.source}
            yield tables.ASSERTS[edge.type], {**ends, **assertion_row(Assertion(edge, one))}
    for claim in store.claims(documents=keys):
        yield from _claim(claim)


def _claim(stored: StoredClaim) -> Iterator[Row]:
    number = stored.claim.id
    yield tables.CLAIM, claim_row(number, stored)
    if stored.document is not None:
        yield tables.MEANS, {tables.START: number, tables.END: stored.document}


def _files(store: Store, names: list[str], facts: FactRows) -> Iterator[Row]:
    for file in store.files(names):
        yield tables.FILE, file_row(file)
    for content in store.contents(names, text=True):
        name = content.file.name
        record, text = pack_record(content.record, content.text), pack_text(content.text)
        yield tables.CONTENT, {tables.NODE: name, "record": record, "text": text}
        yield tables.HAS_CONTENT, {tables.START: name, tables.END: name}
        for claim, references in uses_of(content):
            ends = {tables.START: name, tables.END: claim}
            yield tables.MAKES, {**ends, "references": references}
        yield from facts.of(content)


def _homeless(store: Store, names: list[str]) -> Iterator[Row]:
    """Yield the claims that have no node, each once."""
    seen = set[str]()
    for batch in name_batches(names):
        made = {claim for content in store.contents(batch) for claim in content.claims.values()}
        for stored in store.claims(ids=sorted(made - seen)):
            if stored.document is None:
                seen.add(stored.claim.id)
                yield from _claim(stored)

"""A whole graph as rows of JSON: every document, relation, fact, mention, record or judgement,
in one total order.

Rows have the shapes that answers have. They come in bounded pieces, whatever the graph's size, and
the last one comes only if nobody wrote to the store meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from graph.judgement_criteria import judgements_of
from graph.model import FileContent, StoredFile
from graph.movable import (
    document_pages,
    fact_pages,
    leaving_edges,
    name_batches,
    written_meanwhile,
)
from graph.store import DutyCriteria, Store, TargetCriteria
from loaders.record_json import as_json
from queries.fact_shapes import duty_json, targets_json
from queries.judgement_shapes import judgement_json
from queries.judgements import views
from queries.mentions import mentions
from queries.shapes import Json, document_json, evidence_json, mention_json


class ExportKind(StrEnum):
    """What a row is about."""

    DOCUMENTS = "documents"
    RELATIONS = "relations"
    MENTIONS = "mentions"
    TARGETS = "targets"
    DUTIES = "duties"
    RECORDS = "records"
    JUDGEMENTS = "judgements"


def export_rows(store: Store, kind: ExportKind) -> Iterator[Json]:
    """Yield all rows of a kind.

    `documents`: the shape that every answer uses, by key. `relations`: source, type, target and all
    evidence, by source, type, target. `mentions`: those of `phahe mentions`, by file and span.
    `targets`, `duties`: the items of `phahe targets` and `phahe duties`, by document and place.
    `records`: what each file says, as `phahe extract` gives it, with its `text` and the `version`
    of the extractor, by file name; a failed file has `error` instead. A graph can be built again
    from its records alone, but for the judgements.
    `judgements`: the items of `phahe judgements`, by time, also those that are undone.
    Raises StoreChanged at the end where the store was written to since the first row.
    """
    revision = store.state().revision
    yield from _ROWS[kind](store)
    if store.state().revision != revision:
        raise written_meanwhile()


def _documents(store: Store) -> Iterator[Json]:
    for page in document_pages(store):
        yield from map(document_json, page)


def _relations(store: Store) -> Iterator[Json]:
    for page in document_pages(store):
        keys = [document.key for document in page]
        for edge, said in leaving_edges(store, keys):
            yield {
                "source": edge.source,
                "type": edge.type,
                "target": edge.target,
                "evidence": evidence_json(said),
            }


def _mentions(store: Store) -> Iterator[Json]:
    return map(mention_json, mentions(store))


def _duties(store: Store) -> Iterator[Json]:
    for page in fact_pages(store, DutyCriteria()):
        documents = store.documents({duty.at.document for duty in page})
        yield from (duty_json(duty, documents[duty.at.document]) for duty in page)


def _targets(store: Store) -> Iterator[Json]:
    for page in fact_pages(store, TargetCriteria()):
        documents = store.documents({one.at.document for one in page})
        yield from (targets_json(one, documents[one.at.document]) for one in page)


def _records(store: Store) -> Iterator[Json]:
    for names in name_batches([file.name for file in store.files()]):
        contents = {one.file.name: one for one in store.contents(names, text=True)}
        for file in store.files(names):
            yield _record(file, contents.get(file.name))


def _record(file: StoredFile, content: FileContent | None) -> Json:
    """Return what a file says; `code` and `message` stand outside for one that needs review."""
    said = {"code": file.code, "message": file.message}
    known = {"file": file.name, "sha256": file.sha256, "version": file.version}
    if content is None:
        return {**known, "error": said}
    return {**as_json(content.record), **known, **said, "text": content.text}


def _judgements(store: Store) -> Iterator[Json]:
    return map(judgement_json, views(store, judgements_of(store)))


_ROWS: dict[ExportKind, Callable[[Store], Iterator[Json]]] = {
    ExportKind.DOCUMENTS: _documents,
    ExportKind.RELATIONS: _relations,
    ExportKind.MENTIONS: _mentions,
    ExportKind.TARGETS: _targets,
    ExportKind.DUTIES: _duties,
    ExportKind.RECORDS: _records,
    ExportKind.JUDGEMENTS: _judgements,
}

"""The digest of a graph: one hash of all that a store holds, the same from every kind of store.

It is computed from what the store answers, not from how it keeps it: every node, edge and piece of
evidence, every duty and target, every file with its record, its text and the claims it makes,
every redirect and judgement. The revision is left out: it says how often a store was written to.
Two stores of equal digest answer alike, now and after the same next load.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.judgement import judgement_row
from graph.judgement_criteria import judgements_of
from graph.model import Document, Evidence, FileContent, StoredClaim, StoredFile
from graph.movable import (
    MovableStore,
    document_pages,
    fact_pages,
    leaving_edges,
    name_batches,
    written_meanwhile,
)
from graph.stated import Duty, FactPlace, Targets
from graph.store import DutyCriteria, Store, TargetCriteria
from loaders.record_json import as_json

Row = list[Any]

_DOCUMENT = (
    "key", "type", "number", "title", "issuer", "issue_date", "level", "province", "district",
    "status", "quality", "files",
)  # fmt: skip
_DUTY = ("agency", "agency_full", "role", "section", "recurrence", "deadline", "reports_to")
_FILE = ("name", "sha256", "version", "outcome", "document", "code", "message")


def digest(store: MovableStore) -> str:
    """Return the digest, 64 hex digits: everything is read once, in order and in bounded pieces.

    Raises StoreChanged where the store is written to meanwhile.
    """
    revision = store.state().revision
    hashed = hashlib.blake2b(digest_size=32)
    for row in _rows(store):
        # ASCII with escapes: also what is no valid UTF-8 (half of a surrogate pair) has one form.
        hashed.update(json.dumps(row, separators=(",", ":")).encode())
        hashed.update(b"\n")
    if store.state().revision != revision:
        raise written_meanwhile()
    return hashed.hexdigest()


def _rows(store: MovableStore) -> Iterator[Row]:
    for page in document_pages(store):
        yield from _document_rows(store, page)
    for duties in fact_pages(store, DutyCriteria()):
        yield from (["duty", *_duty_row(duty)] for duty in duties)
    for targets in fact_pages(store, TargetCriteria()):
        yield from (["targets", *_targets_row(one)] for one in targets)
    for names in name_batches([file.name for file in store.files()]):
        yield from _file_rows(store, names)
    yield from (["redirect", old, new] for old, new in sorted(store.redirects().items()))
    yield from (["judgement", *judgement_row(one)] for one in judgements_of(store))


def _document_rows(store: Store, page: list[Document]) -> Iterator[Row]:
    """Yield each node with the edges that leave it, so that the size of a page does not show."""
    leaving: dict[str, Row] = {}
    for edge, evidence in leaving_edges(store, [document.key for document in page]):
        said = sorted(_evidence_row(one) for one in evidence)
        leaving.setdefault(edge.source, []).append([edge.type, edge.target, said])
    for document in page:
        yield ["document", *_fields(document, _DOCUMENT), leaving.get(document.key, [])]


def _evidence_row(one: Evidence) -> Row:
    # A missing page is -1, so that rows can be compared; pages count from 1.
    page = -1 if one.page is None else one.page
    place = [one.document, one.file, one.span.start, one.span.end, page]
    return [*place, one.rule, one.confidence, one.quote]


def _duty_row(duty: Duty) -> Row:
    facts = [getattr(duty, name) for name in _DUTY]
    return [*_place(duty.at), *facts, duty.partners, _said(duty.evidence)]


def _targets_row(one: Targets) -> Row:
    values = [
        [[v.year, v.op, v.value, v.value_to, _said(v.evidence)] for v in kind]
        for kind in (one.targets, one.baselines)
    ]
    return [*_place(one.at), one.indicator, one.unit, one.section, *values]


def _place(at: FactPlace) -> Row:
    return [at.document, at.file, at.place]


def _said(evidence: Iterable[Evidence]) -> Row:
    return [_evidence_row(one) for one in evidence]


def _file_rows(store: Store, names: list[str]) -> Iterator[Row]:
    contents = {one.file.name: one for one in store.contents(names, text=True)}
    ids = sorted({claim for one in contents.values() for claim in one.claims.values()})
    claims = {one.claim.id: one for one in store.claims(ids=ids)}
    if len(claims) != len(ids):
        raise written_meanwhile()
    for file in store.files(names):
        content = contents.get(file.name)
        yield ["file", *_fields(file, _FILE), *_content_row(content, claims)]


def _content_row(content: FileContent | None, claims: dict[str, StoredClaim]) -> Row:
    """Return record, text, and where each reference leads. A claim's id is a hash of its facts."""
    if content is None:
        return []
    uses = []
    for reference, number in sorted(content.claims.items()):
        claim = claims[number]
        uses.append([reference, number, claim.document, claim.candidates, claim.files])
    return [as_json(content.record), content.text, uses]


def _fields(record: Document | StoredFile, names: Iterable[str]) -> Row:
    return [getattr(record, name) for name in names]

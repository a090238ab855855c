"""The JSON shapes of answers, as plain dicts: the same for the command line, service and exports.

Names and meaning are those of the contract in docs/api.md: fields may be added, none renamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model import Document, Evidence
from loaders.records import Span
from queries.candidates import Candidate, CandidateSource
from queries.documents import (
    DocumentList,
    DocumentView,
    FileView,
    RelatedList,
)
from queries.groups import Group
from queries.judgement_shapes import judgement_json
from queries.lineage import Lineage, LineageItem, Step
from queries.mentions import MentionList, MentionRow
from queries.paging import page_json
from queries.resolution import Resolution

Json = dict[str, Any]


def document_json(document: Document) -> Json:
    """Return a document in the shape that every answer uses."""
    return {
        "key": document.key,
        "type": document.type,
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "issue_date": document.issue_date,
        "level": document.level,
        "province": document.province,
        "district": document.district,
        "status": document.status,
        "quality": document.quality,
        "files": list(document.files),
    }


def evidence_json(evidence: Iterable[Evidence]) -> list[Json]:
    """Return who says a thing and where."""
    return [
        {
            "document": row.document,
            "file": row.file,
            "page": row.page,
            "span": [row.span.start, row.span.end],
            "quote": row.quote,
            "rule": row.rule,
            "confidence": row.confidence,
        }
        for row in evidence
    ]


def lineage_json(answer: Lineage) -> Json:
    """Return the shape of `phahe lineage`."""
    return {
        "document": document_json(answer.document),
        "direction": answer.direction,
        "relations": list(answer.relations),
        "as_of": answer.as_of,
        **page_json(answer, _lineage_item_json),
        "excluded_namesakes": [document_json(other) for other in answer.excluded_namesakes],
        "carriers": {key: list(merged) for key, merged in answer.carriers.items()},
        "groups": [group_json(group) for group in answer.groups],
        "filter": answer.sieve.as_json() if answer.sieve else None,
        "filtered_out": answer.left_out,
        "between": [_lineage_item_json(item) for item in answer.between],
    }


def group_json(group: Group) -> Json:
    """Return how many documents are of a level and province."""
    return {"level": group.level, "province": group.province, "total": group.total}


def _lineage_item_json(item: LineageItem) -> Json:
    return {
        "document": document_json(item.document),
        "depth": item.depth,
        "path": list(item.path),
        "paths": [list(path) for path in item.paths],
        "steps": [step_json(step) for step in item.steps],
        "other_steps": [step_json(step) for step in item.other_steps],
        "further": item.further,
    }


def step_json(step: Step) -> Json:
    """Return one stored edge with who asserts it."""
    edge = step.edge
    return {
        "source": edge.source,
        "type": edge.type,
        "target": edge.target,
        "evidence": evidence_json(step.evidence),
        "evidence_total": step.proofs.total,
    }


def document_list_json(answer: DocumentList) -> Json:
    """Return the shape of a list of documents and of `phahe search`."""
    return page_json(answer, document_json)


def document_view_json(view: DocumentView) -> Json:
    """Return the shape of `phahe show`: a document with its facts, relations and warnings."""
    return {
        **document_json(view.document),
        "sources": [_file_json(file) for file in view.files],
        "outgoing": _related_json(view.outgoing),
        "incoming": _related_json(view.incoming),
        "judgements": [judgement_json(one) for one in view.judgements],
    }


def _file_json(view: FileView) -> Json:
    header = view.header
    period = header.period
    return {
        "file": view.file.name,
        "sha256": view.file.sha256,
        "encoding": view.encoding,
        "outcome": view.file.outcome,
        "code": view.file.code,
        "message": view.file.message,
        "symbol": header.symbol,
        "place": header.place,
        "signer": header.signer,
        "signer_role": header.signer_role,
        "period": None if period is None else {"from": period[0], "to": period[1]},
        "recipients": list(view.recipients),
        "warnings": [
            {"code": warning.code, "message": warning.message, "span": _span_json(warning.span)}
            for warning in view.warnings
        ],
    }


def _related_json(related: RelatedList) -> Json:
    return {
        "items": [
            {
                "source": row.edge.source,
                "type": row.edge.type,
                "target": row.edge.target,
                "document": document_json(row.other),
                "evidence": evidence_json(row.evidence),
                "evidence_total": row.proofs.total,
            }
            for row in related.items
        ],
        "total": related.total,
        "limit": related.limit,
        "truncated": related.truncated,
    }


def _span_json(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def candidate_json(candidate: Candidate) -> Json:
    """Return a candidate; one of the register has no key: it is no node of this graph."""
    document = document_json(candidate.document)
    if candidate.source is CandidateSource.REGISTER:
        document |= {"key": None, "status": None}
    return {
        "document": document,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
        "source": candidate.source,
        "fits": candidate.fits,
    }


def resolution_json(answer: Resolution) -> Json:
    """Return the shape of `phahe resolve`."""
    return {
        "text": answer.text,
        "status": answer.status,
        "document": None if answer.document is None else document_json(answer.document),
        "candidates": [candidate_json(candidate) for candidate in answer.candidates],
        "judgements": [judgement_json(one) for one in answer.judgements],
        "verdict": list(answer.verdict),
        "dropped": [candidate_json(candidate) for candidate in answer.dropped],
    }


def mention_json(row: MentionRow) -> Json:
    """Return one line of `phahe mentions`."""
    return {
        "file": row.file,
        "document": row.document,
        "kind": row.kind,
        "span": _span_json(row.span),
        "quote": row.quote,
        "number": row.number,
        "date": row.date,
        "relations": list(row.relations),
        "status": row.status,
        "key": row.key,
        "candidates": [candidate_json(candidate) for candidate in row.candidates],
    }


def mention_list_json(answer: MentionList) -> Json:
    """Return one page of the mentions that stand in a document's files."""
    return page_json(answer, mention_json)

"""The JSON shape of a timeline: the same for the command line and the service."""

from __future__ import annotations

from queries.paging import page_json
from queries.shapes import Json, document_json, evidence_json, group_json
from queries.timeline import Timeline
from queries.timeline_events import Event


def timeline_json(answer: Timeline) -> Json:
    """Return the shape of `phahe timeline`."""
    return {
        "document": document_json(answer.document),
        "as_of": answer.as_of,
        **page_json(answer, _event_json),
        "groups": [group_json(group) for group in answer.groups],
    }


def _event_json(event: Event) -> Json:
    return {
        "kind": event.kind,
        "date": event.date,
        "document": document_json(event.document),
        "effective": event.effective,
        "scope": event.scope,
        "agency": event.agency,
        "successors": list(event.successors),
        "basis": event.basis,
        "duties": event.duties,
        "evidence": evidence_json(event.proofs.evidence),
        "evidence_total": event.proofs.total,
    }

"""The JSON shape of findings: the same for the command line and the service."""

from __future__ import annotations

from queries.finding_kinds import Finding
from queries.findings import FindingList
from queries.paging import page_json
from queries.shapes import Json, document_json, evidence_json


def finding_list_json(answer: FindingList) -> Json:
    """Return the shape of `phahe findings`."""
    return page_json(answer, finding_json)


def finding_json(found: Finding) -> Json:
    """Return one finding with its documents and sentences."""
    return {
        "code": found.code,
        "document": document_json(found.document),
        "others": [document_json(other) for other in found.others],
        "detail": found.detail,
        "evidence": evidence_json(found.evidence),
    }

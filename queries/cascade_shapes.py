"""The JSON shape of a target cascade: the same for the command line and the service."""

from __future__ import annotations

from graph.stated import TargetValue
from queries.cascade import Cascade, CascadeRow
from queries.fact_shapes import value_json
from queries.paging import page_json
from queries.shapes import Json, document_json, evidence_json


def cascade_json(answer: Cascade) -> Json:
    """Return the shape of `phahe cascade`."""
    return {
        "document": document_json(answer.document),
        "indicator": answer.indicator,
        "as_of": answer.as_of,
        **page_json(answer, _row_json),
        "missing": [document_json(document) for document in answer.missing],
        "missing_total": answer.missing_total,
    }


def _row_json(row: CascadeRow) -> Json:
    return {
        "document": document_json(row.document),
        "depth": row.depth,
        "path": list(row.path),
        "indicator": row.stated.indicator,
        "unit": row.stated.unit,
        "section": row.stated.section,
        "above": None if row.above is None else row.above.key,
        "targets": [
            {
                **value_json(one.value),
                "flags": list(one.flags),
                "against": _against_json(one.against),
            }
            for one in row.values
        ],
        "baselines": [value_json(value) for value in row.stated.baselines],
        "evidence": evidence_json(row.stated.evidence),
    }


def _against_json(value: TargetValue | None) -> Json | None:
    return None if value is None else value_json(value)

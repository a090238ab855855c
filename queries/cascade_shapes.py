"""The JSON shape of a target cascade: the same for the command line and the service."""

from __future__ import annotations

from queries.cascade import Cascade, CascadeRow
from queries.cascade_values import CascadeValue
from queries.fact_shapes import together_json, value_json
from queries.paging import page_json
from queries.same_indicator import meant_by
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
        "indicators": [together_json(one) for one in answer.indicators],
    }


def _row_json(row: CascadeRow) -> Json:
    meant = meant_by(row.stated)
    return {
        "document": document_json(row.document),
        "depth": row.depth,
        "path": list(row.path),
        "indicator": row.stated.indicator,
        "indicator_key": meant.key,
        "indicator_name": meant.name,
        "unit": row.stated.unit,
        "section": row.stated.section,
        "above": None if row.above is None else row.above.key,
        "targets": [cascade_value_json(one) for one in row.values],
        "baselines": [value_json(value) for value in row.stated.baselines],
        "evidence": evidence_json(row.stated.evidence),
    }


def cascade_value_json(one: CascadeValue) -> Json:
    """Return a value with how it stands to the one above, or of the other document."""
    return {
        **value_json(one.value),
        "flags": list(one.flags),
        "against": None if one.against is None else value_json(one.against),
    }

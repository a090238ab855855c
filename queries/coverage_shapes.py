"""The JSON shape of a coverage: the same for the command line and the service."""

from __future__ import annotations

from queries.coverage import Coverage, CoverageItem
from queries.shapes import Json, document_json, step_json


def coverage_json(answer: Coverage) -> Json:
    """Return the shape of `phahe coverage`: it is never cut, so it has no pages."""
    return {
        "document": document_json(answer.document),
        "provinces": answer.provinces,
        "by": answer.by,
        "as_of": answer.as_of,
        "items": [_item_json(item) for item in answer.items],
        "totals": {state.value: count for state, count in answer.totals.items()},
        "unplaced": answer.unplaced,
        "total": len(answer.items),
    }


def _item_json(item: CoverageItem) -> Json:
    return {
        "province": item.unit.name,
        "province_full": item.unit.full_name,
        "district": item.district,
        "state": item.state,
        "documents": item.documents,
        "document": None if item.document is None else document_json(item.document),
        "depth": item.depth,
        "days_after": item.days_after,
        "path": list(item.path),
        "steps": [step_json(step) for step in item.steps],
    }

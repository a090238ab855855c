"""The JSON shapes of agencies: the same for the command line and the service."""

from __future__ import annotations

from graph.agencies.agency import Agency
from graph.agencies.rows import Row
from queries.agencies import AgencyItem, AgencyList
from queries.fact_shapes import duty_list_json, holder_json
from queries.paging import page_json
from queries.shapes import Json


def agency_json(item: AgencyItem) -> Json:
    """Return one body with its place, its succession, who has its functions, and its duties."""
    body, parent = item.agency, item.parent
    unit = body.unit
    return {
        "key": body.key,
        "name": body.name,
        "stem": body.stem,
        "level": body.level,
        "province": None
        if unit is None
        else {
            "name": unit.name,
            "full_name": unit.full_name,
            "since": unit.since,
            "until": unit.until,
        },
        "district": body.district,
        "many": body.many,
        "parent": None if parent is None else _named(parent),
        "today_status": item.today.status,
        "agency_today": [holder_json(holder) for holder in item.today.holders],
        "candidates_today": [holder_json(holder) for holder in item.today.candidates],
        "today_doubt": item.today.doubt,
        "succession": [_row_json(row) for row in item.succession],
        "duties": duty_list_json(item.duties),
        "duties_left_out": item.duties.total - len(item.duties.items),
    }


def _named(body: Agency) -> Json:
    return {"name": body.name, "key": body.key}


def _row_json(row: Row) -> Json:
    return {
        "scope": row.scope,
        "subjects": sorted(row.subjects),
        "but": sorted(row.but),
        "until": row.until,
        "successor": row.successor,
        "basis": row.source,
        "confirmed": row.confirmed,
    }


def agency_list_json(answer: AgencyList) -> Json:
    """Return the shape of `phahe agency`."""
    return {
        "name": answer.name,
        "province": answer.province,
        "as_of": answer.as_of,
        **page_json(answer, agency_json),
        "unplaced": answer.unplaced,
    }

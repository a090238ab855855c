"""The JSON shape of connections: the same for the command line and the service."""

from __future__ import annotations

from queries.connections import Connection, ConnectionList
from queries.paging import page_json
from queries.shapes import Json, document_json, step_json


def connection_list_json(answer: ConnectionList) -> Json:
    """Return the shape of `phahe path`."""
    return {
        "a": document_json(answer.a),
        "b": document_json(answer.b),
        "relations": list(answer.relations),
        "as_of": answer.as_of,
        "way": answer.way,
        **page_json(answer, _connection_json),
    }


def _connection_json(one: Connection) -> Json:
    return {
        "documents": [document_json(document) for document in one.documents],
        "steps": [step_json(step) for step in one.steps],
    }

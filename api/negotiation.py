"""In which form an answer goes out: by `?format=`, else by `Accept` with its weights.

A media type that is named more exactly counts before `type/*`, and that before `*/*`; of forms
wanted equally the first that a route offers is taken, which is JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from starlette.exceptions import HTTPException
from starlette.requests import Request


class Form(StrEnum):
    """The forms of answers, as `?format=` names them."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    GRAPHML = "graphml"
    TASKS = "tasks"
    TASKS_XLSX = "tasks-xlsx"


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA: dict[Form, str] = {
    Form.JSON: "application/json",
    Form.CSV: "text/csv",
    Form.XLSX: _XLSX,
    Form.GRAPHML: "application/graphml+xml",
    Form.TASKS: "text/csv",
    Form.TASKS_XLSX: _XLSX,
}
TABLES = (Form.JSON, Form.CSV, Form.XLSX)
_BY_FORMAT_ONLY = (Form.TASKS, Form.TASKS_XLSX)
_VARY = {"Vary": "Accept"}


def form_of(request: Request, offered: Sequence[Form]) -> Form:
    """Return the form wanted of those offered. Raises HTTPException(406) where none is."""
    named = request.query_params.get("format")
    if named is not None and named in offered:
        return Form(named)
    accept = request.headers.get("accept", "").strip()
    if named is not None or not accept:
        return offered[0]
    by_accept = [form for form in offered if form not in _BY_FORMAT_ONLY]
    weights = [_weight(MEDIA[form], accept) for form in by_accept]
    best = max(weights)
    if best <= 0:
        media = ", ".join(dict.fromkeys(MEDIA[form] for form in by_accept))
        raise HTTPException(406, f"Địa chỉ này chỉ trả: {media}.", dict(_VARY))
    return by_accept[weights.index(best)]


def weights(header: str) -> Iterator[tuple[str, float]]:
    """Yield what a header such as `Accept-Language` names, in small letters, with its weight."""
    for part in header.split(","):
        name, *options = (piece.strip().lower() for piece in part.split(";"))
        if name:
            yield name, _quality(options)


def _weight(media: str, accept: str) -> float:
    """Return how much a media type is wanted; the most exact range decides."""
    exact, best = 0, 0.0
    ranges = {"*/*": 1, media.split("/")[0] + "/*": 2, media: 3}
    for kind, weight in weights(accept):
        if ranges.get(kind, 0) > exact:
            exact, best = ranges[kind], weight
    return best


def _quality(options: Sequence[str]) -> float:
    for option in options:
        name, _, value = option.replace(" ", "").partition("=")
        if name == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0

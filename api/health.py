"""Whether the service lives, whether its store can be used, and which version it is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from api.answers import DeskOf, accepts_json, json_response
from api.parameters import NoParameters
from api.responses import problems
from api.schemas import LiveOut, ReadyOut, VersionOut
from api.version import version
from loaders.records import EXTRACTOR_VERSION

READY_SECONDS = 5.0
"""Who watches a service does not wait as long as who asks it a question."""

router = APIRouter(tags=["service"], dependencies=[Depends(accepts_json)])
_NONE = Annotated[NoParameters, Query()]


@router.get(
    "/livez",
    operation_id="getLiveness",
    response_model=LiveOut,
    responses=problems(400, 405, 406, 500),
    summary="Tiến trình còn sống",
)
async def live(request: Request, query: _NONE) -> Response:
    """Says that the process answers; the store is not asked."""
    return json_response(request, {"status": "ok"})


@router.get(
    "/readyz",
    operation_id="getReadiness",
    response_model=ReadyOut,
    responses=problems(400, 405, 406, 500, 503),
    summary="Kho dữ liệu dùng được",
)
async def ready(request: Request, desk: DeskOf, query: _NONE) -> Response:
    """Says that the store can be read; 503 with the reason where it cannot."""
    state = await desk.state(within=READY_SECONDS)
    body = {
        "status": "ok",
        "revision": state.revision,
        "documents": state.documents,
        "loaded": state.loaded,
        "files": state.files,
    }
    return json_response(request, body)


@router.get(
    "/version",
    operation_id="getVersion",
    response_model=VersionOut,
    responses=problems(400, 405, 406, 500),
    summary="Phiên bản của chương trình và của bộ đọc",
)
async def which(request: Request, query: _NONE) -> Response:
    """Says which version answers."""
    return json_response(request, {"version": version(), "extractor": EXTRACTOR_VERSION})

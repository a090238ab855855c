"""Coverage over HTTP, under `/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.answers import ReplyTo
from api.parameters import CoverageQuery, DocumentKey
from api.responses import ONE_RESPONSES
from api.schemas import DocumentOut, PartialDate, StepOut
from api.shape import Shape
from queries.coverage import CoverageBy, CoverageState, coverage
from queries.coverage_shapes import coverage_json
from visual.sheets import COVERAGE

router = APIRouter(prefix="/v1")


class CoverageItemOut(Shape):
    """Một địa phương: có văn bản thực hiện, chỉ viện dẫn, chưa thấy, hay chưa nạp gì."""

    province: str = Field(examples=["Sơn La"])
    province_full: str = Field(examples=["tỉnh Sơn La"])
    district: str | None
    state: CoverageState
    documents: int = Field(ge=0)
    document: DocumentOut | None
    depth: int | None = Field(ge=1)
    days_after: int | None
    path: list[str]
    steps: list[StepOut]


class CoverageTotalsOut(Shape):
    """Số địa phương của mỗi tình trạng."""

    implements: int
    cites: int
    none_recorded: int
    not_loaded: int


class CoverageOut(Shape):
    """Mọi tỉnh của một thời, hoặc mọi huyện mà đồ thị biết."""

    document: DocumentOut
    provinces: int
    by: CoverageBy
    as_of: PartialDate | None
    items: list[CoverageItemOut]
    totals: CoverageTotalsOut
    unplaced: int = Field(ge=0)
    total: int = Field(ge=0)


@router.get(
    "/documents/{key}/coverage",
    operation_id="getCoverage",
    response_model=CoverageOut,
    responses=ONE_RESPONSES,
    tags=["lineage"],
    summary="Tỉnh nào thực hiện văn bản này, tỉnh nào chỉ viện dẫn, tỉnh nào chưa thấy",
)
async def coverage_of(
    reply: ReplyTo, key: DocumentKey, query: Annotated[CoverageQuery, Query()]
) -> Response:
    """Answers which places carry a document out."""
    return await reply.about(
        key,
        lambda store, today: coverage(
            store,
            today,
            provinces=None if query.provinces is None else int(query.provinces),
            by=query.by,
            as_of=query.as_of,
        ),
        coverage_json,
        COVERAGE,
    )

"""Target cascades over HTTP, under `/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.answers import ReplyTo
from api.fact_schemas import TogetherOut, ValueOut
from api.parameters import CascadeQuery, DocumentKey
from api.responses import ONE_RESPONSES
from api.schemas import DocumentOut, EvidenceOut, PartialDate
from api.shape import Page, Shape
from queries.cascade import cascade
from queries.cascade_shapes import cascade_json
from queries.cascade_values import CascadeFlag
from visual.sheets import CASCADE

router = APIRouter(prefix="/v1")


class CascadeValueOut(ValueOut):
    """Một mức phải đạt, và nó so với mức ở trên (`against`) ra sao."""

    flags: list[CascadeFlag]
    against: ValueOut | None


class CascadeRowOut(Shape):
    """Một văn bản đặt chỉ tiêu; `above` là văn bản gần nhất ở trên có cùng chỉ tiêu."""

    document: DocumentOut
    depth: int = Field(ge=0)
    path: list[str]
    indicator: str
    indicator_key: str
    indicator_name: str
    unit: str | None
    section: str
    above: str | None
    targets: list[CascadeValueOut]
    baselines: list[ValueOut]
    evidence: list[EvidenceOut] = Field(min_length=1)


class CascadeOut(Page):
    """Một trang; `missing` là văn bản thực hiện mà không đặt chỉ tiêu này."""

    document: DocumentOut
    indicator: str
    as_of: PartialDate | None
    items: list[CascadeRowOut]
    missing: list[DocumentOut]
    missing_total: int = Field(ge=0)
    indicators: list[TogetherOut]


@router.get(
    "/documents/{key}/cascade",
    operation_id="getCascade",
    response_model=CascadeOut,
    responses=ONE_RESPONSES,
    tags=["targets"],
    summary="Một chỉ tiêu đi từ văn bản này xuống các văn bản thực hiện nó",
)
async def cascade_of(
    reply: ReplyTo, key: DocumentKey, query: Annotated[CascadeQuery, Query()]
) -> Response:
    """Answers how a target changes on its way down."""
    return await reply.about(
        key,
        lambda store, today: cascade(
            store,
            today,
            query.indicator,
            as_of=query.as_of,
            limit=query.limit,
            cursor=query.cursor,
        ),
        cascade_json,
        CASCADE,
    )

"""Two documents side by side over HTTP, under `/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.answers import ReplyTo
from api.cascade_routes import CascadeValueOut
from api.fact_schemas import DutyOut, TargetsOut
from api.parameters import CompareQuery
from api.references import key_of
from api.responses import LIST_RESPONSES, problems
from api.schemas import DocumentOut, RelatedOut
from api.shape import Page, Shape
from graph.store import Store
from queries.pair_shapes import side_by_side_json
from queries.pairs import Aspect, Side, Standing
from queries.side_by_side import SideBySide, side_by_side
from visual.sheets import COMPARE

router = APIRouter(prefix="/v1")


class ParentsOut(Shape):
    """Văn bản mà A, mà B thực hiện hoặc căn cứ."""

    a: RelatedOut | None
    b: RelatedOut | None


class TargetsPairOut(Shape):
    """Chỉ tiêu của A, của B."""

    a: TargetsOut | None
    b: TargetsOut | None


class DutiesPairOut(Shape):
    """Nhiệm vụ của A, của B."""

    a: DutyOut | None
    b: DutyOut | None


class PairOut(Shape):
    """Một điều của A, của B, hoặc của cả hai; chỉ một trong ba trường cuối khác `null`."""

    aspect: Aspect
    standing: Standing
    differs: list[str] = Field(description="Trường nào khác nhau.", examples=[["values"]])
    stronger: Side | None = Field(description="Bên nào đòi hỏi cao hơn, sớm hơn; null: không rõ.")
    values: list[CascadeValueOut] = Field(description="Các mức của B so với A.")
    parents: ParentsOut | None
    targets: TargetsPairOut | None
    duties: DutiesPairOut | None


class StandingCountsOut(Shape):
    """Số điều giống, khác, chỉ có ở một bên."""

    same: int = Field(ge=0)
    different: int = Field(ge=0)
    only_a: int = Field(ge=0)
    only_b: int = Field(ge=0)


class AspectCountsOut(Shape):
    """Đếm trên mọi trang."""

    parent: StandingCountsOut
    target: StandingCountsOut
    duty: StandingCountsOut


class SideBySideOut(Page):
    """Một trang so sánh hai văn bản."""

    a: DocumentOut
    b: DocumentOut
    counts: AspectCountsOut
    items: list[PairOut]


@router.get(
    "/compare",
    operation_id="compareDocuments",
    response_model=SideBySideOut,
    responses=LIST_RESPONSES | problems(404, 409),
    tags=["documents"],
    summary="Hai văn bản cạnh nhau: thực hiện gì, đặt chỉ tiêu gì, giao việc gì",
)
async def compare(reply: ReplyTo, query: Annotated[CompareQuery, Query()]) -> Response:
    """Answers what two documents have alike, and in what they differ."""

    def question(store: Store) -> SideBySide:
        a, b = (key_of(store, ref) for ref in (query.a, query.b))
        return side_by_side(store, a, b, limit=query.limit, cursor=query.cursor)

    return await reply.to(question, side_by_side_json, COMPARE)

"""Ways between two documents over HTTP, under `/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.answers import ReplyTo
from api.options import parse_relations
from api.parameters import PathQuery
from api.references import key_of
from api.responses import LIST_RESPONSES, problems
from api.schemas import DocumentOut, PartialDate, StepOut
from api.shape import Page, Shape
from graph.store import Store
from loaders.records import RelationType
from queries.connection_shapes import connection_list_json
from queries.connections import ConnectionList, Way, connections
from visual.graphml import ways_graphml
from visual.sheets import PATH

router = APIRouter(prefix="/v1")


class ConnectionOut(Shape):
    """Một đường từ A tới B: các văn bản theo thứ tự, và quan hệ đã lưu giữa chúng."""

    documents: list[DocumentOut] = Field(min_length=1)
    steps: list[StepOut]


class ConnectionPageOut(Page):
    """Một trang các đường, ngắn nhất trước; tất cả có nhiều nhất 100."""

    a: DocumentOut
    b: DocumentOut
    relations: list[RelationType]
    as_of: PartialDate | None
    way: Way = Field(description="A lên B, B lên A, cùng lên một văn bản thứ ba, hay không thấy.")
    items: list[ConnectionOut]


@router.get(
    "/path",
    operation_id="listPaths",
    response_model=ConnectionPageOut,
    responses=LIST_RESPONSES | problems(404, 409),
    tags=["lineage"],
    summary="Hai văn bản nối với nhau bằng những đường nào",
)
async def paths(reply: ReplyTo, query: Annotated[PathQuery, Query()]) -> Response:
    """Answers by which ways one document leads to another."""

    def question(store: Store) -> ConnectionList:
        a, b = (key_of(store, ref) for ref in (query.a, query.b))
        return connections(
            store,
            a,
            b,
            relations=parse_relations(query.relations),
            as_of=query.as_of,
            limit=query.limit,
            cursor=query.cursor,
        )

    return await reply.to(question, connection_list_json, PATH, network=ways_graphml)

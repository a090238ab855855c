"""Timelines over HTTP, under `/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.answers import ReplyTo
from api.parameters import DocumentKey, TimelineQuery
from api.responses import ONE_RESPONSES
from api.schemas import DocumentOut, EvidenceOut, GroupOut, PartialDate
from api.shape import Page, Shape
from queries.timeline import timeline
from queries.timeline_events import EventKind
from queries.timeline_shapes import timeline_json
from visual.sheets import TIMELINE

router = APIRouter(prefix="/v1")


class EventOut(Shape):
    """Một sự kiện; `document` là văn bản thực hiện, sửa đổi, thay thế, nếu không thì chính nó."""

    kind: EventKind
    date: PartialDate | None
    document: DocumentOut
    effective: PartialDate | None = Field(description="Thay đổi có hiệu lực từ ngày này.")
    scope: str | None = Field(description="Phần bị thay đổi, như văn bản viết.")
    agency: str | None = Field(description="Cơ quan thôi hoạt động từ ngày này.")
    successors: list[str]
    basis: str | None
    duties: int = Field(ge=0, description="Số nhiệm vụ mà văn bản giao cơ quan đó.")
    evidence: list[EvidenceOut] = Field(max_length=20)
    evidence_total: int = Field(ge=0)


class TimelineOut(Page):
    """Một trang sự kiện, sớm nhất trước; ngày thiếu tính là ngày đầu, không rõ đứng cuối."""

    document: DocumentOut
    as_of: PartialDate | None
    items: list[EventOut]
    groups: list[GroupOut] = Field(description="Số văn bản thực hiện, theo cấp rồi tỉnh.")


@router.get(
    "/documents/{key}/timeline",
    operation_id="getTimeline",
    response_model=TimelineOut,
    responses=ONE_RESPONSES,
    tags=["documents"],
    summary="Dòng thời gian: ban hành, được thực hiện, sửa đổi, thay thế, cơ quan thay đổi",
)
async def timeline_of(
    reply: ReplyTo, key: DocumentKey, query: Annotated[TimelineQuery, Query()]
) -> Response:
    """Answers what happened to a document."""
    return await reply.about(
        key,
        lambda store, today: timeline(
            store, today, as_of=query.as_of, limit=query.limit, cursor=query.cursor
        ),
        timeline_json,
        TIMELINE,
    )

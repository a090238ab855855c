"""Findings over HTTP, under `/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.answers import ReplyTo
from api.options import parse_finding_codes
from api.parameters import FindingsQuery
from api.references import key_of
from api.responses import LIST_RESPONSES, problems
from api.schemas import DocumentOut, EvidenceOut
from api.shape import Page, Shape
from graph.store import Store
from queries.finding_kinds import FindingCode
from queries.finding_shapes import finding_list_json
from queries.findings import FindingList, findings
from visual.sheets import FINDINGS

router = APIRouter(prefix="/v1")


class FindingOut(Shape):
    """Một điều không khớp: văn bản nào, với văn bản nào, và câu làm chứng."""

    code: FindingCode
    document: DocumentOut
    others: list[DocumentOut]
    detail: str | None = Field(description="Các ngày, loại quan hệ, cơ quan, hoặc lý do.")
    evidence: list[EvidenceOut] = Field(max_length=20)


class FindingPageOut(Page):
    """Một trang các điều không khớp."""

    items: list[FindingOut]


@router.get(
    "/findings",
    operation_id="listFindings",
    response_model=FindingPageOut,
    responses=LIST_RESPONSES | problems(404, 409),
    tags=["findings"],
    summary="Những điều không khớp cần người xem: ngày, căn cứ, cơ quan, số hiệu",
)
async def all_findings(reply: ReplyTo, query: Annotated[FindingsQuery, Query()]) -> Response:
    """Answers what does not fit together, across documents or about one."""
    return await reply.to(lambda s: _findings(s, query), finding_list_json, FINDINGS)


def _findings(store: Store, query: FindingsQuery) -> FindingList:
    return findings(
        store,
        None if query.document is None else key_of(store, query.document),
        codes=() if query.codes is None else parse_finding_codes(query.codes),
        limit=query.limit,
        cursor=query.cursor,
    )

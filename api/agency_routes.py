"""Agencies over HTTP, under `/v1`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.agency_parameters import AgenciesQuery, AgencyKey, AgencyQuery
from api.answers import ReplyTo
from api.fact_schemas import AgencyTodayOut, DutyPageOut
from api.references import written_out
from api.responses import LIST_RESPONSES, problems
from api.schemas import PartialDate
from api.shape import Page, Shape
from graph.agencies.succession import Doubt
from loaders.records import Level
from queries.agencies import agencies, agency
from queries.agency_shapes import agency_json, agency_list_json
from visual.sheets import AGENCIES, AGENCY

router = APIRouter(prefix="/v1")


class AgencyUnitOut(Shape):
    """Tỉnh của cơ quan, với ngày đầu và ngày cuối của đơn vị đó."""

    name: str = Field(examples=["Lai Châu"])
    full_name: str = Field(examples=["tỉnh Lai Châu"])
    since: PartialDate | None
    until: PartialDate | None


class AgencyNameOut(Shape):
    """Một cơ quan được nêu tên."""

    name: str
    key: str | None


class SuccessionOut(Shape):
    """Một dòng của bảng kế thừa: phần việc nào, đến ngày nào, về ai, theo văn bản nào."""

    scope: str
    subjects: list[str]
    but: list[str]
    until: PartialDate
    successor: str | None
    basis: str
    confirmed: bool


class AgencyOut(Shape):
    """Một cơ quan; `many`: tên của nhiều cơ quan cùng loại, không có khóa."""

    key: str | None
    name: str = Field(examples=["Sở Y tế tỉnh Lai Châu"])
    stem: str = Field(examples=["Sở Y tế"])
    level: Level
    province: AgencyUnitOut | None
    district: str | None
    many: bool
    parent: AgencyNameOut | None
    today_status: Literal["same", "moved", "ended", "unknown"]
    agency_today: list[AgencyTodayOut]
    candidates_today: list[AgencyTodayOut]
    today_doubt: Doubt | None = Field(description="Vì sao chưa rõ; null khi đã rõ.")
    succession: list[SuccessionOut]
    duties: DutyPageOut
    duties_left_out: int = Field(
        ge=0, description="Số nhiệm vụ không có trong câu trả lời này; hỏi theo khóa để có hết."
    )


class AgencyPageOut(Page):
    """Một trang cơ quan; `unplaced` là số nhiệm vụ mà không rõ của cơ quan nơi nào."""

    name: str
    province: str | None
    as_of: PartialDate | None
    items: list[AgencyOut]
    unplaced: int = Field(ge=0)


@router.get(
    "/agencies",
    operation_id="listAgencies",
    response_model=AgencyPageOut,
    responses=LIST_RESPONSES | problems(404),
    tags=["duties"],
    summary="Một tên chỉ những cơ quan nào, nay việc của cơ quan đó về ai",
)
async def agencies_named(reply: ReplyTo, query: Annotated[AgenciesQuery, Query()]) -> Response:
    """Answers which bodies a name means."""
    name, spellings = written_out(query.name)
    asked = partial(
        agencies,
        name=name,
        spellings=spellings,
        province=query.province,
        as_of=query.as_of,
        limit=query.limit,
        cursor=query.cursor,
    )
    return await reply.to(
        asked, agency_list_json, AGENCIES, as_table=partial(asked, all_duties=True)
    )


@router.get(
    "/agencies/{key}",
    operation_id="showAgency",
    response_model=AgencyOut,
    responses=LIST_RESPONSES | problems(404),
    tags=["duties"],
    summary="Một cơ quan: nay việc của nó về ai, và văn bản giao nó những gì",
)
async def agency_of(
    reply: ReplyTo, key: AgencyKey, query: Annotated[AgencyQuery, Query()]
) -> Response:
    """Answers what became of one body, and what it was given to do."""
    return await reply.to(
        lambda store: agency(store, key, as_of=query.as_of, limit=query.limit, cursor=query.cursor),
        agency_json,
        AGENCY,
    )

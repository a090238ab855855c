"""Statistics over HTTP, under `/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.answers import ReplyTo
from api.parameters import Tabled
from api.responses import LIST_RESPONSES
from api.shape import Shape
from queries.statistics import statistics
from queries.statistics_shapes import statistics_json
from visual.sheets import STATISTICS

router = APIRouter(prefix="/v1")


class TallyOut(Shape):
    """Bao nhiêu mang giá trị này; `null`: không rõ."""

    value: str | None = Field(examples=["Kế hoạch"])
    count: int = Field(ge=1)


class CountedOut(Shape):
    """Tổng số."""

    total: int = Field(ge=0)


class DocumentCountsOut(CountedOut):
    """Số văn bản, đã nạp và chỉ được dẫn, theo từng mặt."""

    by_status: list[TallyOut]
    by_level: list[TallyOut]
    by_type: list[TallyOut]
    by_province: list[TallyOut]
    by_year: list[TallyOut]
    by_quality: list[TallyOut]


class FileCountsOut(CountedOut):
    """Số tệp theo kết quả đọc."""

    by_outcome: list[TallyOut]


class RelationCountsOut(CountedOut):
    """Số quan hệ theo loại."""

    by_type: list[TallyOut]


class DutyCountsOut(CountedOut):
    """Số nhiệm vụ theo vai trò, và số tên cơ quan khác nhau."""

    by_role: list[TallyOut]
    agencies: int = Field(ge=0)


class TargetCountsOut(CountedOut):
    """Số chỉ tiêu của từng văn bản, và số tên chỉ tiêu khác nhau."""

    indicators: int = Field(ge=0)


class AmbiguousCountsOut(Shape):
    """Số viện dẫn mà nhiều văn bản cùng khớp."""

    citations: int = Field(ge=0)


class StatisticsOut(Shape):
    """Đồ thị có bao nhiêu, của những gì."""

    documents: DocumentCountsOut
    files: FileCountsOut
    relations: RelationCountsOut
    duties: DutyCountsOut
    targets: TargetCountsOut
    ambiguous: AmbiguousCountsOut


@router.get(
    "/stats",
    operation_id="getStatistics",
    response_model=StatisticsOut,
    responses=LIST_RESPONSES,
    tags=["documents"],
    summary="Đồ thị có bao nhiêu văn bản, quan hệ, nhiệm vụ, chỉ tiêu",
)
async def stats(reply: ReplyTo, query: Annotated[Tabled, Query()]) -> Response:
    """Answers how much the graph holds."""
    return await reply.to(statistics, statistics_json, STATISTICS)

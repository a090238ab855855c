"""Duties and targets over HTTP, under `/v1`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.answers import ReplyTo
from api.fact_schemas import DutyPageOut, TargetPageOut
from api.parameters import (
    AllTargetsQuery,
    DocumentDutiesQuery,
    DocumentKey,
    DutiesQuery,
    TargetsQuery,
)
from api.references import agency_names, district_of, key_of
from api.responses import LIST_RESPONSES, ONE_RESPONSES, problems
from graph.stated import Duty
from graph.store import Store
from queries.fact_shapes import duty_list_json, target_list_json
from queries.facts import DutyQuestion, FactList, TargetList, duties, targets
from visual.sheets import DUTIES, TARGETS, TASKS

router = APIRouter(prefix="/v1")


@router.get(
    "/duties",
    operation_id="listDuties",
    response_model=DutyPageOut,
    responses=LIST_RESPONSES | problems(404, 409),
    tags=["duties"],
    summary="Ai phải làm gì: nhiệm vụ theo cơ quan, văn bản, phả hệ, vai trò",
)
async def all_duties(reply: ReplyTo, query: Annotated[DutiesQuery, Query()]) -> Response:
    """Answers who must do what, across documents."""
    return await reply.to(lambda s: _duties(s, query), duty_list_json, DUTIES, tasks=TASKS)


def _duties(store: Store, query: DutiesQuery) -> FactList[Duty]:
    asked = DutyQuestion(
        agencies=None if query.agency is None else agency_names(query.agency),
        nested=query.nested,
        document=None if query.document is None else key_of(store, query.document),
        lineage=None if query.lineage is None else key_of(store, query.lineage),
        role=query.role,
        task=query.words,
        province=query.province,
        district=None if query.district is None else district_of(query.district),
        issued_from=query.from_,
        issued_until=query.until,
    )
    return duties(store, asked, as_of=query.as_of, limit=query.limit, cursor=query.cursor)


@router.get(
    "/documents/{key}/duties",
    operation_id="listDocumentDuties",
    response_model=DutyPageOut,
    responses=ONE_RESPONSES,
    tags=["duties"],
    summary="Nhiệm vụ mà một văn bản giao",
)
async def duties_of(
    reply: ReplyTo, key: DocumentKey, query: Annotated[DocumentDutiesQuery, Query()]
) -> Response:
    """Answers who must do what under one document."""
    agencies = None if query.agency is None else agency_names(query.agency)
    asked = DutyQuestion(agencies, query.nested, role=query.role, task=query.words)
    return await reply.about(
        key,
        lambda store, today: duties(
            store, replace(asked, document=today), limit=query.limit, cursor=query.cursor
        ),
        duty_list_json,
        DUTIES,
        tasks=TASKS,
    )


@router.get(
    "/targets",
    operation_id="listTargets",
    response_model=TargetPageOut,
    responses=LIST_RESPONSES | problems(404, 409),
    tags=["targets"],
    summary="Chỉ tiêu của mọi văn bản: theo tên, dưới mọi cách gọi của một chỉ tiêu",
)
async def all_targets(reply: ReplyTo, query: Annotated[AllTargetsQuery, Query()]) -> Response:
    """Answers what is set as targets, across documents."""
    return await reply.to(lambda s: _targets(s, query), target_list_json, TARGETS)


def _targets(store: Store, query: AllTargetsQuery) -> TargetList:
    return targets(
        store,
        document=None if query.document is None else key_of(store, query.document),
        indicator=query.indicator,
        limit=query.limit,
        cursor=query.cursor,
    )


@router.get(
    "/documents/{key}/targets",
    operation_id="listDocumentTargets",
    response_model=TargetPageOut,
    responses=ONE_RESPONSES,
    tags=["targets"],
    summary="Chỉ tiêu mà một văn bản đặt ra",
)
async def targets_of(
    reply: ReplyTo, key: DocumentKey, query: Annotated[TargetsQuery, Query()]
) -> Response:
    """Answers what a document sets as targets."""
    return await reply.about(
        key,
        lambda store, today: targets(
            store,
            document=today,
            indicator=query.indicator,
            limit=query.limit,
            cursor=query.cursor,
        ),
        target_list_json,
        TARGETS,
    )

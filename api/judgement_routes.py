"""Judgements and what is left to judge; bodies are those of the command line's --json."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.answers import ReplyTo
from api.judgement_schemas import JudgementPageOut
from api.parameters import JudgementsQuery, ReviewQuery
from api.references import key_of
from api.responses import LIST_RESPONSES, problems
from api.review_schemas import ReviewPageOut
from graph.store import Store
from queries.judgement_shapes import judgement_list_json
from queries.judgements import JudgementList, judgement_list
from queries.review import review
from queries.review_shapes import review_json
from visual.sheets import JUDGEMENTS, REVIEW

router = APIRouter(prefix="/v1")


@router.get(
    "/judgements",
    operation_id="listJudgements",
    response_model=JudgementPageOut,
    responses=LIST_RESPONSES | problems(404, 409),
    tags=["judgements"],
    summary="Các kết luận của con người về văn bản nào là một, kể cả kết luận đã rút",
)
async def list_judgements(reply: ReplyTo, query: Annotated[JudgementsQuery, Query()]) -> Response:
    """Lists judgements."""

    def question(store: Store) -> JudgementList:
        key = None if query.document is None else key_of(store, query.document)
        return judgement_list(store, key, limit=query.limit, cursor=query.cursor)

    return await reply.to(question, judgement_list_json, JUDGEMENTS)


@router.get(
    "/review",
    operation_id="listReview",
    response_model=ReviewPageOut,
    responses=LIST_RESPONSES,
    tags=["judgements"],
    summary="Những gì cần người kết luận, quan trọng nhất trước",
)
async def list_review(reply: ReplyTo, query: Annotated[ReviewQuery, Query()]) -> Response:
    """Lists what a person should judge."""
    return await reply.to(
        lambda store: review(store, query.kind, limit=query.limit, cursor=query.cursor),
        review_json,
        REVIEW,
    )

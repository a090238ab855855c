"""Judging over HTTP, where the service was started with it: the only questions that write.

The service has no login, so that a browser that shows another site must not be able to judge: a
request has to say that it is JSON, which no form can, and to come from no other site.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlsplit

import orjson
from fastapi import APIRouter, Depends, Path
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.answers import accepts_json
from api.judgement_schemas import JudgementOut
from api.judging import Judged, Person, judge_refs, undo_id
from api.parameters import PlainText
from api.responses import LIST_RESPONSES, problems
from api.settings import Settings
from api.shape import Shape
from api.stores import open_store
from graph.judgement import Verdict
from graph.store import Store


class PersonIn(Shape):
    """Ai kết luận, vì sao."""

    author: PlainText
    reason: Annotated[str, Field(min_length=1, max_length=4000)]

    def person(self) -> Person:
        """Return who judges. Raises BadOption where a field is blank."""
        return Person(self.author, self.reason)


class JudgementIn(PersonIn):
    """Kết luận: hai văn bản (khóa, hoặc số hiệu viết kiểu nào cũng được) là một, hay không."""

    left: PlainText
    verdict: Verdict
    right: PlainText


class OutcomeOut(Shape):
    """Kết luận đã ghi, đã có từ trước, hay đã rút."""

    outcome: str = Field(examples=["judged", "unchanged", "undone"])
    judgement: JudgementOut


def from_here(request: Request) -> None:
    """Refuse with 415 what is no JSON, with 403 what a browser sends for another site."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415)
    origin = request.headers.get("origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if elsewhere or request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise HTTPException(403)


def judging_router(settings: Settings) -> APIRouter:
    """Return the routes that write into the store of `settings`."""
    router = APIRouter(prefix="/v1", dependencies=[Depends(accepts_json), Depends(from_here)])

    async def written(work: Callable[[Store], Judged]) -> Response:
        def write() -> Judged:
            store = open_store(settings.store)
            try:
                return work(store)
            finally:
                store.close()

        answer = await run_in_threadpool(write)
        return Response(orjson.dumps(answer.json()), 200, None, "application/json")

    responses = LIST_RESPONSES | problems(403, 404, 409, 415)

    @router.post(
        "/judgements",
        operation_id="judge",
        response_model=OutcomeOut,
        responses=responses,
        tags=["judgements"],
        summary="Kết luận hai văn bản là một hay không; đứng trên mọi quy tắc",
    )
    async def judge_two(said: JudgementIn) -> Response:
        """Writes a judgement."""
        person = said.person()
        return await written(
            lambda store: judge_refs(store, said.left, said.verdict, said.right, person)
        )

    @router.post(
        "/judgements/{id}/undo",
        operation_id="undoJudgement",
        response_model=OutcomeOut,
        responses=responses,
        tags=["judgements"],
        summary="Rút lại một kết luận; nó vẫn được giữ",
    )
    async def undo_one(id: Annotated[str, Path(max_length=100)], said: PersonIn) -> Response:
        """Takes a judgement back."""
        person = said.person()
        return await written(lambda store: undo_id(store, id, person))

    return router

"""Shaping answers: JSON as bytes, the next page as a Link, an old key as a redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

import orjson
from fastapi import Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.asking import Desk
from graph.store import Store
from queries.documents import known

T = TypeVar("T")


class Moved(Exception):
    """The key asked for is an old one; `key` is the one of today."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


async def desk_of(request: Request) -> Desk:
    """Return the desk of the running service."""
    desk: Desk = request.app.state.desk
    return desk


DeskOf = Annotated[Desk, Depends(desk_of)]


def json_response(request: Request, body: dict[str, Any]) -> Response:
    """Return a body as JSON; one with a `next` has the complete address of the next page."""
    headers = {}
    if body.get("next"):
        url = request.url.include_query_params(cursor=body["next"])
        headers["Link"] = f'<{url}>; rel="next"'
    return Response(orjson.dumps(body), 200, headers, "application/json")


def about(key: str, question: Callable[[Store, str], T]) -> Callable[[Store], T]:
    """Return the question about the document of `key`, which raises Moved for an old key."""

    def ask(store: Store) -> T:
        today = known(store, key).key
        if today != key:
            raise Moved(today)
        return question(store, today)

    return ask


class Reply:
    """What a route answers with: its question asked at the desk, the answer brought into shape."""

    def __init__(self, request: Request, desk: Desk) -> None:
        self._request = request
        self._desk = desk

    async def to(
        self, question: Callable[[Store], T], shape: Callable[[T], dict[str, Any]]
    ) -> Response:
        """Return the answer to `question` in its shape."""
        return json_response(self._request, shape(await self._desk.ask(question)))

    async def about(
        self,
        key: str,
        question: Callable[[Store, str], T],
        shape: Callable[[T], dict[str, Any]],
    ) -> Response:
        """Return the answer to `question` about the document of `key`; Moved for an old key."""
        return await self.to(about(key, question), shape)


async def reply_of(request: Request, desk: DeskOf) -> Reply:
    """Return what answers a request at the desk of the running service."""
    return Reply(request, desk)


ReplyTo = Annotated[Reply, Depends(reply_of)]


def on_moved(request: Request, error: Exception) -> Response:
    """Answer an old key with the address under the new one."""
    assert isinstance(error, Moved)
    before, after = request.scope["path"].split(f"/documents/{request.path_params['key']}", 1)
    query = request.url.query
    address = f"{before}/documents/{quote(error.key, safe='')}{quote(after)}"
    return Response(status_code=308, headers={"Location": address + (f"?{query}" if query else "")})


async def accepts_json(request: Request) -> None:
    """Refuse with 406 a request that accepts no JSON."""
    accept = request.headers.get("accept")
    if not accept:
        return
    for part in accept.split(","):
        kind, *options = (piece.strip().lower() for piece in part.split(";"))
        refused = any(option.replace(" ", "") in ("q=0", "q=0.0") for option in options)
        if kind in ("*/*", "application/*", "application/json") and not refused:
            return
    raise HTTPException(406)

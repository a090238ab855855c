"""Shaping answers: JSON as bytes, the next page as a Link, an old key as a redirect."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

import orjson
from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from api.asking import Desk
from api.files import file_headers, question_of, table_bytes
from api.negotiation import TABLES, Form, form_of
from graph.store import Store
from queries.documents import known
from queries.paging import Page
from visual.columns import Table

T = TypeVar("T")

_LARGE = 1_000
"""An answer of so many items is shaped beside the loop; fewer take less time than a thread."""
_AT_ONCE = 2
"""So many files are made at once; each holds its whole answer."""
_FILES: RunVar[CapacityLimiter] = RunVar("files")


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
    headers = {"Vary": "Accept", **_next_link(request, body)}
    return Response(orjson.dumps(body), 200, headers, "application/json")


def _next_link(request: Request, body: dict[str, Any]) -> dict[str, str]:
    if not body.get("next"):
        return {}
    url = request.url.include_query_params(cursor=body["next"])
    return {"Link": f'<{url}>; rel="next"'}


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
        self,
        question: Callable[[Store], T],
        shape: Callable[[T], dict[str, Any]],
        table: Table | None = None,
        *,
        network: Callable[[T], bytes] | None = None,
        tasks: Table | None = None,
        as_table: Callable[[Store], T] | None = None,
    ) -> Response:
        """Return the answer to `question` in its shape, in the form that the request wants.

        `table` says how it is a table, `network` makes GraphML of it, `tasks` is its table of
        tasks; `as_table` is the question where a table needs a longer answer. Raises
        HTTPException(406) where the request accepts no form that there is.
        """
        form = form_of(self._request, _offered(table, network, tasks))
        longer = as_table if as_table is not None and form is not Form.JSON else None
        answer = await self._desk.ask(longer or question)
        if form is Form.JSON:
            large = isinstance(answer, Page) and len(answer.items) > _LARGE
            whole = await _apart(partial(shape, answer)) if large else shape(answer)
            return json_response(self._request, whole)
        rows = tasks if form in (Form.TASKS, Form.TASKS_XLSX) else table
        assert table is not None and rows is not None
        headers = {"Vary": "Accept", **file_headers(rows.name, form)}
        if form is Form.GRAPHML:
            assert network is not None
            return Response(await _apart(partial(network, answer)), 200, headers)
        body = await _apart(partial(shape, answer))
        headers |= _next_link(self._request, body)
        lang = self._request.query_params.get("lang")
        question_asked = question_of(self._request)
        data = await _apart(partial(table_bytes, form, rows, body, question_asked, lang))
        return Response(data, 200, headers)

    async def about(
        self,
        key: str,
        question: Callable[[Store, str], T],
        shape: Callable[[T], dict[str, Any]],
        table: Table | None = None,
        *,
        network: Callable[[T], bytes] | None = None,
        tasks: Table | None = None,
    ) -> Response:
        """Return the answer to `question` about the document of `key`; Moved for an old key."""
        return await self.to(about(key, question), shape, table, network=network, tasks=tasks)


async def _apart(work: Callable[[], T]) -> T:
    """Return what a piece of work makes, done beside the loop: a workbook takes seconds to make."""
    limiter = _FILES.get(None)
    if limiter is None:
        limiter = CapacityLimiter(_AT_ONCE)
        _FILES.set(limiter)
    return await to_thread.run_sync(work, limiter=limiter)


def _offered(table: object, network: object, tasks: object) -> list[Form]:
    return [
        Form.JSON,
        *(TABLES[1:] if table else ()),
        *((Form.GRAPHML,) if network else ()),
        *((Form.TASKS, Form.TASKS_XLSX) if tasks else ()),
    ]


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
    form_of(request, (Form.JSON,))

"""What every answer passes through: HEAD, security headers, and the memory of recent answers."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.asking import Desk
from api.memory import Answer, Headers, Memory
from loaders.errors import PhaheError
from visual.texts import SPOKEN

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
OnError = Callable[[Request, Exception], Response]
"""Makes the answer of a request that failed."""

SECURITY_HEADERS: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
_KEPT_BY_304 = (b"etag", b"link", b"vary", b"content-security-policy")
DATA_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")


REQUEST_ID = "phahe.request_id"
"""Where a request's scope holds its name."""
_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")


def _request_id(scope: Scope) -> bytes:
    """Return the name that the asker gave the request, else a new one."""
    given = dict(scope["headers"]).get(b"x-request-id", b"")
    return given if _ID.fullmatch(given) else secrets.token_hex(8).encode()


class Finish:
    """Adds the security headers and the request's name (`X-Request-Id`) to every answer, and
    answers HEAD as GET without the body."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = scope[REQUEST_ID] = _request_id(scope)
        head = scope["method"] == "HEAD"
        if head:
            scope = {**scope, "method": "GET"}

        async def finish(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name for name, _ in message["headers"]}
                extra = [*SECURITY_HEADERS, DATA_POLICY, (b"cache-control", b"no-cache")]
                added = [header for header in extra if header[0] not in present]
                named = [*message["headers"], *added, (b"x-request-id", name)]
                message = {**message, "headers": named}
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self._app(scope, receive, finish)


class Remember:
    """Keeps the answers to recent GETs for as long as the store does not change.

    An answer is a function of the store's revision, the path, the query, what is accepted and
    which language is spoken. Every kept answer has an ETag, and If-None-Match is answered with 304.
    What does not come from the store (static files, health) is passed through.
    """

    def __init__(self, app: App, desk: Desk, most_bytes: int, on_error: OnError) -> None:
        self._app = app
        self._desk = desk
        self._on_error = on_error
        self._memory = Memory(most_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not _from_store(scope["path"]):
            await self._app(scope, receive, send)
            return
        try:
            revision = (await self._desk.state()).revision
        except PhaheError as error:
            # Nothing can be answered; asking again would only make the reader wait twice.
            await self._on_error(Request(scope), error)(scope, receive, send)
            return
        headers = dict(scope["headers"])
        asked = (
            scope.get("raw_path") or scope["path"].encode(),
            scope["query_string"],
            headers.get(b"accept", b""),
            headers.get(b"host", b""),
            SPOKEN.get().encode(),
        )
        kept = self._memory.get(revision, asked)
        if kept is None:
            kept = await self._ask(scope, receive, send)
            if kept is None:
                return
            self._memory.keep(revision, asked, kept)
        await _answer(kept, headers.get(b"if-none-match"), send)

    async def _ask(self, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """Return a complete answer worth keeping; any other is sent on as it comes."""
        start: Message = {}
        parts: list[bytes] = []

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and message["status"] == 200:
                start = message
            elif start:
                parts.append(message.get("body", b""))
            else:
                await send(message)

        await self._app(scope, receive, hold)
        if not start:
            return None
        body = b"".join(parts)
        tag = hashlib.blake2b(body, digest_size=12).hexdigest()
        return [*start["headers"], (b"etag", f'W/"{tag}"'.encode())], body


def _from_store(path: str) -> bool:
    return path == "/" or path.startswith(("/v1/", "/documents/", "/agencies"))


async def _answer(kept: Answer, if_none_match: bytes | None, send: Send) -> None:
    headers, body = kept
    tag = dict(headers)[b"etag"]
    if if_none_match is not None and _matches(if_none_match, tag):
        # Browsers take the headers of a 304 over those they have: the page's policy must be there.
        same = [header for header in headers if header[0] in _KEPT_BY_304]
        await send({"type": "http.response.start", "status": 304, "headers": same})
        await send({"type": "http.response.body", "body": b""})
        return
    # A copy: compression, further out, writes its own length into the list that it is given.
    await send({"type": "http.response.start", "status": 200, "headers": [*headers]})
    await send({"type": "http.response.body", "body": body})


def _matches(if_none_match: bytes, tag: bytes) -> bool:
    wanted = {part.strip().removeprefix(b"W/") for part in if_none_match.split(b",")}
    return b"*" in wanted or tag.removeprefix(b"W/") in wanted

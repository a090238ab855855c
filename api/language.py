"""The language of the pages: chosen by a link, kept in a cookie, else Vietnamese."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response

from api.middleware import App, Receive, Scope, Send
from visual.texts import LANGUAGES, SPOKEN

COOKIE = "phahe_language"
_YEAR = 365 * 24 * 3600

router = APIRouter(include_in_schema=False)


@router.get("/language/{code}")
async def choose(request: Request, code: Literal["vi", "en"]) -> Response:
    """Keep the language and go back to the page that the link stood on."""
    answer = RedirectResponse(_page_before(request), 303, {"Cache-Control": "no-store"})
    answer.set_cookie(COOKIE, code, max_age=_YEAR, samesite="lax", httponly=True)
    return answer


def _page_before(request: Request) -> str:
    """Return the address, without its place, of the page of this service that was left; else /."""
    before = urlsplit(request.headers.get("referer", ""))
    if before.netloc != request.url.netloc or not before.path.startswith("/"):
        return "/"
    path = "/" + before.path.lstrip("/")  # "//elsewhere" would be another place
    return f"{path}?{before.query}" if before.query else path


class Speak:
    """Lets every answer speak the language that its reader chose."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            SPOKEN.set(language_of(scope))
        await self._app(scope, receive, send)


def language_of(scope: Scope) -> str:
    """Return the language that the cookie of a request names, Vietnamese where it names none."""
    for name, value in scope["headers"]:
        if name == b"cookie":
            code = cookie_parser(value.decode("latin-1")).get(COOKIE)
            if code in LANGUAGES:
                return code
    return LANGUAGES[0]

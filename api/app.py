"""The service: routes, errors and middleware put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from api import (
    agency_pages,
    agency_routes,
    cascade_routes,
    compare_routes,
    connection_routes,
    coverage_routes,
    fact_routes,
    finding_routes,
    health,
    judgement_routes,
    language,
    pages,
    review_page,
    routes,
    statistics_routes,
    timeline_routes,
)
from api.answers import Moved, on_moved
from api.desks import desk_of
from api.judging_routes import judging_router
from api.language import Speak
from api.middleware import Finish, OnError, Remember
from api.openapi import add_docs
from api.problems import on_crash, on_http_error, on_invalid, on_phahe_error
from api.settings import Settings
from api.version import version
from loaders.errors import PhaheError
from visual.pages import static_folder

_ROUTED = (
    routes,
    fact_routes,
    agency_routes,
    cascade_routes,
    compare_routes,
    connection_routes,
    coverage_routes,
    finding_routes,
    judgement_routes,
    statistics_routes,
    timeline_routes,
    health,
    pages,
    agency_pages,
    language,
    review_page,
)
_HANDLERS: tuple[tuple[type[Exception], OnError], ...] = (
    (PhaheError, on_phahe_error),
    (Moved, on_moved),
    (HTTPException, on_http_error),
    (RequestValidationError, on_invalid),
    (Exception, on_crash),
)


def create_app(settings: Settings) -> FastAPI:
    """Return the service over the store of `settings`, which is opened when first asked for."""
    desk = desk_of(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="phahe",
        version=version(),
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.desk = desk
    for module in _ROUTED:
        app.include_router(module.router)
    if settings.judging:
        app.include_router(judging_router(settings))
    add_docs(app)
    app.mount("/static", StaticFiles(directory=static_folder()), name="static")
    for kind, handler in _HANDLERS:
        app.add_exception_handler(kind, handler)
    # The last one added is the outermost.
    app.add_middleware(
        Remember, desk=desk, most_bytes=settings.cache_bytes, on_error=on_phahe_error
    )
    app.add_middleware(Speak)
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(Finish)
    return app

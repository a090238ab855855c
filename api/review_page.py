"""The page of what a person should judge."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BeforeValidator
from starlette.responses import Response

from api.answers import DeskOf
from api.pages import html
from api.parameters import CursorText, Parameters
from graph.store import Store
from queries.review import ReviewKind, review
from visual.review_page import citing_keys, review_page

router = APIRouter(include_in_schema=False)

SHOWN = 20
"""So many things to judge stand on a page."""


class ReviewPageQuery(Parameters):
    """Parameters of the page of a review."""

    kind: Annotated[ReviewKind | None, BeforeValidator(lambda text: text or None)] = None
    cursor: CursorText | None = None


@router.get("/review")
async def to_judge(desk: DeskOf, query: Annotated[ReviewPageQuery, Query()]) -> Response:
    """The page of what is ambiguous or probably twice."""
    return html(await desk.ask(lambda store: _page(store, query)))


def _page(store: Store, query: ReviewPageQuery) -> str:
    answer = review(store, query.kind, limit=SHOWN, cursor=query.cursor)
    return review_page(answer, store.documents(citing_keys(answer)), query.kind)

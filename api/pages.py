"""The web pages: data from the questions, HTML from `visual.pages`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.answers import DeskOf, about
from api.document_parameters import DocumentPageQuery
from api.document_tabs import document_tab, fact_counts
from api.parameters import CoveragePageQuery, DocumentKey
from api.references import readings_of
from api.search_parameters import HomeQuery
from graph.model import MentionStatus
from graph.store import Store
from loaders.names.doc_types import types_named
from loaders.names.places import province_names
from queries.coverage import coverage
from queries.documents import list_documents
from queries.resolution import Resolution
from queries.resolve import resolve
from queries.search import search
from visual.coverage_page import coverage_page
from visual.pages import CONTENT_SECURITY_POLICY, home_page
from visual.search_page import Offered, search_page

router = APIRouter(include_in_schema=False)


def html(page: str, status: int = 200) -> Response:
    """Return a page with its security policy."""
    headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Vary": "Cookie"}
    return Response(page, status, headers, "text/html; charset=utf-8")


@router.get("/")
async def home(desk: DeskOf, query: Annotated[HomeQuery, Query()]) -> Response:
    """The first page, and with words or filters the results of a search."""
    words = (query.q or "").strip()
    asked = words if any(char.isalnum() for char in words) else ""
    if not asked and not query.options():
        return html(home_page(await desk.state()))
    return html(await desk.ask(lambda store: _search(store, asked, query)))


def _search(store: Store, words: str, query: HomeQuery) -> str:
    criteria, filters, cursor = query.criteria(), query.options(), query.cursor
    offered = Offered(tuple(types_named()), province_names())
    if not words:
        listed = list_documents(store, criteria, cursor=cursor)
        return search_page(words, listed, None, filters, offered)
    results = search(store, words, criteria=criteria, cursor=cursor)
    meant = None if cursor or filters else _meant(store, words)
    return search_page(words, results, meant, filters, offered)


def _meant(store: Store, words: str) -> Resolution | None:
    """Return what the words mean as a citation, None where they are none."""
    answer = resolve(store, words, readings_of(store, words))
    return None if answer.status is MentionStatus.NOT_RECOGNISED else answer


@router.get("/documents/{key}")
async def document(
    desk: DeskOf, key: DocumentKey, query: Annotated[DocumentPageQuery, Query()]
) -> Response:
    """The page of one document."""
    return html(await desk.ask(about(key, lambda store, today: document_tab(store, today, query))))


@router.get("/documents/{key}/coverage")
async def coverage_of(
    desk: DeskOf, key: DocumentKey, query: Annotated[CoveragePageQuery, Query()]
) -> Response:
    """The page that says which places carry a document out."""
    return html(await desk.ask(about(key, lambda store, today: _coverage(store, today, query))))


def _coverage(store: Store, key: str, query: CoveragePageQuery) -> str:
    provinces = None if query.provinces is None else int(query.provinces)
    found = coverage(store, key, provinces=provinces, by=query.by, as_of=query.as_of)
    return coverage_page(found, fact_counts(store, key))

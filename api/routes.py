"""The questions of phahe over HTTP, under `/v1`; bodies are those of the command line's --json."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.answers import ReplyTo
from api.lineage_parameters import LineageQuery
from api.options import parse_relations
from api.parameters import (
    DocumentKey,
    DocumentsQuery,
    MentionsQuery,
    ResolveQuery,
    SearchQuery,
    Tabled,
)
from api.references import readings_of
from api.responses import LIST_RESPONSES, ONE_RESPONSES
from api.schemas import (
    DocumentPageOut,
    DocumentViewOut,
    LineageOut,
    MentionPageOut,
    ResolutionOut,
)
from graph.store import Store
from queries.documents import list_documents, show
from queries.lineage import LineageQuestion, lineage
from queries.mentions import mention_list
from queries.naming import naming_json, naming_list
from queries.paging import page_json
from queries.resolution import Resolution
from queries.resolve import resolve
from queries.search import search
from queries.shapes import (
    document_list_json,
    document_view_json,
    lineage_json,
    mention_list_json,
    resolution_json,
)
from visual.graphml import lineage_graphml
from visual.sheets import DOCUMENT, DOCUMENTS, LINEAGE, MENTIONS

router = APIRouter(prefix="/v1")


@router.get(
    "/documents",
    operation_id="listDocuments",
    response_model=DocumentPageOut,
    responses=LIST_RESPONSES,
    tags=["documents"],
    summary="Danh sách văn bản theo bộ lọc, xếp theo khóa",
)
async def list_all(reply: ReplyTo, query: Annotated[DocumentsQuery, Query()]) -> Response:
    """Lists documents by filters."""
    criteria = query.criteria(query.number)
    return await reply.to(
        lambda store: list_documents(store, criteria, limit=query.limit, cursor=query.cursor),
        document_list_json,
        DOCUMENTS,
    )


@router.get(
    "/documents/{key}",
    operation_id="showDocument",
    response_model=DocumentViewOut,
    responses=ONE_RESPONSES,
    tags=["documents"],
    summary="Một văn bản: thông tin, tệp, quan hệ và câu làm chứng",
)
async def show_one(reply: ReplyTo, key: DocumentKey, query: Annotated[Tabled, Query()]) -> Response:
    """Shows one document."""
    return await reply.about(key, show, document_view_json, DOCUMENT)


@router.get(
    "/documents/{key}/lineage",
    operation_id="getLineage",
    response_model=LineageOut,
    responses=ONE_RESPONSES,
    tags=["lineage"],
    summary="Phả hệ: văn bản này thực hiện gì (ancestors), ai thực hiện nó (descendants)",
)
async def lineage_of(
    reply: ReplyTo, key: DocumentKey, query: Annotated[LineageQuery, Query()]
) -> Response:
    """Answers what a document carries out, or what carries it out."""
    asked = LineageQuestion(
        parse_relations(query.relations), query.depth, query.as_of, query.sieve()
    )
    return await reply.about(
        key,
        lambda store, today: lineage(
            store, today, query.direction, asked, limit=query.limit, cursor=query.cursor
        ),
        lineage_json,
        LINEAGE,
        network=lineage_graphml,
    )


@router.get(
    "/documents/{key}/mentions",
    operation_id="listMentions",
    response_model=MentionPageOut,
    responses=ONE_RESPONSES,
    tags=["documents"],
    summary="Các tệp của văn bản nhắc tới những văn bản nào, hoặc (of) ai nhắc tới văn bản này",
)
async def mentions_of(
    reply: ReplyTo, key: DocumentKey, query: Annotated[MentionsQuery, Query()]
) -> Response:
    """Lists the mentions in a document's files, or those of the document in all files."""
    if query.of:
        return await reply.about(
            key,
            lambda store, today: naming_list(store, today, limit=query.limit, cursor=query.cursor),
            lambda answer: page_json(answer, naming_json),
            MENTIONS,
        )
    return await reply.about(
        key,
        lambda store, today: mention_list(store, today, limit=query.limit, cursor=query.cursor),
        mention_list_json,
        MENTIONS,
    )


@router.get(
    "/resolve",
    operation_id="resolveCitation",
    response_model=ResolutionOut,
    responses=LIST_RESPONSES,
    tags=["search"],
    summary="Viện dẫn này chỉ văn bản nào, và vì sao; không bao giờ đoán",
)
async def resolve_one(reply: ReplyTo, query: Annotated[ResolveQuery, Query()]) -> Response:
    """Resolves a citation."""

    def answer(store: Store) -> Resolution:
        said = readings_of(store, query.text, province=query.province, date=query.date)
        return resolve(store, query.text, said, until=query.date)

    return await reply.to(answer, resolution_json)


@router.get(
    "/search",
    operation_id="searchDocuments",
    response_model=DocumentPageOut,
    responses=LIST_RESPONSES,
    tags=["search"],
    summary="Tìm văn bản theo từ (có dấu hay không) hoặc số hiệu",
)
async def search_all(reply: ReplyTo, query: Annotated[SearchQuery, Query()]) -> Response:
    """Searches documents."""
    criteria = query.criteria()
    return await reply.to(
        lambda store: search(
            store, query.q, criteria=criteria, limit=query.limit, cursor=query.cursor
        ),
        document_list_json,
        DOCUMENTS,
    )

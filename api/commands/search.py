"""`phahe search`."""

from __future__ import annotations

from dataclasses import dataclass

from api.commands.answering import give
from api.commands.opening import reading
from api.commands.tables import count_of_documents, documents_table
from api.console import out
from api.options import criteria_of
from queries.documents import DocumentList
from queries.search import search
from queries.shapes import document_list_json
from visual.sheets import DOCUMENTS


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters as typed."""

    type: str | None
    province: str | None
    level: str | None
    status: str | None
    issued_from: str | None
    issued_until: str | None


def run(
    words: str,
    store_url: str | None,
    filters: Filters,
    *,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    criteria = criteria_of(
        {
            "type": filters.type,
            "province": filters.province,
            "level": filters.level,
            "status": filters.status,
            "from": filters.issued_from,
            "until": filters.issued_until,
        }
    )
    with reading(store_url) as store:
        answer = search(store, words, criteria=criteria, limit=limit, cursor=cursor)
    return give(answer, document_list_json, DOCUMENTS, _print, as_json=as_json)


def _print(answer: DocumentList) -> None:
    if answer.items:
        out().print(documents_table(answer.items))
    out().print(count_of_documents(answer.total))

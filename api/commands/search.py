"""`phahe search`."""

from __future__ import annotations

from dataclasses import dataclass

from api.commands.opening import reading
from api.commands.tables import documents_table, nothing
from api.console import out
from api.exits import Exit
from api.options import criteria_of
from api.output import print_answer
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
    if as_json:
        print_answer(document_list_json(answer), DOCUMENTS)
        return Exit.DONE
    console = out()
    if answer.items:
        console.print(documents_table(answer.items))
    console.print(nothing(answer.total))
    if answer.truncated:
        console.print(f"Còn nữa: --cursor {answer.next}", soft_wrap=True)
    return Exit.DONE

"""Finding documents in SQLite by filters and folded words."""

from __future__ import annotations

from typing import Any

from graph.found_by import first_day, is_folded_word
from graph.model import Document
from graph.sqlite_store_connection import Connection
from graph.sqlite_store_rows import DOCUMENT_COLUMNS, nodes_of
from graph.store import Criteria

PAGE = f"""
select {DOCUMENT_COLUMNS}, f.name
from (select d.id from document d {{where}} order by d.key limit ?) p
cross join document d on d.id = p.id left join file f on f.document = d.id
"""


def find_documents(
    db: Connection, criteria: Criteria, *, limit: int, after: str | None
) -> tuple[list[Document], int]:
    """Return one page of the nodes that fit, by key, and how many fit in all."""
    if not all(map(is_folded_word, criteria.words)):
        return [], 0
    conditions, values = _conditions(criteria)
    where = f"where {' and '.join(conditions)}" if conditions else ""
    behind, more = where, values
    if after is not None:
        behind = f"{where} and d.key > ?" if conditions else "where d.key > ?"
        more = [*values, after]
    room = max(limit, 0)
    page = nodes_of(db.rows(PAGE.format(where=behind), [*more, room]))
    if after is None and len(page) < room:
        return page, len(page)
    if conditions:
        counted = db.first(f"select count(*) from document d {where}", values)
    else:
        counted = db.first("select documents from state")
    return page, int(counted[0])


def _conditions(criteria: Criteria) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    words = [word for word in criteria.words if word]
    if words:
        conditions.append("d.id in (select rowid from document_words where document_words match ?)")
        values.append(match_of(words))
    for column, value in (
        ("d.block", criteria.number),
        ("d.type", criteria.type),
        ("d.status", criteria.status),
        ("d.level", criteria.level),
        ("d.province", criteria.province),
    ):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    for operator, date in ((">=", criteria.issued_from), ("<=", criteria.issued_until)):
        if date is not None:
            conditions.append(f"d.first_day {operator} ?")
            values.append(first_day(date))
    return conditions, values


def match_of(words: list[str]) -> str:
    """Return the full-text question: every word whole, the last one as a beginning.

    Folded words hold no quotation mark; between two of them nothing is an operator.
    """
    return " AND ".join(f'"{word}"' for word in words) + " *"

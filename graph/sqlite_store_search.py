"""Finding documents in SQLite by filters and folded words."""

from __future__ import annotations

from typing import Any

from graph.found_by import first_day, is_folded_word
from graph.model import Document, DocumentStatus
from graph.sqlite_store_connection import Connection
from graph.sqlite_store_rows import DOCUMENT_COLUMNS, nodes_of
from graph.store import Criteria, Together

PAGE = f"""
select {DOCUMENT_COLUMNS}, f.name
from (select d.id from document d {{where}} order by {{order}} limit ?) p
cross join document d on d.id = p.id left join file f on f.document = d.id
"""

HOLDING = "d.id in (select rowid from document_words where document_words match ?)"
COUNTED = "select count(*) from document_words where document_words match ?"


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
    order, ordered = _order(criteria.best)
    page = nodes_of(db.rows(PAGE.format(where=behind, order=order), [*more, *ordered, room]))
    if after is None and len(page) < room:
        return page, len(page)
    if conditions == [HOLDING]:  # the words' own index counts them without a look at the nodes
        counted = db.first(COUNTED, values)
    elif conditions:
        counted = db.first(f"select count(*) from document d {where}", values)
    else:
        counted = db.first("select documents from state")
    return page, int(counted[0])


def _conditions(criteria: Criteria) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    words = [word for word in criteria.words if word]
    if words:
        conditions.append(HOLDING)
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


def _order(best: tuple[Together, ...]) -> tuple[str, list[Any]]:
    """Return the terms of an order, and their values."""
    if not best:
        return "d.key", []
    held = " ".join(
        f"when instr(' ' || d.words, ?){' and d.type = ?' if one.type else ''} then {at}"
        for at, one in enumerate(best)
    )
    values = [value for one in best for value in (f" {one.words}", one.type) if value]
    last = "d.status = ?, coalesce(d.first_day, '') desc, d.key"
    return f"case {held} else {len(best)} end, {last}", [*values, DocumentStatus.CITED_ONLY]


def match_of(words: list[str]) -> str:
    """Return the full-text question: every word whole, the last one as a beginning.

    Folded words hold no quotation mark; between two of them nothing is an operator.
    """
    return " AND ".join(f'"{word}"' for word in words) + " *"

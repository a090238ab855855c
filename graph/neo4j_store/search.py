"""Finding documents in Neo4j by filters and folded words."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any

from graph.found_by import first_day, is_folded_word
from graph.model import Document, DocumentStatus
from graph.neo4j_store.rows import DOCUMENT, document_of
from graph.neo4j_store.session import Database
from graph.store import Criteria, Together

MOST_LETTERS = 255
"""The analyzer cuts a longer word into pieces of so many letters, each a word to it."""

_BY_WORDS = "CALL db.index.fulltext.queryNodes('phahe_words', $question) YIELD node AS d "
_BY_LABEL = "MATCH (d:Document) "
# Only a document of more letters can hold a word that was cut: then its own words decide.
_EXACTLY = f"""(size(d.words) <= {MOST_LETTERS} OR
    ((' ' + d.words) CONTAINS $beginning
    AND all(word IN $whole WHERE (' ' + d.words + ' ') CONTAINS word)))"""
_SPECIAL = re.compile(r'([-+&|!(){}\[\]^"~*?:\\/ ])')

_FIND = f"""
CALL () {{{{ {{found}} {{where}} RETURN count(d) AS total }}}}
CALL () {{{{
    {{found}} {{beyond}} WITH d ORDER BY {{order}} LIMIT $limit
    RETURN collect([{DOCUMENT}, [(f:File)-[:TEXT_OF]->(d) | f.name]]) AS page
}}}}
RETURN [total, page]
"""


def find_documents(
    database: Database, criteria: Criteria, *, limit: int, after: str | None
) -> tuple[list[Document], int]:
    """Return one page of the nodes that fit, by key, and how many fit in all."""
    if not all(map(is_folded_word, criteria.words)):
        return [], 0
    statement, values = statement_of(criteria)
    total, page = database.ask(statement, **values, after=after or "", limit=max(limit, 0))
    return sorted(map(document_of, page), key=attrgetter("key")), total


def statement_of(criteria: Criteria) -> tuple[str, dict[str, Any]]:
    """Return the statement that finds what fits, and its parameters but `after` and `limit`."""
    conditions, values = _conditions(criteria)
    order, ordered = _order(criteria.best)
    statement = _FIND.format(
        order=order,
        found=_BY_WORDS if any(criteria.words) else _BY_LABEL,
        where=f"WHERE {' AND '.join(conditions)}" if conditions else "",
        beyond=f"WHERE {' AND '.join([*conditions, 'd.key > $after'])}",
    )
    return statement, values | ordered


def _order(best: tuple[Together, ...]) -> tuple[str, dict[str, Any]]:
    """Return the terms of an order, and their values."""
    if not best:
        return "d.key", {}
    held = " ".join(
        f"WHEN (' ' + d.words) CONTAINS $best_{at}"
        f"{f' AND d.type = $type_{at}' if one.type else ''} THEN {at}"
        for at, one in enumerate(best)
    )
    values = {f"best_{at}": f" {one.words}" for at, one in enumerate(best)}
    values |= {f"type_{at}": one.type for at, one in enumerate(best) if one.type}
    last = f"d.status = '{DocumentStatus.CITED_ONLY}', coalesce(d.first_day, '') DESC, d.key"
    return f"CASE {held} ELSE {len(best)} END, {last}", values


def _conditions(criteria: Criteria) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}
    words = [word for word in criteria.words if word]
    if words:
        conditions.append(_EXACTLY)
        values["question"] = question_of(words)
        values["whole"] = [f" {word} " for word in words[:-1]]
        values["beginning"] = f" {words[-1]}"
    for name, value in (
        ("block", criteria.number),
        ("type", criteria.type),
        ("status", criteria.status),
        ("level", criteria.level),
        ("province", criteria.province),
    ):
        if value is not None:
            conditions.append(f"d.{name} = ${name}")
            values[name] = str(value)
    if criteria.begins is not None:
        conditions.append("d.block STARTS WITH $begins")
        values["begins"] = criteria.begins
    for name, operator, date in (
        ("issued_from", ">=", criteria.issued_from),
        ("issued_until", "<=", criteria.issued_until),
    ):
        if date is not None:
            conditions.append(f"d.first_day {operator} ${name}")
            values[name] = first_day(date)
    return conditions, values


def question_of(words: list[str]) -> str:
    """Return the question in Lucene's syntax: every word whole, the last one as a beginning."""
    terms = [_SPECIAL.sub(r"\\\1", word[:MOST_LETTERS]) for word in words]
    return " ".join(f"+{term}" for term in terms) + "*"

"""Listing in Neo4j the names by which duties are asked for."""

from __future__ import annotations

from typing import Any

from graph.agencies.nesting import INSIDE
from graph.named import AgencyName, AgencyNameCriteria, spelled
from graph.neo4j_store.session import Database

_ALL = "MATCH (n:AgencyName)"
_BEGINNING = """UNWIND $beginnings AS beginning
MATCH (n:AgencyName) WHERE n.folded = beginning OR n.folded STARTS WITH beginning + ' '
WITH DISTINCT n MATCH (n)"""
_WORDS = "all(word IN $words WHERE (' ' + n.folded + ' ') CONTAINS word)"
_NAMED = f"NOT n.folded STARTS WITH '{INSIDE}' AND EXISTS {{ (n)<-[:NAMES]-(:Duty) }}"
_PAGE = """
{found} WHERE {where} AND n.folded > $after WITH n ORDER BY n.folded LIMIT $limit
CALL (n) {{
    MATCH (n)<-[:NAMES]-(x:Duty) WITH x ORDER BY x.document, x.file, x.place
    RETURN count(x) AS total, head(collect([x.agency, x.agency_full])) AS said
}}
WITH n, total, said ORDER BY n.folded RETURN collect([n.folded, said, total])
"""


def find_names(
    database: Database, criteria: AgencyNameCriteria, *, limit: int, after: str | None
) -> tuple[list[AgencyName], int]:
    """Return one page of the names that fit, and how many fit in all."""
    found, where = _ALL, _NAMED
    values: dict[str, Any] = {}
    if criteria.beginnings:
        found = _BEGINNING
        values["beginnings"] = list(criteria.beginnings)
    if criteria.words:
        where += f" AND {_WORDS}"
        values["words"] = [f" {word} " for word in criteria.words]
    total = int(database.ask(f"{found} WHERE {where} RETURN count(n)", **values))
    page = _PAGE.format(found=found, where=where)
    rows = database.ask(page, **values, after=after or "", limit=max(limit, 0))
    return [
        AgencyName(folded, spelled(folded, *said), total) for folded, said, total in rows
    ], total

"""Finding in Neo4j where something may not fit: all claims or relationships are read at once."""

from __future__ import annotations

from graph.neo4j_store.rows import type_list
from graph.neo4j_store.session import Database
from graph.suspects import (
    RESTING,
    Suspect,
    SuspectCriteria,
    SuspectPlace,
    Suspicion,
    page_of,
)
from loaders.records import CARRYING, RelationType

_REST, _CARRY = type_list(RESTING), type_list(CARRYING)
_VAGUE = """
MATCH (c:Claim)-[:MEANS]->(d:Document) WHERE size(c.candidates) > 0
RETURN collect(DISTINCT [d.key, null, null])
"""
_DAYS = """
MATCH (c:Claim)-[:MEANS]->(d:Document)
WITH d, collect(CASE size(c.issue_date) WHEN 10 THEN c.issue_date END) AS days,
    max(CASE WHEN size(c.candidates) > 0 THEN 1 ELSE 0 END) AS vague,
    max(CASE WHEN c.issue_date IS NOT NULL AND size(c.other_dates) > 0 THEN 1 ELSE 0 END) AS several
WHERE vague = 0 AND (several = 1 OR any(day IN days WHERE day <> head(days)))
RETURN collect([d.key, null, null])
"""
_LATER = f"""
MATCH (s:Document)-[e:{_REST}]->(t:Document)
WHERE size(s.issue_date) = 10 AND t.first_day > s.issue_date
RETURN collect([s.key, type(e), t.key])
"""
_REPLACED = f"""
MATCH (t:Document)<-[:REPLACES]-(h:Document) WITH t, collect(h) AS heirs
MATCH (t)<-[e:{_REST}]-(s:Document)
WHERE size(s.issue_date) = 10 AND any(h IN heirs WHERE h <> s)
RETURN collect([s.key, type(e), t.key])
"""
_ROUND = f"""
CALL () {{
    MATCH (s:Document)-[:{_REST}]->(d:Document)
    WHERE NOT coalesce(d.first_day < s.first_day, false)
        AND (EXISTS {{ (d)-[:{_REST}|{_CARRY}]->() }} OR EXISTS {{ (d)<-[:{_CARRY}]-() }})
    RETURN d
    UNION
    MATCH (d:Document)-[:{_CARRY}]->(w:Document)
    WHERE d <> w AND NOT coalesce(d.first_day = w.first_day, false) AND (
        (EXISTS {{ (d)<-[:{_REST}]-() }} OR EXISTS {{ (w)<-[:{_REST}]-() }})
            AND (EXISTS {{ (d)-[:{_REST}]->() }} OR EXISTS {{ (w)-[:{_REST}]->() }})
        OR EXISTS {{ (d)-[:{_CARRY}]-(o:Document) WHERE o <> d AND o <> w }}
        OR EXISTS {{ (w)-[:{_CARRY}]-(o:Document) WHERE o <> d AND o <> w }})
    RETURN d
}}
RETURN collect([d.key, null, null])
"""
SUSPECTS = {
    Suspicion.VAGUE: _VAGUE,
    Suspicion.DAYS: _DAYS,
    Suspicion.LATER: _LATER,
    Suspicion.REPLACED: _REPLACED,
    Suspicion.ROUND: _ROUND,
}


def find_suspects(
    database: Database, criteria: SuspectCriteria, *, limit: int, after: SuspectPlace | None
) -> tuple[list[Suspect], int]:
    """Return one page of the suspects, and how many there are in all."""
    found = [
        Suspect(key, None if kind is None else RelationType(kind), target)
        for key, kind, target in database.ask(SUSPECTS[criteria.of])
    ]
    return page_of(found, limit=limit, after=after)

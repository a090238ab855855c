"""Counting what a Neo4j database holds, in one statement."""

from __future__ import annotations

from graph.neo4j_store.session import Database
from graph.tallies import Counted, Tally, TallyCriteria, page_of
from loaders.records import RelationType

_GROUPED = {
    Counted.STATUS: "(x:Document) WITH x.status AS value",
    Counted.LEVEL: "(x:Document) WITH x.level AS value",
    Counted.TYPE: "(x:Document) WITH x.type AS value",
    Counted.PROVINCE: "(x:Document) WITH x.province AS value",
    Counted.YEAR: "(x:Document) WITH left(x.issue_date, 4) AS value",
    Counted.QUALITY: "(x:Document) WITH x.quality AS value",
    Counted.OUTCOME: "(x:File) WITH x.outcome AS value",
    Counted.ROLE: "(x:Duty) WITH x.role AS value",
}
_SINGLE = {
    Counted.TARGETS: "(x:Targets) RETURN count(x)",
    Counted.AGENCY: "(x:Duty) RETURN count(DISTINCT coalesce(x.agency_full, x.agency))",
    Counted.INDICATOR: "(:Targets)-[:MEASURES]->(x:IndicatorName) RETURN count(DISTINCT x)",
    Counted.AMBIGUOUS: "(x:Claim) WHERE size(x.candidates) > 0 RETURN count(x)",
}
_RELATIONS = ", ".join(f"['{kind}', COUNT {{ ()-[:{kind}]->() }}]" for kind in RelationType)
TALLIES = "\n".join([
    *(f"CALL () {{ MATCH {rows}, count(*) AS n RETURN collect([value, n]) AS {of}_ }}"
      for of, rows in _GROUPED.items()),
    *(f"CALL () {{ MATCH {counted} AS {of}_ }}" for of, counted in _SINGLE.items()),
    "RETURN [" + ", ".join(f"['{of}', {of}_]" for of in _GROUPED)
    + f", ['{Counted.RELATION}', [{_RELATIONS}]], "
    + ", ".join(f"['{of}', [[null, {of}_]]]" for of in _SINGLE) + "]",
])  # fmt: skip


def find_tallies(
    database: Database, _: TallyCriteria, *, limit: int, after: str | None
) -> tuple[list[Tally], int]:
    """Return one page of the tallies, and how many there are. Every node is read."""
    found = [
        Tally(Counted(of), value, count)
        for of, rows in database.ask(TALLIES)
        for value, count in rows
    ]
    return page_of(found, limit=limit, after=after)

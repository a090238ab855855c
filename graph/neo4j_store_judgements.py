"""Judgements in Neo4j: writing them, and finding them in the order of their ids."""

from __future__ import annotations

from collections.abc import Sequence

from graph.judgement import JUDGEMENT_FIELDS, Judgement, JudgementCriteria, judgement_of
from graph.neo4j_store_rows import judgement_node
from graph.neo4j_store_session import Database, Transaction

_PUT = "UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) SET j = row"
_FIND = f"""
CALL () {{{{ MATCH (j:Judgement) {{fitting}} RETURN count(j) AS total }}}}
CALL () {{{{
    MATCH (j:Judgement) {{fitting}} WITH j WHERE j.id > $after ORDER BY j.id LIMIT $limit
    RETURN collect([{", ".join(f"j.{name}" for name in JUDGEMENT_FIELDS)}]) AS page
}}}}
RETURN [total, page]
"""


def put_judgements(transaction: Transaction, judgements: Sequence[Judgement]) -> None:
    """Write judgements, those of a known id in place of what they were."""
    transaction.run(_PUT, [judgement_node(one) for one in judgements])


def find_judgements(
    database: Database, criteria: JudgementCriteria, *, limit: int, after: str | None
) -> tuple[list[Judgement], int]:
    """Return one page of the judgements that fit, by id, and how many fit in all."""
    fitting = "WHERE j.undone_at IS NULL" if criteria.in_force else ""
    statement = _FIND.format(fitting=fitting)
    total, page = database.ask(statement, after=after or "", limit=max(limit, 0))
    return [judgement_of(row) for row in page], int(total)

"""Judgements in Neo4j: writing them, and finding them in the order of their ids."""

from __future__ import annotations

from collections.abc import Sequence

from graph.judgement import JUDGEMENT_FIELDS, Judgement, judgement_of
from graph.judgement_criteria import JudgementCriteria
from graph.neo4j_store.rows import judgement_node
from graph.neo4j_store.session import Database
from graph.neo4j_store.transaction import Transaction

_PUT = "UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) SET j = row"
_FIND = f"""
CALL () {{{{ MATCH (j:Judgement) {{fitting}} RETURN count(j) AS total }}}}
CALL () {{{{
    MATCH (j:Judgement) {{fitting}} WITH j WHERE j.id > $after ORDER BY j.id LIMIT $limit
    RETURN collect([{", ".join(f"j.{name}" for name in JUDGEMENT_FIELDS)}]) AS page
}}}}
RETURN [total, page]
"""
_ABOUT = """(j.left_key IN $keys OR j.right_key IN $keys
    OR any(mark IN $marks WHERE j.left_anchor CONTAINS mark OR j.right_anchor CONTAINS mark))"""


def put_judgements(transaction: Transaction, judgements: Sequence[Judgement]) -> None:
    """Write judgements, those of a known id in place of what they were."""
    transaction.run(_PUT, [judgement_node(one) for one in judgements])


def find_judgements(
    database: Database, criteria: JudgementCriteria, *, limit: int, after: str | None
) -> tuple[list[Judgement], int]:
    """Return one page of the judgements that fit, by id, and how many fit in all."""
    asked = ["j.undone_at IS NULL"] if criteria.in_force else []
    if criteria.marks is not None:
        asked.append(_ABOUT)
    fitting = f"WHERE {' AND '.join(asked)}" if asked else ""
    total, page = database.ask(
        _FIND.format(fitting=fitting),
        after=after or "",
        limit=max(limit, 0),
        marks=criteria.marks or [],
        keys=list(criteria.keys),
    )
    return [judgement_of(row) for row in page], int(total)

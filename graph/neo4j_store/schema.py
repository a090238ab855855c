"""The constraints and indexes of the Neo4j store, made by us and looked after at each opening.

Names begin with `phahe_`. A missing one would not change an answer, but duplicates could come up
and questions would read every node; so a store that lacks one is not used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import StoreUnavailable
from graph.found_by import words_of
from graph.neo4j_store.rows import ASSERTED

if TYPE_CHECKING:  # the statements are also for those who have no driver
    from graph.neo4j_store.session import Database

SCHEMA_VERSION = 5
"""`schema` of the (:Graph) node; it grows when nodes and relationships mean something else."""

SCHEMA = {
    "phahe_graph": "CONSTRAINT {name} FOR (g:Graph) REQUIRE g.name IS UNIQUE",
    "phahe_document": "CONSTRAINT {name} FOR (d:Document) REQUIRE d.key IS UNIQUE",
    "phahe_file": "CONSTRAINT {name} FOR (f:File) REQUIRE f.name IS UNIQUE",
    "phahe_claim": "CONSTRAINT {name} FOR (c:Claim) REQUIRE c.id IS UNIQUE",
    "phahe_redirect": "CONSTRAINT {name} FOR (r:Redirect) REQUIRE r.old IS UNIQUE",
    "phahe_judgement": "CONSTRAINT {name} FOR (j:Judgement) REQUIRE j.id IS UNIQUE",
    "phahe_agency_name": "CONSTRAINT {name} FOR (n:AgencyName) REQUIRE n.folded IS UNIQUE",
    "phahe_indicator_name": "CONSTRAINT {name} FOR (n:IndicatorName) REQUIRE n.folded IS UNIQUE",
    "phahe_fact": "INDEX {name} FOR (x:Fact) ON (x.document)",
    "phahe_document_block": "INDEX {name} FOR (d:Document) ON (d.block)",
    "phahe_document_province": "INDEX {name} FOR (d:Document) ON (d.province)",
    "phahe_file_sha256": "INDEX {name} FOR (f:File) ON (f.sha256)",
    "phahe_claim_block": "INDEX {name} FOR (c:Claim) ON (c.block, c.place)",
    # Words are folded and parted by single blanks, so whitespace is all that an analyzer must know.
    "phahe_words": (
        "FULLTEXT INDEX {name} FOR (d:Document) ON EACH [d.words] "
        "OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'whitespace'}}}}"
    ),
}
"""What makes each: the rest of a CREATE statement by the index's name."""

_INDEXES = (
    "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'phahe_' RETURN collect([name, state])"
)
_RETYPE = """
MATCH (f:File)-[old:ASSERTS {{type: '{type}'}}]->(s:Document) WITH f, old, s LIMIT 10000
CREATE (f)-[new:{asserting}]->(s) SET new = properties(old) REMOVE new.type DELETE old
RETURN count(*)
"""
_NAMED = """
MATCH (d:Document) WHERE d.key > $after WITH d ORDER BY d.key LIMIT 1000
RETURN collect([d.key, d.number, d.title, d.type, d.issuer])
"""
_WORDS = "UNWIND $rows AS row MATCH (d:Document {key: row[0]}) SET d.words = row[1] RETURN count(*)"
_AWAIT = "CALL db.awaitIndexes(300)"


def missing_parts(database: Database) -> list[str]:
    """Return the names of the constraints and indexes that are not there, or not in use."""
    rows = database.ask(_INDEXES)
    return sorted(SCHEMA.keys() - {name for name, state in rows if state == "ONLINE"})


def make_schema(database: Database) -> None:
    """Make what is missing and wait until it can be used. Raises StoreUnavailable."""
    missing = missing_parts(database)
    for name in missing:
        database.run(statement_of(name))
    if missing:
        database.run(_AWAIT)
        left = missing_parts(database)
        if left:
            raise StoreUnavailable(
                f"{database.place}: {', '.join(left)} cannot be made; see the server's log",
                code="store_damaged",
                why="parts_not_made",
                place=database.place,
                parts=", ".join(left),
            )


def bring_up_to_date(database: Database) -> None:
    """Change what older versions wrote otherwise. It may be cut off anywhere and done again.

    Version 2 had no judgements; version 3 gave each type of edge an ASSERTS of its own. Version 4
    keeps the words of tasks and more names of agencies, which are taken from the records again
    (`graph.neo4j_store.facts.restate`). Version 5 has how titles begin among the words of a node.
    """
    for name, kind in ASSERTED.items():
        while database.change(_RETYPE.format(type=kind.value, asserting=name)):
            pass
    after = ""
    while rows := database.ask(_NAMED, after=after):
        database.change(_WORDS, rows=[[key, words_of(*fields)] for key, *fields in rows])
        after = rows[-1][0]


def statement_of(name: str) -> str:
    """Return the statement that makes the constraint or index of this name unless it is there."""
    return f"CREATE {SCHEMA[name].format(name=f'{name} IF NOT EXISTS')}"

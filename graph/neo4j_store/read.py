"""Reading the graph from Neo4j: nodes, edges and evidence by key.

Every statement answers with one record that holds a list: a record for each row would cost many
times as much as finding them. Each starts at an index and goes along relationships.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.model import Document
from graph.neo4j_store.rows import ASSERTED, DOCUMENT, document_of
from graph.neo4j_store.session import Database
from graph.redirects import today
from loaders.records import RelationType

DOCUMENTS = f"""
UNWIND $rows AS key MATCH (d:Document {{key: key}})
RETURN collect([{DOCUMENT}, [(f:File)-[:TEXT_OF]->(d) | f.name]])
"""
EXISTING = "UNWIND $rows AS key MATCH (d:Document {key: key}) RETURN collect(d.key)"
REDIRECTS = "UNWIND $rows AS key MATCH (r:Redirect {old: key}) RETURN collect([r.old, r.new])"
ALL_REDIRECTS = "MATCH (r:Redirect) RETURN collect([r.old, r.new])"
STATE = f"""
MATCH (g:Graph {{name: 'phahe'}})
RETURN [
    g.revision, COUNT {{ (:Document) }}, COUNT {{ (:Loaded) }}, COUNT {{ (:File) }},
    {" + ".join(f"COUNT {{ ()-[:{kind}]->() }}" for kind in RelationType)},
    {" + ".join(f"COUNT {{ ()-[:{kind}]->() }}" for kind in ASSERTED)},
    COUNT {{ (:Claim) }}, COUNT {{ (:Duty) }}, COUNT {{ (:Targets) }}, COUNT {{ (:Judgement) }}
]
"""


def documents(database: Database, keys: Collection[str]) -> dict[str, Document]:
    """Return the nodes by the key asked for, redirected keys included."""
    found = _documents(database, dict.fromkeys(keys))
    missing = [key for key in dict.fromkeys(keys) if key not in found]
    if missing:
        ends = today(
            missing,
            redirects=lambda olds: database.gather(REDIRECTS, list(olds)),
            existing=lambda news: database.gather(EXISTING, list(news)),
        )
        nodes = _documents(database, dict.fromkeys(ends.values()))
        found.update((key, nodes[new]) for key, new in ends.items() if new in nodes)
    return found


def _documents(database: Database, keys: Iterable[str]) -> dict[str, Document]:
    return {row[0]: document_of(row) for row in database.gather(DOCUMENTS, list(keys))}


def redirects(database: Database) -> dict[str, str]:
    """Return every redirect, by old key."""
    return dict(sorted(database.ask(ALL_REDIRECTS)))

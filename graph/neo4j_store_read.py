"""Reading the graph from Neo4j: nodes, edges and evidence by key.

Every statement answers with one record that holds a list: a record for each row would cost many
times as much as finding them. Each starts at an index and goes along relationships.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from graph.model import Document, Edge, Evidence
from graph.neo4j_store_rows import DOCUMENT, document_of, type_list
from graph.neo4j_store_session import Database
from graph.redirects import today
from graph.store import Direction
from loaders.records import RelationType, Span

DOCUMENTS = f"""
UNWIND $rows AS key MATCH (d:Document {{key: key}})
RETURN collect([{DOCUMENT}, [(f:File)-[:TEXT_OF]->(d) | f.name]])
"""
EXISTING = "UNWIND $rows AS key MATCH (d:Document {key: key}) RETURN collect(d.key)"
REDIRECTS = "UNWIND $rows AS key MATCH (r:Redirect {old: key}) RETURN collect([r.old, r.new])"
ALL_REDIRECTS = "MATCH (r:Redirect) RETURN collect([r.old, r.new])"
EDGES_OUT = """
UNWIND $rows AS key MATCH (s:Document {{key: key}})-[e:{types}]->(t:Document)
RETURN collect([s.key, type(e), t.key])
"""
EDGES_IN = """
UNWIND $rows AS key MATCH (t:Document {{key: key}})<-[e:{types}]-(s:Document)
RETURN collect([s.key, type(e), t.key])
"""
EVIDENCE = """
UNWIND $rows AS row
MATCH (s:Document {key: row[0]})<-[a:ASSERTS]-(f:File)-[:TEXT_OF]->(h:Document)
WHERE a.type IN row[1] AND a.target IN row[2]
RETURN collect([
    h.key, f.name, a.start, a.end, a.page, a.rule, a.confidence, a.quote, s.key, a.type, a.target
])
"""
STATE = f"""
MATCH (g:Graph {{name: 'phahe'}})
RETURN [
    g.revision, COUNT {{ (:Document) }}, COUNT {{ (:Loaded) }}, COUNT {{ (:File) }},
    {" + ".join(f"COUNT {{ ()-[:{kind}]->() }}" for kind in RelationType)},
    COUNT {{ ()-[:ASSERTS]->() }}, COUNT {{ (:Claim) }}, COUNT {{ (:Duty) }}, COUNT {{ (:Targets) }}
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


def edges(
    database: Database,
    keys: Collection[str],
    types: Collection[RelationType],
    direction: Direction,
) -> list[Edge]:
    """Return the edges that leave or reach the keys, in order."""
    if not keys or not types:
        return []
    statement = (EDGES_OUT if direction is Direction.OUT else EDGES_IN).format(
        types=type_list(types)
    )
    triples = database.gather(statement, list(dict.fromkeys(keys)))
    triples.sort()
    kinds = {kind.value: kind for kind in RelationType}
    return [Edge(source, kinds[kind], target) for source, kind, target in triples]


def evidence(database: Database, wanted: Sequence[Edge]) -> dict[Edge, tuple[Evidence, ...]]:
    """Return who asserts each edge."""
    asked: dict[str, tuple[set[str], set[str]]] = {}
    for edge in wanted:
        types, targets = asked.setdefault(edge.source, (set(), set()))
        types.add(edge.type.value)
        targets.add(edge.target)
    rows: list[list[Any]] = database.gather(
        EVIDENCE, [[key, list(types), list(targets)] for key, (types, targets) in asked.items()]
    )
    rows.sort(key=lambda row: (*row[:4], row[4] or 0, *row[5:7]))
    edges_of = {(edge.source, edge.type.value, edge.target): edge for edge in wanted}
    found: dict[Edge, list[Evidence]] = {}
    for key, name, start, end, page, rule, confidence, quote, *triple in rows:
        edge_of = edges_of.get(tuple(triple))
        if edge_of is not None:
            one = Evidence(key, name, page, Span(start, end), quote, rule, confidence)
            found.setdefault(edge_of, []).append(one)
    return {edge: tuple(found[edge]) for edge in wanted if edge in found}

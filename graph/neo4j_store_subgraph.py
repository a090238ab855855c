"""Reading a part of the graph from Neo4j: one statement a level, with the nodes that it reaches.

A node says whether anything leads on from it: a level of leaves, which is most of what carries out
a document, costs no statement. Every statement answers with one record (`graph.neo4j_store_read`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from graph.model import Evidence
from graph.neo4j_store_rows import DOCUMENT, asserting, document_of, type_list
from graph.neo4j_store_session import Database
from graph.store import Direction
from graph.subgraph import Link, Subgraph, in_order, spread
from loaders.records import RelationType, Span

LEVEL = """
UNWIND $rows AS key MATCH (n:Document {{key: key}})
WITH collect(n) AS near
WITH near, COLLECT {{ UNWIND near AS n UNWIND {hops} AS hop RETURN hop }} AS hops
WITH [hop IN hops | hop[..3]] AS links,
    CASE WHEN $first THEN near ELSE [] END
        + COLLECT {{ UNWIND hops AS hop RETURN DISTINCT hop[3] }} AS nodes
RETURN [links, COLLECT {{ UNWIND nodes AS d RETURN [{row}, {onward}, {around}] }}]
"""
ROW = f"{DOCUMENT}, [(f:File)-[:TEXT_OF]->(d) | f.name]"
EVIDENCE = """
UNWIND $rows AS row
MATCH (s:Document {{key: row[0]}})<-[a:{asserting}]-(f:File)-[:TEXT_OF]->(h:Document)
WHERE a.target IN row[1]
RETURN collect([
    h.key, f.name, a.start, a.end, a.page, a.rule, a.confidence, a.quote, s.key, a.target
])
"""

Triple = tuple[str, str, str]


def _hops(direction: Direction, types: Collection[RelationType]) -> str:
    """Return the pattern of the hops from `n`: source, type, target, and the far node."""
    if not types:
        return "[]"
    if direction is Direction.OUT:
        return f"[(n)-[e:{type_list(types)}]->(m:Document) | [n.key, type(e), m.key, m]]"
    return f"[(n)<-[e:{type_list(types)}]-(m:Document) | [m.key, type(e), n.key, m]]"


def _leads(
    direction: Direction, types: Collection[RelationType], joined: Collection[RelationType]
) -> str:
    """Return the condition that anything leads on from `d`."""
    ways = []
    if types or joined:
        kinds = type_list([*types, *joined])
        onward = f"(d)-[:{kinds}]->()" if direction is Direction.OUT else f"(d)<-[:{kinds}]-()"
        ways.append(f"EXISTS {{ {onward} }}")
    if joined:
        kinds = type_list(joined)
        back = f"(d)<-[:{kinds}]-()" if direction is Direction.OUT else f"(d)-[:{kinds}]->()"
        ways.append(f"EXISTS {{ {back} }}")
    return " OR ".join(ways) or "false"


class _Levels:
    """Asks for the edges of one level after the other; `rows` keeps the nodes by key."""

    def __init__(
        self,
        database: Database,
        types: Collection[RelationType],
        direction: Direction,
        joined: Collection[RelationType],
        *,
        bare: bool,
    ) -> None:
        back = Direction.IN if direction is Direction.OUT else Direction.OUT
        self._database = database
        self._statements = tuple(
            LEVEL.format(
                hops=f"{_hops(direction, [*kinds, *joined])} + {_hops(back, joined)}",
                row="d.key" if bare else ROW,
                onward=_leads(direction, types, joined),
                around=_leads(direction, (), joined),
            )
            for kinds in (types, ())
        )
        self.rows: dict[str, list[Any]] = {}

    def met(self, keys: list[str], last: bool) -> list[Triple]:
        """Return the edges that `graph.subgraph.spread` is to follow."""
        first = not self.rows
        if not first:
            keys = [key for key in keys if self.rows[key][-1 if last else -2]]
        links: list[Triple] = []
        for part in self._database.each(self._statements[last], keys, first=first):
            links += map(tuple, part[0])
            self.rows.update((row[0], row) for row in part[1])
        return links


def subgraph(
    database: Database,
    keys: Collection[str],
    types: Collection[RelationType],
    direction: Direction,
    joined: Collection[RelationType],
    depth: int | None,
    *,
    bare: bool,
) -> Subgraph:
    """Return what `graph.store.Store.subgraph` says."""
    levels = _Levels(database, types, direction, joined, bare=bare)
    far_end = 2 if direction is Direction.OUT else 0
    _, edges = spread(dict.fromkeys(keys), levels.met, set(map(str, joined)), far_end, depth)
    names = sorted(levels.rows)
    place = {key: at for at, key in enumerate(names)}
    kinds = {kind.value: kind for kind in RelationType}
    links = sorted([(place[s], kinds[kind], place[t]) for s, kind, t in edges])
    documents = [] if bare else [document_of(levels.rows[key]) for key in names]
    return Subgraph(names, links, documents)


def evidence(
    database: Database, graph: Subgraph, links: Sequence[Link]
) -> list[tuple[Evidence, ...]]:
    """Return who asserts each link."""
    keys = graph.keys
    asked: dict[RelationType, dict[str, list[str]]] = {}
    for source, kind, target in links:
        asked.setdefault(kind, {}).setdefault(keys[source], []).append(keys[target])
    found: dict[tuple[str, str, str], list[Evidence]] = {}
    for kind, targets in asked.items():
        rows: list[list[Any]] = database.gather(
            EVIDENCE.format(asserting=asserting(kind)), list(targets.items())
        )
        for key, name, start, end, page, rule, confidence, quote, source_key, target_key in rows:
            said = Evidence(key, name, page, Span(start, end), quote, rule, confidence)
            edge = source_key, kind.value, target_key
            if edge in found:
                found[edge].append(said)
            else:
                found[edge] = [said]
    edges = [(keys[s], kind.value, keys[t]) for s, kind, t in links]
    return [in_order(found.get(edge, ())) for edge in edges]

"""Writing edges and who asserts them: an edge is there as long as one file says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from graph.model import Assertion, Edge
from graph.neo4j_store.rows import ASSERTED, asserting, assertion_row
from graph.neo4j_store.transaction import Transaction
from loaders.records import RelationType

Triple = tuple[str, RelationType, str]

_ANY = "|".join(ASSERTED)
_DROP = f"""
UNWIND $rows AS name MATCH (:File {{name: name}})-[a:{_ANY}]->(s:Document)
WITH a, [s.key, type(a), a.target] AS triple DELETE a RETURN collect(DISTINCT triple)
"""
_KEPT = f"""
UNWIND $rows AS name MATCH (f:File {{name: name}})-[a:{_ANY}]->(s:Document)
RETURN collect([f.name, a.start, a.end, s.key, type(a), a.target, a.rule, a.confidence])
"""
_NEW_EDGES = """
UNWIND $rows AS row MATCH (s:Document {key: row[0]})
UNWIND row[1] AS edge MATCH (t:Document {key: edge[1]}) CREATE (s)-[:$(edge[0])]->(t)
"""
# Here the type is written out: else all edges of a node are read to see whether this one is there.
_EDGE = """
UNWIND $rows AS row MATCH (s:Document {{key: row[0]}}) MATCH (t:Document {{key: row[1]}})
MERGE (s)-[:{type}]->(t)
"""
_SAID = """
UNWIND $rows AS row MATCH (f:File {name: row[0]})
UNWIND row[1] AS about MATCH (s:Document {key: about[0]})
UNWIND about[1] AS said CREATE (f)-[a:$(said[0])]->(s) SET a = said[1]
"""
_SILENT = """
UNWIND $rows AS row MATCH (s:Document {{key: row[0]}})-[e:{type}]->(t:Document {{key: row[1]}})
WHERE NOT EXISTS {{ (s)<-[a:{asserting}]-(:File) WHERE a.target = t.key }}
DELETE e
"""


class Assertions:
    """What one commit changes of edges and assertions.

    `known` are the nodes that were there before: from all others no edge leads yet.
    """

    def __init__(self, transaction: Transaction, known: Collection[str]) -> None:
        self._transaction = transaction
        self._known = known
        self._unsaid: set[Triple] = set()

    def lost(self, edges: Iterable[Triple]) -> None:
        """Note edges that a file asserted which is gone."""
        self._unsaid.update(edges)

    def drop(self, names: Sequence[str]) -> None:
        """Take back all that these files assert."""
        dropped = self._transaction.gather(_DROP, names)
        self.lost((source, ASSERTED[kind], target) for source, kind, target in dropped)

    def put(self, assertions: Sequence[Assertion], silent: Iterable[str]) -> None:
        """Write assertions with their edges, each once; `silent` names files that assert nothing.

        All files and nodes have to be there.
        """
        others = {one.evidence.file for one in assertions} - set(silent)
        kept = {tuple(row) for row in self._transaction.gather(_KEPT, sorted(others))}
        rows: dict[tuple[Any, ...], Assertion] = {}
        for one in assertions:
            rows.setdefault(_place(one), one)
        self._put_edges({rows[place].edge for place in rows.keys() - kept})
        said: dict[str, dict[str, list[list[Any]]]] = {}
        for place in sorted(rows.keys() - kept):
            one = rows[place]
            about = said.setdefault(one.evidence.file, {}).setdefault(one.edge.source, [])
            about.append([asserting(one.edge.type), assertion_row(one)])
        self._transaction.run(_SAID, [[file, _pairs(about)] for file, about in said.items()])

    def _put_edges(self, edges: Iterable[Edge]) -> None:
        new: dict[str, list[list[str]]] = {}
        old: dict[RelationType, list[list[str]]] = {}
        for source, kind, target in sorted(edges):
            if source in self._known:
                old.setdefault(kind, []).append([source, target])
            else:
                new.setdefault(source, []).append([kind.value, target])
        self._transaction.run(_NEW_EDGES, _pairs(new))
        for kind, ends in old.items():
            self._transaction.run(_of(_EDGE, kind), ends)

    def drop_silent_edges(self) -> None:
        """Remove the edges that lost their last assertion."""
        for kind in RelationType:
            ends = [[s, t] for s, name, t in sorted(self._unsaid) if name is kind]
            self._transaction.run(_of(_SILENT, kind), ends)


def _pairs(found: dict[str, Any]) -> list[list[Any]]:
    return [list(pair) for pair in found.items()]


def _of(statement: str, kind: RelationType) -> str:
    return statement.format(type=kind.value, asserting=asserting(kind))


def _place(one: Assertion) -> tuple[Any, ...]:
    """Return what makes an assertion: two that are equal in it are one."""
    edge, said = one.edge, one.evidence
    span = (said.span.start, said.span.end)
    ends = (edge.source, asserting(edge.type), edge.target)
    return (said.file, *span, *ends, said.rule, said.confidence)

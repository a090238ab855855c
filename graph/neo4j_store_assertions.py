"""Writing edges and who asserts them: an edge is there as long as one file says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model import Assertion
from graph.neo4j_store_rows import assertion_row
from graph.neo4j_store_session import Transaction
from loaders.records import RelationType

Triple = tuple[str, str, str]

_DROP = """
UNWIND $rows AS name MATCH (:File {name: name})-[a:ASSERTS]->(s:Document)
WITH a, [s.key, a.type, a.target] AS triple DELETE a RETURN collect(DISTINCT triple)
"""
_KEPT = """
UNWIND $rows AS name MATCH (f:File {name: name})-[a:ASSERTS]->(s:Document)
RETURN collect([f.name, a.start, a.end, s.key, a.type, a.target, a.rule, a.confidence])
"""
_EDGES = """
UNWIND $rows AS row MATCH (s:Document {{key: row[0]}}) MATCH (t:Document {{key: row[1]}})
MERGE (s)-[:{type}]->(t)
"""
_ASSERTIONS = """
UNWIND $rows AS row MATCH (f:File {name: row[0]}) MATCH (s:Document {key: row[1]})
CREATE (f)-[a:ASSERTS]->(s) SET a = row[2]
"""
_SILENT = """
UNWIND $rows AS row MATCH (s:Document {{key: row[0]}})-[e:{type}]->(t:Document {{key: row[1]}})
WHERE NOT EXISTS {{ (s)<-[a:ASSERTS]-(:File) WHERE a.type = '{type}' AND a.target = t.key }}
DELETE e
"""


class Assertions:
    """What one commit changes of edges and assertions."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._unsaid: set[Triple] = set()

    def lost(self, triples: Iterable[Sequence[str]]) -> None:
        """Note edges that a file asserted which is gone."""
        self._unsaid.update((source, kind, target) for source, kind, target in triples)

    def drop(self, names: Sequence[str]) -> None:
        """Take back all that these files assert."""
        self.lost(self._transaction.gather(_DROP, names))

    def put(self, assertions: Sequence[Assertion], silent: Iterable[str]) -> None:
        """Write assertions with their edges, each once; `silent` names files that assert nothing.

        All files and nodes have to be there.
        """
        others = {one.evidence.file for one in assertions} - set(silent)
        kept = {tuple(row) for row in self._transaction.gather(_KEPT, sorted(others))}
        rows: dict[tuple[Any, ...], Assertion] = {}
        for one in assertions:
            rows.setdefault(_place(one), one)
        new = [rows[place] for place in sorted(rows.keys() - kept)]
        edges = sorted({(one.edge.type.value, one.edge.source, one.edge.target) for one in new})
        for kind in RelationType:
            ends = [[source, target] for name, source, target in edges if name == kind]
            self._transaction.run(_EDGES.format(type=kind.value), ends)
        said = [[one.evidence.file, one.edge.source, assertion_row(one)] for one in new]
        self._transaction.run(_ASSERTIONS, said)

    def drop_silent_edges(self) -> None:
        """Remove the edges that lost their last assertion."""
        for kind in RelationType:
            ends = [
                [source, target] for source, name, target in sorted(self._unsaid) if name == kind
            ]
            self._transaction.run(_SILENT.format(type=kind.value), ends)


def _place(one: Assertion) -> tuple[Any, ...]:
    """Return what makes an assertion: two that are equal in it are one."""
    edge, said = one.edge, one.evidence
    span = (said.span.start, said.span.end)
    ends = (edge.source, edge.type.value, edge.target)
    return (said.file, *span, *ends, said.rule, said.confidence)

"""Writing the duties and targets that files state, and which stands for equal ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.model import FileContent
from graph.neo4j_store.fact_rows import duty_row, targets_row
from graph.neo4j_store.files import contents, files, seats_of
from graph.neo4j_store.session import Database
from graph.neo4j_store.transaction import Transaction, parts
from graph.stating import duties_in, targets_in
from loaders.records import SELF, Quality

_DROP = """
UNWIND $rows AS name MATCH (:File {name: name})-[:STATES]->(x:Fact)
OPTIONAL MATCH (x)-[:SETS|REPORTS]->(v:Value)
WITH x, v, x.document AS key DETACH DELETE x, v RETURN collect(DISTINCT key)
"""
_FOLLOW = """
UNWIND $rows AS id MATCH (:Claim {id: id})<-[m:MAKES]-(f:File)-[:TEXT_OF]->(d:Document)
WHERE $header IN m.references
MATCH (f)-[:STATES]->(x:Fact) WHERE x.document <> d.key
WITH x, x.document AS old, d.key AS new SET x.document = new
WITH collect(DISTINCT old) + collect(DISTINCT new) AS keys RETURN keys
"""
_PUT_NAMES = "UNWIND $rows AS folded MERGE (:{label} {{folded: folded}})"
_PUT_DUTIES = """
UNWIND $rows AS row MATCH (f:File {name: row[0]})
CREATE (f)-[:STATES]->(x:Fact:Duty) SET x = row[1]
WITH x, row UNWIND row[2] AS folded MATCH (n:AgencyName {folded: folded}) CREATE (x)-[:NAMES]->(n)
"""
_PUT_TARGETS = """
UNWIND $rows AS row MATCH (f:File {name: row[0]}) MATCH (n:IndicatorName {folded: row[2]})
CREATE (f)-[:STATES]->(x:Fact:Targets) SET x = row[1] CREATE (x)-[:MEASURES]->(n)
FOREACH (value IN row[3] | CREATE (x)-[:SETS]->(v:Value) SET v = value)
FOREACH (value IN row[4] | CREATE (x)-[:REPORTS]->(v:Value) SET v = value)
"""
# Only where facts are equal, or a garbled text is there, can a fact be shown wrongly.
_UNSURE = """
UNWIND $rows AS key MATCH (d:Document {key: key}) MATCH (x:Fact {document: key})
WITH d, collect(x) AS facts, count(DISTINCT [x.kind, x.same]) AS kinds
WHERE kinds < size(facts) OR any(x IN facts WHERE x.garbled OR NOT (x:Duty OR x:Targets))
UNWIND facts AS x
RETURN collect([x.kind, d.key, x.same, x.garbled, x.file, x.place, x:Duty OR x:Targets,
    x.garbled AND d.quality = $good])
"""
_FACT = "UNWIND $rows AS row MATCH (:File {{name: row[0]}})-[:STATES]->(x:Fact {{place: row[1]}})"
_SHOW = f"{_FACT} WHERE x.kind = $kind SET x:{{label}}"
_HIDE = f"{_FACT} WHERE x.kind = $kind REMOVE x:{{label}}"
_FILES = 500
_LABELS = {"duty": "Duty", "targets": "Targets"}


class Facts:
    """What one commit changes of duties and targets."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._touched: set[str] = set()

    def drop(self, names: Sequence[str]) -> None:
        """Take back all that these files state."""
        self._touched.update(self._transaction.gather(_DROP, names))

    def follow(self, own_claims: Sequence[str]) -> None:
        """Keep the facts of files under the key of the node to which these claims have moved."""
        self._touched.update(self._transaction.gather(_FOLLOW, own_claims, header=SELF))

    def put(self, contents: Sequence[FileContent], *, moved: bool) -> None:
        """Write what new files state; `moved` where they may stand at another node by now."""
        nodes = {c.file.name: c.file.document for c in contents if c.file.document is not None}
        if moved:
            nodes = seats_of(self._transaction, nodes)
        duties: list[list[Any]] = []
        targets: list[list[Any]] = []
        for content in contents:
            key = nodes.get(content.file.name)
            if key is not None:
                duties += [duty_row(one, content) for one in duties_in(content, key)]
                targets += [targets_row(one, content) for one in targets_in(content, key)]
        self._touched.update(row[1]["document"] for row in [*duties, *targets])
        self._put_names("AgencyName", (name for row in duties for name in row[2]))
        self._transaction.run(_PUT_DUTIES, duties)
        self._put_names("IndicatorName", (row[2] for row in targets))
        self._transaction.run(_PUT_TARGETS, targets)

    def _put_names(self, label: str, folded: Iterable[str]) -> None:
        self._transaction.run(_PUT_NAMES.format(label=label), sorted(set(folded)))

    def settle(self, documents: Iterable[str]) -> None:
        """Decide anew which facts are shown, of these documents and of all that facts came to or
        left.

        Of equal facts of a document it is the first one, good texts first; a garbled text is
        silent beside a good one.
        """
        keys = sorted(self._touched.union(documents))
        rows = self._transaction.gather(_UNSURE, keys, good=Quality.GOOD.value)
        first: set[tuple[Any, ...]] = set()
        wrong: dict[tuple[str, bool], list[list[Any]]] = {}
        for kind, key, same, _, file, place, shown, silent in sorted(rows):
            wanted = not silent and (kind, key, same) not in first
            first.add((kind, key, same))
            if wanted != shown:
                wrong.setdefault((kind, wanted), []).append([file, place])
        for (kind, wanted), places in sorted(wrong.items()):
            statement = (_SHOW if wanted else _HIDE).format(label=_LABELS[kind])
            self._transaction.run(statement, places, kind=kind)


def restate(database: Database) -> None:
    """State all facts anew from the records of their files. It may be cut off and done again."""
    names = [file.name for file in files(database, None, ())]
    for part in parts(names, _FILES):
        read = list(contents(database, part, (), text=False))

        def work(transaction: Transaction, _: int, read: Sequence[FileContent] = read) -> None:
            facts = Facts(transaction)
            facts.drop([content.file.name for content in read])
            facts.put(read, moved=True)
            facts.settle(())

        database.commit(work)

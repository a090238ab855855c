"""Writing edges and who asserts them: an edge is there as long as one file says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.model import Assertion, Evidence
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import TYPE_IDS, as_list

Triple = tuple[int, int, int]


def method_ids(db: Connection, said: Iterable[Evidence]) -> dict[tuple[str, float], int]:
    """Return the number of each rule and confidence, new ones written."""
    db.executemany(
        "insert into method (rule, confidence) values (?, ?) on conflict do nothing",
        sorted({(one.rule, one.confidence) for one in said}),
    )
    rows = db.rows("select rule, confidence, id from method")
    return {(rule, confidence): number for rule, confidence, number in rows}


class Assertions:
    """What one commit changes of edges and assertions; `counts` says by how much."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._unsaid: set[Triple] = set()
        self.counts = {"edges": 0, "assertions": 0}

    def drop(self, files: Iterable[int]) -> None:
        """Take back all that these files assert."""
        ids = as_list(files)
        rows = self._db.rows(
            "select a.source, a.type, a.target from json_each(?) k "
            "cross join assertion a on a.file = k.value",
            (ids,),
        )
        self._db.execute(
            "delete from assertion where file in (select value from json_each(?))", (ids,)
        )
        self._unsaid.update(rows)
        self.counts["assertions"] -= len(rows)

    def put(
        self,
        assertions: Sequence[Assertion],
        node_ids: Callable[[Iterable[str]], dict[str, int]],
        files: dict[str, int],
    ) -> None:
        """Write assertions with their edges, each once."""
        edges = {assertion.edge for assertion in assertions}
        nodes = node_ids({key for edge in edges for key in (edge.source, edge.target)})
        methods = method_ids(self._db, (one.evidence for one in assertions))
        triples, rows = set(), set()
        for assertion in assertions:
            edge, said = assertion.edge, assertion.evidence
            if said.file not in files:
                raise ValueError(f"the change names a file that is not there: {said.file}")
            triple = (nodes[edge.source], TYPE_IDS[edge.type], nodes[edge.target])
            place = (files[said.file], said.span.start, said.span.end)
            method = methods[said.rule, said.confidence]
            triples.add(triple)
            rows.add((*reversed(triple), *place, method, said.page, said.quote))
        self.counts["edges"] += self._insert("edge", sorted(triples))
        by_key = sorted(rows, key=lambda row: row[:7])
        self.counts["assertions"] += self._insert("assertion", by_key)

    def _insert(self, table: str, rows: Sequence[tuple[object, ...]]) -> int:
        """Insert the rows that are not there yet, and return how many those were."""
        if not rows:
            return 0
        marks = ", ".join("?" * len(rows[0]))
        statement = f"insert into {table} values ({marks}) on conflict do nothing"
        return self._db.write(statement, rows)

    def drop_silent_edges(self) -> None:
        """Remove the edges that lost their last assertion."""
        statement = (
            "delete from edge where source = ?1 and type = ?2 and target = ?3 and not exists ("
            "select 1 from assertion where source = ?1 and type = ?2 and target = ?3)"
        )
        rows = sorted(self._unsaid)
        if rows:
            self.counts["edges"] -= self._db.write(statement, rows)

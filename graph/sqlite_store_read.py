"""Reading the graph from SQLite: nodes, edges and evidence by key.

Every statement starts from `json_each` of the asked keys and goes on by `cross join`, which keeps
SQLite from choosing another order; none builds an index or a Bloom filter of its own
(tests/graph/test_sqlite_plans.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from graph.model import Document, Edge, Evidence
from graph.redirects import today
from graph.sqlite_store_rows import (
    DOCUMENT_COLUMNS,
    TYPE_IDS,
    TYPES,
    as_list,
    document_of,
    type_list,
)
from graph.store import Direction
from loaders.records import RelationType, Span

DOCUMENTS = f"""
select {DOCUMENT_COLUMNS}, f.name
from json_each(?) k cross join document d on d.key = k.value
left join file f on f.document = d.id
"""
EDGES_OUT = """
select s.key, e.type, t.key
from json_each(?) k cross join document s on s.key = k.value
cross join edge e on e.source = s.id and e.type in ({types})
cross join document t on t.id = e.target
"""
EDGES_IN = """
select s.key, e.type, t.key
from json_each(?) k cross join document t on t.key = k.value
cross join edge e on e.target = t.id and e.type in ({types})
cross join document s on s.id = e.source
"""
EVIDENCE = """
select s.key, a.type, t.key, h.key, f.name, a.page, a.start, a."end", p.quote, a.method
from json_each(?) k cross join document s on s.key = k.value
cross join assertion a on a.source = s.id and a.type in ({types})
cross join document t on t.id = a.target
cross join file f on f.id = a.file
cross join document h on h.id = f.document
cross join passage p on p.file = a.file and p.start = a.start and p."end" = a."end"
"""
REDIRECTS = "select r.old, r.new from json_each(?) k cross join redirect r on r.old = k.value"


def documents(db: sqlite3.Connection, keys: Collection[str]) -> dict[str, Document]:
    """Return the nodes by the key asked for, redirected keys included."""
    found = _documents(db, keys)
    missing = [key for key in keys if key not in found]
    if missing:
        ends = today(missing, redirects=partial(_redirects, db), existing=partial(_existing, db))
        nodes = _documents(db, ends.values())
        found.update((key, nodes[new]) for key, new in ends.items() if new in nodes)
    return found


def _documents(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Document]:
    rows = db.execute(DOCUMENTS, (as_list(keys),)).fetchall()
    found: dict[str, Document] = {}
    several: dict[str, list[str]] = {}
    for row in rows:
        key, name = row[0], row[11]
        if key not in found:
            found[key] = document_of(row, () if name is None else (name,))
        elif key in several:
            several[key].append(name)
        else:
            several[key] = [found[key].files[0], name]
    if several:
        whole = {row[0]: row for row in rows if row[0] in several}
        found.update((k, document_of(row, tuple(sorted(several[k])))) for k, row in whole.items())
    return found


def _redirects(db: sqlite3.Connection, keys: Iterable[str]) -> list[tuple[str, str]]:
    return db.execute(REDIRECTS, (as_list(keys),)).fetchall()


def _existing(db: sqlite3.Connection, keys: Iterable[str]) -> list[str]:
    statement = "select d.key from json_each(?) k cross join document d on d.key = k.value"
    return [row[0] for row in db.execute(statement, (as_list(keys),))]


def edges(
    db: sqlite3.Connection,
    keys: Collection[str],
    types: Collection[RelationType],
    direction: Direction,
) -> list[Edge]:
    """Return the edges that leave or reach the keys, in order."""
    if not keys or not types:
        return []
    statement = EDGES_OUT if direction is Direction.OUT else EDGES_IN
    rows = db.execute(statement.format(types=type_list(types)), (as_list(keys),)).fetchall()
    # Plain tuples sort several times faster than records; names of types order as they read.
    triples = sorted((source, TYPES[kind]._value_, target) for source, kind, target in rows)
    kinds = {kind._value_: kind for kind in TYPE_IDS}
    return [Edge(source, kinds[kind], target) for source, kind, target in triples]


def evidence(db: sqlite3.Connection, wanted: Sequence[Edge]) -> dict[Edge, tuple[Evidence, ...]]:
    """Return who asserts each edge.

    Assertions are looked up by source and type and then picked: a source says few things.
    """
    if not wanted:
        return {}
    types = type_list({edge.type for edge in wanted})
    sources = as_list(edge.source for edge in wanted)
    rows = db.execute(EVIDENCE.format(types=types), (sources,)).fetchall()
    asked = {(edge.source, TYPE_IDS[edge.type], edge.target): edge for edge in wanted}
    methods = dict[int, tuple[str, float]]()
    if rows:
        used = as_list(row[9] for row in rows)
        for number, rule, confidence in db.execute(METHODS, (used,)):
            methods[number] = (rule, confidence)
    rows.sort(key=lambda r: (r[3], r[4], r[6], r[7], r[5] or 0, methods[r[9]]))
    found: dict[Edge, list[Evidence]] = {}
    for source, kind, target, key, name, page, start, end, quote, method in rows:
        edge = asked.get((source, kind, target))
        if edge is not None:
            rule, confidence = methods[method]
            one = Evidence(key, name, page, Span(start, end), quote, rule, confidence)
            found.setdefault(edge, []).append(one)
    return {edge: tuple(found[edge]) for edge in wanted if edge in found}


METHODS = """
select m.id, m.rule, m.confidence from json_each(?) k cross join method m on m.id = k.value
"""

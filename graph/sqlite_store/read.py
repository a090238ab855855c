"""Reading the graph from SQLite: nodes, edges and evidence by key.

Every statement starts from `json_each` of the asked keys and goes on by `cross join`, which keeps
SQLite from choosing another order; none builds an index or a Bloom filter of its own
(tests/graph/test_sqlite_plans.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial

from graph.model import Document
from graph.redirects import today
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import (
    DOCUMENT_COLUMNS,
    as_list,
    nodes_of,
)

DOCUMENTS = f"""
select {DOCUMENT_COLUMNS}, f.name
from json_each(?) k cross join document d on d.key = k.value
left join file f on f.document = d.id
"""
REDIRECTS = "select r.old, r.new from json_each(?) k cross join redirect r on r.old = k.value"


def documents(db: Connection, keys: Collection[str]) -> dict[str, Document]:
    """Return the nodes by the key asked for, redirected keys included."""
    found = _documents(db, keys)
    missing = [key for key in keys if key not in found]
    if missing:
        ends = today(missing, redirects=partial(_redirects, db), existing=partial(_existing, db))
        nodes = _documents(db, ends.values())
        found.update((key, nodes[new]) for key, new in ends.items() if new in nodes)
    return found


def _documents(db: Connection, keys: Iterable[str]) -> dict[str, Document]:
    return {node.key: node for node in nodes_of(db.rows(DOCUMENTS, (as_list(keys),)))}


def _redirects(db: Connection, keys: Iterable[str]) -> list[tuple[str, str]]:
    return db.rows(REDIRECTS, (as_list(keys),))


def _existing(db: Connection, keys: Iterable[str]) -> list[str]:
    statement = "select d.key from json_each(?) k cross join document d on d.key = k.value"
    return [row[0] for row in db.rows(statement, (as_list(keys),))]

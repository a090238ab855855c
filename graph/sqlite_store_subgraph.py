"""Reading a part of the graph from SQLite: level by level, by the numbers of rows.

Keys are looked up once, at the beginning; what follows goes by numbers, which cost a third.
Every statement starts from `json_each` and goes on by `cross join` (`graph.sqlite_store_read`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph.model import Document, Evidence
from graph.sqlite_store_rows import (
    DOCUMENT_COLUMNS,
    TYPE_IDS,
    TYPES,
    as_list,
    documents_of,
    type_list,
)
from graph.store import Direction
from graph.subgraph import Link, Subgraph, in_order, spread
from loaders.records import RelationType, Span

IDS = "select d.key, d.id from json_each(?) k cross join document d on d.key = k.value"
KEYS = "select d.key, d.id from json_each(?) k cross join document d on d.id = k.value"
DOCUMENTS = f"""
select {DOCUMENT_COLUMNS}, d.id, f.name, f.id
from json_each(?) k cross join document d on d.id = k.value
left join file f on f.document = d.id
"""
ALONG = {
    Direction.OUT: """
select e.source, e.type, e.target
from json_each(?) k cross join edge e on e.source = k.value and e.type in ({types})
""",
    Direction.IN: """
select e.source, e.type, e.target
from json_each(?) k cross join edge e on e.target = k.value and e.type in ({types})
""",
}
BACK = {Direction.OUT: Direction.IN, Direction.IN: Direction.OUT}
ASSERTED = """
select a.source, a.type, a.target, a.file, a.page, a.start, a."end", p.quote, a.method
from json_each(?) k cross join assertion a on a.source = k.value and a.type in ({types})
cross join passage p on p.file = a.file and p.start = a.start and p."end" = a."end"
"""
FILES = """
select f.id, d.key, f.name
from json_each(?) k cross join file f on f.id = k.value cross join document d on d.id = f.document
"""
METHODS = "select id, rule, confidence from method"

Row = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Origin:
    """The rows that a subgraph was read from, good as long as nobody has written since.

    `ids` stand at the places of the keys; `files` are the files of its documents, as far as they
    were read: by number, the document's key and the name.
    """

    moment: tuple[int, int]
    ids: list[int]
    files: dict[int, tuple[str, str]]


def subgraph(
    db: sqlite3.Connection,
    keys: Collection[str],
    types: Collection[RelationType],
    direction: Direction,
    joined: Collection[RelationType],
    depth: int | None,
    *,
    bare: bool,
) -> Subgraph:
    """Return what `graph.store.Store.subgraph` says."""
    if not keys:
        return Subgraph()
    moment = _moment(db)
    starts = [number for _, number in db.execute(IDS, (as_list(keys),))]
    found, rows = _reached(db, starts, types, direction, joined, depth)
    files: dict[int, tuple[str, str]] = {}
    documents: list[Document] = []
    if bare:
        named = sorted(db.execute(KEYS, (json.dumps(found),)))
        names, ids = [key for key, _ in named], [number for _, number in named]
    else:
        ids, documents = _documents(db, found, files)
        names = [document.key for document in documents]
    place = {number: at for at, number in enumerate(ids)}
    # Another process may have removed a node since its edges were read.
    rows = [row for row in rows if row[0] in place and row[2] in place]
    links = sorted([(place[s], TYPES[kind], place[t]) for s, kind, t in rows])
    return Subgraph(names, links, documents, _Origin(moment, ids, files))


def _moment(db: sqlite3.Connection) -> tuple[int, int]:
    """Return what changes whenever this or another connection writes."""
    return db.execute("pragma data_version").fetchone()[0], db.total_changes


def _reached(
    db: sqlite3.Connection,
    starts: list[int],
    types: Collection[RelationType],
    direction: Direction,
    joined: Collection[RelationType],
    depth: int | None,
) -> tuple[list[int], list[Row]]:
    """Return the nodes, nearest first, and the edges that were followed."""
    onward = ALONG[direction].format(types=type_list([*types, *joined]))
    around = ALONG[direction].format(types=type_list(joined))
    back = ALONG[BACK[direction]].format(types=type_list(joined))

    def met(nodes: list[int], last: bool) -> list[Row]:
        if not joined and (last or not types):  # SQLite reads the whole table for `in ()`
            return []
        asked = (json.dumps(nodes),)
        rows: list[Row] = db.execute(around if last else onward, asked).fetchall()
        return rows + db.execute(back, asked).fetchall() if joined else rows

    joining = {TYPE_IDS[kind] for kind in joined}
    return spread(starts, met, joining, 2 if direction is Direction.OUT else 0, depth)


def _documents(
    db: sqlite3.Connection, numbers: list[int], files: dict[int, tuple[str, str]]
) -> tuple[list[int], list[Document]]:
    """Return the numbers of the nodes in order of key, and the nodes; put their files down."""
    rows = db.execute(DOCUMENTS, (json.dumps(numbers),)).fetchall()
    if not rows:
        return [], []
    rows.sort()  # by key, then by number and name of the file: what lies between is equal
    files.update([(row[13], (row[0], row[12])) for row in rows])
    if len(rows) > len(numbers):
        same = [list(group) for _, group in groupby(rows, itemgetter(0))]
        rows = [group[0] for group in same]
        names = [tuple([row[12] for row in group if row[12] is not None]) for group in same]
    else:
        names = [() if row[12] is None else (row[12],) for row in rows]
    return [row[11] for row in rows], documents_of(rows, names)


def evidence(
    db: sqlite3.Connection, graph: Subgraph, links: Sequence[Link]
) -> list[tuple[Evidence, ...]]:
    """Return who asserts each link.

    Assertions are looked up by source and type and then picked: a source says few things.
    """
    if not links:
        return []
    origin = graph.origin
    if not isinstance(origin, _Origin) or origin.moment != _moment(db):
        origin = _looked_up(db, graph)
    ids = origin.ids
    numbers = {kind._value_: number for kind, number in TYPE_IDS.items()}
    wanted = [(ids[s], numbers[kind._value_], ids[t]) for s, kind, t in links]
    statement = ASSERTED.format(types=", ".join(map(str, sorted({kind for _, kind, _ in wanted}))))
    rows = db.execute(statement, (as_list(source for source, _, _ in wanted),)).fetchall()
    files = _files(db, origin.files, {row[3] for row in rows})
    methods = {number: (rule, trust) for number, rule, trust in db.execute(METHODS)}
    if any(row[3] not in files for row in rows):  # it was forgotten a moment ago
        rows = [row for row in rows if row[3] in files]
    said: dict[Row, list[Evidence]] = {edge: [] for edge in wanted}
    for row, one in zip(rows, _evidence_of(rows, files, methods), strict=True):
        edge = row[:3]
        if edge in said:
            said[edge].append(one)
    return [in_order(found) for found in map(said.__getitem__, wanted)]


def _evidence_of(
    rows: list[tuple[Any, ...]],
    files: dict[int, tuple[str, str]],
    methods: dict[int, tuple[str, float]],
) -> list[Evidence]:
    """Return the rows of ASSERTED as evidence, made column by column: a hub has thousands."""
    if not rows:
        return []
    _, _, _, places, pages, starts, ends, quotes, ways = zip(*rows, strict=True)
    documents, names = zip(*map(files.__getitem__, places), strict=True)
    rules, trust = zip(*map(methods.__getitem__, ways), strict=True)
    spans = map(Span._make, zip(starts, ends, strict=True))
    columns = zip(documents, names, pages, spans, quotes, rules, trust, strict=True)
    return list(map(Evidence._make, columns))


def _looked_up(db: sqlite3.Connection, graph: Subgraph) -> _Origin:
    """Return the rows of today: since the subgraph was read, somebody has written."""
    ids = dict(db.execute(IDS, (as_list(graph.keys),)).fetchall())
    return _Origin((0, 0), [ids.get(key, 0) for key in graph.keys], {})


def _files(
    db: sqlite3.Connection, known: dict[int, tuple[str, str]], wanted: set[int]
) -> dict[int, tuple[str, str]]:
    """Return document key and name of each file."""
    missing = wanted - known.keys()
    if not missing:
        return known
    rows = db.execute(FILES, (as_list(missing),))
    return known | {number: (key, name) for number, key, name in rows}

"""Reading a part of the graph from SQLite: level by level, by the numbers of rows.

Keys are looked up once, at the beginning; what follows goes by numbers, which cost a third.
Every statement starts from `json_each` and goes on by `cross join` (`graph.sqlite_store.read`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph.columns import from_columns
from graph.model import Document, Evidence
from graph.sqlite_store.connection import Connection, numbers
from graph.sqlite_store.rows import (
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
KEYS = "select d.key, d.id from carray(?) k cross join document d on d.id = k.value"
DOCUMENTS = f"""
select {DOCUMENT_COLUMNS}, d.id, f.name, f.id
from carray(?) k cross join document d on d.id = k.value
left join file f on f.document = d.id
"""
ALONG = {
    Direction.OUT: """
select e.source, e.type, e.target
from carray(?) k cross join edge e on e.source = k.value and e.type in ({types})
""",
    Direction.IN: """
select e.source, e.type, e.target
from carray(?) k cross join edge e on e.target = k.value and e.type in ({types})
""",
}
BACK = {Direction.OUT: Direction.IN, Direction.IN: Direction.OUT}
ASSERTED = """
select a.source, a.type, a.target, a.file, a.page, a.start, a."end", a.quote, a.method
from carray(?) k cross join assertion a on a.target = k.value >> 32 and a.type in ({types})
    and a.source = k.value & 0xffffffff
"""
FILES = """
select f.id, d.key, f.name
from carray(?) k cross join file f on f.id = k.value cross join document d on d.id = f.document
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
    db: Connection,
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
    starts = [number for _, number in db.rows(IDS, (as_list(keys),))]
    found, rows = _reached(db, starts, types, direction, joined, depth)
    files: dict[int, tuple[str, str]] = {}
    documents: list[Document] = []
    if bare:
        named = sorted(db.rows(KEYS, (numbers(found),)))
        names, ids = [key for key, _ in named], [number for _, number in named]
    else:
        ids, documents = _documents(db, found, files)
        names = [document.key for document in documents]
    place = {number: at for at, number in enumerate(ids)}
    # Another process may have removed a node since its edges were read.
    rows = [row for row in rows if row[0] in place and row[2] in place]
    links = sorted([(place[s], TYPES[kind], place[t]) for s, kind, t in rows])
    return Subgraph(names, links, documents, _Origin(moment, ids, files))


def _moment(db: Connection) -> tuple[int, int]:
    """Return what changes whenever this or another connection writes."""
    return db.first("pragma data_version")[0], db.total_changes()


def _reached(
    db: Connection,
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
        asked = (numbers(nodes),)
        rows: list[Row] = db.rows(around if last else onward, asked)
        return rows + db.rows(back, asked) if joined else rows

    joining = {TYPE_IDS[kind] for kind in joined}
    return spread(starts, met, joining, 2 if direction is Direction.OUT else 0, depth)


def _documents(
    db: Connection, places: list[int], files: dict[int, tuple[str, str]]
) -> tuple[list[int], list[Document]]:
    """Return the numbers of the nodes in order of key, and the nodes; put their files down."""
    rows = db.rows(DOCUMENTS, (numbers(places),))
    if not rows:
        return [], []
    rows.sort()  # by key, then by number and name of the file: what lies between is equal
    keys, *_, ids, held, numbered = zip(*rows, strict=True)
    files.update(zip(numbered, zip(keys, held, strict=True), strict=True))
    if len(rows) > len(places):
        same = [list(group) for _, group in groupby(rows, itemgetter(0))]
        rows = [group[0] for group in same]
        names = [tuple([row[12] for row in group if row[12] is not None]) for group in same]
        return [row[11] for row in rows], documents_of(rows, names)
    return list(ids), documents_of(rows, [() if name is None else (name,) for name in held])


def evidence(db: Connection, graph: Subgraph, links: Sequence[Link]) -> list[tuple[Evidence, ...]]:
    """Return who asserts each link.

    Assertions stand in order of their targets: all that say what carries out a hub lie together.
    """
    if not links:
        return []
    origin = graph.origin
    if not isinstance(origin, _Origin) or origin.moment != _moment(db):
        origin = _looked_up(db, graph)
    ids = origin.ids
    type_id = {kind._value_: number for kind, number in TYPE_IDS.items()}
    wanted = [(ids[s], type_id[kind._value_], ids[t]) for s, kind, t in links]
    # One number holds both ends: ids are far below 2 ** 31.
    ends = list(dict.fromkeys([target << 32 | source for source, _, target in wanted]))
    kinds = ", ".join(map(str, sorted({kind for _, kind, _ in wanted})))
    rows = db.rows(ASSERTED.format(types=kinds), (numbers(ends),))
    named = set(map(itemgetter(3), rows))
    files = _files(db, origin.files, named)
    methods = {number: (rule, trust) for number, rule, trust in db.rows(METHODS)}
    if not named <= files.keys():  # one was forgotten a moment ago
        rows = [row for row in rows if row[3] in files]
    made = _evidence_of(rows, files, methods)
    edges: list[Row] = list(map(itemgetter(0, 1, 2), rows))
    if edges == wanted:  # each is said once: so it is with most
        return list(zip(made))
    said: dict[Row, list[Evidence]] = {edge: [] for edge in wanted}
    for edge, one in zip(edges, made, strict=True):
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
    spans = from_columns(Span, starts, ends)
    return from_columns(Evidence, documents, names, pages, spans, quotes, rules, trust)


def _looked_up(db: Connection, graph: Subgraph) -> _Origin:
    """Return the rows of today: since the subgraph was read, somebody has written."""
    ids: dict[str, int] = dict(db.rows(IDS, (as_list(graph.keys),)))
    return _Origin((0, 0), [ids.get(key, 0) for key in graph.keys], {})


def _files(
    db: Connection, known: dict[int, tuple[str, str]], wanted: set[int]
) -> dict[int, tuple[str, str]]:
    """Return document key and name of each file."""
    missing = wanted - known.keys()
    if not missing:
        return known
    rows = db.rows(FILES, (numbers(list(missing)),))
    return known | {number: (key, name) for number, key, name in rows}

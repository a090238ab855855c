"""Reading a part of the graph from Neo4j: one statement a level, with the nodes that it reaches.

A node says whether anything leads on from it: a level of leaves, which is most of what carries out
a document, costs no statement. What may be thousands comes as records of `PIECE` rows each
(`graph.neo4j_store.session.Database.each`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from graph.model import Document, Evidence
from graph.neo4j_store.files import seats_of
from graph.neo4j_store.rows import DOCUMENT, asserting, document_of, type_list
from graph.neo4j_store.session import Database
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
UNWIND range(0, size(nodes), {piece}) AS at
RETURN [
    CASE at WHEN 0 THEN links ELSE [] END,
    COLLECT {{ UNWIND nodes[at..at + {piece}] AS d RETURN [{row}, {onward}, {around}] }}
]
"""
ROW = f"{DOCUMENT}, [(f:File)-[:TEXT_OF]->(d) | f.name]"
SAID = "f.name, a.page, a.start, a.end, a.quote, a.rule, a.confidence"
SAID_BY_SOURCES = f"""
UNWIND $rows AS row MATCH (s:Document {{{{key: row[1]}}}})<-[a:{{asserting}}]-(f:File)
WHERE a.target IN row[2] MATCH (f)-[:TEXT_OF]->(d:Document)
RETURN collect([row[0], a.target, d.key, {SAID}])
"""
SAID_OF_TARGETS = f"""
UNWIND $rows AS row MATCH (t:Document {{{{key: row[1]}}}})<-[:{{kind}}]-(s:Document)
WITH row[0] AS place, t, collect(s) AS sources
UNWIND range(0, size(sources), {{piece}}) AS at
RETURN COLLECT {{{{
    UNWIND sources[at..at + {{piece}}] AS s MATCH (s)<-[a:{{asserting}}]-(f:File)
    WHERE a.target = t.key
    RETURN [place, s.key, null, {SAID}]
}}}}
"""

PIECE = 500
"""So many rows come in one record: what is read on the way to the next one costs no time."""

HUB = 100
"""From so many links to one document on, what is said of them is read from that document."""

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
                piece=PIECE,
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
    return Subgraph(names, links, documents, _seats(documents))


def _seats(documents: Sequence[Document]) -> dict[str, str]:
    """Return the keys of the documents by their files: most that is said of them, they say."""
    return {name: document.key for document in documents for name in document.files}


def evidence(
    database: Database, graph: Subgraph, links: Sequence[Link]
) -> list[tuple[Evidence, ...]]:
    """Return who asserts each link."""
    found: list[list[Evidence]] = [[] for _ in links]
    seats = graph.origin if isinstance(graph.origin, dict) else {}
    for statement, asked, places in _questions(graph, links):
        # Not all sources of a hub are asked for.
        rows = [row for row in database.gather(statement, asked) if (row[0], row[1]) in places]
        seats = seats | seats_of(
            database, {row[3] for row in rows if row[2] is None} - seats.keys()
        )
        for row in rows:
            row[2] = row[2] or seats.get(row[3])
        rows = [row for row in rows if row[2]]  # all but what was forgotten a moment ago
        for row, said in zip(rows, _evidence_of(rows), strict=True):
            found[places[row[0], row[1]]].append(said)
    return list(map(in_order, found))


Places = dict[tuple[int, str], int]
"""Which link an answer is about: by the place of one end in the graph and the key of the other."""


def _questions(
    graph: Subgraph, links: Sequence[Link]
) -> Iterator[tuple[str, list[list[Any]], Places]]:
    """Yield the statements that ask who asserts the links, each with its rows and their places."""
    keys, hubs = graph.keys, _hubs(graph, links)
    of_targets: dict[RelationType, Places] = {}
    by_sources: dict[RelationType, Places] = {}
    for at, (source, kind, target) in enumerate(links):
        if (kind, target) in hubs:
            of_targets.setdefault(kind, {})[target, keys[source]] = at
        else:
            by_sources.setdefault(kind, {})[source, keys[target]] = at
    for kind, places in of_targets.items():
        targets = dict.fromkeys(target for target, _ in places)
        statement = SAID_OF_TARGETS.format(kind=kind, asserting=asserting(kind), piece=PIECE)
        yield statement, [[target, keys[target]] for target in targets], places
    for kind, places in by_sources.items():
        aims: dict[int, list[str]] = {}
        for source, key in places:
            aims.setdefault(source, []).append(key)
        statement = SAID_BY_SOURCES.format(asserting=asserting(kind))
        yield statement, [[source, keys[source], aim] for source, aim in aims.items()], places


def _hubs(graph: Subgraph, links: Sequence[Link]) -> set[tuple[RelationType, int]]:
    """Return the ends that so many of `links` lead to that reading all of them costs no more.

    Looking up each source takes longer than going to all sources of one target; a page of a hub
    asks for few of them.
    """
    asked = Counter((kind, target) for _, kind, target in links)
    many = {end for end, number in asked.items() if number >= HUB}
    if not many:
        return many
    held = Counter((kind, target) for _, kind, target in graph.links if (kind, target) in many)
    return {end for end in many if 2 * asked[end] >= held[end]}


def _evidence_of(rows: list[list[Any]]) -> list[Evidence]:
    """Return rows of document and SAID as evidence, made column by column: a hub has thousands."""
    if not rows:
        return []
    _, _, documents, names, pages, starts, ends, quotes, rules, trust = zip(*rows, strict=True)
    spans = map(Span._make, zip(starts, ends, strict=True))
    columns = zip(documents, names, pages, spans, quotes, rules, trust, strict=True)
    return list(map(Evidence._make, columns))

"""Small graphs for tests of questions, written as lines of text.

`graph("b IMPLEMENTS a", "c IMPLEMENTS b")` is a store with three documents; facts are given as
`facts={"a": {"issue_date": "2017"}}`. Every edge is asserted by a file of its source, or by the
file named after "@": "c IMPLEMENTS b @x".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.change import Change
from graph.identity.keys import block_of_number
from graph.model import (
    Assertion,
    Claim,
    Document,
    DocumentStatus,
    Edge,
    Evidence,
    FileContent,
    StoredClaim,
    StoredFile,
)
from graph.store import Store
from loaders.records import (
    SELF,
    DocumentRecord,
    Header,
    Mention,
    Passage,
    Quality,
    Reference,
    Relation,
    RelationType,
    Span,
)
from tests.model_store import ModelStore

make_store: Callable[[], Store] = ModelStore
"""What `graph` fills; a fixture puts another kind of store here."""


def document(key: str, **facts: Any) -> Document:
    """A loaded document whose facts are null unless given."""
    blank = dict.fromkeys(("type", "number", "title", "issuer", "issue_date", "level"))
    fields: dict[str, Any] = {**blank, "province": None, "district": None, **facts}
    fields.setdefault("status", DocumentStatus.LOADED)
    if fields["status"] is DocumentStatus.LOADED:
        fields.setdefault("quality", Quality.GOOD)
        fields.setdefault("files", (f"{key}.txt",))
    return Document(key, **fields)


def claim(node: Document, *, own: bool = True) -> Claim:
    """What a text says that says all that is known of the document."""
    block = block_of_number(node.number) if node.number else node.key
    return Claim(
        block=block or node.key,
        own=own,
        type=node.type,
        number=node.number,
        symbol=node.key,
        title=node.title,
        issuer=node.issuer,
        issue_date=node.issue_date,
        other_dates=(),
        level=node.level,
        province=node.province,
        district=node.district,
        term=None,
        not_after=None,
    )


def graph(*lines: str, facts: dict[str, dict[str, Any]] | None = None) -> Store:
    """A store with these edges and every document that they or `facts` name."""
    edges = [(line.split(" @")[0].split(), line.partition(" @")[2]) for line in lines]
    facts = facts or {}
    keys = sorted({end for ends, _ in edges for end in (ends[0], ends[2])} | facts.keys())
    nodes = {key: document(key, **facts.get(key, {})) for key in keys}
    asserted = [
        _assertion(Edge(ends[0], RelationType(ends[1]), ends[2]), by or ends[0], place)
        for place, (ends, by) in enumerate(edges)
    ]
    store = make_store()
    store.commit(
        Change(
            documents=tuple(nodes.values()),
            claims=tuple(StoredClaim(claim(node), node.key, (), 1) for node in nodes.values()),
            contents=(
                *(_content(node, nodes, asserted) for node in nodes.values() if node.files),
                _index(nodes),
            ),
            reassert=tuple(f"{key}.txt" for key in keys),
            assertions=tuple(asserted),
        )
    )
    return store


def _index(nodes: dict[str, Document]) -> FileContent:
    """A file of no document that names all stubs, so that they stay in the graph."""
    stubs = [node for node in nodes.values() if not node.files]
    return FileContent(
        StoredFile("index.txt", "index", "1", "failed", None),
        DocumentRecord("index.txt", "utf-8", "index", Quality.GOOD, Header()),
        "",
        {f"R{place}": claim(node).id for place, node in enumerate(stubs, start=1)},
    )


def _assertion(edge: Edge, by: str, place: int) -> Assertion:
    quote = f"{edge.source} {edge.type} {edge.target}"
    passage = Span(100 * place, 100 * place + len(quote))
    return Assertion(edge, Evidence(by, f"{by}.txt", None, passage, quote, "test", 0.9))


def _content(node: Document, nodes: dict[str, Document], asserted: list[Assertion]) -> FileContent:
    own = [a for a in asserted if a.evidence.document == node.key]
    others = sorted({end for a in own for end in (a.edge.source, a.edge.target)} - {node.key})
    names = {key: f"R{place}" for place, key in enumerate(others, start=1)} | {node.key: SELF}
    text = " " * 100
    references, relations = [], []
    for key in others:
        place = Span(len(text), len(text) + len(key))
        text += key + " "
        references.append(_reference(names[key], nodes[key], Passage(place, key)))
    for a in own:
        quote = text
        relations.append(
            Relation(
                names[a.edge.source],
                a.edge.type,
                names[a.edge.target],
                Passage(Span(0, len(quote)), quote),
                "test",
                0.9,
            )
        )
    header = Header(
        type=node.type,
        number=node.number,
        title=node.title,
        issue_date=node.issue_date,
        spans={"number": Span(0, 4)} if node.number else {},
    )
    return FileContent(
        StoredFile(f"{node.key}.txt", node.key, "1", "loaded", node.key),
        DocumentRecord(
            f"{node.key}.txt",
            "utf-8",
            node.key,
            Quality.GOOD,
            header,
            tuple(references),
            tuple(relations),
        ),
        text,
        {names[key]: claim(nodes[key]).id for key in [*others, node.key]},
    )


def _reference(name: str, node: Document, passage: Passage) -> Reference:
    return Reference(
        key=name,
        type=node.type,
        number=node.number,
        issue_date=node.issue_date,
        other_dates=(),
        issuer=node.issuer,
        title=node.title,
        level=node.level,
        province=node.province,
        district=node.district,
        term=None,
        mentions=(Mention(passage, node.number, node.issue_date),),
    )

"""Pieces of changes: nodes with the claims, files and assertions that bring them."""

from __future__ import annotations

from typing import Any

from graph.change import Change
from graph.model import Assertion, Document, Edge, Evidence, FileContent, StoredClaim, StoredFile
from graph.movable import leaving_edges
from graph.store import Store
from loaders.records import SELF, DocumentRecord, Header, Quality, RelationType, Span
from tests.queries.small_graphs import claim, document

__all__ = ["bring", "claim", "document", "edge", "file_of", "proofs", "said", "told"]


def told(node: Document, *, own: bool = True, at: str | None = "") -> StoredClaim:
    """A claim that says all of `node`, given to it or to the node with the key `at`."""
    return StoredClaim(claim(node, own=own), node.key if at == "" else at, (), 0)


def file_of(
    node: Document, name: str | None = None, *, others: tuple[Document, ...] = (), **facts: Any
) -> FileContent:
    """A file with the text of `node`, which names `others` as R1, R2 and so on."""
    name = name or f"{node.key}.txt"
    made = {SELF: claim(node).id}
    made |= {f"R{at}": claim(other, own=False).id for at, other in enumerate(others, start=1)}
    stored = {"sha256": f"sha {name}", "version": "1", "outcome": "loaded", **facts}
    record = DocumentRecord(name, "utf-8", stored["sha256"], Quality.GOOD, Header(title=node.title))
    return FileContent(
        StoredFile(name, document=node.key, **stored), record, f"Chữ của {name}.", made
    )


def edge(text: str) -> Edge:
    """An edge written as "b IMPLEMENTS a"."""
    source, kind, target = text.split()
    return Edge(source, RelationType(kind), target)


def said(text: str, by: str, start: int = 0, **more: Any) -> Assertion:
    """What the file of the node `by` says: "b IMPLEMENTS a"."""
    quote = more.pop("quote", f"{text}.")
    fields: dict[str, Any] = {
        "document": by, "file": f"{by}.txt", "page": None, "span": Span(start, start + len(quote)),
        "quote": quote, "rule": "test", "confidence": 0.9,
    }  # fmt: skip
    return Assertion(edge(text), Evidence(**{**fields, **more}))


def proofs(store: Store, text: str) -> tuple[Evidence, ...]:
    """Who asserts the edge that is written so; nobody where it is not there."""
    wanted = edge(text)
    return dict(leaving_edges(store, [wanted.source])).get(wanted, ())


def bring(store: Store, *lines: str, nodes: tuple[Document, ...] = (), **more: Any) -> Change:
    """Commit nodes, each with its file, and the edges of `lines`, said by their sources' files."""
    asserted = tuple(said(line, line.split()[0], 50 * at) for at, line in enumerate(lines))
    change = Change(
        documents=nodes,
        claims=tuple(told(node) for node in nodes),
        contents=tuple(file_of(node) for node in nodes),
        reassert=tuple(f"{node.key}.txt" for node in nodes),
        assertions=asserted,
        **more,
    )
    store.commit(change)
    return change

"""Parts of the graph as networks of NetworkX, for its algorithms and for files.

A network is a bounded copy for one answer. Its nodes are keys, in the order of the answer; an edge
runs from who does to what it is done to, with the relation as its key. Attributes are text and
numbers, those without a value are left out, so that any format can hold them.
"""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from graph.model import Document
from graph.movable import document_pages, leaving_edges, written_meanwhile
from graph.store import Store
from queries.connections import ConnectionList
from queries.errors import BadOption
from queries.lineage import Lineage, Step
from queries.proofs import proofs_of

Network: TypeAlias = "nx.MultiDiGraph[str]"

MAX_WHOLE = 200_000
"""So many documents a network of the whole graph may have: some kB each in memory."""

_FIELDS = ("type", "number", "title", "issuer", "issue_date", "level", "province", "district",
           "status", "quality")  # fmt: skip


def network_of(answer: Lineage) -> Network:
    """Return one page of a lineage: the document asked for and the items, with every last step.

    Nodes have the fields of a document and their `depth`, edges the relation and where it is said
    (`quote`, `file`, `start`, `end`, `evidence_total`). Ends of a step that no item stands for (a
    programme under its act) are nodes of the act's depth without fields. Documents that a filter
    leaves out and that stand on the way to an item are nodes with `between`.
    """
    made: Network = nx.MultiDiGraph()
    _add_node(made, answer.document, 0)
    for item in answer.items:
        _add_node(made, item.document, item.depth)
    for item in answer.between:
        _add_node(made, item.document, item.depth)
        made.nodes[item.document.key]["between"] = True
    for item in (*answer.items, *answer.between):
        for step in (*item.steps[-1:], *item.other_steps):
            for end in (step.edge.source, step.edge.target):
                if end not in made:
                    made.add_node(end, depth=item.depth)
            _add_step(made, step)
    return made


def network_of_ways(answer: ConnectionList) -> Network:
    """Return one page of ways as a network; `depth` counts the steps from A on the shortest way.

    Nodes and edges have what those of `network_of` have.
    """
    made: Network = nx.MultiDiGraph()
    for way in answer.items:
        for depth, document in enumerate(way.documents):
            if document.key not in made:
                _add_node(made, document, depth)
    for way in answer.items:
        for step in way.steps:
            _add_step(made, step)
    return made


def whole_network(store: Store) -> Network:
    """Return the whole graph: every document, every relation as it is stored.

    Nodes have what those of `network_of` have but `depth`; an edge, the sentences of the source
    first. Order: key; source, type, target. Raises BadOption above `MAX_WHOLE` documents, which do
    not fit into memory as a network, and StoreChanged where the store was written to meanwhile.
    """
    state = store.state()
    if state.documents > MAX_WHOLE:
        raise BadOption(
            f"đồ thị có {state.documents} văn bản, quá {MAX_WHOLE}: xuất bằng --format jsonl "
            "hoặc neo4j-admin"
        )
    made: Network = nx.MultiDiGraph()
    pages = [list(page) for page in document_pages(store)]
    for document in (document for page in pages for document in page):
        _add_node(made, document)
    for page in pages:
        for edge, said in leaving_edges(store, [document.key for document in page]):
            _add_step(made, Step(edge, proofs_of(edge, said, {})))
    if store.state().revision != state.revision:
        raise written_meanwhile()
    return made


def _add_node(made: Network, document: Document, depth: int | None = None) -> None:
    told = {name: getattr(document, name) for name in _FIELDS}
    fields = {name: str(value) for name, value in told.items() if value is not None}
    at = {} if depth is None else {"depth": depth}
    made.add_node(document.key, **at, **fields)


def _add_step(made: Network, step: Step) -> None:
    edge, said = step.edge, step.evidence
    place = (
        {"quote": said[0].quote, "file": said[0].file, "start": said[0].span.start,
         "end": said[0].span.end}
        if said else {}
    )  # fmt: skip
    made.add_edge(
        edge.source, edge.target, key=edge.type.value,
        type=edge.type.value, evidence_total=step.proofs.total, **place,
    )  # fmt: skip

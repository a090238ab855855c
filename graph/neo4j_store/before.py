"""What a Neo4j store holds of what a change names, asked for at the beginning of a commit.

What is known to be new is written without being looked for again, and what nothing hangs on is
not asked about.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.change import Change
from graph.neo4j_store.transaction import Transaction

THERE = {
    "files": "UNWIND $rows AS k MATCH (f:File {name: k}) RETURN collect(f.name)",
    "claims": "UNWIND $rows AS k MATCH (c:Claim {id: k}) RETURN collect(c.id)",
    "nodes": "UNWIND $rows AS k MATCH (d:Document {key: k}) RETURN collect(d.key)",
}


@dataclass(frozen=True, slots=True)
class Before:
    """The names of files, the ids of claims and the keys of nodes that were there."""

    files: frozenset[str]
    claims: frozenset[str]
    nodes: frozenset[str]


def before(transaction: Transaction, change: Change) -> Before:
    """Return what the store holds of `change`.

    Raises ValueError where the change names a file, claim or node that is nowhere: neither there
    nor written by the change.
    """
    contents = change.contents
    written = {content.file.name for content in contents} | {one.name for one in change.failures}
    gone = set(change.retract)
    speaking = {one.evidence.file for one in change.assertions}
    files = _there(transaction, "files", written | gone | speaking)
    _require("files", speaking - (files - gone) - written)
    made = {claim for content in contents for claim in content.claims.values()}
    own = {stored.claim.id for stored in change.claims}
    claims = _there(transaction, "claims", own | made)
    _require("claims", made - claims - own)
    keys = {document.key for document in change.documents}
    needed = _nodes_of(change)
    nodes = _there(transaction, "nodes", keys | needed)
    _require("nodes", needed - nodes - keys)
    return Before(files, claims, nodes)


def _nodes_of(change: Change) -> set[str]:
    """Return the keys of the nodes at which claims, files and edges of the change stand."""
    seats = {stored.document for stored in change.claims}
    seats |= {content.file.document for content in change.contents}
    seats |= {file.document for file in change.failures}
    ends = {end for one in change.assertions for end in (one.edge.source, one.edge.target)}
    return ends | {key for key in seats if key is not None}


def _there(transaction: Transaction, what: str, names: set[str]) -> frozenset[str]:
    return frozenset(transaction.gather(THERE[what], sorted(names)))


def _require(what: str, missing: set[str]) -> None:
    if missing:
        raise ValueError(f"the change names {what} that are not there: {sorted(missing)[:5]}")

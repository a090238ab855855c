"""What one commit does to a store."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.judgement import Judgement
from graph.model import Assertion, Document, FileContent, StoredClaim, StoredFile


@dataclass(frozen=True, slots=True)
class Change:
    """All that one commit does; a store applies it whole or not at all.

    Order of application: files of `retract` lose all they asserted; `documents` are written
    (inserted or replaced by key); `claims` are written with the node they now belong to (a
    claim that no file makes any more goes); `contents` are stored, with the duties and targets
    that `graph.stating` finds in them, which stay as long as the content does; `failures` replace
    what a file of that name had; `assertions` replace all assertions of the files named in
    `reassert` (which includes every new file); `redirects` (old key to new key) are kept for ever;
    nodes without a claim are removed.

    A file's node is the one that its `SELF` claim belongs to, also when only the claim moves.
    An edge is there as long as a file asserts it. A change that names a node, claim or file
    which neither it nor the store holds raises ValueError. `revision` is the state that the change
    was built on: a store in another state refuses it with StoreChanged; None is never refused.
    """

    retract: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    claims: tuple[StoredClaim, ...] = ()
    contents: tuple[FileContent, ...] = ()
    failures: tuple[StoredFile, ...] = ()
    reassert: tuple[str, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    redirects: dict[str, str] = field(default_factory=dict)
    revision: int | None = None
    judgements: tuple[Judgement, ...] = ()

"""Search: documents by words and numbers, ranked the same on every store."""

from __future__ import annotations

from graph.store import Criteria, Store
from queries.documents import DocumentList


def search(
    store: Store,
    words: str,
    *,
    criteria: Criteria | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> DocumentList:
    raise NotImplementedError

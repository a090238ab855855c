"""The time a question may take: a store that stops answering when it is over."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence

from graph.block_parts import BlockPart
from graph.change import Change
from graph.model import Document, Evidence, FileContent, StoredClaim, StoredFile, StoreState
from graph.store import At, Direction, Row, Sought, Store
from graph.subgraph import Link, Subgraph
from loaders.errors import PhaheError
from loaders.records import RelationType


class OutOfTime(PhaheError):
    """A question took longer than it may."""

    code = "out_of_time"


class GuardedStore:
    """A store for one question; each call after the deadline raises OutOfTime."""

    def __init__(self, store: Store, seconds: float) -> None:
        self._store = store
        self._end = time.monotonic() + seconds

    def _in_time(self) -> Store:
        if time.monotonic() > self._end:
            raise OutOfTime("the question takes longer than it may")
        return self._store

    def files(
        self, names: Collection[str] | None = None, sha256s: Collection[str] = ()
    ) -> list[StoredFile]:
        return self._in_time().files(names, sha256s)

    def contents(
        self,
        names: Collection[str] | None = None,
        *,
        claims: Collection[str] = (),
        text: bool = False,
    ) -> Iterator[FileContent]:
        for content in self._in_time().contents(names, claims=claims, text=text):
            self._in_time()
            yield content

    def claims(
        self,
        blocks: Collection[str] = (),
        documents: Collection[str] = (),
        ids: Collection[str] = (),
        *,
        parts: Collection[BlockPart] = (),
    ) -> list[StoredClaim]:
        return self._in_time().claims(blocks, documents, ids, parts=parts)

    def commit(self, change: Change) -> None:
        self._in_time().commit(change)

    def documents(self, keys: Collection[str]) -> dict[str, Document]:
        return self._in_time().documents(keys)

    def find(
        self, criteria: Sought[Row, At], *, limit: int, after: At | None = None
    ) -> tuple[list[Row], int]:
        return self._in_time().find(criteria, limit=limit, after=after)

    def subgraph(
        self,
        keys: Collection[str],
        types: Collection[RelationType],
        direction: Direction,
        *,
        joined: Collection[RelationType] = (),
        depth: int | None = None,
        bare: bool = False,
    ) -> Subgraph:
        return self._in_time().subgraph(
            keys, types, direction, joined=joined, depth=depth, bare=bare
        )

    def evidence(self, graph: Subgraph, links: Sequence[Link]) -> list[tuple[Evidence, ...]]:
        return self._in_time().evidence(graph, links)

    def state(self) -> StoreState:
        return self._in_time().state()

    def close(self) -> None:
        self._store.close()

"""The SQLite store: one graph in one file, no service, no network.

Choose it unless several machines must share one graph. The file is in WAL mode; while it is open
two side files (-wal, -shm) stand beside it. A commit is on disk when `commit` returns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from graph.block_parts import BlockPart
from graph.change import Change
from graph.judgement_criteria import JudgementCriteria
from graph.model import Document, Evidence, FileContent, StoredClaim, StoredFile, StoreState
from graph.named import AgencyNameCriteria, NamingCriteria
from graph.sqlite_store import files as stored
from graph.sqlite_store import read as read
from graph.sqlite_store import subgraph as parts
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.errors import translated
from graph.sqlite_store.judgements import find_judgements
from graph.sqlite_store.names import find_names
from graph.sqlite_store.open import open_database
from graph.sqlite_store.search import find_documents
from graph.sqlite_store.stated import find_duties, find_namings
from graph.sqlite_store.suspects import find_suspects
from graph.sqlite_store.tallies import find_tallies
from graph.sqlite_store.targets import find_measured, find_targets
from graph.sqlite_store.write import apply
from graph.store import (
    At,
    Criteria,
    Direction,
    DutyCriteria,
    MeasuredCriteria,
    Row,
    Sought,
    TargetCriteria,
)
from graph.subgraph import Link, Subgraph
from graph.suspects import SuspectCriteria
from graph.tallies import TallyCriteria
from loaders.records import RelationType

_FINDERS: dict[type, Callable[..., Any]] = {
    Criteria: find_documents,
    DutyCriteria: find_duties,
    TargetCriteria: find_targets,
    MeasuredCriteria: find_measured,
    JudgementCriteria: find_judgements,
    TallyCriteria: find_tallies,
    AgencyNameCriteria: find_names,
    NamingCriteria: find_namings,
    SuspectCriteria: find_suspects,
}
_COUNTS = ", ".join(count.name for count in fields(StoreState))


class SqliteStore:
    """`graph.store.Store` on a SQLite file. Open it with `SqliteStore.open`."""

    def __init__(self, db: Connection, path: Path) -> None:
        self._db = db
        self._path = path

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False) -> SqliteStore:
        """Open the store in the file at `path`; `create` makes it, or brings it up to date.

        Raises StoreUnavailable (see `graph.sqlite_store.open.open_database`).
        """
        return cls(open_database(path, create=create, read_only=read_only), path)

    def files(
        self, names: Collection[str] | None = None, sha256s: Collection[str] = ()
    ) -> list[StoredFile]:
        with translated(self._path):
            return stored.files(self._db, names, sha256s)

    def contents(
        self,
        names: Collection[str] | None = None,
        *,
        claims: Collection[str] = (),
        text: bool = False,
    ) -> Iterator[FileContent]:
        with translated(self._path):
            yield from stored.contents(self._db, names, claims, text=text)

    def claims(
        self,
        blocks: Collection[str] = (),
        documents: Collection[str] = (),
        ids: Collection[str] = (),
        *,
        parts: Collection[BlockPart] = (),
    ) -> list[StoredClaim]:
        with translated(self._path):
            return stored.claims(self._db, blocks, documents, ids, parts)

    def commit(self, change: Change) -> None:
        with translated(self._path):
            apply(self._db, change)

    def documents(self, keys: Collection[str]) -> dict[str, Document]:
        with translated(self._path):
            return read.documents(self._db, keys)

    def find(
        self, criteria: Sought[Row, At], *, limit: int, after: At | None = None
    ) -> tuple[list[Row], int]:
        with translated(self._path):
            found: tuple[list[Row], int] = _FINDERS[type(criteria)](
                self._db, criteria, limit=limit, after=after
            )
            return found

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
        with translated(self._path):
            return parts.subgraph(self._db, keys, types, direction, joined, depth, bare=bare)

    def evidence(self, graph: Subgraph, links: Sequence[Link]) -> list[tuple[Evidence, ...]]:
        with translated(self._path):
            return parts.evidence(self._db, graph, links)

    def state(self) -> StoreState:
        with translated(self._path):
            return StoreState(*self._db.first(f"select {_COUNTS} from state"))

    def redirects(self) -> dict[str, str]:
        """Return the redirects as `graph.movable.MovableStore` says."""
        with translated(self._path):
            return dict(self._db.rows("select old, new from redirect order by old"))

    def close(self) -> None:
        self._db.close()

"""The Neo4j store: a graph in a database of a server, behind the store contract."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from graph.block_parts import BlockPart
from graph.change import Change
from graph.errors import StoreUnavailable
from graph.judgement_criteria import JudgementCriteria
from graph.model import Document, Evidence, FileContent, StoredClaim, StoredFile, StoreState
from graph.named import AgencyNameCriteria, NamingCriteria
from graph.neo4j_store import files as stored
from graph.neo4j_store import read as read
from graph.neo4j_store import subgraph as parts
from graph.neo4j_store.errors import translated
from graph.neo4j_store.judgements import find_judgements
from graph.neo4j_store.names import find_names
from graph.neo4j_store.open import close_database, open_database
from graph.neo4j_store.search import find_documents
from graph.neo4j_store.session import Access, Database
from graph.neo4j_store.stated import find_duties, find_measured, find_namings, find_targets
from graph.neo4j_store.suspects import find_suspects
from graph.neo4j_store.tallies import find_tallies
from graph.neo4j_store.write import apply
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


class Neo4jStore:
    """`graph.store.Store` on a Neo4j database. Open it with `Neo4jStore.open`."""

    def __init__(self, database: Database, access: Access) -> None:
        self._opened: Database | None = database
        self.access = access

    @classmethod
    def open(cls, access: Access, *, create: bool = True, read_only: bool = False) -> Neo4jStore:
        """Open the store that `access` leads to; `create` makes it in an empty database.

        Raises StoreUnavailable (see `graph.neo4j_store.open.open_database`).
        """
        return cls(open_database(access, create=create, read_only=read_only), access)

    @property
    def _database(self) -> Database:
        if self._opened is None:
            raise StoreUnavailable(
                f"{self.access.url}: the store was closed",
                code="store_unreachable",
                why="closed",
                place=self.access.url,
            )
        return self._opened

    def files(
        self, names: Collection[str] | None = None, sha256s: Collection[str] = ()
    ) -> list[StoredFile]:
        with translated(self.access.url):
            return stored.files(self._database, names, sha256s)

    def contents(
        self,
        names: Collection[str] | None = None,
        *,
        claims: Collection[str] = (),
        text: bool = False,
    ) -> Iterator[FileContent]:
        with translated(self.access.url):
            yield from stored.contents(self._database, names, claims, text=text)

    def claims(
        self,
        blocks: Collection[str] = (),
        documents: Collection[str] = (),
        ids: Collection[str] = (),
        *,
        parts: Collection[BlockPart] = (),
    ) -> list[StoredClaim]:
        with translated(self.access.url):
            return stored.claims(self._database, blocks, documents, ids, parts)

    def commit(self, change: Change) -> None:
        with translated(self.access.url):
            apply(self._database, change)

    def documents(self, keys: Collection[str]) -> dict[str, Document]:
        with translated(self.access.url):
            return read.documents(self._database, keys)

    def find(
        self, criteria: Sought[Row, At], *, limit: int, after: At | None = None
    ) -> tuple[list[Row], int]:
        with translated(self.access.url):
            found: tuple[list[Row], int] = _FINDERS[type(criteria)](
                self._database, criteria, limit=limit, after=after
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
        with translated(self.access.url):
            return parts.subgraph(self._database, keys, types, direction, joined, depth, bare=bare)

    def evidence(self, graph: Subgraph, links: Sequence[Link]) -> list[tuple[Evidence, ...]]:
        with translated(self.access.url):
            return parts.evidence(self._database, graph, links)

    def state(self) -> StoreState:
        with translated(self.access.url):
            return StoreState(*self._database.ask(read.STATE))

    def redirects(self) -> dict[str, str]:
        """Return the redirects as `graph.movable.MovableStore` says."""
        with translated(self.access.url):
            return read.redirects(self._database)

    def close(self) -> None:
        if self._opened is not None:
            self._opened = None
            close_database(self.access)

"""The store contract: all that phahe asks of a place to keep its graph.

Ten methods, no query language, no transaction objects: a store is read by keys and written by
whole changes. Everything above this contract works the same, byte for byte, on every store.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from graph.block_parts import BlockPart
from graph.change import Change
from graph.model import (
    Document,
    DocumentStatus,
    Evidence,
    FileContent,
    StoredClaim,
    StoredFile,
    StoreState,
)
from graph.stated import Duty, FactPlace, Measured, Targets
from graph.subgraph import Link, Subgraph
from loaders.records import Level, RelationType, Role

Row = TypeVar("Row")
At = TypeVar("At")

ALL = 10**9
"""A limit that lets every row of `Store.find` through."""


class Direction(StrEnum):
    """Which way edges are followed: `OUT` from source to target, `IN` back."""

    OUT = "out"
    IN = "in"


class Sought(Generic[Row, At]):
    """What `Store.find` is asked for: rows of one kind, whose place in their order is an `At`."""

    __slots__ = ()


class Together(NamedTuple):
    """Folded words that stand in a document as they do here, the last perhaps as a beginning.

    `type` is the type that the document has to be of, None for any.
    """

    type: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Criteria(Sought[Document, str]):
    """Which documents are sought, by key; an empty one lets every document through.

    `words` are folded; all must occur in the folded number, title, type or issuer, each as a
    whole word but the last, which may be the beginning of one. `number` is a block
    (`graph.identity.keys.block_of_number`), `begins` the letters with which one begins. Dates bound
    the issue date, both ends included; a partial date counts as its first day, a missing one never
    passes a bound.

    `best` says which come if not all do: those first whose words (`graph.found_by`) hold the first
    of it, then those that hold the second, and so on; then loaded before cited only, the latest
    first day, none last, and the key. They still come by key, and there is no page behind them.
    """

    words: tuple[str, ...] = ()
    number: str | None = None
    begins: str | None = None
    type: str | None = None
    status: DocumentStatus | None = None
    level: Level | None = None
    province: str | None = None
    issued_from: str | None = None
    issued_until: str | None = None
    best: tuple[Together, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyCriteria(Sought[Duty, FactPlace]):
    """Which duties are sought, by their places; an empty one lets every duty through.

    `agencies` are folded names, of which an agency has one, as named or in full, or with
    `graph.agencies.nesting.INSIDE` before it what the agency is part of; None for any. `documents`
    are keys of nodes, None for any. `words` are folded; all must occur, as whole words, in the
    folded task. `province` and `district` are those of the document. `not_after` is a full date:
    what documents issued later say is left out, an unknown date passes. The other dates bound the
    issue date as in `Criteria`: an unknown one never passes.
    """

    agencies: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    role: Role | None = None
    province: str | None = None
    not_after: str | None = None
    words: tuple[str, ...] = ()
    district: str | None = None
    issued_from: str | None = None
    issued_until: str | None = None


@dataclass(frozen=True, slots=True)
class TargetCriteria(Sought[Targets, FactPlace]):
    """Which targets are sought, by their places; an empty one lets all through.

    `words` are folded; all must occur, as whole words, in the indicator's folded name. Those of
    `measured` fit beside them, whatever their words.
    """

    words: tuple[str, ...] = ()
    documents: tuple[str, ...] | None = None
    measured: tuple[Measured, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuredCriteria(Sought[Measured, str]):
    """Which names and units of targets are sought, each once, by `Measured.sign`.

    `holding` are folded phrases: of each tuple one must occur, as whole words, in the folded name.
    """

    holding: tuple[tuple[str, ...], ...] = ()


class Store(Protocol):
    """One graph. Not safe for use by several threads at once; open one a thread.

    Every method may raise StoreUnavailable.
    """

    def files(
        self, names: Collection[str] | None = None, sha256s: Collection[str] = ()
    ) -> list[StoredFile]:
        """Return the files with one of these names or contents, all for None, by name."""
        ...

    def contents(
        self,
        names: Collection[str] | None = None,
        *,
        claims: Collection[str] = (),
        text: bool = False,
    ) -> Iterator[FileContent]:
        """Yield, by name, the content of the named files and of those that make one of `claims`.

        None for all files. `text` is empty unless asked for. Failed files have no content.
        """
        ...

    def claims(
        self,
        blocks: Collection[str] = (),
        documents: Collection[str] = (),
        ids: Collection[str] = (),
        *,
        parts: Collection[BlockPart] = (),
    ) -> list[StoredClaim]:
        """Return the claims of these blocks, nodes, ids and parts of blocks, by id, each once."""
        ...

    def commit(self, change: Change) -> None:
        """Apply `change` whole and durably, or raise and leave the store as it was.

        Raises ValueError and StoreChanged as `graph.change.Change` says.
        """
        ...

    def documents(self, keys: Collection[str]) -> dict[str, Document]:
        """Return the nodes of those keys that exist, under the key asked for.

        A key that was redirected gives the node of today, whose `key` then differs; a key that
        has a node is never redirected, and redirects that lead in a circle lead nowhere.
        """
        ...

    def find(
        self, criteria: Sought[Row, At], *, limit: int, after: At | None = None
    ) -> tuple[list[Row], int]:
        """Return at most `limit` rows that fit, in order, from the first one above `after`.

        Criteria gives nodes by key, DutyCriteria and TargetCriteria facts by place: what
        `graph.stating` finds in the records of the files, each once (`graph.stated`);
        MeasuredCriteria gives what targets are called;
        `graph.judgement_criteria.JudgementCriteria` gives judgements by id,
        `graph.tallies.TallyCriteria` how many rows of each kind there are,
        `graph.named.AgencyNameCriteria` the names that duties have, `graph.named.NamingCriteria`
        how many duties of each document have which, `graph.suspects.SuspectCriteria` where
        something may not fit. The second value is the number that fit in all, whatever `limit` and
        `after`.
        """
        ...

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
        """Return what is found from the nodes of `keys` along edges of `types`.

        `OUT` goes from source to target, `IN` back, at most `depth` hops, to the end for None.
        Edges of `joined` are followed both ways, from every node that is found, and are no hop.
        A circle ends where it closes. Where nothing leads on from a key, its node stands alone; a
        key without a node is left out, also a redirected one. `bare` leaves out the documents.
        """
        ...

    def evidence(self, graph: Subgraph, links: Sequence[Link]) -> list[tuple[Evidence, ...]]:
        """Return who asserts each of `links`, which `graph` of this store holds.

        Each is ordered by document key, file, span, page, rule; none where it is not asserted any
        more.
        """
        ...

    def state(self) -> StoreState:
        """Return counts and the revision; cheap enough to ask on every request."""
        ...

    def close(self) -> None:
        """Give back what the store holds; closing twice is allowed."""
        ...

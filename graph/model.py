"""The graph as its readers see it: documents, typed edges, the evidence of each edge.

A *claim* is what one text says of one document: the header of a loaded file says it of itself, a
citation of another document. Identity (`graph.identity.clusters`) decides which claims mean one
document; that document is a node. Every fact is asserted by one file, and goes when the file goes.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from loaders.records import DocumentRecord, Level, Quality, RelationType, Span


class DocumentStatus(StrEnum):
    """Whether the graph holds the document's own text, or only what others say of it."""

    LOADED = "loaded"
    CITED_ONLY = "cited_only"


class MentionStatus(StrEnum):
    """What a mention, or a text to resolve, came to. `NOT_IN_GRAPH` never says: does not exist."""

    FOUND = "found"
    CITED_ONLY = "cited_only"
    AMBIGUOUS = "ambiguous"
    NOT_IN_GRAPH = "not_in_graph"
    NOT_RECOGNISED = "not_recognised"


class Document(NamedTuple):
    """A node. `files` are the loaded files that hold its text, by name, in order of name.

    Like edges and evidence it is a tuple: an answer about a hub makes thousands of them.
    """

    key: str
    type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issue_date: str | None
    level: Level | None
    province: str | None
    district: str | None
    status: DocumentStatus
    quality: Quality | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one text says of one document, as far as it helps to know which document is meant.

    `own` is True for the header of a loaded file. `not_after` is the date of the paper in which a
    citation without a date stands: a document cannot be cited before it is issued.
    `other_dates` are slips of the pen beside `issue_date`; without it, `near_dates`. Both dates at
    once has the work that a loaded document's own title issues (`graph.identity.issued`).
    `home` is where the paper is that names a document without its place: its folded province, and
    behind a slash its district; None where the place is told, or the paper tells none.
    """

    block: str
    own: bool
    type: str | None
    number: str | None
    symbol: str | None
    title: str | None
    issuer: str | None
    issue_date: str | None
    other_dates: tuple[str, ...]
    level: Level | None
    province: str | None
    district: str | None
    term: str | None
    not_after: str | None
    home: str | None = None

    @property
    def issued(self) -> bool:
        """Whether this is the work that a header issues: no node, until a paper names the work."""
        return self.issue_date is not None and self.not_after is not None

    @property
    def stated_dates(self) -> tuple[str, ...]:
        """The days that the paper gives to this very document, the likelier one first."""
        return () if self.issue_date is None else (self.issue_date, *self.other_dates)

    @property
    def near_dates(self) -> tuple[str, ...]:
        """The days that the paper gives to its other mentions of an undated one's number."""
        return self.other_dates if self.issue_date is None else ()

    @property
    def id(self) -> str:
        """A hash of the content: equal claims of different files are one row."""
        facts = [getattr(self, name) for name in self.__slots__]
        if self.home is None:
            del facts[-1]  # as it was before claims had a home
        text = json.dumps(facts)
        return hashlib.blake2b(text.encode(), digest_size=10).hexdigest()


class Evidence(NamedTuple):
    """Where a loaded document says a thing; `document` is its key, `file` the name as loaded."""

    document: str
    file: str
    page: int | None
    span: Span
    quote: str
    rule: str
    confidence: float


class Edge(NamedTuple):
    """`source` does `type` to `target`; the ends are document keys."""

    source: str
    type: RelationType
    target: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """One file's word for one edge. The evidence's `document` is the key of that file's node."""

    edge: Edge
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file as the store knows it.

    `outcome` is `loaded`, `needs_review` or `failed`; `document` its node's key, None when it
    failed; `version` the extractor's that read it.
    """

    name: str
    sha256: str
    version: str
    outcome: str
    document: str | None
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class FileContent:
    """What a file brings: its record, its decoded text, and which claim each reference makes.

    `claims` maps `SELF`, the record's reference keys and, where a reference has loose mentions,
    its `loose_key` to claim ids; and behind such a name `WORK`,
    for what the document issues by its title.
    """

    file: StoredFile
    record: DocumentRecord
    text: str
    claims: dict[str, str]


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with the node it was given to and the number of files that make it.

    `candidates` is empty where one document is meant. Where the claim fits several and none was
    chosen, they are the keys of those, best first, and `document` is a *provisional* node that
    stands for what is meant: never one of the candidates, and itself no candidate of any claim.
    A store counts `files` itself and does not read it from a Change.
    """

    claim: Claim
    document: str | None
    candidates: tuple[str, ...]
    files: int


@dataclass(frozen=True, slots=True)
class StoreState:
    """Counts of what a store holds, and `revision`, which changes with every commit.

    `duties`, `targets` and `judgements` count what `Store.find` answers without a filter.
    """

    revision: int
    documents: int
    loaded: int
    files: int
    edges: int
    assertions: int
    claims: int
    duties: int
    targets: int
    judgements: int

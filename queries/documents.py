"""Documents: one with its facts and relations, lists of them, and the text of one."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Document, Edge, Evidence, StoredFile
from graph.store import Criteria, Store
from loaders.records import Header, ReadingWarning, RelationType, Span


@dataclass(frozen=True, slots=True)
class FileView:
    """One loaded file of a document: what was read from it and what a person should look at."""

    file: StoredFile
    encoding: str
    header: Header
    recipients: tuple[str, ...]
    warnings: tuple[ReadingWarning, ...]


@dataclass(frozen=True, slots=True)
class RelatedDocument:
    """One edge of a document with the document at its other end."""

    edge: Edge
    other: Document
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class RelatedList:
    """Related documents: IMPLEMENTS first, CITES last, then by date and key."""

    items: tuple[RelatedDocument, ...]
    total: int
    limit: int
    truncated: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as it is shown.

    `files` is empty for a document known by citation only; `outgoing` is what it says of others,
    `incoming` what others say of it.
    """

    document: Document
    files: tuple[FileView, ...]
    outgoing: RelatedList
    incoming: RelatedList


@dataclass(frozen=True, slots=True)
class DocumentList:
    """One page of documents; `total` counts all that fit."""

    items: tuple[Document, ...]
    total: int
    limit: int
    truncated: bool
    next: str | None


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage of a text that proves a relation, for showing it in its place.

    `id` is `r1`, `r2` … in order of the relations in the file's record; `source` and `target` are
    the ends' keys, None where the end fits several documents and none was chosen.
    """

    id: str
    span: Span
    type: RelationType
    source: str | None
    target: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class SourceTextView:
    """The decoded text of one file of a document, with its passages in order of their spans."""

    document: Document
    file: str
    text: str
    passages: tuple[MarkedPassage, ...]


def show(store: Store, key: str, *, limit: int = 200) -> DocumentView:
    raise NotImplementedError


def list_documents(
    store: Store, criteria: Criteria, *, limit: int = 50, cursor: str | None = None
) -> DocumentList:
    raise NotImplementedError


def source_text(store: Store, key: str, file: str | None = None) -> SourceTextView | None:
    raise NotImplementedError

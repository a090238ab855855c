"""Mentions: every place where a loaded file names a document, itself included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.model import MentionStatus
from graph.store import Store
from loaders.records import RelationType, Span
from queries.resolve import Candidate


class MentionKind(StrEnum):
    """`HEADER` is what a file says of itself, `MENTION` what it says of another document."""

    HEADER = "header"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One place. `document` is the node of the file, `key` the node that is meant, or None."""

    file: str
    document: str
    kind: MentionKind
    span: Span | None
    quote: str | None
    number: str | None
    date: str | None
    relations: tuple[RelationType, ...]
    status: MentionStatus
    key: str | None
    candidates: tuple[Candidate, ...]


def mentions(store: Store, key: str | None = None) -> Iterator[MentionRow]:
    raise NotImplementedError

"""Resolve: which document a citation means, and why; never a guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model import Claim, Document, MentionStatus
from graph.store import Store


class CandidateSource(StrEnum):
    """Where a candidate stands: in this graph, or in the register of reused numbers."""

    GRAPH = "graph"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a citation may mean; `reasons` are Vietnamese sentences, best first.

    `document.key` is empty for an entry of the register: it is shown, it is no node.
    """

    document: Document
    score: float
    reasons: tuple[str, ...]
    source: CandidateSource


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text came to; `document` only for `found` and `cited_only`."""

    text: str
    status: MentionStatus
    document: Document | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class FoundReference:
    """The one document that a REF means; `asked` is the old key where it was redirected."""

    document: Document
    asked: str | None


def resolve(store: Store, text: str, claim: Claim | None, *, limit: int = 20) -> Resolution:
    raise NotImplementedError


def find_ref(store: Store, ref: str, claim: Claim | None) -> FoundReference:
    raise NotImplementedError

"""Candidates: the documents that a citation may mean, in this graph and in the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.keys import block_of_number
from graph.model import Claim, Document, DocumentStatus, StoredClaim
from graph.store import Criteria, Store
from loaders.folding import words
from loaders.records import Level
from loaders.tables import load_csv
from queries.comparing import Comparison, DateAgreement, agreement, compare

POOL = 500
"""At most so many documents of one number are compared, the first by key."""


class CandidateSource(StrEnum):
    """Where a candidate stands: in this graph, or in the register of reused numbers."""

    GRAPH = "graph"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a citation may mean; `reasons` are Vietnamese phrases, weightiest first.

    An entry of the register has the empty key: it is shown, it is no node.
    """

    document: Document
    score: float
    reasons: tuple[str, ...]
    source: CandidateSource


@dataclass(frozen=True, slots=True)
class Compared:
    """A document of the graph with how it agrees with the citation."""

    document: Document
    comparison: Comparison

    @property
    def candidate(self) -> Candidate:
        """The candidate that answers show."""
        found = self.comparison
        return Candidate(self.document, found.score, found.reasons, CandidateSource.GRAPH)


def pool(store: Store, claim: Claim) -> list[Document]:
    """Return the documents of the graph that could be meant at all, by key.

    Those with the number, however it is spelled; for a work without a number, those in whose
    title the first words of the cited title occur.
    """
    found = {
        stored.document
        for stored in store.claims(blocks=[claim.block])
        if stored.document is not None
    }
    documents = {document.key: document for document in store.documents(sorted(found)).values()}
    if claim.number is None and claim.title:
        said = tuple(words(claim.title)[:8])
        titled, _ = store.find(Criteria(words=said), limit=POOL)
        documents.update((document.key, document) for document in titled)
    return [document for _, document in sorted(documents.items())][:POOL]


def compared(claim: Claim, documents: Iterable[Document]) -> list[Compared]:
    """Return each document with how it agrees with the claim, the best first, then by key."""
    pairs = [Compared(document, compare(claim, document)) for document in documents]
    return sorted(pairs, key=lambda pair: (-pair.comparison.score, pair.document.key))


def stored_candidates(store: Store, stored: StoredClaim) -> tuple[Candidate, ...]:
    """Return the candidates of a citation of a loaded file, as the graph holds them."""
    documents = store.documents(stored.candidates).values()
    return tuple(pair.candidate for pair in compared(stored.claim, documents))


def register_candidates(claim: Claim, documents: Iterable[Document]) -> list[Candidate]:
    """Return the entries of the register with the claim's number that `documents` do not hold.

    An entry is held where a document of that number has its date, or one that does not contradict
    it. An entry that no act was seen for says so.
    """
    if claim.number is None:
        return []
    held = [document.issue_date for document in documents]
    found = []
    for row in load_csv("graph", "reused_numbers"):
        if block_of_number(row["number"]) != claim.block:
            continue
        agreements = (agreement(row["issue_date"] or None, date) for date in held if date)
        if any(date <= DateAgreement.PARTIAL for date in agreements):
            continue
        found.append(_entry(claim, row))
    return sorted(found, key=lambda c: (-c.score, c.document.issue_date or ""))


def _entry(claim: Claim, row: dict[str, str]) -> Candidate:
    document = Document(
        key="",
        type=claim.type,
        number=row["number"],
        title=row["title"],
        issuer=None,
        issue_date=row["issue_date"] or None,
        level=Level.CENTRAL,
        province=None,
        district=None,
        status=DocumentStatus.CITED_ONLY,
    )
    found = compare(claim, document)
    reasons = ["theo bảng số dùng lại, không có trong đồ thị này", *found.reasons]
    if row["confirmed"] != "yes":
        reasons.append("chưa được kiểm chứng")
    return Candidate(document, found.score, tuple(reasons), CandidateSource.REGISTER)

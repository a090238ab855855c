"""Resolve: which document a citation means, and why; never a guess."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Claim, Document, DocumentStatus, MentionStatus
from graph.store import Store
from loaders.folding import words
from queries.candidates import (
    Candidate,
    CandidateSource,
    Compared,
    compared,
    pool,
    register_candidates,
)
from queries.comparing import DateAgreement
from queries.errors import AmbiguousReference, ReferenceNotFound
from queries.options import check_limit, first_day, is_later

__all__ = [
    "Candidate",
    "CandidateSource",
    "FoundReference",
    "Resolution",
    "find_ref",
    "resolve",
]
SHOWN = 20


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


def resolve(
    store: Store, text: str, claim: Claim | None, *, until: str | None = None, limit: int = SHOWN
) -> Resolution:
    """Return which document `text` means; `claim` is what it says, None where it cites nothing.

    A document is chosen only where it is the last one left: it has the number (or the title), and
    nothing that both name is different. Of those left, the ones whose date agrees outdo the ones
    whose date is unknown. Several left: `ambiguous`, none chosen. None left: `not_in_graph`, which
    does not say that the document does not exist. Documents issued after `until` (the date of the
    paper that cites) are no candidates. Entries of the register are listed and decide nothing.
    Candidates: the best first, then those of the graph, then by key; at most `limit`.

    Raises BadOption (limit, date).
    """
    check_limit(limit)
    if claim is None:
        return Resolution(text, MentionStatus.NOT_RECOGNISED, None, ())
    day = None if until is None else first_day(until, "date")
    documents = [d for d in pool(store, claim) if not is_later(d.issue_date, day)]
    pairs = compared(claim, documents)
    left = _left(pairs)
    register = [
        candidate
        for candidate in register_candidates(claim, documents)
        if not is_later(candidate.document.issue_date, day)
    ]
    candidates = [pair.candidate for pair in pairs] + register
    candidates.sort(key=lambda candidate: -candidate.score)
    shown = tuple(candidates[:limit])
    if len(left) > 1:
        return Resolution(text, MentionStatus.AMBIGUOUS, None, shown)
    if not left:
        return Resolution(text, MentionStatus.NOT_IN_GRAPH, None, shown)
    document = left[0].document
    loaded = document.status is DocumentStatus.LOADED
    status = MentionStatus.FOUND if loaded else MentionStatus.CITED_ONLY
    return Resolution(text, status, document, shown)


def _left(pairs: list[Compared]) -> list[Compared]:
    """Return the documents that nothing speaks against, of those the best agreeing by date."""
    fitting = [pair for pair in pairs if pair.comparison.fits]
    dated = [pair for pair in fitting if pair.comparison.date <= DateAgreement.PARTIAL]
    return dated or fitting


def find_ref(store: Store, ref: str, claim: Claim | None) -> FoundReference:
    """Return the one document that REF means: a key, also an old one, or a citation.

    Words besides the number ("20-NQ/TW sức khỏe") must all occur in the title. Raises
    AmbiguousReference with the candidates where several fit, ReferenceNotFound where none does:
    a REF is never guessed.
    """
    found = store.documents([ref]).get(ref)
    if found is not None:
        return FoundReference(found, None if found.key == ref else ref)
    answer = resolve(store, ref, claim)
    if answer.document is not None:
        return FoundReference(answer.document, None)
    if answer.status is MentionStatus.AMBIGUOUS:
        document = _by_words(ref, claim, answer)
        if document is not None:
            return FoundReference(document, None)
        raise AmbiguousReference(f"{ref}: nhiều văn bản khớp, hãy chọn theo khóa", answer)
    if answer.status is MentionStatus.NOT_IN_GRAPH:
        raise ReferenceNotFound(
            f"{ref}: không có trong đồ thị này (không có nghĩa là không tồn tại)", answer
        )
    raise ReferenceNotFound(f"{ref}: không phải khóa, số hiệu hay viện dẫn", answer)


def _by_words(ref: str, claim: Claim | None, answer: Resolution) -> Document | None:
    """Return the one candidate of the graph in whose title all words beside the number occur."""
    if claim is None or claim.number is None:
        return None
    known = {*words(claim.number), *words(claim.type or ""), *words(claim.issue_date or ""), "so"}
    said = [word for word in words(ref) if word not in known]
    if not said:
        return None
    fitting = [
        candidate.document
        for candidate in answer.candidates
        if candidate.source is CandidateSource.GRAPH
        and set(said) <= set(words(candidate.document.title or ""))
    ]
    return fitting[0] if len(fitting) == 1 else None

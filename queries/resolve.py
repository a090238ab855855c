"""Resolve: which document a citation means, and why; never a guess."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.identity.claims import term_in
from graph.identity.titles import alike, short_subject, speaks_of
from graph.model import Claim, Document, MentionStatus
from graph.store import Store
from loaders.folding import words
from loaders.records import Level
from loaders.terms import may_fall_in
from queries.candidates import (
    Block,
    Candidate,
    CandidateSource,
    Compared,
    compared,
    register_candidates,
)
from queries.dates import first_day, is_later
from queries.judgements import JudgementView, judgements_about, words_of
from queries.mentions import status_of
from queries.near_keys import has_form_of_key, near_keys
from queries.options import check_limit
from queries.resolution import AmbiguousReference, ReferenceNotFound, Resolution
from queries.verdict import Weighed, verdict
from queries.works import acts_of

SHOWN = 20

Said = Claim | Sequence[Claim] | None
"""What a text says: a claim, several readings of one text, or nothing."""


@dataclass(frozen=True, slots=True)
class FoundReference:
    """The one document that a REF means; `asked` is the old key where it was redirected."""

    document: Document
    asked: str | None


def resolve(
    store: Store, text: str, said: Said, *, until: str | None = None, limit: int = SHOWN
) -> Resolution:
    """Return which document `text` means; `said` is what it says, None where it cites nothing.

    Several claims are readings of one text whose number has no symbol: what any of them may mean
    is left, but for what does not show the cited term, or has not the cited subject in its title
    where another has.

    The claim is weighed as if a loaded paper made it (`graph.identity.clusters`), so a mention in a
    file and the same words typed come to the same. A work without a number that shares no beginning
    of its title with another is looked for by the words of its title; it is found where one is left
    that has them and that nothing speaks against. A programme's title means the act that carries
    it. Several left: `ambiguous`, none chosen. None left: `not_in_graph`, which does not say that
    the document does not exist. Documents issued after `until` (the date of the paper that cites)
    are no candidates. Entries of the register are listed and decide nothing. Candidates: by score,
    those of the graph first, then by key; at most `limit`.

    Raises BadOption (limit, date).
    """
    check_limit(limit)
    claims = claims_in(said)
    if not claims:
        status = MentionStatus.NOT_RECOGNISED
        nothing = Weighed((), (), 0, None, by_title=False)
        return Resolution(text, status, None, (), verdict=verdict(None, status, nothing))
    day = None if until is None else first_day(until, "date")
    readings = [_Reading.of(store, claim, day) for claim in claims]
    left = {one.key: one for reading in readings for one in reading.left}
    if len(claims) > 1:
        left = {one.key: one for one in _told_apart(claims[0], list(left.values()))}
    pairs = _each_once(pair for reading in readings for pair in reading.pairs)
    late = _each_once(pair for reading in readings for pair in reading.late)
    means = [left[key] for key in sorted(left)]
    chosen = means[0] if len(means) == 1 else None
    near = [*means, *(pair.document for pair in pairs)]
    judged = {one.key: () for one in near} | judgements_about(store, near)
    registered = (one for reading in readings for one in reading.registered)
    candidates = [*(pair.candidate for pair in pairs), *registered]
    candidates.sort(key=lambda candidate: -candidate.score)
    status = status_of(means[0] if means else None, ambiguous=len(means) > 1)
    told = [(pair.document, pair.comparison) for pair in pairs]
    by_title = any(reading.by_title for reading in readings)
    weighed = Weighed(told, means, len(late), until, by_title=by_title)
    return Resolution(
        text,
        status,
        chosen,
        tuple(_with_judgements(candidate, judged) for candidate in candidates[:limit]),
        () if chosen is None else judged.get(chosen.key, ()),
        verdict(claims[0], status, weighed),
        tuple(pair.candidate for pair in late[:limit]),
    )


def claims_in(said: Said) -> tuple[Claim, ...]:
    """Return the readings of a text in their order, none for None."""
    if said is None:
        return ()
    return (said,) if isinstance(said, Claim) else tuple(said)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one claim came to: the documents of its block, and those of them that it may mean."""

    pairs: list[Compared]
    late: list[Compared]
    left: list[Document]
    registered: list[Candidate]
    by_title: bool

    @classmethod
    def of(cls, store: Store, claim: Claim, day: str | None) -> _Reading:
        block = Block.of(store, claim, day)
        pairs = compared(claim, block.documents)
        left, by_title = _left(store, claim, block, pairs)
        registered = list(_registered(claim, block, day))
        return cls(pairs, compared(claim, block.late), left, registered, by_title)


def _each_once(pairs: Iterable[Compared]) -> list[Compared]:
    """Return each document once, as it agrees best: the best first, then by key."""
    found: dict[str, Compared] = {}
    for pair in pairs:
        known = found.get(pair.document.key)
        if known is None or known.comparison.score < pair.comparison.score:
            found[pair.document.key] = pair
    return sorted(found.values(), key=lambda pair: (-pair.comparison.score, pair.document.key))


def _told_apart(claim: Claim, left: list[Document]) -> list[Document]:
    """Return those of documents of several symbols that term and subject of the words leave."""
    if claim.term is not None:
        shown = [one for one in left if _shows_term(one, claim.term)]
        left = shown or [one for one in left if one.level is Level.CENTRAL and not one.issue_date]
    subject = None if claim.title is None else short_subject(claim.title)
    told = [
        one
        for one in left
        if alike(claim.title, one.title)
        or (subject is not None and one.title and speaks_of(subject, [one.title]))
    ]
    return told or left


def _shows_term(document: Document, term: str) -> bool:
    """Whether a document shows that it is of a term: by its day, for central ones, or its issuer.

    Other committees count their terms for themselves.
    """
    central = document.level is Level.CENTRAL and document.issue_date is not None
    by_day = central and may_fall_in(document.issue_date or "", term)
    return by_day or term_in(document.issuer) == term


def _left(
    store: Store, claim: Claim, block: Block, pairs: Sequence[Compared]
) -> tuple[list[Document], bool]:
    """Return what the claim may mean, by key, and whether a programme's title stands for an act."""
    left = block.meant_by(claim)
    if not left and (claim.number is None or not block.claims):
        fitting = [pair for pair in pairs if pair.comparison.fits]
        left = [pair.document for pair in fitting if claim.number or pair.comparison.alike]
    acts = acts_of(store, left)
    works = {one.key: one for one in (acts.get(document.key, document) for document in left)}
    by_title = any(one.key in acts or one.key in block.issuers for one in left)
    return [works[key] for key in sorted(works)], by_title


def _registered(claim: Claim, block: Block, day: str | None) -> Iterator[Candidate]:
    """Yield the entries of the register that were issued by `day`."""
    for candidate in register_candidates(claim, block.documents):
        if not is_later(candidate.document.issue_date, day):
            yield candidate


def _with_judgements(
    candidate: Candidate, judged: Mapping[str, tuple[JudgementView, ...]]
) -> Candidate:
    """Return a candidate with what people decided about it before all other reasons.

    That it is, or is not, a document that is none of the candidates (`judged` has them all) says
    nothing here; what joined two documents in it does.
    """
    about = judged.get(candidate.document.key, ())
    said = tuple(words_of(one) for one in about if _decides(one, judged))
    return replace(candidate, reasons=(*said, *candidate.reasons)) if said else candidate


def _decides(one: JudgementView, among: Container[str | None]) -> bool:
    sides = {one.left.today, one.right.today}
    return len(sides) == 1 or all(side in among for side in sides)


def find_ref(store: Store, ref: str, said: Said) -> FoundReference:
    """Return the one document that REF means: a key, also an old one, or a citation.

    Words besides the number ("20-NQ/TW sức khỏe") must all occur in the title. Raises
    AmbiguousReference with the candidates where several fit, ReferenceNotFound where none does,
    with the nearest keys where REF is formed as one: a REF is never guessed.
    """
    found = store.documents([ref]).get(ref)
    if found is not None:
        return FoundReference(found, None if found.key == ref else ref)
    if has_form_of_key(ref):
        near = Resolution(ref, MentionStatus.NOT_IN_GRAPH, None, near_keys(store, ref))
        told = "; khóa gần giống:" if near.candidates else ""
        raise ReferenceNotFound(f"{ref}: không văn bản nào của đồ thị này mang khóa đó{told}", near)
    answer = resolve(store, ref, said)
    if answer.document is not None:
        return FoundReference(answer.document, None)
    if answer.status is MentionStatus.AMBIGUOUS:
        document = _by_words(ref, claims_in(said), answer)
        if document is not None:
            return FoundReference(document, None)
        raise AmbiguousReference(f"{ref}: nhiều văn bản khớp, hãy chọn theo khóa", answer)
    if answer.status is MentionStatus.NOT_IN_GRAPH:
        raise ReferenceNotFound(
            f"{ref}: không có trong đồ thị này (không có nghĩa là không tồn tại)"
            f"{'; cùng số ấy:' if answer.candidates else ''}",
            answer,
        )
    raise ReferenceNotFound(
        f"{ref}: không phải khóa, số hiệu hay viện dẫn; tìm theo từ: phahe search", answer
    )


def _by_words(ref: str, claims: Sequence[Claim], answer: Resolution) -> Document | None:
    """Return the one candidate of the graph in whose title all words beside the number occur."""
    if not claims or claims[-1].number is None:
        return None
    known = {"so"}
    for claim in claims:
        for part in (claim.number, claim.type, claim.issue_date):
            known.update(words(part or ""))
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

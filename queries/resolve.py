"""Resolve: which document a citation means, and why; never a guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model import Claim, Document, MentionStatus
from graph.store import Store
from loaders.folding import words
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


@dataclass(frozen=True, slots=True)
class FoundReference:
    """The one document that a REF means; `asked` is the old key where it was redirected."""

    document: Document
    asked: str | None


def resolve(
    store: Store, text: str, claim: Claim | None, *, until: str | None = None, limit: int = SHOWN
) -> Resolution:
    """Return which document `text` means; `claim` is what it says, None where it cites nothing.

    The claim is weighed as if a loaded paper made it (`graph.identity`), so a mention in a file
    and the same words typed come to the same. A work without a number that shares no beginning of
    its title with another is looked for by the words of its title; it is found where one is left
    that has them and that nothing speaks against. A programme's title means the act that carries
    it. Several left: `ambiguous`, none chosen. None left: `not_in_graph`, which does not say that
    the document does not exist. Documents issued after `until` (the date of the paper that cites)
    are no candidates. Entries of the register are listed and decide nothing. Candidates: by score,
    those of the graph first, then by key; at most `limit`.

    Raises BadOption (limit, date).
    """
    check_limit(limit)
    if claim is None:
        status = MentionStatus.NOT_RECOGNISED
        nothing = Weighed((), (), 0, None, by_title=False)
        return Resolution(text, status, None, (), verdict=verdict(None, status, nothing))
    day = None if until is None else first_day(until, "date")
    block = Block.of(store, claim, day)
    pairs = compared(claim, block.documents)
    left, by_title = _left(store, claim, block, pairs)
    chosen = left[0] if len(left) == 1 else None
    judged = judgements_about(store, [*left, *block.documents])
    candidates = [*(pair.candidate for pair in pairs), *_registered(claim, block, day)]
    candidates.sort(key=lambda candidate: -candidate.score)
    status = status_of(left[0] if left else None, ambiguous=len(left) > 1)
    told = [(pair.document, pair.comparison) for pair in pairs]
    weighed = Weighed(told, left, len(block.late), until, by_title=by_title)
    return Resolution(
        text,
        status,
        chosen,
        tuple(_with_judgements(candidate, judged) for candidate in candidates[:limit]),
        () if chosen is None else judged.get(chosen.key, ()),
        verdict(claim, status, weighed),
        tuple(pair.candidate for pair in compared(claim, block.late)[:limit]),
    )


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
    return [works[key] for key in sorted(works)], any(one.key in acts for one in left)


def _registered(claim: Claim, block: Block, day: str | None) -> Iterator[Candidate]:
    """Yield the entries of the register that were issued by `day`."""
    for candidate in register_candidates(claim, block.documents):
        if not is_later(candidate.document.issue_date, day):
            yield candidate


def _with_judgements(
    candidate: Candidate, judged: Mapping[str, tuple[JudgementView, ...]]
) -> Candidate:
    """Return a candidate with what people decided about it before all other reasons."""
    about = judged.get(candidate.document.key, ())
    said = tuple(words_of(one) for one in about)
    return replace(candidate, reasons=(*said, *candidate.reasons)) if said else candidate


def find_ref(store: Store, ref: str, claim: Claim | None) -> FoundReference:
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
            f"{ref}: không có trong đồ thị này (không có nghĩa là không tồn tại)"
            f"{'; cùng số ấy:' if answer.candidates else ''}",
            answer,
        )
    raise ReferenceNotFound(
        f"{ref}: không phải khóa, số hiệu hay viện dẫn; tìm theo từ: phahe search", answer
    )


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

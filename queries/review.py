"""Review: what a person should judge, what matters most first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.judgement import Verdict
from graph.judgement_criteria import judgements_of
from graph.model import Document, StoredClaim
from graph.movable import PAGE, document_pages
from graph.stated import Measured
from graph.store import ALL, Direction, Store
from graph.suspects import SuspectCriteria, Suspicion
from loaders.records import CARRYING, RelationType
from queries.candidates import Candidate, CandidateSource, stored_candidates
from queries.citing import Citation, first_citations
from queries.duplicates import probable_pairs
from queries.indicator_doubts import IndicatorPair, doubtful_pairs
from queries.judgements import views
from queries.options import check_limit
from queries.paging import Page, cut

_READ_IN_QUOTES = re.compile(r'["“”„$%`\\!]')


class ReviewKind(StrEnum):
    """`AMBIGUOUS`: a citation fits several documents; `DUPLICATE`: two are probably one;
    `INDICATOR`: targets of documents of one line are perhaps of one indicator."""

    AMBIGUOUS = "ambiguous"
    DUPLICATE = "duplicate"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One thing to judge: `document` may be each of the candidates, the likeliest first.

    `value` is how many relations hang on it: those of the document that would move. `citations` are
    the first places that cite the document, `others`, of a pair, those that cite the other one.

    Of indicators, `measured` are the two names, that of `document` first; `value` is how many pairs
    of documents set them, and the places are those that set each. No judgement is about them.
    """

    kind: ReviewKind
    document: Document
    candidates: tuple[Candidate, ...]
    value: int
    citations: tuple[Citation, ...] = ()
    others: tuple[Citation, ...] = ()
    measured: tuple[Measured, Measured] | None = None

    def command(self, verdict: Verdict, candidate: Candidate) -> str:
        """Return the command that settles it so, but for the reason, which is a person's."""
        return f'phahe judge {self.document.key} {verdict} {candidate.document.key} --reason "…"'

    def commands(self, candidate: Candidate) -> dict[str, str]:
        """Return the command of each verdict, by its name; of indicators the one that shows both.

        Of two indicators the shorter name finds either, as the other one has all its words. Its
        quotes are those that every shell knows, cmd of Windows and PowerShell too; signs that one
        of them would read inside are left out, which no name is asked for by.
        """
        if self.measured is None:
            return {verdict.value: self.command(verdict, candidate) for verdict in Verdict}
        name = min((one.indicator for one in self.measured), key=lambda name: (len(name), name))
        said = " ".join(_READ_IN_QUOTES.sub(" ", name).split())
        return {"together": f'phahe cascade {candidate.document.key} --indicator "{said}"'}


ReviewList = Page[ReviewItem]


def review(
    store: Store, kind: ReviewKind | None = None, *, limit: int = 50, cursor: str | None = None
) -> ReviewList:
    """Return what a person should judge, by value, then kind, then key.

    Left out is what people have judged, and an act beside the work that it carries, which lineage
    counts as one anyhow. All documents are read, each once or twice: 1.4 s of processor time in a
    graph of 10,000, and in proportion. Raises BadOption and BadCursor.
    """
    check_limit(limit)
    question = ("review", kind)
    kinds = ReviewKind if kind is None else (kind,)
    found: list[ReviewItem] = []
    if ReviewKind.INDICATOR in kinds:
        found += _indicators(store)
    open_claims = _open_claims(store) if kind is not ReviewKind.INDICATOR else {}
    if ReviewKind.AMBIGUOUS in kinds:
        found += _ambiguous(store, open_claims)
    if ReviewKind.DUPLICATE in kinds:
        found += _duplicates(store, open_claims)
    found.sort(key=lambda item: (-item.value, item.kind, item.document.key))  # else as found
    page: ReviewList = Page(*cut(found, question, limit, cursor))
    return replace(page, items=_with_citations(store, page.items))


def probable_duplicates(store: Store) -> Iterator[ReviewItem]:
    """Yield the pairs that are probably one document, by keys, without the places that cite them.

    The one on which fewer relations hang is the item's document. Left out is what `review` leaves
    out.
    """
    return _duplicates(store, _open_claims(store))


def _with_citations(store: Store, items: Sequence[ReviewItem]) -> tuple[ReviewItem, ...]:
    """Return the items, those about documents with the first places that cite these."""
    cited = [one.document.key for one in items if one.kind is not ReviewKind.INDICATOR]
    cited += [one.candidates[0].document.key for one in items if one.kind is ReviewKind.DUPLICATE]
    found = first_citations(store, list(dict.fromkeys(cited)))
    return tuple(_cited(one, found) for one in items)


def _cited(item: ReviewItem, found: Mapping[str, tuple[Citation, ...]]) -> ReviewItem:
    if item.kind is ReviewKind.INDICATOR:
        return item
    pair = item.kind is ReviewKind.DUPLICATE
    others = found[item.candidates[0].document.key] if pair else ()
    return replace(item, citations=found[item.document.key], others=others)


def _open_claims(store: Store) -> dict[str, StoredClaim]:
    """Return the citations that fit several documents, by the nodes that stand for them."""
    found: dict[str, StoredClaim] = {}
    vague, _ = store.find(SuspectCriteria(Suspicion.VAGUE), limit=ALL)
    for batch in _batches([one.document for one in vague]):
        for stored in store.claims(documents=batch):
            if stored.candidates and stored.document is not None:
                found.setdefault(stored.document, stored)
    return found


def _ambiguous(store: Store, open_claims: Mapping[str, StoredClaim]) -> Iterator[ReviewItem]:
    values = _values(store, open_claims)
    for batch in _batches(sorted(open_claims)):
        for key, document in sorted(store.documents(batch).items()):
            candidates = stored_candidates(store, open_claims[key])
            yield ReviewItem(ReviewKind.AMBIGUOUS, document, candidates, values[key])


def _duplicates(store: Store, open_claims: Mapping[str, StoredClaim]) -> Iterator[ReviewItem]:
    """Yield the pairs that are probably one document, the one with fewer relations first."""

    def read(keys: list[str]) -> Iterator[Document]:
        for batch in _batches(keys):
            yield from store.documents(batch).values()

    pages = (
        [document for document in page if document.key not in open_claims]
        for page in document_pages(store)
    )
    pairs = probable_pairs(pages, read)
    keys = {document.key for pair in pairs for document in (pair.first, pair.second)}
    settled = _told_apart(store) | _carried(store, keys)
    values = _values(store, keys)
    for pair in pairs:
        ends = sorted(
            (pair.first, pair.second), key=lambda d: (bool(d.files), values[d.key], d.key)
        )
        less, more = ends
        if frozenset({less.key, more.key}) not in settled:
            found = pair.comparison
            other = Candidate(more, found.score, found.reasons, CandidateSource.GRAPH)
            yield ReviewItem(ReviewKind.DUPLICATE, less, (other,), values[less.key])


def _indicators(store: Store) -> Iterator[ReviewItem]:
    """Yield the names that may mean one indicator, each beside the first document that sets it."""
    pairs = doubtful_pairs(store)
    keys = sorted({one.at.document for pair in pairs for one in pair.places[0]})
    documents = {
        key: one for batch in _batches(keys) for key, one in store.documents(batch).items()
    }
    yield from (_of_indicators(pair, documents) for pair in pairs)


def _of_indicators(pair: IndicatorPair, documents: Mapping[str, Document]) -> ReviewItem:
    below, above = (documents[one.at.document] for one in pair.places[0])
    other = Candidate(above, pair.score, pair.reasons, CandidateSource.GRAPH)
    shown = pair.first_citations(0), pair.first_citations(1)
    value = len(pair.places)
    return ReviewItem(ReviewKind.INDICATOR, below, (other,), value, *shown, pair.names)


def _told_apart(store: Store) -> set[frozenset[str | None]]:
    rows = [one for one in judgements_of(store, in_force=True) if one.verdict is Verdict.NOT_SAME]
    return {frozenset({one.left.today, one.right.today}) for one in views(store, rows)}


def _carried(store: Store, keys: Iterable[str]) -> set[frozenset[str | None]]:
    """Return the pairs of which one carries the other."""
    found: set[frozenset[str | None]] = set()
    for batch in _batches(sorted(keys)):
        graph = store.subgraph(batch, CARRYING, Direction.OUT, depth=1, bare=True)
        found.update(frozenset({graph.keys[a], graph.keys[b]}) for a, _, b in graph.links)
    return found


def _values(store: Store, keys: Iterable[str]) -> Counter[str]:
    """Return how many relations each node has, either way."""
    counted = Counter[str]()
    for batch in _batches(sorted(keys)):
        for direction, end in ((Direction.OUT, 0), (Direction.IN, 2)):
            graph = store.subgraph(batch, tuple(RelationType), direction, depth=1, bare=True)
            counted.update(graph.keys[int(link[end])] for link in graph.links)
    return counted


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), PAGE):
        yield keys[start : start + PAGE]

"""Candidates: the documents that a citation may mean, in this graph and in the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.block_parts import BlockPart
from graph.identity.clusters import cluster, meant_among
from graph.identity.facts import CountedClaim
from graph.identity.issued import WORK, is_issued_as
from graph.identity.keys import block_of_number
from graph.identity.places import place_of_claim
from graph.identity.register import RegisterEntry, register_of
from graph.model import Claim, Document, DocumentStatus, StoredClaim
from graph.store import Criteria, Store
from loaders.folding import fold, words
from loaders.records import Level
from queries.comparing import Comparison, DateAgreement, agreement, compare
from queries.dates import is_later

MOST_SORTED = 200
"""So many claims at most are sorted anew for one question."""

POOL = 500
"""At most so many documents of one number are compared, the first by key."""


class CandidateSource(StrEnum):
    """Where a candidate stands: in this graph, or in the register of reused numbers."""

    GRAPH = "graph"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a citation may mean; `reasons` are Vietnamese phrases, weightiest first.

    An entry of the register has the empty key: it is shown, it is no node. `fits` says that nothing
    that the citation says contradicts it.
    """

    document: Document
    score: float
    reasons: tuple[str, ...]
    source: CandidateSource
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Compared:
    """A document of the graph with how it agrees with the citation."""

    document: Document
    comparison: Comparison

    @property
    def candidate(self) -> Candidate:
        """The candidate that answers show."""
        found = self.comparison
        source = CandidateSource.GRAPH
        return Candidate(self.document, found.score, found.reasons, source, found.fits)


@dataclass(frozen=True, slots=True)
class Block:
    """The claims that may mean what one claim means, and their documents by key.

    Nodes that stand for an ambiguous citation are none of the documents; `late` are those that were
    issued too late to be meant. `issuers` are the keys of documents whose title issues the work
    that is meant, which no loaded paper names.
    """

    claims: tuple[StoredClaim, ...]
    documents: tuple[Document, ...]
    late: tuple[Document, ...] = ()
    issuers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, store: Store, claim: Claim, day: str | None = None) -> Block:
        """Return the block of a claim, without the documents issued after `day` (a full date).

        For a work without a number, documents in whose title the first words of the cited title
        occur are there too; for a number that no claim goes by, the documents that bear it: a law
        goes by its title.
        """
        claims = _claims(store, claim)
        issuers = _issuers(store, claim, claims)
        claims = [replace(s, document=issuers.get(s.claim.id, s.document)) for s in claims]
        keys = {stored.document for stored in claims if stored.document and not stored.candidates}
        documents = {d.key: d for d in store.documents(sorted(keys)).values()}
        if claim.number is None and claim.title:
            said = tuple(words(claim.title)[:8])
            titled, _ = store.find(Criteria(words=said), limit=POOL)
            documents.update((document.key, document) for document in titled)
        elif claim.number is not None and not claims:
            number = block_of_number(claim.number)
            bearing, _ = store.find(Criteria(number=number), limit=POOL)
            documents.update((document.key, document) for document in bearing)
        place = place_of_claim(claim).province
        if claim.number is not None and place is not None:
            elsewhere = {
                key
                for key, one in documents.items()
                if one.province is not None and fold(one.province) != place
            }
            documents = {key: one for key, one in documents.items() if key not in elsewhere}
            claims = [stored for stored in claims if stored.document not in elsewhere]
        here = [d for _, d in sorted(documents.items()) if not is_later(d.issue_date, day)]
        late = documents.keys() - {document.key for document in here}
        return cls(
            tuple(c for c in claims if c.document not in late),
            tuple(here[:POOL]),
            tuple(documents[key] for key in sorted(late)),
            frozenset(issuers.values()),
        )

    def meant_by(self, claim: Claim) -> list[Document]:
        """Return the documents that identity gives the claim to: none, one, or its candidates.

        It is weighed against the documents as they are; where that does not settle it, all claims
        are sorted anew with it, as when a paper that makes it is loaded, but those of a number that
        very many documents bear.
        """
        by_key = {document.key: document for document in self.documents}
        for stored in self.claims:
            if stored.claim == claim and not stored.candidates and stored.document in by_key:
                # A paper says just that, or a person judged it.
                return [by_key[stored.document]]
        found = self._among_nodes(claim)
        if len(found) != 1 and len(self.claims) <= MOST_SORTED:
            found = self._sorted_anew(claim)
        return [by_key[key] for key in sorted(found) if key in by_key]

    def _among_nodes(self, claim: Claim) -> set[str]:
        """Return the nodes that the claim may mean, each as it is."""
        members: dict[str, list[CountedClaim]] = defaultdict(list)
        for stored in self.claims:
            if stored.document is not None and not stored.candidates:
                counted = CountedClaim(str(len(members)), stored.claim, stored.files)
                members[stored.document].append(counted)
        return meant_among(claim, members)

    def _sorted_anew(self, claim: Claim) -> set[str]:
        nodes = {s.claim.id: s.document for s in self.claims if not s.candidates}
        counted = {s.claim.id: CountedClaim(s.claim.id, s.claim, s.files) for s in self.claims}
        counted.setdefault(claim.id, CountedClaim(claim.id, claim, 0))
        found: set[str | None] = set()
        clusters = cluster(counted.values())
        home = next(c for c in clusters if any(one.id == claim.id for one in c.claims))
        possible = set(home.candidates.get(claim.id, ())) or {home.key}
        for other in clusters:
            if other.key in possible:
                found |= {nodes.get(one.id) for one in other.claims}
        return {key for key in found if key}


def _issuers(store: Store, claim: Claim, claims: Iterable[StoredClaim]) -> dict[str, str]:
    """Return the document that issues each of the works which no paper names and the claim does."""
    here = place_of_claim(claim)
    named = {
        stored.claim.id
        for stored in claims
        if stored.claim.issued
        and stored.document is None
        and is_issued_as(claim, stored.claim)
        and here.meets(place_of_claim(stored.claim))
    }
    if not named:
        return {}
    said = {
        made: content.claims[name.removesuffix(WORK)]
        for content in store.contents((), claims=sorted(named))
        for name, made in content.claims.items()
        if made in named and name.endswith(WORK)
    }
    nodes = {one.claim.id: one.document for one in store.claims(ids=sorted(set(said.values())))}
    return {made: key for made, by in said.items() if (key := nodes.get(by)) is not None}


def _claims(store: Store, claim: Claim) -> list[StoredClaim]:
    """Return the claims of the block that can mean the document: of its place, and of none.

    Claims of two provinces never mean one document.
    """
    place = place_of_claim(claim).province
    if place is None:
        return store.claims(blocks=[claim.block])
    parts = {BlockPart(claim.block, place), BlockPart(claim.block, "")}
    return store.claims(parts=sorted(parts))


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
    for entry in register_of(claim.block):
        agreements = (agreement(entry.issue_date, date) for date in held if date)
        if not any(date <= DateAgreement.PARTIAL for date in agreements):
            found.append(_of_register(claim, entry))
    return sorted(found, key=lambda c: (-c.score, c.document.issue_date or ""))


def _of_register(claim: Claim, entry: RegisterEntry) -> Candidate:
    document = Document(
        key="",
        type=claim.type,
        number=entry.number,
        title=entry.title,
        issuer=None,
        issue_date=entry.issue_date,
        level=Level.CENTRAL,
        province=None,
        district=None,
        status=DocumentStatus.CITED_ONLY,
    )
    found = compare(claim, document)
    reasons = ["theo bảng số dùng lại, không có trong đồ thị này", *found.reasons]
    if not entry.confirmed:
        reasons.append("chưa được kiểm chứng")
    source = CandidateSource.REGISTER
    return Candidate(document, found.score, tuple(reasons), source, found.fits)

"""The kinds of findings, each found for a page of documents at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from graph.agencies.rows import first_change
from graph.agencies.succession import TodayStatus, holder_today, may_have_changed
from graph.asserting import mentions_by
from graph.model import Document, DocumentStatus, Evidence, FileContent, StoredClaim
from graph.movable import fact_pages
from graph.named import NamingCriteria
from graph.store import ALL, Direction, DutyCriteria, Store
from graph.subgraph import Link, Subgraph
from graph.suspects import RESTING
from loaders.folding import fold
from loaders.records import CARRYING, RelationType
from queries.agency_today import agency_named
from queries.changes import stated_change
from queries.dates import is_later
from queries.review import ReviewItem

_DAY = len("2017-10-25")
SHOWN = 20
"""So many sentences a finding has at most."""

_RULE = "citation"
_NUMBERS = re.compile(r"[0-9]+")


class FindingCode(StrEnum):
    """What does not fit."""

    DATE_CONFLICT = "date_conflict"
    IMPLEMENTS_LATER = "implements_later"
    SUPERSEDED_AUTHORITY = "superseded_authority"
    ABOLISHED_AGENCY = "abolished_agency"
    AMBIGUOUS_NUMBER = "ambiguous_number"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit.

    `document` is what it is about, `others` the documents that it stands against; `detail` tells
    what cannot be seen from them: the dates that were given, the agency. `evidence` are the
    sentences, at most 20.
    """

    code: FindingCode
    document: Document
    others: tuple[Document, ...]
    detail: str | None
    evidence: tuple[Evidence, ...]


def findings_about(
    store: Store, page: Sequence[Document], codes: Collection[FindingCode] = tuple(FindingCode)
) -> Iterator[Finding]:
    """Yield the findings of `codes` about these documents, in no order, but for duplicates.

    - `date_conflict`: texts give a document different full dates, or one text gives it two.
    - `implements_later`: a document carries out, or rests on, what was issued after it: one of the
      dates, or the number, is wrong.
    - `superseded_authority`: it carries out, or rests on, what another document had replaced as a
      whole before it was issued, by the day from which that counts, where it is printed; what it
      replaces itself is none.
    - `abolished_agency`: it gives a duty to a body that no longer was on its date.
    - `ambiguous_number`: a number is cited that several documents have, and nothing tells which.
    - `circle`: it carries out, or rests on, what in the end carries it out or rests on it: `others`
      are the rest of a shortest circle in its order, with a sentence of each step. An act and its
      programme are one. Every document of a circle has the finding.

    A diamond is nothing to find. A stub has what others say of it; the node of an ambiguous
    citation is only ever that: it takes part in no other finding than by its own edges.
    """
    for kinds, find in (
        ({FindingCode.DATE_CONFLICT, FindingCode.AMBIGUOUS_NUMBER}, _by_dates),
        ({FindingCode.IMPLEMENTS_LATER, FindingCode.SUPERSEDED_AUTHORITY}, _by_edges),
        ({FindingCode.CIRCLE}, _by_circles),
        ({FindingCode.ABOLISHED_AGENCY}, of_ended_agencies),
    ):
        if not kinds.isdisjoint(codes):
            yield from (one for one in find(store, page) if one.code in codes)


def duplicate(store: Store, item: ReviewItem) -> Finding:
    """Return the finding of a pair that is probably one document (`queries.review`), with what
    names the one on which fewer relations hang."""
    others = tuple(candidate.document for candidate in item.candidates)
    said = _said(store, store.claims(documents=[item.document.key]))
    code = FindingCode.POSSIBLE_DUPLICATE
    return Finding(code, item.document, others, why_alike(item), said)


def why_alike(item: ReviewItem) -> str | None:
    """Return what speaks for a pair's being one document."""
    reasons = dict.fromkeys(r for c in item.candidates for r in c.reasons)
    return "; ".join(reasons) or None


def full_days(stored: StoredClaim) -> set[str]:
    """Return the full dates that a text gives a document."""
    return {day for day in stored.claim.stated_dates if len(day) == _DAY}


def days_in(claims: Iterable[StoredClaim]) -> str | None:
    """Return the different full dates that texts give a document, None where they agree.

    None, too, where one of its claims fits several documents: its node is only that.
    """
    days = set[str]()
    for stored in claims:
        if stored.candidates:
            return None
        days |= full_days(stored)
    return ", ".join(sorted(days)) if len(days) > 1 else None


def _by_dates(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    documents = {document.key: document for document in page}
    claims: dict[str, list[StoredClaim]] = defaultdict(list)
    for stored in store.claims(documents=list(documents)):
        claims[stored.document or ""].append(stored)
    for key, some in claims.items():
        candidates = {candidate for stored in some for candidate in stored.candidates}
        if candidates:
            nodes = store.documents(sorted(candidates))
            yield Finding(
                FindingCode.AMBIGUOUS_NUMBER, documents[key],
                tuple(nodes[name] for name in sorted(nodes)), None, _said(store, some),
            )  # fmt: skip
            continue
        days = days_in(some)
        if days is not None:
            day = documents[key].issue_date
            wrong = [one for one in some if any(d != day for d in one.claim.stated_dates)]
            said = differing_first(_said(store, wrong or some))
            yield Finding(FindingCode.DATE_CONFLICT, documents[key], (), days, said)


def differing_first(said: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return sentences with the first of those whose numbers are alike before all others.

    Of a day that is given differently both days are seen so, however often each is written.
    """
    apart: dict[tuple[int, ...], list[Evidence]] = defaultdict(list)
    for one in said:
        apart[tuple(map(int, _NUMBERS.findall(one.quote)))].append(one)
    firsts = [some[0] for some in apart.values()]
    return (*firsts, *(one for some in apart.values() for one in some[1:]))


def _said(store: Store, claims: Sequence[StoredClaim]) -> tuple[Evidence, ...]:
    """Return where texts make these claims: their mentions; a header has no sentence."""
    ids = {stored.claim.id for stored in claims}
    found: list[Evidence] = []
    for content in store.contents((), claims=ids):
        found += mentions_in(content, ids)
        if len(found) >= SHOWN:
            break
    return tuple(found[:SHOWN])


def mentions_in(content: FileContent, ids: Collection[str]) -> Iterator[Evidence]:
    """Yield where a file makes these claims, none for a file that is no document's."""
    document = content.file.document
    if document is not None:
        for at in mentions_by(content, ids):
            yield Evidence(document, content.file.name, None, at.span, at.quote, _RULE, 1.0)


def _by_edges(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    keys = [document.key for document in page]
    graph = store.subgraph(keys, RESTING, Direction.OUT, depth=1)
    later = [link for link in graph.links if _is_before(graph, link)]
    for link, said in zip(later, store.evidence(graph, later), strict=True):
        source, target = graph.documents[link[0]], graph.documents[link[2]]
        yield Finding(FindingCode.IMPLEMENTS_LATER, source, (target,), link[1], said[:SHOWN])
    yield from _superseded(store, graph)


def _by_circles(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    """Yield the circles through these documents: few go up, however many there are."""
    from queries.works_network import circles  # NetworkX takes longer to import than most questions

    keys = [document.key for document in page]
    graph = store.subgraph(keys, RESTING, Direction.OUT, joined=CARRYING, bare=True)
    for work, links in circles(graph, keys):
        said = store.evidence(graph, links)
        stops = [graph.keys[place] for place in (work, *(link[0] for link in links[1:]))]
        nodes = store.documents(stops)
        document, *others = (nodes[stop] for stop in stops)
        yield Finding(
            FindingCode.CIRCLE, document, tuple(others), None,
            tuple(one for some in said for one in some[:1])[:SHOWN],
        )  # fmt: skip


def _is_before(graph: Subgraph, link: Link) -> bool:
    """Whether the source was issued on a day before any on which the target can have been."""
    source = graph.documents[link[0]].issue_date
    target = graph.documents[link[2]].issue_date
    return source is not None and len(source) == _DAY and is_later(target, source)


@dataclass(frozen=True, slots=True)
class Heir:
    """A document that replaces another as a whole, from which day, and its sentence."""

    document: Document
    since: str | None
    said: Evidence

    def replaced_before(self, source: Document) -> bool:
        """Whether it had replaced the other one when `source`, a third, was issued.

        Both days must be told in full.
        """
        issued, since = source.issue_date, self.since
        told = all(day is not None and len(day) == _DAY for day in (since, issued))
        return told and self.document.key != source.key and is_later(issued, since)


def _superseded(store: Store, graph: Subgraph) -> Iterator[Finding]:
    heirs = heirs_of(store, sorted({graph.keys[link[2]] for link in graph.links}))
    resting = [link for link in graph.links if graph.keys[link[2]] in heirs]
    for link, said in zip(resting, store.evidence(graph, resting), strict=True):
        source, target = graph.documents[link[0]], graph.documents[link[2]]
        for heir in heirs[target.key]:
            if heir.replaced_before(source):
                yield Finding(
                    FindingCode.SUPERSEDED_AUTHORITY, source, (target, heir.document), link[1],
                    (*said[: SHOWN - 1], heir.said),
                )  # fmt: skip


def heirs_of(store: Store, keys: Sequence[str]) -> dict[str, list[Heir]]:
    """Return what replaces each of these documents as a whole.

    Who repeals one clause of it leaves the rest in force.
    """
    found: dict[str, list[Heir]] = defaultdict(list)
    replacing = store.subgraph(keys, (RelationType.REPLACES,), Direction.IN, depth=1)
    links = replacing.links
    for link, said in zip(links, store.evidence(replacing, links), strict=True):
        edge, heir = replacing.edge(link), replacing.documents[link[0]]
        for one in said[:SHOWN]:
            change = stated_change(store, edge, one)
            if change is None or change.scope is None:
                since = change.effective if change is not None else None
                found[edge.target].append(Heir(heir, since or heir.issue_date, one))
                break
    return found


def of_ended_agencies(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    """Yield of which of these documents duties go to bodies that no longer were, in no order."""
    loaded = {
        document.key: document
        for document in page
        if document.status is DocumentStatus.LOADED
        and len(document.issue_date or "") == _DAY
        and (document.issue_date or "") >= first_change()
    }
    if not loaded:
        return
    documents, names = _named_changed(store, DutyCriteria(documents=tuple(sorted(loaded))))
    if not names:
        return
    gone: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    criteria = DutyCriteria(agencies=names, documents=documents)
    for duty in chain.from_iterable(fact_pages(store, criteria)):
        document = loaded[duty.at.document]
        agency = agency_named(duty.agency, document)
        if agency is None:
            continue
        status = holder_today(agency, duty.task, document.issue_date).status
        if status in (TodayStatus.ENDED, TodayStatus.MOVED):
            gone[document.key, agency.name] += duty.evidence
    for (key, name), said in gone.items():
        yield Finding(FindingCode.ABOLISHED_AGENCY, loaded[key], (), name, tuple(said[:SHOWN]))


def _named_changed(store: Store, criteria: DutyCriteria) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which documents give duties to bodies that may have ended, and their folded names.

    Only duties of these names have to be read: of most agencies no table tells any change.
    """
    namings, _ = store.find(NamingCriteria(criteria), limit=ALL)
    found = [one for one in namings if may_have_changed(one.agency)]
    documents = tuple(sorted({one.document for one in found}))
    return documents, tuple(sorted({fold(one.agency) for one in found}))

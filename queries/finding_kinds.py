"""The kinds of findings, each found for a page of documents at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.agencies import Paper, agency_in
from graph.asserting import mentions_by
from graph.model import Document, DocumentStatus, Evidence, FileContent, StoredClaim
from graph.store import Direction, DutyCriteria, Store
from graph.subgraph import Link, Subgraph
from graph.succession import TodayStatus, holder_today
from graph.succession_rows import first_change
from loaders.records import CARRYING, RelationType
from queries.options import is_later
from queries.review import ReviewKind, review

_DAY = len("2017-10-25")
_MOST = 10_000
_SHOWN = 20
_RULE = "citation"
_RESTING = (RelationType.IMPLEMENTS, RelationType.BASED_ON)


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


def findings_about(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    """Yield the findings about these documents, in no order.

    - `date_conflict`: texts give a document different full dates, or one text gives it two.
    - `implements_later`: a document carries out, or rests on, what was issued after it: one of the
      dates, or the number, is wrong.
    - `superseded_authority`: it carries out, or rests on, what another document had replaced
      before it was issued; what it replaces itself is none.
    - `abolished_agency`: it gives a duty to a body that no longer was on its date.
    - `ambiguous_number`: a number is cited that several documents have, and nothing tells which.
    - `circle`: it carries out, or rests on, what in the end carries it out or rests on it: `others`
      are the rest of a shortest circle in its order, with a sentence of each step. An act and its
      programme are one. Every document of a circle has the finding.

    A diamond is nothing to find. A stub has what others say of it; the node of an ambiguous
    citation is only ever that: it takes part in no other finding than by its own edges.
    """
    yield from _by_dates(store, page)
    yield from _by_edges(store, page)
    yield from _by_circles(store, page)
    yield from _by_agencies(store, page)


def duplicates(store: Store) -> Iterator[Finding]:
    """Yield the pairs that are probably one document (`queries.review`), with what names the one
    on which fewer relations hang. All documents are read."""
    cursor: str | None = None
    while True:
        page = review(store, ReviewKind.DUPLICATE, limit=_MOST, cursor=cursor)
        for item in page.items:
            others = tuple(candidate.document for candidate in item.candidates)
            reasons = "; ".join(dict.fromkeys(r for c in item.candidates for r in c.reasons))
            said = _said(store, store.claims(documents=[item.document.key]))
            code = FindingCode.POSSIBLE_DUPLICATE
            yield Finding(code, item.document, others, reasons or None, said)
        cursor = page.next
        if cursor is None:
            return


def _by_dates(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    documents = {document.key: document for document in page}
    claims: dict[str, list[StoredClaim]] = defaultdict(list)
    for stored in store.claims(documents=list(documents)):
        claims[stored.document or ""].append(stored)
    for key, some in claims.items():
        candidates = [key for stored in some for key in stored.candidates]
        if candidates:
            nodes = store.documents(sorted(set(candidates)))
            yield Finding(
                FindingCode.AMBIGUOUS_NUMBER, documents[key],
                tuple(nodes[name] for name in sorted(nodes)), None, _said(store, some),
            )  # fmt: skip
            continue
        said = {day for stored in some for day in stored.claim.stated_dates}
        dates = sorted(day for day in said if len(day) == _DAY)
        if len(dates) > 1:
            day = documents[key].issue_date
            wrong = [one for one in some if any(d != day for d in one.claim.stated_dates)]
            yield Finding(
                FindingCode.DATE_CONFLICT, documents[key], (), ", ".join(dates),
                _said(store, wrong or some),
            )  # fmt: skip


def _said(store: Store, claims: Sequence[StoredClaim]) -> tuple[Evidence, ...]:
    """Return where texts make these claims: the mentions, and for its own header the title."""
    ids = {stored.claim.id for stored in claims}
    found: list[Evidence] = []
    for content in store.contents((), claims=ids):
        found += _mentions(content, ids)
        if len(found) >= _SHOWN:
            break
    return tuple(found[:_SHOWN])


def _mentions(content: FileContent, ids: set[str]) -> Iterator[Evidence]:
    document = content.file.document
    if document is not None:
        for at in mentions_by(content, ids):
            yield Evidence(document, content.file.name, None, at.span, at.quote, _RULE, 1.0)


def _by_edges(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    keys = [document.key for document in page]
    graph = store.subgraph(keys, _RESTING, Direction.OUT, depth=1)
    later = [link for link in graph.links if _is_before(graph, link)]
    for link, said in zip(later, store.evidence(graph, later), strict=True):
        source, target = graph.documents[link[0]], graph.documents[link[2]]
        yield Finding(FindingCode.IMPLEMENTS_LATER, source, (target,), link[1], said[:_SHOWN])
    yield from _superseded(store, graph)


def _by_circles(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    """Yield the circles through these documents: few go up, however many there are."""
    from queries.works_network import circles  # NetworkX takes longer to import than most questions

    keys = [document.key for document in page]
    graph = store.subgraph(keys, _RESTING, Direction.OUT, joined=CARRYING, bare=True)
    for work, links in circles(graph, keys):
        said = store.evidence(graph, links)
        stops = [graph.keys[place] for place in (work, *(link[0] for link in links[1:]))]
        nodes = store.documents(stops)
        document, *others = (nodes[stop] for stop in stops)
        yield Finding(
            FindingCode.CIRCLE, document, tuple(others), None,
            tuple(one for some in said for one in some[:1])[:_SHOWN],
        )  # fmt: skip


def _is_before(graph: Subgraph, link: Link) -> bool:
    """Whether the source was issued on a day before any on which the target can have been."""
    source = graph.documents[link[0]].issue_date
    target = graph.documents[link[2]].issue_date
    return source is not None and len(source) == _DAY and is_later(target, source)


def _superseded(store: Store, graph: Subgraph) -> Iterator[Finding]:
    targets = sorted({graph.keys[link[2]] for link in graph.links})
    replacing = store.subgraph(targets, (RelationType.REPLACES,), Direction.IN, depth=1)
    by_target: dict[str, list[Link]] = defaultdict(list)
    for link in replacing.links:
        by_target[replacing.keys[link[2]]].append(link)
    for link in graph.links:
        source, target = graph.documents[link[0]], graph.documents[link[2]]
        for other in by_target.get(target.key, ()):
            heir = replacing.documents[other[0]]
            if heir.key == source.key or not _was_issued_before(heir, source):
                continue
            [said] = store.evidence(graph, [link])
            [replaced] = store.evidence(replacing, [other])
            yield Finding(
                FindingCode.SUPERSEDED_AUTHORITY, source, (target, heir), link[1],
                (*said[: _SHOWN - 1], *replaced[:1]),
            )  # fmt: skip


def _was_issued_before(first: Document, second: Document) -> bool:
    dates = first.issue_date, second.issue_date
    return all(day is not None and len(day) == _DAY for day in dates) and is_later(
        second.issue_date, first.issue_date
    )


def _by_agencies(store: Store, page: Sequence[Document]) -> Iterator[Finding]:
    loaded = {
        document.key: document
        for document in page
        if document.status is DocumentStatus.LOADED
        and len(document.issue_date or "") == _DAY
        and (document.issue_date or "") >= first_change()
    }
    if not loaded:
        return
    duties, _ = store.find(DutyCriteria(documents=tuple(sorted(loaded))), limit=_MOST)
    gone: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for duty in duties:
        document = loaded[duty.at.document]
        day = document.issue_date
        paper = Paper(document.level, document.province, document.district, day)
        agency = agency_in(duty.agency, paper)
        if agency is None or day is None:
            continue
        status = holder_today(agency, duty.task, day).status
        if status in (TodayStatus.ENDED, TodayStatus.MOVED):
            gone[document.key, agency.name] += duty.evidence
    for (key, name), said in gone.items():
        yield Finding(FindingCode.ABOLISHED_AGENCY, loaded[key], (), name, tuple(said[:_SHOWN]))

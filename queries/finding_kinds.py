"""The kinds of findings, each found for a page of documents at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from graph.asserting import mentions_by
from graph.model import Document, DocumentStatus, Evidence, FileContent, StoredClaim
from graph.movable import fact_pages
from graph.store import Direction, DutyCriteria, Store
from graph.subgraph import Link, Subgraph
from graph.succession import TodayStatus, holder_today
from graph.succession_rows import first_change
from loaders.records import CARRYING, RelationType
from queries.agency_today import agency_named
from queries.changes import stated_change
from queries.dates import is_later
from queries.review import probable_duplicates

_DAY = len("2017-10-25")
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
    yield from _by_dates(store, page)
    yield from _by_edges(store, page)
    yield from _by_circles(store, page)
    yield from _by_agencies(store, page)


def duplicates(store: Store) -> Iterator[Finding]:
    """Yield the pairs that are probably one document (`queries.review`), with what names the one
    on which fewer relations hang. All documents are read."""
    for item in probable_duplicates(store):
        others = tuple(candidate.document for candidate in item.candidates)
        reasons = "; ".join(dict.fromkeys(r for c in item.candidates for r in c.reasons))
        said = _said(store, store.claims(documents=[item.document.key]))
        code = FindingCode.POSSIBLE_DUPLICATE
        yield Finding(code, item.document, others, reasons or None, said)


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
    """Return where texts make these claims: their mentions; a header has no sentence."""
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


@dataclass(frozen=True, slots=True)
class _Heir:
    """A document that replaces another as a whole, from which day, and its sentence."""

    document: Document
    since: str | None
    said: Evidence


def _superseded(store: Store, graph: Subgraph) -> Iterator[Finding]:
    heirs = _heirs(store, sorted({graph.keys[link[2]] for link in graph.links}))
    resting = [link for link in graph.links if graph.keys[link[2]] in heirs]
    for link, said in zip(resting, store.evidence(graph, resting), strict=True):
        source, target = graph.documents[link[0]], graph.documents[link[2]]
        for heir in heirs[target.key]:
            if heir.document.key != source.key and _is_full_day_before(heir.since, source):
                yield Finding(
                    FindingCode.SUPERSEDED_AUTHORITY, source, (target, heir.document), link[1],
                    (*said[: _SHOWN - 1], heir.said),
                )  # fmt: skip


def _heirs(store: Store, keys: Sequence[str]) -> dict[str, list[_Heir]]:
    """Return what replaces each of these documents as a whole.

    Who repeals one clause of it leaves the rest in force.
    """
    found: dict[str, list[_Heir]] = defaultdict(list)
    replacing = store.subgraph(keys, (RelationType.REPLACES,), Direction.IN, depth=1)
    links = replacing.links
    for link, said in zip(links, store.evidence(replacing, links), strict=True):
        edge, heir = replacing.edge(link), replacing.documents[link[0]]
        for one in said[:_SHOWN]:
            change = stated_change(store, edge, one)
            if change is None or change.scope is None:
                since = change.effective if change is not None else None
                found[edge.target].append(_Heir(heir, since or heir.issue_date, one))
                break
    return found


def _is_full_day_before(day: str | None, document: Document) -> bool:
    """Whether a day comes before the one on which a document was issued; both must be told."""
    issued = document.issue_date
    return all(one is not None and len(one) == _DAY for one in (day, issued)) and is_later(
        issued, day
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
    gone: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    criteria = DutyCriteria(documents=tuple(sorted(loaded)))
    for duty in chain.from_iterable(fact_pages(store, criteria)):
        document = loaded[duty.at.document]
        agency = agency_named(duty.agency, document)
        if agency is None:
            continue
        status = holder_today(agency, duty.task, document.issue_date).status
        if status in (TodayStatus.ENDED, TodayStatus.MOVED):
            gone[document.key, agency.name] += duty.evidence
    for (key, name), said in gone.items():
        yield Finding(FindingCode.ABOLISHED_AGENCY, loaded[key], (), name, tuple(said[:_SHOWN]))

"""The events of a timeline, and the sentences that prove them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.agencies.agency import Agency
from graph.agencies.rows import Row, comparable, day_after, rows_of
from graph.model import Document, Edge, Evidence
from graph.provinces import Province, province_after
from graph.stated import Duty
from graph.store import DutyCriteria, Store
from graph.subgraph import Link, Subgraph
from loaders.records import Level
from queries.agency_today import agency_named
from queries.changes import stated_change
from queries.dates import is_later
from queries.proofs import Proofs, proofs_of

_MOST = 10_000
_RULE = "header"
NO_PROOFS = Proofs()


class EventKind(StrEnum):
    """What happened, in the order of what happened on one day."""

    ISSUED = "issued"
    IMPLEMENTED = "implemented"
    AMENDED = "amended"
    REPLACED = "replaced"
    AGENCY_CHANGED = "agency_changed"
    PROVINCE_CHANGED = "province_changed"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on `date`, which may be partial or unknown.

    `document` is what carries out, amends or replaces; else the one asked for. `effective` and
    `scope` are from when and how far it changes, where that is printed. `agency` is a body, or a
    province with all its bodies, that stopped being the day before `date`, `successors` who has its
    functions or which province it went to, by which acts (`basis`), and `duties` how many the
    document gives it.
    """

    kind: EventKind
    date: str | None
    document: Document
    graph: Subgraph | None = None
    link: Link | None = None
    proofs: Proofs = NO_PROOFS
    effective: str | None = None
    scope: str | None = None
    agency: str | None = None
    successors: tuple[str, ...] = ()
    basis: str | None = None
    duties: int = 0


def proved(store: Store, events: Sequence[Event]) -> list[Event]:
    """Return the events with their sentences; changes with their reach and their day."""
    graphs: dict[int, Subgraph] = {id(e.graph): e.graph for e in events if e.graph is not None}
    said: dict[tuple[int, Link], tuple[Evidence, ...]] = {}
    for number, graph in graphs.items():
        links = [e.link for e in events if e.graph is graph and e.link is not None]
        pairs = zip(links, store.evidence(graph, links), strict=True)
        said.update(((number, link), found) for link, found in pairs)
    found = []
    for event in events:
        if event.graph is None or event.link is None:
            found.append(event)
            continue
        edge = event.graph.edge(event.link)
        proofs = proofs_of(edge, said[id(event.graph), event.link], {})
        found.append(_reaching(store, replace(event, proofs=proofs), edge))
    return found


def _reaching(store: Store, event: Event, edge: Edge) -> Event:
    """Return an amendment or replacement with what its text says of its reach and its day."""
    if event.kind not in (EventKind.AMENDED, EventKind.REPLACED) or not event.proofs.evidence:
        return event
    change = stated_change(store, edge, event.proofs.evidence[0])
    if change is None:
        return event
    return replace(event, effective=change.effective, scope=change.scope)


def issued(store: Store, event: Event) -> Event:
    """Return the issue of a document with the place where its date is printed."""
    if event.kind is not EventKind.ISSUED:
        return event
    for content in store.contents(event.document.files[:1], text=True):
        span = content.record.document.spans.get("issue_date")
        if span is not None:
            quote = content.text[span.start : span.end]
            file = content.file.name
            said = Evidence(event.document.key, file, None, span, quote, _RULE, 1.0)
            return replace(event, proofs=Proofs((said,), 1))
    return event


_Given = dict[tuple[str, str], tuple[Agency, list[Duty]]]
"""The duties of each body, by the document that gives them and the body's name."""


def agency_changes(store: Store, keys: Sequence[str]) -> Iterator[Event]:
    """Yield when bodies that have duties of these documents stopped being after their issue.

    Each body and day once, with the first of its duties, and once for all of its bodies a province
    that was merged; the tables say when, not the documents. A body that only gained functions went
    on, and names of many bodies are left out. Of a document with more than 10,000 duties the first
    count.
    """
    duties, _ = store.find(DutyCriteria(documents=tuple(keys)), limit=_MOST)
    documents = store.documents({duty.at.document for duty in duties})
    given: _Given = {}
    for duty in duties:
        document = documents[duty.at.document]
        agency = agency_named(duty.agency, document)
        if agency is not None and not agency.many:
            _, some = given.setdefault((document.key, agency.name), (agency, []))
            some.append(duty)
    yield from _merged(documents, given)
    for (key, _), (agency, some) in given.items():
        document = documents[key]
        ends: dict[str, list[Row]] = {}
        for row in rows_of(agency.level, agency.stem):
            goes_on = comparable(row.successor or "") == comparable(agency.stem)
            if not goes_on and not is_later(document.issue_date, row.first_day_after):
                ends.setdefault(row.first_day_after, []).append(row)
        for date, rows in ends.items():
            yield Event(
                EventKind.AGENCY_CHANGED,
                date,
                document,
                proofs=Proofs(some[0].evidence, len(some)),
                agency=agency.name,
                successors=tuple(dict.fromkeys(r.successor for r in rows if r.successor)),
                basis="; ".join(dict.fromkeys(row.source for row in rows)) or None,
                duties=len(some),
            )


def _merged(documents: Mapping[str, Document], given: _Given) -> Iterator[Event]:
    """Yield when provinces whose bodies have duties became part of another unit."""
    of_unit: dict[tuple[str, Province], list[Duty]] = {}
    for (key, _), (agency, some) in given.items():
        if agency.level is Level.PROVINCE and agency.unit is not None:
            of_unit.setdefault((key, agency.unit), []).extend(some)
    for (key, unit), some in of_unit.items():
        document = documents[key]
        if unit.until is None:
            continue
        after = province_after(unit, day_after(unit.until))
        if not is_later(document.issue_date, after.since):
            yield Event(
                EventKind.PROVINCE_CHANGED,
                after.since,
                document,
                proofs=Proofs(some[0].evidence, len(some)),
                agency=unit.full_name,
                successors=(after.full_name,),
                basis=unit.source or None,
                duties=len(some),
            )

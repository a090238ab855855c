"""Timeline: what happened to a document, and to the agencies that it gave something to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Document
from graph.store import Direction, Store
from loaders.folding import fold
from loaders.records import CARRYING, RelationType
from queries.dates import first_day, is_later
from queries.groups import Group, groups_of, level_rank
from queries.lineage import places_of
from queries.options import check_limit
from queries.paging import Page, cut
from queries.timeline_events import Event, EventKind, agency_changes, issued, proved
from queries.walk import Walk, walk

_UNKNOWN = "9999-99-99"
_CHANGES = {
    RelationType.AMENDS: EventKind.AMENDED,
    RelationType.REPLACES: EventKind.REPLACED,
}
_KINDS = {kind: rank for rank, kind in enumerate(EventKind)}


@dataclass(frozen=True, slots=True)
class Timeline(Page[Event]):
    """One page of events; `groups` counts what carries the document out on all pages."""

    document: Document
    as_of: str | None
    groups: tuple[Group, ...]


def timeline(
    store: Store,
    key: str,
    *,
    as_of: str | None = None,
    limit: int = 200,
    cursor: str | None = None,
) -> Timeline:
    """Return what happened to the document of `key`, the earliest first.

    Its issue, what carries it out by one step, what amends or replaces it (to repeal is to replace
    by nothing), and when bodies to which it gives duties, or their province, stopped being. An act
    and its programme are one work, asked for and carrying out; each work comes once, so that
    circles and diamonds do not matter, and one of a circle is an event like others. Stubs are
    events; a citation that fits several documents stands for itself. When a text takes effect is
    told only where what changes another says from when (`effective`); the event stands at the day
    of its issue.

    Order: a partial date counts as its first day and stands before the full date of that day, the
    less precise first; an unknown date comes last. On one day: the kind, as `EventKind` lists them,
    then level, folded province, key, agency. With `as_of` what came later is left out; an unknown
    date passes.

    Raises DocumentNotFound, BadOption (limit, as_of) and BadCursor.
    """
    check_limit(limit)
    until = None if as_of is None else first_day(as_of, "as_of")
    types = (RelationType.IMPLEMENTS,)
    found = walk(store, key, types, Direction.IN, carrying=CARRYING, depth=1, until=until)
    asked = found.graph.documents[found.start]
    keys = found.works.keys(found.graph, found.start)
    below = [found.graph.documents[place[-1]] for place in places_of(found)]
    events = [
        Event(EventKind.ISSUED, asked.issue_date, asked),
        *_implemented(found),
        *_changed(store, keys),
        *agency_changes(store, keys),
    ]
    passing = [event for event in events if not is_later(event.date, until)]
    page = cut(sorted(passing, key=_place), ("timeline", found.asked, as_of), limit, cursor)
    return Timeline(
        tuple(issued(store, event) for event in proved(store, page[0])),
        *page[1:],
        document=asked,
        as_of=as_of,
        groups=groups_of(below),
    )


def _implemented(found: Walk) -> Iterator[Event]:
    for place in places_of(found):
        work = place[-1]
        document = found.graph.documents[work]
        [(_, link)] = found.hops(work)
        yield Event(EventKind.IMPLEMENTED, document.issue_date, document, found.graph, link)


def _changed(store: Store, keys: Sequence[str]) -> Iterator[Event]:
    graph = store.subgraph(keys, tuple(_CHANGES), Direction.IN, depth=1)
    for link in graph.links:
        document = graph.documents[link[0]]
        if document.key not in keys:
            yield Event(_CHANGES[link[1]], document.issue_date, document, graph, link)


def _place(event: Event) -> tuple[str, int, int, int, str, str, str, str]:
    document, date = event.document, event.date
    return (
        _UNKNOWN if date is None else first_day(date),
        0 if date is None else len(date),
        _KINDS[event.kind],
        level_rank(document.level),
        fold(document.province or ""),
        document.key,
        event.agency or "",
        "" if event.link is None else event.link[1],
    )

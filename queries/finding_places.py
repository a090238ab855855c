"""Which findings a whole graph has, by their places alone: what their list is counted and cut by.

The store finds the suspects (`graph.suspects`), and only these are looked at; sentences are read of
the findings that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from graph.agencies.rows import first_change
from graph.model import Document, DocumentStatus, StoredClaim
from graph.movable import PAGE, document_pages
from graph.store import ALL, Criteria, Direction, Store
from graph.suspects import RESTING, Suspect, SuspectCriteria, Suspicion
from loaders.records import CARRYING
from queries.finding_kinds import (
    Finding,
    FindingCode,
    days_in,
    heirs_of,
    of_ended_agencies,
)

FindingPlace = tuple[str, str, str, str]
"""Key of the document that a finding is about, code, keys of the others, detail: its order.

The others are left out of the codes of which a document has one finding at most.
"""

_ONE_EACH = (FindingCode.AMBIGUOUS_NUMBER, FindingCode.CIRCLE)


def place_of(found: Finding) -> FindingPlace:
    """Return the place of a finding in the list; no two of a graph have one place."""
    others = () if found.code in _ONE_EACH else found.others
    keys = " ".join(document.key for document in others)
    return found.document.key, found.code.value, keys, found.detail or ""


def places_in(store: Store, codes: Collection[FindingCode]) -> Iterator[FindingPlace]:
    """Yield the places of all findings of these codes in a graph but duplicates, in no order.

    They are those of `queries.finding_kinds.findings_about`, asked of every document.
    """
    for code, find in _BY_CODE.items():
        if code in codes:
            yield from find(store)


def _vague(store: Store) -> Iterator[FindingPlace]:
    for one in _suspects(store, Suspicion.VAGUE):
        yield one.document, FindingCode.AMBIGUOUS_NUMBER.value, "", ""


def _dates(store: Store) -> Iterator[FindingPlace]:
    for keys in _batches(one.document for one in _suspects(store, Suspicion.DAYS)):
        claims: dict[str, list[StoredClaim]] = {}
        for stored in store.claims(documents=keys):
            claims.setdefault(stored.document or "", []).append(stored)
        for key, some in claims.items():
            days = days_in(some)
            if days is not None:
                yield key, FindingCode.DATE_CONFLICT.value, "", days


def _later(store: Store) -> Iterator[FindingPlace]:
    for one in _suspects(store, Suspicion.LATER):
        yield one.document, FindingCode.IMPLEMENTS_LATER.value, one.target or "", one.relation or ""


def _superseded(store: Store) -> Iterator[FindingPlace]:
    suspects: dict[str, list[Suspect]] = {}
    for one in _suspects(store, Suspicion.REPLACED):
        suspects.setdefault(one.target or "", []).append(one)
    for keys in _batches(suspects):
        heirs = heirs_of(store, keys)
        resting = [one for key in sorted(heirs) for one in suspects.get(key, ())]
        sources = _documents(store, {one.document for one in resting})
        for one in resting:
            for heir in heirs[one.target or ""]:
                source = sources.get(one.document)
                if source is not None and heir.replaced_before(source):
                    others = f"{one.target} {heir.document.key}"
                    code = FindingCode.SUPERSEDED_AUTHORITY.value
                    yield one.document, code, others, one.relation or ""


def _ended(store: Store) -> Iterator[FindingPlace]:
    since = Criteria(status=DocumentStatus.LOADED, issued_from=first_change())
    for page in document_pages(store, since):
        yield from map(place_of, of_ended_agencies(store, page))


def _circles(store: Store) -> Iterator[FindingPlace]:
    """Yield the works of all circles: what leads up from the suspects holds each of them whole."""
    from queries.works_network import keys_in_circles  # NetworkX is slow to import

    starts = [one.document for one in _suspects(store, Suspicion.ROUND)]
    graph = store.subgraph(starts, RESTING, Direction.OUT, joined=CARRYING, bare=True)
    for key in sorted(keys_in_circles(graph)):
        yield key, FindingCode.CIRCLE.value, "", ""


_BY_CODE: dict[FindingCode, Callable[[Store], Iterator[FindingPlace]]] = {
    FindingCode.AMBIGUOUS_NUMBER: _vague,
    FindingCode.DATE_CONFLICT: _dates,
    FindingCode.IMPLEMENTS_LATER: _later,
    FindingCode.SUPERSEDED_AUTHORITY: _superseded,
    FindingCode.ABOLISHED_AGENCY: _ended,
    FindingCode.CIRCLE: _circles,
}


def _suspects(store: Store, of: Suspicion) -> list[Suspect]:
    return store.find(SuspectCriteria(of), limit=ALL)[0]


def _documents(store: Store, keys: Iterable[str]) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for batch in _batches(sorted(keys)):
        found.update(store.documents(batch))
    return found


def _batches(keys: Iterable[str]) -> Iterator[list[str]]:
    each = list(dict.fromkeys(keys))
    for start in range(0, len(each), PAGE):
        yield each[start : start + PAGE]

"""The tabs of a document's page: each asks the store for what it shows, and for no more."""

from __future__ import annotations

from collections.abc import Callable

from api.document_parameters import DocumentPageQuery
from api.explanations import explained
from api.lineage_page import lineage_answers
from api.references import agency_names
from graph.store import Store
from loaders.folding import fold
from loaders.records import Span
from queries.cascade import cascade
from queries.cascade_tops import cascade_tops, words_shared
from queries.documents import show, source_text
from queries.facts import DutyQuestion, duties, targets
from queries.findings import findings
from queries.garbage import collection_paused
from queries.timeline import timeline
from visual.document_page import (
    FACTS_LIMIT,
    Head,
    duties_tab,
    findings_tab,
    lineage_tab,
    text_tab,
    timeline_tab,
)
from visual.document_values import ends_of, parts_unnamed
from visual.formats import file_mark
from visual.tables import RELATED
from visual.tabs import Tab
from visual.targets_tab import targets_tab

_RELATED = 100


@collection_paused()
def document_tab(store: Store, key: str, query: DocumentPageQuery) -> str:
    """Return the page of a document with the tab that `query` asks for."""
    tab = query.shown
    # The relations either way stand on one tab only, beside those that are its lineage.
    view = show(store, key, types=RELATED if tab is Tab.LINEAGE else (), limit=_RELATED)
    counts = fact_counts(store, key)
    head = Head(view, counts[Tab.DUTIES], counts[Tab.TARGETS], query.as_of)
    return _TABS[tab](store, head, query)


def fact_counts(store: Store, key: str) -> dict[Tab, int]:
    """Return how many duties and targets a document states, for the tabs that show them."""
    return {
        Tab.DUTIES: duties(store, DutyQuestion(document=key), limit=1).total,
        Tab.TARGETS: targets(store, document=key, limit=1).total,
    }


def _lineage(store: Store, head: Head, query: DocumentPageQuery) -> str:
    shown = lineage_answers(store, head.document.key, query)
    answers = shown.above, shown.below
    others = store.documents(parts_unnamed(head.view, *answers)).values()
    return lineage_tab(head, answers, shown.near, others, choice=shown.choice)


def _duties(store: Store, head: Head, query: DocumentPageQuery) -> str:
    words, key = query.agency.strip(), head.document.key
    asked = DutyQuestion(
        agencies=agency_names(words) if words else None,
        document=None if query.whole else key,
        lineage=key if query.whole else None,
        role=query.role,
    )
    until = query.as_of if query.whole else None
    answer = duties(store, asked, as_of=until, limit=FACTS_LIMIT, cursor=query.cursor)
    return duties_tab(head, answer, words, query.role, whole=query.whole)


def _targets(store: Store, head: Head, query: DocumentPageQuery) -> str:
    key = head.document.key
    answer = targets(store, document=key, limit=FACTS_LIMIT, cursor=query.cursor)
    indicator = query.indicator.strip()
    own = [one for one, _ in answer.items if one.targets]
    named = [one for one in own if not indicator or fold(one.indicator) == fold(indicator)]
    if named:
        indicator = words_shared(store, key, named[0], as_of=query.as_of)
    if not indicator:
        return targets_tab(head, answer)
    tops = (*cascade_tops(store, key, indicator, as_of=query.as_of), head.document)
    top = next((one for one in tops if one.key == query.top), tops[0])
    found = cascade(store, top.key, indicator, as_of=query.as_of)
    return targets_tab(head, answer, found, tops, indicator)


def _timeline(store: Store, head: Head, query: DocumentPageQuery) -> str:
    return timeline_tab(
        head, timeline(store, head.document.key, as_of=query.as_of, cursor=query.cursor)
    )


def _findings(store: Store, head: Head, query: DocumentPageQuery) -> str:
    return findings_tab(head, findings(store, head.document.key, cursor=query.cursor))


def _text(store: Store, head: Head, query: DocumentPageQuery) -> str:
    marked = {file_mark(name): name for name in reversed(head.document.files)}
    file = None if query.file is None else marked.get(query.file, query.file)
    text = source_text(store, head.document.key, file)
    why = None
    if query.why is not None and text is not None:
        start, end = map(int, query.why.split("-"))
        why = explained(store, text.file, Span(start, end))
    return text_tab(head, text, store.documents(ends_of(text)).values(), why)


_TABS: dict[Tab, Callable[[Store, Head, DocumentPageQuery], str]] = {
    Tab.LINEAGE: _lineage,
    Tab.DUTIES: _duties,
    Tab.TARGETS: _targets,
    Tab.TIMELINE: _timeline,
    Tab.FINDINGS: _findings,
    Tab.TEXT: _text,
}

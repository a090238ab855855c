"""Findings: what in the graph does not fit together and a person should look at.

A finding is no judgement: it says what two texts say, with the sentences, and changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from graph.model import Document
from graph.movable import document_pages
from graph.store import Store
from queries.cursors import Part, unseal
from queries.documents import known
from queries.finding_kinds import Finding, FindingCode, duplicates, findings_about
from queries.options import check_limit
from queries.paging import Page, cut_after

FindingList = Page[Finding]
"""Findings by key of the document that they are about, code, other documents."""


def findings(
    store: Store,
    key: str | None = None,
    *,
    codes: Sequence[FindingCode] = (),
    limit: int = 50,
    cursor: str | None = None,
) -> FindingList:
    """Return the findings about the document of `key`, about all for None; of `codes` only.

    Whether a document is probably one with another takes reading all of them: about one document
    that is asked only where `codes` names it.

    Each is looked for anew, in pieces of bounded size: nothing is kept, so none is out of date.
    Without a document the whole graph is read: 2.3 s of processor time in one of 10,000 documents,
    and in proportion.
    What an edge says is a finding about its source; how others cite a document is one about it.
    Raises DocumentNotFound, BadOption (limit) and BadCursor.
    """
    check_limit(limit)
    only = None if key is None else known(store, key).key
    wanted = tuple(sorted(set(codes)))
    question: tuple[Part, ...] = ("findings", only, *wanted)
    after = None if cursor is None else tuple(map(str, unseal(question, cursor)))
    total = 0
    page: list[Finding] = []
    for found in _sorted(store, only, wanted or _asked(only)):
        if wanted and found.code not in wanted:
            continue
        total += 1
        if len(page) <= limit and (after is None or _place(found) > after):
            page.append(found)
    return Page(*cut_after(page, _place, question, total=total, limit=limit))


def _asked(only: str | None) -> list[FindingCode]:
    costly = {FindingCode.POSSIBLE_DUPLICATE} if only is not None else set()
    return [code for code in FindingCode if code not in costly]


def _sorted(store: Store, only: str | None, codes: Collection[FindingCode]) -> Iterator[Finding]:
    twice: dict[str, list[Finding]] = defaultdict(list)
    if FindingCode.POSSIBLE_DUPLICATE in codes:
        for one in duplicates(store):
            twice[one.document.key].append(one)
    for page in _pages(store, only):
        found = [one for document in page for one in twice.get(document.key, ())]
        if set(codes) != {FindingCode.POSSIBLE_DUPLICATE}:
            found += findings_about(store, page)
        yield from sorted(found, key=_place)


def _pages(store: Store, only: str | None) -> Iterator[list[Document]]:
    if only is None:
        yield from document_pages(store)
    else:
        yield [known(store, only)]


def _place(found: Finding) -> tuple[str, ...]:
    others = " ".join(document.key for document in found.others)
    first = found.evidence[0] if found.evidence else None
    at = "" if first is None else f"{first.file} {first.span.start:09}"
    return found.document.key, found.code, others, found.detail or "", at

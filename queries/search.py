"""Search: documents by words and numbers, ranked the same on every store."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from graph.model import Document
from graph.store import Criteria, Store
from loaders.folding import words as folded_words
from queries.cursors import Part, unseal
from queries.documents import DocumentList, bounded, question_of
from queries.options import check_limit
from queries.paging import Page, cut_after
from queries.ranking import Wanted, holds, rank

RANKED = 200
"""Where more documents fit, the best ones are ranked, and the others follow by key."""


def search(
    store: Store,
    words: str,
    *,
    criteria: Criteria | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> DocumentList:
    """Return the documents in which all words occur, the last one perhaps only as a beginning.

    Words are folded ("so y te" finds "Sở Y tế"); number, title, type and issuer are searched, and
    a number fits in any spelling. Order: the number itself, agreement of typed marks, the words
    together as title, type and issuer have them ("nghị quyết chính phủ", "kế hoạch cải cách"), in
    the title and in order, loaded before cited only, date (latest first), key. Where more than 200
    fit, the best 200 are ranked by the last four of these, with all whose number fits, and the
    others follow by key. `criteria` filters further; its own words are not used.

    Words without a letter or digit find nothing. Raises BadOption (limit, date) and BadCursor.
    """
    check_limit(limit)
    folded = tuple(folded_words(words))
    if not folded:
        return Page(items=(), total=0, limit=limit, truncated=False, next=None)
    asked = bounded(replace(criteria or Criteria(), words=folded))
    question = (*question_of("search", asked), words)
    position = (0,) if cursor is None else unseal(question, cursor)
    wanted = Wanted.of(words)
    first, total = store.find(replace(asked, best=wanted.together), limit=RANKED)
    head, extra = _head(store, asked, wanted, first)
    items: list[tuple[tuple[Part, ...], Document]] = []
    if position[0] == 0:
        items = [item for item in head if item[0] > position][: limit + 1]
    if len(items) <= limit and total > len(first):
        after = str(position[1]) if position[0] == 1 else None
        rest, _ = store.find(asked, limit=limit + 1 + len(head), after=after)
        shown = {document.key for _, document in head}
        items += [((1, d.key), d) for d in rest if d.key not in shown]
    page = cut_after(items, itemgetter(0), question, total=total + extra, limit=limit)
    return Page(tuple(document for _, document in page[0]), *page[1:])


def _head(
    store: Store, asked: Criteria, wanted: Wanted, first: list[Document]
) -> tuple[list[tuple[tuple[Part, ...], Document]], int]:
    """Return the ranked documents with their places, and how many of them lack the words.

    Those are documents whose number is the one typed, in a spelling that folds to other words.
    """
    ranked = {document.key: document for document in first}
    extra = 0
    if wanted.block is not None:
        numbered = replace(asked, words=(), number=wanted.block)
        same, _ = store.find(numbered, limit=RANKED)
        extra = sum(not holds(document, wanted.folded) for document in same)
        ranked.update((document.key, document) for document in same)
    places = sorted(((0, *rank(document, wanted)), document.key) for document in ranked.values())
    return [(place, ranked[key]) for place, key in places], extra

"""Search: documents by words and numbers, ranked the same on every store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from operator import itemgetter

from graph.model import Document
from graph.store import Criteria, Store, Together
from loaders.folding import words as folded_words
from queries.cursors import Part, unseal
from queries.documents import DocumentList, bounded, question_of
from queries.options import check_limit
from queries.paging import Page, cut_after
from queries.ranking import Wanted, holds, rank

RANKED = 200
"""Where more documents fit, the best ones are ranked, and the others follow by key."""

_RANKED, _BY_KEY, _OTHERWISE = 0, 1, 2
"""The stages of an answer: what is ranked, what else has the words, and numbers without them."""

LATEST = (Together(None, ""),)
"""All alike: then what is loaded comes first, and the latest."""


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
    a number fits in any spelling. Order: the number itself, numbers that begin so, agreement of
    typed marks, the words together as title, type and issuer have them ("nghị quyết chính phủ",
    "kế hoạch cải cách"), in the title and in order, loaded before cited only, date (latest first),
    key. Numbers stand in order of the last three, and behind numbers that fit only whether the
    words stand together counts besides. Where more than 200 fit, the best 200 are ranked, with the
    first 200 of the numbers that fit, and the others follow by key. `criteria` filters further; its
    own words are not used.

    Words without a letter or digit find nothing. Raises BadOption (limit, date) and BadCursor.
    """
    check_limit(limit)
    folded = tuple(folded_words(words))
    if not folded:
        return Page(items=(), total=0, limit=limit, truncated=False, next=None)
    asked = bounded(replace(criteria or Criteria(), words=folded))
    question = (*question_of("search", asked), words)
    position = (_RANKED,) if cursor is None else unseal(question, cursor)
    wanted = Wanted.of(words)
    stage, after = position[0], None if len(position) != 2 else str(position[1])
    few = RANKED if cursor else min(limit + 1, RANKED)  # a first page needs no more of what
    numbered, lacking = _numbered(store, asked, wanted, few)  # the store puts in order itself
    enough = cursor is None and len(numbered) > limit
    wanted = wanted.a_number() if numbered else wanted
    best = replace(asked, best=wanted.together)
    first, total = store.find(best, limit=0 if enough else few if numbered else RANKED)
    head = {document.key: document for document in (*numbered, *first)}
    items: list[tuple[tuple[Part, ...], Document]] = []
    if stage == _RANKED:
        places = sorted((_RANKED, *rank(document, wanted)) for document in head.values())
        behind = [place for place in places if place > position]
        items = [(place, head[place[-1]]) for place in behind[: limit + 1]]
    room = limit + 1 + len(head)
    if len(items) <= limit and total > len(first) and stage != _OTHERWISE:
        others, _ = store.find(asked, limit=room, after=after)
        items += [((_BY_KEY, d.key), d) for d in others if d.key not in head]
    if len(items) <= limit and lacking:
        rest = _spelled_otherwise(store, asked, wanted, after if stage == _OTHERWISE else None)
        items += [((_OTHERWISE, d.key), d) for d in islice(rest, room) if d.key not in head]
    page = cut_after(items, itemgetter(0), question, total=total + lacking, limit=limit)
    return Page(tuple(document for _, document in page[0]), *page[1:])


def _spelled_otherwise(
    store: Store, asked: Criteria, wanted: Wanted, after: str | None
) -> Iterator[Document]:
    """Yield by key the documents of the typed number that lack the words."""
    same = replace(asked, words=(), number=wanted.block)
    while page := store.find(same, limit=RANKED, after=after)[0]:
        yield from (document for document in page if not holds(document, wanted.folded))
        after = page[-1].key


def _numbered(
    store: Store, asked: Criteria, wanted: Wanted, limit: int
) -> tuple[list[Document], int]:
    """Return the first documents whose number fits or begins so, and how many lack the words.

    Those are documents whose number is the one typed, in a spelling that folds to other words. At
    most `limit` of each kind come; fewer, and these are all.
    """
    if wanted.block is None:
        return [], 0
    same, every = store.find(
        replace(asked, words=(), number=wanted.block, best=LATEST), limit=limit
    )
    _, holding = store.find(replace(asked, number=wanted.block), limit=0) if every else ([], 0)
    begun: list[Document] = []
    if len(same) < limit:
        begun, _ = store.find(replace(asked, begins=wanted.block, best=LATEST), limit=limit)
    return [*same, *begun], every - holding

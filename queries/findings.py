"""Findings: what in the graph does not fit together and a person should look at.

A finding is no judgement: it says what two texts say, with the sentences, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graph.movable import PAGE
from graph.store import Store
from queries.cursors import Part, seal, unseal
from queries.documents import known
from queries.finding_kinds import Finding, FindingCode, duplicate, findings_about, why_alike
from queries.finding_places import FindingPlace, place_of, places_in
from queries.finding_texts import findings_in_texts
from queries.options import check_limit
from queries.paging import Page
from queries.review import ReviewItem, probable_duplicates

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

    Those of one document are also the days and numbers of others that do not fit and stand in its
    own texts, with its sentences alone (`queries.finding_texts`): such a one is about the other.

    Whether a document is probably one with another takes reading all of them: about one document
    that is asked only where `codes` names it.

    Each is looked for anew: nothing is kept, so none is out of date. Without a document the store
    finds where something may not fit, all of that is counted, and sentences are read of one page.
    What an edge says is a finding about its source; how others cite a document is one about it.
    Raises DocumentNotFound, BadOption (limit) and BadCursor.
    """
    check_limit(limit)
    only = None if key is None else known(store, key).key
    wanted = tuple(sorted(set(codes)))
    question: tuple[Part, ...] = ("findings", only, *wanted)
    after = None if cursor is None else tuple(map(str, unseal(question, cursor)))
    asked = wanted or _asked(only)
    pairs = _pairs(store, only) if FindingCode.POSSIBLE_DUPLICATE in asked else {}
    if only is None:
        places = sorted({*places_in(store, asked), *pairs})
        found: Mapping[FindingPlace, Finding] | None = None
    else:
        found = _about(store, [only], asked, pairs)
        own = findings_in_texts(store, known(store, only), asked)
        found |= {place_of(one): one for one in own}
        places = sorted(found)
    rest = [place for place in places if after is None or place > after]
    page = rest[:limit]
    if found is None:
        found = _of_page(store, page, pairs)
    more = len(rest) > limit
    return Page(
        items=tuple(found[place] for place in page if place in found),
        total=len(places),
        limit=limit,
        truncated=more,
        next=seal(question, page[-1]) if more else None,
    )


def _asked(only: str | None) -> tuple[FindingCode, ...]:
    costly = {FindingCode.POSSIBLE_DUPLICATE} if only is not None else set()
    return tuple(code for code in FindingCode if code not in costly)


def _pairs(store: Store, only: str | None) -> dict[FindingPlace, ReviewItem]:
    """Return the pairs that are probably one document, those of one document, by their places."""
    code = FindingCode.POSSIBLE_DUPLICATE
    found: dict[FindingPlace, ReviewItem] = {}
    for item in probable_duplicates(store):
        if only in (None, item.document.key):
            others = " ".join(candidate.document.key for candidate in item.candidates)
            found[item.document.key, code.value, others, why_alike(item) or ""] = item
    return found


def _of_page(
    store: Store, page: Sequence[FindingPlace], pairs: Mapping[FindingPlace, ReviewItem]
) -> dict[FindingPlace, Finding]:
    keys = list(dict.fromkeys(place[0] for place in page))
    codes = {FindingCode(place[1]) for place in page}
    shown = {place: pairs[place] for place in page if place in pairs}
    found: dict[FindingPlace, Finding] = {}
    for start in range(0, len(keys), PAGE):
        found |= _about(store, keys[start : start + PAGE], codes, {})
    return found | {place: duplicate(store, item) for place, item in shown.items()}


def _about(
    store: Store,
    keys: Sequence[str],
    codes: Collection[FindingCode],
    pairs: Mapping[FindingPlace, ReviewItem],
) -> dict[FindingPlace, Finding]:
    documents = list(store.documents(keys).values())
    found = {place_of(one): one for one in findings_about(store, documents, codes)}
    return found | {place: duplicate(store, item) for place, item in pairs.items()}

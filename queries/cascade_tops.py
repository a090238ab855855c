"""Where a target comes from: what a document carries out that sets the same indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from graph.model import Document
from graph.movable import fact_pages
from graph.stated import Targets
from graph.store import Store, TargetCriteria
from loaders.folding import fold, words
from queries.documents import known
from queries.lineage import LineageDirection, LineageQuestion, lineage
from queries.options import MAX_LIMIT
from queries.same_indicator import asked_for, same_indicator


def cascade_tops(
    store: Store, key: str, indicator: str, *, as_of: str | None = None
) -> tuple[Document, ...]:
    """Return the documents above that of `key` from which an indicator may come down to it.

    Those that it carries out, through however many steps, and that set values for what `indicator`
    asks for as in `queries.cascade.cascade`, the farthest first, then in the order of the lineage;
    an act stands for the programme that it carries. The document itself is none of them. Words
    without a letter or digit name none. Raises DocumentNotFound and BadOption (as_of).
    """
    named = tuple(words(indicator))
    if not named:
        return ()
    criteria = TargetCriteria(named, measured=asked_for(store, indicator)[1])
    return tuple(top for top, _ in _setting(store, key, criteria, as_of))


def words_shared(store: Store, key: str, own: Targets, *, as_of: str | None = None) -> str:
    """Return those words of an indicator's name that it has in the document it comes from too.

    `own` is what the document of `key` sets; looked at is the farthest document above that sets an
    indicator of a like name. The whole name where none does. Raises as `cascade_tops`.
    """
    for _, stated in _setting(store, key, TargetCriteria(), as_of):
        model = same_indicator(own, stated)
        if model is not None:
            there = set(words(model.indicator))
            shared = [word for word in own.indicator.split() if fold(word) in there]
            return " ".join(shared) or own.indicator
    return own.indicator


def _setting(
    store: Store, key: str, criteria: TargetCriteria, as_of: str | None
) -> Iterator[tuple[Document, list[Targets]]]:
    """Yield what stands above and sets such targets, the farthest first, with these."""
    up = LineageDirection.ANCESTORS
    asked = LineageQuestion(as_of=as_of)
    above = lineage(store, known(store, key).key, up, asked, limit=MAX_LIMIT)
    homes = {item.document.key: item.document.key for item in above.items}
    for act, parts in above.carriers.items():
        if act in homes:
            homes.update(dict.fromkeys(parts, act))
    if not homes:
        return
    stated: dict[str, list[Targets]] = {}
    criteria = replace(criteria, documents=tuple(homes))
    for one in chain.from_iterable(fact_pages(store, criteria)):
        if one.targets:
            stated.setdefault(homes[one.at.document], []).append(one)
    for item in sorted(above.items, key=lambda item: -item.depth):
        if item.document.key in stated:
            yield item.document, stated[item.document.key]

"""Target cascade: one indicator on its way down, from a document to what carries it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from graph.model import Document, DocumentStatus
from graph.movable import fact_pages
from graph.stated import Targets
from graph.store import Direction, Store, TargetCriteria
from loaders.folding import words
from loaders.records import CARRYING, RelationType
from queries.cascade_values import CascadeValue, compared
from queries.cursors import Part
from queries.dates import first_day
from queries.garbage import collection_paused
from queries.lineage import places_of
from queries.options import check_limit
from queries.paging import Page, cut
from queries.same_indicator import Together, asked_for, same_indicator
from queries.walk import Walk, shortest_ways, walk

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class CascadeRow:
    """What one document sets for the indicator.

    `depth` is 0 for the document asked for; `path` leads down to its work. `above` is the nearest
    document on that path that measures the same indicator, None where there is none.
    """

    document: Document
    depth: int
    path: tuple[str, ...]
    stated: Targets
    above: Document | None
    values: tuple[CascadeValue, ...]


@dataclass(frozen=True, slots=True)
class Cascade(Page[CascadeRow]):
    """One page of rows in the order of the lineage, and what carries out but sets nothing.

    `missing` are at most `limit` loaded documents below that set nothing for it, in the order of
    the lineage; `missing_total` counts all. `indicators` are those that its name means, each with
    the names in the graph that are taken together.
    """

    document: Document
    indicator: str
    as_of: str | None
    missing: tuple[Document, ...]
    missing_total: int
    indicators: tuple[Together, ...] = ()


@collection_paused()
def cascade(
    store: Store,
    key: str,
    indicator: str,
    *,
    as_of: str | None = None,
    limit: int = 200,
    cursor: str | None = None,
) -> Cascade:
    """Return what the document of `key`, and all that carry it out, set for an indicator.

    `indicator` is a name, with or without marks: targets fit whose name means the same or holds all
    its words, as in `queries.facts.targets`. A row is compared with the nearest row above that
    measures the same indicator (`queries.same_indicator`): values of one year by size, else a value
    that comes later; of one document, two values of a year that cannot both be. Rows stand in the
    order of `queries.lineage.lineage`, whose docstring says what becomes of circles and diamonds; a
    stub sets nothing and is not missing, nor is what carries out a citation that fits several
    documents: it carries out none of them.

    Words without a letter or digit name none. Raises DocumentNotFound, BadOption (limit, as_of) and
    BadCursor.
    """
    check_limit(limit)
    named = tuple(words(indicator))
    until = None if as_of is None else first_day(as_of, "as_of")
    types = (RelationType.IMPLEMENTS,)
    found = walk(store, key, types, Direction.IN, carrying=CARRYING, until=until)
    works = [found.start, *(place[-1] for place in places_of(found))]
    together, measured = asked_for(store, indicator) if named else ((), ())
    stated = _stated(store, found, works, TargetCriteria(named, measured=measured))
    rows = _rows(found, [work for work in works if stated[work]], stated)
    question: tuple[Part, ...] = ("cascade", found.asked, *named, as_of)
    missing = [
        document
        for work in works[1:]
        if not stated[work]
        for document in [found.graph.documents[work]]
        if document.status is DocumentStatus.LOADED
    ]
    return Cascade(
        *cut(rows, question, limit, cursor),
        document=found.graph.documents[found.start],
        indicator=" ".join(named),
        as_of=as_of,
        missing=tuple(missing[:limit]),
        missing_total=len(missing),
        indicators=together,
    )


def _stated(
    store: Store, found: Walk, works: Sequence[int], criteria: TargetCriteria
) -> dict[int, list[Targets]]:
    """Return what each work sets, in the order of its documents and their texts."""
    stated: dict[int, list[Targets]] = {work: [] for work in works}
    if not criteria.words:
        return stated
    homes = {key: work for work in works for key in found.works.keys(found.graph, work)}
    criteria = replace(criteria, documents=tuple(homes))
    for one in chain.from_iterable(fact_pages(store, criteria, size=_AT_ONCE)):
        if one.targets:
            stated[homes[one.at.document]].append(one)
    return stated


def _rows(found: Walk, works: Sequence[int], stated: dict[int, list[Targets]]) -> list[CascadeRow]:
    below = [work for work in works if work != found.start]
    paths, _ = shortest_ways(found, below)
    keys = {key: place for place, key in enumerate(found.graph.keys)}
    rows = []
    for work in works:
        path = (found.graph.keys[work],) if work == found.start else paths[work][0]
        for one in stated[work]:
            above, model = _above([keys[key] for key in reversed(path[:-1])], stated, one)
            rows.append(
                CascadeRow(
                    document=found.graph.documents[keys[one.at.document]],
                    depth=found.depths[work],
                    path=path,
                    stated=one,
                    above=None if above is None else found.graph.documents[above],
                    values=tuple(compared(value, one, model) for value in one.targets),
                )
            )
    return rows


def _above(
    upwards: Sequence[int], stated: dict[int, list[Targets]], one: Targets
) -> tuple[int | None, Targets | None]:
    """Return the nearest work above that sets the same indicator, and what it sets."""
    for work in upwards:
        model = same_indicator(one, stated.get(work, ()))
        if model is not None:
            return work, model
    return None, None

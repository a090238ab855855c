"""Two documents side by side: what each carries out, sets and gives to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from graph.model import Document
from graph.movable import fact_pages
from graph.stated import FactPlace
from graph.store import Direction, DutyCriteria, Sought, Store, TargetCriteria
from loaders.records import CARRYING, RelationType
from queries.facts import Fact
from queries.lineage import items_of, places_of
from queries.options import check_limit
from queries.paging import Page, cut
from queries.paired_facts import StatedBy, duty_pairs, target_pairs
from queries.pairs import Aspect, Pair, Parent, Standing, lower, pair_of
from queries.walk import Walk, walk

_PARENTS = (RelationType.IMPLEMENTS, RelationType.BASED_ON)


@dataclass(frozen=True, slots=True)
class SideBySide(Page[Pair]):
    """One page of pairs; `counts` of all pages, by aspect and standing."""

    a: Document
    b: Document
    counts: dict[Aspect, dict[Standing, int]]


def side_by_side(
    store: Store, a: str, b: str, *, limit: int = 200, cursor: str | None = None
) -> SideBySide:
    """Return the parents, targets and duties of two documents, what is alike in one pair.

    A document's act and programme are one work, and so are those of its parents; a parent is what
    it carries out or rests on by one step, so that circles and diamonds do not matter, and one may
    be the other's parent. Stubs are parents like others; a citation that fits several documents
    stands for itself, and is never one with a candidate. A document known by citation only sets
    nothing. Parents are one by their keys; targets go by `queries.same_indicator`, duties of one
    agency, as printed, by the likeness of their tasks. Order: parents in that of a lineage, targets
    and duties in that of A's text, what only B has in that of B's text behind them.

    Raises DocumentNotFound, BadOption (limit) and BadCursor.
    """
    check_limit(limit)
    first, second = both = _walked(store, a), _walked(store, b)
    pairs = [
        *_parents(store, first, second),
        *target_pairs(*(_stated(store, one, TargetCriteria(documents=_keys(one))) for one in both)),
        *duty_pairs(*(_stated(store, one, DutyCriteria(documents=_keys(one))) for one in both)),
    ]
    counts = Counter((pair.aspect, pair.standing) for pair in pairs)
    return SideBySide(
        *cut(pairs, ("compare", first.asked, second.asked), limit, cursor),
        a=_asked(first),
        b=_asked(second),
        counts={one: {state: counts[one, state] for state in Standing} for one in Aspect},
    )


def _walked(store: Store, key: str) -> Walk:
    return walk(store, key, _PARENTS, Direction.OUT, carrying=CARRYING, depth=1)


def _keys(found: Walk) -> tuple[str, ...]:
    return found.works.keys(found.graph, found.start)


def _asked(found: Walk) -> Document:
    return found.graph.documents[found.start]


def _parents(store: Store, first: Walk, second: Walk) -> Iterator[Pair]:
    ones, others = _parents_of(store, first), _parents_of(store, second)
    for key, one in ones.items():
        other = others.pop(key, None)
        if other is None:
            yield Pair(Aspect.PARENT, Standing.ONLY_A, one, None)
            continue
        ranks = [_PARENTS.index(side.step.edge.type) for side in (one, other)]
        differs = ("relation",) if ranks[0] != ranks[1] else ()
        yield pair_of(Aspect.PARENT, one, other, differs, lower(*ranks))
    for other in others.values():
        yield Pair(Aspect.PARENT, Standing.ONLY_B, None, other)


def _parents_of(store: Store, found: Walk) -> dict[str, Parent]:
    works = [place[-1] for place in places_of(found)]
    return {
        item.document.key: Parent(item.document, item.steps[-1])
        for item in items_of(store, found, works)
    }


def _stated(store: Store, found: Walk, criteria: Sought[Fact, FactPlace]) -> list[StatedBy[Fact]]:
    """Return what a work states, in the order of its documents and their texts."""
    places = {key: place for place, key in enumerate(found.graph.keys)}
    return [
        (one, found.graph.documents[places[one.at.document]])
        for one in chain.from_iterable(fact_pages(store, criteria))
    ]

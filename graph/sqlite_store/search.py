"""Finding documents in SQLite by filters and folded words: sets of ids, then one page of nodes."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from functools import reduce
from itertools import islice
from operator import and_, or_

from pyroaring import BitMap

from graph.found_by import first_day, is_folded_word
from graph.model import Document, DocumentStatus
from graph.sqlite_store.connection import Connection, numbers
from graph.sqlite_store.rows import DOCUMENT_COLUMNS, nodes_of
from graph.sqlite_store.terms import (
    SPANS,
    beginning,
    field,
    having,
    having_all,
    having_any,
    number_beginning,
    numbered,
    span,
    spans,
    together,
)
from graph.store import Criteria, Together

NODES = f"""
select {DOCUMENT_COLUMNS}, f.name
from carray(?) p cross join document d on d.id = p.value left join file f on f.document = d.id
"""
KEYS = "select d.key, d.id from carray(?) p cross join document d on d.id = p.value"
ALL_KEYS = "select d.id from document d where d.key > ? order by d.key"
PLACES = """
select -replace(coalesce(d.first_day, '0'), '-', ''), d.key, d.id, d.words
from carray(?) p cross join document d on d.id = p.value
"""

FEW = 500
"""So many nodes are read and sorted rather than told apart by their days."""

MANY = 5_000
"""So many are sorted by key rather than met on a walk through all keys."""


def find_documents(
    db: Connection, criteria: Criteria, *, limit: int, after: str | None
) -> tuple[list[Document], int]:
    """Return one page of the nodes that fit, by key, and how many fit in all."""
    room = max(limit, 0)
    with db:  # one state of the store for all that is asked
        fitting = _fitting(db, criteria)
        total = db.first("select documents from state")[0] if fitting is None else len(fitting)
        if criteria.best and total > room:
            every = having_any(db, field("status", "")) if fitting is None else fitting
            ids = _best(db, criteria.best, every)
        else:
            ids = _by_key(db, fitting, after or "")
        with closing(ids):  # a walk through all keys ends with the page
            page = db.rows(NODES, (numbers(list(islice(ids, room))),))
    return nodes_of(page), total


def _fitting(db: Connection, criteria: Criteria) -> BitMap | None:
    """Return the ids of what fits, None where everything does."""
    words = [word for word in criteria.words if word]
    if not all(map(is_folded_word, words)):
        return BitMap()
    terms = words[:-1]
    terms += [
        field(name, value)
        for name, value in (
            ("type", criteria.type),
            ("status", criteria.status),
            ("level", criteria.level),
            ("province", criteria.province),
        )
        if value is not None
    ]
    terms += [] if criteria.number is None else [numbered(criteria.number)]
    sets = [beginning(db, words[-1])] if words else []
    if criteria.begins is not None:
        sets.append(number_beginning(db, criteria.begins))
    if criteria.issued_from is not None or criteria.issued_until is not None:
        sets.append(_issued(db, criteria.issued_from, criteria.issued_until))
    if not sets and not terms:
        return None
    return having_all(db, terms, reduce(and_, sets) if sets else None)


def _issued(db: Connection, since: str | None, until: str | None) -> BitMap:
    """Return the ids of the documents issued from one day to another: whole years, months, days."""
    first = first_day(since) if since is not None else ""
    last = first_day(until) if until is not None else "9999-12-31"
    return reduce(or_, _within(db, "", first, last), BitMap())


def _within(db: Connection, outer: str, first: str, last: str) -> Iterator[BitMap]:
    size = next(size for size in SPANS if size > len(outer))
    for inner in spans(db, outer, size):
        if inner > last or inner < first[:size]:
            continue
        if size == SPANS[-1] or first[:size] < inner < last[:size]:
            yield having(db, span(inner, size))
        else:
            yield from _within(db, inner, first, last)


def _by_key(db: Connection, fitting: BitMap | None, after: str) -> Generator[int, None, None]:
    """Yield the ids of what fits behind a key, by key."""
    if fitting is not None and len(fitting) <= MANY:
        rows = sorted(db.rows(KEYS, (numbers(list(fitting)),)))
        yield from (number for key, number in rows if key > after)
        return
    with closing(db.execute(ALL_KEYS, (after,))) as all_ids:
        yield from (number for (number,) in all_ids if fitting is None or number in fitting)


def _best(
    db: Connection, best: tuple[Together, ...], fitting: BitMap
) -> Generator[int, None, None]:
    """Yield the ids of what fits in the order of `Criteria.best`."""
    left = fitting
    for one in best:
        words = one.words.split(" ")
        may = left & together(db, words) if one.words else left
        if one.type is not None:
            may = may & having(db, field("type", one.type))
        found = BitMap()
        for number, here in _in_order(db, may):
            if f" {one.words}" in f" {here}":
                found.add(number)
                yield number
        left = left - found
    yield from (number for number, _ in _in_order(db, left))


def _in_order(db: Connection, documents: BitMap) -> Iterator[tuple[int, str]]:
    """Yield ids and words: loaded before cited only, the latest first, none last, by key."""
    cited = having(db, field("status", DocumentStatus.CITED_ONLY))
    yield from _latest(db, documents - cited, "")
    yield from _latest(db, documents & cited, "")


def _latest(db: Connection, documents: BitMap, outer: str) -> Iterator[tuple[int, str]]:
    """Yield ids and words of documents issued within `outer`, the latest first, by key.

    Whole years, months and days are left alone until they are asked for.
    """
    if len(documents) <= FEW or len(outer) == SPANS[-1]:
        rows = sorted(db.rows(PLACES, (numbers(list(documents)),)))
        yield from ((number, words) for _, _, number, words in rows)
        return
    size = next(size for size in SPANS if size > len(outer))
    left = documents
    for inner in spans(db, outer, size):
        here = left & having(db, span(inner, size))
        if here:
            yield from _latest(db, here, inner)
            left = left - here
        if not left:
            return
    rows = sorted(db.rows(PLACES, (numbers(list(left)),)))  # those without a day
    yield from ((number, words) for _, _, number, words in rows)

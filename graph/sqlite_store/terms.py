"""The terms by which SQLite finds documents, and which documents have each: a bitmap a term.

An inverted index as every search engine has one, kept as roaring bitmaps (Chambi, Lemire, Kaser and
Godin, "Better bitmap performance with Roaring bitmaps", 2016): sets of a million documents are cut,
joined and counted in less than a millisecond, so that an answer knows how many fit in all and looks
at no more nodes than it shows. `posting` holds the bitmaps, in parts of 65,536 ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from pyroaring import BitMap

from graph.found_by import BEGINNING
from graph.sqlite_store.connection import Connection

FOUND_COLUMNS = "d.words, d.block, d.type, d.level, d.province, d.status, d.first_day"
"""What the terms of a document are made of, in the order of `Found`."""

SHORT = 2
"""Beginnings of so many letters have terms of their own: too many words begin so."""

PART = 16
"""A part holds the ids that agree but for so many bits: one container of a roaring bitmap."""

SPANS = (4, 7, 10)
"""How many letters of a day tell its year, its month, and itself."""

BATCH = 20_000
"""So many documents are read at once where all are gone through."""

_LAST = "\U0010ffff"
_GET = "select documents from posting where term = ? and part = ?"
_PUT = "insert or replace into posting (term, part, documents) values (?, ?, ?)"
_DROP = "delete from posting where term = ? and part = ?"


class Found(NamedTuple):
    """The columns of a node by which it is found."""

    words: str
    block: str | None
    type: str | None
    level: str | None
    province: str | None
    status: str
    first_day: str | None


def found_of(row: Sequence[Any]) -> Found:
    """Return what the row of a node (`graph.sqlite_store.rows.document_row`) is found by."""
    _, kind, _, _, _, _, level, province, _, status, _, block, day, words = row
    return Found(words, block, kind, level, province, status, day)


def pair(first: str, second: str) -> str:
    """Return the term of two words, one right behind the other."""
    return f"+{first} {second}"


def numbered(block: str) -> str:
    """Return the term of a number, whose block begins the terms of those that begin with it."""
    return f"^{block}"


def field(name: str, value: str) -> str:
    """Return the term of a value of a column."""
    return f"={name} {value}"


def span(day: str, size: int) -> str:
    """Return the term of a year (4 letters), month (7) or day (10), or how such a term begins."""
    return f"@{size:02} {day}"


def terms_of(found: Found) -> set[str]:
    """Return all terms of a document."""
    words = found.words.split(" ") if found.words else []
    terms = {*words} - {BEGINNING}
    terms.update(_short("", one[:size]) for one in terms.copy() for size in range(1, SHORT + 1))
    terms.update(pair(*two) for two in pairwise(words))
    if found.block is not None:
        first = found.block.split("-", 1)[0]
        terms.update((numbered(found.block), _sequence(first)))
        terms.update(_short("^", first[:size]) for size in range(1, SHORT + 1))
    for name in ("type", "level", "province", "status"):
        value = getattr(found, name)
        if value is not None:
            terms.add(field(name, value))
    if found.first_day is not None:
        terms.update(span(found.first_day[:size], size) for size in SPANS)
    return terms


def _sequence(first: str) -> str:
    """Return the term of the first word of a number."""
    return f">{first}"


def _short(sign: str, text: str) -> str:
    """Return the term of a beginning; no folded word holds its mark."""
    return f"*{sign}{text}"


class Postings:
    """What a commit changes in the bitmaps, gathered and written at once."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._changes: dict[str, dict[int, bool]] = defaultdict(dict)

    def change(self, number: int, before: Found | None, now: Found | None) -> None:
        """Give a document the terms that it has now, in place of those before; None has none."""
        if before == now:
            return
        had = set() if before is None else terms_of(before)
        has = set() if now is None else terms_of(now)
        for term in has ^ had:
            self._changes[term][number] = term in has

    def write(self) -> None:
        """Write what has been gathered, and gather anew."""
        put, drop = [], []
        for term, numbers in sorted(self._changes.items()):
            for part, here in groupby(sorted(numbers), lambda number: number >> PART):
                row = self._db.execute(_GET, (term, part)).fetchone()
                documents = BitMap() if row is None else BitMap.deserialize(row[0])
                for number in here:
                    if numbers[number]:
                        documents.add(number)
                    else:
                        documents.discard(number)
                if documents:
                    put.append((term, part, documents.serialize()))
                elif row is not None:
                    drop.append((term, part))
        self._db.executemany(_PUT, put)
        self._db.executemany(_DROP, drop)
        self._changes.clear()


def index_all(db: Connection) -> None:
    """Write the terms of all documents of a store that has none yet."""
    statement = f"select d.id, {FOUND_COLUMNS} from document d where d.id > ? order by d.id limit ?"
    last = 0
    while rows := db.rows(statement, (last, BATCH)):
        postings = Postings(db)
        for number, *columns in rows:
            postings.change(number, None, Found(*columns))
        postings.write()
        last = rows[-1][0]


def having(db: Connection, term: str) -> BitMap:
    """Return the ids of the documents that have a term."""
    return _joined(db.rows("select documents from posting where term = ?", (term,)))


def having_any(db: Connection, beginning: str) -> BitMap:
    """Return the ids of the documents that have a term with this beginning."""
    return _joined(
        db.rows(
            "select documents from posting where term >= ? and term < ?",
            (beginning, beginning + _LAST),
        )
    )


def beginning(db: Connection, text: str) -> BitMap:
    """Return the ids of the documents that hold a word with this beginning."""
    return having(db, _short("", text)) if len(text) <= SHORT else having_any(db, text)


def number_beginning(db: Connection, block: str) -> BitMap:
    """Return the ids of the documents whose number, as a block, begins with these letters."""
    if "-" in block:
        return having_any(db, numbered(block))
    return (
        having(db, _short("^", block)) if len(block) <= SHORT else having_any(db, _sequence(block))
    )


def together(db: Connection, words: Sequence[str]) -> BitMap:
    """Return the ids of documents that may hold these words in a row, all that do.

    The last word may be a beginning. Every two neighbours are neighbours in what is returned.
    """
    if len(words) == 1:
        return beginning(db, words[0])
    *pairs, last = map(pair, words, words[1:])
    return having_all(db, pairs, having_any(db, last))


def having_all(db: Connection, terms: Iterable[str], among: BitMap | None = None) -> BitMap:
    """Return the ids of the documents that have each of the terms, and are `among` those given.

    Reads no further once none is left. Raises ValueError where nothing is given.
    """
    found = among
    for term in dict.fromkeys(terms):
        if found is not None and not found:
            break
        here = having(db, term)
        found = here if found is None else found & here
    if found is None:
        raise ValueError("neither terms nor ids were given")
    return found


def spans(db: Connection, within: str, size: int) -> list[str]:
    """Return the years (4 letters), months (7) or days (10) within a longer one, the latest first.

    Those of which a document is there; all years lie within "".
    """
    least = span(within, size)
    rows = db.rows(
        "select distinct term from posting where term >= ? and term < ? order by term desc",
        (least, least + _LAST),
    )
    return [term.removeprefix(span("", size)) for (term,) in rows]


def _joined(rows: Sequence[tuple[bytes]]) -> BitMap:
    parts = [BitMap.deserialize(documents) for (documents,) in rows]
    return BitMap.union(*parts) if parts else BitMap()

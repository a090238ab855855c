"""Where a document is named: the places in all files, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.store import Direction, Store
from loaders.records import CARRYING, Span
from queries.documents import known
from queries.mentions import MentionKind, MentionRow, rows_of_file
from queries.options import check_limit
from queries.paging import Page, cut
from queries.shapes import Json, mention_json

_REACH = 400
_ENDS = re.compile(r"[.;!?](?=\s)|\n[^\S\n]*\n")
_BEGINS = re.compile(r"(?:[.;!?]\s|\n[^\S\n]*\n)\s*")


@dataclass(frozen=True, slots=True)
class NamingRow:
    """One place that names the document; `sentence` is the raw slice around it."""

    row: MentionRow
    sentence: str


NamingList = Page[NamingRow]


def namings(store: Store, key: str) -> Iterator[NamingRow]:
    """Yield the places in all files that name the document of `key`, by file and span.

    They are the lines of `queries.mentions` whose key is this one: a programme that is named by its
    title has the key of the act that carries it, and what fits several documents is no place of any
    of them. What files say of themselves in their headers is left out. Raises DocumentNotFound.
    """
    key = known(store, key).key
    nodes = store.subgraph([key], CARRYING, Direction.OUT, depth=1).keys
    claims = {stored.claim.id for stored in store.claims(documents=nodes)}
    for content in store.contents((), claims=claims, text=True) if claims else ():
        for row in rows_of_file(store, content):
            if row.key == key and row.kind is MentionKind.MENTION and row.span is not None:
                yield NamingRow(row, sentence_around(content.text, row.span))


def naming_list(
    store: Store, key: str, *, limit: int = 200, cursor: str | None = None
) -> NamingList:
    """Return one page of `namings(store, key)`. Raises DocumentNotFound, BadOption, BadCursor."""
    check_limit(limit)
    document = known(store, key)
    rows = list(namings(store, document.key))
    return Page(*cut(rows, ("namings", document.key), limit, cursor))


def sentence_around(text: str, span: Span) -> str:
    """Return the sentence in which a passage stands, at most 400 characters on either side.

    It begins behind a full stop, a semicolon or an empty line, and ends with the next one.
    """
    first = max(0, span.start - _REACH)
    begins = [match.end() for match in _BEGINS.finditer(text, first, span.start)]
    begin = max([first, *(at for at in begins if at <= span.start)])
    last = min(len(text), span.end + _REACH)
    end = _ENDS.search(text, span.end, last)
    return text[begin : last if end is None else end.end()].strip()


def naming_json(one: NamingRow) -> Json:
    """Return one place: a line of `phahe mentions` with its sentence."""
    return {**mention_json(one.row), "sentence": one.sentence}

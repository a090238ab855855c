"""Rows of the SQLite store as records of the graph, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph.columns import from_columns
from graph.found_by import first_day, search_words
from graph.identity.keys import block_of_number
from graph.model import Claim, Document, DocumentStatus, StoredClaim, StoredFile
from loaders.records import Level, Quality, RelationType

TYPE_IDS: dict[RelationType, int] = {
    RelationType.AMENDS: 1,
    RelationType.APPROVES: 2,
    RelationType.BASED_ON: 3,
    RelationType.CITES: 4,
    RelationType.IMPLEMENTS: 5,
    RelationType.PROMULGATES: 6,
    RelationType.REPLACES: 7,
}
"""Numbers of the relation types in the file; never change one."""

TYPES = {number: relation for relation, number in TYPE_IDS.items()}
_LEVELS: dict[str | None, Level | None] = {None: None, **{level.value: level for level in Level}}
_STATUSES = {status.value: status for status in DocumentStatus}
_QUALITIES: dict[str | None, Quality | None] = {None: None, **{q.value: q for q in Quality}}

DOCUMENT_COLUMNS = (
    "d.key, d.type, d.number, d.title, d.issuer, d.issue_date, d.level, d.province, d.district, "
    "d.status, d.quality"
)
CLAIM_COLUMNS = (
    "c.block, c.own, c.type, c.number, c.symbol, c.title, c.issuer, c.issue_date, c.other_dates, "
    "c.level, c.province, c.district, c.term, c.not_after, c.home"
)
FILE_COLUMNS = "f.name, f.sha256, f.version, f.outcome, d.key, f.code, f.message"


def as_list(values: Iterable[str | int]) -> str:
    """Return the values as the argument of `json_each`, each once."""
    return json.dumps(list(dict.fromkeys(values)))


def all_of(conditions: Sequence[str]) -> str:
    """Return that all of these conditions hold, halved again and again.

    SQLite takes an expression of 1,000 levels, and one after the other each would be a level.
    """
    if len(conditions) < 3:
        return " and ".join(conditions)
    middle = len(conditions) // 2
    return f"({all_of(conditions[:middle])}) and ({all_of(conditions[middle:])})"


def type_list(types: Iterable[RelationType]) -> str:
    """Return the types as a list for `in (…)`."""
    return ", ".join(str(number) for number in sorted({TYPE_IDS[kind] for kind in types}))


def documents_of(
    rows: Sequence[tuple[Any, ...]], names: Sequence[tuple[str, ...]]
) -> list[Document]:
    """Return the nodes of rows that begin with DOCUMENT_COLUMNS, made column by column.

    Made row by row each would cost three times as much.
    """
    if not rows:
        return []
    columns = list(zip(*rows, strict=True))[:11]
    columns[6] = tuple(map(_LEVELS.__getitem__, columns[6]))
    columns[9] = tuple(map(_STATUSES.__getitem__, columns[9]))
    columns[10] = tuple(map(_QUALITIES.__getitem__, columns[10]))
    return from_columns(Document, *columns, names)


def nodes_of(rows: list[tuple[Any, ...]]) -> list[Document]:
    """Return the nodes of rows of DOCUMENT_COLUMNS and a file's name, by key.

    A node has a row for each of its files, or one without a name. Sorts the rows.
    """
    rows.sort()  # by key, then by name: what lies between is equal
    names: list[tuple[str, ...]] = [() if row[11] is None else (row[11],) for row in rows]
    if len({row[0] for row in rows}) < len(rows):
        same = [list(group) for _, group in groupby(rows, itemgetter(0))]
        rows = [group[0] for group in same]
        names = [tuple([row[11] for row in group if row[11] is not None]) for group in same]
    return documents_of(rows, names)


def document_row(document: Document) -> tuple[Any, ...]:
    """Return key, fields, block, first day and search words, in the order of the table."""
    number = document.number
    return (
        document.key, document.type, number, document.title, document.issuer, document.issue_date,
        document.level, document.province, document.district, document.status, document.quality,
        None if number is None else block_of_number(number),
        None if document.issue_date is None else first_day(document.issue_date),
        search_words(document),
    )  # fmt: skip


def claim_of(row: tuple[Any, ...]) -> StoredClaim:
    """Return the claim of a row of document key, candidates, files and CLAIM_COLUMNS."""
    document, candidates, files, block, own, kind, number, symbol, title, issuer, date = row[:11]
    other_dates, level, province, district, term, not_after, home = row[11:]
    claim = Claim(
        block, bool(own), kind, number, symbol, title, issuer, date, tuple(other_dates.split()),
        _LEVELS[level], province, district, term, not_after, home,
    )  # fmt: skip
    return StoredClaim(claim, document, tuple(candidates.split()) if candidates else (), files)


def claim_row(claim: Claim) -> tuple[Any, ...]:
    """Return the fields of a claim in the order of CLAIM_COLUMNS."""
    return (
        claim.block, claim.own, claim.type, claim.number, claim.symbol, claim.title, claim.issuer,
        claim.issue_date, " ".join(claim.other_dates), claim.level, claim.province, claim.district,
        claim.term, claim.not_after, claim.home,
    )  # fmt: skip


def file_of(row: tuple[Any, ...]) -> StoredFile:
    """Return the file of a row of FILE_COLUMNS."""
    return StoredFile(*row)

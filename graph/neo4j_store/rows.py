"""Nodes and relationships of the Neo4j store as records of the graph, and back.

`name` is what Neo4j Browser and Bloom write on a node; it is for people and never read back.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from graph.found_by import first_day, search_words
from graph.identity.keys import block_of_number
from graph.judgement import JUDGEMENT_FIELDS, Judgement, judgement_row
from graph.model import (
    Assertion,
    Claim,
    Document,
    DocumentStatus,
    FileContent,
    StoredClaim,
    StoredFile,
)
from loaders.folding import fold
from loaders.records import Level, Quality, RelationType


class Label(StrEnum):
    """Every label of our nodes.

    `LOADED` is the second one of documents that have a text, DUTY or TARGETS that of a fact which
    stands for all equal ones of its document.
    """

    GRAPH = "Graph"
    DOCUMENT = "Document"
    LOADED = "Loaded"
    FILE = "File"
    CONTENT = "Content"
    CLAIM = "Claim"
    REDIRECT = "Redirect"
    JUDGEMENT = "Judgement"
    FACT = "Fact"
    DUTY = "Duty"
    TARGETS = "Targets"
    VALUE = "Value"
    AGENCY_NAME = "AgencyName"
    INDICATOR_NAME = "IndicatorName"


class Link(StrEnum):
    """Every type of relationship but those between two documents, which are RelationType's, and
    those by which a file asserts one of these: `asserting`.
    """

    TEXT_OF = "TEXT_OF"  # (File) of the Document whose text it holds
    HAS_CONTENT = "HAS_CONTENT"  # (File) to the (Content) with record and text, compressed
    MAKES = "MAKES"  # (File) to each Claim, with the references that make it
    MEANS = "MEANS"  # (Claim) to the Document
    STATES = "STATES"  # (File) to each Fact
    NAMES = "NAMES"  # (Fact), a duty, to the AgencyName that asks for it, as named and in full
    MEASURES = "MEASURES"  # (Fact), targets, to the IndicatorName
    SETS = "SETS"  # (Fact), targets, to each Value that is to be reached
    REPORTS = "REPORTS"  # (Fact), targets, to each Value that was reached before


DOCUMENT = (
    "d.key, d.type, d.number, d.title, d.issuer, d.issue_date, d.level, d.province, d.district, "
    "d.status, d.quality"
)
FILE = "f.name, f.sha256, f.version, f.outcome, f.code, f.message"
CLAIM = (
    "c.block, c.own, c.type, c.number, c.symbol, c.title, c.issuer, c.issue_date, c.other_dates, "
    "c.level, c.province, c.district, c.term, c.not_after, c.home"
)

_LEVELS: dict[str | None, Level | None] = {None: None, **{level.value: level for level in Level}}
_STATUSES = {status.value: status for status in DocumentStatus}
_QUALITIES: dict[str | None, Quality | None] = {None: None, **{q.value: q for q in Quality}}
_NAME = 60


def asserting(kind: RelationType) -> str:
    """Return the type of the relationship that leads from a file to the source of an edge.

    Each type of edge has its own, so that a question for one of them passes the others by.
    """
    return f"ASSERTS_{kind.value}"


ASSERTED = {asserting(kind): kind for kind in RelationType}
"""The types of the edges by those of the relationships that assert them."""


def type_list(types: Collection[RelationType] = tuple(RelationType)) -> str:
    """Return the types as alternatives of a pattern: `[:AMENDS|CITES]`."""
    return "|".join(sorted(kind.value for kind in set(types)))


def document_of(row: list[Any]) -> Document:
    """Return the node of a row of DOCUMENT and the names of its files."""
    key, kind, number, title, issuer, date, level, province, district, status, quality = row[:11]
    names = row[11]
    return Document(
        key, kind, number, title, issuer, date, _LEVELS[level], province, district,
        _STATUSES[status], _QUALITIES[quality],
        tuple(sorted(names) if len(names) > 1 else names),
    )  # fmt: skip


def document_row(document: Document) -> dict[str, Any]:
    """Return the properties of a node: its facts, and what it is found by."""
    number, date = document.number, document.issue_date
    return {
        "key": document.key,
        "name": _named(number or document.type, date, document.title),
        "type": document.type,
        "number": number,
        "title": document.title,
        "issuer": document.issuer,
        "issue_date": date,
        "level": document.level,
        "province": document.province,
        "district": document.district,
        "status": document.status,
        "quality": document.quality,
        "block": None if number is None else block_of_number(number),
        "first_day": None if date is None else first_day(date),
        "words": search_words(document),
    }


def claim_of(row: list[Any]) -> StoredClaim:
    """Return the claim of a row of document key, candidates, number of files and CLAIM."""
    document, candidates, files, block, own, kind, number, symbol, title, issuer, date = row[:11]
    other_dates, level, province, district, term, not_after, home = row[11:]
    claim = Claim(
        block, own, kind, number, symbol, title, issuer, date, tuple(other_dates or ()),
        _LEVELS[level], province, district, term, not_after, home,
    )  # fmt: skip
    return StoredClaim(claim, document, tuple(candidates or ()), files)


def claim_row(number: str, stored: StoredClaim) -> dict[str, Any]:
    """Return the properties of a claim's node; `number` is the claim's id."""
    claim = stored.claim
    return {
        "id": number,
        "name": _named(claim.number or claim.type, claim.issue_date, claim.title),
        "candidates": list(stored.candidates) or None,
        "block": claim.block,
        "place": fold(claim.province or ""),
        "own": claim.own,
        "type": claim.type,
        "number": claim.number,
        "symbol": claim.symbol,
        "title": claim.title,
        "issuer": claim.issuer,
        "issue_date": claim.issue_date,
        "other_dates": list(claim.other_dates) or None,
        "level": claim.level,
        "province": claim.province,
        "district": claim.district,
        "term": claim.term,
        "not_after": claim.not_after,
        "home": claim.home,
    }


def file_of(row: list[Any]) -> StoredFile:
    """Return the file of a row of FILE and its document's key."""
    name, sha256, version, outcome, code, message, document = row
    return StoredFile(name, sha256, version, outcome, document, code, message)


def file_row(file: StoredFile) -> dict[str, Any]:
    """Return the properties of a file's node."""
    return {
        "name": file.name,
        "sha256": file.sha256,
        "version": file.version,
        "outcome": file.outcome,
        "code": file.code,
        "message": file.message,
    }


def uses_of(content: FileContent) -> list[tuple[str, list[str]]]:
    """Return the claims that a file makes, each with the references that make it."""
    made: dict[str, list[str]] = {}
    for reference, claim in sorted(content.claims.items()):
        made.setdefault(claim, []).append(reference)
    return sorted(made.items())


def assertion_row(one: Assertion) -> dict[str, Any]:
    """Return the properties of the relationship by which a file asserts an edge."""
    said = one.evidence
    return {
        "target": one.edge.target,
        "start": said.span.start,
        "end": said.span.end,
        "page": said.page,
        "quote": said.quote,
        "rule": said.rule,
        "confidence": said.confidence,
    }


def judgement_node(one: Judgement) -> dict[str, Any]:
    """Return the properties of a judgement's node."""
    row = dict(zip(JUDGEMENT_FIELDS, judgement_row(one), strict=True))
    return {**row, "name": shortened(f"{one.verdict}: {one.reason}")}


def _named(number: str | None, date: str | None, title: str | None) -> str:
    """Return what is written on a node: "20-NQ/TW, 2017-10-25", else the title's beginning."""
    known = ", ".join(part for part in (number, date) if part) if number and date else None
    return shortened(known or title or number or "?")


def shortened(text: str) -> str:
    """Return a text of at most 60 characters for writing on a node."""
    return text if len(text) <= _NAME else f"{text[: _NAME - 1]}…"

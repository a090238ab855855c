"""Told symbols: numbers of which a paper prints the figures alone, beside type, day and issuer.

"Kết luận số 65 ngày 30/10/2019 của Bộ Chính trị" is 65-KL/TW wherever it stands; what else of its
papers is cited in full does not matter. Series and sources: tables/told_symbols.toml.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Any

from loaders.citations.citation import Citation
from loaders.citations.neighbours import Neighbours
from loaders.citations.tails import read_tail
from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.names.agencies import Home
from loaders.names.doc_types import canonical_type
from loaders.names.numbers import DocumentNumber, find_numbers
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

# The engine leaps to a leading letter; a look-behind would stop it everywhere.
_DAY_WORD = re.compile(r"ngày \d")
_FIGURES = re.compile(r" (?P<sequence>\d{1,5})(?P<gap>,? (?:ban hành |ký )?)$")
_FIGURES_BEFORE = 20
_TYPE_BEFORE = 60
_DAY = len("2019-10-30")


def find_told(
    text: SourceText, blocks: list[Block], found: list[Citation], home: Home
) -> list[Citation]:
    """Return the citations of numbers without a symbol that type, full day and issuer tell.

    What stands inside one of `found` is left out.
    """
    known = Neighbours(found)
    starts = [block.start for block in blocks]
    told: list[Citation] = []
    for match in _DAY_WORD.finditer(text.low):
        near = max(0, match.start() - _FIGURES_BEFORE)
        figures = _FIGURES.search(text.low, near, match.start())
        if figures is None:
            continue
        at, end = figures.span("sequence")
        before = find_of("numbered", "short_type")(text.low, max(0, at - _TYPE_BEFORE), at)
        kind = canonical_type(before["type"]) if before else None
        if before is None or kind not in _series():
            continue
        start = before.start()
        if any(c.end > start for c in known.before(start)) or known.at(start):
            continue
        block = blocks[max(bisect_left(starts, at + 1) - 1, 0)]
        limit = max(known.limit(end, block.end), end)
        bare = Citation(start, end, kind, rule="told_symbol")
        citation = read_tail(text, bare, end, limit, max(block.end, end), home)
        if (number := _number(citation, figures["sequence"])) is not None:
            printed = number._replace(start=at, end=end)
            told.append(citation._replace(number=printed))
    return told


def _number(citation: Citation, sequence: str) -> DocumentNumber | None:
    """Return the number that a citation's type, day and issuer tell, None where they do not."""
    if citation.issuer is None or citation.date is None or len(citation.date) != _DAY:
        return None
    for row in _series()[citation.type]:
        fits = citation.date >= row["since"] and int(sequence) >= row["least"]
        if fits and citation.issuer.name in row["issuers"]:
            whole = row["number"].format(sequence=sequence, year=citation.date[:4])
            return next(iter(find_numbers(SourceText(whole, whole, []))), None)
    return None


@cache
def _series() -> dict[str | None, list[dict[str, Any]]]:
    found: dict[str | None, list[dict[str, Any]]] = {}
    for row in load_toml("loaders", "told_symbols")["told"]:
        found.setdefault(row["type"], []).append(row)
    return found

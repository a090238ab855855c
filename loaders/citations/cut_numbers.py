"""Numbers cut short: "Nghị quyết 20" of what was cited in full, "Nghị định 42/2019" alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.citations.citation import Citation
from loaders.citations.neighbours import Neighbours
from loaders.citations.tails import read_tail
from loaders.grammar.patterns import find_of, pattern
from loaders.layout.structure import Block
from loaders.names.agencies import Home
from loaders.names.doc_types import canonical_type
from loaders.names.numbers import DocumentNumber
from loaders.text.source_text import SourceText

_YEAR = re.compile(r"/(?<![/-]\d/)(?<![/-]\d\d/)(?=\s*(?:19|20)\d\d(?!\w|\s*[/-]))")
"""The sign before a year that ends a number, but no date: a look for it is much quicker than one
for the whole name."""
_LONGEST_NAME = 60
"""Characters of a name before that sign."""
_SEQUENCE = re.compile(
    r"[1-9](?:(?<= .)|(?<= 0.)|(?<= 00.)|(?<= 000.))\d{0,4}[a-eđ]?"
    r"(?![\w/]|[-.,]\d|\s?[-/]\s?\w)"
)
"""A sequence number that stands alone behind a blank: not in a number, a date or a decimal.

It begins with a figure, of which a text has fewer than blanks.
"""


def find_without_symbol(
    text: SourceText, blocks: list[Block], found: list[Citation], home: Home
) -> list[Citation]:
    """Return the places that name a document by type, number and year alone: "Thông tư 22/2021".

    One that `found` cites in full is that one.
    """
    full: dict[tuple[str | None, str, str | None], dict[str, DocumentNumber]] = {}
    for citation in found:
        if (number := citation.number) is not None:
            key = (citation.type, number.sequence.lstrip("0"), number.year)
            full.setdefault(key, {})[number.canonical] = number
    known = Neighbours(found)
    cut: list[Citation] = []
    starts = [block.start for block in blocks]
    for match in _without_symbol(text.low):
        start, end = match.span()
        if any(c.end > start for c in known.before(start)) or known.at(start):
            continue
        block = blocks[max(bisect_left(starts, start + 1) - 1, 0)]
        doc_type = canonical_type(match["type"])
        sequence, year = match["sequence"], match["year"]
        meant = full.get((doc_type, sequence.lstrip("0"), year), {})
        printed = DocumentNumber(
            match.start("sequence"), end, sequence, year, None, (), f"{sequence}/{year}", False
        )
        number = next(iter(meant.values())) if len(meant) == 1 else printed
        citation = Citation(start, end, doc_type, number, rule="without_symbol")
        limit = known.limit(end, block.end)
        cut.append(read_tail(text, citation, end, max(limit, end), max(block.end, end), home))
    return cut


def _without_symbol(low: str) -> Iterator[re.Match[str]]:
    search = pattern("numbered", "without_symbol").regex.search
    done = 0
    for year in _YEAR.finditer(low):
        if match := search(
            low, max(done, year.start() - _LONGEST_NAME), year.end() + _LONGEST_NAME
        ):
            done = match.end()
            yield match


def find_short_numbers(
    text: SourceText, blocks: list[Block], found: list[Citation], home: Home
) -> list[Citation]:
    """Return the places that name a document of `found` by its type and sequence number alone.

    "Nghị quyết 20" counts only where the text cites just one document of that type and sequence;
    a day behind it is read, for it may say that a namesake is meant.
    """
    known: dict[tuple[str, str], dict[str, DocumentNumber]] = {}
    for citation in found:
        if citation.number is not None and citation.type is not None:
            key = (citation.type.split()[0], citation.number.sequence.lstrip("0"))
            known.setdefault(key, {})[citation.number.canonical] = citation.number
    if not known or not blocks:
        return []
    taken = {c.number.start for c in found if c.number is not None}
    short = []
    others, starts = Neighbours(found), [block.start for block in blocks]
    sequences = {sequence for _, sequence in known}
    for match in _SEQUENCE.finditer(text.low, max(blocks[0].start - 1, 0), blocks[-1].end):
        if match[0] not in sequences:
            continue
        at = text.low.rfind(" ", 0, match.start()) + 1
        if at in taken:
            continue
        before = find_of("numbered", "short_type")(text.low, max(0, at - 60), at)
        doc_type = canonical_type(before["type"]) if before else None
        if before is None or doc_type is None:
            continue
        meant = known.get((doc_type.split(" ")[0], match[0]), {})
        if len(meant) == 1:
            number = next(iter(meant.values()))
            end = match.end()
            citation = Citation(before.start(), end, doc_type, number, rule="short_number")
            dated = find_of("tails", "day_near")(text.low, end)
            if dated is not None:
                block = blocks[max(bisect_left(starts, at + 1) - 1, 0)]
                limit = max(others.limit(end, block.end), end)
                citation = read_tail(text, citation, end, limit, max(block.end, end), home)
            short.append(citation)
    return short

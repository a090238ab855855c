"""Citations: the places where a text names a document, and what each says of it.

Numbers first, since they survive bad typing best; then laws, then works named by their title
alone. Whether the document exists is not asked here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from loaders.citations.citation import Citation
from loaders.citations.cut_numbers import find_short_numbers, find_without_symbol
from loaders.citations.laws import find_laws
from loaders.citations.named_again import find_named_again
from loaders.citations.neighbours import Neighbours
from loaders.citations.numbered import (
    blank_separators,
    find_blank_numbers,
    find_numbered,
)
from loaders.citations.shared_tails import with_own_days
from loaders.citations.told_symbols import find_told
from loaders.citations.works import find_works
from loaders.layout.capitals import law_capitals, type_capitals
from loaders.layout.structure import Block, Outline
from loaders.names.agencies import Home
from loaders.names.numbers import DocumentNumber, find_numbers
from loaders.text.source_text import SourceText


def find_citations(
    text: SourceText, blocks: list[Block], numbers: list[DocumentNumber], home: Home
) -> list[Citation]:
    """Return every citation in the text by position; a work named inside another comes after it.

    `numbers` are those of the text, in order. `home` completes names: "UBND tỉnh" is that of the
    reading document's province.
    """
    found: list[Citation] = []
    works, laws = type_capitals(text), law_capitals(text)
    blanks = text.once(blank_separators)
    ends = [block.end for block in blocks]
    inside: dict[int, list[DocumentNumber]] = defaultdict(list)
    for number in numbers:
        inside[bisect_right(ends, number.start)].append(number)
    inside.pop(len(blocks), None)
    naming = {*inside, *(i for places in (works, laws, blanks) for i in places.blocks(blocks))}
    for i in sorted(naming):
        block = blocks[i]
        kinds = (laws.within(block.start, block.end), works.within(block.start, block.end))
        found += _in_block(text, block, inside.get(i, []), home, kinds)
    found += find_without_symbol(text, blocks, found, home) if blocks else []
    found += find_named_again(text, found)
    short = find_short_numbers(text, blocks, found, home)
    others = [c for c in [*found, *short] if not c.titled]
    short += find_told(text, blocks, others, home) if blocks else []
    # "Chương trình 27" of a numbered programme is that one, not a work of that name.
    begun = {c.start for c in short}
    found = [c for c in found if not (c.titled and c.start in begun)] + short
    return sorted(with_own_days(found), key=lambda c: (c.start, -c.end))


def _in_block(
    text: SourceText,
    block: Block,
    numbers: list[DocumentNumber],
    home: Home,
    kinds: tuple[bool, bool],
) -> list[Citation]:
    """The citations of one block; `kinds` says whether it may name laws, and works."""
    numbered = find_numbered(text, block, numbers, home)
    blank = find_blank_numbers(text, block, home)
    if not (numbered or blank or any(kinds)):
        return []
    known = Neighbours(numbered)
    blank = [c for c in blank if not _meets(c, known)]
    laws: list[Citation] = []
    if kinds[0]:
        laws, numbered = find_laws(text, block, known, home)
    others = Neighbours([*numbered, *blank, *laws])
    return [*others.citations, *(find_works(text, block, others, home) if kinds[1] else ())]


def _meets(citation: Citation, known: Neighbours) -> bool:
    """Whether a citation overlaps one of those known before."""
    if any(other.end > citation.start for other in known.before(citation.start)):
        return True
    following = known.next(citation.start)
    return following is not None and following.start < citation.end


def parse_citation(words: str) -> Citation | None:
    """Return the first citation in a typed text such as "20 nq tw 25/10/2017", or None.

    Typed text is kinder than print: any case and any separators of a number count, and a date
    needs no "ngày".
    """
    text = SourceText.of(words)
    found = find_citations(text, Outline(text).blocks, find_numbers(text), Home())
    return found[0] if found else None

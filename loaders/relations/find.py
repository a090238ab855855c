"""Relations: what a text says that one of its documents does to another, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from loaders.citations.citation import Citation
from loaders.citations.neighbours import by_block
from loaders.grammar.patterns import find_of
from loaders.layout.regions import Region
from loaders.layout.structure import Block
from loaders.records import RelationType
from loaders.relations.amending import losing_force
from loaders.relations.chains import amended_below, carried_above
from loaders.relations.governors import Link, Sentence
from loaders.text.source_text import SourceText

__all__ = ["Link", "find_links", "sentences"]

_ENDS = (
    re.compile(r"\.(?:\s+(?=[^\W\d_a-zđ])|\s*\n)"),
    re.compile(r"!\s+(?=[^\W\d_a-zđ])"),
    re.compile(r"\?\s+(?=[^\W\d_a-zđ])"),
    # Not where a line goes on with the next year of what it said: "… 85%;\nđến năm 2025 đạt 95%".
    re.compile(r";\s*(?=\n)(?!\s*(?:đến |tới )?(?:hết |cuối )?(?:năm|giai đoạn)\s+\d{4})"),
)
"""The ends of sentences, by their sign: a regex that begins with one sign leaps to it."""
_REPEALS = "bãi bỏ "
_SAYING_NOTHING = (Region.HEADER, Region.SIGNATURE)
_PREAMBLE = (Region.TITLE, Region.BASIS, Region.ENACTING)


def find_links(
    text: SourceText,
    blocks: list[Block],
    regions: list[Region],
    citations: list[Citation],
    own: set[int],
) -> tuple[list[Link], list[tuple[int, int]]]:
    """Return the links in reading order, and the pairs of citations that are one document.

    `own` are the citations that mean the paper itself; they act as it.
    """
    links: list[Link] = []
    same: list[tuple[int, int]] = []
    leads = _leads(text, blocks, regions)
    for i, inside in by_block(citations, blocks).items():
        if regions[i] in _SAYING_NOTHING:
            continue
        block = blocks[i]
        lead = leads.get(i) or _Lead("", regions[i])
        region = lead.region
        for start, end in sentences(text, block):
            members = [i for i in inside if start <= citations[i].start < end]
            if members:
                said = lead.words if start == block.body else ""
                sentence = Sentence(text, region, start, end, citations, members, own, said)
                sentence.read()
                told = [*sentence.links, *carried_above(sentence), *losing_force(sentence)]
                links += (link for link in told if _says(region, link, own))
                same += sentence.same
    links += amended_below(text, blocks, citations)
    return links, same


class _Lead(NamedTuple):
    """The words that items have from the line above them, and the region they are read in.

    `named` says that only items count which begin with a document's type.
    """

    words: str
    region: Region
    named: bool = False


def _leads(text: SourceText, blocks: list[Block], regions: list[Region]) -> dict[int, _Lead]:
    """The verb that each item of a list has from the line above it.

    "Bãi bỏ các văn bản sau:", "Thực hiện các văn bản:" above their items, "Các Thông tư sau hết
    hiệu lực:" with one that stands behind what it ends; "Thực hiện A;" above lines that begin with
    one more document.
    """
    found: dict[int, _Lead] = {}
    lead: _Lead | None = None
    for i, block in enumerate(blocks):
        if lead is not None and lead.named and not _may_follow(text, block, regions[i], lead):
            lead = None
        ends = text.value[block.end - 1]
        if ends == ":" and regions[i] not in _SAYING_NOTHING:
            if lead is not None and lead.named:
                found[i] = lead  # "C, UBND tỉnh ban hành Kế hoạch như sau:"
            lead = _lead_of(text, block, regions[i])
        elif block.kind in ("word", "roman", "capital", "part") or regions[i] in _SAYING_NOTHING:
            lead = None
        elif lead is not None:
            found[i] = lead
        elif ends == ";" and regions[i] is Region.ENACTING:
            told = find_of("relations", "carries_on")(text.low, block.start, block.end)
            lead = _Lead(f"{told['verb']} ", Region.ARTICLE, named=True) if told else None
    return found


def _may_follow(text: SourceText, block: Block, region: Region, lead: _Lead) -> bool:
    """Whether a block is one more document of a list in a preamble; what is done is no basis."""
    if region not in _PREAMBLE or (region is Region.BASIS and lead.region is not Region.BASIS):
        return False
    return find_of("structure", "opens_with_type")(text.low, block.body, block.end) is not None


def _lead_of(text: SourceText, block: Block, region: Region) -> _Lead | None:
    """What a line that ends with a colon says of the items below it."""
    place = (text.low, block.start, block.end)
    if region in _PREAMBLE and (told := find_of("relations", "carries_those_below")(*place)):
        rests = told["verb"] == "căn cứ"
        where = Region.BASIS if rests else Region.ARTICLE
        return _Lead(f"{told['verb']} ", where, named=True)
    if above := find_of("relations", "ends_those_below")(*place):
        return _Lead(f"{above['verb']} ", Region.ARTICLE)
    ended = find_of("relations", "lose_force_below")(*place)
    return _Lead(_REPEALS, Region.ARTICLE) if ended else None


def _says(region: Region, link: Link, own: set[int]) -> bool:
    """Whether a link is said of its source; the closing words only repeat the paper's title."""
    repeats = link.source in own and link.type is RelationType.IMPLEMENTS
    return not (region is Region.CLOSING and repeats)


def sentences(text: SourceText, block: Block) -> list[tuple[int, int]]:
    """Return the sentences of a block; the list of a căn cứ line is one."""
    signs, behind = text.once(_sentence_ends)
    first = bisect_left(signs, block.body)
    last = bisect_left(behind, block.end, first)
    cuts = [block.body, *behind[first:last], block.end]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def has_several_sentences(text: SourceText, block: Block) -> bool:
    """Whether `sentences` may give more than one for a block."""
    signs, _ = text.once(_sentence_ends)
    first = bisect_left(signs, block.body)
    return first < len(signs) and signs[first] < block.end


def _sentence_ends(text: SourceText) -> tuple[list[int], list[int]]:
    """The signs that end sentences, and where the blanks behind each of them end."""
    spans = sorted(match.span() for end in _ENDS for match in end.finditer(text.value))
    return [start for start, _ in spans], [end for _, end in spans]

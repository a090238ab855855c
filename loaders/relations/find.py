"""Relations: what a text says that one of its documents does to another, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

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
        block, region, lead = blocks[i], regions[i], leads.get(i, "")
        if lead:
            region = Region.ARTICLE
        for start, end in sentences(text, block):
            members = [i for i in inside if start <= citations[i].start < end]
            if members:
                said = lead if start == block.body else ""
                sentence = Sentence(text, region, start, end, citations, members, own, said)
                sentence.read()
                told = [*sentence.links, *carried_above(sentence), *losing_force(sentence)]
                links += (link for link in told if _says(region, link, own))
                same += sentence.same
    links += amended_below(text, blocks, citations)
    return links, same


def _leads(text: SourceText, blocks: list[Block], regions: list[Region]) -> dict[int, str]:
    """The verb that each item of a list has from the line above it: "Bãi bỏ các văn bản sau:".

    "Các Thông tư sau hết hiệu lực:" has one that stands behind what it ends.
    """
    found: dict[int, str] = {}
    verb = ""
    for i, block in enumerate(blocks):
        if text.value[block.end - 1] == ":" and regions[i] not in _SAYING_NOTHING:
            above = find_of("relations", "ends_those_below")(text.low, block.start, block.end)
            ended = find_of("relations", "lose_force_below")(text.low, block.start, block.end)
            verb = f"{above['verb']} " if above else _REPEALS if ended else ""
        elif block.kind in ("word", "roman", "capital") or regions[i] in _SAYING_NOTHING:
            verb = ""
        elif verb:
            found[i] = verb
    return found


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

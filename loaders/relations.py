"""Relations: what a text says that one of its documents does to another, sentence by sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.chains import carried_above
from loaders.citation import Citation
from loaders.governors import Link, Sentence
from loaders.records import RelationType
from loaders.regions import Region
from loaders.structure import Block
from loaders.text import SourceText

__all__ = ["Link", "find_links", "sentences"]

_SENTENCE_END = re.compile(r"[.!?;](?:(?<!;)\s+(?=[^\W\d_a-zđ])|(?<=\.)\s*\n|(?<=;)\s*(?=\n))")
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
    at = 0
    for block, region in zip(blocks, regions, strict=True):
        inside = []
        while at < len(citations) and citations[at].start < block.end:
            inside.append(at)
            at += 1
        if region in _SAYING_NOTHING or not inside:
            continue
        for start, end in sentences(text, block):
            members = [i for i in inside if start <= citations[i].start < end]
            if members:
                sentence = Sentence(text, region, start, end, citations, members, own)
                sentence.read()
                told = [*sentence.links, *carried_above(sentence)]
                links += (link for link in told if _says(region, link, own))
                same += sentence.same
    return links, same


def _says(region: Region, link: Link, own: set[int]) -> bool:
    """Whether a link is said of its source; the closing words only repeat the paper's title."""
    repeats = link.source in own and link.type is RelationType.IMPLEMENTS
    return not (region is Region.CLOSING and repeats)


def sentences(text: SourceText, block: Block) -> list[tuple[int, int]]:
    """Return the sentences of a block; the list of a căn cứ line is one."""
    ends = (match.end() for match in _SENTENCE_END.finditer(text.value, block.body, block.end))
    cuts = [block.body, *ends, block.end]
    return [(a, b) for a, b in pairwise(cuts) if text.value[a:b].strip()]

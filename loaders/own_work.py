"""The paper's own work: citations that name the paper itself.

"UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết X" in a plan speaks of that plan; so does "Trên đây
là Kế hoạch …", and the plan that a decision promulgates with itself.
"""

from __future__ import annotations

from loaders.citation import Citation
from loaders.folding import title_similarity
from loaders.patterns import find_of
from loaders.records import Header
from loaders.regions import Region
from loaders.structure import Block
from loaders.text import SourceText

_OPENING = (Region.TITLE, Region.ENACTING, Region.ARTICLE)


def own_citations(
    text: SourceText,
    blocks: list[Block],
    regions: list[Region],
    citations: list[Citation],
    header: Header,
) -> set[int]:
    """Return the indexes of the citations that mean the paper itself."""
    own: set[int] = set()
    at = 0
    for block, region in zip(blocks, regions, strict=True):
        while at < len(citations) and citations[at].start < block.end:
            if _is_own(text, block, region, citations, at, header):
                own.add(at)
            at += 1
    return own


def _is_own(
    text: SourceText, block: Block, region: Region, citations: list[Citation], i: int, header: Header
) -> bool:  # fmt: skip
    citation = citations[i]
    if not citation.titled or citation.rule == "law":
        return False
    before = (text.low, max(block.start, citation.start - 60), citation.start)
    if find_of("works", "own_with_this")(*before):
        return True
    if citation.rule != "carrying":
        return False
    first = not any(block.start <= c.start for c in citations[max(0, i - 6) : i])
    if region in _OPENING and first and find_of("works", "own_issues")(*before):
        return True
    opens = not text.low[before[1] : before[2]].strip()
    if region is Region.TITLE and first and opens:
        return True
    return find_of("works", "own_here_is")(*before) is not None or _is_title(text, citation, header)


def _is_title(text: SourceText, citation: Citation, header: Header) -> bool:
    """Whether a work is named as the paper itself is."""
    if citation.type != header.type or not header.title or citation.title is None:
        return False
    name = text.value[citation.title[0] : citation.title[1]]
    return title_similarity(name, header.title) >= 0.8

"""The paper's own work: citations that name the paper itself.

"UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết X" in a plan speaks of that plan; so does "Trên đây
là Kế hoạch …", and the plan that a decision promulgates with itself.
"""

from __future__ import annotations

from loaders.citation import Citation
from loaders.folding import title_similarity
from loaders.patterns import rx
from loaders.records import Header
from loaders.regions import Region
from loaders.structure import Block
from loaders.text import SourceText

_ISSUES = rx(
    r"(?:ban hành|xây dựng|lập|đề ra)(?: và tổ chức thực hiện)?(?: kèm theo (?:quyết định|nghị quyết|văn bản) này)?(?: bản)? $"
)
_WITH_THIS = rx(r"ban hành kèm theo (?:quyết định|nghị quyết|văn bản|chỉ thị) này(?: bản)? $")
_HERE_IS = rx(r"(?:trên đây|dưới đây|đây) là(?: nội dung)? $")


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
    text: SourceText,
    block: Block,
    region: Region,
    citations: list[Citation],
    i: int,
    header: Header,
) -> bool:
    citation = citations[i]
    if not citation.titled or citation.rule == "law":
        return False
    before = text.low[max(block.start, citation.start - 60) : citation.start]
    first = not any(block.start <= c.start for c in citations[max(0, i - 6) : i])
    carried = citation.rule == "carrying"
    if _WITH_THIS.search(before):
        return True
    if (
        region in (Region.TITLE, Region.ENACTING, Region.ARTICLE)
        and carried
        and first
        and _ISSUES.search(before)
    ):
        return True
    if region is Region.TITLE and carried and first and not before.strip():
        return True
    if _HERE_IS.search(before) and carried:
        return True
    if carried and citation.type == header.type and header.title and citation.title:
        name = text.value[citation.title[0] : citation.title[1]]
        return title_similarity(name, header.title) >= 0.8
    return False

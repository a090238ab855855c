"""Past: which paragraphs of a paper tell how things went, whatever heading stands above them.

An act says before it decides, or where it agrees on a report, what was reached: "Trên cơ sở đánh
giá kết quả năm 2021: … đạt 80%", "Năm 2021, thu ngân sách tăng 5%". That sets nothing.
"""

from __future__ import annotations

from loaders.grammar.patterns import find_of
from loaders.layout.regions import Region
from loaders.layout.structure import Block
from loaders.text.source_text import SourceText


def preamble_of(regions: list[Region]) -> int:
    """Return how many blocks stand before the first article or section; 0 for a paper of none."""
    parts = (Region.ARTICLE, Region.PURPOSE, Region.BODY)
    return next((i for i, region in enumerate(regions) if region in parts), 0)


def tells_of_past(low: str, start: int, end: int) -> bool:
    """Whether a sentence of a preamble says what was reached, and nothing of what is to be."""
    if find_of("quantities", "looks_ahead")(low, start, end) is not None:
        return False
    return find_of("quantities", "tells_of_past")(low, start, end) is not None


def assesses(text: SourceText, block: Block) -> bool:
    """Whether a paragraph opens as one that agrees on how things went: "thống nhất đánh giá: …"."""
    return find_of("quantities", "assesses")(text.low, block.body, block.end) is not None


def is_of_past_year(
    low: str, start: int, end: int, opening: int | None, issued: int | None
) -> bool:
    """Whether a sentence goes on under the year before the paper's with which its paragraph opens.

    One that says what is to be reached does not: "Năm 2021 đạt 80%, phấn đấu năm 2022 đạt 85%".
    """
    if opening is None or issued is None or opening >= issued:
        return False
    return find_of("quantities", "looks_ahead")(low, start, end) is None

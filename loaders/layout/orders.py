"""Orders: lines that end with a colon and ask for what the items below them say."""

from __future__ import annotations

from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.text.source_text import SourceText

_LONGEST = 200
"""Characters before the colon among which the words of the order stand."""


def hands_out_items(low: str, block: Block) -> bool:
    """Whether a paragraph hands out the numbered items below it: "… yêu cầu:"."""
    return _asks(low, block, "ordered")


def ends_preamble(text: SourceText, block: Block) -> bool:
    """Whether the preamble ends here: "…, Thường trực Đảng ủy kết luận như sau:".

    What is asked may stand below it in paragraphs without a number, and so may a whole plan:
    "…, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:".
    """
    if block.kind != "plain" or block.upper:
        return False
    if _asks(text.low, block, "asks_below"):
        return True
    window = max(block.start, block.end - _LONGEST)
    enacts = find_of("header", "enacting_clause")
    below = find_of("structure", "as_follows")(text.low, window, block.end)
    return below is not None and enacts(text.low, window, block.end) is not None


def _asks(low: str, block: Block, row: str) -> bool:
    if not low.endswith(":", block.start, block.end):
        return False
    window = max(block.start, block.end - _LONGEST)
    return find_of("duties", row)(low, window, block.end) is not None

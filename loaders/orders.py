"""Orders: what a line that ends with a colon asks for, and what of it holds for the items below."""

from __future__ import annotations

from loaders.patterns import find_of
from loaders.records import Role
from loaders.structure import Block
from loaders.tasks import partners_of, role_of
from loaders.text import SourceText

_LONGEST = 200
"""Characters before the colon among which the words of the order stand."""


def hands_out_items(low: str, block: Block) -> bool:
    """Whether a paragraph hands out the numbered items below it: "… yêu cầu:"."""
    return _asks(low, block, "ordered")


def ends_preamble(text: SourceText, block: Block) -> bool:
    """Whether the preamble ends here: "…, Thường trực Đảng ủy kết luận như sau:".

    What is asked may stand below it in paragraphs without a number.
    """
    return block.kind == "plain" and not block.upper and _asks(text.low, block, "asks_below")


def led_with(text: SourceText, block: Block, agencies: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the partners of agencies that a block bids lead what its items say.

    "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện:"; None if it bids them nothing.
    """
    if not text.low.endswith(":", block.start, block.end):
        return None
    bids = find_of("duties", "bids_lead")(text.low, block.body, block.end) is not None
    leads = bids and role_of(text.low, block.body, block.end) is Role.LEAD
    return partners_of(text, block.body, block.end, agencies) if leads else None


def _asks(low: str, block: Block, row: str) -> bool:
    if not low.endswith(":", block.start, block.end):
        return False
    window = max(block.start, block.end - _LONGEST)
    return find_of("duties", row)(low, window, block.end) is not None

"""Led items: what a line that bids agencies lead says of the items below it."""

from __future__ import annotations

from loaders.duties.tasks import partners_of, role_of
from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.records import Role
from loaders.text.source_text import SourceText


def led_with(text: SourceText, block: Block, agencies: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the partners of agencies that a block bids lead what its items say.

    "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện:"; None if it bids them nothing.
    """
    if not text.low.endswith(":", block.start, block.end):
        return None
    bids = find_of("duties", "bids_lead")(text.low, block.body, block.end) is not None
    leads = bids and role_of(text.low, block.body, block.end) is Role.LEAD
    return partners_of(text, block.body, block.end, agencies) if leads else None

"""Led items: what a line that bids agencies lead or join says of the items below it."""

from __future__ import annotations

from typing import NamedTuple

from loaders.duties.tasks import partners_of, role_of
from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.records import Role
from loaders.text.source_text import SourceText


class Bid(NamedTuple):
    """What a line bids its agencies do of the items below it: lead, or join `partners`."""

    role: Role
    partners: tuple[str, ...]


def bid_of(text: SourceText, block: Block, agencies: tuple[str, ...]) -> Bid | None:
    """Return what a line bids agencies do; None if it bids them nothing.

    "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện:" makes it lead all items, "Các sở
    phối hợp với Sở Y tế:" makes them join it in all.
    """
    if not text.low.endswith(":", block.start, block.end):
        return None
    start, end = block.body, block.end
    leads = find_of("duties", "bids_lead")(text.low, start, end) is not None
    if leads and role_of(text.low, start, end) is Role.LEAD:
        return Bid(Role.LEAD, partners_of(text, start, end, agencies))
    if leads or find_of("duties", "bids_join")(text.low, start, end) is None:
        return None
    partners = partners_of(text, start, end, agencies)
    return Bid(Role.COORDINATE, partners) if partners else None

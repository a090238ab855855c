"""Bare headings: lines without a number that name agencies above their tasks.

"Sở Y tế", "Sở Y tế có trách nhiệm:" above "- Chủ trì …", or above a paragraph that tells a task: a
text loses its numbers where a word processor counted them.
"""

from __future__ import annotations

import re

from loaders.duties.open_headings import BULLET, Below, OpenHeading, depth_of, may_act
from loaders.duties.openings import heading_agencies, may_hand_out, opening_agencies
from loaders.duties.saying import Say
from loaders.layout.orders import hands_out_items
from loaders.layout.structure import Block
from loaders.text.source_text import SourceText

_FIRST = re.compile(r"(?:a|1|i|(?:\d\.){1,3}1)[.)]?")
"""The number of a list's first item."""
_LONGEST = 160
"""A line that leads a list is not longer."""


def bare_heading(
    text: SourceText, block: Block, below: Block | None, *, organises: bool
) -> tuple[int, Below] | None:
    """Return how deep such a line stands, right above what is below it, and what that is.

    Only where the paper `organises`, or orders; not where the issuer itself asks for what follows.
    """
    if block.kind != "plain" or not organises or not may_hand_out(text.low, block):
        return None
    if len(block.lines) > 1:
        heading = heading_agencies(text, block, BULLET - 1, True)
        if heading is not None and heading[1] == block.lines[1].start:
            return BULLET - 1, Below.PARAGRAPHS
    kind = _stands_below(text, below)
    if kind is None or below is None or block.end - block.body > _LONGEST:
        return None
    if not _names_agencies(text, block):
        return None
    return (depth_of(below) or BULLET) - 1, kind


def listed_heading(text: SourceText, block: Block, below: Block | None) -> int | None:
    """Return how deep an item of a list stands that only names agencies: "(1) Sở Y tế", "+ Sở Y tế"
    above tasks with another sign, "- Sở Y tế:" above "a)" or "1.", with which their list begins.
    """
    if block.kind != "bullet" or below is None or block.marker[:1] == below.marker[:1]:
        return None
    begins = below.kind in ("letter", "decimal") and _FIRST.fullmatch(below.marker) is not None
    if not (begins or (below.kind == "bullet" and depth_of(block) is None)):
        return None
    if len(block.lines) > 1 or not may_hand_out(text.low, block):
        return None
    heading = heading_agencies(text, block, BULLET - 1, True)
    if heading is None or heading[1] is not None:
        return None
    return (depth_of(below) or BULLET) - 1


def _stands_below(text: SourceText, below: Block | None) -> Below | None:
    """What may be tasks in the next block: an item of a list, or a paragraph that acts."""
    if below is None:
        return None
    if below.kind == "bullet" or depth_of(below):
        return Below.ITEMS
    return Below.PARAGRAPHS if _is_deed(text, below) else None


def _names_agencies(text: SourceText, block: Block) -> bool:
    """Whether a line names agencies and no more, or leads what is below it with a colon."""
    heading = heading_agencies(text, block, None, True)
    if text.value[block.end - 1] != ":":
        return heading is not None and heading[1] is None and len(block.lines) == 1
    if heading is not None:
        return True
    leads = not hands_out_items(text.low, block)
    return leads and opening_agencies(text, block, Say.ANY) is not None


def is_beside(text: SourceText, block: Block, heading: OpenHeading) -> bool:
    """Return whether a paragraph is no task of the bare heading above it."""
    if heading.bare is None or block.kind != "plain":
        return False
    return heading.bare is not Below.PARAGRAPHS or not _is_deed(text, block)


def _is_deed(text: SourceText, block: Block) -> bool:
    """Whether a paragraph may be a task and opens with no agency of its own."""
    return not may_hand_out(text.low, block) and may_act(text, block)

"""Those of whom a preamble asks what stands below it: "…, Bộ Y tế đề nghị Sở Y tế các tỉnh:".

A dispatch asks its recipients so; what is asked are the items below the colon.
"""

from __future__ import annotations

from loaders.duties.open_headings import BULLET, Below, OpenHeading, depth_of
from loaders.grammar.patterns import find_of, pattern
from loaders.layout.structure import Block
from loaders.names.agency_lists import agencies_at
from loaders.text.source_text import SourceText

_LONGEST = 320
"""Characters before the colon among which the agencies and what is asked of them stand."""


def asked_below(
    text: SourceText, block: Block, below: Block | None, section: str
) -> OpenHeading | None:
    """Return the agencies of whom a paragraph asks what the items below it say, as their heading.

    None where it ends with no colon, where no items stand below, where it names no agency behind
    the word that asks, or says more of them than that they are to do the following.
    """
    if block.kind != "plain" or below is None or text.value[block.end - 1] != ":":
        return None
    depth = BULLET if below.kind == "bullet" else depth_of(below)
    if not depth:
        return None
    whoever, window = find_of("duties", "whoever"), max(block.body, block.end - _LONGEST)
    asks = pattern("duties", "asks_named").regex
    for match in reversed(list(asks.finditer(text.low, window, block.end))):
        listed = agencies_at(text, match.end(), block.end, common=True)
        if listed is None:
            continue
        agencies = tuple(one for one in listed[0] if not whoever(one.lower()))
        says_no_more = find_of("duties", "asks_following")(text.low, listed[1], block.end)
        if agencies and says_no_more:
            return OpenHeading(agencies, depth - 1, section, bare=Below.DEEDS)
        return None
    return None

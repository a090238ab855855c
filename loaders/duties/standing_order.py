"""Standing orders: what an issuer asks for in a line above its items: "…, Tỉnh ủy yêu cầu:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.patterns import load_patterns
from loaders.grammar.regexes import Regex
from loaders.layout.orders import hands_out_items
from loaders.layout.structure import Block
from loaders.relations.find import sentences
from loaders.text.source_text import SourceText

_ORDERING = ("plain", "decimal")
"""The kinds of blocks by which who issues the paper may ask for what the items below say."""
_ROMAN = 1
"""The depth of a heading with a Roman numeral."""


def _one(group: str) -> Regex:
    return load_patterns("duties", group)[0].regex


@dataclass(slots=True)
class StandingOrder:
    """Whether the items of an order are being read; `stands` while they are."""

    stands: bool = False
    _depth: int | None = None
    """The depth of the first of these items."""
    _demanded: re.Match[str] | None = None
    """Where the issuer asks for them: only then are Roman items its orders."""
    _concluded: bool = False
    """Whether what follows is a conclusion, which also says how things went."""

    def hear(self, text: SourceText, block: Block) -> None:
        """Take a block that may give an order.

        "2. Yêu cầu:" is a heading; "2. Ban Thường vụ yêu cầu:" hands out what follows.
        """
        if block.kind not in _ORDERING or not hands_out_items(text.low, block):
            return
        demanded = _one("demanded").search(text.low, block.start, block.end)
        if block.kind == "plain" or demanded is not None:
            self.stands, self._depth, self._demanded = True, None, demanded
            concludes = _one("concludes").search(text.low, block.start, block.end)
            self._concluded = concludes is not None

    def go_on(self, block: Block, depth: int | None) -> None:
        """Go on to a block; the order ends with the first that is none of its items."""
        if depth is None:
            return
        if self._depth is None:
            self._depth = depth
        roman = block.kind == "roman" and self._depth == _ROMAN
        self.stands &= depth > _ROMAN or (roman and self._demanded is not None)

    def reports(self, text: SourceText, block: Block) -> bool:
        """Return whether a sentence of a conclusion only says how agencies did."""
        if not (self.stands and self._concluded):
            return False
        first = sentences(text, block)[:1]
        return any(_one("reported").search(text.low, *span) for span in first)

"""Neighbours: which citation of a block stands at a position, before it, or next behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from loaders.citations.citation import Citation
from loaders.layout.structure import Block

_NEAR = 4
"""Names overlap only where one stands inside another: so many before a position may cover it."""


def by_block(citations: Sequence[Citation], blocks: Sequence[Block]) -> dict[int, list[int]]:
    """Return which citations, by their index, stand in which blocks; both are in order.

    One between two blocks belongs to the later; those behind the last block are left out.
    """
    ends = [block.end for block in blocks]
    held: dict[int, list[int]] = {}
    for n, citation in enumerate(citations):
        held.setdefault(bisect_right(ends, citation.start), []).append(n)
    held.pop(len(blocks), None)
    return held


class Neighbours:
    """Citations of one block (or text) by position; each question takes time in their logarithm."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self.citations = sorted(citations, key=lambda c: c.start)
        self._starts = [c.start for c in self.citations]

    def before(self, position: int) -> list[Citation]:
        """Return the few citations that begin before `position`, the nearest first."""
        i = bisect_left(self._starts, position)
        return self.citations[max(0, i - _NEAR) : i][::-1]

    def at(self, position: int) -> list[Citation]:
        """Return those that begin at `position` itself."""
        i = bisect_left(self._starts, position)
        j = bisect_right(self._starts, position)
        return self.citations[i:j]

    def next(self, position: int) -> Citation | None:
        """Return the first citation that begins at `position` or behind it."""
        i = bisect_left(self._starts, position)
        return self.citations[i] if i < len(self.citations) else None

    def limit(self, position: int, end: int) -> int:
        """Return where the next citation begins from `position` on, at most `end`."""
        following = self.next(position)
        return min(following.start, end) if following is not None else end

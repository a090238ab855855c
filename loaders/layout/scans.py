"""Scans: what one look over the whole text finds, and which of its blocks hold that.

A look at each block costs more than the letters in it: most blocks name no document, hold no
figure and open with no agency. So what a rule needs is looked for once, and only the blocks that
hold it are read more closely.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from loaders.layout.structure import Block


class Scan:
    """Places in a text, in order."""

    def __init__(self, places: Iterable[int]) -> None:
        self.places = sorted(places)

    def within(self, start: int, end: int) -> bool:
        """Whether one of them stands in value[start:end]."""
        i = bisect_left(self.places, start)
        return i < len(self.places) and self.places[i] < end

    def between(self, start: int, end: int) -> list[int]:
        """Return those that stand in value[start:end]."""
        first = bisect_left(self.places, start)
        return self.places[first : bisect_left(self.places, end, first)]

    def next(self, place: int) -> int | None:
        """Return the first of them from `place` on."""
        i = bisect_left(self.places, place)
        return self.places[i] if i < len(self.places) else None

    def blocks(self, blocks: Sequence[Block]) -> list[int]:
        """Return the indexes of the blocks in which one of them stands, in order."""
        ends = [block.end for block in blocks]
        found: list[int] = []
        for place in self.places:
            i = bisect_right(ends, place, found[-1] if found else 0)
            if i < len(blocks) and blocks[i].start <= place and found[-1:] != [i]:
                found.append(i)
        return found


def scan(text: str, *regexes: re.Pattern[str]) -> Scan:
    """Return where the regexes match. Those that begin with one letter or sign are the quickest:
    the engine leaps to it, but stops at each place for one of a set."""
    return Scan(match.start() for regex in regexes for match in regex.finditer(text))

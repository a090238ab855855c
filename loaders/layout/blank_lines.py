"""Blank lines: whether a text has them between its paragraphs, so that a line break parts none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.grammar.patterns import find_of
from loaders.layout.lines import Line
from loaders.layout.markers import is_numbered, is_upper

_FEWEST = 12
"""Paragraphs with a blank line before them, from which the layout is told."""
_MOST_WITHOUT = 0.1
"""Sentences of wrapped text end at a line's end too: so many for each such paragraph."""
_FULL = 0.72
"""A line of this share of the usual width may be one of wrapped text."""


def part_paragraphs(lines: Sequence[Line], usual: int) -> bool:
    """Whether blank lines beyond the `usual` ones stand between the paragraphs of a text.

    Told where a sentence ends a line and the next begins with a capital. Items of a list, which
    may stand close together, tell nothing.
    """
    apart = together = 0
    for before, line in pairwise(lines):
        first = line.text[0]
        if before.text[-1] != "." or not (first.isupper() or first.isdigit()):
            continue
        if line.gap > usual:
            apart += 1
        elif first.isupper():
            together += 1
    return apart >= _FEWEST and together <= _MOST_WITHOUT * apart


def wraps(current: Sequence[Line], line: Line, width: int, usual: int) -> bool:
    """Whether in such a text `line`, right below a paragraph so far, goes on with it.

    Not where either is in capitals, opens a paragraph by its words, or stands below a heading.
    """
    first, above = current[0], current[-1]
    if line.gap > usual or first.gap <= usual or is_upper(line.text) or is_upper(above.text):
        return False
    opener = find_of("structure", "opener")
    if opener(line.low) or find_of("structure", "stands_close")(first.low):
        return False
    full = len(above.text) >= _FULL * width
    if above.text.endswith("."):
        return full
    heading = len(current) == 1 and is_numbered(first.low) and not full
    return not heading and above.text[-1] not in ":;!?"

"""Page numbers: figures that stand alone between two pages of a text."""

from __future__ import annotations

import re

_PAGE_NUMBER = re.compile(
    r"\n[ ]*\n[ ]*(?:- ?)?(?:[Tt]rang )?\d{1,3}(?: ?/ ?\d{1,3})?(?: ?-)?[ ]*(?=\n|$)"
)
_SHORTEST_PAGE = 400
"""Characters: figures that stand alone nearer to each other are cells of a table."""
_DRAWN = re.compile(r"[^\n]")


def without_page_numbers(value: str) -> str:
    """Return the text with page numbers blanked: figures alone between blank lines, "- 4 -".

    The cells of a table that a blank line parts stand nearer to each other than pages do.
    """
    found = list(_PAGE_NUMBER.finditer(value))
    if not found:
        return value
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found[1:]), len(value) + _SHORTEST_PAGE]
    pieces: list[str] = []
    done = 0
    for i, match in enumerate(found):
        near = i > 0 and match.start() - ends[i] < _SHORTEST_PAGE
        near |= starts[i] - match.end() < _SHORTEST_PAGE
        if near and match[0].strip().isdigit():
            continue
        pieces += (value[done : match.start()], _blank(match))
        done = match.end()
    return "".join((*pieces, value[done:]))


def _blank(match: re.Match[str]) -> str:
    return _DRAWN.sub(" ", match[0])

"""Rows of agencies: lists in which one item after the other opens with an agency.

Such a list hands out tasks under whatever heading it stands ("Chỉ đạo, điều hành", "Cơ chế phối
hợp"); an agency that opens one item among others may only be told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.duties.open_headings import depth_of
from loaders.duties.openings import heading_agencies, may_hand_out, opening_agencies
from loaders.duties.saying import Say
from loaders.grammar.patterns import find_of
from loaders.layout.context import Place
from loaders.layout.regions import Region
from loaders.layout.structure import Block
from loaders.text.source_text import SourceText

_FEWEST = 3
"""Items of a row: two agencies one behind the other may be chance."""
_REGIONS = (Region.BODY, Region.ARTICLE)


@dataclass(slots=True)
class _Row:
    """The items of one list so far, and whether each opens with an agency."""

    depth: int
    marker: str
    items: list[int] = field(default_factory=list)
    agencies: set[tuple[str, ...]] = field(default_factory=set)
    broken: bool = False


def agency_rows(
    text: SourceText, blocks: Sequence[Block], regions: Sequence[Region], places: Sequence[Place]
) -> frozenset[int]:
    """Return which of the `blocks` are items of a row of agencies.

    A row begins with the first item of its list and ends with the first that opens with none.
    """
    found: set[int] = set()
    rows: list[_Row] = []
    for i, (block, region, place) in enumerate(zip(blocks, regions, places, strict=True)):
        if place.organises or region not in _REGIONS:
            continue  # where the paper is organised, each agency is given tasks without a row
        depth = depth_of(block)
        if depth is None:
            continue
        while rows and rows[-1].depth > depth:
            _close(rows.pop(), found)
        if rows and rows[-1].depth == depth and not _goes_on(rows[-1], block):
            _close(rows.pop(), found)
        if not rows or rows[-1].depth < depth:
            rows.append(_Row(depth, block.marker))
        row = rows[-1]
        if row.broken:
            continue
        agencies = None if _tells(place) else _opens(text, block, depth)
        if agencies is None:
            row.broken = True
        else:
            row.items.append(i)
            row.agencies.add(agencies)
    for row in rows:
        _close(row, found)
    return frozenset(found)


def _goes_on(row: _Row, block: Block) -> bool:
    """Whether a block of the row's depth is its next item: not where a list begins anew."""
    if block.kind == "bullet":
        return block.marker == row.marker
    return block.marker != row.marker


def _tells(place: Place) -> bool:
    """Whether what stands here is told, and handed to nobody."""
    if place.goal or place.state or place.views:
        return True
    return bool(place.headings) and find_of("duties", "lists_whom")(place.headings[-1]) is not None


def _opens(text: SourceText, block: Block, depth: int) -> tuple[str, ...] | None:
    if not may_hand_out(text.low, block):
        return None
    heading = heading_agencies(text, block, depth, True)
    opening = heading or opening_agencies(text, block, Say.ANY)
    groups = find_of("duties", "group")
    if opening is None or all(groups(name.lower()) for name in opening[0]):
        return None
    return opening[0]


def _close(row: _Row, found: set[int]) -> None:
    if len(row.items) >= _FEWEST and len(row.agencies) >= _FEWEST:
        found.update(row.items)

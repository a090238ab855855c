"""Structure: the text as blocks (paragraphs, list items, headings) and as an outline of sections.

Line breaks of PDF text mean nothing by themselves, and blank lines only where the layout does not
put one behind every line; so a block is put together from lines by how they end and begin.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from loaders.layout.blank_lines import part_paragraphs, wraps
from loaders.layout.joining import continues, stands_alone, usual_gap, usual_width
from loaders.layout.lettered_parts import lettered_parts, parts_of_parts
from loaders.layout.lines import Line, lines_of
from loaders.layout.markers import Opening, counted_opening, opening_of
from loaders.records import Section
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

_DOTTED = re.compile(r"\d{1,2}\.\d")
_BEFORE_BODY = " .:-–"
"""Signs between a marker and the text behind it."""


class Block(NamedTuple):
    """A paragraph, list item or heading. `marker` is its opening ("-", "1.2.", "Điều 3") or "".

    `body` is where the text behind the marker begins; `gap` the blank lines before it beyond
    those that the layout puts between any two lines.
    """

    start: int
    end: int
    body: int
    marker: str
    kind: str
    """`bullet`, `capital` ("A. TÌNH HÌNH"), `roman`, `part` ("A. …" of a Roman one), `decimal`,
    `letter`, `word` or `plain`."""
    lines: tuple[Line, ...]
    gap: int

    @property
    def upper(self) -> bool:
        """Whether nine in ten of its letters are capitals: a heading, or a part of the header."""
        letters = "".join([line.text for line in self.lines])
        most = len(letters) // 10
        # Most blocks are told by their first words.
        small = len(list(islice(filter(str.islower, letters), most + 1)))
        capital = sum(map(str.isupper, letters)) if small <= most else 0
        return capital > 0 and capital >= 9 * small


class Outline:
    """The lines, blocks and sections of one text, each found once."""

    def __init__(self, text: SourceText) -> None:
        self.text = text

    @cached_property
    def lines(self) -> list[Line]:
        """Every line with text; page numbers and drawn lines ("-----") are none."""
        return lines_of(self.text)

    @cached_property
    def blocks(self) -> list[Block]:
        """The text as blocks, in order."""
        lines = self.lines
        if not lines:
            return []
        usual = usual_gap(lines)
        width = usual_width(lines)
        parted = part_paragraphs(lines, usual)
        blocks: list[Block] = []
        current, opening = [lines[0]], opening_of(lines[0].text, lines[0].low)
        counted = 0
        for before, line in pairwise(lines):
            opens = opening_of(line.text, line.low)
            if line.low[0].isdigit():
                opens, counted = counted_opening(line.low, opens, counted)
            goes_on = continues(before, line, opens, line.gap - usual, width, current)
            if not goes_on and parted and not opens.marker and not stands_alone(line.text):
                goes_on = wraps(current, line, width, usual)
            if goes_on:
                current.append(line)
            else:
                blocks.append(_block(current, opening, usual))
                current, opening = [line], opens
        blocks.append(_block(current, opening, usual))
        for i in lettered_parts((block.kind, block.marker) for block in blocks):
            blocks[i] = blocks[i]._replace(kind="capital")
        for i in parts_of_parts((block.kind, block.marker) for block in blocks):
            blocks[i] = blocks[i]._replace(kind="part")
        return blocks

    @cached_property
    def sections(self) -> list[tuple[Section, int]]:
        """The headings with their paths ("II.2.1") and the position where each begins."""
        path: list[tuple[int, str]] = []
        found: list[tuple[Section, int]] = []
        for block in self.blocks:
            rank = _rank(block) if block.marker else None
            if rank is None:
                continue
            label = _label(block)
            while path and path[-1][0] >= rank:
                path.pop()
            path.append((rank, label))
            # A decimal number that repeats its parents ("2.1" under "2") says the whole path.
            whole = max((i for i, (_, part) in enumerate(path) if _DOTTED.match(part)), default=0)
            parts = [part for i, (r, part) in enumerate(path) if r < 5 or i >= whole]
            first = block.lines[0]
            passage = self.text.passage(first.start, first.end)
            found.append((Section(".".join(parts), passage), block.start))
        return found


def _block(lines: list[Line], opening: Opening, usual: int) -> Block:
    first = lines[0]
    text, kind = first.text, opening.kind
    marker = text[: opening.marker] if kind != "plain" else ""
    end = lines[-1].end
    if not marker and text[0] not in _BEFORE_BODY:
        body = first.start
    else:
        behind = text[len(marker) :].lstrip(_BEFORE_BODY)
        body = min(first.start + len(text) - len(behind), end)
    return Block(first.start, end, body, marker.strip(), kind, tuple(lines), first.gap - usual)


@cache
def _ranks() -> dict[str, int]:
    ranks: dict[str, int] = load_toml("loaders", "structure")["ranks"]
    return ranks


def _rank(block: Block) -> int | None:
    """How high a heading stands; smaller is higher. None for what opens no section."""
    if block.kind == "word":
        return _ranks()[block.marker.split()[0].lower()]
    if block.kind in ("capital", "roman"):
        return 2 if block.kind == "capital" else 3
    if block.kind == "part":
        return 4
    if block.kind == "decimal":
        return 5 + block.marker.rstrip(".)/-– ").count(".")
    if block.kind == "letter":
        return 12
    return None


def _label(block: Block) -> str:
    if block.kind == "word":
        return block.marker.split()[-1].upper()
    return block.marker.rstrip(".)/-– ")

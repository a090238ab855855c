"""Context: under which headings a block stands, and which years they speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.patterns import load_patterns, rx
from loaders.structure import Block, Outline

_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/])")
_COMPARED = rx(r"so với(?: [^\W\d]+){0,3} ?\d{4}|\((?:ước |hết )?năm \d{4}[^()]*\)")
"""The years that a heading only compares with: "giảm 10% so với năm 2020", "(năm 2020 là 5%)"."""
_VALUE = re.compile(r"\d\s?%|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d[\d.,]*\s[^\W\d_]")
_LEAD = rx(r"(?:đến|năm|giai đoạn|từ)(?: hết)?(?: năm)? ?\d{4}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the path of its section, the headings above it (outermost first).

    `goal` is True below a heading of targets, `state` below one of how things are or were; `year`
    is the nearest year that a heading or a lead line ("Đến năm 2025:") names, None where none does.
    """

    label: str
    headings: tuple[str, ...]
    goal: bool
    year: int | None
    state: bool = False


def find_places(outline: Outline) -> list[Place]:
    """Return the place of each block of the outline, in order."""
    goal = load_patterns("quantities", "goal")[0].regex
    state = load_patterns("quantities", "state")[0].regex
    low = outline.text.low
    starts = {start: section for section, start in outline.sections}
    chain: list[tuple[str, str]] = []
    lead: str | None = None
    places = []
    for block in outline.blocks:
        section = starts.get(block.start)
        if section is not None:
            chain = [(label, words) for label, words in chain if _above(label, section.label)]
            chain.append((section.label, _heading(low, block)))
            lead = None
        elif block.kind == "plain":
            words = low[block.body : block.end]
            lead = (
                words
                if words.rstrip().endswith(":") or _LEAD.fullmatch(words.strip(" :."))
                else None
            )
        headings = tuple(words for _, words in chain)
        year = _nearest_year([*headings, lead or ""])
        names = [words.split(":")[0] for words in headings]
        in_goal = any(map(goal.search, names)) or bool(lead and goal.search(lead))
        in_state = any(map(state.match, names))
        label = chain[-1][0] if chain else ""
        places.append(Place(label, headings, in_goal, year, in_state and not in_goal))
    return places


def _heading(low: str, block: Block) -> str:
    """The heading's own words: up to a colon, for a task may follow on the same line.

    A numbered item that is a sentence with a value is no heading: it names only itself.
    """
    words = low[block.body : block.end]
    if ":" in words and (len(words) > 160 or _VALUE.search(words)):
        words = words.split(":")[0]
    return "" if _VALUE.search(words) else words


def _above(label: str, below: str) -> bool:
    return below.startswith(label + ".") and below != label


def _nearest_year(headings: list[str]) -> int | None:
    for heading in reversed(headings):
        words = _COMPARED.sub("", heading)
        years = [int(y) for y in _YEAR.findall(words)]
        if years and len(words) < 200:
            span = re.search(r"(\d{4})\s?[-–]\s?(\d{4})", words)
            return int(span[2]) if span else years[0]
    return None

"""Captions: what stands above a table of what it gives: years, a unit, that it is about targets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.patterns import find_of
from loaders.layout.context import Place, year_of
from loaders.layout.lines import Line

_UNIT = re.compile(r"\((?:đơn vị(?: tính)?|đvt)?\s*:?\s*([^()]{1,24})\)\s*:?$", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:bảng|biểu|phụ lục)(?: số)? ?[\divx]*[.:]?\s*", re.IGNORECASE)
_HEADING = re.compile(r"(?:[ivx]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/-]")
_LONGEST = 260


@dataclass(frozen=True, slots=True)
class Caption:
    """The words above a table; what its section says is taken where they say nothing.

    `name` is what they name without number and year, `unit` one in brackets at their end; `goal`
    says that the table is of targets, `money` that it is of what is spent.
    """

    name: str
    unit: str | None
    year: int | None
    label: str
    goal: bool
    money: bool


def caption_of(lines: list[Line], at: int, place: Place) -> Caption:
    """Return what stands above the table that begins at line `at` of a section."""
    above: list[Line] = []
    for line in reversed(lines[max(0, at - 3) : at]):
        if "|" in line.text or line.text.endswith((";", ".")) or _HEADING.match(line.low):
            break
        above.insert(0, line)
        if _NUMBER.match(line.low) or line.gap > 0:
            break
    low = " ".join(line.low for line in above)[-_LONGEST:]
    words = " ".join(line.text for line in above)[-_LONGEST:]
    headings = " ".join(place.headings)
    unit = _UNIT.search(words)
    bare = words[: unit.start()] if unit else words
    name = re.sub(r"\s*(?:giai đoạn|năm)\s+\d{4}.*$", "", _NUMBER.sub("", bare)).strip(" .:")
    said = find_of("quantities", "target_caption")(low) is not None
    goal = place.goal or (said and not place.state)
    money = find_of("quantities", "money_caption")(f"{headings} {low}") is not None
    year = year_of(low) or place.year or (place.of_paper if goal else None)
    return Caption(name, unit and unit[1].strip(), year, place.label, goal, money)

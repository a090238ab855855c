"""Context: under which headings a block stands, and which years they speak of."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.patterns import load_patterns, rx
from loaders.structure import Block, Outline

_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/])")
_LONGEST_HEADING = 400
_COMPARED = rx(r"so với(?: [^\W\d]+){0,3} ?\d{4}|\((?:ước |hết )?năm \d{4}[^()]*\)")
"""The years that a heading only compares with: "giảm 10% so với năm 2020", "(năm 2020 là 5%)"."""
_VALUE = re.compile(r"\d\s?%|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d[\d.,]*\s[^\W\d_]")
_LEAD = rx(r"(?:đến|năm|giai đoạn|từ)(?: hết)?(?: năm)? ?\d{4}")


class Place(NamedTuple):
    """Where a block stands: the path of its section, the headings above it (outermost first).

    `goal` is True below a heading of targets, `state` below one of how things are or were; `year`
    is the nearest year that a heading or a lead line ("Đến năm 2025:") names, None where none does.
    `organises` and `views` are True below a heading that gives out tasks, or one of views.
    """

    label: str
    headings: tuple[str, ...]
    goal: bool
    year: int | None
    state: bool = False
    organises: bool = False
    views: bool = False


class _Heading(NamedTuple):
    """What the words of a heading, or of a lead line, say of the blocks below it."""

    label: str
    words: str
    goal: bool
    state: bool
    year: int | None
    organises: bool = False
    views: bool = False


def find_places(outline: Outline, only_year: int | None = None) -> list[Place]:
    """Return the place of each block of the outline, in order.

    `only_year` is that of a paper of one year ("Kế hoạch … năm 2024"): what stands below a heading
    of targets is due then where nothing nearer names a year.
    """
    low = outline.text.low
    starts = {start: section for section, start in outline.sections}
    chain: list[_Heading] = []
    places = []
    place = bare = _place(chain, None)
    for i, block in enumerate(outline.blocks):
        section = starts.get(block.start)
        if section is not None:
            chain = [heading for heading in chain if _above(heading.label, section.label)]
            chain.append(_read(section.label, _heading(low, _named(outline.blocks, i))))
            place = bare = _place(chain, None)
        elif block.kind == "plain":
            lead = _lead(low[block.body : block.end])
            place = _place(chain, lead) if lead else bare
        of_paper = place.goal and place.year is None
        places.append(place._replace(year=only_year) if of_paper else place)
    return places


def _place(chain: list[_Heading], lead: _Heading | None) -> Place:
    above = [*chain, lead] if lead else chain
    goal = any(heading.goal for heading in above)
    state = not goal and any(heading.state for heading in chain)
    years = [heading.year for heading in above if heading.year is not None]
    label = chain[-1].label if chain else ""
    headings = tuple(heading.words for heading in chain)
    return Place(
        label, headings, goal, years[-1] if years else None, state,
        any(heading.organises for heading in chain), any(heading.views for heading in chain),
    )  # fmt: skip


def _read(label: str, words: str) -> _Heading:
    name = words.split(":")[0]
    goal = load_patterns("quantities", "goal")[0].regex.search(name) is not None
    state = load_patterns("quantities", "state")[0].regex.match(name) is not None
    organises = load_patterns("duties", "section")[0].regex.search(words) is not None
    views = load_patterns("duties", "view")[0].regex.match(words) is not None
    return _Heading(label, words, goal, state, year_of(words), organises, views)


def _lead(words: str) -> _Heading | None:
    """A line that leads in what stands below it: "Đến năm 2025:", "Các chỉ tiêu sau:"."""
    if not (words.rstrip().endswith(":") or _LEAD.fullmatch(words.strip(" :."))):
        return None
    goal = load_patterns("quantities", "goal")[0].regex.search(words) is not None
    return _Heading("", words, goal, state=False, year=year_of(words))


def _named(blocks: list[Block], at: int) -> Block:
    """The block with the words of a heading: "PHẦN THỨ HAI" has its own on the line below."""
    block, below = blocks[at], blocks[at + 1 : at + 2]
    bare = block.kind == "word" and block.body >= block.end
    return below[0] if bare and below and below[0].kind == "plain" and below[0].upper else block


def _heading(low: str, block: Block) -> str:
    """The heading's own words: up to a colon, for a task may follow on the same line.

    A numbered item that is a sentence with a value is no heading: it names only itself.
    """
    words = low[block.body : min(block.end, block.body + _LONGEST_HEADING)]
    if ":" in words and (len(words) > 160 or _VALUE.search(words)):
        words = words.split(":")[0]
    return "" if _VALUE.search(words) else words


def _above(label: str, below: str) -> bool:
    return below.startswith(label + ".") and below != label


def year_of(heading: str) -> int | None:
    """Return the year that a heading names, the last of a period; none that it compares with."""
    words = _COMPARED.sub("", heading)
    years = [int(y) for y in _YEAR.findall(words)]
    if not years or len(words) >= 200:
        return None
    span = re.search(r"(\d{4})\s?[-–]\s?(\d{4})", words)
    return int(span[2]) if span else years[0]

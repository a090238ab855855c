"""Context: under which headings a block stands, and which years they speak of."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.grammar.patterns import find_of, load_patterns, rx
from loaders.layout.structure import Block, Outline

_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)(?![\d/])")
_LONGEST_HEADING = 400
_LONGEST_BARE = 160
_KINDS = ("word", "capital", "roman", "part", "decimal", "letter")
"""The kinds of numbered headings, the highest first."""
_COUNTER = re.compile(r"[^\W_]+")
"""What counts in the sign of a list item: "(1)", "(2)" are signs of one list."""
_COMPARED = rx(r"so với(?: [^\W\d]+){0,3} ?\d{4}|\((?:ước |hết )?năm \d{4}[^()]*\)")
"""The years that a heading only compares with: "giảm 10% so với năm 2020", "(năm 2020 là 5%)"."""
_VALUE = re.compile(
    r"\d\s?%|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d[\d.,]*\s"
    r"(?!(?:nhóm )?(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|tiêu chí|nội dung|năm (?:19|20)\d\d)"
    r"(?!\w))[^\W\d_]"
)
"""A value; how many targets or tasks a heading counts ("21 chỉ tiêu chủ yếu"), or how many years
a plan has ("5 năm 2021-2025"), is none."""
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
    of_paper: int | None = None
    """The year of a paper of one year: what a table of targets in it is due in."""


class _Heading(NamedTuple):
    """What the words of a heading, or of a lead line, say of the blocks below it."""

    label: str
    words: str
    goal: bool
    state: bool
    year: int | None
    organises: bool = False
    views: bool = False
    tasks: bool = False
    alone: bool = False
    """Whether the line says a time and nothing else: "Đến năm 2030"."""


def find_places(outline: Outline, only_year: int | None = None, body_from: int = 0) -> list[Place]:
    """Return the place of each block of the outline, in order.

    `only_year` is that of a paper of one year ("Kế hoạch … năm 2024"): what stands below a heading
    of targets is due then where nothing nearer names a year. From the block `body_from` on, a line
    in capitals that names targets or how things are is a heading without a number. A paper whose
    title tells of results ("Kết quả thực hiện các chỉ tiêu …") says how things are.
    """
    low = outline.text.low
    starts = {start: section for section, start in outline.sections}
    above = _Above()
    if title := [low[b.body : b.end] for b in outline.blocks[max(0, body_from - 2) : body_from]]:
        tells = next((words for words in title if _read("", words).state), None)
        if tells is not None:
            above.open_bare(_read("", tells)._replace(year=None))
    places = []
    for i, block in enumerate(outline.blocks):
        section = starts.get(block.start)
        if section is not None:
            heading = _read(section.label, _heading(low, _named(outline.blocks, i)))
            above.open_section(heading, block.kind)
        elif block.kind == "plain":
            words = low[block.body : block.end]
            if i >= body_from and len(words) <= _LONGEST_BARE and _is_bare_heading(block, words):
                above.open_bare(_read("", words))
            above.lead("", _lead(words))
        elif block.kind == "bullet":
            above.lead(block.marker, _lead(low[block.body : block.end]))
        place = above.place()
        year = only_year if place.goal and place.year is None else place.year
        places.append(place._replace(year=year, of_paper=only_year))
    return places


def _is_bare_heading(block: Block, words: str) -> bool:
    """Whether a line without a number is a heading: in capitals, or one that only names targets,
    or that the organisation follows.
    """
    if block.upper:
        return True
    if words.rstrip().endswith((".", ";", ",")):
        return False
    names = find_of("quantities", "names_goals")(words) or find_of("duties", "names_section")(words)
    return names is not None


class _Above:
    """What stands above a block: its headings, one without a number before them, lines that lead.

    A line that leads ("Đến năm 2025:", "- Về giáo dục:") holds for the list items below it with
    other signs, up to the next item with its own or to a line that is none.
    """

    def __init__(self) -> None:
        self._bare: _Heading | None = None
        self._highest: int | None = None  # rank of the first section below the bare heading
        self._chain: list[_Heading] = []
        self._leads: list[tuple[str, _Heading | None]] = []
        self._place: Place | None = None

    def open_section(self, heading: _Heading, kind: str) -> None:
        """Go on below a numbered heading; one that ranks higher ends the bare heading above."""
        rank = _KINDS.index(kind)
        if self._highest is None:
            self._highest = rank
        elif rank < self._highest:
            self._bare = None
        self._chain = [h for h in self._chain if _is_below(h.label, heading.label)]
        self._chain.append(heading)
        self._leads, self._place = [], None

    def open_bare(self, heading: _Heading) -> None:
        """Go on below a heading without a number; it counts if it speaks of targets or a state, or
        of who carries the paper out.
        """
        said = heading.goal or heading.state or heading.organises
        self._bare = heading if said else None
        self._highest, self._leads, self._place = None, [], None

    def lead(self, sign: str, lead: _Heading | None) -> None:
        """Go on at a line or a list item, which may lead what stands below it.

        A time that has a line to itself holds for the paragraphs below too, up to the next lead.
        """
        above = self._leads[0] if self._leads else None
        if not sign and lead is None and above and not above[0] and above[1] and above[1].alone:
            return
        sign = _COUNTER.sub("#", sign)
        kept = 0
        if sign:
            signs = [one for one, _ in self._leads]
            kept = signs.index(sign) if sign in signs else len(signs)
        if lead is not None or any(one for _, one in self._leads[kept:]):
            self._place = None
        self._leads[kept:] = [(sign, lead)]

    def place(self) -> Place:
        """Return the place of the block that was gone on to last."""
        if self._place is None:
            bare = [self._bare] if self._bare else []
            leads = [lead for _, lead in self._leads if lead is not None]
            self._place = _place([*bare, *self._chain], leads)
        return self._place


def _place(chain: list[_Heading], leads: list[_Heading]) -> Place:
    above = [*chain, *leads]
    # The nearest heading decides: "Tình hình thực hiện" in an article on targets tells of results.
    # "2. Nhiệm vụ" in a section of targets ends them.
    nearest = next((h for h in reversed(above) if h.goal or h.state or h.tasks), None)
    goal = nearest is not None and nearest.goal
    state = nearest is not None and nearest.state
    years = [heading.year for heading in above if heading.year is not None]
    label = chain[-1].label if chain else ""
    headings = tuple(heading.words for heading in chain)
    return Place(
        label, headings, goal, years[-1] if years else None, state,
        any(heading.organises for heading in chain), any(heading.views for heading in chain),
    )  # fmt: skip


def _read(label: str, words: str) -> _Heading:
    name = words.split(":")[0]
    state = load_patterns("quantities", "state")[0].regex.match(name) is not None
    told = state and load_patterns("quantities", "told")[0].regex.search(name) is not None
    goal = not told and load_patterns("quantities", "goal")[0].regex.search(name) is not None
    state = state and not goal
    organises = load_patterns("duties", "section")[0].regex.search(words) is not None
    views = load_patterns("duties", "view")[0].regex.match(words) is not None
    tasks = bool(label) and not goal and find_of("quantities", "names_tasks")(name) is not None
    return _Heading(label, words, goal, state, year_of(words), organises, views, tasks)


def _lead(words: str) -> _Heading | None:
    """A line that leads in what stands below it: "Đến năm 2025:", "Các chỉ tiêu sau:"."""
    if not words.rstrip().endswith(":"):
        bare = words.strip(" :.")
        if not (bare[-1:].isdigit() and _LEAD.fullmatch(bare)):
            return None
    goal = load_patterns("quantities", "goal")[0].regex.search(words) is not None
    alone = _LEAD.fullmatch(words.strip(" :.")) is not None
    return _Heading("", words, goal, state=False, year=year_of(words), alone=alone)


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


def _is_below(label: str, below: str) -> bool:
    return below.startswith(label + ".") and below != label


def year_of(heading: str) -> int | None:
    """Return the year that a heading names, the last of a period; none that it compares with."""
    words = _COMPARED.sub("", heading)
    years = [int(y) for y in _YEAR.findall(words)]
    if not years or len(words) >= 200:
        return None
    span = re.search(r"(\d{4})\s?[-–]\s?(\d{4})", words)
    return int(span[2]) if span else years[0]

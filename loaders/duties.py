"""Duties: who is given what to do, as lead, partner or otherwise.

A heading that names an agency hands the tasks below it to that agency; a sentence that opens with
one hands it what follows. Agencies are known by how their names begin and end, not from a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from loaders.agency_lists import agencies_at
from loaders.context import Place
from loaders.patterns import Pattern, find_of, load_patterns
from loaders.records import Role
from loaders.regions import Region
from loaders.structure import Block
from loaders.tasks import deadline_of, partners_of, recurrence_of, reports_to, role_of
from loaders.text import SourceText

_WITHOUT = (Region.HEADER, Region.TITLE, Region.BASIS, Region.ENACTING, Region.SIGNATURE)

_LONGEST_ORDER = 200
_ROMAN = 1
"""The depth of a heading with a Roman numeral."""


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """One agency's duty at low[start:end]; `role` is lead, coordinate or assigned."""

    agency: str
    role: Role
    partners: tuple[str, ...]
    section: str
    start: int
    end: int
    recurrence: str | None
    reports_to: str | None
    deadline: str | None
    rule: str
    confidence: float


@cache
def _rows(group: str) -> tuple[Pattern, ...]:
    return load_patterns("duties", group)


def _one(group: str) -> re.Pattern[str]:
    return _rows(group)[0].regex


@dataclass(slots=True)
class _Open:
    """The agencies whose tasks are being read, the heading's rank, and its section."""

    agencies: tuple[str, ...]
    depth: int
    section: str


def find_duties(
    text: SourceText, blocks: list[Block], regions: list[Region], places: list[Place]
) -> list[FoundDuty]:
    """Return the duties in reading order, one an agency and task."""
    found: list[FoundDuty] = []
    stack: list[_Open] = []
    ordered = False
    for block, region, place in zip(blocks, regions, places, strict=True):
        if block.kind == "plain" and _one("ordered").search(
            text.low, max(block.start, block.end - _LONGEST_ORDER), block.end
        ):
            ordered = True
        if region in _WITHOUT or _executes(text, block, region):
            continue
        depth = _depth(block)
        ordered = ordered and (depth is None or depth > _ROMAN)
        organising = ordered or bool(stack)
        organising = organising or any(_one("section").search(words) for words in place.headings)
        if depth is not None:
            while stack and stack[-1].depth >= depth:
                stack.pop()
        heading = _heading(text, block, depth, organising)
        if heading is not None:
            agencies, rest = heading
            if depth is not None:
                stack.append(_Open(agencies, depth, place.label))
            if rest is not None:
                found += _duties(text, agencies, rest, block.end, place.label)
            continue
        if region is Region.CLOSING:
            stack.clear()
        leads = bool(stack) and find_of("duties", "leading")(text.low, block.body, block.end)
        say = _say(place, region, organising)
        sentence = None if leads else _opening_agencies(text, block, say)
        if sentence is not None:
            agencies, start = sentence
            found += _duties(text, agencies, start, block.end, place.label, whole=block.body)
            if depth is not None and text.low.endswith(":", block.start, block.end):
                stack.append(_Open(agencies, depth, place.label))
        elif stack and _is_task(text, block, depth):
            found += _tasks(text, block, stack[-1])
    return found


def _executes(text: SourceText, block: Block, region: Region) -> bool:
    """Whether an article says who executes the decision, which hands out nothing else."""
    if region is not Region.ARTICLE and block.kind != "word":
        return False
    return find_of("duties", "to_execute")(text.low, block.body, block.end) is not None


class _Say(StrEnum):
    """What makes a sentence that opens with an agency a duty, by where it stands."""

    MUST = "only a word of obligation"
    TASK = "a word of leading, joining or obligation, of an agency that is named"
    CLOSING = "any word of a task, of an agency that is named"
    ANY = "any word of a task"


def _say(place: Place, region: Region, organising: bool) -> _Say:
    if region is Region.CLOSING:
        return _Say.CLOSING
    if organising:
        return _Say.ANY
    if place.goal or place.state or any(_one("view").match(words) for words in place.headings):
        return _Say.MUST
    return _Say.TASK


def _is_task(text: SourceText, block: Block, depth: int | None) -> bool:
    """Whether a block below an agency's heading is a task of it, and no heading of its own."""
    if depth is None or block.kind == "bullet" or block.end - block.body > 60:
        return True
    ends = text.value[block.end - 1] in ".;/"
    return ends or _one("verb").match(text.low, block.body, block.end) is not None


def _depth(block: Block) -> int | None:
    """How deep a heading stands; None for what can only be a task."""
    if block.kind == "word":
        return 0
    if block.kind == "roman":
        return 1
    if block.kind == "decimal":
        return 2 + block.marker.rstrip(".)").count(".")
    if block.kind == "letter":
        return 8
    if block.kind == "bullet" and block.marker.startswith("-"):
        return 9
    return None


def _heading(
    text: SourceText, block: Block, depth: int | None, organising: bool
) -> tuple[tuple[str, ...], int | None] | None:
    """Read a heading that names agencies: them, and where a task begins on its line, if any."""
    low = text.low
    start = block.body
    for before in ("responsibility", "request"):
        if match := find_of("duties", before)(low, start, block.end):
            start = match.end()
    listed = agencies_at(text, start, block.end)
    if listed is None:
        return None
    agencies, end = listed
    if aside := find_of("duties", "aside")(low, end, block.end):
        end = aside.end()
    rest = low[end : block.end].strip(" .*_")
    if depth is None and not rest.startswith(":") and rest:
        return None
    if not rest or rest == ":":
        return (agencies, None) if organising or depth not in (None, 9) or rest == ":" else None
    if rest.startswith(":"):
        begin = low.find(":", end) + 1
        return agencies, begin + len(low[begin : block.end]) - len(low[begin : block.end].lstrip())
    if rest.endswith(":") and len(rest) < 160:
        return agencies, None
    return None


def _opening_agencies(
    text: SourceText, block: Block, say: _Say
) -> tuple[tuple[str, ...], int] | None:
    """Read a sentence that opens with agencies and a duty: them, and where its words begin."""
    low, start = text.low, block.body
    whoever, asked = find_of("duties", "whoever"), False
    if request := _one("request").match(low, start, block.end):
        start, asked = request.end(), True
    while when := find_of("duties", "when")(low, start, block.end):
        start = when.end()
    listed = agencies_at(text, start, block.end)
    if listed is None:
        return None
    agencies, end = listed
    if aside := find_of("duties", "aside")(low, end, block.end):
        end = aside.end()
    if say is not _Say.ANY:
        agencies = tuple(a for a in agencies if not whoever(a.lower()))
    if not agencies or find_of("duties", "to_execute")(low, end, block.end):
        return None
    if say is _Say.CLOSING and find_of("duties", "only_executes")(low, end, block.end):
        return None
    if find_of("duties", "modal")(low, end, block.end):
        return agencies, end
    if say is _Say.TASK and not asked:
        return (agencies, end) if find_of("duties", "leads")(low, end, block.end) else None
    if say is _Say.MUST and not asked:
        return None
    verb = find_of("duties", "who_must")(low, end, block.end) or _one("verb").match(
        low, end + 1, block.end
    )
    if verb is None and say is _Say.ANY:
        verb = find_of("duties", "some_verb")(low, end, block.end)
    return (agencies, end) if verb else None


def _tasks(text: SourceText, block: Block, above: _Open) -> Iterator[FoundDuty]:
    yield from _duties(text, above.agencies, block.body, block.end, above.section)


def _duties(
    text: SourceText,
    agencies: tuple[str, ...],
    start: int,
    end: int,
    section: str,
    whole: int | None = None,
) -> Iterator[FoundDuty]:
    """One duty an agency; the task's words begin at `start`, its sentence at `whole`."""
    if end - start < 12:
        return
    low = text.low
    role = role_of(low, start, end)
    partners = partners_of(text, start, end, agencies)
    words = low[start:end]
    recurrence = recurrence_of(words)
    duty = FoundDuty(
        agency="", role=role, partners=partners, section=section,
        start=start if whole is None else whole, end=end,
        recurrence=recurrence, reports_to=reports_to(text, start, end),
        deadline=deadline_of(text, start, end),
        rule="agency_heading" if whole is None else "agency_sentence", confidence=0.9,
    )  # fmt: skip
    handed = list(_handed_on(text, duty, start, end))
    if handed:
        duty = replace(duty, role=Role.ASSIGNED, partners=())
    for agency in agencies:
        yield replace(duty, agency=agency)
    yield from handed


def _handed_on(text: SourceText, duty: FoundDuty, start: int, end: int) -> Iterator[FoundDuty]:
    """The duty that a task hands on: "Chỉ đạo Sở Y tế chủ trì xây dựng …" is one of Sở Y tế too."""
    match = find_of("duties", "hands_on")(text.low, start, end)
    listed = agencies_at(text, match.end(), end) if match else None
    if listed is None:
        return
    agencies, behind = listed
    leads = find_of("duties", "in_the_lead")(text.low, behind, end)
    if leads is None:
        return
    at = leads.start("leads")
    for agency in agencies:
        yield replace(
            duty, agency=agency, role=Role.LEAD, start=at, rule="handed_on", confidence=0.7,
            partners=partners_of(text, at, end, agencies),
        )  # fmt: skip

"""Duties: who is given what to do, as lead, partner or otherwise.

A heading that names an agency hands the tasks below it to that agency; a sentence that opens with
one hands it what follows. Agencies are known by how their names begin and end, not from a list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.agency_lists import agencies_at
from loaders.assignments import Assignment, find_assignments
from loaders.context import Place
from loaders.openings import executes, heading_agencies, opening_agencies, say_of
from loaders.patterns import confidence_of, find_of, load_patterns
from loaders.records import Role
from loaders.regions import Region
from loaders.structure import Block, Outline
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


def _one(group: str) -> re.Pattern[str]:
    return load_patterns("duties", group)[0].regex


@dataclass(slots=True)
class _Open:
    """The agencies whose tasks are being read, the heading's rank, and its section."""

    agencies: tuple[str, ...]
    depth: int
    section: str


def find_duties(
    text: SourceText, outline: Outline, regions: list[Region], places: list[Place]
) -> list[FoundDuty]:
    """Return the duties in reading order, one an agency and task.

    `regions` and `places` are those of the outline's blocks.
    """
    assigned, tables = find_assignments(text, outline.lines)
    starts = [start for start, _ in tables]
    told = [
        row
        for row in zip(outline.blocks, regions, places, strict=True)
        if not (at := bisect_right(starts, row[0].start)) or row[0].start >= tables[at - 1][1]
    ]
    found = [*_told(text, told), *_in_tables(assigned, outline.blocks, places)]
    return sorted(found, key=lambda duty: duty.start) if assigned else found


def _in_tables(
    assigned: list[Assignment], blocks: list[Block], places: list[Place]
) -> Iterator[FoundDuty]:
    starts = [block.start for block in blocks]
    for row in assigned:
        place = places[max(bisect_right(starts, row.start) - 1, 0)]
        for agency in row.agencies:
            yield FoundDuty(
                agency=agency, role=row.role, partners=row.partners, section=place.label,
                start=row.start, end=row.end, recurrence=row.recurrence, reports_to=None,
                deadline=row.deadline, rule="assignment_table",
                confidence=confidence_of("duties", "assignment_table"),
            )  # fmt: skip


def _told(text: SourceText, told: list[tuple[Block, Region, Place]]) -> list[FoundDuty]:
    """The duties that headings and sentences tell."""
    found: list[FoundDuty] = []
    stack: list[_Open] = []
    ordered = False
    for block, region, place in told:
        if block.kind == "plain" and _one("ordered").search(
            text.low, max(block.start, block.end - _LONGEST_ORDER), block.end
        ):
            ordered = True
        if region in _WITHOUT or executes(text, block, region):
            continue
        depth = _depth(block)
        ordered = ordered and (depth is None or depth > _ROMAN)
        organising = ordered or bool(stack)
        organising = organising or any(_one("section").search(words) for words in place.headings)
        if depth is not None:
            while stack and stack[-1].depth >= depth:
                stack.pop()
        heading = None
        if not (place.goal or place.state) or find_of("duties", "request")(
            text.low, block.body, block.end
        ):
            heading = heading_agencies(text, block, depth, organising)
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
        article = block.kind == "word" and region is Region.ARTICLE
        say = say_of(place, region, organising=organising, article=article)
        sentence = None if leads else opening_agencies(text, block, say)
        if sentence is not None:
            agencies, start, rule = sentence
            found += _duties(text, agencies, start, block.end, place.label, (rule, block.body))
            if depth is not None and text.low.endswith(":", block.start, block.end):
                stack.append(_Open(agencies, depth, place.label))
        elif stack and _is_task(text, block, depth):
            found += _tasks(text, block, stack[-1])
    return found


def _is_task(text: SourceText, block: Block, depth: int | None) -> bool:
    """Whether a block below an agency's heading is a task of it, and no heading of its own."""
    if depth is None or block.kind == "bullet" or block.end - block.body > 60:
        return True
    ends = text.value[block.end - 1] in ".;/"
    return ends or _one("verb").match(text.low, block.body, block.end) is not None


def _depth(block: Block) -> int | None:
    """How deep a heading stands; None for what can only be a task."""
    if block.kind in ("word", "capital"):
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


def _tasks(text: SourceText, block: Block, above: _Open) -> Iterator[FoundDuty]:
    yield from _duties(text, above.agencies, block.body, block.end, above.section)


def _duties(
    text: SourceText,
    agencies: tuple[str, ...],
    start: int,
    end: int,
    section: str,
    sentence: tuple[str, int] | None = None,
) -> Iterator[FoundDuty]:
    """One duty an agency; the task's words begin at `start`.

    `sentence`: the rule by which a sentence is one, and where it begins.
    """
    if end - start < 12:
        return
    low = text.low
    rule, whole = sentence or ("agency_heading", start)
    role = role_of(low, start, end)
    partners = partners_of(text, start, end, agencies)
    words = low[start:end]
    recurrence = recurrence_of(words)
    duty = FoundDuty(
        agency="", role=role, partners=partners, section=section,
        start=whole, end=end,
        recurrence=recurrence, reports_to=reports_to(text, start, end),
        deadline=deadline_of(text, start, end),
        rule=rule, confidence=confidence_of("duties", rule),
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
            duty, agency=agency, role=Role.LEAD, start=at, rule="handed_on",
            confidence=confidence_of("duties", "handed_on"),
            partners=partners_of(text, at, end, agencies),
        )  # fmt: skip

"""Duties: who is given what to do, as lead, partner or otherwise.

A heading that names an agency hands the tasks below it to that agency; a sentence that opens with
one hands it what follows. Agencies are known by how their names begin and end, not from a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.agency_lists import agencies_at
from loaders.context import Place
from loaders.patterns import Pattern, find_of, load_patterns
from loaders.records import Role
from loaders.regions import Region
from loaders.structure import Block
from loaders.text import SourceText


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
    whoever = find_of("duties", "whoever")
    found: list[FoundDuty] = []
    stack: list[_Open] = []
    for block, region, place in zip(blocks, regions, places, strict=True):
        if region in (Region.HEADER, Region.TITLE, Region.BASIS, Region.ENACTING, Region.SIGNATURE):
            continue
        depth = _depth(block)
        organising = any(_one("section").search(words) for words in place.headings) or bool(stack)
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
        sentence = _opening_agencies(text, block, organising or region is Region.CLOSING)
        if sentence is not None and region is Region.CLOSING:
            sentence = tuple(a for a in sentence[0] if not whoever(a.lower())), sentence[1]
        if sentence is not None:
            agencies, start = sentence
            found += _duties(text, agencies, start, block.end, place.label, whole=block.body)
        elif (stack and depth is None) or (
            stack and (block.kind == "bullet" or block.end - block.body > 60)
        ):
            found += _tasks(text, block, stack[-1])
    return found


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
    if request := _one("request").match(low, start, block.end):
        start = request.end()
    listed = agencies_at(text, start, block.end)
    if listed is None:
        return None
    agencies, end = listed
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
    text: SourceText, block: Block, organising: bool
) -> tuple[tuple[str, ...], int] | None:
    """Read a sentence that opens with agencies and a duty: them, and where its words begin."""
    low, start = text.low, block.body
    if request := _one("request").match(low, start, block.end):
        start = request.end()
    elif when := find_of("duties", "when")(low, start, block.end):
        start = when.end()
    listed = agencies_at(text, start, block.end)
    if listed is None:
        return None
    agencies, end = listed
    if find_of("duties", "to_execute")(low, end, block.end):
        return None
    verb = _one("verb").match(low, end + 1, block.end) or find_of("duties", "who_must")(
        low, end, block.end
    )
    if not find_of("duties", "modal")(low, end, block.end) and not (organising and verb):
        return None
    return agencies, end


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
    role = _role(low, start, end)
    partners = _partners(text, start, end, agencies)
    words = low[start:end]
    recurrence = next((p.name for p in _rows("recurrence") if p.regex.search(words)), None)
    deadline = _one("deadline").search(low, start, end)
    duty = FoundDuty(
        agency="", role=role, partners=partners, section=section,
        start=start if whole is None else whole, end=end,
        recurrence=recurrence, reports_to=_reports_to(text, start, end),
        deadline=" ".join(text.value[slice(*deadline.span())].split()) if deadline else None,
        rule="agency_heading" if whole is None else "agency_sentence", confidence=0.9,
    )  # fmt: skip
    for agency in agencies:
        yield replace(duty, agency=agency)


def _role(low: str, start: int, end: int) -> Role:
    at = start
    while at < end and (skip := _one("lead_in").match(low, at, end)) and skip.end() > at:
        at = skip.end()
    for pattern in _rows("role"):
        if pattern.regex.match(low, at, end):
            return Role(pattern.name)
    clause = re.split(r"[;.]", low[start:end])[0][:140]
    if _rows("role")[0].regex.search(clause):
        return Role.LEAD
    return Role.ASSIGNED


def _partners(text: SourceText, start: int, end: int, agencies: tuple[str, ...]) -> tuple[str, ...]:
    low = text.low
    found: list[str] = []
    for match in _one("with").finditer(low, start, end):
        listed = agencies_at(text, match.end(), end, common=True)
        if listed is not None:
            found += [name for name in listed[0] if name not in found and name not in agencies]
    return tuple(found)


def _reports_to(text: SourceText, start: int, end: int) -> str | None:
    for match in _one("reports").finditer(text.low, start, end):
        if text.low.startswith("cấp có thẩm quyền", match.end()):
            return "Cấp có thẩm quyền"
        listed = agencies_at(text, match.end(), end, common=True)
        if listed is not None:
            return listed[0][0]
    return None

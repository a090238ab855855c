"""Duties found in a text: what the words of a task give each agency that has it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from loaders.duties.assignments import Assignment
from loaders.duties.tasks import deadline_of, partners_of, recurrence_of, reports_to, role_of
from loaders.grammar.patterns import confidence_of, find_of, pattern
from loaders.layout.context import Place
from loaders.layout.structure import Block
from loaders.names.agency_lists import agencies_at
from loaders.names.person_names import only_names
from loaders.records import Role
from loaders.text.source_text import SourceText

_SEMICOLON = re.compile(r";\s*(?:[-+]\s*)?")
_COLUMNS = re.compile(r"\S {3,}\S|\t")
_SHORTEST = 12
"""Fewer characters say no task."""
_SHORTEST_ASKED = 8
"""The same where a sentence asks for it: "Đề nghị Báo Nam Định đưa tin."."""
_LONGEST_LIST = 400
"""A list of partners begins among so many characters before the semicolon that it goes over."""
_GAP = 4
"""So few characters stand between the last partner and what a semicolon parts from it."""


class FoundDuty(NamedTuple):
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


class _Clause(NamedTuple):
    """What some agencies have to do, at [start, end); `sentence` as in `duties_of`."""

    agencies: tuple[str, ...]
    start: int
    end: int
    sentence: tuple[str, int] | None


def duties_of(
    text: SourceText,
    agencies: tuple[str, ...],
    start: int,
    end: int,
    section: str,
    sentence: tuple[str, int] | None = None,
) -> Iterator[FoundDuty]:
    """Return one duty an agency; the task's words begin at `start`.

    `sentence`: the rule by which a sentence is one, and where it begins. Clauses that other
    agencies open are duties of theirs.
    """
    for clause in _clauses(text, _Clause(agencies, start, end, sentence)):
        yield from _duties_of_clause(text, clause, section)


def _duties_of_clause(text: SourceText, clause: _Clause, section: str) -> Iterator[FoundDuty]:
    _, start, end, sentence = clause
    agencies = [one for one in clause.agencies if not find_of("duties", "no_name")(one.lower())]
    names = only_names(text.value[start:end]) or only_names(text.passage(start, end).quote)
    asked = sentence is not None and find_of("duties", "request")(text.low, sentence[1], end)
    short = end - start < (_SHORTEST_ASKED if asked else _SHORTEST)
    short = short and not find_of("duties", "only_leads")(text.low, start, end)
    if short or names or not agencies:
        return  # "CHỦ TỊCH" above a name signs, and hands out nothing
    if find_of("header", "place_and_date_alone")(text.low, start, end):
        return
    if _sign_side_by_side(text, min(start, sentence[1]) if sentence else start, end):
        return
    low = text.low
    rule, whole = sentence or ("agency_heading", start)
    role = role_of(low, start, end)
    partners = partners_of(text, start, end, clause.agencies)
    words = low[min(start, whole) : end]
    recurrence = recurrence_of(words)
    duty = FoundDuty(
        agency="", role=role, partners=partners, section=section,
        start=whole, end=end,
        recurrence=recurrence, reports_to=reports_to(text, start, end),
        deadline=deadline_of(text, min(start, whole), end),
        rule=rule, confidence=confidence_of("duties", rule),
    )  # fmt: skip
    handed = list(_handed_on(text, duty, start, end))
    if handed:
        duty = duty._replace(role=Role.ASSIGNED, partners=())
    for agency in agencies:
        yield duty._replace(agency=agency)
    yield from handed


def _sign_side_by_side(text: SourceText, start: int, end: int) -> bool:
    """Whether the first line has only capitals in columns: "GIÁM ĐỐC SỞ Y TẾ      CHỦ TỊCH"."""
    line = text.value[start:end].partition("\n")[0]
    return line.isupper() and _COLUMNS.search(line) is not None


def _clauses(text: SourceText, clause: _Clause) -> Iterator[_Clause]:
    """Part a task behind each semicolon where other agencies open what they do themselves.

    "Rà soát các tuyến đường; Sở Tài chính bố trí kinh phí": their words begin behind their names.
    A sentence that asks may ask others too: "Yêu cầu các đơn vị …; giao Sở Y tế tổng hợp".
    Not where the semicolon parts a list of partners, or no word of a task stands behind the names.
    """
    end = clause.end
    for stop in _SEMICOLON.finditer(text.low, clause.start, end):
        begin = stop.end()
        if stop.start() - clause.start < _SHORTEST or begin >= end:
            continue
        asked = find_of("duties", "request")(text.low, begin, end) if _asks(text, clause) else None
        at = asked.end() if asked else begin
        if not text.value[at : at + 1].isupper():
            continue
        listed = agencies_at(text, at, end)
        if listed is None or set(listed[0]) & set(clause.agencies):
            continue
        does = end - listed[1] >= _SHORTEST and _does(text, listed[1], end)
        if does and not _among_partners(text, clause.start, begin):
            yield clause._replace(end=begin)
            clause = _Clause(listed[0], listed[1], end, ("other_clause", begin))
    yield clause


def _asks(text: SourceText, clause: _Clause) -> bool:
    """Whether a clause is of a sentence that asks: "Yêu cầu các đơn vị …; giao Sở Y tế …"."""
    if clause.sentence is None:
        return False
    return find_of("duties", "request")(text.low, clause.sentence[1], clause.end) is not None


def _does(text: SourceText, behind: int, end: int) -> bool:
    """Whether a word of a task stands behind a name that opens a clause, or behind its colon."""
    if text.low.startswith(":", behind):
        behind += 1
    if find_of("duties", "clause_does")(text.low, behind, end):
        return True
    if find_of("duties", "no_clause")(text.low, behind, end):
        return False
    return pattern("duties", "task_verb").regex.match(text.low, behind + 1, end) is not None


def _among_partners(text: SourceText, start: int, begin: int) -> bool:
    """Whether a list of partners goes on over the semicolon before `begin`."""
    near = max(start, begin - _LONGEST_LIST)
    lists = pattern("duties", "with_partners").regex.finditer(text.low, near, begin)
    ends = (agencies_at(text, match.end(), begin, common=True) for match in lists)
    return any(listed is not None and begin - listed[1] <= _GAP for listed in ends)


def _handed_on(text: SourceText, duty: FoundDuty, start: int, end: int) -> Iterator[FoundDuty]:
    """The duty that a task hands on: "Chỉ đạo Sở Y tế chủ trì xây dựng …" is one of Sở Y tế too.

    So is "Chỉ đạo Sở Y tế có trách nhiệm …".
    """
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
        yield duty._replace(
            agency=agency, role=role_of(text.low, at, end), start=at, rule="handed_on",
            confidence=confidence_of("duties", "handed_on"),
            partners=partners_of(text, at, end, agencies),
        )  # fmt: skip


def duties_in_tables(
    assigned: list[Assignment], blocks: list[Block], places: list[Place]
) -> Iterator[FoundDuty]:
    """The duties that the rows of tables give; the section is that of the block they stand in."""
    starts = [block.start for block in blocks]
    for row in assigned:
        place = places[max(bisect_right(starts, row.start) - 1, 0)]
        for agency in row.agencies:
            yield FoundDuty(
                agency=agency, role=row.role, partners=row.partners, section=place.label,
                start=row.start, end=row.end, recurrence=row.recurrence, reports_to=None,
                deadline=row.deadline, rule=row.rule,
                confidence=confidence_of("duties", row.rule),
            )  # fmt: skip

"""Duties found in a text: what the words of a task give each agency that has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.agency_lists import agencies_at
from loaders.patterns import confidence_of, find_of, pattern
from loaders.person_names import name_in
from loaders.records import Role
from loaders.tasks import deadline_of, partners_of, recurrence_of, reports_to, role_of
from loaders.text import SourceText

_SEMICOLON = re.compile(r";\s*(?:[-+]\s*)?")
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


def duties_of(
    text: SourceText,
    agencies: tuple[str, ...],
    start: int,
    end: int,
    section: str,
    sentence: tuple[str, int] | None = None,
) -> Iterator[FoundDuty]:
    """Return one duty an agency; the task's words begin at `start`.

    `sentence`: the rule by which a sentence is one, and where it begins.
    """
    if end - start < 12 or name_in(text.value[start:end]):
        return  # "CHỦ TỊCH" above a name signs, and hands out nothing
    low = text.low
    if (other := _other_clause(text, agencies, start, end)) is not None:
        listed, begin, behind = other
        yield from duties_of(text, agencies, start, begin, section, sentence)
        yield from duties_of(text, listed, behind, end, section, ("other_clause", begin))
        return
    rule, whole = sentence or ("agency_heading", start)
    role = role_of(low, start, end)
    partners = partners_of(text, start, end, agencies)
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


def _other_clause(
    text: SourceText, agencies: tuple[str, ...], start: int, end: int
) -> tuple[tuple[str, ...], int, int] | None:
    """The first clause behind a semicolon that other agencies open, who do something of their own.

    "Rà soát các tuyến đường; Sở Tài chính bố trí kinh phí": them, where the clause begins, and
    where their words do. None where the semicolon parts a list of partners, or no word of a task
    stands behind the names.
    """
    for stop in _SEMICOLON.finditer(text.low, start, end):
        begin = stop.end()
        if stop.start() - start < 12 or begin >= end or not text.value[begin].isupper():
            continue
        listed = agencies_at(text, begin, end)
        if listed is None or set(listed[0]) & set(agencies):
            continue
        does = find_of("duties", "clause_does")(text.low, listed[1], end)
        if does and end - listed[1] >= 12 and not _among_partners(text, start, begin):
            return listed[0], begin, listed[1]
    return None


def _among_partners(text: SourceText, start: int, begin: int) -> bool:
    """Whether a list of partners goes on over the semicolon before `begin`."""
    lists = pattern("duties", "with_partners").regex.finditer(text.low, start, begin)
    ends = (agencies_at(text, match.end(), begin, common=True) for match in lists)
    return any(listed is not None and begin - listed[1] <= _GAP for listed in ends)


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
        yield duty._replace(
            agency=agency, role=Role.LEAD, start=at, rule="handed_on",
            confidence=confidence_of("duties", "handed_on"),
            partners=partners_of(text, at, end, agencies),
        )  # fmt: skip

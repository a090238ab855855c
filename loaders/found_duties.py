"""Duties found in a text: what the words of a task give each agency that has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loaders.agency_lists import agencies_at
from loaders.patterns import confidence_of, find_of
from loaders.records import Role
from loaders.tasks import deadline_of, partners_of, recurrence_of, reports_to, role_of
from loaders.text import SourceText


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
    if end - start < 12:
        return
    low = text.low
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

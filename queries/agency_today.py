"""Who has a duty today: the agency as printed, and the body that its function went to."""

from __future__ import annotations

from dataclasses import dataclass

from graph.agencies.agency import Agency, Paper, agency_in
from graph.agencies.nesting import inside
from graph.agencies.succession import Doubt, Today, TodayStatus, holder_today, of_house, unknown
from graph.agencies.words import name_pattern
from graph.model import Document
from graph.stated import Duty
from loaders.folding import fold
from loaders.records import Level

__all__ = ["Agency", "DutyToday", "agency_named", "duty_today"]


@dataclass(frozen=True, slots=True)
class DutyToday:
    """The body that a duty was given to, None where the name tells none, and who has it today."""

    agency: Agency | None
    today: Today


def duty_today(duty: Duty, document: Document, as_of: str | None = None) -> DutyToday:
    """Return whom the duty was given to and who has it on `as_of`, None for the last known state.

    A name without a place is that of the document's place and time. Many bodies ("các sở, ban,
    ngành"), a body whose place nothing tells and one of which the tables say nothing are
    `unknown`; so is one whose function was split where the task's words do not decide, and an
    office of the paper's issuer, beside whom the issuer's heir stands as a candidate.
    """
    agency = agency_named(duty.agency, document)
    if agency is None:
        return DutyToday(None, unknown(_unplaced(duty.agency, document)))
    today = holder_today(agency, duty.task, as_of)
    nothing = today.status is TodayStatus.UNKNOWN and not today.candidates
    house = _issuing_house(duty, document) if nothing else None
    if house is not None:
        today = of_house(house, duty.task, as_of)
    return DutyToday(agency, today)


def _unplaced(name: str, document: Document) -> Doubt:
    """Return why a name in a document means no one body (`graph.agencies.agency.agency_in`)."""
    if name_pattern("many").search(name) is not None:
        return Doubt.MANY
    low = document.level in (Level.COMMUNE, Level.FACILITY)
    if low or name_pattern("of a commune").search(fold(name)) is not None:
        return Doubt.COMMUNE
    return Doubt.PLACE


def _issuing_house(duty: Duty, document: Document) -> Agency | None:
    """Return who issued the paper, where the agency is one of its offices: "Phòng Kế hoạch"."""
    if document.issuer is None or not inside(duty.agency, duty.agency_full, document.issuer):
        return None
    return agency_named(document.issuer, document)


def agency_named(name: str, document: Document) -> Agency | None:
    """Return the body that a name in a document means, None where nothing tells which."""
    when, who = document.issue_date, document.issuer
    return agency_in(name, Paper(document.level, document.province, document.district, when, who))

"""Stating: the targets and duties in one file's record, as facts of the file's document."""

from __future__ import annotations

from graph.agencies.nesting import inside
from graph.model import Evidence, FileContent
from graph.stated import Duty, FactPlace, Targets, TargetValue
from loaders.records import Passage, Quality, Value


def duties_in(content: FileContent, document: str) -> list[Duty]:
    """Return the duties of a file of the node `document`, in reading order.

    A file that needs review states nothing.
    """
    if content.record.quality is Quality.NEEDS_REVIEW:
        return []
    return [
        Duty(
            at=FactPlace(document, content.file.name, place),
            agency=said.agency,
            agency_full=said.agency_full,
            role=said.role,
            partners=said.partners,
            section=said.section,
            recurrence=said.recurrence,
            deadline=said.deadline,
            reports_to=said.reports_to,
            evidence=(_evidence(content, document, said.passage, said.rule, said.confidence),),
        )
        for place, said in enumerate(content.record.responsibilities)
    ]


def asked_by(duty: Duty, content: FileContent) -> tuple[str, ...]:
    """Return the folded names by which a duty of the file is found: of its agency, and of what
    that is part of."""
    issuer = content.record.document.issuer
    return (*duty.names, *inside(duty.agency, duty.agency_full, issuer))


def targets_in(content: FileContent, document: str) -> list[Targets]:
    """Return the targets of a file of the node `document`, an indicator each, in reading order."""
    if content.record.quality is Quality.NEEDS_REVIEW:
        return []

    def values(said: tuple[Value, ...]) -> tuple[TargetValue, ...]:
        return tuple(
            TargetValue(
                one.year,
                one.op,
                one.value,
                one.value_to,
                (_evidence(content, document, one.passage, one.rule, one.confidence),),
            )
            for one in said
        )

    return [
        Targets(
            at=FactPlace(document, content.file.name, place),
            indicator=said.name,
            unit=said.unit,
            section=said.section,
            targets=values(said.targets),
            baselines=values(said.baselines),
        )
        for place, said in enumerate(content.record.indicators)
    ]


def _evidence(
    content: FileContent, document: str, passage: Passage, rule: str, confidence: float
) -> Evidence:
    return Evidence(
        document, content.file.name, None, passage.span, passage.quote, rule, confidence
    )

"""Duties and targets as properties of nodes of the Neo4j store."""

from __future__ import annotations

from typing import Any

from graph.model import Evidence, FileContent
from graph.neo4j_store.rows import shortened
from graph.stated import Duty, FactPlace, Targets, TargetValue
from graph.stating import asked_by
from loaders.folding import fold
from loaders.records import Quality


def duty_row(duty: Duty, content: FileContent) -> list[Any]:
    """Return the file's name, the properties of a duty's node, and the names it is found by."""
    (said,) = duty.evidence
    row = {
        **_fact_row("duty", duty.at, duty.identity, garbled=_garbled(content)),
        "name": shortened(duty.agency),
        "agency": duty.agency,
        "agency_full": duty.agency_full,
        "role": duty.role.value,
        "partners": list(duty.partners) or None,
        "section": duty.section,
        "recurrence": duty.recurrence,
        "deadline": duty.deadline,
        "reports_to": duty.reports_to,
        "words": fold(duty.task),
        **_said_row(said),
    }
    return [duty.at.file, row, list(asked_by(duty, content))]


def targets_row(one: Targets, content: FileContent) -> list[Any]:
    """Return file, properties, folded name, and the values that are set and those reported."""
    row = {
        **_fact_row("targets", one.at, one.identity, garbled=_garbled(content)),
        "name": shortened(one.indicator),
        "indicator": one.indicator,
        "unit": one.unit,
        "section": one.section,
    }
    kinds = [
        [_value_row(nth, value) for nth, value in enumerate(values)]
        for values in (one.targets, one.baselines)
    ]
    return [one.at.file, row, fold(one.indicator), *kinds]


def _garbled(content: FileContent) -> bool:
    return content.record.quality is Quality.GARBLED


def _fact_row(kind: str, at: FactPlace, identity: int, *, garbled: bool) -> dict[str, Any]:
    return {
        "kind": kind,
        "document": at.document,
        "file": at.file,
        "place": at.place,
        "same": identity,
        "garbled": garbled,
    }


def _value_row(nth: int, value: TargetValue) -> dict[str, Any]:
    (said,) = value.evidence
    return {
        "nth": nth,
        "name": f"{value.op} {value.value:g}",
        "year": value.year,
        "op": value.op,
        "value": value.value,
        "value_to": value.value_to,
        **_said_row(said),
    }


def _said_row(said: Evidence) -> dict[str, Any]:
    return {
        "start": said.span.start,
        "end": said.span.end,
        "quote": said.quote,
        "rule": said.rule,
        "confidence": said.confidence,
    }

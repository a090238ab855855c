"""Duties and targets as properties of nodes of the Neo4j store."""

from __future__ import annotations

from typing import Any

from graph.model import Evidence
from graph.neo4j_store_rows import shortened
from graph.stated import Duty, FactPlace, Targets, TargetValue
from loaders.folding import fold


def duty_row(duty: Duty, *, garbled: bool) -> list[Any]:
    """Return the file's name, the properties of a duty's node, and the agency's folded names."""
    (said,) = duty.evidence
    row = {
        **_fact_row("duty", duty.at, duty.identity, garbled=garbled),
        "name": shortened(duty.agency),
        "agency": duty.agency,
        "agency_full": duty.agency_full,
        "role": duty.role.value,
        "partners": list(duty.partners) or None,
        "section": duty.section,
        "recurrence": duty.recurrence,
        "deadline": duty.deadline,
        "reports_to": duty.reports_to,
        **_said_row(said),
    }
    return [duty.at.file, row, list(duty.names)]


def targets_row(one: Targets, *, garbled: bool) -> list[Any]:
    """Return file, properties, folded name, and the values that are set and those reported."""
    row = {
        **_fact_row("targets", one.at, one.identity, garbled=garbled),
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

"""The JSON shapes of duties and targets: the same for the command line, service and exports.

Names and meaning are those of the contract in docs/api.md: fields may be added, none renamed.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.agencies.succession import Holder
from graph.model import Document
from graph.named import AgencyName
from graph.stated import Duty, Targets, TargetValue
from queries.agency_kinds import Meant
from queries.agency_today import duty_today
from queries.facts import FactList, TargetList
from queries.paging import page_json
from queries.same_indicator import Together, meant_by
from queries.shapes import Json, document_json, evidence_json


def duty_json(duty: Duty, document: Document, as_of: str | None = None) -> Json:
    """Return a duty with its document, and who has it on `as_of`, None for the last known state."""
    now = duty_today(duty, document, as_of)
    return {
        "agency": duty.agency,
        "agency_full": duty.agency_full,
        "agency_key": None if now.agency is None else now.agency.key,
        "today_status": now.today.status,
        "agency_today": [holder_json(holder) for holder in now.today.holders],
        "candidates_today": [holder_json(holder) for holder in now.today.candidates],
        "today_doubt": now.today.doubt,
        "role": duty.role,
        "task": duty.task,
        "partners": list(duty.partners),
        "deadline": duty.deadline,
        "recurrence": duty.recurrence,
        "reports_to": duty.reports_to,
        "section": duty.section,
        "document": document_json(document),
        "evidence": evidence_json(duty.evidence),
    }


def holder_json(holder: Holder) -> Json:
    """Return a body that has a function, since when and by which acts."""
    return {
        "name": holder.agency.name,
        "key": holder.agency.key,
        "since": holder.since,
        "basis": "; ".join(holder.basis) or None,
    }


def targets_json(one: Targets, document: Document) -> Json:
    """Return what a document sets for one indicator; each value says where it is printed."""
    meant = meant_by(one)
    return {
        "document": document_json(document),
        "indicator": one.indicator,
        "indicator_key": meant.key,
        "indicator_name": meant.name,
        "unit": one.unit,
        "section": one.section,
        "targets": _values_json(one.targets),
        "baselines": _values_json(one.baselines),
        "evidence": evidence_json(one.evidence),
    }


def _values_json(values: Iterable[TargetValue]) -> list[Json]:
    return [value_json(value) for value in values]


def value_json(value: TargetValue) -> Json:
    """Return one value with where it is printed."""
    return {
        "year": value.year,
        "op": value.op,
        "value": _number(value.value),
        "value_to": None if value.value_to is None else _number(value.value_to),
        "file": value.evidence[0].file,
        "span": [value.evidence[0].span.start, value.evidence[0].span.end],
    }


def _number(value: float) -> float | int:
    """Whole numbers are written without a point."""
    return int(value) if value.is_integer() else value


def duty_list_json(answer: FactList[Duty]) -> Json:
    """Return the shape of `phahe duties`."""
    page = page_json(answer, lambda row: duty_json(*row, answer.as_of))
    return {**page, "as_of": answer.as_of, "agencies": meant_json(answer.meant)}


def meant_json(meant: Meant | None) -> Json | None:
    """Return which agencies a name means, or which are like it; None where none was asked for."""
    if meant is None:
        return None
    return {
        "match": meant.match,
        "items": [_name_json(one) for one in meant.agencies],
        "total": meant.total,
        "near": [_name_json(one) for one in meant.near],
    }


def _name_json(one: AgencyName) -> Json:
    return {"name": one.agency, "duties": one.total}


def target_list_json(answer: TargetList) -> Json:
    """Return the shape of `phahe targets`."""
    page = page_json(answer, lambda row: targets_json(*row))
    return {**page, "indicators": [together_json(one) for one in answer.indicators]}


def together_json(one: Together) -> Json:
    """Return an indicator with the names that are taken together."""
    names = [{"indicator": name.indicator, "unit": name.unit} for name in one.names]
    return {"key": one.key, "name": one.name, "names": names}

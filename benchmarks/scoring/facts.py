"""Targets and duties of one document, as labelled and as read."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.scoring.matching import (
    Row,
    fold,
    likeness_of_duties,
    likeness_of_names,
    likeness_of_quantities,
    pair,
)
from benchmarks.scoring.tally import Tally


def score_quantities(gold: Sequence[Row], found: Sequence[Row], tally: Tally) -> None:
    """Count targets and baselines, and the units of those that were found."""
    want, have = quantities(gold), quantities(found)
    pairs = pair(want, have, likeness_of_quantities)
    tally.add("indicators", len(pairs), len(want), len(have))
    units = [(want[i]["unit"], have[j]["unit"]) for i, j in pairs]
    right = sum(fold(a) == fold(b) for a, b in units if a)
    tally.add("units", right, sum(bool(a) for a, _ in units), sum(bool(b) for _, b in units))
    tally.list_unpaired("indicator", list(map(_quantity, want)), list(map(_quantity, have)), pairs)


def _quantity(row: Row) -> str:
    return f"{row['name']} {row['year']} {row['op']} {row['value']}"


def quantities(indicators: Sequence[Row]) -> list[Row]:
    """Return the values of indicators, one a row, with rule and confidence where they have them."""
    return [
        {
            "name": row.get("name"),
            "unit": row.get("unit"),
            "kind": kind,
            "year": value.get("year"),
            "op": value.get("op", "="),
            "value": value.get("value"),
            "rule": value.get("rule"),
            "confidence": value.get("confidence"),
        }
        for row in indicators
        for kind in ("baselines", "targets")
        for value in row.get(kind) or []
    ]


def score_duties(gold: Sequence[Row], found: Sequence[Row], tally: Tally) -> None:
    """Count duties, those whose role is right too, and the partners of matched ones."""
    pairs = pair(gold, found, likeness_of_duties)
    tally.add("duties", len(pairs), len(gold), len(found))
    roles = sum(gold[i].get("role") == found[j].get("role") for i, j in pairs)
    tally.add("duties with role", roles, len(gold), len(found))
    for i, j in pairs:
        want, have = gold[i].get("partners") or [], found[j].get("partners") or []
        tally.add("partners", len(pair(want, have, likeness_of_names)), len(want), len(have))
    tally.list_unpaired("duty", list(map(_duty, gold)), list(map(_duty, found)), pairs)


def _duty(row: Row) -> str:
    return f"{row.get('agency')} | {str(row.get('text'))[:60]}"

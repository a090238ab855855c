"""Values found in a text, each with the indicator that it is one of."""

from __future__ import annotations

from typing import NamedTuple


class FoundValue(NamedTuple):
    """One value at low[start:end] (its clause) for the indicator `name`."""

    name: str
    unit: str | None
    year: int | None
    op: str
    value: float
    value_to: float | None
    baseline: bool
    start: int
    end: int
    section: str
    rule: str
    confidence: float
    yearly: bool = False
    """Whether it is said of each year ("mỗi năm 200 đảng viên"), and so of no year beside it."""

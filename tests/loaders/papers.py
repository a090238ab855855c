"""Small papers in the form of plans, and what reading them gives."""

from __future__ import annotations

from loaders.read import read_text
from loaders.records import Responsibility

HEADER = (
    "ỦY BAN NHÂN DÂN TỈNH\nSố: 12/KH-UBND\nHà Nam, ngày 02 tháng 3 năm 2021\nKẾ HOẠCH\n"
    "Phát triển kinh tế - xã hội\n"
)

Stated = tuple[str, str | None, int | None, str, float]
"""Name, unit, year, comparator and number of a value."""


def values(body: str) -> tuple[list[Stated], list[Stated]]:
    """The targets and the baselines of a plan of 2021 with this body, in order."""
    return stated(HEADER + body)


def stated(paper: str) -> tuple[list[Stated], list[Stated]]:
    """The targets and the baselines of a whole paper, in order."""
    targets: list[Stated] = []
    baselines: list[Stated] = []
    for indicator in read_text(paper, "plan.txt").indicators:
        for found, kind in ((indicator.targets, targets), (indicator.baselines, baselines)):
            kind += [
                (indicator.name, indicator.unit, value.year, value.op, value.value)
                for value in found
            ]
    return targets, baselines


def duties(body: str) -> tuple[Responsibility, ...]:
    """The duties that a plan with this body gives."""
    return read_text(HEADER + body, "plan.txt").responsibilities

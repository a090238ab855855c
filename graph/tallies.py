"""Tallies: how many rows of each kind a store holds, counted by the store itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.store import Sought


class Counted(StrEnum):
    """What is counted, and by what.

    Documents by status, level, type, province, year and quality; files by outcome; relations by
    type; duties by role. `AGENCY` and `INDICATOR` count different names: of an agency with the
    place that its document leaves open, of an indicator without case and marks. `AMBIGUOUS` counts
    the citations that fit several documents, by whether a node of its own stands for each.
    """

    STATUS = "status"
    LEVEL = "level"
    TYPE = "type"
    PROVINCE = "province"
    YEAR = "year"
    QUALITY = "quality"
    OUTCOME = "outcome"
    RELATION = "relation"
    ROLE = "role"
    TARGETS = "targets"
    AGENCY = "agency"
    INDICATOR = "indicator"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Tally:
    """`count` rows have `value`; None is the value of those that have none."""

    of: Counted
    value: str | None
    count: int

    @property
    def at(self) -> str:
        """Its place in the order of all tallies."""
        return f"{self.of} {'' if self.value is None else '=' + self.value}"


@dataclass(frozen=True, slots=True)
class TallyCriteria(Sought[Tally, str]):
    """All tallies, by what is counted and by value; those of no row are left out."""


def page_of(tallies: Iterable[Tally], *, limit: int, after: str | None) -> tuple[list[Tally], int]:
    """Return what `Store.find` answers, from all tallies in any order."""
    some = sorted((one for one in tallies if one.count), key=lambda one: one.at)
    return [one for one in some if after is None or one.at > after][: max(limit, 0)], len(some)

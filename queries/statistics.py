"""Statistics: how much of what the graph holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import DocumentStatus
from graph.store import Store
from graph.tallies import Counted, Tally, TallyCriteria
from loaders.folding import fold
from loaders.records import Level, Quality, RelationType, Role

_MOST = 1_000_000
_ORDERS: Mapping[Counted, tuple[str, ...]] = {
    Counted.STATUS: tuple(DocumentStatus),
    Counted.LEVEL: tuple(Level),
    Counted.QUALITY: tuple(Quality),
    Counted.RELATION: tuple(RelationType),
    Counted.ROLE: tuple(Role),
}
_BY_VALUE = (Counted.YEAR,)


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many rows of each kind there are, all of one moment.

    `tables` are documents by status, level, type, province, year of issue and quality, files by
    outcome, relations by type and duties by role. What has fixed values stands in their order,
    years ascend, types, provinces and outcomes go by their numbers, the most first; ties by folded
    value; what has no value comes last. `agencies` counts different names of agencies, with the
    place that their document leaves open, `indicators` different names without case and marks:
    one body, or one indicator, under two names counts twice. `ambiguous` counts citations of which
    several documents fit and none was chosen.
    """

    tables: Mapping[Counted, tuple[Tally, ...]]
    targets: int
    agencies: int
    indicators: int
    ambiguous: int

    def total(self, of: Counted) -> int:
        """Return how many rows a table counts."""
        return sum(one.count for one in self.tables[of])


def statistics(store: Store) -> Statistics:
    """Return the statistics of a whole graph, which the store counts itself.

    Every document counts once: stubs, and the nodes that stand for ambiguous citations, are
    documents that are only cited. Edges count as stored, act and programme apart.
    """
    tallies, _ = store.find(TallyCriteria(), limit=_MOST)
    of = {kind: [one for one in tallies if one.of is kind] for kind in Counted}
    single = (Counted.TARGETS, Counted.AGENCY, Counted.INDICATOR, Counted.AMBIGUOUS)
    counts = [sum(one.count for one in of[kind]) for kind in single]
    tables = {kind: _in_order(kind, some) for kind, some in of.items() if kind not in single}
    return Statistics(tables, *counts)


def _in_order(of: Counted, tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    fixed = _ORDERS.get(of)

    def place(one: Tally) -> tuple[bool, int, str, str]:
        value = one.value or ""
        if one.value is None:
            return True, 0, "", ""
        if fixed is not None:
            return False, fixed.index(value), "", ""
        return False, 0 if of in _BY_VALUE else -one.count, fold(value), value

    return tuple(sorted(tallies, key=place))

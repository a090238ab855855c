"""Counts of what was labelled, found and right, and the figures that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts of one figure and what follows from them."""

    hits: int
    gold: int
    found: int

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Tally:
    """Figures under way, and a line for every miss and every invention."""

    counts: dict[str, Figure] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, hits: int, gold: int, found: int) -> None:
        old = self.counts.get(name, Figure(0, 0, 0))
        self.counts[name] = Figure(old.hits + hits, old.gold + gold, old.found + found)

    def merge(self, other: Tally) -> None:
        for name, figure in other.counts.items():
            self.add(name, figure.hits, figure.gold, figure.found)
        self.errors += other.errors

    def list_unpaired(
        self,
        what: str,
        gold: Sequence[str],
        found: Sequence[str],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        """Note each labelled row that nothing was paired with, and each found one."""
        for side, (rows, fault) in enumerate(((gold, "missed"), (found, "invented"))):
            paired = {row[side] for row in pairs}
            self.errors += [f"{what} {fault}: {r}" for i, r in enumerate(rows) if i not in paired]

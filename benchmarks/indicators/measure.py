"""Compare what the graph says of pairs of indicators' names with what we say of them.

    python -m benchmarks.indicators.measure

Each pair is the same, different or doubtful by our word. Precision and recall are of pairs called
the same; a doubtful pair called the same is a wrong merge too. `new` are the same figures on the
pairs of which some name occurs in no row of the table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.indicators.indicator import Likeness, likened
from loaders.folding import fold
from loaders.tables import load_toml

PAIRS = Path(__file__).with_name("pairs.tsv")


@dataclass(frozen=True, slots=True)
class NamedPair:
    """Two names with their units, what they are to each other, and whether the table has both."""

    field: str
    truth: Likeness
    names: tuple[str, str]
    units: tuple[str, str]
    new: bool

    @property
    def found(self) -> Likeness:
        """What the graph says."""
        (one, other), (unit, other_unit) = self.names, self.units
        return likened(one, unit, other, other_unit).likeness


def pairs() -> list[NamedPair]:
    """Return the pairs of `pairs.tsv`, in its order."""
    known = {fold(name) for name in _strings(load_toml("graph", "indicators"))}
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return [
            NamedPair(
                row["field"],
                Likeness(row["truth"]),
                names := (row["name"], row["other"]),
                (row["unit"], row["other_unit"]),
                any(fold(name) not in known for name in names),
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def figures() -> dict[str, float]:
    """Return precision and recall of all pairs and of the new ones, and doubts that were kept."""
    every = pairs()
    doubts = [pair for pair in every if pair.truth is Likeness.DOUBTFUL]
    told = sum(pair.found is Likeness.DOUBTFUL for pair in doubts)
    whole, new = _scored(every), _scored([pair for pair in every if pair.new])
    return {
        "precision": whole[0],
        "recall": whole[1],
        "precision of new names": new[0],
        "recall of new names": new[1],
        "doubts told": round(told / len(doubts), 4),
    }


def _scored(some: Iterable[NamedPair]) -> tuple[float, float]:
    rows = [(pair.truth is Likeness.SAME, pair.found is Likeness.SAME) for pair in some]
    right = sum(truth and found for truth, found in rows)
    called, true = sum(found for _, found in rows), sum(truth for truth, _ in rows)
    return round(right / (called or 1), 4), round(right / (true or 1), 4)


def main() -> None:
    """Print the figures and every pair that is told otherwise than we tell it."""
    for pair in pairs():
        if pair.found is not pair.truth:
            print(f"{pair.truth} told {pair.found}: {pair.names[0]} | {pair.names[1]}")
    print("".join(f"  {name} {value:.3f}" for name, value in figures().items()))


if __name__ == "__main__":
    main()

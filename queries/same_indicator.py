"""Which targets of two documents measure one thing."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from graph.stated import Targets
from loaders.folding import fold

ALIKE = 75.0
"""From this likeness of folded names on (0 to 100, by words) two indicators are compared."""


def likeness(one: Targets, other: Targets) -> float:
    """Return how surely two targets measure one thing, 0 to 100; below `ALIKE` they do not."""
    return fuzz.token_set_ratio(fold(one.indicator), fold(other.indicator))


def same_indicator(one: Targets, others: Sequence[Targets]) -> Targets | None:
    """Return which of `others` measures what `one` does, None where none does.

    The same unit goes first, then the likest name, then the first in the list.
    """
    alike = [
        (other.unit == one.unit, score, -place, other)
        for place, other in enumerate(others)
        if (score := likeness(other, one)) >= ALIKE
    ]
    return max(alike, key=lambda row: row[:3])[-1] if alike else None


def paired(ones: Sequence[Targets], others: Sequence[Targets]) -> list[tuple[Targets, Targets]]:
    """Return pairs that measure one thing, each target in one pair at most.

    The likest pairs are made first, as in `same_indicator`; ties in the order of the lists.
    """
    alike = sorted(
        (
            (one.unit != other.unit, -score, left, right)
            for left, one in enumerate(ones)
            for right, other in enumerate(others)
            if (score := likeness(one, other)) >= ALIKE
        ),
    )
    pairs, taken = [], (set[int](), set[int]())
    for _, _, left, right in alike:
        if left not in taken[0] and right not in taken[1]:
            taken[0].add(left)
            taken[1].add(right)
            pairs.append((left, right))
    return [(ones[left], others[right]) for left, right in sorted(pairs)]

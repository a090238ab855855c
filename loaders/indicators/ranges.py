"""Ranges of values whose unit stands behind both numbers."""

from __future__ import annotations

from loaders.grammar.patterns import find_of
from loaders.indicators.found_values import FoundValue
from loaders.indicators.measuring import unit_of
from loaders.indicators.names import lowered
from loaders.indicators.quantities import Quantity


def to_next(low: str, value: FoundValue, pair: list[Quantity], at: int) -> FoundValue:
    """Return a value as the range that it opens with the next number: "đạt từ 3 USD đến 4 USD".

    `pair` are its number and the next, `at` is where the words of the value before end.
    """
    first, last = pair
    apart = find_of("indicators", "up_to")(low, value.end, last.start)
    if apart is None or last.value <= first.value or first.value_to is not None:
        return value
    opened = find_of("indicators", "ranges_from")(low, at, first.start) is not None
    moved = None if opened else find_of("indicators", "moves_by")(low, at, first.start)
    if not (opened or moved):
        return value
    measured = unit_of(low, last, value.end, goal=True)
    if measured is None or (measured[0] or measured[1]) != value.unit:
        return value
    before, value = value, value._replace(op="range", value_to=last.value, end=measured[2])
    if moved is None:
        return value
    if find_of("indicators", "against_farther")(low, value.end) is None:
        return before
    return value._replace(name=f"Mức {moved['way']} {lowered(value.name)}")

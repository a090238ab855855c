"""How a value that one document sets stands to the same one of a document above it.

Which of two values is the better one is told by their comparators (at least, at most), or by what
was reported before; where neither tells, two values are only different.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.stated import Targets, TargetValue

_AT_LEAST, _AT_MOST = {">", ">="}, {"<", "<="}


class CascadeFlag(StrEnum):
    """How a value stands to what the document above asks for."""

    WEAKER = "weaker"
    STRONGER = "stronger"
    DIFFERENT = "different"
    LATER = "later"
    OTHER_UNIT = "other_unit"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class CascadeValue:
    """A value to be reached, with its flags; `against` is the value above that they mean."""

    value: TargetValue
    flags: tuple[CascadeFlag, ...] = ()
    against: TargetValue | None = None


def compared(value: TargetValue, own: Targets, model: Targets | None) -> CascadeValue:
    """Return a value with what is to be said of it, beside its own document and the one above."""
    flags = []
    twins = [one for one in own.targets if one.year == value.year and one is not value]
    if any(_contradict(value, one) for one in twins):
        flags.append(CascadeFlag.CONFLICT)
    if model is None:
        return CascadeValue(value, tuple(flags))
    if model.unit != own.unit:
        return CascadeValue(value, (*flags, CascadeFlag.OTHER_UNIT), model.targets[0])
    same_year = [one for one in model.targets if one.year == value.year]
    if same_year:
        against = same_year[0]
        flags += _by_size(value, against, own, model)
        return CascadeValue(value, tuple(flags), against)
    earlier = [one for one in model.targets if _is_earlier(one, value)]
    years = {one.year for one in own.targets}
    for against in earlier:
        if against.year not in years and against.value == value.value:
            return CascadeValue(value, (*flags, CascadeFlag.LATER), against)
    return CascadeValue(value, tuple(flags))


def _is_earlier(one: TargetValue, other: TargetValue) -> bool:
    return one.year is not None and other.year is not None and one.year < other.year


def _contradict(one: TargetValue, other: TargetValue) -> bool:
    """Whether one thing cannot have both values in one year: "95" and "at least 90" can be."""
    if one.op == other.op == "=":
        return one.value != other.value
    low, high = (one, other) if one.value <= other.value else (other, one)
    return low.op in _AT_MOST and high.op in _AT_LEAST


def _by_size(
    value: TargetValue, against: TargetValue, own: Targets, model: Targets
) -> list[CascadeFlag]:
    if value.value == against.value or "change" in (value.op, against.op):
        return []
    upwards = _is_upwards(value, against, own, model)
    if upwards is None:
        return [CascadeFlag.DIFFERENT]
    better = (value.value > against.value) == upwards
    return [CascadeFlag.STRONGER if better else CascadeFlag.WEAKER]


def _is_upwards(
    value: TargetValue, against: TargetValue, own: Targets, model: Targets
) -> bool | None:
    """Whether more is better; None where nothing tells."""
    ops = {value.op, against.op}
    if ops & _AT_LEAST and not ops & _AT_MOST:
        return True
    if ops & _AT_MOST and not ops & _AT_LEAST:
        return False
    for stated, goal in ((model, against), (own, value)):
        for before in stated.baselines:
            if before.value != goal.value and before.op != "change":
                return goal.value > before.value
    return None

"""Values found in a text, each with the indicator that it is one of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.patterns import pattern

_SHORT_NAME = 8
"""Words of a share's name that may want the predicate of the next one."""


@dataclass(frozen=True, slots=True)
class FoundValue:
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


def shared_predicate(found: list[FoundValue]) -> list[FoundValue]:
    """Give shares the predicate that the next of a row has: "60% xã, 70% thôn có nhà văn hóa"."""
    says = pattern("indicators", "said_of_things").regex
    done: list[FoundValue] = []
    tail = ""
    for value in reversed(found):
        said = says.search(value.name.lower())
        if value.rule != "share_of":
            tail = ""
        elif said is not None:
            tail = value.name[said.start() :]
        elif tail and len(value.name.split()) <= _SHORT_NAME:
            value = replace(value, name=f"{value.name} {tail}")
        done.append(value)
    return done[::-1]

"""Documents grouped by level and province: how many are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from graph.model import Document
from loaders.folding import fold
from loaders.records import Level

LEVELS = {level._value_: rank for rank, level in enumerate(Level)}
"""Levels in their order; an unknown one comes behind them all."""


class Group(NamedTuple):
    """So many documents are of one level and province; None is what is not known."""

    level: Level | None
    province: str | None
    total: int


def groups_of(documents: Iterable[Document]) -> tuple[Group, ...]:
    """Return the groups by level (central first, unknown last), then province (none first)."""
    counts = Counter(map(attrgetter("level", "province"), documents))
    return tuple(
        sorted(
            (Group(*place, total) for place, total in counts.items()),
            key=lambda group: (level_rank(group.level), *_folded(group.province)),
        )
    )


def level_rank(level: Level | None) -> int:
    """Return the place of a level in the order of every list."""
    return len(LEVELS) if level is None else LEVELS[level._value_]


def _folded(province: str | None) -> tuple[str, str]:
    return (fold(province), province) if province else ("", "")

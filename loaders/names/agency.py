"""An agency as a text names it."""

from __future__ import annotations

from typing import NamedTuple

from loaders.records import Level


class Agency(NamedTuple):
    """An agency named at value[start:end]. `name` is canonical; `kind` the table row's name."""

    start: int
    end: int
    name: str
    kind: str
    level: Level | None
    province: str | None = None
    district: str | None = None

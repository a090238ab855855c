"""Doubts: what, beside its rule, makes a fact less sure, and by how much its confidence sinks.

A rule gives the confidence of a clean sentence; the signs of a doubt are seen in the fact itself.
The rows and their factors stand in `tables/doubts.toml`, how they were measured in
docs/reliability.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cache
from math import prod
from typing import Any, TypeVar

from loaders.errors import BadTable
from loaders.records import (
    DocumentRecord,
    Indicator,
    Quality,
    Relation,
    Responsibility,
    Value,
)
from loaders.tables import load_toml
from loaders.text.quality import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_TORN = 0.15
_SHREDDED = 0.3
_READ = 160
"""Letters of a passage that are looked at: who is to do what stands at its beginning."""

Fact = TypeVar("Fact", Relation, Value, Responsibility)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row of the table: where all `signs` hold for a fact of its `kind`, `factor` applies."""

    kind: str
    name: str
    signs: tuple[str, ...]
    factor: float
    because: str
    example: str
    counter: str


@cache
def doubts() -> tuple[Doubt, ...]:
    """Return the rows. Raises BadTable for a sign that is none, or a factor that is no doubt."""
    table = load_toml("loaders", "doubts")["doubt"]
    rows = tuple(Doubt(**{**row, "signs": tuple(row["signs"])}) for row in table)
    for row in rows:
        if not set(row.signs) <= _SIGNS[row.kind].keys() or not 0 < row.factor < 1:
            raise BadTable(f"doubts.toml: the row {row.name!r} has a sign or a factor that is none")
    return rows


@dataclass(frozen=True, slots=True)
class Scene:
    """What of a document the signs need: `unnumbered` are the references without a number."""

    garbled: bool
    unnumbered: Collection[str]

    @classmethod
    def of(cls, record: DocumentRecord) -> Scene:
        return cls(
            record.quality is Quality.GARBLED,
            {reference.key for reference in record.references if reference.number is None},
        )


def with_doubts(record: DocumentRecord) -> DocumentRecord:
    """Return the record with the confidence of its relations, values and duties lowered."""
    scene = Scene.of(record)
    return replace(
        record,
        relations=_doubted(record.relations, "relation", scene),
        indicators=tuple([_indicator(one, scene) for one in record.indicators]),
        responsibilities=_doubted(record.responsibilities, "duty", scene),
    )


def doubts_of(fact: Relation | Value | Responsibility, kind: str, scene: Scene) -> list[Doubt]:
    """Return the rows whose signs all hold for a fact of the kind relation, value or duty."""
    signs = _SIGNS[kind]
    return [row for row in _of_kind(kind) if all(signs[sign](fact, scene) for sign in row.signs)]


@cache
def _of_kind(kind: str) -> tuple[Doubt, ...]:
    return tuple(row for row in doubts() if row.kind == kind)


def _doubted(facts: tuple[Fact, ...], kind: str, scene: Scene) -> tuple[Fact, ...]:
    found = []
    for fact in facts:
        rows = doubts_of(fact, kind, scene)
        confidence = fact.confidence * prod(row.factor for row in rows)
        found.append(replace(fact, confidence=round(confidence, 2)) if rows else fact)
    return tuple(found)


def _indicator(indicator: Indicator, scene: Scene) -> Indicator:
    return replace(
        indicator,
        baselines=_doubted(indicator.baselines, "value", scene),
        targets=_doubted(indicator.targets, "value", scene),
    )


def torn_share(text: str) -> float:
    """Return the share of the words that can be no Vietnamese syllable; capitals do not count."""
    found = _WORD.findall(unicodedata.normalize("NFC", text))
    words = [word for word in found if not word.isupper()]
    return sum(not is_syllable(word.lower()) for word in words) / len(words) if words else 0.0


def _torn(least: float) -> Sign:
    return lambda duty, scene: scene.garbled and torn_share(duty.passage.quote[:_READ]) > least


Sign = Callable[[Any, Scene], bool]


def _garbled(fact: object, scene: Scene) -> bool:
    return scene.garbled


_SIGNS: dict[str, dict[str, Sign]] = {
    "relation": {
        "garbled": _garbled,
        "unnumbered": lambda relation, scene: relation.target in scene.unnumbered,
    },
    "value": {
        "garbled": _garbled,
        "no_year": lambda value, scene: value.year is None,
        "change": lambda value, scene: value.op == "change",
    },
    "duty": {
        "garbled": _garbled,
        "torn": _torn(_TORN),
        "shredded": _torn(_SHREDDED),
        "torn_agency": lambda duty, scene: scene.garbled and torn_share(duty.agency) > 0,
    },
}

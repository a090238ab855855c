"""Relation rules: the rows of tables/relations.toml, which say what words between names mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from loaders.grammar.patterns import Pattern, find_of, load_patterns
from loaders.grammar.regexes import Find
from loaders.records import CHANGING, RelationType
from loaders.tables import load_toml


class Effect(NamedTuple):
    """What words say of two names: `kind` is "forward" (the first does `type` to the second),
    "backward", "list" (they stand side by side) or "same" (they are one document).
    """

    name: str
    kind: str
    type: RelationType | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: the words that it finds, and their effect.

    `where` are the regions of a paper in which it counts; `over_subject` rows span the subject of
    the first name, and are tried only from where the name ends.
    """

    find: Find
    effect: Effect
    where: frozenset[str]
    over_subject: bool


CARRIES_OUT = Effect("named_implements", "forward", RelationType.IMPLEMENTS, 0.95)
AMENDS = Effect("named_amends", "forward", RelationType.AMENDS, 0.95)
ABOUT = Effect("is_about", "forward", RelationType.APPROVES, 0.8)
_IN_NAME = {"carrying": CARRIES_OUT, "amending_law": AMENDS}


def effect_in_name(rule: str) -> Effect | None:
    """Return what a citation of this rule does to one that stands in its name.

    "Kế hoạch thực hiện Nghị quyết …" carries it out, "Luật sửa đổi … Luật Đất đai" amends it; other
    names do nothing.
    """
    return _IN_NAME.get(rule)


def is_wished(effect: Effect, words: str) -> bool:
    """Whether a body only asks for the change that the words between two names speak of: "Luật A,
    UBND tỉnh trình HĐND tỉnh ban hành Nghị quyết bãi bỏ Nghị quyết B".
    """
    changes = effect.type in CHANGING and effect.kind == "forward"
    return changes and find_of("relations", "asks_for_change")(words) is not None


@cache
def link_rules() -> tuple[Rule, ...]:
    """Return the rows for the words between two names, in the order in which they are tried."""
    return _rules("link")


@cache
def head_rules() -> tuple[Rule, ...]:
    """Return the rows for the words before the first name of a clause: the paper itself acts."""
    return _rules("head")


def is_past(words: str) -> bool:
    """Whether the words make a report of what would be an act: "kết quả thực hiện"."""
    return any(row.find(words) for row in load_patterns("relations", "past"))


def is_reported(words: str) -> bool:
    """Whether words before a name say that a report speaks of how it was carried out."""
    return find_of("relations", "reported")(words) is not None


def is_unsaid(words: str) -> bool:
    """Whether the words make a wish, a denial or the past of a change: "đề nghị bãi bỏ"."""
    return any(row.find(words) for row in load_patterns("relations", "unsaid"))


def _rules(group: str) -> tuple[Rule, ...]:
    rows = load_toml("loaders", "relations")[group]
    patterns = load_patterns("relations", group)
    return tuple(_rule(row, pattern) for row, pattern in zip(rows, patterns, strict=True))


def _rule(row: dict[str, Any], pattern: Pattern) -> Rule:
    kind = RelationType(row["type"]) if "type" in row else None
    effect = Effect(pattern.name, row.get("kind", "forward"), kind, row["confidence"])
    where = frozenset(row.get("where", ()))
    return Rule(pattern.find, effect, where, row.get("over_subject", False))

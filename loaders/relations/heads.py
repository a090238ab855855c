"""Heads: what the words before the first name of a clause say that the paper itself does to it."""

from __future__ import annotations

from typing import NamedTuple

from loaders.citations.citation import Citation
from loaders.grammar.patterns import find_of
from loaders.layout.regions import Region
from loaders.records import CHANGING, RelationType
from loaders.relations.acting import keeps
from loaders.relations.rules import (
    Effect,
    head_rules,
    is_past,
    is_reported,
    is_unsaid,
)
from loaders.relations.side_by_side import opens_basis


class Clause(NamedTuple):
    """The words before a name, from the name before it or the sentence's beginning on.

    `later` says that another name stands before; `behind` are the words behind its subject, and
    `report` those among which words are looked for that make a report of an act.
    """

    words: str
    region: Region
    later: bool
    behind: str
    report: str


def head_effect(clause: Clause, citation: Citation) -> Effect | None:
    """Return what the paper does to the name, by the first row that finds the words; None where
    none does, and where the words are the subject of the name before.
    """
    if not _may_open(clause):
        return None
    for rule in head_rules():
        if clause.region.value not in rule.where or not rule.find(clause.words):
            continue
        if not _unsaid(rule.effect, clause) and not keeps(rule.effect.name, clause.words, citation):
            return rule.effect
    return None


def _may_open(clause: Clause) -> bool:
    """Whether a name behind another one may still be one that the paper does something to."""
    if not clause.later:
        return True
    if clause.region is Region.BASIS:
        return opens_basis(clause.words) or opens_basis(clause.behind)
    if clause.region in (Region.ENACTING, Region.ARTICLE):
        return find_of("relations", "details_of_the_one_before")(clause.words) is None
    if clause.region not in (Region.TITLE, Region.PURPOSE):
        return True
    return find_of("relations", "subject_of_the_one_before")(clause.words) is None


def _unsaid(effect: Effect, clause: Clause) -> bool:
    """Whether the words report, wish or deny what the row says of the paper."""
    if effect.type is RelationType.IMPLEMENTS:
        return is_past(clause.report)
    if effect.type in CHANGING:
        return is_unsaid(clause.words)
    return effect.type is RelationType.BASED_ON and is_reported(clause.words)

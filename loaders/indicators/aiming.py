"""Aiming: whether a counted or measured thing is a target, and what is done to it."""

from __future__ import annotations

from functools import cache

from loaders.grammar.patterns import pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.clauses import Clause, Measure
from loaders.indicators.names import lowered

LONGEST_ACTION = 10
"""Words before a number that say what is done to the things behind it: "thu gom, xử lý 90% rác"."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


def aimed(low: str, clause: Clause, measure: Measure) -> bool:
    """Return whether a counted or measured thing is a target.

    It is by its section, by a word before it, by another count beside it, or by the year behind it.
    """
    if clause.place.goal:
        return True
    if _row("aims").search(low, measure.near, measure.quantity.start):
        return True
    if clause.named_in == clause.start and _row("beside").search(
        low, measure.near, measure.quantity.start
    ):
        return True
    return _row("aims_behind").match(low, measure.end, clause.end) is not None


def action(measure: Measure) -> str:
    """Return the words before a number that say what is done, if they are few: "trồng mới"."""
    name = _row("given_to").sub("", measure.name)
    if _row("by_body").match(name.lower()):
        name = ""
    if spent := _row("with_money").match(name.lower()):
        name = name[spent.end() :]
    return lowered(name) if len(name.split()) <= LONGEST_ACTION else ""

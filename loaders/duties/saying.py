"""Saying: what makes a sentence that opens with an agency a duty, by where it stands."""

from __future__ import annotations

from enum import StrEnum

from loaders.grammar.patterns import find_of
from loaders.layout.context import Place
from loaders.layout.regions import Region


class Say(StrEnum):
    """What makes a sentence that opens with an agency a duty, by where it stands."""

    MUST = "only a word of obligation"
    TASK = "a word of leading, joining or obligation, of an agency that is named"
    ITEM = "as TASK, or any word of a task behind a name that is no group"
    CLOSING = "any word of a task, of an agency that is named"
    ANY = "any word of a task"


def say_of(
    place: Place, region: Region, *, organising: bool, article: bool, item: bool = False
) -> Say:
    """Return what makes a sentence at this place a duty; `organising`: where tasks are given,
    as by an article that opens with an agency. `item`: in a numbered list.
    """
    if region is Region.CLOSING:
        return Say.CLOSING
    if organising or article:
        return Say.ANY
    if place.goal or place.state or place.views:
        return Say.MUST
    names_tasks = find_of("quantities", "names_tasks")
    listed = item and any(names_tasks(heading) for heading in place.headings)
    return Say.ITEM if listed else Say.TASK

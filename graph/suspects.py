"""Suspects: where a graph may hold what does not fit; nobody has to read all of it to know.

A store finds each kind in one statement over its claims or edges. Whether a suspect is a finding,
and with which sentences, is for `queries.findings` to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.store import Sought
from loaders.records import RelationType

RESTING = (RelationType.IMPLEMENTS, RelationType.BASED_ON)
"""The relations by which a document rests on another: in both it follows what was there before."""


class Suspicion(StrEnum):
    """Why something may not fit. A day is a full date; a partial one counts as its first day.

    - `VAGUE`: a claim of the document fits several others.
    - `DAYS`: claims of the document, of which none is vague, state two different days, or one of
      them states several dates.
    - `LATER`: the document, issued on a known day, rests on a target of a later first day.
    - `REPLACED`: the document, issued on a known day, rests on a target that another one replaces.
    - `ROUND`: circles may pass through the document. Every circle of `RESTING`, an act and what it
      carries counted as one, has such a document: a target that is not told to be of an earlier
      first day than what rests on it, and that rests on something or is carried or carries; or an
      act that is not told to be of one first day with what it carries, if something rests on one
      of the two and one of the two rests on something, or a third is carried by or carries one of
      them.
    """

    VAGUE = "vague"
    DAYS = "days"
    LATER = "later"
    REPLACED = "replaced"
    ROUND = "round"


SuspectPlace = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A document, and of `LATER` and `REPLACED` how it rests on which target."""

    document: str
    relation: RelationType | None = None
    target: str | None = None

    @property
    def at(self) -> SuspectPlace:
        """Its place in a list: by document, relation, target."""
        return self.document, self.relation or "", self.target or ""


@dataclass(frozen=True, slots=True)
class SuspectCriteria(Sought[Suspect, SuspectPlace]):
    """All suspects of one kind, each once."""

    of: Suspicion


def page_of(
    suspects: Iterable[Suspect], *, limit: int, after: SuspectPlace | None
) -> tuple[list[Suspect], int]:
    """Return what `Store.find` answers, from all suspects in any order."""
    every = sorted(suspects, key=lambda one: one.at)
    rest = [one for one in every if after is None or one.at > after]
    return rest[: max(limit, 0)], len(every)

"""Near mentions: what a paper tells of an undated mention by what it says elsewhere of its number.

"36-NQ/TW ngày 22/10/2018" here and "36-NQ/TW về công nghệ thông tin" there: what the second one
says decides first, against all documents of the number; where it does not decide, the day that the
paper gives to that number does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.identity.agreement import Draft, can_mean
from graph.identity.titles import conflict, likeness
from graph.model import Claim

_LITTLE = 0.25
"""Titles that share fewer of the shorter one's words are of two documents, whatever the paper."""


def dated_near(claim: Claim, possible: Sequence[Draft]) -> Draft | None:
    """Return the one of the documents that has a day which the paper gives to the number."""
    days = set(claim.near_dates)
    dated = [draft for draft in possible if draft.dates & days]
    return dated[0] if len(dated) == 1 else None


def meant_in_paper(claim: Claim, drafts: Iterable[Draft]) -> list[Draft]:
    """Return what a claim that fits no document may mean in spite of its title: of those days.

    Papers put a subject in their own words; one that shares no word, or that names another year,
    is another document.
    """
    days = set(claim.near_dates)
    if not days:
        return []
    untitled = replace(claim, title=None)
    return [
        draft
        for draft in drafts
        if draft.dates & days and can_mean(untitled, draft) and _is_in_other_words(claim, draft)
    ]


def _is_in_other_words(claim: Claim, draft: Draft) -> bool:
    title = claim.title or ""
    return any(
        (likeness(title, other) or 0.0) >= _LITTLE or conflict(title, other) is None
        for other in draft.titles
    )

"""Choosing the one document that a claim means among those that it does not contradict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.identity.agreement import Draft, can_mean, fit
from graph.identity.near_home import nearest
from graph.identity.near_mentions import dated_near, meant_in_paper
from graph.identity.renumbered import is_of_earlier_year
from graph.identity.titles import ALIKE, short_subject, speaks_of
from graph.model import Claim
from loaders.folding import fold

_CLEAR = 0.15
"""By so much must the best title be liker than the next one for a claim to be given to it."""

_UNKNOWN_TITLE = 0.5
"""What a candidate without a title counts as, between another subject and the same."""


def possible_homes(claim: Claim, near: Iterable[Draft]) -> list[Draft]:
    """Return the documents that a claim can mean: what it says contradicts none of them."""
    drafts = list(near)
    found = [draft for draft in drafts if can_mean(claim, draft)]
    return found or meant_in_paper(claim, drafts)


def home_of(claim: Claim, possible: Sequence[Draft]) -> Draft | None:
    """Return the one of the possible documents that a claim means, None where that is open.

    It is open, too, where the only one is of years before (`graph.identity.renumbered`).
    """
    if len(possible) < 2:
        home = possible[0] if possible else None
    else:
        home = clear_winner(claim, possible) or _near(claim, possible)
    return None if home is not None and is_of_earlier_year(claim, home) else home


def _near(claim: Claim, possible: Sequence[Draft]) -> Draft | None:
    """Return the one near the paper's own place, else near the days that it gives the number."""
    near = nearest(claim, [draft.place for draft in possible])
    return dated_near(claim, possible) if near is None else possible[near]


def clear_winner(claim: Claim, possible: Sequence[Draft]) -> Draft | None:
    """Return the one of several that type or title single out, None where they do not."""
    named = [draft for draft in possible if not _other_type(claim.type, draft)]
    if len(named) == 1:
        return named[0]  # a Quy định 66-QĐ/TW beside a Quyết định of that number
    if claim.title is None:
        return None
    subject = short_subject(claim.title)
    if subject is not None and all(draft.titles for draft in possible):
        told = [draft for draft in possible if speaks_of(subject, draft.titles)]
        return told[0] if len(told) == 1 else None
    titles = [fit(claim, draft).title for draft in possible]
    ranked = sorted(
        (_UNKNOWN_TITLE if alike is None else alike, place) for place, alike in enumerate(titles)
    )
    best, second = ranked[-1], ranked[-2]
    clear = best[0] >= ALIKE and best[0] - second[0] >= _CLEAR
    return possible[best[1]] if clear else None


def _other_type(kind: str | None, draft: Draft) -> bool:
    """Whether the document is known by types of other names only, none a longer or shorter one."""
    if kind is None or not draft.types:
        return False
    name = fold(kind)
    others = [fold(other) for other in draft.types]
    return not any(name in other or other in name for other in others)

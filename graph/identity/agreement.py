"""Agreement: how far what one claim says can be true of one document, and how well it fits.

Only what contradicts parts; what is missing does not. Reasons are data: identity decides by them,
and an answer can show them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from graph.identity.keys import block_of_number
from graph.identity.near_home import may_lie_near
from graph.identity.places import Place, place_of_claim
from graph.identity.titles import CONFLICT, alike, conflict, day_of_named, likeness, same_work
from graph.model import Claim
from loaders.folding import fold
from loaders.records import Level
from loaders.terms import may_fall_in

_SAME_KINDS = (
    # Both are QĐ in Party symbols; only the act's own title tells (Hướng dẫn 36-HD/VPTW).
    frozenset({"quyet dinh", "quy dinh"}),
    frozenset({"bo tieu chi", "tieu chi"}),
)
"""Types that papers take for one another."""


class Reason(StrEnum):
    """A thing on which claim and document agree."""

    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TERM = "term"
    PROVINCE = "province"
    DISTRICT = "district"
    LEVEL = "level"
    TITLE = "title"
    TYPE = "type"


_WEIGHTS = {
    Reason.DATE: 0.35,
    Reason.PARTIAL_DATE: 0.2,
    Reason.TERM: 0.15,
    Reason.PROVINCE: 0.1,
    Reason.DISTRICT: 0.05,
    Reason.LEVEL: 0.05,
    Reason.TITLE: 0.25,
    Reason.TYPE: 0.05,
}


@dataclass(frozen=True, slots=True)
class Fit:
    """That a claim can mean a document; `title` is the likeness of their titles, None unknown."""

    score: float
    reasons: tuple[Reason, ...]
    title: float | None


@dataclass(slots=True, eq=False)
class Draft:
    """A document while its claims are being gathered: what is known of it so far.

    `titles` are the ones that most files give, a few at most: a resolution that thousands cite
    has thousands. A `given` one is a document of its own because a person said so.
    """

    numbered: bool
    place: Place
    dates: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    term: str | None = None
    types: set[str] = field(default_factory=set)
    titles: tuple[str, ...] = ()
    members: list[int] = field(default_factory=list)
    own: bool = False
    given: bool = False
    _counted: Counter[str] = field(default_factory=Counter)

    def add(self, member: int, claim: Claim, files: int) -> None:
        """Take a claim in, with all that it says; `settle` must follow."""
        self.members.append(member)
        self.place = self.place.filled(place_of_claim(claim))
        date = claim.issue_date
        if date is not None and not any(known.startswith(date) for known in self.dates):
            self.dates.add(date)
        if claim.number is not None and (number := block_of_number(claim.number)):
            self.numbers.add(number)
        self.term = self.term or claim.term
        if claim.type is not None:
            self.types.add(claim.type)
        if claim.title is not None:
            self._counted[claim.title] += _OWN_TITLE if claim.own else files
        self.own = self.own or claim.own

    def absorb(self, other: Draft) -> None:
        """Take in another document that turned out to be this one; `settle` must follow."""
        self.members += other.members
        self.place = self.place.filled(other.place)
        self.dates |= other.dates
        self.numbers |= other.numbers
        self.term = self.term or other.term
        self.types |= other.types
        self._counted += other._counted
        self.own = self.own or other.own

    def settle(self) -> None:
        """Choose the titles that others are compared with."""
        counted = sorted(self._counted.items(), key=lambda item: (-item[1], item[0]))
        self.titles = tuple(title for title, _ in counted[:_TITLES])


_TITLES = 8
_OWN_TITLE = 1_000_000


def can_mean(claim: Claim, draft: Draft) -> bool:
    """Whether nothing that the claim says contradicts the document.

    Number, date, place, term and time part. A number with its day and its place is one document,
    whatever it is called; where less is shared, types and titles part too. Titles part works
    without a number always, and laws.
    """
    date = _date_agreement(claim.issue_date, draft.dates)
    place = place_of_claim(claim)
    if date is None or not place.meets(draft.place):
        return False
    if not may_lie_near(claim, draft.place):
        return False
    if not _in_time(claim, draft) or not _in_term(claim, draft):
        return False
    if claim.number and draft.numbers and block_of_number(claim.number) not in draft.numbers:
        return False
    same_day = date is Reason.DATE and place.is_placed and draft.place.is_placed
    if not same_day and not _kind_meets(claim.type, draft.types):
        return False
    if claim.title is None:
        return True
    if not draft.numbered:
        return not draft.titles or any(
            same_work(*sorted((claim.title, other))) for other in draft.titles
        )
    return same_day or not titles_conflict(claim.title, draft.titles)


def may_be_own(claim: Claim, draft: Draft) -> bool:
    """Whether a loaded header that can mean the document is sure enough to be it.

    A number of a known place is used once a day; where the date is open, or the place, only the
    titles can say so. Of two loaded headers whose dates are not equal they must in any case.
    """
    if place_of_claim(claim).is_placed and draft.place.is_placed:
        date = _date_agreement(claim.issue_date, draft.dates)
        if claim.issue_date in draft.dates or (date and not draft.own):
            return True
    return any(alike(claim.title, title) for title in draft.titles)


def titles_conflict(title: str, titles: tuple[str, ...]) -> bool:
    """Whether the title speaks of another subject, or another year, than all of these."""
    found = [conflict(title, other) for other in titles]
    return True in found and False not in found


def fit(claim: Claim, draft: Draft) -> Fit:
    """Return how well a document fits a claim that can mean it."""
    place = place_of_claim(claim)
    date = _date_agreement(claim.issue_date, draft.dates)
    title = _best_likeness(claim.title, draft.titles)
    agreed = {
        Reason.DATE: date is Reason.DATE,
        Reason.PARTIAL_DATE: date is Reason.PARTIAL_DATE,
        Reason.TERM: claim.term is not None and _term_known(draft),
        Reason.PROVINCE: bool(place.province) and place.province == draft.place.province,
        Reason.DISTRICT: bool(place.district) and place.district == draft.place.district,
        Reason.LEVEL: place.level is not None and place.level == draft.place.level,
        Reason.TITLE: title is not None and title >= CONFLICT,
        Reason.TYPE: claim.type in draft.types,
    }
    reasons = tuple(reason for reason, holds in agreed.items() if holds)
    score = sum(_WEIGHTS[r] * (title or 0.0 if r is Reason.TITLE else 1.0) for r in reasons)
    return Fit(round(score, 4), reasons, title)


def _date_agreement(date: str | None, dates: set[str]) -> Reason | bool | None:
    """Return the kind of agreement, False where one side has no date, None for a conflict."""
    if date is None or not dates:
        return False
    if date in dates and len(date) == 10:
        return Reason.DATE
    if any(known.startswith(date) or date.startswith(known) for known in dates):
        return Reason.PARTIAL_DATE
    return None


def _in_time(claim: Claim, draft: Draft) -> bool:
    """Whether the document was there when the citing paper was written.

    One of no known date is at least as late as the numbered document that its title names.
    """
    bound = claim.not_after
    if bound is None:
        return True
    if not draft.dates:
        named = [day for title in draft.titles if (day := day_of_named(title)) is not None]
        return not named or any(day[: len(bound)] <= bound for day in named)
    return any(date[: len(bound)] <= bound[: len(date)] for date in draft.dates)


def _in_term(claim: Claim, draft: Draft) -> bool:
    if claim.term is None or claim.issue_date is not None:
        return True
    if draft.term is not None:
        return draft.term == claim.term
    central = claim.level is Level.CENTRAL and draft.place.level is Level.CENTRAL
    if not central or not draft.dates:
        return True
    return any(may_fall_in(date, claim.term) for date in draft.dates)


def _term_known(draft: Draft) -> bool:
    return draft.term is not None or (draft.place.level is Level.CENTRAL and bool(draft.dates))


def _kind_meets(kind: str | None, kinds: Collection[str]) -> bool:
    return kind is None or not kinds or any(types_meet(kind, other) for other in kinds)


@lru_cache(maxsize=4096)
def types_meet(a: str | None, b: str | None) -> bool:
    """Whether two types can be one document's: "Chương trình", "Chương trình hành động"."""
    if a is None or b is None:
        return True
    first, second = fold(a), fold(b)
    if first.startswith(second) or second.startswith(first):
        return True
    return any({first, second} <= same for same in _SAME_KINDS)


def _best_likeness(title: str | None, titles: tuple[str, ...]) -> float | None:
    found = [alike for other in titles if (alike := likeness(title, other)) is not None]
    return max(found, default=None)

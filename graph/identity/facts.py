"""Facts: what is known of a document, gathered from all that is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.identity.keys import (
    block_of_title,
    is_block_of_act,
    name_of_number,
    name_of_title,
    period_of,
    scope_of,
)
from graph.model import Claim
from loaders.records import Level


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A claim, its id, and the number of files that make it."""

    id: str
    claim: Claim
    files: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of a node, and the symbol, which a key shows where there is no number."""

    type: str | None
    number: str | None
    symbol: str | None
    title: str | None
    issuer: str | None
    issue_date: str | None
    level: Level | None
    province: str | None
    district: str | None

    @property
    def scope(self) -> str:
        """The first part of the key."""
        return scope_of(self.level, self.province, self.district)

    def name(self, block: str) -> str:
        """Return the middle part of the key."""
        kind, title = self.symbol or self.type, self.title or ""
        if is_block_of_act(block):
            return name_of_title(block_of_title(kind, title), kind, title)
        if self.number is not None:
            return name_of_number(block, self.number)
        return name_of_title(block, kind, title) if title else block

    @property
    def when(self) -> str | None:
        """The last part of the key: the date, for a work without a number else its period."""
        if self.issue_date is not None or self.number is not None:
            return self.issue_date
        return period_of(self.title)


def facts_of(claim: Claim) -> Facts:
    """Return what one claim says."""
    return Facts(
        claim.type,
        claim.number,
        claim.symbol,
        claim.title,
        claim.issuer,
        claim.issue_date,
        claim.level,
        claim.province,
        claim.district,
    )


def gather(claims: Sequence[CountedClaim]) -> Facts:
    """Return the fields that the claims give: the document's own header first, field by field.

    Else the value that most files give; a tie goes to the longer, then to the lexicographically
    smaller one. A full date goes before a partial one. A work that papers name is called as they
    call it, not as the header that issues it does.
    """
    claims = [one for one in claims if not one.claim.issued] or claims
    issued = all(one.claim.issued for one in claims)
    if len(claims) == 1 and not issued:
        return facts_of(claims[0].claim)

    def most(of: Callable[[Claim], str | None]) -> str | None:
        for own in (True, False):
            counted = Counter[str]()
            for one in claims:
                value = of(one.claim)
                if value is not None and one.claim.own is own:
                    counted[value] += one.files
            if counted:
                return min(counted, key=lambda value: (-counted[value], -len(value), value))
        return None

    level = most(lambda claim: claim.level)
    return Facts(
        type=most(lambda claim: claim.type),
        number=None if issued else most(lambda claim: claim.number),
        symbol=most(lambda claim: claim.symbol),
        title=most(lambda claim: claim.title),
        issuer=most(lambda claim: claim.issuer),
        issue_date=_date(claims),
        level=None if level is None else Level(level),
        province=most(lambda claim: claim.province),
        district=most(lambda claim: claim.district),
    )


def _date(claims: Sequence[CountedClaim]) -> str | None:
    weights: dict[str, tuple[int, bool, int]] = {}
    for one in claims:
        date = one.claim.issue_date
        if date is not None:
            length, own, files = weights.get(date, (len(date), False, 0))
            weights[date] = (length, own or one.claim.own, files + one.files)
    if not weights:
        return None
    # A header's own date, if only a year, is still made exact by those who cite the day.
    full = max(weight[0] for weight in weights.values())
    best = [date for date, weight in weights.items() if weight[0] == full]
    return min(best, key=lambda date: (not weights[date][1], -weights[date][2], date))

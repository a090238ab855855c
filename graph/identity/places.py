"""Places: where the issuer of what a claim means sits, and whether two can be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.identity.issuers import is_shared_symbol
from graph.identity.keys import block_of_number
from graph.identity.wording import title_words
from graph.model import Claim
from loaders.districts import last_name
from loaders.folding import fold
from loaders.records import Level
from loaders.series import body_name, in_one_kind, may_be_one_body, parting_kind

_LIES_IN = re.compile(r", (?=(?:huyện|quận|thị xã|thành phố|tỉnh) )")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an issuer sits. None is not known; "" is known to be none (a province has no district).

    `body` names the issuer where neither number nor place tells its like apart: for communes,
    facilities, districts without a name, where the level is not known, where several bodies of
    one place write the same symbol, and where there is no number. For other districts it is their
    kind, "huyen" or "thi xa", where two of one name stood side by side.
    """

    level: Level | None
    province: str | None
    district: str | None
    body: str | None

    @property
    def is_placed(self) -> bool:
        """Whether the province is known, or that there is none."""
        return self.province is not None

    def known(self) -> int:
        """Return how many of the parts are known."""
        return sum(p is not None for p in (self.level, self.province, self.district, self.body))

    def meets(self, other: Place) -> bool:
        """Whether both can be one place."""
        return (
            _meet(self.level, other.level)
            and _meet(self.province, other.province)
            and _meet(self.district, other.district)
            and _bodies_meet(self.body, other.body)
        )

    def filled(self, other: Place) -> Place:
        """Return this place with what only `other` knows."""
        return Place(
            self.level if self.level is not None else other.level,
            self.province if self.province is not None else other.province,
            self.district if self.district is not None else other.district,
            self.body if self.body is not None else other.body,
        )


@lru_cache(maxsize=16384)
def place_of(
    level: Level | None,
    province: str | None,
    district: str | None,
    issuer: str | None,
    *,
    shared: bool,
) -> Place:
    """Return the place of a claim's issuer; `shared` where its number alone does not tell it."""
    if issuer and level is Level.COMMUNE:
        issuer = issuer.split(",")[0]  # what it lies in stands beside it
    if issuer and level is Level.FACILITY:
        issuer = _LIES_IN.split(issuer)[0]
    body = body_name(" ".join(title_words(issuer))) if issuer else None
    body = in_one_kind(body, district, province) if body else body
    if level is Level.CENTRAL:
        return Place(level, "", "", body if shared else "")
    folded = None if province is None else fold(province)
    below = None if district is None else fold(last_name(district, province))
    below = "" if level is Level.PROVINCE else below
    named = (
        shared
        or level in (None, Level.COMMUNE, Level.FACILITY)
        or (level is Level.DISTRICT and below is None)
    )
    if not named and level is Level.DISTRICT:
        return Place(level, folded, below, parting_kind(issuer, district, province))
    return Place(level, folded, below, body if named else None)


def _meet(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


@lru_cache(maxsize=16384)
def _bodies_meet(a: str | None, b: str | None) -> bool:
    return not a or not b or may_be_one_body(a, b)


def place_of_claim(claim: Claim) -> Place:
    """Return where the issuer that the claim names sits."""
    local = claim.level is not Level.CENTRAL
    shared = is_shared_symbol(claim.block) if goes_by_number(claim) else local
    return place_of(claim.level, claim.province, claim.district, claim.issuer, shared=shared)


@lru_cache(maxsize=16384)
def goes_by_number(claim: Claim) -> bool:
    """Whether the number is what the claim's document is known by; a law is known by its title."""
    return claim.number is not None and block_of_number(claim.number) == claim.block

"""Which of the works that papers name are the ones that loaded documents issue.

Papers' own claims are sorted first, as if no document issued anything; so what is loaded never
parts what the papers' words join. Then each issued work is tied to the documents that papers surely
name it by (`graph.identity.issued`). One that two documents may have issued is left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.identity.agreement import Draft
from graph.identity.facts import CountedClaim
from graph.identity.issued import is_issued_as
from graph.identity.keys import block_of_number
from graph.identity.places import Place, place_of_claim
from graph.model import Claim

_Issuer = tuple[str | None, str | None, Place]


@dataclass(frozen=True, slots=True)
class Ties:
    """The documents with the issued works; by `id` of one that is no more, what it may be now."""

    drafts: list[Draft]
    became: dict[int, list[Draft]]


def tie_issued(
    issued: Sequence[int],
    drafts: Sequence[Draft],
    claims: Sequence[CountedClaim],
    found: Callable[[int], Draft],
) -> Ties:
    """Tie the `issued` works, which are indexes of `claims`, to the `drafts` that name them.

    A work joins the one document that names it; several become one by it. It is a document of its
    own, which `found` makes, where none does, and where another issued work is named as well: that
    document is then no more, and may be each of the works. Not so one with a header of its own.
    """
    named: dict[_Issuer, dict[int, Draft]] = defaultdict(dict)
    issuers: dict[int, dict[_Issuer, None]] = defaultdict(dict)
    told: dict[_Issuer, list[int]] = defaultdict(list)
    near = _Near(drafts)
    for place in issued:
        claim = claims[place].claim
        issuer = _issuer(claim)
        told[issuer].append(place)
        for draft in near.of(claim):
            if _names(draft, claim, claims):
                named[issuer][id(draft)] = draft
                issuers[id(draft)][issuer] = None
    works: dict[_Issuer, Draft] = {}
    became: dict[int, list[Draft]] = {}
    for issuer, places in told.items():
        sure = [one for one in named[issuer].values() if len(issuers[id(one)]) == 1]
        home = sure[0] if sure else found(places[0])
        for place in places if sure else places[1:]:
            home.add(place, claims[place].claim, claims[place].files)
        for other in sure[1:]:
            home.absorb(other)
            became[id(other)] = [home]
        home.settle()
        works[issuer] = home
    for draft in drafts:
        several = issuers.get(id(draft), {})
        if len(several) > 1 and not draft.own and not draft.given:
            became[id(draft)] = [works[issuer] for issuer in several]
    left = [draft for draft in drafts if id(draft) not in became]
    known = {id(draft) for draft in left}
    left += [work for work in works.values() if id(work) not in known and id(work) not in became]
    return Ties(left, became)


def _issuer(claim: Claim) -> _Issuer:
    """Return what tells the document that issues a work: several texts may name its number."""
    return block_of_number(claim.number or ""), claim.issue_date, place_of_claim(claim)


class _Near:
    """Documents by province, with those of no known one."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._by_province: dict[str | None, list[Draft]] = defaultdict(list)
        for draft in drafts:
            self._by_province[draft.place.province].append(draft)

    def of(self, claim: Claim) -> list[Draft]:
        """Return the documents that may be of the claim's place."""
        place = place_of_claim(claim)
        near = [*self._by_province[place.province], *self._by_province[None]]
        return [draft for draft in near if place.meets(draft.place)]


def _names(draft: Draft, issued: Claim, claims: Sequence[CountedClaim]) -> bool:
    """Whether a paper surely names the issued work by the document."""
    if draft.numbered or (draft.dates and issued.issue_date not in draft.dates):
        return False
    here = place_of_claim(issued)
    return any(
        is_issued_as(claim, issued)
        and place_of_claim(claim).meets(here)
        and (claim.not_after is None or claim.not_after >= (issued.issue_date or ""))
        for claim in (claims[member].claim for member in draft.members)
    )

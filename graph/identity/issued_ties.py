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
from graph.identity.issued import is_issued_as, subject_words
from graph.identity.issuers import is_law
from graph.identity.keys import block_of_number, block_of_title
from graph.identity.places import Place, place_of_claim
from graph.model import Claim

_Issuer = tuple[str | None, str | None, Place, str | None]


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
    near = _Near(drafts, claims)
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
    law = block_of_title(claim.type, claim.title or "") if is_law(claim.type) else None
    return block_of_number(claim.number or ""), claim.issue_date, place_of_claim(claim), law


class _Near:
    """Documents by the words of their titles, all that a title must have to name one's work."""

    def __init__(self, drafts: Sequence[Draft], claims: Sequence[CountedClaim]) -> None:
        self._drafts = drafts
        self._with: dict[str, dict[int, None]] = defaultdict(dict)
        for at, draft in enumerate(drafts):
            titles = {claims[member].claim.title for member in draft.members}
            for title in sorted(filter(None, titles)):
                for word in subject_words(title):
                    self._with[word][at] = None

    def of(self, claim: Claim) -> list[Draft]:
        """Return the documents that may be the claim's work, by the rarest word of its title."""
        place = place_of_claim(claim)
        said = frozenset() if is_law(claim.type) else subject_words(claim.title or "", claim)
        near: Iterable[int] = range(len(self._drafts))
        if said:
            rarest = min(sorted(said), key=lambda word: len(self._with.get(word, ())))
            near = self._with.get(rarest, ())
        return [draft for at in near if place.meets((draft := self._drafts[at]).place)]


def _of_its_day(draft: Draft, issued: Claim) -> bool:
    """Whether the document has the day of the issued work, or none; of a law its number's year."""
    day = issued.issue_date or ""
    return not draft.dates or any(one.startswith(day) for one in draft.dates)


def _names(draft: Draft, issued: Claim, claims: Sequence[CountedClaim]) -> bool:
    """Whether a paper surely names the issued work by the document."""
    if draft.numbered is not is_law(issued.type) or not _of_its_day(draft, issued):
        return False
    here = place_of_claim(issued)
    return any(
        is_issued_as(claim, issued)
        and place_of_claim(claim).meets(here)
        and (claim.not_after is None or claim.not_after >= (issued.issue_date or ""))
        for claim in (claims[member].claim for member in draft.members)
    )

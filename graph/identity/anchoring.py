"""Anchoring: which claims of today are the ones that a judgement was about.

A node is remembered by its claims, word for word; where a paper was read again and says a thing
in other words, a claim stands for a remembered one that agrees with it in all but words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.identity.facts import CountedClaim, gather
from graph.identity.places import goes_by_number, place_of_claim
from graph.identity.titles import alike
from graph.judgement import Anchor
from graph.model import Claim, StoredClaim

MAX_WITNESSES = 20
"""So many claims of a document are remembered, the ones that most files make."""


def anchor_to(key: str, claims: Iterable[StoredClaim], *, vague: bool = False) -> Anchor:
    """Return the anchor to the node `key`, whose claims are `claims`: one at least.

    `vague` says that they fitted several documents, though a judgement has settled them since.

    Where a judgement has joined claims of several blocks, those of the block that names the node.
    """
    every = list(claims)
    vague = vague or any(stored.candidates for stored in every)
    counted = [CountedClaim(stored.claim.id, stored.claim, stored.files) for stored in every]
    block = naming_block(counted)
    here = [one for one in counted if one.claim.block == block]
    here.sort(key=lambda one: (not one.claim.own, -one.files, one.id))
    witnesses = here if vague else here[:MAX_WITNESSES]
    return Anchor(key, _said(block, here), tuple(one.claim for one in witnesses), vague)


def naming_block(claims: Sequence[CountedClaim]) -> str:
    """Return the block that names a document: one of numbers, of its own text, of most files."""
    ranks: dict[str, tuple[bool, bool, int]] = {}
    for one in claims:
        numbered, own, files = ranks.get(one.claim.block, (False, False, 0))
        ranks[one.claim.block] = (
            numbered or goes_by_number(one.claim),
            own or one.claim.own,
            files + one.files,
        )

    def order(block: str) -> tuple[bool, bool, int, str]:
        numbered, own, files = ranks[block]
        return not numbered, not own, -files, block

    return min(ranks, key=order)


def _said(block: str, claims: Sequence[CountedClaim]) -> Claim:
    """Return all that the claims say, as one that no file makes."""
    facts = gather(claims)
    terms = sorted({one.claim.term for one in claims if one.claim.term})
    return Claim(
        block=block,
        own=False,
        type=facts.type,
        number=facts.number,
        symbol=facts.symbol,
        title=facts.title,
        issuer=facts.issuer,
        issue_date=facts.issue_date,
        other_dates=(),
        level=facts.level,
        province=facts.province,
        district=facts.district,
        term=terms[0] if len(terms) == 1 else None,
        not_after=None,
    )


def witnesses_in(anchor: Anchor, claims: Sequence[CountedClaim]) -> list[CountedClaim]:
    """Return the claims, of the anchor's block, that it remembers, in their order."""
    here = {one.id for one in claims}
    remembered = {witness.id for witness in anchor.witnesses}
    lost = [witness for witness in anchor.witnesses if witness.id not in here]
    return [
        one
        for one in claims
        if one.id in remembered or any(_stands_for(one.claim, witness) for witness in lost)
    ]


def _stands_for(claim: Claim, lost: Claim) -> bool:
    """Whether a claim says what a remembered one said, which is no more, in other words."""
    same = (
        claim.own == lost.own
        and claim.issue_date == lost.issue_date
        and claim.not_after == lost.not_after
        and claim.term == lost.term
        and place_of_claim(claim) == place_of_claim(lost)
    )
    if not same:
        return False
    if claim.title is None or lost.title is None:
        return claim.title is lost.title
    return alike(claim.title, lost.title)

"""Founding: how much a claim tells, and which claims make one new document together."""

from __future__ import annotations

from graph.identity.agreement import titles_conflict, types_meet
from graph.identity.places import goes_by_number, place_of_claim
from graph.identity.titles import alike, same_work
from graph.model import Claim
from loaders.folding import fold


def exactness(claim: Claim) -> tuple[int, ...]:
    """Return how much a claim tells; claims that tell more are settled first.

    A body's longer name tells more: "Trung tâm Kiểm soát bệnh tật tỉnh Bến Tre" before one without
    its place.
    A header that does not say where it was issued waits for those who cite it with its place.
    """
    place = place_of_claim(claim)
    return (
        len(claim.issue_date or ""),
        int(place.is_placed),
        int(claim.own),
        place.known(),
        len((place.body or "").split()),
        int(claim.term is not None),
        int(claim.title is not None),
    )


def signature(claim: Claim) -> tuple[object, ...]:
    """Return what two claims must share to found one document."""
    same_day = None if is_exact(claim) else claim.term
    return (place_of_claim(claim), claim.issue_date, same_day)


def is_exact(claim: Claim) -> bool:
    """Whether number, day and place are known: that is one document, whatever it is called."""
    numbered = goes_by_number(claim) and len(claim.issue_date or "") == 10
    return numbered and place_of_claim(claim).is_placed


def one_subject(a: Claim, b: Claim) -> bool:
    """Whether two claims of one place and date, both headers or both citations, mean one document.

    Two headers that lack the date, or the place, must have one title.
    """
    if is_exact(a):
        return True
    if not types_meet(a.type, b.type):
        return False
    if a.own and not (_issuers_meet(a.issuer, b.issuer) and _own_meet(a, b)):
        return False
    if a.title is None or b.title is None:
        return True
    if not goes_by_number(a):
        return same_work(*sorted((a.title, b.title)))
    return not titles_conflict(a.title, (b.title,))


def _own_meet(a: Claim, b: Claim) -> bool:
    known = a.issue_date is not None and place_of_claim(a).is_placed
    return known or alike(a.title, b.title)


def _issuers_meet(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    first, second = set(fold(a).split()), set(fold(b).split())
    return 2 * len(first & second) >= min(len(first), len(second))

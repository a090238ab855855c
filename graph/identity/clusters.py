"""Identity: which claims mean one document. A pure function of the set of claims of one block.

Claims are taken from the most exact to the vaguest (full date, month, year, none; then how much
of the place is known). Those of one exactness are weighed against the documents found so far, all
at once, so that their order cannot matter: one that fits exactly one document joins it, those that
fit none become documents of their own, and one that fits several without a clear winner is
*ambiguous*: a provisional node stands for what it means, never one of the candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.identity.agreement import Draft
from graph.identity.assembling import Cluster, Doubt, Meaning, assemble, key_alone
from graph.identity.choosing import home_of, possible_homes
from graph.identity.facts import CountedClaim, facts_of
from graph.identity.places import goes_by_number, place_of_claim
from graph.identity.sorting import Sorting
from graph.model import Claim

__all__ = ["Cluster", "cluster", "meant_among"]


def cluster(claims: Iterable[CountedClaim]) -> list[Cluster]:
    """Return the nodes that the claims of one block make, by key, whatever their order.

    The claims of one province alone may be given where none of the block is without a province.
    """
    ordered = sorted(claims, key=lambda counted: counted.id)
    if not ordered:
        return []
    block = ordered[0].claim.block
    if len(ordered) == 1:
        alone = facts_of(ordered[0].claim)
        return [Cluster(key_alone(block, alone), alone, tuple(ordered))]
    sorting = Sorting(ordered)
    meanings = {
        id(draft): Meaning(block, tuple(ordered[member] for member in sorted(draft.members)))
        for draft in sorting.drafts
    }
    doubts = [
        Doubt(
            counted,
            tuple(meanings[id(draft)] for draft in sorting.doubts[counted.id]),
            tuple(sorting.scores[counted.id]),
        )
        for counted in ordered
        if counted.id in sorting.doubts
    ]
    return assemble(list(meanings.values()), doubts)[0]


def _dates_meet(day: str, other: Claim) -> bool:
    """Whether a claim has no date, or one that a date does not contradict as far as both say."""
    dates = other.stated_dates
    return not dates or any(one.startswith(day) or day.startswith(one) for one in dates)


def meant_among(claim: Claim, nodes: Mapping[str, Sequence[CountedClaim]]) -> set[str]:
    """Return the nodes that one more claim may mean, each node as it is: none, one, or several.

    As in a block the claim joins the one that it fits, or that the others of its number do not
    outdo; but it changes none of them.
    """
    drafts: dict[int, str] = {}
    every = []
    day = claim.issue_date
    for key, members in nodes.items():
        if day is not None and not any(_dates_meet(day, one.claim) for one in members):
            continue
        first = members[0].claim
        draft = Draft(goes_by_number(first), place_of_claim(first))
        for one in members:
            draft.add(0, one.claim, one.files)
        draft.settle()
        drafts[id(draft)] = key
        every.append(draft)
    possible = possible_homes(claim, every)
    home = home_of(claim, possible)
    return {drafts[id(one)] for one in ([home] if home is not None else possible)}

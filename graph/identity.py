"""Identity: which claims mean one document. A pure function of the set of claims of one block.

Claims are taken from the most exact to the vaguest (full date, month, year, none; then how much
of the place is known). Those of one exactness are weighed against the documents found so far, all
at once, so that their order cannot matter: one that fits exactly one document joins it, those that
fit none become documents of their own, and one that fits several without a clear winner is
*ambiguous*: a provisional node stands for what it means, never one of the candidates.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.assembling import Cluster, Doubt, Meaning, assemble, key_alone
from graph.facts import CountedClaim, facts_of
from graph.sorting import Sorting

__all__ = ["Cluster", "cluster"]


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

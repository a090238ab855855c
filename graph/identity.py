"""Identity: which claims mean one document. A pure function of the set of claims of one block.

Claims are taken from the most exact to the vaguest (full date, month, year, none; then how much
of the place is known). Those of one exactness are weighed against the documents found so far, all
at once, so that their order cannot matter: one that fits exactly one document joins it, those that
fit none become documents of their own, and one that fits several without a clear winner is
*ambiguous*: a provisional node stands for what it means, never one of the candidates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.facts import CountedClaim, Facts, facts_of, gather
from graph.keys import key_of, mark_of
from graph.sorting import Sorting

MAX_CANDIDATES = 50
"""So many candidates of one claim are kept, the best ones."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """One node: its key, what is known of it, and the claims that mean it, by id.

    `candidates` is filled in a provisional node only: for each of its claims the keys of the
    documents that it may mean, best first.
    """

    key: str
    facts: Facts
    claims: tuple[CountedClaim, ...]
    candidates: dict[str, tuple[str, ...]] = field(default_factory=dict)


def cluster(claims: Iterable[CountedClaim]) -> list[Cluster]:
    """Return the nodes that the claims of one block make, by key, whatever their order."""
    ordered = sorted(claims, key=lambda counted: counted.id)
    if not ordered:
        return []
    block = ordered[0].claim.block
    if len(ordered) == 1:
        facts_of_one = facts_of(ordered[0].claim)
        key = key_of(facts_of_one.scope, block, facts_of_one.when)
        return [Cluster(key, facts_of_one, tuple(ordered))]
    sorting = Sorting(ordered)
    members = [sorted(draft.members) for draft in sorting.drafts]
    documents = [[ordered[member] for member in group] for group in members]
    doubtful = _doubtful(ordered, sorting)
    facts = [gather(group) for group in documents]
    facts += [gather(group, provisional=True) for group in doubtful]
    keys = _keys(block, facts, [*documents, *doubtful])
    key_by_draft = {id(draft): keys[place] for place, draft in enumerate(sorting.drafts)}
    found = [
        Cluster(key, known, tuple(group))
        for key, known, group in zip(keys, facts, documents, strict=False)
    ]
    for place, group in enumerate(doubtful, start=len(documents)):
        candidates = {
            counted.id: tuple(key_by_draft[id(draft)] for draft in sorting.doubts[counted.id])
            for counted in group
        }
        kept = {name: _best(sorting, name, found_keys) for name, found_keys in candidates.items()}
        found.append(Cluster(keys[place], facts[place], tuple(group), kept))
    return sorted(found, key=lambda one: one.key)


def _best(sorting: Sorting, name: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the best candidates, equally good ones by key."""
    scores = sorting.scores[name]
    ranked = sorted(zip(scores, keys, strict=True), key=lambda pair: (-pair[0], pair[1]))
    return tuple(key for _, key in ranked[:MAX_CANDIDATES])


def _doubtful(claims: Sequence[CountedClaim], sorting: Sorting) -> list[list[CountedClaim]]:
    """Return the ambiguous claims, those of one place and date together."""
    groups: dict[tuple[str, str], list[CountedClaim]] = defaultdict(list)
    for counted in claims:
        if counted.id in sorting.doubts:
            facts = facts_of(counted.claim)
            groups[facts.scope, facts.when or ""].append(counted)
    return [groups[name] for name in sorted(groups)]


def _keys(
    block: str, facts: Sequence[Facts], groups: Sequence[Sequence[CountedClaim]]
) -> list[str]:
    """Return a key for each node; those that would share one are all marked by their content."""
    marks: list[str | None] = [None] * len(facts)
    for deep in (False, True):
        keys = [
            key_of(known.scope, block, known.when, mark)
            for known, mark in zip(facts, marks, strict=True)
        ]
        shared = {key for key, count in Counter(keys).items() if count > 1}
        for place, key in enumerate(keys):
            if key in shared:
                known = facts[place]
                more = (known.type, min(one.id for one in groups[place])) if deep else ()
                marks[place] = mark_of(known.title, known.issuer, *more)
    return [
        key_of(known.scope, block, known.when, mark)
        for known, mark in zip(facts, marks, strict=True)
    ]

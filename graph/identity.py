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

from graph.agreement import place_of_claim
from graph.facts import CountedClaim, Facts, facts_of, gather
from graph.keys import is_block_of_act, key_of, mark_of
from graph.sorting import Sorting
from loaders.folding import fold

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
    """Return the nodes that the claims of one block make, by key, whatever their order.

    The claims of one province alone may be given where none of the block is without a province.
    """
    ordered = sorted(claims, key=lambda counted: counted.id)
    if not ordered:
        return []
    block = ordered[0].claim.block
    if len(ordered) == 1:
        alone = facts_of(ordered[0].claim)
        return [Cluster(_keys(block, [alone], [ordered], 1)[0], alone, tuple(ordered))]
    sorting = Sorting(ordered)
    members = [sorted(draft.members) for draft in sorting.drafts]
    documents = [[ordered[member] for member in group] for group in members]
    doubtful = _doubtful(ordered, sorting)
    facts = [gather(group) for group in [*documents, *doubtful]]
    keys = _keys(block, facts, [*documents, *doubtful], len(documents))
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
    """Return the ambiguous claims, those together that say the same and may mean the same."""
    number = {id(draft): place for place, draft in enumerate(sorting.drafts)}
    groups: dict[str, list[CountedClaim]] = defaultdict(list)
    for counted in claims:
        if counted.id in sorting.doubts:
            claim = counted.claim
            possible = sorted(number[id(draft)] for draft in sorting.doubts[counted.id])
            title = None if claim.title is None else fold(claim.title)
            date = claim.issue_date
            said = (claim.type, title, claim.issuer, date, place_of_claim(claim), claim.term)
            groups[repr((possible, said))].append(counted)
    return sorted(groups.values(), key=lambda group: group[0].id)


def _keys(
    block: str,
    facts: Sequence[Facts],
    groups: Sequence[Sequence[CountedClaim]],
    documents: int,
) -> list[str]:
    """Return a key for each node; those that would share one are all marked by their content.

    The first `documents` of them are documents: provisional nodes, which follow, give way to them.
    """
    marks = [_mark(known) if _may_meet_act(block, known) else None for known in facts]
    for deep in (False, True):
        keys = _with_marks(block, facts, marks)
        every, settled = Counter(keys), Counter(keys[:documents])
        for place, key in enumerate(keys):
            if (settled if place < documents else every)[key] > 1:
                first = min(one.id for one in groups[place])
                marks[place] = _mark(facts[place], first if deep else None)
    return _with_marks(block, facts, marks)


def _with_marks(block: str, facts: Sequence[Facts], marks: Sequence[str | None]) -> list[str]:
    return [
        key_of(known.scope, known.name(block), known.when, mark)
        for known, mark in zip(facts, marks, strict=True)
    ]


def _mark(known: Facts, *more: str | None) -> str:
    return mark_of(known.title, known.issuer, *more)


def _may_meet_act(block: str, known: Facts) -> bool:
    """Whether the key could be one that an act with a blank number, of another block, has."""
    titled = known.number is None and not is_block_of_act(block)
    return titled and known.province is not None and len(known.issue_date or "") > len("2018")

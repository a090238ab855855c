"""Assembling: nodes with their keys, out of what claims were found to mean.

What a claim means is decided in `graph.identity.sorting`, and by people
(`graph.identity.judged`); here documents and ambiguous citations become nodes that no two share a
key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from graph.identity.facts import CountedClaim, Facts, gather
from graph.identity.keys import is_block_of_act, key_of, mark_of
from graph.identity.places import place_of_claim
from loaders.folding import fold

MAX_CANDIDATES = 50
"""So many candidates of one claim are kept, the best ones."""


_NOBODY: Mapping[str, Collection[int]] = {}


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


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """One document: the claims that mean it, by id, and the block that names it.

    `also` are claims that no file makes, which tell of it nevertheless.
    """

    block: str
    claims: tuple[CountedClaim, ...]
    also: tuple[CountedClaim, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """A claim that may mean several documents, with how well each of them fits."""

    counted: CountedClaim
    possible: tuple[Meaning, ...]
    scores: tuple[float, ...]


def assemble(
    meanings: Sequence[Meaning],
    doubts: Sequence[Doubt] = (),
    named: Mapping[str, Collection[int]] = _NOBODY,
) -> tuple[list[Cluster], dict[int, str]]:
    """Return the nodes by key, and the key of each meaning by its `id`.

    Claims in doubt that say the same and may mean the same share a provisional node. `named` are
    keys that people called documents by, with the `id` of each of these: such a key leads to its
    document, and no other node takes it.
    """
    doubtful = _doubtful(doubts)
    provisional = [Meaning(g[0].counted.claim.block, tuple(d.counted for d in g)) for g in doubtful]
    groups = [*meanings, *provisional]
    facts = [gather([*group.claims, *group.also]) for group in groups]
    keys = _keys([group.block for group in groups], facts, groups, len(meanings), named)
    by_meaning = {id(meaning): key for meaning, key in zip(meanings, keys, strict=False)}
    found = [
        Cluster(key, known, meaning.claims)
        for key, known, meaning in zip(keys, facts, meanings, strict=False)
    ]
    for place, group in enumerate(doubtful, start=len(meanings)):
        candidates = {doubt.counted.id: _best(doubt, by_meaning) for doubt in group}
        found.append(Cluster(keys[place], facts[place], groups[place].claims, candidates))
    return sorted(found, key=lambda one: one.key), by_meaning


def _best(doubt: Doubt, keys: dict[int, str]) -> tuple[str, ...]:
    """Return the best candidates, equally good ones by key."""
    named = [keys[id(meaning)] for meaning in doubt.possible]
    ranked = sorted(zip(doubt.scores, named, strict=True), key=lambda pair: (-pair[0], pair[1]))
    return tuple(key for _, key in ranked[:MAX_CANDIDATES])


def _doubtful(doubts: Sequence[Doubt]) -> list[list[Doubt]]:
    """Return the doubts by what is said and what may be meant, in the order of their claims."""
    groups: dict[object, list[Doubt]] = defaultdict(list)
    for doubt in sorted(doubts, key=lambda one: one.counted.id):
        claim = doubt.counted.claim
        possible = frozenset(map(id, doubt.possible))
        title = None if claim.title is None else fold(claim.title)
        place = place_of_claim(claim)
        said = (claim.block, claim.type, title, claim.issuer, claim.issue_date, place, claim.term)
        groups[possible, said].append(doubt)
    return list(groups.values())


def _keys(
    blocks: Sequence[str],
    facts: Sequence[Facts],
    groups: Sequence[Meaning],
    documents: int,
    named: Mapping[str, Collection[int]],
) -> list[str]:
    """Return a key for each node; those that would share one are all marked by their content.

    The first `documents` of them are documents: provisional nodes, which follow, give way to them.
    """
    marks = [
        _mark(known) if _may_meet_act(block, known) else None
        for block, known in zip(blocks, facts, strict=True)
    ]
    for deep in (False, True):
        keys = _with_marks(blocks, facts, marks)
        every, settled = Counter(keys), Counter(keys[:documents])
        for place, key in enumerate(keys):
            another = key in named and id(groups[place]) not in named[key]
            if another or (settled if place < documents else every)[key] > 1:
                first = min(one.id for one in groups[place].claims)
                marks[place] = _mark(facts[place], first if deep else None)
    return _with_marks(blocks, facts, marks)


def _with_marks(
    blocks: Sequence[str], facts: Sequence[Facts], marks: Sequence[str | None]
) -> list[str]:
    return [
        key_of(known.scope, known.name(block), known.when, mark)
        for block, known, mark in zip(blocks, facts, marks, strict=True)
    ]


def _mark(known: Facts, *more: str | None) -> str:
    return mark_of(known.title, known.issuer, *more)


def _may_meet_act(block: str, known: Facts) -> bool:
    """Whether the key could be one that an act with a blank number, of another block, has."""
    titled = known.number is None and not is_block_of_act(block)
    return titled and known.province is not None and len(known.issue_date or "") > len("2018")


def key_alone(block: str, known: Facts) -> str:
    """Return the key of a document that is the only one of its block."""
    mark = _mark(known) if _may_meet_act(block, known) else None
    return key_of(known.scope, known.name(block), known.when, mark)

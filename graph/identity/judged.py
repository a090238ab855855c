"""Identity where people have judged: the nodes of the blocks that judgements link.

The rules sort each block as ever; then each judgement's documents are found again among what the
rules made (`graph.identity.seats`): *same* joins them, also across blocks, and *not the same* parts
what the rules would join. A citation that was judged is taken out of the rules' hands altogether. A
pure function of the claims and the judgements, whatever the order of loading and judging; a
judgement whose documents are not here does nothing until they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from graph.identity.agreement import can_mean, fit
from graph.identity.anchoring import naming_block
from graph.identity.assembling import Cluster, Doubt, Meaning, assemble
from graph.identity.choosing import clear_winner
from graph.identity.classes import Classes
from graph.identity.facts import CountedClaim
from graph.identity.seats import Seats, Side, Unit
from graph.judgement import Judgement


@dataclass(frozen=True, slots=True)
class JudgedClusters:
    """The nodes, by key, and the keys that the documents of judgements have come to."""

    clusters: list[Cluster]
    located: dict[Side, str]


def judged_clusters(
    claims: Iterable[CountedClaim], judgements: Sequence[Judgement]
) -> JudgedClusters:
    """Return the nodes of all claims of some blocks, which no judgement links to others."""
    classes = Classes(Seats(claims, judgements))
    return _Documents(classes).clusters()


@dataclass(frozen=True, slots=True)
class _Open:
    """A claim that may mean several documents, with how well each fits."""

    counted: CountedClaim
    homes: tuple[Hashable, ...]
    scores: tuple[float, ...]


class _Documents:
    """The claims of each class, gathered."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._seats = classes.seats
        self._claims: dict[Hashable, list[CountedClaim]] = defaultdict(list)
        self._open: list[_Open] = []
        for units in self._seats.units.values():
            for unit in units:
                self._claims[classes.of(unit)] += unit.claims
        self._whole = frozenset(self._claims)
        self._judge_strays()
        self._judge_doubts()

    def clusters(self) -> JudgedClusters:
        told = self._told()
        meanings = {
            home: Meaning(
                naming_block([*claims, *told.get(home, ())]),
                tuple(sorted(claims, key=lambda one: one.id)),
                told.get(home, ()),
            )
            for home, claims in self._claims.items()
        }
        doubts = [
            Doubt(one.counted, tuple(meanings[home] for home in one.homes), one.scores)
            for one in self._open
        ]
        homes = {side: self._classes.of(seat) for side, seat in self._seats.of.items()}
        named: dict[str, set[int]] = defaultdict(set)
        for row in self._seats.judgements:
            for place, anchor in enumerate(row.anchors):
                home = homes.get((row.id, place))
                if not anchor.vague and home in meanings:
                    named[anchor.key].add(id(meanings[home]))
        clusters, keys = assemble(list(meanings.values()), doubts, named)
        located = {side: keys[id(meanings[h])] for side, h in homes.items() if h in meanings}
        return JudgedClusters(clusters, located)

    def _told(self) -> dict[Hashable, tuple[CountedClaim, ...]]:
        """Return what is known, from judgements alone, of documents that only citations mean."""
        found: dict[Hashable, dict[str, CountedClaim]] = defaultdict(dict)
        for side, anchor in self._seats.anchors.items():
            home = self._classes.of(self._seats.of[side])
            if home in self._claims and home not in self._whole and not anchor.vague:
                found[home][anchor.said.id] = CountedClaim(anchor.said.id, anchor.said, 0)
        return {home: tuple(told.values()) for home, told in found.items()}

    def _judge_strays(self) -> None:
        """Settle the claims that are out of the rules' hands."""
        undecided = []
        for one, seat in self._classes.strays:
            home = self._classes.of(seat)
            if home in self._whole or home in self._classes.joined:
                self._claims[home].append(one)
            else:
                undecided.append((one, home))
        for one, home in undecided:
            block = one.claim.block
            possible = [u for u in self._seats.units[block] if can_mean(one.claim, u.draft)]
            self._weigh(one, possible, {home}, home, anew=True)

    def _judge_doubts(self) -> None:
        """Settle what the rules left in doubt, as far as judgements help."""
        for one, possible in self._seats.doubts:
            about = [self._classes.of(self._seats.of[s]) for s in self._seats.bound.get(one.id, ())]
            homes = [home for home in about if home in self._classes.joined]
            if homes:
                self._claims[homes[0]].append(one)
            else:
                self._weigh(one, possible, set(about), ("claim", one.id), anew=False)

    def _weigh(
        self,
        one: CountedClaim,
        possible: Sequence[Unit],
        about: set[Hashable],
        alone: Hashable,
        *,
        anew: bool,
    ) -> None:
        """Give a claim to the one document that is left, else leave it open.

        `about` are the classes of the judgements about the claim: what these part it from is none
        of the possible ones. Where none is left, the claim means a document of its own, `alone`.
        Unless `anew`, the rules have weighed the possible ones, which stand for one where
        judgements made them one.
        """
        apart = {other for home in about for other in self._classes.apart.get(home, ())}
        best: dict[Hashable, tuple[float, Unit]] = {}
        for unit in possible:
            home = self._classes.of(unit)
            score = fit(one.claim, unit.draft).score
            if home not in apart and (home not in best or score > best[home][0]):
                best[home] = (score, unit)
        homes = list(best)
        if len(homes) > 1 and (anew or len(homes) < len(possible)):
            winner = clear_winner(one.claim, [best[home][1].draft for home in homes])
            homes = [home for home in homes if best[home][1].draft is winner] or homes
        if len(homes) > 1:
            scores = tuple(best[home][0] for home in homes)
            self._open.append(_Open(one, tuple(homes), scores))
        else:
            self._claims[homes[0] if homes else alone].append(one)

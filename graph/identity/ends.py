"""Ends: the two documents that a person names, and what each of the names means for ever.

A name is a key: of a node of today, or an old one that leads to it. Where judgements have made one
node of several documents, the name still means one of them, the one that bore it: so that what is
said of it holds, and says no more, when another judgement is undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.identity.anchoring import anchor_to
from graph.identity.classes import Classes
from graph.identity.facts import CountedClaim
from graph.identity.judged import judged_clusters
from graph.identity.seats import Seats, Side, Unit
from graph.judgement import Anchor, Judgement, Verdict, linked_blocks
from graph.model import StoredClaim
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Named:
    """A document to judge: its key today, and the key it was named by, which may be an old one."""

    key: str
    asked: str

    @classmethod
    def of(cls, key: str, asked: str | None = None) -> Named:
        """Return the document of a key that `asked`, where it is given, was redirected to."""
        return cls(key, asked or key)


class Ends:
    """Two named documents among the judgements `rows`, which are those in force.

    `here` are the judgements that concern the blocks of both, `classes` what they make one.
    """

    def __init__(self, store: Store, rows: Sequence[Judgement], named: tuple[Named, Named]) -> None:
        self.named = named
        self._claims = [store.claims(documents=[one.key]) for one in named]
        blocks = {stored.claim.block for claims in self._claims for stored in claims}
        asked = {one.asked for one in named}
        blocks |= {a.block for row in rows for a in row.anchors if a.key in asked}
        blocks |= linked_blocks(rows, blocks)
        found = store.claims(blocks=sorted(blocks))
        self._all = [CountedClaim(one.claim.id, one.claim, one.files) for one in found]
        self.here = [row for row in rows if row.blocks <= blocks]
        self.classes = Classes(Seats(self._all, self.here))
        self._located = judged_clusters(self._all, self.here).located if self.here else {}
        rules = judged_clusters(self._all, ()).clusters if self.here else []
        self._by_rules = {one.key: one for one in rules if one.key in asked}

    def with_row(self, row: Judgement) -> Classes:
        """Return what the judgements and one more make one."""
        return Classes(Seats(self._all, [*self.here, row]))

    def anchors(self) -> tuple[Anchor, Anchor]:
        """Return the anchors to both, each of one document of the rules, or of one citation."""
        left, right = (self._anchor(place) for place in (0, 1))
        return left, right

    def saying(self, row: Judgement) -> list[Judgement]:
        """Return the judgements about the same two documents as `row`, whatever they say."""
        seats = Seats(self._all, [*self.here, replace(row, verdict=Verdict.SAME)])
        ends = {seats.of[row.id, 0], seats.of[row.id, 1]}
        if len(ends) == 1:  # the rules have joined them since
            asked = {one.asked for one in self.named}
            return [one for one in self.here if {one.left.key, one.right.key} == asked]
        return [one for one in self.here if {seats.of[one.id, 0], seats.of[one.id, 1]} == ends]

    def meant(self) -> list[Judgement]:
        """Return the judgements about both, by the names they were made by or by what they mean.

        A name of one document, both times, means no judgement.
        """
        first, second = (self._meaning(place) for place in (0, 1))

        def is_about(row: Judgement) -> bool:
            left, right = (row.id, 0), (row.id, 1)
            return (left in first and right in second) or (left in second and right in first)

        return [row for row in self.here if is_about(row)]

    def _meaning(self, place: int) -> set[Side]:
        """Return the sides of judgements that a name means."""
        asked = self.named[place].asked
        anchors = self.classes.seats.anchors
        found = {side for side, anchor in anchors.items() if anchor.key == asked}
        if not self._claims[place]:
            return found
        anchor = self._anchor(place)
        probe = Judgement("", anchor, Verdict.SAME, anchor, "", "", "")
        seats = Seats(self._all, [*self.here, probe])
        return found | {side for side in anchors if seats.of[side] == seats.of["", 0]}

    def _anchor(self, place: int) -> Anchor:
        named, claims = self.named[place], self._claims[place]
        seats = self.classes.seats
        sides = [
            side
            for side, anchor in seats.anchors.items()
            if anchor.key == named.asked and self._located.get(side) == named.key
        ]
        if sides:
            seat = seats.of[sides[-1]]
            if not isinstance(seat, Unit):
                return seats.anchors[sides[-1]]
            ids = {one.id for one in seat.claims}
            told = [stored for stored in claims if stored.claim.id in ids]
            return anchor_to(named.asked, told or claims)
        return self._anchor_by_rules(named, claims)

    def _anchor_by_rules(self, named: Named, claims: Sequence[StoredClaim]) -> Anchor:
        """Return the anchor to what bears the name by the rules, else to most of the node's own.

        Citations that a judgement brought are the node's only where they are what is named.
        """
        cluster = self._by_rules.get(named.asked)
        bearing = set() if cluster is None else {one.id for one in cluster.claims}
        groups: dict[Unit | None, list[StoredClaim]] = defaultdict(list)
        units = [unit for found in self.classes.seats.units.values() for unit in found]
        at = {one.id: unit for unit in units for one in unit.claims}
        for stored in claims:
            groups[at.get(stored.claim.id)].append(stored)
        loose = groups.pop(None, [])
        cited = [stored for stored in loose if stored.claim.id in bearing]
        if cited and cluster is not None and cluster.candidates:
            return anchor_to(named.asked, cited, vague=True)

        def rank(told: Sequence[StoredClaim]) -> tuple[int, bool, int]:
            return (
                sum(stored.claim.id in bearing for stored in told),
                any(stored.claim.own for stored in told),
                sum(stored.files for stored in told),
            )

        best = max(map(rank, groups.values()), default=None)
        told = next((told for told in groups.values() if rank(told) == best), claims)
        return anchor_to(named.asked, told)

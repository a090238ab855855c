"""Seats: the documents of judgements, found again among what the rules make of their blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from graph.identity.agreement import Draft, can_mean, fit
from graph.identity.anchoring import witnesses_in
from graph.identity.choosing import clear_winner
from graph.identity.facts import CountedClaim
from graph.identity.sorting import Sorting
from graph.judgement import Anchor, Judgement, Verdict
from graph.model import Claim

Side = tuple[str, int]
"""An anchor: its judgement's id, and 0 for the left one, 1 for the right one."""


@dataclass(slots=True, eq=False)
class Unit:
    """A document as the rules see it."""

    draft: Draft
    claims: list[CountedClaim]


class Seats:
    """Where the anchors of judgements sit.

    `of` has the unit of each anchor; for citations, and for what is not here now, a name that
    anchors to the same thing share. `remembered` are the claims of today that an anchor is about:
    `held` has those of citations, `bound` those of documents, with the sides that are about them.
    `units` are the documents of the rules by block, `doubts` what fits several of them.
    """

    def __init__(self, claims: Iterable[CountedClaim], judgements: Sequence[Judgement]) -> None:
        self.judgements = judgements
        self._blocks: dict[str, list[CountedClaim]] = defaultdict(list)
        for one in sorted(claims, key=lambda counted: counted.id):
            self._blocks[one.claim.block].append(one)
        self.anchors: dict[Side, Anchor] = {
            (row.id, place): anchor
            for row in judgements
            for place, anchor in enumerate(row.anchors)
        }
        self.remembered: dict[Side, list[CountedClaim]] = {
            side: witnesses_in(anchor, self._blocks.get(anchor.block, []))
            for side, anchor in self.anchors.items()
        }
        self.held: dict[str, list[Side]] = defaultdict(list)
        self.bound: dict[str, list[Side]] = defaultdict(list)
        for side, known in self.remembered.items():
            for one in known:
                (self.held if self.anchors[side].vague else self.bound)[one.id].append(side)
        self.of: dict[Side, Hashable] = {}
        self.units: dict[str, list[Unit]] = {}
        self.doubts: list[tuple[CountedClaim, list[Unit]]] = []
        for block in sorted(self._blocks):
            self._sort(block)
        for side, anchor in self.anchors.items():
            known = self.remembered[side]
            self.of.setdefault(side, ("claim", known[0].id) if known else ("key", anchor.key))

    def held_claims(self) -> list[CountedClaim]:
        """Return the judged citations."""
        return [one for block in self._blocks.values() for one in block if one.id in self.held]

    def _sort(self, block: str) -> None:
        """Sort a block by the rules, again where they joined what a person parted."""
        free = [one for one in self._blocks[block] if one.id not in self.held]
        given: list[frozenset[str]] = []
        while True:
            sorting = Sorting(free, given)
            units = {
                id(draft): Unit(draft, [free[member] for member in sorted(draft.members)])
                for draft in sorting.drafts
            }
            found = self._found(block, list(units.values()))
            more = self._parted(found, {name for group in given for name in group})
            if not more:
                break
            given += more
        self.units[block] = list(units.values())
        self.of.update(found)
        self.doubts += [
            (one, [units[id(draft)] for draft in sorting.doubts[one.id]])
            for one in free
            if one.id in sorting.doubts
        ]

    def _found(self, block: str, units: Sequence[Unit]) -> dict[Side, Unit]:
        """Return the units of those anchors to documents of a block that are here."""
        found = {}
        for side, anchor in self.anchors.items():
            if anchor.block == block and not anchor.vague:
                unit = _unit_of(anchor, {one.id for one in self.remembered[side]}, units)
                if unit is not None:
                    found[side] = unit
        return found

    def _parted(self, found: dict[Side, Unit], settled: set[str]) -> list[frozenset[str]]:
        """Return claims that have to be documents of their own, a group for each, but those that
        are settled; none where the rules part what people part."""
        for row in self.judgements:
            unit = found.get((row.id, 0))
            if row.verdict is Verdict.SAME or unit is None or unit is not found.get((row.id, 1)):
                continue
            here = {one.id for one in unit.claims}
            left, right = (
                {one.id for one in self.remembered[row.id, place]} & here for place in (0, 1)
            )
            groups = [group - settled for group in (left - right, right - left)]
            if left - right and right - left and any(groups):
                return [frozenset(group) for group in groups if group]
        return []


def _unit_of(anchor: Anchor, remembered: set[str], units: Sequence[Unit]) -> Unit | None:
    """Return the unit with most of the claims that the anchor remembers.

    Without any, the one that what was said of it means clearly; None where its claims are in
    doubt, or nothing of it is here.
    """
    counts = [(sum(one.id in remembered for one in unit.claims), unit) for unit in units]
    most = max((count for count, _ in counts), default=0)
    if most:
        best = [unit for count, unit in counts if count == most]
        return min(best, key=lambda u: (-fit(anchor.said, u.draft).score, u.claims[0].id))
    return None if remembered else meant(anchor.said, units)


def meant(claim: Claim, units: Sequence[Unit]) -> Unit | None:
    """Return the one unit that a claim means by the rules, None where there is none or several."""
    possible = [unit for unit in units if can_mean(claim, unit.draft)]
    if len(possible) < 2:
        return possible[0] if possible else None
    winner = clear_winner(claim, [unit.draft for unit in possible])
    return next((unit for unit in possible if unit.draft is winner), None)

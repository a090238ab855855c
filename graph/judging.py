"""Judging: writing a person's word into the graph, or refusing it with the chain against it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.anchoring import anchor_to
from graph.build import build_change
from graph.classes import Classes, keys_along
from graph.errors import StoreChanged
from graph.facts import CountedClaim
from graph.judgement import (
    Anchor,
    Judgement,
    Undone,
    Verdict,
    judgement_id,
    judgements_of,
    linked_blocks,
)
from graph.model import StoredClaim
from graph.seats import Seats
from graph.store import Store
from loaders.errors import PhaheError

Done = TypeVar("Done")
_TRIES = 20


class JudgementRefused(PhaheError):
    """A judgement that cannot be: the two are one node, or it is not in force."""

    code = "judgement_refused"


class Contradiction(JudgementRefused):
    """A judgement against others in force. `chain` are those, from one end to the other; `keys`
    the documents that the chain leads through, as they were judged."""

    code = "contradiction"

    def __init__(self, chain: Sequence[Judgement], start: str) -> None:
        self.chain = tuple(chain)
        self.keys = tuple(keys_along(self.chain, start))
        said = "; ".join(f"{row.left.key} {row.verdict} {row.right.key}" for row in self.chain)
        super().__init__(f"this contradicts {' – '.join(self.keys)}: {said}")


@dataclass(frozen=True, slots=True)
class Named:
    """A document to judge: its key today, and the key it was named by, which may be an old one."""

    key: str
    asked: str

    @classmethod
    def of(cls, key: str, asked: str | None = None) -> Named:
        """Return the document of a key that `asked`, where it is given, was redirected to."""
        return cls(key, asked or key)


@dataclass(frozen=True, slots=True)
class Written:
    """A judgement as it stands in the store, and whether this call wrote it."""

    judgement: Judgement
    is_new: bool


def judge(
    store: Store, left: Named, verdict: Verdict, right: Named, author: str, reason: str, at: str
) -> Written:
    """Write that two documents are one, or are not, and rebuild what depends on it.

    `at` is the time, ISO 8601 in UTC. What was judged before is not written again. Raises
    Contradiction with the chain of judgements that says otherwise, JudgementRefused where the two
    are one node and no judgement made them one, StoreUnavailable and StoreChanged.
    """

    def attempt() -> Written:
        rows = judgements_of(store, in_force=True)
        there = _Ground(store, rows, (left, right))
        known = there.already(verdict)
        if known is not None:
            return Written(known, is_new=False)
        there.refuse_one_node(verdict)
        anchors = there.anchors()
        name = judgement_id(anchors[0], verdict, anchors[1], author, at)
        row = Judgement(name, anchors[0], verdict, anchors[1], author, at, reason)
        there.refuse_contradiction(row)
        store.commit(build_change(store, (), judgements=(row,)))
        return Written(row, is_new=True)

    return _tried(attempt)


def undo(store: Store, name: str, author: str, reason: str, at: str) -> Judgement:
    """Take back the judgement with this id: it stays as a row and counts no more.

    Raises JudgementRefused where no judgement in force has this id.
    """

    def attempt() -> Judgement:
        row = next((one for one in judgements_of(store, in_force=True) if one.id == name), None)
        if row is None:
            raise JudgementRefused(f"no judgement in force has the id {name}", code="no_judgement")
        undone = replace(row, undone=Undone(author, at, reason))
        store.commit(build_change(store, (), judgements=(undone,)))
        return undone

    return _tried(attempt)


def _tried(attempt: Callable[[], Done]) -> Done:
    for _ in range(_TRIES):
        try:
            return attempt()
        except StoreChanged:
            continue
    raise StoreChanged("other programs write to the store all the time; try again later")


class _Ground:
    """Two documents to be judged, and the judgements that are there."""

    def __init__(self, store: Store, rows: Sequence[Judgement], named: tuple[Named, Named]) -> None:
        self._rows = rows
        self._named = named
        self._claims = [store.claims(documents=[one.key]) for one in named]
        blocks = {stored.claim.block for claims in self._claims for stored in claims}
        blocks |= linked_blocks(rows, blocks)
        self._all = [_counted(stored) for stored in store.claims(blocks=sorted(blocks))]
        self._here = [row for row in rows if row.blocks <= blocks]
        self._classes = Classes(Seats(self._all, self._here))

    def already(self, verdict: Verdict) -> Judgement | None:
        """Return the judgement in force that says this of these two, as they are named."""
        asked = {one.asked for one in self._named}
        for row in self._here:
            if row.verdict is verdict and {row.left.key, row.right.key} == asked:
                return row
        return None

    def refuse_one_node(self, verdict: Verdict) -> None:
        """Refuse where both are one node today."""
        left, right = self._named
        if left.key != right.key:
            return
        chain = self._chain(left.asked, right.asked)
        if verdict is Verdict.NOT_SAME and chain:
            raise Contradiction(chain, left.asked)
        raise JudgementRefused(
            f"{left.asked} and {right.asked} are one document of this graph: {left.key}",
            code="one_document",
        )

    def _chain(self, left: str, right: str) -> tuple[Judgement, ...]:
        """Return the judgements that make one of what was judged under these two keys."""
        seats: dict[str, Hashable] = {}
        for row in self._here:
            for anchor, seat in zip(row.anchors, self._classes.ends(row), strict=True):
                seats.setdefault(anchor.key, seat)
        if left == right or left not in seats or right not in seats:
            return ()
        return self._classes.chain(seats[left], seats[right])

    def anchors(self) -> tuple[Anchor, Anchor]:
        """Return the anchors to both, each of one document of the rules."""
        left, right = (
            anchor_to(one.asked, self._told(one, claims))
            for one, claims in zip(self._named, self._claims, strict=True)
        )
        return left, right

    def _told(self, named: Named, claims: Sequence[StoredClaim]) -> list[StoredClaim]:
        """Return those of a node's claims that the rules make one of, most of its own first.

        Citations that another judgement brought are left out: it may be undone. The document
        that was judged under the name that was asked for goes before the others.
        """
        seats = self._classes.seats
        asked = {
            seat
            for row in self._here
            for anchor, seat in zip(row.anchors, self._classes.ends(row), strict=True)
            if anchor.key == named.asked
        }
        best: list[StoredClaim] = []
        rank = (False, False, 0)
        for unit in (unit for units in seats.units.values() for unit in units):
            ids = {one.id for one in unit.claims}
            here = [stored for stored in claims if stored.claim.id in ids]
            own = any(stored.claim.own for stored in here)
            found = (unit in asked, own, sum(stored.files for stored in here))
            if here and found > rank:
                best, rank = here, found
        return best or list(claims)

    def refuse_contradiction(self, row: Judgement) -> None:
        """Refuse what one judgement in force, or a chain of them, says the opposite of."""
        after = Classes(Seats(self._all, [*self._here, row]))
        if row.verdict is Verdict.NOT_SAME:
            left, right = after.ends(row)
            if after.of(left) == after.of(right):
                raise Contradiction(after.chain(left, right), row.left.key)
            return
        for other in self._here:
            left, right = self._classes.ends(other)
            parted = other.verdict is Verdict.NOT_SAME
            if not parted or self._classes.of(left) == self._classes.of(right):
                continue
            left, right = after.ends(other)
            if after.of(left) == after.of(right):
                chain = after.chain(left, right)
                place = next(nth for nth, one in enumerate(chain) if one.id == row.id)
                around = [*chain[place + 1 :], other, *chain[:place]]
                raise Contradiction(around, _end_of(around, row))


def _counted(stored: StoredClaim) -> CountedClaim:
    return CountedClaim(stored.claim.id, stored.claim, stored.files)


def _end_of(chain: Sequence[Judgement], row: Judgement) -> str:
    """Return the key of `row` at which a chain against it begins."""
    first = {chain[0].left.key, chain[0].right.key}
    return row.right.key if row.right.key in first or row.left.key not in first else row.left.key

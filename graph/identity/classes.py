"""Classes: what judgements make one, what they keep apart, and the chain that says so."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from graph.identity.facts import CountedClaim
from graph.identity.seats import Seats, Unit
from graph.judgement import Anchor, Judgement, Verdict

_DAY = len("2018-08-21")


@dataclass(frozen=True, slots=True)
class _Link:
    """Two seats that are one: a judgement says so, or it is one citation (None)."""

    left: Hashable
    right: Hashable
    judgement: Judgement | None


class Classes:
    """The seats of judgements in classes, each of them one document.

    `joined` are the classes that a judgement joined, `apart` the classes that judgements keep
    apart from each. `strays` are claims that are in no unit: judged citations, and what was judged
    before it was given to a document that the person did not see (`_loosen`).
    """

    def __init__(self, seats: Seats) -> None:
        self.seats = seats
        self.strays: list[tuple[CountedClaim, Hashable]] = []
        self._parent: dict[Hashable, Hashable] = {}
        self._links: list[_Link] = []
        for row in seats.judgements:
            if row.verdict is Verdict.SAME:
                self._loosen(row)
        self._link()
        self.joined = {self.of(link.left) for link in self._links if link.judgement is not None}
        self.apart: dict[Hashable, set[Hashable]] = defaultdict(set)
        for row in seats.judgements:
            left, right = (self.of(seat) for seat in self.ends(row))
            if row.verdict is Verdict.NOT_SAME and left != right:
                self.apart[left].add(right)
                self.apart[right].add(left)

    def ends(self, row: Judgement) -> tuple[Hashable, Hashable]:
        """Return where the left and the right document of a judgement sit."""
        return self.seats.of[row.id, 0], self.seats.of[row.id, 1]

    def of(self, seat: Hashable) -> Hashable:
        """Return what is equal for seats that judgements make one."""
        while seat in self._parent:
            seat = self._parent[seat]
        return seat

    def chain(self, start: Hashable, end: Hashable) -> tuple[Judgement, ...]:
        """Return the fewest judgements by which two seats are one, the earliest where several."""
        near: dict[Hashable, list[tuple[Hashable, Judgement | None]]] = defaultdict(list)
        for link in self._links:
            near[link.left].append((link.right, link.judgement))
            near[link.right].append((link.left, link.judgement))
        came: dict[Hashable, tuple[Hashable, Judgement | None] | None] = {start: None}
        waiting = deque([start])
        while waiting and end not in came:
            here = waiting.popleft()
            for other, why in near[here]:
                if other not in came:
                    came[other] = (here, why)
                    (waiting.append if why is not None else waiting.appendleft)(other)
        found = []
        step = came.get(end)
        while step is not None:
            if step[1] is not None:
                found.append(step[1])
            step = came[step[0]]
        return tuple(reversed(found))

    def _loosen(self, row: Judgement) -> None:
        """Let no document join another of its number through what did not tell its date.

        An undated stub was judged, and the rules have since given it to a document of a day that
        the person did not see: what was judged goes with the judgement, that document does not.
        """
        left, right = self.ends(row)
        if left is right or row.left.block != row.right.block:
            return
        for place, seat in enumerate((left, right)):
            other = (right, left)[place]
            if not (isinstance(seat, Unit) and isinstance(other, Unit)):
                return
            if _is_unseen(row.anchors[place], seat):
                known = {one.id for one in self.seats.remembered[row.id, place]}
                name = ("loose", row.id)
                self.seats.of[row.id, place] = name
                self.strays += [(one, name) for one in seat.claims if one.id in known]
                seat.claims = [one for one in seat.claims if one.id not in known]
                return

    def _link(self) -> None:
        for one in self.seats.held_claims():
            name = ("claim", one.id)
            self.strays.append((one, name))
            for side in self.seats.held[one.id]:
                self._join(_Link(name, self.seats.of[side], None))
        for row in self.seats.judgements:
            if row.verdict is Verdict.SAME:
                self._join(_Link(*self.ends(row), row))

    def _join(self, link: _Link) -> None:
        if link.left == link.right:
            return
        self._links.append(link)
        first, second = self.of(link.left), self.of(link.right)
        if first != second:
            self._parent[second] = first


def _is_unseen(anchor: Anchor, unit: Unit) -> bool:
    """Whether the unit tells a day that the anchor's document did not tell when it was judged."""
    told = anchor.said.issue_date
    if told is not None and len(told) == _DAY:
        return False
    return any(len(date) == _DAY for date in unit.draft.dates)


def keys_along(chain: Sequence[Judgement], start: str) -> list[str]:
    """Return the keys that a chain leads through, as they were judged, from `start` on."""
    found = [start]
    for nth, row in enumerate(chain):
        left, right = row.left.key, row.right.key
        if found[-1] in (left, right):
            found.append(right if found[-1] == left else left)
            continue
        following = chain[nth + 1] if nth + 1 < len(chain) else None
        ahead = set() if following is None else {following.left.key, following.right.key}
        found += [left, right] if right in ahead or left not in ahead else [right, left]
    return found

"""Judging: writing a person's word into the graph, or refusing it with the chain against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.build import build_change, written
from graph.identity.classes import keys_along
from graph.identity.ends import Ends, Named
from graph.judgement import Judgement, Undone, Verdict, judgement_id
from graph.judgement_criteria import judgements_of
from graph.store import Store
from loaders.errors import PhaheError


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
class Written:
    """A judgement as it stands in the store, and whether this call wrote it."""

    judgement: Judgement
    is_new: bool


def judge(
    store: Store, left: Named, verdict: Verdict, right: Named, author: str, reason: str, at: str
) -> Written:
    """Write that two documents are one, or are not, and rebuild what depends on it.

    `at` is the time, ISO 8601 in UTC. What was judged before is not written again; what follows
    from other judgements is: it holds on when one of these is undone. Raises Contradiction with
    the chain of judgements that says otherwise, JudgementRefused where the two are one document
    and no judgement made them one, StoreUnavailable and StoreChanged.
    """

    def attempt() -> Written:
        ends = Ends(store, judgements_of(store, in_force=True), (left, right))
        first, second = ends.anchors()
        name = judgement_id(first, verdict, second, author, at)
        row = Judgement(name, first, verdict, second, author, at, reason)
        known = next((one for one in ends.saying(row) if one.verdict is verdict), None)
        if known is not None:
            return Written(known, is_new=False)
        _refuse_one_node(ends, row)
        _refuse_contradiction(ends, row)
        store.commit(build_change(store, (), judgements=(row,)))
        return Written(row, is_new=True)

    return written(attempt)


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

    return written(attempt)


def said_of(store: Store, left: Named, right: Named) -> list[Judgement]:
    """Return the judgements in force that a person may mean who names these two, by id.

    Those that were made of both by these names, and those that are about what the names mean. A
    document that is not here is known by its name alone.
    """
    return Ends(store, judgements_of(store, in_force=True), (left, right)).meant()


def _refuse_one_node(ends: Ends, row: Judgement) -> None:
    """Refuse where both are one node today, unless judgements made them one and this says so."""
    left, right = ends.named
    if left.key != right.key:
        return
    parting = ends.with_row(replace(row, verdict=Verdict.NOT_SAME))
    chain = parting.chain(*parting.ends(row))
    if not chain:
        raise JudgementRefused(
            f"{left.asked} and {right.asked} are one document of this graph: {left.key}",
            code="one_document",
        )
    if row.verdict is Verdict.NOT_SAME:
        raise Contradiction(chain, row.left.key)


def _refuse_contradiction(ends: Ends, row: Judgement) -> None:
    """Refuse what one judgement in force, or a chain of them, says the opposite of."""
    before, after = ends.classes, ends.with_row(row)
    if row.verdict is Verdict.NOT_SAME:
        left, right = after.ends(row)
        if after.of(left) == after.of(right):
            raise Contradiction(after.chain(left, right), row.left.key)
        return
    for other in ends.here:
        left, right = before.ends(other)
        parted = other.verdict is Verdict.NOT_SAME
        if not parted or before.of(left) == before.of(right):
            continue
        left, right = after.ends(other)
        if after.of(left) == after.of(right):
            chain = after.chain(left, right)
            place = next(nth for nth, one in enumerate(chain) if one.id == row.id)
            around = [*chain[place + 1 :], other, *chain[:place]]
            raise Contradiction(around, _end_of(around, row))


def _end_of(chain: Sequence[Judgement], row: Judgement) -> str:
    """Return the key of `row` at which a chain against it begins."""
    first = {chain[0].left.key, chain[0].right.key}
    return row.right.key if row.right.key in first or row.left.key not in first else row.left.key

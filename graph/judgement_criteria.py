"""Which judgements a store is asked for."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from graph.judgement import Judgement
from graph.store import Sought, Store


@dataclass(frozen=True, slots=True)
class JudgementCriteria(Sought[Judgement, str]):
    """Which judgements are sought, by id; `in_force` leaves out those that are undone.

    `blocks` and `keys`, where they are given, ask for those of which a document remembers a claim
    of one of these blocks, or was called by one of these keys.
    """

    in_force: bool = False
    blocks: tuple[str, ...] | None = None
    keys: tuple[str, ...] = ()

    @property
    def marks(self) -> list[str] | None:
        """What the text of an anchor holds that remembers a claim of the blocks, None for any."""
        if self.blocks is None:
            return None
        return [f'"block":{json.dumps(block)}' for block in self.blocks]

    def fits(self, one: Judgement) -> bool:
        """Whether a judgement is sought."""
        if self.in_force and one.undone is not None:
            return False
        if self.blocks is None:
            return True
        named = any(anchor.key in self.keys for anchor in one.anchors)
        remembered = {c.block for a in one.anchors for c in (a.said, *a.witnesses)}
        return named or not remembered.isdisjoint(self.blocks)


_PAGE = 1_000


def judgements_of(
    store: Store,
    *,
    in_force: bool = False,
    blocks: Collection[str] | None = None,
    keys: Collection[str] = (),
) -> list[Judgement]:
    """Return all judgements, or those in force, by id; quick where there are none.

    `blocks` and `keys` as in `JudgementCriteria`: of thousands of judgements only those are read.
    """
    found: list[Judgement] = []
    asked = None if blocks is None else tuple(sorted(blocks))
    criteria = JudgementCriteria(in_force, asked, tuple(sorted(keys)))
    while page := store.find(criteria, limit=_PAGE, after=found[-1].id if found else None)[0]:
        found += page
        if len(page) < _PAGE:
            break
    return found

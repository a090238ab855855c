"""Judgements: a person's word that two documents are one, or are not; it outranks every rule.

A judgement names its two documents by what was known of them when it was made (an *anchor*), not
by their keys alone, which change: so it holds whatever is loaded, forgotten and read again later,
and the graph stays a function of the loaded files and the judgements (`graph.identity.judged`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from graph.model import Claim
from loaders.records import Level


class Verdict(StrEnum):
    """What a person says of two documents."""

    SAME = "same"
    NOT_SAME = "not-same"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A document as it was when it was judged; `key` is what it was called then.

    `said` is all that was known of it, as one claim; `witnesses` are the claims that stood for
    it, of a document at most `graph.identity.anchoring.MAX_WITNESSES`. A `vague` one stood for a
    citation that fitted several documents: it is those citations and nothing else.
    """

    key: str
    said: Claim
    witnesses: tuple[Claim, ...]
    vague: bool = False

    @property
    def block(self) -> str:
        """The block of the claims that the anchor is about."""
        return self.said.block


@dataclass(frozen=True, slots=True)
class Undone:
    """Who took a judgement back, when (ISO 8601, UTC) and why."""

    author: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row: who said what of two documents, when (ISO 8601, UTC) and why.

    A judgement that is undone stays, and counts no more. `id` begins with the time, so that
    judgements in the order of their ids are in the order in which they were made.
    """

    id: str
    left: Anchor
    verdict: Verdict
    right: Anchor
    author: str
    made_at: str
    reason: str
    undone: Undone | None = None

    @property
    def anchors(self) -> tuple[Anchor, Anchor]:
        """Both documents, the left one first."""
        return self.left, self.right

    @property
    def blocks(self) -> frozenset[str]:
        """The blocks whose claims the judgement concerns."""
        return frozenset({self.left.block, self.right.block})


def judgement_id(left: Anchor, verdict: Verdict, right: Anchor, author: str, made_at: str) -> str:
    """Return the id: the time without signs, and eight hex digits of the rest."""
    text = json.dumps([left.key, verdict, right.key, author, made_at])
    mark = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
    return f"{''.join(char for char in made_at if char.isdigit())}-{mark}"


def linked_blocks(judgements: Iterable[Judgement], blocks: Iterable[str]) -> frozenset[str]:
    """Return those of `blocks` that judgements concern, and all that *same* links to them.

    *Not the same* links nothing: documents of different blocks are two unless a person says so.
    """
    rows = list(judgements)
    same = [row.blocks for row in rows if row.verdict is Verdict.SAME]
    found = set(blocks)
    while reached := {b for ends in same if ends & found for b in ends} - found:
        found |= reached
    return frozenset(found & {block for row in rows for block in row.blocks})


def anchor_text(anchor: Anchor) -> str:
    """Return an anchor as JSON, for a store to keep."""
    return json.dumps(asdict(anchor), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@lru_cache(maxsize=1024)
def anchor_of(text: str) -> Anchor:
    """Return the anchor that `anchor_text` wrote."""
    row = json.loads(text)
    witnesses = tuple(_claim(one) for one in row["witnesses"])
    return Anchor(row["key"], _claim(row["said"]), witnesses, row["vague"])


def _claim(row: dict[str, Any]) -> Claim:
    level = row["level"]
    typed = {"other_dates": tuple(row["other_dates"]), "level": Level(level) if level else None}
    return Claim(**{**row, **typed})


JUDGEMENT_FIELDS = (
    "id", "verdict", "left_key", "right_key", "left_anchor", "right_anchor", "author", "made_at",
    "reason", "undone_by", "undone_at", "undone_reason",
)  # fmt: skip
"""What a store keeps of a judgement, in order."""


def judgement_row(one: Judgement) -> tuple[str | None, ...]:
    """Return a judgement as the values of JUDGEMENT_FIELDS."""
    undone = one.undone
    taken_back = (None, None, None) if undone is None else (undone.author, undone.at, undone.reason)
    return (
        one.id, one.verdict.value, one.left.key, one.right.key, anchor_text(one.left),
        anchor_text(one.right), one.author, one.made_at, one.reason, *taken_back,
    )  # fmt: skip


def judgement_of(row: Iterable[Any]) -> Judgement:
    """Return the judgement of the values of JUDGEMENT_FIELDS."""
    name, verdict, _, _, left, right, author, made_at, reason, *taken_back = row
    undone = None if taken_back[0] is None else Undone(*taken_back)
    return Judgement(
        name, anchor_of(left), Verdict(verdict), anchor_of(right), author, made_at, reason, undone
    )

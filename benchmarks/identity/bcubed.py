"""B-cubed precision and recall of mentions gathered into documents (Bagga and Baldwin 1998).

For every mention: which share of the mentions that share its key mean its document, and which
share of those that mean its document share its key. The mean over all mentions. A mention that
was not found, or that is ambiguous, shares its key with none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrueMention:
    """Code points [start, end) of a file that mean the document `means`, and in which form.

    `own` says that it is the header's name of the file's own document.
    """

    file: str
    start: int
    end: int
    means: str
    form: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class FoundMention:
    """What the graph says of a passage; `key` is None where it is ambiguous."""

    start: int
    end: int
    key: str | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """The two figures, and each wrong merge as (form, form) of two mentions that share a key."""

    precision: float
    recall: float
    merged: Counter[tuple[str, str]]
    parted: Counter[str]


def score(truth: Sequence[TrueMention], found: Mapping[str, Sequence[FoundMention]]) -> Score:
    """Return the figures of `found` (by file): a mention is the passage that overlaps it most."""
    keys = [_key(place, mention, found) for place, mention in enumerate(truth)]
    both = Counter(zip(keys, (m.means for m in truth), strict=True))
    by_key, by_meaning = Counter(keys), Counter(m.means for m in truth)
    precision = recall = 0.0
    merged: Counter[tuple[str, str]] = Counter()
    parted: Counter[str] = Counter()
    first: dict[tuple[str, str], TrueMention] = {}
    main: dict[str, str] = {}
    for key, mention in zip(keys, truth, strict=True):
        shared = both[key, mention.means]
        precision += shared / by_key[key]
        recall += shared / by_meaning[mention.means]
        first.setdefault((key, mention.means), mention)
        if by_key[key] > shared:
            others = (one.form for (k, m), one in first.items() if k == key and m != mention.means)
            merged.update((mention.form, other) for other in others)
        best = main.setdefault(mention.means, _most(both, mention.means))
        parted[mention.form] += key != best
    count = len(truth) or 1
    return Score(precision / count, recall / count, merged, +parted)


def _key(place: int, mention: TrueMention, found: Mapping[str, Sequence[FoundMention]]) -> str:
    """Return the key of the passage that overlaps the mention most, else one of its own."""
    best, size = None, 0
    for one in found.get(mention.file, ()):
        overlap = min(one.end, mention.end) - max(one.start, mention.start)
        if overlap > size and one.own == mention.own:
            best, size = one, overlap
    return best.key if best is not None and best.key is not None else f"#{place}"


def _most(both: Counter[tuple[str, str]], means: str) -> str:
    counts = {key: count for (key, meant), count in both.items() if meant == means}
    return min(counts, key=lambda key: (-counts[key], key))

"""Likeness of indicators: whether two names are those of one measure."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from loaders.folding import fold


def same_measure(a: str, b: str) -> float:
    """How alike two names are, 0 to 1, by their folded words; 0 where a number in them differs.

    "tử vong trẻ em dưới 1 tuổi" and "… dưới 5 tuổi" measure different things.
    """
    first, second = _measured(a), _measured(b)
    if first.numbers != second.numbers:
        return 0.0
    words = second.words
    shared = sum([min(count, words[word]) for word, count in first.words.items() if word in words])
    return 2 * shared / (first.length + second.length) if first.length or second.length else 0.0


def numbers_in(name: str) -> frozenset[str]:
    """Return the numbers in a name: names of different ones are of different measures."""
    return _measured(name).numbers


def base_of(unit: str | None) -> str:
    """Return what a unit counts, whatever it is counted per: "con" of "con/phụ nữ"."""
    return (unit or "").split("/")[0]


class _Measured(NamedTuple):
    """The folded words of a name, how often each, with the numbers among them."""

    words: Counter[str]
    length: int
    numbers: frozenset[str]


@lru_cache(maxsize=8192)
def _measured(name: str) -> _Measured:
    words = fold(name).split()
    return _Measured(Counter(words), len(words), frozenset(filter(str.isdigit, words)))

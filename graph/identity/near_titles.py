"""Near titles: which works without a number can be meant by a title, of thousands in one block.

Two titles name one work only where one of them has at most one telling word that the other lacks
(`graph.identity.titles.same_work`), so one of its two rarest words is in the other. Found by words,
not by comparing each with each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from graph.identity.titles import own_words

T = TypeVar("T")

_LACKING = 1
"""So many words of one title the other may lack."""


def words_counted(titles: Iterable[str | None]) -> Counter[str]:
    """Return in how many of the titles each telling word stands."""
    return Counter(word for title in titles if title for word in own_words(title) or ())


class NearTitles(Generic[T]):
    """Things under their titles; `counts` tells which words are rare among all titles."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self._things: list[T] = []
        self._said: list[frozenset[str] | None] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        self._rare: dict[str, list[int]] = defaultdict(list)
        self._any: list[int] = []

    def add(self, title: str | None, thing: T) -> None:
        """Put down a thing under one more title; without a title it is near to all."""
        said = own_words(title) if title else None
        at = len(self._things)
        self._things.append(thing)
        self._said.append(said)
        for word in said or ():
            self._with[word].append(at)
        if said is None or len(said) <= _LACKING:
            self._any.append(at)
        else:
            for word in self._rarest(said):
                self._rare[word].append(at)

    @property
    def every(self) -> list[T]:
        """All things, each once."""
        return _each_once(self._things)

    def near(self, title: str | None) -> list[T]:
        """Return the things that a title can mean, and few others, as they were put down."""
        said = own_words(title) if title else None
        if said is None or len(said) <= _LACKING:
            return self.every
        places = set(self._any)
        for word in self._rarest(said):
            places.update(self._with.get(word, ()))
        for word in said:
            places.update(self._rare.get(word, ()))
        return _each_once(self._things[at] for at in sorted(places) if self._meets(said, at))

    def _meets(self, said: frozenset[str], at: int) -> bool:
        other = self._said[at]
        if other is None:
            return True
        return len(said - other) <= _LACKING or len(other - said) <= _LACKING

    def _rarest(self, said: frozenset[str]) -> list[str]:
        return sorted(said, key=lambda word: (self._counts[word], word))[: _LACKING + 1]


def _each_once(things: Iterable[T]) -> list[T]:
    return list({id(thing): thing for thing in things}.values())

"""Regexes that are looked for by a word first: literals of which every match holds at least one.

To look for a literal takes a tenth of the time that a regex of many words takes, and most of the
text holds none of them. The words are derived from the regex itself, so no table has to name them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from loaders.regex_trees import Tree

_MOST = 16
"""With more words than these it is quicker to look with the regex itself."""
_LEAST = 2
"""Letters of a word to leap to: a single one stands everywhere."""
_WINDOW = 2_000
"""In more text than this the regex itself is quicker: it stops at the first that it finds."""
_SHORTEST = 8
"""Nor is it worth a look for a word to try it at fewer letters than these."""
_END = sys.maxsize


class Find(Protocol):
    """`match`, `search` or `fullmatch` of a compiled regex: text, first and last position."""

    def __call__(
        self, string: str, pos: int = ..., endpos: int = ..., /
    ) -> re.Match[str] | None: ...


class FindEach(Protocol):
    """`finditer` of a compiled regex."""

    def __call__(
        self, string: str, pos: int = ..., endpos: int = ..., /
    ) -> Iterator[re.Match[str]]: ...


@dataclass(frozen=True, slots=True)
class Regex:
    """A compiled regex whose `search` and `finditer` look first for a word that it requires."""

    pattern: str
    match: Find
    fullmatch: Find
    search: Find
    finditer: FindEach
    sub: Callable[..., str]
    split: Callable[[str], list[str]]


def compiled(regex: str, flags: int = 0) -> Regex:
    """Return `regex` compiled; raises re.error."""
    tree = Tree(regex, flags)
    leading, words = tree.leading_words(), tree.required_words()
    made = tree.compiled_by_first_letter()
    search, finditer = _quick(made, leading, words)
    return Regex(
        regex, cast(Find, made.match), cast(Find, made.fullmatch), search, finditer,
        made.sub, made.split,
    )  # fmt: skip


def _quick(
    regex: re.Pattern[str], leading: tuple[str, ...], words: tuple[str, ...]
) -> tuple[Find, FindEach]:
    """Return `search` and `finditer` that leap from word to word, or look for words first."""
    search, finditer = cast(Find, regex.search), cast(FindEach, regex.finditer)
    if regex.flags & re.IGNORECASE:
        return search, finditer
    if 0 < len(leading) <= _MOST and min(map(len, leading)) >= _LEAST:
        return _leaping(leading, cast(Find, regex.match), search, finditer)
    return _guarded(words, search, finditer) if 0 < len(words) <= _MOST else (search, finditer)


def _leaping(
    words: tuple[str, ...], match: Find, search: Find, finditer: FindEach
) -> tuple[Find, FindEach]:
    """Looks that try a regex only where one of the words stands that it begins with."""

    shortest = _SHORTEST * len(words)

    def places(string: str, pos: int, endpos: int) -> list[int]:
        found = []
        for word in words:
            at = string.find(word, pos, endpos)
            while at >= 0:
                found.append(at)
                at = string.find(word, at + 1, endpos)
        return sorted(found) if len(found) > 1 else found

    def first(string: str, pos: int = 0, endpos: int = _END, /) -> re.Match[str] | None:
        endpos = len(string) if endpos == _END else endpos
        if not shortest < endpos - pos < _WINDOW:
            return search(string, pos, endpos)
        for at in places(string, pos, endpos):
            if found := match(string, at, endpos):
                return found
        return None

    def each(string: str, pos: int = 0, endpos: int = _END, /) -> Iterator[re.Match[str]]:
        if pos > 0 and endpos - pos > _WINDOW:
            yield from finditer(string, pos, endpos)
            return
        for at in places(string, pos, endpos):
            if at >= pos and (found := match(string, at, endpos)):
                pos = found.end()
                yield found

    return first, each


def _guarded(words: tuple[str, ...], search: Find, finditer: FindEach) -> tuple[Find, FindEach]:
    """Looks that run a regex only where one of the words stands that each match holds."""
    holds, shortest = _holding(words), _SHORTEST * len(words)

    def first(string: str, pos: int = 0, endpos: int = _END, /) -> re.Match[str] | None:
        endpos = len(string) if endpos == _END else endpos
        if not shortest < endpos - pos < _WINDOW:
            return search(string, pos, endpos)
        return search(string, pos, endpos) if holds(string, pos, endpos) else None

    def each(string: str, pos: int = 0, endpos: int = _END, /) -> Iterator[re.Match[str]]:
        if endpos - pos > _WINDOW:
            return finditer(string, pos, endpos)
        return finditer(string, pos, endpos) if holds(string, pos, endpos) else iter(())

    return first, each


def _holding(words: tuple[str, ...]) -> Callable[[str, int, int], bool]:
    if len(words) == 1:
        [word] = words
        return lambda string, pos, endpos: string.find(word, pos, endpos) >= 0

    def holds(string: str, pos: int, endpos: int) -> bool:
        for word in words:  # noqa: SIM110 - a generator would take as long as the looks themselves
            if string.find(word, pos, endpos) >= 0:
                return True
        return False

    return holds

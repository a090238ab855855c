"""Regexes that are looked for by a word first: literals of which every match holds at least one.

To look for a word takes a tenth of the time that a regex of many words takes, and most of the
text does not hold it. The words are derived from the regex itself, so no table has to name them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from loaders.grammar.regex_trees import Tree

_MOST = 2
"""With more words than these it is quicker to look with the regex itself."""
_MOST_LEADING = 16
"""The same in the whole of a text, where the look leaps from one to the next."""
_LEAST = 2
"""Letters of a word to leap to: a single one stands everywhere."""
_WINDOW = 2_000
"""A part of a text has fewer letters; in more, a regex soon stops at the first that it finds."""
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
    """Return `search` and `finditer` that look for words first, or leap from word to word."""
    search, finditer = cast(Find, regex.search), cast(FindEach, regex.finditer)
    if regex.flags & re.IGNORECASE:
        return search, finditer
    if 0 < len(words) <= _MOST:
        search, finditer = _guarded(words, search, finditer)
    if 0 < len(leading) <= _MOST_LEADING and min(map(len, leading)) >= _LEAST:
        finditer = _leaping(leading, cast(Find, regex.match), finditer)
    return search, finditer


def _leaping(words: tuple[str, ...], match: Find, finditer: FindEach) -> FindEach:
    """A look for each in a whole text that tries a regex only where one of the words stands that
    it begins with."""

    def leaps(string: str) -> Iterator[re.Match[str]]:
        found, done = [], 0
        for word in words:
            at = string.find(word)
            while at >= 0:
                found.append(at)
                at = string.find(word, at + 1)
        for at in sorted(found):
            if at >= done and (one := match(string, at)):
                done = one.end()
                yield one

    def each(string: str, pos: int = 0, endpos: int = _END, /) -> Iterator[re.Match[str]]:
        whole = pos == 0 and _WINDOW < len(string) <= endpos
        return leaps(string) if whole else finditer(string, pos, endpos)

    return each


def _guarded(words: tuple[str, ...], search: Find, finditer: FindEach) -> tuple[Find, FindEach]:
    """Looks that run a regex only where one of the words stands that each match holds."""
    one, other = words[0], words[1] if len(words) > 1 else None

    # The same test twice: a call of it would take as long as the look that it may save.
    def first(string: str, pos: int = 0, endpos: int = _END, /) -> re.Match[str] | None:
        if endpos == _END:
            endpos = len(string)
        if (
            endpos - pos <= _WINDOW
            and string.find(one, pos, endpos) < 0
            and (other is None or string.find(other, pos, endpos) < 0)
        ):
            return None
        return search(string, pos, endpos)

    def each(string: str, pos: int = 0, endpos: int = _END, /) -> Iterator[re.Match[str]]:
        if endpos == _END:
            endpos = len(string)
        if (
            endpos - pos <= _WINDOW
            and string.find(one, pos, endpos) < 0
            and (other is None or string.find(other, pos, endpos) < 0)
        ):
            return iter(())
        return finditer(string, pos, endpos)

    return first, each

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

from loaders.regex_trees import compile_by_first_letter, required_words

MOST = 12
"""With more words than these it is quicker to look with the regex itself."""
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
    made = compile_by_first_letter(regex, flags)
    search, finditer = _guarded(regex, made)
    return Regex(
        regex, cast(Find, made.match), cast(Find, made.fullmatch), search, finditer,
        made.sub, made.split,
    )  # fmt: skip


def _guarded(pattern: str, regex: re.Pattern[str]) -> tuple[Find, FindEach]:
    search, finditer = cast(Find, regex.search), cast(FindEach, regex.finditer)
    words = required_words(pattern)
    if not 0 < len(words) <= MOST or regex.flags & re.IGNORECASE:
        return search, finditer
    holds = _holding(words)

    def first(string: str, pos: int = 0, endpos: int = _END, /) -> re.Match[str] | None:
        return search(string, pos, endpos) if holds(string, pos, endpos) else None

    def each(string: str, pos: int = 0, endpos: int = _END, /) -> Iterator[re.Match[str]]:
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

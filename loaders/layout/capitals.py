"""Capitals: where a text prints a word with a capital that may open the name of a document.

Names of works and laws begin with one. Few blocks have any, and one pass over the letters finds
them all; only those blocks need the closer look of the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.grammar.patterns import type_words
from loaders.layout.scans import Scan, scan
from loaders.names.doc_types import doc_types
from loaders.text.source_text import SourceText

_MOVED_TONES = frozenset("òóỏõọùúủũụ")
"""A syllable with one of these may be printed with its tone on the next letter: "Thoả"."""
_CHARTER = re.compile(r"điều\s+lệ")


def type_capitals(text: SourceText) -> Scan:
    """Return where the word of a document type may begin with a capital."""
    return text.once(_types)


def law_capitals(text: SourceText) -> Scan:
    """Return where "Luật" and its kin may begin with a capital."""
    return text.once(_laws)


def _types(text: SourceText) -> Scan:
    return scan(text.value, _regex(type_words()))


def _laws(text: SourceText) -> Scan:
    law, low = _regex(_law_words()).match, text.low
    # Laws are document types: their words are among those found. "Điều" opens articles too.
    return Scan(
        at
        for at in type_capitals(text).places
        if law(text.value, at) and (not low.startswith("điều", at) or _CHARTER.match(low, at))
    )


@cache
def _law_words() -> tuple[str, ...]:
    return tuple(one.name for one in doc_types() if one.law)


@cache
def _regex(words: Iterable[str]) -> re.Pattern[str]:
    """A regex of the first syllables of these words, the first letter a capital."""
    syllables = sorted({_sure(word.lower().split()[0]) for word in words})
    return re.compile("|".join(map(_with_capital, syllables)))


def _sure(syllable: str) -> str:
    """The letters of a syllable that are printed alike wherever its tone mark stands."""
    moved = (i for i, letter in enumerate(syllable) if letter in _MOVED_TONES and i)
    return syllable[: next(moved, len(syllable))]


def _with_capital(syllable: str) -> str:
    rest = "".join(f"[{letter}{letter.upper()}]" for letter in syllable[1:])
    return syllable[0].upper() + rest

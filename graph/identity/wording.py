"""The words of a title, alike however it is spelled: abbreviations are written out.

"Luật BHYT" and "Luật Bảo hiểm y tế" give the same words (tables/abbreviations.csv).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from loaders.folding import words
from loaders.tables import load_csv

Shorts = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
"""Abbreviations and what they stand for, under their first words, the longest first."""


@lru_cache(maxsize=16384)
def title_words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in order, what is abbreviated written out."""
    return written_out(tuple(words(text)), _titles())


def written_out(said: tuple[str, ...], shorts: Shorts) -> tuple[str, ...]:
    """Return the words with what is abbreviated written out, the longest abbreviation first."""
    found: list[str] = []
    at = 0
    while at < len(said):
        for short, whole in shorts.get(said[at], ()):
            if said[at : at + len(short)] == short:
                found += whole
                at += len(short)
                break
        else:
            found.append(said[at])
            at += 1
    return tuple(found)


def shorts_of(pairs: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> Shorts:
    """Return pairs of an abbreviation and its words as `written_out` takes them."""
    found: Shorts = {}
    for short, whole in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        found.setdefault(short[0], []).append((short, whole))
    return found


@cache
def _titles() -> Shorts:
    table = load_csv("graph", "abbreviations")
    return shorts_of((tuple(words(row["short"])), tuple(words(row["words"]))) for row in table)

"""The words of a title, alike however it is spelled: abbreviations are written out.

"Luật BHYT" and "Luật Bảo hiểm y tế" give the same words (tables/abbreviations.csv).
"""

from __future__ import annotations

from functools import cache, lru_cache

from loaders.folding import words
from loaders.tables import load_csv


@lru_cache(maxsize=16384)
def title_words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in order, what is abbreviated written out."""
    found: list[str] = []
    said = words(text)
    at = 0
    while at < len(said):
        for short, whole in _written_out().get(said[at], ()):
            if tuple(said[at : at + len(short)]) == short:
                found += whole
                at += len(short)
                break
        else:
            found.append(said[at])
            at += 1
    return tuple(found)


@cache
def _written_out() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Each abbreviation under its first word, the longest first."""
    table = load_csv("graph", "abbreviations")
    rows = [(tuple(words(row["short"])), tuple(words(row["words"]))) for row in table]
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for short, whole in sorted(rows, key=lambda row: (-len(row[0]), row)):
        found.setdefault(short[0], []).append((short, whole))
    return found

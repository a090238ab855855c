"""Names of persons at the end of a line: a surname of the table and the names behind it."""

from __future__ import annotations

import re
from functools import cache

from loaders.folding import fold
from loaders.patterns import LOWER, UPPER
from loaders.tables import load_csv

_NAME = re.compile(
    rf"(?:(?<=[.;,:)/\]][ \t])|(?<=[{UPPER}\d][ \t]))"
    rf"([{UPPER}][{LOWER}’']*(?:[ \t][{UPPER}][{LOWER}’']*){{1,4}})[ \t]*$",
    re.MULTILINE,
)


def names_at_line_ends(text: str) -> list[tuple[int, int]]:
    """Return where names stand at the ends of lines, behind a sign, a figure or capitals.

    A name has two to five words with a capital each, the first a surname (tables/surnames.csv,
    compared without marks); a name that is a line of its own is none here.
    """
    return [
        match.span(1) for match in _NAME.finditer(text) if fold(match[1].split()[0]) in _surnames()
    ]


def name_in(words: str) -> str | None:
    """Return words that are the whole name of a person, with single blanks; None of others."""
    parts = words.split()
    capital = all(part[0].isupper() and part[1:] == part[1:].lower() for part in parts)
    whole = 2 <= len(parts) <= 5 and all(part.isalpha() for part in parts)
    return " ".join(parts) if whole and capital and fold(parts[0]) in _surnames() else None


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row["surname"]) for row in load_csv("loaders", "surnames"))

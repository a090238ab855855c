"""What a document is found by: the folded words and the first day that a store keeps of it."""

from __future__ import annotations

from functools import cache

from graph.model import Document
from loaders.folding import fold
from loaders.tables import load_toml

BEGINNING = "|"
"""Stands in the words of a document before those that its title begins with; in no folded word."""

_TITLE_WORDS = 6


def search_words(document: Document) -> str:
    """Return the folded words by which a document is found, parted by single blanks.

    Behind number, title, type and issuer the first words of the title stand once more, for one who
    types a title means what is called so and not what names it: "… | nang cao chat luong".
    """
    return words_of(document.number, document.title, document.type, document.issuer)


def words_of(number: str | None, title: str | None, kind: str | None, issuer: str | None) -> str:
    """Return `search_words` of a document of which these are known."""
    words = [fold(field) for field in (number, title, kind, issuer) if field]
    return " ".join([*words, *([title_beginning(fold(title))] if title else [])])


def title_beginning(folded: str) -> str:
    """Return how the search words of a document say that its title begins with these words.

    What tells only that they are its subject ("về", "v/v") may stand before them or not; of more
    than six words the first six count.
    """
    return f"{BEGINNING} {' '.join(without_about(folded).split(' ')[:_TITLE_WORDS])}"


def without_about(folded: str) -> str:
    """Return a folded title without the words that only say that what it is about follows."""
    return folded.removeprefix(next(filter(folded.startswith, _about()), ""))


@cache
def _about() -> tuple[str, ...]:
    """Return the words by which a folded title says that its subject follows, the longest first."""
    words = (f"{fold(word)} " for word in load_toml("loaders", "titles")["about"]["words"])
    return tuple(sorted(words, key=len, reverse=True))


def is_folded_word(word: str) -> bool:
    """Whether a document may hold `word`: one that is not folded, or several, none holds."""
    return word == fold(word) and " " not in word


def first_day(date: str) -> str:
    """Return the first day of a date that may be partial."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date

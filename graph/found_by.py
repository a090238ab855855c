"""What a document is found by: the folded words and the first day that a store keeps of it."""

from __future__ import annotations

from graph.model import Document
from loaders.folding import fold


def search_words(document: Document) -> str:
    """Return the folded words by which a document is found, parted by single blanks."""
    fields = (document.number, document.title, document.type, document.issuer)
    return " ".join(fold(field) for field in fields if field)


def is_folded_word(word: str) -> bool:
    """Whether a document may hold `word`: one that is not folded, or several, none holds."""
    return word == fold(word) and " " not in word


def first_day(date: str) -> str:
    """Return the first day of a date that may be partial."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date

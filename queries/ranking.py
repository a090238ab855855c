"""The order of search results, told from each document alone: no store takes part in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph.found_by import search_words, title_beginning, without_about
from graph.identity.keys import block_of_number
from graph.model import Document, DocumentStatus
from graph.store import Together
from loaders.folding import fold
from loaders.tables import load_toml

_WORD = re.compile(r"[^\W_]+")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}

OTHER = 2
"""The rank of a number that has nothing to do with what was typed."""

Rank = tuple[int, int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: folded words, the words with marks, and the number they may be."""

    folded: tuple[str, ...]
    marked: tuple[str, ...]
    block: str | None
    together: tuple[Together, ...]
    by_number: bool = False

    @classmethod
    def of(cls, typed: str) -> Wanted:
        """Return what the typed words ask for; a word without marks asks for no marks."""
        marked = tuple(word for word in spelled(typed) if not word.isascii())
        folded = tuple(fold(typed).split())
        return cls(folded, marked, block_of_number(typed), tuple(_together(folded)))

    def a_number(self) -> Wanted:
        """Return that a number is asked for: what names it need only hold its words together."""
        return replace(self, by_number=True, marked=(), together=(self._phrase,))

    @property
    def _phrase(self) -> Together:
        return Together(None, " ".join(self.folded))


def _together(folded: tuple[str, ...]) -> Iterator[Together]:
    """Yield how the words may stand: as they are, or behind the type that they begin with.

    Each way as a title begins first, then anywhere.
    """
    longest = max(name.count(" ") + 1 for name in _types())
    ways: list[tuple[str | None, str]] = [(None, " ".join(folded))]
    for end in range(1, min(len(folded), longest + 1)):
        if named := _types().get(" ".join(folded[:end])):
            ways.append((named, " ".join(folded[end:])))
    yield from (Together(kind, title_beginning(words)) for kind, words in ways)
    yield from (Together(kind, words) for kind, words in ways)


@cache
def _types() -> dict[str, str]:
    """Return the types of documents by their folded words; an earlier row's words are its own."""
    rows = reversed(load_toml("loaders", "doc_types")["type"])
    return {fold(word): row["name"] for row in rows for word in (row["name"], *row.get("also", ()))}


@lru_cache(maxsize=8192)
def spelled(text: str) -> tuple[str, ...]:
    """Return the words of `text` with their marks, hòa and hoà alike.

    The tone goes to the end of its word, so that where it was placed makes no difference.
    """
    found = []
    for word in _WORD.findall(unicodedata.normalize("NFC", text).lower()):
        letters = unicodedata.normalize("NFD", word)
        tones = "".join(sorted(char for char in letters if char in _TONES))
        bare = "".join(char for char in letters if char not in _TONES)
        found.append(unicodedata.normalize("NFC", bare) + tones)
    return tuple(found)


def holds(document: Document, folded: tuple[str, ...]) -> bool:
    """Tell whether the words occur as `graph.store.Criteria` asks: the last as a beginning."""
    here = search_words(document).split(" ")
    return all(word in here for word in folded[:-1]) and any(
        word.startswith(folded[-1]) for word in here
    )


def rank(document: Document, wanted: Wanted) -> Rank:
    """Return the place of a document: smaller comes first.

    In turn: its number is the one typed, begins with it (then only the date and what follows it
    count), or neither; how many typed marks disagree; the words begin what it is called (type and
    number, title or issuer, or the title), or stand together elsewhere, or behind its type, or in
    the title in order, at all, or not (where a number is asked for only: together, or not); loaded
    before known by citation; the latest date first, none last; the key.
    """
    date = (document.issue_date or "").replace("-", "")
    number = _number_rank(document, wanted)
    return (
        number,
        0 if number < OTHER else _disagreements(document, wanted.marked),
        0 if number < OTHER else _words_rank(document, wanted),
        0 if document.status is DocumentStatus.LOADED else 1,
        -int(date.ljust(8, "0")) if date else 0,
        document.key,
    )


def _number_rank(document: Document, wanted: Wanted) -> int:
    """Return 0 where the number is the one typed, 1 where it begins so, else OTHER."""
    if document.number is None or wanted.block is None:
        return OTHER
    block = block_of_number(document.number) or ""
    return 0 if block == wanted.block else 1 if block.startswith(wanted.block) else OTHER


def _disagreements(document: Document, marked: tuple[str, ...]) -> int:
    if not marked:
        return 0
    fields = (document.number, document.title, document.type, document.issuer)
    here = {word for value in fields if value for word in spelled(value)}
    return sum(
        word not in here and not any(other.startswith(word) for other in here) for word in marked
    )


def _words_rank(document: Document, wanted: Wanted) -> int:
    if wanted.by_number:
        return f" {' '.join(wanted.folded)}" not in f" {search_words(document)}"
    title, issuer = fold(document.title or ""), fold(document.issuer or "")
    subject = without_about(title)
    kind, phrase = fold(document.type or ""), " ".join(wanted.folded)
    number = fold(document.number or "")
    called = (
        f"{kind} {number}",
        f"{kind} {title}",
        f"{kind} {subject}",
        f"{kind} {issuer}",
        title,
        subject,
    )
    if any(name.startswith(phrase) for name in called):
        return 0
    here = f" {search_words(document)}"
    for at, (named, words) in enumerate(wanted.together, start=1):
        if f" {words}" in here and named in (None, document.type):
            return at
    return len(wanted.together) + _title_rank(document.title, wanted.folded)


def _title_rank(title: str | None, folded: tuple[str, ...]) -> int:
    if title is None:
        return 3
    text = f" {fold(title)} "
    at, ordered, whole = 0, True, True
    for word in folded:
        place = text.find(f" {word}", at)
        if place < 0:
            ordered = False
            whole = whole and f" {word}" in text
        else:
            at = place + 1
    return 1 if ordered else 2 if whole else 3

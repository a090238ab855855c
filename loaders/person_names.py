"""Names of persons at the end of a line: a surname of the table and the names behind it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from loaders.confusions import garbled_forms, letters_of, skeleton
from loaders.folding import fold
from loaders.patterns import LOWER, UPPER
from loaders.tables import load_csv

_NAME = re.compile(
    rf"(?:(?<=[.;,:)/\]][ \t])|(?<=[{UPPER}\d][ \t]))"
    rf"([{UPPER}][{LOWER}’']*(?:[ \t][{UPPER}][{LOWER}’']*){{1,4}})[ \t]*$",
    re.MULTILINE,
)

_MOST_WORDS = 7
"""Of a name with the rank before it."""
_SAYS_MORE = re.compile(r"[,;:]|(?<!\S)\d")
_COLUMNS = re.compile(r"\s{3,}|\t|\||\n")
_TITLES = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\.? "
    r"|(?:GS|PGS|TS|ThS|BS|DS|CN|CKI{1,2}|BSCKI{1,2})\.? ?)+"
)
_LETTERS = frozenset("ahky")
"""Names of peoples of the mountains that are one letter: Giàng A Sử, Y Ban."""


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


def garbled_name(printed: str) -> str | None:
    """Return the name of a person that a wrong OCR prints so ("Tr4n V6n An": "Trần Von An").

    Figures and signs are read as the letters of their shape. The surname is restored where one of
    the table has its letters, another word where it is none of tables/given_names.csv and may be
    one of them; marks stay as printed otherwise. None where some word can be neither.
    """
    words = unicodedata.normalize("NFC", _TITLES.sub("", printed.strip(" .*_()"))).split()
    read = [letters_of(word).replace("w", "ư") if word[:1].isalpha() else "" for word in words]
    if not 2 <= len(read) <= 5 or not all(map(_is_part_of_name, read)):
        return None
    surname = _surnames_by_letters().get(fold(read[0]))
    given = [_given_name(word) for word in read[1:]]
    if surname is None or None in given:
        return None
    return " ".join([surname, *(word for word in given if word)])


def _is_part_of_name(word: str) -> bool:
    return word[:1].isupper() and word[1:] == word[1:].lower()


def _given_name(word: str) -> str | None:
    """A printed word as the name that it is or, if it is none, the likeliest that looks so."""
    letters = skeleton(word)
    if letters in _given_names():
        return word
    likely = _given_names_by_form().get(letters, [])
    best = [name for cost, name in likely if cost == likely[0][0]]
    plain = {skeleton(name) for name in best}
    if len(plain) != 1:
        return None
    return best[0] if len(best) == 1 else plain.pop().capitalize()


@cache
def _given_names() -> frozenset[str]:
    names = {row["name"] for row in load_csv("loaders", "given_names")}
    return frozenset(skeleton(name) for name in names | _surnames() | _LETTERS)


@cache
def _given_names_by_form() -> dict[str, list[tuple[float, str]]]:
    """For each garbled form the given names that it may be, the likeliest first."""
    found: dict[str, list[tuple[float, str]]] = {}
    for row in load_csv("loaders", "given_names"):
        for form, cost in garbled_forms(row["name"].lower()).items():
            found.setdefault(form, []).append((cost, row["name"]))
    return {form: sorted(names) for form, names in found.items()}


@cache
def _surnames_by_letters() -> dict[str, str]:
    """Each surname by its letters without marks; those that share them stand without marks."""
    found: dict[str, str] = {}
    for row in load_csv("loaders", "surnames"):
        plain = fold(row["surname"])
        found[plain] = plain.capitalize() if plain in found else row["surname"]
    return found


def only_names(words: str) -> bool:
    """Whether words are names of persons and nothing else, each maybe behind a rank or degree.

    Those who sign side by side stand in columns: "Đại tá Lê Văn Tâm      ThS. Trần Thị Mai". Of
    several columns one name is enough: an OCR may have garbled the others.
    """
    parts = [_TITLES.sub("", part.strip(" .*_()")) for part in _COLUMNS.split(words)]
    short = all(len(part.split()) <= _MOST_WORDS and not _SAYS_MORE.search(part) for part in parts)
    return short and any(name_in(part) or garbled_name(part) for part in parts)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row["surname"]) for row in load_csv("loaders", "surnames"))

"""Names of persons at the end of a line: a surname of the table and the names behind it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from loaders.folding import LOWER, UPPER, fold
from loaders.tables import load_csv
from loaders.text.confusions import garbled_forms, letters_of, skeleton
from loaders.text.quality import is_syllable

_NAME = re.compile(
    rf"(?:(?<=[.;,:)/\]][ \t])|(?<=[{UPPER}\d][ \t]))"
    rf"([{UPPER}][{LOWER}’']*(?:[ \t][{UPPER}][{LOWER}’']*){{1,4}})[ \t]*$",
    re.MULTILINE,
)

_DEAREST = 0.5
"""What the letters of a garbled name may cost."""
_MOST_WORDS = 7
"""Of a name with the rank before it."""
_SIGNS_OF_TEXT = re.compile(r"[,;:]")
_SAYS_MORE = re.compile(r"(?<!\S)\d")
_COLUMNS = re.compile(r"\s{3,}|\t|\||\n")
_TITLES = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\.? "
    r"|(?:GS|PGS|TS|ThS|BS|DS|CN|CKI{1,2}|BSCKI{1,2})\.? ?)+"
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


def garbled_name(printed: str) -> str | None:
    """Return the name of a person that a wrong OCR prints so ("Tr4n V6n An": "Trần Von An").

    Figures and signs are read as the letters of their shape, and the surname is that of the table
    which has its letters; whatever marks the other words had is not to be known, so they stay as
    printed. None where no surname stands first.
    """
    read = _name_words(printed)
    surname = _surnames_by_letters().get(fold(read[0])) if read else None
    return None if surname is None else " ".join([surname, *read[1:]])


def printed_name(printed: str) -> str | None:
    """Return words of a garbled scan as a name if they have the shape of one, None otherwise.

    It is for a place where nothing but a name can stand. The letters are those that are printed,
    but for words that are no name as they stand and that one name of the tables is printed as.
    """
    read = _name_words(printed)
    if len(read) > 2 and ("ii" in read[0] or not is_syllable(read[0])):
        read[0] = _garbled("surnames", "surname").get(skeleton(read[0]), read[0])  # "Vii" is "Vũ"
    name = garbled_name(printed) or " ".join(read)
    first, *given = name.split() or [""]
    return " ".join([first, *map(_given_name, given)]) or None


def _name_words(printed: str) -> list[str]:
    """Return the two to five words of a name as printed, with letters for figures, or none."""
    words = unicodedata.normalize("NFC", _TITLES.sub("", printed.strip(" .*_()"))).split()
    read = [letters_of(word).replace("w", "ư") if word[:1].isalpha() else "" for word in words]
    return read if 2 <= len(read) <= 5 and all(map(_is_part_of_name, read)) else []


def _is_part_of_name(word: str) -> bool:
    return word[:1].isupper() and (word[1:] == word[1:].lower() or word[1:2] in "'’")


def _given_name(printed: str) -> str:
    """A word of a name as printed, or the one name that an OCR prints so: "Diing" is "Dũng"."""
    if fold(printed) in _given_letters():
        return printed
    return _garbled("given_names", "name").get(skeleton(printed), printed)


@cache
def _given_letters() -> frozenset[str]:
    """The letters of given names and of surnames, which may stand among them."""
    return frozenset(fold(row["name"]) for row in load_csv("loaders", "given_names")) | _surnames()


@cache
def _garbled(table: str, column: str) -> dict[str, str]:
    """The name of a table that an OCR is likeliest to print so; none where two are as likely."""
    found: dict[str, list[tuple[float, str]]] = {}
    for row in load_csv("loaders", table):
        for form, cost in garbled_forms(row[column].lower()).items():
            if cost <= _DEAREST and len(form) > 2:
                found.setdefault(form, []).append((cost, row[column]))
    ranked = {form: [*sorted(names), (2 * _DEAREST, "")] for form, names in found.items()}
    return {form: best[1] for form, (best, other, *_) in ranked.items() if best[0] < other[0]}


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
    if _SIGNS_OF_TEXT.search(words):
        return False  # most tasks, told without a look at their words
    parts = [_TITLES.sub("", part.strip(" .*_()")) for part in _COLUMNS.split(words)]
    short = all(len(part.split()) <= _MOST_WORDS and not _SAYS_MORE.search(part) for part in parts)
    return short and any(name_in(part) or garbled_name(part) for part in parts)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(row["surname"]) for row in load_csv("loaders", "surnames"))

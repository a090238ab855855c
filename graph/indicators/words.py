"""The words of indicators' names: the table that says what stands for what, and their plain form.

Rows and what they mean: tables/indicators.toml; general abbreviations: tables/abbreviations.csv.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from graph.identity.wording import Shorts, shorts_of, title_words, written_out
from loaders.folding import fold
from loaders.tables import load_csv, load_toml

_SIGNS = {
    "²": "2", "³": "3", "<": " dưới ", ">": " trên ", "≥": " từ ", "≤": " đến ",
    "hiv/aids": "hiv aids", "và/hoặc": "hoặc", "/": " trên ",
}  # fmt: skip
_LEADING_ZEROS = re.compile(r"(?<![\d.,])0+(?=\d+(?![\d.,]))")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")


class Sort(StrEnum):
    """What a phrase of the table is: a thing, a group of people, a sex, a kind of place, idle."""

    TERM = "term"
    GROUP = "group"
    SEX = "sex"
    PLACE = "place"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words and what they stand for; `before` are those of which one must follow.

    `said` and `name` are the same in the table's own words.
    """

    words: tuple[str, ...]
    sort: Sort
    means: tuple[str, ...]
    said: str
    name: str
    before: tuple[tuple[str, ...], ...] = ()


def rows(group: str) -> list[dict[str, Any]]:
    """Return the rows of one group of the table."""
    found: list[dict[str, Any]] = load_toml("graph", "indicators")[group]
    return found


@cache
def plain(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, abbreviations written out, idle words left out; "08" is 8.

    Marks decide first where folding would make two words one; a name that has no marks at all
    is taken as it stands.
    """
    low = unicodedata.normalize("NFC", text).lower()
    for sign, words in _SIGNS.items():
        low = low.replace(sign, words)
    if "tuổi" in low:
        low = _age().sub(lambda match: _ages()[match[0]], low)
    low = _LEADING_ZEROS.sub("", _THOUSANDS.sub("", low))
    if not low.isascii():
        low = _idle().sub(" ", low)
        low = _marked().sub(lambda match: _readings()[match[0]], low)
    elif low:
        folded_idle = {fold(word) for word in _idle_words()}
        low = " ".join(word for word in low.split() if word not in folded_idle)
    return written_out(title_words(low), _shorts())


@cache
def _ages() -> dict[str, str]:
    found: dict[str, str] = load_toml("graph", "indicators")["ages"]
    return found


@cache
def _age() -> re.Pattern[str]:
    """A number that is spelled out before "tuổi" or "tháng tuổi"."""
    return re.compile(rf"{_word(list(_ages())).pattern}(?= (?:tháng )?tuổi(?!\w))")


def _word(alternatives: list[str]) -> re.Pattern[str]:
    longest = sorted(alternatives, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@cache
def _readings() -> dict[str, str]:
    return {row["word"]: row["as"] for row in rows("marks")}


@cache
def _marked() -> re.Pattern[str]:
    return _word(list(_readings()))


def _idle_words() -> list[str]:
    return [word for row in rows("idle") for word in row.get("words", ())]


@cache
def _idle() -> re.Pattern[str]:
    return _word(_idle_words())


@cache
def _shorts() -> Shorts:
    """The abbreviations of the table."""
    return shorts_of(
        (title_words(form), title_words(row["words"]))
        for row in rows("short")
        for form in row["forms"]
    )


@cache
def phrases() -> dict[str, list[Phrase]]:
    """Return the phrases of the table under their first words, the longest first."""
    every = [
        Phrase(
            plain(form),
            sort,
            () if sort is Sort.IDLE else plain(row["name"]),
            form,
            row["name"],
            tuple(plain(word) for word in row.get("before", ())),
        )
        for sort in Sort
        for row in rows(sort)
        for form in row.get("forms", ())
    ]
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(every, key=lambda one: (-len(one.words), one.words)):
        if phrase.words:
            found.setdefault(phrase.words[0], []).append(phrase)
    return found


@cache
def deeds() -> tuple[tuple[str, ...], ...]:
    """Return what names put before or behind what it is done to, the longest first."""
    found = {plain(word) for row in rows("deed") for word in row["words"]}
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


@cache
def surfaces() -> dict[str, tuple[str, ...]]:
    """Return for a word of a plain form the folded phrases that may stand for it as printed."""
    found: dict[str, set[str]] = {}
    for row in rows("marks"):
        found.setdefault(row["as"], set()).add(fold(row["word"]))
    for row in rows("short"):
        for word in plain(row["words"]):
            found.setdefault(word, set()).update(map(fold, row["forms"]))
    for row in rows("term"):
        for word in plain(row["name"]):
            found.setdefault(word, set()).update(map(fold, row["forms"]))
    for short, whole in _general_shorts():
        for word in whole:
            found.setdefault(word, set()).add(short)
    return {word: tuple(sorted(forms)) for word, forms in found.items()}


def _general_shorts() -> list[tuple[str, tuple[str, ...]]]:
    table = load_csv("graph", "abbreviations")
    return [(fold(row["short"]), plain(row["words"])) for row in table]


@cache
def unit_family(unit: str | None) -> str | None:
    """Return what a unit measures: "share", "money" …, "count" for any other, None for none."""
    if unit is None:
        return None
    low = unit.lower().replace("²", "2").replace("³", "3")
    first = f" {fold(low.split('/')[0])} "
    for row in rows("unit"):
        if any(f" {fold(word)} " in first for word in row["words"]):
            return str(row["name"])
    return "count"

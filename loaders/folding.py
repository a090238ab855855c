"""Folding: one way of comparing Vietnamese text, for reading, identity and search alike.

`fold` is for keys and search; `fold_letters` keeps the length, for recognition with offsets.
Both are idempotent, and both take NFC and NFD text to the same letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from rapidfuzz import fuzz

_STROKES = {"đ": "d", "Đ": "D", "Ð": "D", "ð": "d", "Ɖ": "D", "ɖ": "d"}
# Every character that could stand in a Vietnamese word, to its bare letter: one table for both.
_LETTERS: dict[int, str] = {}
for _code in [*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)]:
    _char = chr(_code)
    _base = unicodedata.normalize("NFD", _STROKES.get(_char, _char))[0]
    if _base != _char and _base.isascii():
        _LETTERS[_code] = _base
_LETTERS.update({ord(k): v for k, v in _STROKES.items()})
_NOT_WORD = re.compile(r"[^0-9a-z%‰]+")


def fold_letters(text: str) -> str:
    """Return `text` in lower case without marks, đ as d, one character for one character.

    The text must be NFC for the marks to go; a lone combining mark stays where it is.
    """
    folded = text.translate(_LETTERS).lower()
    if len(folded) == len(text):
        return folded
    # A few capitals (İ) grow when lowered: keep the offsets instead.
    return "".join(low if len(low := c.lower()) == 1 else c for c in text.translate(_LETTERS))


UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zà-öø-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""Capitals and small letters of Vietnamese, for a regex's class: "À-Ỹ" would hold both."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the comparison form: lower case, no marks, đ as d, words parted by single blanks.

    "Uỷ ban", "ỦY BAN" and "uy  ban" agree; so do "hoà" and "hòa", NFC and NFD. Signs other than
    % and ‰ part words: "20-NQ/TW" gives "20 nq tw".
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _NOT_WORD.sub(" ", fold_letters(text)).strip()


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """Return `fold(text)` as part of a key: "20-NQ/TW" gives "20-nq-tw"."""
    words = (word.replace("%", "").replace("‰", "") for word in fold(text).split())
    return "-".join(word for word in words if word)


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order."""
    return fold(text).split()


_PERIOD_WORDS = re.compile(
    r"\b(?:giai doan|den nam|tam nhin|dinh huong|thoi ky|nam|den|va (?:nhung|cac) nam tiep theo)\b"
    r"|\d{4}"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN = re.compile(r"\b(?:giai doan|thoi ky)(?: tu)?(?: nam)? (\d{4}(?: den)?(?: nam)? \d{4})\b")
_OUTLOOK = re.compile(r"\b(?:tam nhin|dinh huong)(?: den)?(?: nam)? (?:19|20)\d\d\b")
"""How far a work looks beyond its own period: "đến năm 2025, định hướng đến năm 2030"."""


def without_period(name: str) -> str:
    """Return a folded title without its years and the words that lead to them."""
    return " ".join(_PERIOD_WORDS.sub(" ", name).split())


def _of_other_name_and_period(first: str, second: str) -> bool:
    """Whether two titles differ in their words and have each a period of its own: the plan of a
    province is not the nation's that ends with it, nor is the programme before its next one's. A
    period alone may be a slip of the pen: "2020-2025" and "2021-2025".
    """
    spans = [frozenset(_SPAN.findall(t)) for t in (first, second)]
    apart = all(spans) and not spans[0] & spans[1]
    return apart and without_period(first) != without_period(second)


def _other_years(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two titles name years of which none are all among the other's, and close apart."""
    within = first <= second or second <= first
    return bool(first and second) and not within and max(first) != max(second)


def title_similarity(a: str, b: str) -> float:
    """Return how alike two titles of works are, 0 to 1: their words, their periods apart.

    Titles with different closing years are different works (0); one that begins as the other one
    does and goes on is the same, named more fully. Symmetric.
    """
    first, second = fold(a), fold(b)
    years = [frozenset(_YEARS.findall(t)) for t in (first, second)]
    of_own = [frozenset(_YEARS.findall(_OUTLOOK.sub("", t))) for t in (first, second)]
    if _other_years(*years) or _other_years(*of_own) or _of_other_name_and_period(first, second):
        return 0.0
    names = [without_period(t) for t in (first, second)]
    short, long = sorted(names, key=lambda name: (len(name), name))
    if not short:
        return 1.0 if first == second else 0.0
    tokens, longer = short.split(), long.split()
    if len(tokens) >= 4 and longer[: len(tokens)] == tokens:
        return 0.95
    if len(tokens) >= 6 and len(longer) <= 2 * len(tokens) and tokens[:3] == longer[:3]:
        shared = Counter(tokens) & Counter(longer)
        if sum(shared.values()) >= 0.8 * len(tokens):
            return 0.85
    return float(fuzz.ratio(tokens, longer)) / 100.0

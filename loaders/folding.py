"""Folding: one way of comparing Vietnamese text, for reading, identity and search alike.

`fold` is for keys and search; `fold_letters` keeps the length, for recognition with offsets.
Both are idempotent, and both take NFC and NFD text to the same letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the comparison form: lower case, no marks, đ as d, words parted by single blanks.

    "Uỷ ban", "ỦY BAN" and "uy  ban" agree; so do "hoà" and "hòa", NFC and NFD. Signs other than
    % and ‰ part words: "20-NQ/TW" gives "20 nq tw".
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _NOT_WORD.sub(" ", fold_letters(text)).strip()


def slug(text: str) -> str:
    """Return `fold(text)` as part of a key: "20-NQ/TW" gives "20-nq-tw"."""
    return fold(text).replace(" ", "-").replace("%", "").replace("‰", "")


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order."""
    return fold(text).split()

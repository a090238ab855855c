"""Quality gate: whether a text is good, garbled by a wrong OCR, or not to be read at all.

Measured on one pass over the words: the share of words that can be Vietnamese syllables, and the
share of letters with a Vietnamese mark (correct text: about 0.28; read by an English OCR: 0.05).
An OCR that knows Vietnamese and reads a bad page loses tones instead, and writes syllables that are
none ("câp", "thât", "kêt"): the repair is needed there too.
What no OCR prints is a broken font or encoding, whatever the words about it look like: signs of
private use, UTF-8 read as Latin-1 ("á»§y ban"), codes of the fonts before Unicode (TCVN3 "Uû ban
nh©n d©n", VNI "UÛY BAN NHAÂN DAÂN"), letters torn off their words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.folding import fold_letters
from loaders.records import Quality

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|th|tr|kh|ph|gh|gi|qu|[bcdghklmnpqrstvx])?(?:uyê?|uye|iê|ie|ye|uô|uo|ươ|oa|oe|ua|ue|uy|ia|[aeiouy])[aeiouy]?(?:ng|nh|ch|[cmnpt])?$"
)
# A document number or a Roman numeral tells nothing of the words around it.
_CODE = re.compile(r"\W*(?:\d{1,5}[a-zđ]?(?:/\d{4})?[/-](?=\S*[A-ZĐ]{2})\S+|[IVXL]+)\W*$")
_MARKED = frozenset("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
# Signs of private use but for Word's bullets and its "≥" and "≤", the sign for an unreadable byte,
# control codes.
_SIGNS = (
    "\ue000-\uf02c\uf02e-\uf0a2\uf0a4-\uf0a6\uf0a8-\uf0b2\uf0b4-\uf0b6\uf0b8-\uf8ff\ufffd"
    "\x80-\x84\x86-\x9f"
)
# Those, and the second letters of UTF-8 read as Latin-1 or Windows-1252: a leap to one of a set.
_BROKEN = re.compile(
    f"[{_SIGNS}\x85\xa0-\xbf\u2018](?:(?<=[{_SIGNS}])|(?<=\u00e1[\u00ba\u00bb])"
    "|(?<=\u00c4[\x80-\xbf\u2018])|(?<=\u00c3[\x80-\xbf])|(?<=\u00c6[\u00b0\u00a1]))"
)
# Letters that Vietnamese has not, and signs that touch a letter: the codes of TCVN3 and VNI (12% of
# the letters, 5% where half a text is in them; text that an English OCR garbled: at most 0.3%).
_LEGACY = re.compile(
    "[\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df"
    "\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]"
    "|[\u00a1-\u00ac\u00ae\u00af\u00b5-\u00be](?:(?=[^\\W\\d_])|(?<=[^\\W\\d_].))"
)
_STOPPED = re.compile(r"[âêôăơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹ](?:[pt]|ch?)$")
"""A syllable that p, t, c or ch closes bears the acute or the dot: Vietnamese has no other tone
there. An "a", "e" or "o" without any mark may be a foreign word's; so may a word with a capital be,
as the names of places of other peoples are: "Krông Păc".
"""
_FEWEST_TONELESS = 4
_MOST_TONELESS = 0.005
"""From so many such words, and such a share of all, the text is garbled (typed papers: none)."""
_MOST_BROKEN = 0.03
"""From this share of the letters on, the text is not to be read."""
_MOST_SINGLE = 0.45
"""The share of words of one letter from which letters are torn off (an English OCR: up to 0.13)."""
_PIECE = 4_000
"""Code points read from the beginning, the middle and the end: enough words to tell, quickly."""
_MOST_KNOWN = 16_384
_COUNT = 20
"""Bits of one count: what is counted in three pieces needs fewer."""


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Whether a word (lower case) can be a Vietnamese syllable, with its marks or without."""
    return _SYLLABLE.match(fold_letters(word)) is not None


class _Judgements(dict[bytes, int]):
    """`_judged` of all that was printed so far; a dict is asked in half the time of a cache."""

    def __missing__(self, printed: bytes) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        judged = self[printed] = _judged(printed)
        return judged


def _judged(printed: bytes) -> int:
    """How many words are printed between two blanks, how many of them can be syllables and how
    many are of one letter; how many letters they have, and how many with a Vietnamese mark; how
    many words have a tone that cannot be.

    The counts are one number, `_COUNT` bits each: to add up all of a text is one sum. Rare
    blanks part words too.
    """
    parts = printed.decode("utf-8", "surrogatepass").split()
    words = [word for part in parts if not _CODE.match(part) for word in _WORD.findall(part)]
    counts = (
        len(words),
        sum(map(is_syllable, words)),
        sum(len(word) == 1 for word in words),
        sum(map(len, words)),
        sum(letter in _MARKED for word in words for letter in word.lower()),
        sum(word[0].islower() and _STOPPED.search(word) is not None for word in words),
    )
    return sum(count << _COUNT * place for place, count in enumerate(counts))


_known = _Judgements()


def grade(text: str) -> Quality:
    """Return the quality of a text; a short text without marks is taken as garbled, not refused."""
    middle = len(text) // 2
    pieces = (
        (text[:_PIECE], text[middle : middle + _PIECE], text[-_PIECE:])
        if len(text) > 3 * _PIECE
        else (text,)
    )
    sample = unicodedata.normalize("NFC", "\n".join(pieces))
    # Judged as they stand between blanks: most stand in other texts too, and are known. To part
    # bytes takes half the time that it takes to part letters.
    counted = sum(map(_known.__getitem__, sample.encode("utf-8", "surrogatepass").split()))
    words, syllables, single, letters, marked, toneless = (
        counted >> _COUNT * place & (1 << _COUNT) - 1 for place in range(6)
    )
    broken = len(_BROKEN.findall(sample)) + len(_LEGACY.findall(sample))
    if letters == 0 or broken > _MOST_BROKEN * letters:
        return Quality.NEEDS_REVIEW
    share = syllables / words
    slipped = toneless >= max(_FEWEST_TONELESS, _MOST_TONELESS * words)
    if share >= 0.85 and marked / letters >= 0.13 and not slipped:
        return Quality.GOOD
    if share >= 0.5 and single < _MOST_SINGLE * words:
        return Quality.GARBLED
    return Quality.NEEDS_REVIEW

"""Glued words: syllables between which a page lost the blank, as at the ends of its old lines.

"giaiđoạn", "vìsự", "kèm theoQuyết định": Vietnamese writes each syllable apart, so letters that are
no syllable, and two when they are cut, are two words. Words of other languages ("Facebook") have no
Vietnamese letter, and stay.
"""

from __future__ import annotations

import re

from loaders.mending.lexicon import glued_pair, stands_beside
from loaders.text.confusions import skeleton
from loaders.text.quality import is_syllable
from loaders.text.source_text import SourceText

_VOWEL = "àằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵăâêôơư"
_EVIDENT = re.compile(
    r"[a-zà-ỹ]đ|[a-zà-ỹ][A-ZĐ][a-zà-ỹ]"
    rf"|[{_VOWEL}][aeiouy]?[bcdghklmnpqrstvx]{{1,5}}[aeiouy{_VOWEL}]"
)
"""No word of Vietnamese holds these: an "đ" begins its syllable, a capital its word, and behind a
vowel and consonants no other vowel follows.
"""
_ENOUGH = 3
"""So many different ones tell that a page lost blanks; one may be a slip, a name or a code."""
_WORD = re.compile(r"[^\W\d_]{4,14}")
_LONG_WORD = re.compile(r"(?<![\w./@-])[^\W\d_]{12,30}(?![\w/@-]|\.\w)")
_MARKED = re.compile(r"[^\x00-\x7f]")
_CODE = re.compile(r"[A-ZĐ]+")
"""Capitals without a mark: "HĐND"."""


def set_words_apart(text: SourceText) -> SourceText:
    """Return the text with blanks inside its glued words, as it is where a page lost none.

    Of several ways to cut a word the one that makes a pair of the lexicon counts, else the first.
    """
    value = text.value
    words = text.words
    seen: set[str] = set()
    for found in _EVIDENT.finditer(words):
        seen.add(words[max(0, found.start() - 2) : found.end() + 2].strip())
        if len(seen) == _ENOUGH:
            break
    else:
        return text
    cuts = (
        match.start() + at for match in _WORD.finditer(value) if (at := _cut(match[0])) is not None
    )
    return text.changed([(at - 1, at, f"{value[at - 1]} ") for at in cuts])


def glued_phrases(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, words) for the words of a garbled text that are two phrases run together.

    "Tỷ lệ hénghéodantécthiéusd" has four blanks too few.
    """
    changes = []
    for match in _LONG_WORD.finditer(value):
        pair = glued_pair(skeleton(match[0]))
        if pair is not None:
            reads = " ".join((*pair[0].words, *pair[1].words))
            reads = reads[0].upper() + reads[1:] if match[0][0].isupper() else reads
            changes.append((match.start(), match.end(), reads))
    return changes


def _cut(word: str) -> int | None:
    """Where a printed word is to be cut in two, None where it is one."""
    low = word.lower()
    inner = word[1:]
    if not _MARKED.search(low) or is_syllable(low) or _CODE.fullmatch(word):
        return None
    if not word.isupper() and inner != inner.lower() and not _EVIDENT.search(word):
        return None  # a code: "BộGTVT"
    ways = [at for at in range(1, len(low)) if is_syllable(low[:at]) and is_syllable(low[at:])]
    ways = [at for at in ways if inner.islower() or word[at].isupper()]
    return next((at for at in ways if stands_beside(low[:at], low[at:])), ways[0] if ways else None)

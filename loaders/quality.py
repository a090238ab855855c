"""Quality gate: whether a text is good, garbled by a wrong OCR, or not to be read at all.

Measured on one pass over the words: the share of words that can be Vietnamese syllables, and the
share of letters with a Vietnamese mark (correct text: about 0.28; read by an English OCR: 0.05).
"""

from __future__ import annotations

import re
import unicodedata

from loaders.folding import fold_letters
from loaders.records import Quality

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|th|tr|kh|ph|gh|gi|qu|[bcdghklmnpqrstvx])?(?:uyê?|uye|iê|ie|ye|uô|uo|ươ|oa|oe|ua|ue|uy|ia|[aeiouy])[aeiouy]?(?:ng|nh|ch|[cmnpt])?$"
)
_SAMPLE = 60_000
_MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def grade(text: str) -> Quality:
    """Return the quality of a text; a short text without marks is taken as garbled, not refused."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters == 0:
        return Quality.NEEDS_REVIEW
    marked = len(_MARKED.findall(sample)) / letters
    valid = sum(bool(_SYLLABLE.match(fold_letters(word))) for word in words) / len(words)
    if valid >= 0.85 and marked >= 0.13:
        return Quality.GOOD
    if valid >= 0.5:
        return Quality.GARBLED
    return Quality.NEEDS_REVIEW

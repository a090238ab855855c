"""Names of agencies in full: abbreviations written out, tones and capitals as they are printed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.names.shouted import in_small_letters
from loaders.tables import load_toml
from loaders.text.source_text import modern_tones

_AND = re.compile(r"(?<=[^\W\d_A-ZĐ]) & (?=[^\W\d_])")
"""Behind a word, not letters that stand for some: "Thương binh & Xã hội", "GD & ĐT"."""
_PAGE_NUMBER = re.compile(r"\n\s*\d{1,3}\s*\n")


@lru_cache(maxsize=4096)
def full_name(name: str) -> str:
    """Write a name in full: abbreviations out, tones the modern way, the first letter a capital."""
    name = " ".join(_PAGE_NUMBER.sub(" ", name).split()).strip(" ,;:.-*")
    name = _AND.sub(" và ", name).replace(" & ", "&")
    name = _TORN.sub("", name)
    shouted = name.isupper()
    name = written_out(name)
    if shouted:
        name = in_small_letters(name)
    low = modern_tones(name.lower())
    if low != name.lower():
        name = "".join(b.upper() if a.isupper() else b for a, b in zip(name, low, strict=True))
    return name[:1].upper() + name[1:]


_TORN = re.compile(
    r"(?<=(?<!\w)[bcdghklmnpqrstvxđ])\s(?=[^\W\d_bcdfghjklmnpqrstvwxzđ])"
    r"|(?<=(?<!\w)[cghknptqr][hgru])\s(?=[^\W\d_bcdfghjklmnpqrstvwxzđ])",
)
"""A blank inside a word, behind a consonant that is no word alone: "Bộ Y t ế"."""


def written_out(name: str) -> str:
    """Return a name with its abbreviations in full, whatever their case; the longest one counts.

    The rest stays as it is printed, and so do abbreviations that the table does not know.
    """
    short, long = _abbreviations()
    return short.sub(lambda match: long[match[0].upper()], name)


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = load_toml("loaders", "duties")["abbreviation"]
    long = {row["short"]: row["long"] for row in rows}
    words = "|".join(re.escape(word) for word in sorted(long, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), long

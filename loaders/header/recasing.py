"""Recasing: a title in capitals with the capitals that the paper's own text gives the same words.

"PHÊ DUYỆT ĐỀ ÁN … HUYỆN ĐĂK GLEI" is said again below: "Phê duyệt Đề án … huyện Đăk Glei".
"""

from __future__ import annotations

from loaders.text.source_text import SourceText, trimmed

_LONGEST_RUN, _SHORTEST_RUN = 8, 3
_WITHIN = 20_000
"""Characters below a title among which its words are looked for."""
_OPENS_SENTENCE = ".;:!?-+\n"


def as_said_below(words: list[str], text: SourceText, at: int) -> list[str]:
    """Return the words of a title, each with the capital that running text behind `at` gives it.

    The longest run of words that stands there counts, three at least. Capitals there, and one that
    a sentence begins with, tell nothing; words that are not said again stay as they are.
    """
    found = list(words)
    low = [word.lower() for word in words]
    i = 0
    while i <= len(words) - _SHORTEST_RUN:
        run = next(
            (
                n
                for n in range(min(_LONGEST_RUN, len(words) - i), _SHORTEST_RUN - 1, -1)
                if _said(text, low, i, n, at)
            ),
            0,
        )
        if not run:
            i += 1
            continue
        for offset, printed in enumerate(_said(text, low, i, run, at)):
            if printed != printed.lower():
                found[i + offset] = printed
        # The last words of a run may begin the next one: "của huyện Ia | Hdrai".
        i += run - _SHORTEST_RUN + 1
    return found


def _said(text: SourceText, low: list[str], i: int, run: int, at: int) -> list[str]:
    """The words low[i : i + run] as running text prints them first behind `at`; [] where not."""
    wanted = " ".join(low[i : i + run])
    place = text.low.find(wanted, at, at + _WITHIN)
    while place >= 0:
        end = place + len(wanted)
        printed = text.value[place:end]
        whole = not text.low[end : end + 1].isalnum() and not text.low[place - 1 : place].isalnum()
        if whole and not printed.isupper():
            words = printed.split()
            before = trimmed(text.value, place, " ")
            if before == 0 or text.value[before - 1] in _OPENS_SENTENCE:
                words[0] = words[0].lower()
            return words
        place = text.low.find(wanted, end, at + _WITHIN)
    return []

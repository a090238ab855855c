"""Confusions: what a syllable may look like after an OCR that was not taught Vietnamese.

A noisy channel (Kernighan, Church and Gale 1990): each letter of a syllable is printed as one of a
few others at a cost; a syllable's garbled forms are looked up, not searched.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Any

from loaders.folding import UPPER, fold_letters
from loaders.tables import load_toml

COSTLIEST = 1.1
"""Garbled forms that cost more are not looked for."""
_MOST_FORMS = 400


@cache
def _look_alike() -> dict[int, str]:
    signs: dict[str, str] = load_toml("loaders", "confusions")["look_alike"]
    return str.maketrans(signs)


def as_printed(row: dict[str, Any], flags: int = 0) -> re.Pattern[str]:
    """Return the regex of a row of what an OCR prints, its {capital} written out."""
    return re.compile(row["printed"].replace("{capital}", UPPER), flags)


def skeleton(word: str) -> str:
    """Return the letters of a printed word without marks, figures and signs made letters."""
    folded = fold_letters(word.translate(_look_alike()))
    return "".join(c for c in folded if "a" <= c <= "z")


def letters_of(word: str) -> str:
    """Return a printed word with figures and signs made the letters of their shape, marks kept."""
    return word.translate(_look_alike())


@cache
def _outputs() -> dict[str, tuple[tuple[str, float], ...]]:
    """What is printed for a letter, or for two of them together, at which cost."""
    table = load_toml("loaders", "confusions")
    return {
        printed: tuple(
            (output, weight)
            for how, weight in table["weights"].items()
            for output in row.get(how, ())
        )
        for row in (*table["letters"], *table["letter_pairs"])
        for printed in row["printed"]
    }


def garbled_forms(syllable: str) -> dict[str, float]:
    """Return the skeletons that a syllable (lower case, with its marks) may be read as, with costs.

    Its own skeleton costs nothing. Where two ways lead to one form the cheaper counts; of very
    many forms the cheapest are kept.
    """
    before: dict[str, float] = {}
    forms: dict[str, float] = {"": 0.0}
    for at, letter in enumerate(syllable):
        ways = [(forms, ((skeleton(letter), 0.0), *_outputs().get(letter, ())))]
        if at and (pair := _outputs().get(syllable[at - 1 : at + 1])):
            ways.append((before, pair))
        longer: dict[str, float] = {}
        for shorter, outputs in ways:
            for form, cost in shorter.items():
                for output, more in outputs:
                    total = cost + more
                    if total <= COSTLIEST and total < longer.get(form + output, 9.0):
                        longer[form + output] = total
        ordered = sorted(longer.items(), key=lambda item: (item[1], item[0]))
        before, forms = forms, dict(islice(ordered, _MOST_FORMS))
    return {form: cost for form, cost in forms.items() if form}

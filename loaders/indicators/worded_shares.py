"""Worded shares: "đạt một trăm phần trăm", "chín mươi lăm phần trăm", written out in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.grammar.patterns import alternation, rx
from loaders.grammar.regexes import Regex
from loaders.tables import load_toml

_HUNDRED = 100.0
_SIGN = re.compile(r"phần\s+trăm")


def worded_shares(low: str, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Yield where each such share begins and ends, and its value in percent.

    A figure in brackets that says it again is part of it: "một trăm phần trăm (100%)".
    """
    if _SIGN.search(low, start, end) is None:
        return
    for match in _share().finditer(low, start, end):
        ones = 0.0
        if match["hundred"]:
            yield match.start(), match.end(), _HUNDRED
            continue
        if match["ones"]:
            ones = _values()[match["ones"]]
        tens = _values()[match["tens"]] if match["tens"] else float(match["ten"] is not None)
        yield match.start(), match.end(), 10 * tens + ones


@cache
def _share() -> Regex:
    digits = alternation(list(_values()))
    return rx(
        rf"(?<!\w)(?:(?P<hundred>một trăm)|(?:(?P<tens>{digits}) mươi|(?P<ten>mười))"
        rf"(?: (?P<ones>{digits}))?) phần trăm(?!\w)(?:\s*\(\s*\d[\d.,]*\s?%\s*\))?"
    )


@cache
def _values() -> dict[str, float]:
    table = load_toml("loaders", "quantities")
    return {word: float(n) for word, n in {**table["number_words"], **table["ones"]}.items()}

"""Worded shares: "đạt một trăm phần trăm", "hai phần ba số xã", "giảm một nửa", in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.grammar.patterns import alternation, rx
from loaders.grammar.regexes import Regex
from loaders.tables import load_toml

_HUNDRED = 100.0
_SIGN = re.compile(r"phần\s+(?:trăm|ba|tư)|nửa|\d/(?:10|\d)\s")


def worded_shares(low: str, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Yield where each such share begins and ends, and its value in percent.

    A figure in brackets that says it again is part of it: "một trăm phần trăm (100%)".
    """
    if _SIGN.search(low, start, end) is None:
        return
    for match in _fraction().finditer(low, start, end):
        few, parts = match["few"] or match["figure"], match["parts"] or match["of"]
        share = 1 / 2 if few is None else _number(few) / _number(parts)
        if share < 1:
            yield match.start(), match.end(), round(_HUNDRED * share, 2)
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
def _fraction() -> Regex:
    """A fraction in words, or in figures before what it is of: "3/4 số xã" is no day."""
    digits = alternation(list(_values()))
    return rx(
        rf"(?<!\w)(?:(?P<few>{digits}) phần (?P<parts>ba|tư)|một nửa)(?!\w)"
        r"|(?<![\w/.,])(?<!ngày\s)(?<!đến\s)(?<!từ\s)(?<!điều\s)(?P<figure>\d)/(?P<of>10|\d)(?!\d)"
        r"(?= (?:tổng )?số (?!\d))"
    )


def _number(word: str) -> float:
    return float(word) if word.isdigit() else _values()[word]


@cache
def _values() -> dict[str, float]:
    table = load_toml("loaders", "quantities")
    return {word: float(n) for word, n in {**table["number_words"], **table["ones"]}.items()}

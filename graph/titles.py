"""How alike two titles are, as far as that helps to tell documents of one number apart."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.folding import fold, words

ALIKE = 0.7
"""Titles that share so many of the shorter one's words speak of one subject."""

CONFLICT = 0.5
"""Titles that share fewer speak of two."""

# Words that any title may hold: they tell nothing.
_PLAIN = frozenset(
    fold(
        "về việc ban hành thực hiện triển khai tiếp tục tăng cường nâng cao công tác trong trên"
        " địa bàn tỉnh huyện giai đoạn năm đến tình hình mới của và các cho một số theo"
    ).split()
)
_FIGURE = re.compile(r"\d+|[ivx]+")


@lru_cache(maxsize=16384)
def _telling(title: str) -> frozenset[str]:
    return frozenset(words(title)) - _PLAIN


def likeness(a: str | None, b: str | None) -> float | None:
    """Return the share of the shorter title's telling words that the other has too, 0 to 1.

    None where a title is missing or has fewer than three telling words: that says nothing.
    """
    if not a or not b:
        return None
    first, second = _telling(a), _telling(b)
    fewer = min(len(first), len(second))
    return None if fewer < 3 else len(first & second) / fewer


@lru_cache(maxsize=16384)
def same_work(a: str, b: str) -> bool:
    """Whether two titles that begin alike can name one work without a number.

    One may be the other cut short. Else what follows the common beginning must agree: "Luật sửa
    đổi một số điều của Luật Dược" and "… của Luật Bảo hiểm y tế" are two, and so are the
    congresses "lần thứ X" and "lần thứ XI", and the periods to 2025 and to 2030.
    """
    first, second = words(a), words(b)
    common = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        common += 1
    rest, other_rest = first[common:], second[common:]
    if not rest or not other_rest:
        return True
    figures, other_figures = _figures(rest), _figures(other_rest)
    if figures and other_figures and not (figures <= other_figures or other_figures <= figures):
        return False
    fewer = min(len(set(rest)), len(set(other_rest)))
    return len(set(rest) & set(other_rest)) >= 0.6 * fewer


def _figures(rest: list[str]) -> frozenset[str]:
    return frozenset(word for word in rest if _FIGURE.fullmatch(word))

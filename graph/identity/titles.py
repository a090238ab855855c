"""How alike two titles are, as far as that helps to tell documents of one number apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.identity.wording import Called, plenum_in, title_words
from loaders.folding import fold

ALIKE = 0.7
"""Titles that share so many of the shorter one's words speak of one subject."""

CONFLICT = 0.5
"""Titles that share fewer speak of two."""

_ABOUT = re.compile(r"^(?:v/v|về việc|về) ", re.IGNORECASE)
_CONGRESS = 4
"""Within so many words a title says that it is a congress's, which has many wordings."""
_FEWEST = 3
"""Titles of fewer telling words are not compared by how many they share."""

# Words that any title may hold: they tell nothing.
_PLAIN = frozenset(
    fold(
        "về việc ban hành thực hiện triển khai tiếp tục tăng cường nâng cao công tác trong trên"
        " địa bàn tỉnh huyện giai đoạn năm đến tình hình mới của và các cho một số theo"
    ).split()
)
_DEEDS = frozenset(
    fold("đổi mới củng cố xây dựng hoàn thiện phát triển đẩy mạnh sắp xếp chỉnh đốn").split()
)
"""What may be done to anything: "tiếp tục đổi mới" opens many subjects."""
# Words that join others, and those of a period: two works that share only them share nothing.
_JOINING = frozenset(
    fold(
        "và về của các cho trong trên theo tới đến năm giai đoạn thời kỳ nhiệm tầm nhìn định hướng"
    ).split()
)
_FIGURE = re.compile(r"\d+|[ivx]+")
# A year of its own, not the one of a date or of a number that the title names.
_YEAR = re.compile(
    r"(?<![\d/])(?<!\d-)(?<!tháng \d năm )(?<!tháng \d\d năm )(?:19|20)\d\d(?![\d/]|-[A-ZĐ])"
)


_DAY_NAMED = re.compile(
    r"\bso \d+(?: \w+){1,5}? ngay "
    r"(0?[1-9]|[12]\d|3[01]) (?:thang )?(0?[1-9]|1[0-2]) (?:nam )?((?:19|20)\d\d)\b"
)


@lru_cache(maxsize=16384)
def day_of_named(title: str) -> str | None:
    """Return the latest full day that a title gives to a numbered document, None where to none.

    "… thực hiện Nghị quyết số 20-NQ/TW ngày 16/6/2022" was not written before 2022-06-16; "… bầu cử
    ngày 22/5/2016" was, so that a day alone says nothing.
    """
    found = _DAY_NAMED.findall(fold(title))
    return max((f"{year}-{month:0>2}-{day:0>2}" for day, month, year in found), default=None)


@lru_cache(maxsize=16384)
def _telling(title: str) -> frozenset[str]:
    return frozenset(title_words(title)) - _PLAIN


def likeness(a: str | None, b: str | None) -> float | None:
    """Return the share of the shorter title's telling words that the other has too, 0 to 1.

    None where a title is missing or has fewer than three telling words: that says nothing.
    """
    if not a or not b:
        return None
    first, second = _telling(a), _telling(b)
    fewer = min(len(first), len(second))
    return None if fewer < _FEWEST else len(first & second) / fewer


@lru_cache(maxsize=16384)
def short_subject(title: str) -> str | None:
    """Return the folded words of a subject that is too short to be compared: "về nông nghiệp".

    None where it is long enough, or says nothing: two words at least, not all of them plain ones.
    """
    said = list(title_words(title))
    while said and said[0] in _PLAIN:
        del said[0]
    telling = len(frozenset(said) - _PLAIN)
    return " ".join(said) if len(said) > 1 and 0 < telling < _FEWEST else None


def bare_subject(title: str) -> str:
    """Return a subject without the word that opens it: "về khoa học" gives "khoa học"."""
    return _ABOUT.sub("", title, count=1)


def speaks_of(subject: str, titles: Iterable[str]) -> bool:
    """Whether one of the titles has the folded words of a subject, one behind the other."""
    return any(f" {subject} " in f" {' '.join(title_words(title))} " for title in titles)


def alike(a: str | None, b: str | None) -> bool:
    """Whether two titles are there and speak of one subject."""
    if a and b and fold(a) == fold(b):
        return True
    return (likeness(a, b) or 0.0) >= ALIKE and not _years_part(a or "", b or "")


def conflict(a: str, b: str) -> bool | None:
    """Whether two titles of one number speak of two subjects, None where they do not tell.

    A number comes again each year: "phòng, chống dịch năm 2019" and "… năm 2020" are two.
    """
    if _years_part(a, b):
        return True
    found = likeness(a, b)
    return None if found is None else found < CONFLICT


@lru_cache(maxsize=16384)
def _years(title: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(title))


def _years_part(a: str, b: str) -> bool:
    """Whether both name years and neither names all those of the other."""
    first, second = _years(a), _years(b)
    return bool(first and second) and not (first <= second or second <= first)


@lru_cache(maxsize=16384)
def same_work(a: str, b: str) -> bool:
    """Whether two titles that begin alike can name one work without a number.

    One may be the other cut short. Else what follows the common beginning must agree: "Luật sửa
    đổi một số điều của Luật Dược" and "… của Luật Bảo hiểm y tế" are two, and so are the
    congresses "lần thứ X" and "lần thứ XI", and the periods to 2025 and to 2030. A plenum without
    a subject is none of its resolutions.
    """
    first, second = _without_about(a), _without_about(b)
    if not _subjects_meet(plenum_in(title_words(a)), plenum_in(title_words(b))):
        return False
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
    said, other_said = set(rest), set(other_rest)
    joining = _JOINING | figures | other_figures
    if said <= joining and other_said <= joining:
        return _one_period(rest, other_rest)
    if not (said <= joining or other_said <= joining):
        said, other_said = said - joining, other_said - joining
        own = min(len(said - other_said), len(other_said - said))
        if own > 1 and "dai hoi" not in " ".join(first[:_CONGRESS]):
            return False  # none is the other cut short or misspelt
    return len(said & other_said) >= 0.6 * min(len(said), len(other_said))


@lru_cache(maxsize=16384)
def own_words(title: str) -> frozenset[str] | None:
    """Return the words by which `same_work` tells a title from others; None where it may be told
    in any others, as a congress's."""
    said = _without_about(title)
    if "dai hoi" in " ".join(said[:_CONGRESS]):
        return None
    return frozenset(said) - _JOINING - _figures(said)


def _subjects_meet(a: Called | None, b: Called | None) -> bool:
    """Whether one resolution may be called by these plenums and subjects, None without a plenum.

    A plenum passed several resolutions: without a subject, or with one that names only deeds
    ("về tiếp tục đổi mới"), it is none of the others.
    """
    if a is None or b is None or a == b:
        return True
    return all(frozenset(subject) - _PLAIN - _DEEDS for _, subject in (a, b))


def _one_period(rest: tuple[str, ...], other_rest: tuple[str, ...]) -> bool:
    """Whether two ends of titles that hold only years can mean one period.

    "đến năm 2030" may be "giai đoạn 2021-2030", "năm 2030" is not.
    """
    shorter, longer = sorted((rest, other_rest), key=lambda words: len(_figures(words)))
    years, more = _figures(shorter), _figures(longer)
    return years == more or ("den" in shorter and years <= {max(more)})


def _without_about(title: str) -> tuple[str, ...]:
    return tuple(word for word in title_words(title) if word != "ve")


def _figures(rest: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in rest if _FIGURE.fullmatch(word))

"""The words of a title, alike however it is spelled: abbreviations are written out.

"Luật BHYT" and "Luật Bảo hiểm y tế" give the same words (tables/abbreviations.csv).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from loaders.folding import fold, words
from loaders.tables import load_csv, load_toml
from loaders.terms import roman

Shorts = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]
"""Abbreviations and what they stand for, under their first words, the longest first."""


_ORDINALS = {
    fold(word): number for word, number in load_toml("loaders", "antecedents")["ordinals"].items()
}
_WHICH = rf"(\d{{1,2}}|{'|'.join(_ORDINALS)})"
_PLENUM = re.compile(
    rf"\b(?:hoi nghi )?(?:lan thu {_WHICH} (?:cua )?(?:ban chap hanh|bch) trung uong(?: dang)?"
    rf"(?: cong san viet nam)?|(?:trung uong|tw)(?: lan thu)? {_WHICH}) khoa ([ivxl]+|1?\d)\b"
)


@lru_cache(maxsize=16384)
def title_words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` in order, what is abbreviated written out.

    A plenum of the Central Committee has one wording: "Hội nghị lần thứ sáu Ban Chấp hành Trung
    ương Đảng (khóa XII)" is "hoi nghi trung uong 6 khoa xii".
    """
    found = written_out(tuple(words(text)), _titles())
    if "khoa" not in found:
        return found
    return tuple(_PLENUM.sub(_one_plenum, " ".join(found)).split())


def _one_plenum(found: re.Match[str]) -> str:
    which = found[1] or found[2]
    term = roman(found[3]).lower()
    return f"hoi nghi trung uong {_ORDINALS.get(which) or int(which)} khoa {term}"


_CALLED = re.compile(
    r"(?:(?:nghi quyet|ket luan|thong bao|chuong trinh) )?(?:cua )?"
    r"(?P<plenum>hoi nghi trung uong \d+ khoa [ivxl]+)\b"
)
Called = tuple[tuple[str, ...], tuple[str, ...]]
"""The plenum that a resolution is called by, and its subject, each in words."""


def plenum_in(said: tuple[str, ...]) -> Called | None:
    """Return the plenum by which a resolution is called, and its subject, in words of a title.

    None where it is called by none. What "về" does not open is no subject: "Nghị quyết Trung ương
    6 khóa XII trong toàn Đảng bộ".
    """
    text = " ".join(said)
    found = _CALLED.match(text)
    if found is None:
        return None
    behind = text[found.end() :].split()
    return tuple(found["plenum"].split()), tuple(behind[1:] if behind[:1] == ["ve"] else ())


def written_out(said: tuple[str, ...], shorts: Shorts) -> tuple[str, ...]:
    """Return the words with what is abbreviated written out, the longest abbreviation first."""
    found: list[str] = []
    at = 0
    while at < len(said):
        for short, whole in shorts.get(said[at], ()):
            if said[at : at + len(short)] == short:
                found += whole
                at += len(short)
                break
        else:
            found.append(said[at])
            at += 1
    return tuple(found)


def shorts_of(pairs: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> Shorts:
    """Return pairs of an abbreviation and its words as `written_out` takes them."""
    found: Shorts = {}
    for short, whole in sorted(pairs, key=lambda pair: (-len(pair[0]), pair)):
        found.setdefault(short[0], []).append((short, whole))
    return found


@cache
def _titles() -> Shorts:
    table = load_csv("graph", "abbreviations")
    return shorts_of((tuple(words(row["short"])), tuple(words(row["words"]))) for row in table)

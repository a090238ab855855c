"""The form of an indicator's name: what is measured, of whom, where, of which age.

Two names of equal forms are one indicator. A word that no row knows stays as it is and where it
is: names that differ in it differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.indicators.words import Phrase, Sort, deeds, phrases, plain, unit_family

SHARE, COUNT = "tỷ lệ", "số"

_KIND = re.compile(
    r"\s*(?:(?P<share>t[ỷỉiy] (?:lệ|suất|số|trọng|le|suat|so|trong)|phần trăm)|"
    r"(?P<count>tổng số|số lượng|số|so luong|tong so|so)(?! (?:với|voi|sinh)))(?!\w)\s*"
    r"(?:(?:số|so)(?!\w)\s*)?"
)
_YEAR = re.compile(
    r"\b(?:(?:giai doan|thoi ky|nhiem ky|vao|den|trong|cuoi|het|nien|nam|hoc) )+"
    r"(?:19|20)\d\d(?: (?:den )?(?:nien |nam )?(?:19|20)\d\d)?\b"
)
_YEAR_MATTERS = re.compile(r"\b(?:chuan|so voi)\b")
_AGE = re.compile(
    r"\b(?:trong )?(?:do tuoi )?(?:tu )?(?P<from>\d+) (?:tuoi |thang )?(?:den |den duoi )?"
    r"(?P<to>\d+) (?P<range>thang tuoi|tuoi|thang)\b"
    r"|\b(?P<way>duoi|tren|tu|du) (?P<bound>\d+) (?P<unit>thang tuoi|tuoi|thang)(?: tro len)?\b"
    r"|\b(?P<only>\d+) (?P<of>thang tuoi|tuoi)\b"
)
_TIMES = re.compile(r"\b(?:it nhat|toi thieu|tu|du) (\d+) lan(?: tro len)?\b")
_LETTERS = re.compile(r"\s*\([A-ZĐ]{2,6}\)")
"""The short name that stands behind a whole one: "Tổng tỷ suất sinh (TFR)"."""
_UNITS = {"tuoi": "tuổi", "thang": "tháng"}
_WAYS = {"duoi": "dưới", "tren": "trên", "tu": "từ", "du": "từ"}
_MOVED = (Sort.GROUP, Sort.SEX, Sort.PLACE)
_LINKS = {("trong",), ("cho",), ("nhom",), ("trong", "nhom"), ("trong", "do", "tuoi")}

_Sorted = tuple[Sort, tuple[str, ...], str]
"""What a phrase is, the folded words in its place, and its name."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a name says. `kind` is a share, a count, or "" where neither name nor unit tells.

    `words` are in their order; `group` is whom it is of, where the name has one group only.
    `family` is what the unit measures (`unit_family`), `used` the phrases that stood for others.
    """

    kind: str
    words: tuple[str, ...]
    group: str | None
    ages: tuple[str, ...]
    sexes: tuple[str, ...]
    places: tuple[str, ...]
    family: str | None
    used: tuple[tuple[str, str], ...] = ()

    @property
    def bounds(self) -> tuple[str, ...]:
        """Ages, sexes and places: what part of all it is measured on."""
        return (*self.ages, *self.sexes, *self.places)


@lru_cache(maxsize=16384)
def form_of(name: str, unit: str | None = None) -> Form:
    """Return the form of a name with its unit, None where it is not known."""
    low = _LETTERS.sub("", unicodedata.normalize("NFC", name)).lower()
    opening = _KIND.match(low)
    family = unit_family(unit)
    said = plain(low[opening.end() :] if opening else low)
    text = " ".join(said)
    if not _YEAR_MATTERS.search(text):
        text = _YEAR.sub(" ", text)
    text = _TIMES.sub(r"tu \1 lan", text)
    ages: list[str] = []
    text = _AGE.sub(lambda match: f" {_age(match, ages)} ", text)
    sorts, used = _sorted_out(text.split())
    groups = [name for sort, _, name in sorts if sort is Sort.GROUP]
    alone = len(groups) == 1
    kept = [
        word
        for sort, words, _ in sorts
        if sort is Sort.TERM or (sort is Sort.GROUP and not alone)
        for word in words
    ]
    kind = _kind(opening, family)
    return Form(
        kind=kind,
        words=_deed_last(tuple(kept)) if kind == SHARE else tuple(kept),
        group=groups[0] if alone else None,
        ages=tuple(sorted(ages)),
        sexes=_of(sorts, Sort.SEX),
        places=_of(sorts, Sort.PLACE),
        family=family,
        used=used,
    )


def _deed_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with the deed that they begin with behind what, or whom, it is done to."""
    for deed in deeds():
        if len(words) > len(deed) and words[: len(deed)] == deed:
            done_to = words[len(deed) :]
            return (*(done_to[1:] if done_to[:1] in _LINKS else done_to), *deed)
    return words


def _kind(opening: re.Match[str] | None, family: str | None) -> str:
    if opening and opening["share"]:
        return SHARE
    if family == "share":
        return SHARE
    return COUNT if opening or family == "count" else ""


def _age(match: re.Match[str], ages: list[str]) -> str:
    if match["range"]:
        below = "dưới " if "den duoi" in match[0] else ""
        found = f"{match['from']} đến {below}{match['to']} {_UNITS[match['range'].split()[0]]}"
    elif match["way"]:
        found = f"{_WAYS[match['way']]} {match['bound']} {_UNITS[match['unit'].split()[0]]}"
    else:
        found = f"{match['only']} {_UNITS[match['of'].split()[0]]}"
    ages.append(found)
    return "@"


def _of(sorts: Sequence[_Sorted], sort: Sort) -> tuple[str, ...]:
    return tuple(sorted({name for one, _, name in sorts if one is sort}))


def _sorted_out(said: Sequence[str]) -> tuple[list[_Sorted], tuple[tuple[str, str], ...]]:
    """Return the words by what they are, and the phrases that stood for others."""
    found: list[_Sorted] = []
    used: list[tuple[str, str]] = []
    at = 0
    while at < len(said):
        phrase = None if said[at] == "@" else _phrase(said, at)
        if said[at] == "@" or (phrase and phrase.sort in _MOVED):
            _unlink(found)
        if phrase is None:
            if said[at] != "@":
                found.append((Sort.TERM, (said[at],), said[at]))
            at += 1
            continue
        if phrase.sort is not Sort.IDLE:
            found.append((phrase.sort, phrase.means, phrase.name))
            if phrase.words != phrase.means:
                used.append((phrase.said, phrase.name))
        at += len(phrase.words)
    return found, tuple(used)


def _phrase(said: Sequence[str], at: int) -> Phrase | None:
    for phrase in phrases().get(said[at], ()):
        end = at + len(phrase.words)
        if tuple(said[at:end]) != phrase.words:
            continue
        if not phrase.before or any(tuple(said[end : end + len(b)]) == b for b in phrase.before):
            return phrase
    return None


def _unlink(found: list[_Sorted]) -> None:
    """Take away the words that only link what follows: "trong", "cho"."""
    for size in (3, 2, 1):
        tail = found[-size:]
        if len(tail) == size and tuple(word for _, one, _ in tail for word in one) in _LINKS:
            del found[-size:]
            return

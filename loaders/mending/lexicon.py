"""Lexicon: the phrases that a garbled text is matched against, as a tree of syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from loaders.tables import load_csv, load_toml
from loaders.text.confusions import garbled_forms, skeleton
from loaders.text.quality import is_syllable

_SYLLABLE = re.compile(r"[^\s,\-–&]+")
_STRANGE = 1.0
"""What a letter costs that no confusion explains."""
_STRANGE_IN_SYLLABLE = 1.5
_RUN_TOGETHER = 0.5
_SHORTEST_GLUED = 5
_LONG_GLUED = 12
_LONGEST_GLUED = 30
DEAREST_CELL = 0.8
"""What one word may cost that fills a cell of a table: a unit, most often."""
_DEAREST_TWO = 0.2
_DEAREST_MORE = 0.25
_DEAREST_NAME = 0.12
"""The same for a proper name, which the words around it say nothing of."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as they should read.

    `proper` says that it names a place, `alone` that the place's name is all of it: then it counts
    only where each word begins with a capital. Of two that explain as much the lower `rank` counts.
    """

    words: tuple[str, ...]
    rank: int = 0
    proper: bool = False
    alone: bool = False

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(map(len, self.words))

    @property
    def dearest(self) -> float:
        """What a printed letter of it may cost, of a phrase of several words."""
        if self.proper:
            return _DEAREST_NAME
        return _DEAREST_TWO if len(self.words) == 2 else _DEAREST_MORE


@dataclass(slots=True)
class Node:
    """Where a beginning of phrases leads, and the phrase that it is, if it is one.

    `dearest` is what the phrases from here on may cost at most, however they are printed.
    """

    phrase: Phrase | None = None
    dearest: float = 0.0
    below: dict[str, Node] = field(default_factory=dict)


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset(pair for phrase in _phrases().values() for pair in pairwise(phrase.words))


def stands_beside(first: str, second: str) -> bool:
    """Whether two syllables (lower case) stand side by side in some phrase of the lexicon."""
    return (first, second) in _pairs()


@cache
def tree() -> Node:
    """Return the root: all phrases of the lexicon, and the names of types, agencies and places."""
    root = Node()
    for phrase in _phrases().values():
        node = root
        dearest = phrase.dearest * phrase.letters if len(phrase.words) > 1 else DEAREST_CELL
        for word in phrase.words:
            node = node.below.setdefault(word, Node())
            node.dearest = max(node.dearest, dearest)
        node.phrase = phrase
    return root


@cache
def _phrases() -> dict[tuple[str, ...], Phrase]:
    """Every phrase by its words, those of the lexicon first."""
    agencies = load_toml("loaders", "agencies")
    common = [p for row in load_toml("loaders", "lexicon")["words"] for p in row["phrases"]]
    common += [row["name"] for row in load_toml("loaders", "doc_types")["type"]]
    common += [row["name"] for group in ("central", "kind") for row in agencies[group]]
    for kind, group in (("bộ", "ministry"), ("sở", "department")):
        common += [f"{kind} {row['name']}" for row in agencies[group]]
    # In "Các sở: Xây dựng, Nông nghiệp và Môi trường" a field stands without its kind.
    common += [row["name"] for row in agencies["department"] if " và " in row["name"]]
    found: dict[tuple[str, ...], Phrase] = {}
    for words in map(syllables, common):
        found.setdefault(words, Phrase(words, len(found)))
    for unit, place in _places():
        words = (*unit, *place)
        found.setdefault(words, Phrase(words, len(found), proper=True, alone=not unit))
    found.pop((), None)
    return found


def _places() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names of places with the words that may stand before them, none too."""
    provinces = {row["province"] for row in load_csv("loaders", "provinces")}
    provinces |= {row["capital"] for row in load_csv("loaders", "capitals")}
    for place in map(syllables, sorted(provinces)):
        for unit in ("", "tỉnh", "thành phố", "tỉnh ủy", "ubnd tỉnh"):
            yield tuple(unit.split()), place
    districts = {(row["kind"], row["district"]) for row in load_csv("loaders", "districts")}
    for kind, name in sorted(districts):
        place = syllables(name)
        for unit in ("", kind, f"{kind.split()[0]} ủy", f"ubnd {kind}"):
            if unit or len(place) > 1:
                yield tuple(unit.split()), place


def syllables(phrase: str) -> tuple[str, ...]:
    """Return the syllables of a phrase in lower case, without what stands between them."""
    return tuple(_SYLLABLE.findall(phrase.lower()))


@cache
def _forms() -> dict[str, dict[str, float]]:
    """For each garbled form the syllables that it may be, with their costs."""
    found: dict[str, dict[str, float]] = {}
    for syllable in dict.fromkeys(word for words in _phrases() for word in words):
        for form, cost in garbled_forms(syllable).items():
            found.setdefault(form, {})[syllable] = cost
    return found


@cache
def _plain() -> tuple[dict[str, list[str]], list[str]]:
    """The syllables by their skeleton, and the skeletons."""
    found: dict[str, list[str]] = {}
    for syllable in dict.fromkeys(word for words in _phrases() for word in words):
        found.setdefault(skeleton(syllable), []).append(syllable)
    return found, list(found)


@cache
def _longest_skeleton() -> int:
    return max(map(len, _plain()[1]))


@lru_cache(maxsize=65_536)
def readings(form: str) -> dict[str, float]:
    """Return the syllables that the skeleton of a printed word may be, with the cost of each.

    A word of four letters or more may have one letter that no confusion explains, one of seven
    two; in a word that is a syllable as it is printed such a letter is less likely.
    """
    found = dict(_forms().get(form, {}))
    allowed = 0 if len(form) < 4 else 1 if len(form) < 7 else 2
    if allowed:
        by_skeleton, skeletons = _plain()
        near = process.extract(
            form, skeletons, scorer=Levenshtein.distance, score_cutoff=allowed, limit=None
        )
        price = _STRANGE_IN_SYLLABLE if is_syllable(form) else _STRANGE
        for plain, distance, _ in near:
            for syllable in by_skeleton[plain]:
                found[syllable] = min(found.get(syllable, 9.0), distance * price)
    return found


@lru_cache(maxsize=65_536)
def halves(form: str) -> tuple[tuple[str, str, float], ...]:
    """Return the pairs of syllables that a word may be, run together: "tramy" is "trạm y".

    A word that can be one syllable is none.
    """
    if len(form) < 4 or is_syllable(form):
        return ()
    by_skeleton, longest = _plain()[0], _longest_skeleton()
    return tuple(
        (first, second, _RUN_TOGETHER)
        for i in range(max(1, len(form) - longest), min(len(form), longest + 1))
        for first in by_skeleton.get(form[:i], ())
        for second in by_skeleton.get(form[i:], ())
    )


def glued(letters: str) -> Phrase | None:
    """Return the phrase of several words that has these letters: "laichau", "soyte"."""
    return _glued().get(letters)


@lru_cache(maxsize=65_536)
def nearly_glued(letters: str) -> Phrase | None:
    """Return the one phrase of several words whose letters differ in one, of twelve letters or more
    in two; None for several.
    """
    if len(letters) < _SHORTEST_GLUED:
        return None
    most = 1 if len(letters) < _LONG_GLUED else 2
    near = process.extract(
        letters, _glued().keys(), scorer=Levenshtein.distance, score_cutoff=most, limit=2
    )
    return _glued()[near[0][0]] if len(near) == 1 else None


@lru_cache(maxsize=4_096)
def glued_pair(letters: str) -> tuple[Phrase, Phrase] | None:
    """Return the two phrases that a long word is, run together: "hengheodantecthieusd". The first
    that the tables have counts; None where no cut makes two.
    """
    if len(letters) < _LONG_GLUED or len(letters) > _LONGEST_GLUED:
        return None
    for at in range(_SHORTEST_GLUED, len(letters) - _SHORTEST_GLUED + 1):
        first = glued(letters[:at]) or nearly_glued(letters[:at])
        second = first and (glued(letters[at:]) or nearly_glued(letters[at:]))
        if first and second:
            return first, second
    return None


@cache
def _glued() -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for words, phrase in _phrases().items():
        key = "".join(map(skeleton, words))
        if len(words) > 1 and len(key) >= _SHORTEST_GLUED:
            found.setdefault(key, phrase)
    return found

"""Wrapped names: an agency whose name a narrow cell of a table wraps over several lines.

An OCR puts the lines of neighbouring cells one behind the other: "Phòng Văn hóa và | Quý II" above
"phòng, ban Thông tin". What belongs to a name is told by the names that are known: those of the
rest of the paper, and those of departments and offices in the tables. A name that none completes is
the cell's own only where no more of it can stand below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from loaders.folding import UPPER, fold
from loaders.grammar.patterns import find_of
from loaders.mending.lexicon import stands_beside
from loaders.names.agency_lists import agencies_at
from loaders.names.full_names import full_name
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

_OPEN_END = re.compile(r"(?:,|[-–]|\bvà)$")
_SHORT = ("ubnd", "hdnd")
_WORDS = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(rf"(?<![^\s|])[{UPPER}]")
_DEPARTMENT = re.compile(r"(sở|phòng|bộ)\s")
_MOST_SLIPS = 0.08
"""This share of a known name's letters may be read wrongly, and none of a short name's."""


class KnownNames:
    """Names in full by their folded words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {fold(name): name for name in dict.fromkeys(names)}
        self._by_word: dict[str, list[str]] = {}
        for folded in self._names:
            self._by_word.setdefault(folded.partition(" ")[0], []).append(folded)

    def __contains__(self, name: str) -> bool:
        """Whether the paper has the name elsewhere."""
        return fold(name) in self._names

    def like(self, words: str) -> list[tuple[str, str]]:
        """The folded and the full names of the kind that the words (a cell in full) begin with."""
        kind = fold(words).partition(" ")[0]
        own = [(folded, self._names[folded]) for folded in self._by_word.get(kind, [])]
        return [*own, *_named_departments(words)]


def completed(
    cell: str, below: Sequence[str], known: KnownNames, *, last: bool
) -> tuple[str | None, list[str]]:
    """Return the name, in full, of a cell's first line `cell` with what is wrapped `below` it, and
    the lines below without what the name has taken.

    The longest known name counts that the cell begins and lines below end, word for word but for a
    slip in many letters. Where none does, the cell is the whole name if it can end there, and no
    line below holds a word with a capital that might be its own. None where that cannot be told.
    `last` says that no other cell's words can stand behind it on its line; a level that closes the
    line below may then be its own.
    """
    words = " ".join(cell.split()).strip(" ,;.")
    lines = list(below)
    if not words:
        return None, lines
    full = full_name(words)
    begun = fold(full)
    parted = [line.split() for line in lines]
    levelled = (
        bool(last and lines) and _is_closed(lines[0].lower()) and not _is_closed(full.lower())
    )
    fitting = [
        (folded, name, left)
        for folded, name in known.like(full)
        if (rest := _rest(begun, folded)) is not None
        and (rest or not levelled or name in known)
        and (left := _without(rest, parted, _slips(folded))) is not None
    ]
    if fitting:
        _, name, left = max(fitting, key=lambda one: (len(one[0]), one[1]))
        return name, [" ".join(line) for line in left]
    listed = agencies_at(SourceText.of(words), 0, len(words), common=True)
    if listed is None or len(listed[0]) != 1 or listed[1] < len(words):
        return None, lines
    low = words.lower()
    is_open = (
        levelled
        or _OPEN_END.search(cell.strip(" .;|_").lower())
        or find_of("duties", "open_name")(low)
    )
    if lines and not _is_closed(low) and _goes_on_below(low, lines[0]):
        return None, lines
    ends = last or not lines or _is_closed(low)
    if is_open or not ends or len(begun.split()) <= 1:
        return None, lines
    if lines and not _is_likely(listed[0][0]):
        return None, lines
    whole = find_of("duties", "whole_office")(low) is not None
    return (listed[0][0] if whole or not any(map(_CAPITAL.search, lines)) else None), lines


def _goes_on_below(low: str, below: str) -> bool:
    """Whether the line below ends with a word that goes with the last one: "… Bảo vệ môi" above
    "cơ sở xử lý trường".
    """
    words = _WORDS.findall(below.lower())
    return bool(words) and stands_beside(low.split()[-1], words[-1])


def _is_likely(name: str) -> bool:
    """Whether each word of a name but the first stands beside the next in some phrase.

    "Bệnh viện Đã Thánh", whose last word is that of another cell, is no name.
    """
    words = _WORDS.findall(name.lower())
    return all(stands_beside(one, two) for one, two in pairwise(words[1:]))


def _is_closed(low: str) -> bool:
    """Whether words end with a level or another word that ends names."""
    return find_of("duties", "closed_name")(low) is not None


def _rest(begun: str, known: str) -> list[str] | None:
    """The words of a known name behind what stands in the cell; None where it begins otherwise.

    Blanks do not count, for an OCR runs words together, nor do few slips.
    """
    letters, words = begun.replace(" ", ""), known.split()
    for count in range(1, len(words) + 1):
        head = "".join(words[:count])
        if len(head) > 4 and _alike(letters, head, _slips(head)):
            return words[count:]
    return None


def _slips(known: str) -> int:
    return int(_MOST_SLIPS * len(known))


def _alike(a: str, b: str, slips: int) -> bool:
    """Whether two phrases are the same but for so many letters, one in four at most."""
    most = min(slips, len(b) // 4)
    return a == b or (most > 0 and Levenshtein.distance(a, b, score_cutoff=most) <= most)


def _without(rest: list[str], below: list[list[str]], slips: int) -> list[list[str]] | None:
    """The lines below without the rest of a name; None where it does not stand there.

    All of it stands on the first line, or a part there and the rest on the next.
    """
    if not rest:
        return below
    if not below:
        return None
    words, others = below[0], below[1:]
    folded = [_written_out(word) for word in words]
    for count in range(len(rest), 0, -1):
        part = "".join(rest[:count])
        for at in range(len(words)):
            end, letters = at, ""
            while end < len(words) and len(letters) < len(part) - 1:
                letters += folded[end]
                end += 1
            if not _alike(letters, part, slips):
                continue
            left = _without(rest[count:], others, slips)
            if left is not None:
                return [words[:at] + words[end:], *left]
    return None


def _written_out(word: str) -> str:
    """The letters of a word, those of "UBND" and "HĐND" in full."""
    letters = fold(word).replace(" ", "")
    return fold(full_name(word)).replace(" ", "") if letters in _SHORT else letters


def _named_departments(words: str) -> list[tuple[str, str]]:
    """Departments and offices of the kind that the words begin with, by the tables."""
    kind = _DEPARTMENT.match(words.lower())
    named = [(fold(name), name) for name in _whole_names()]
    return [*named, *(_departments(kind[1].capitalize()) if kind else ())]


@cache
def _departments(kind: str) -> tuple[tuple[str, str], ...]:
    table = load_toml("loaders", "agencies")
    fields = [row["name"] for row in (*table["department"], *table["ministry"])]
    return tuple((fold(f"{kind} {field}"), f"{kind} {field}") for field in fields)


@cache
def _whole_names() -> tuple[str, ...]:
    return tuple(row["name"] for row in load_toml("loaders", "duties")["whole_name"])

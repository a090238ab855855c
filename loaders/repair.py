"""Repair: known phrases put back into a text that an OCR of the wrong language has garbled.

"Thuc hi¢n Ké hoach s6 12/KH-UBND cia UBND tinh" is read as "Thực hiện Kế hoạch số 12/KH-UBND của
UBND tỉnh". The words of the text are cut into phrases of the lexicon and words left as they are so
that the whole explains most (Viterbi 1967). Spans and quotes stay those of the raw text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from loaders.confusions import skeleton
from loaders.lexicon import Node, Phrase, glued, readings, tree
from loaders.numbers import known_code
from loaders.tables import load_toml
from loaders.text import SourceText

_TOKEN = re.compile(r"(?m)(?:(?<=^)\d{1,2}\.(?=[^\W\d]))|[^\s,;:()\[\]|\"]+")
_SYMBOL = re.compile(r"(?<=\d)\s?[-/]\s?([A-ZĐ][A-Za-zĐđ]{0,7})\s?[-/]\s?([A-ZĐ][A-Za-zĐđ&]{1,11})")
_STROKED = "PBDĐ"
_NAME_LINE = re.compile(r"(?m)^[ \t*]*[^\W\d_]+(?:[ \t]+[^\W\d_]+){1,4}[ \t*]*$")
_MARK_LEFT = "'’`"
"""What is left of the hook of ơ and ư, behind the word."""
_FIGURES = re.compile(r"\d")
_DEAREST = 0.25
"""What a phrase may cost, a letter."""
_DEAREST_NAME = 0.12
"""The same for a proper name, which the words around it say nothing of."""
_SHOUTED = 0.7
"""The share of capitals from which a phrase is printed in capitals."""
_ALWAYS_CAPITALS = ("ubnd", "hđnd")


@dataclass(frozen=True, slots=True)
class _Word:
    """A printed word: where it stands, its letters, what it may be."""

    start: int
    end: int
    printed: str
    form: str
    readings: dict[str, float]


def repair(text: SourceText) -> SourceText:
    """Return the text with known phrases restored; the raw text and its spans stay."""
    return _rewritten(text, [*_sign_changes(text.value), *_phrase_changes(text.value)])


def _rewritten(text: SourceText, changes: list[tuple[int, int, str]]) -> SourceText:
    """Carry out changes of the value; where two meet, the earlier in the list counts."""
    kept: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for start, end, new in changes:
        covered = range(start, end)
        if not any(i in taken for i in covered):
            taken.update(covered)
            kept.append((start, end, new))
    return text.changed(sorted(kept))


@cache
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = load_toml("loaders", "confusions")["rewrite"]
    return tuple((re.compile(row["printed"], re.MULTILINE), row["reads"]) for row in rows)


def _sign_changes(value: str) -> list[tuple[int, int, str]]:
    """What the table rewrites as a whole, and the bars that the letter Đ of codes has lost."""
    changes = [
        (match.start(), match.end(), match.expand(reads))
        for printed, reads in _rewrites()
        for match in printed.finditer(value)
    ]
    for match in _SYMBOL.finditer(value):
        code = match[2]
        stroked = known_code("Đ" + code[1:]) is not None
        if known_code(code) is None and code[0] in _STROKED and stroked:
            changes.append((match.start(2), match.start(2) + 1, "Đ"))
    return changes


def _name_lines(value: str) -> list[tuple[int, int]]:
    """The lines that may be a person's name: two to five words, each with one capital.

    A name is nothing that a lexicon could know: such a line is one phrase as a whole, or as it is.
    """
    lines = []
    for match in _NAME_LINE.finditer(value):
        words = match[0].replace("*", " ").split()
        if all(word[0].isupper() and not word[1:].isupper() for word in words):
            lines.append(match.span())
    return lines


def _words(value: str) -> list[_Word]:
    """The printed words that may be read, in order; numbers and symbols have no readings."""
    known: dict[str, dict[str, float]] = {}
    words = []
    for match in _TOKEN.finditer(value):
        printed = match[0].rstrip(_MARK_LEFT + ".")
        form = skeleton(printed)
        if not form:
            continue
        figures = len(_FIGURES.findall(printed))
        code = printed.isupper() and known_code(printed) is not None
        readable = figures * 2 <= len(printed) and "/" not in printed and not code
        if form not in known:
            known[form] = readings(form)
        word_end = match.start() + len(match[0].rstrip("."))
        words.append(_Word(match.start(), word_end, printed, form, known[form] if readable else {}))
    return words


def _phrase_changes(value: str) -> list[tuple[int, int, str]]:
    words = _words(value)
    whole = _whole_lines(words, _name_lines(value))
    best = [0.0] * (len(words) + 1)
    chosen: list[tuple[Phrase, int] | None] = [None] * len(words)
    for at in range(len(words) - 1, -1, -1):
        best[at] = best[at + 1]
        for phrase, used, gain in _phrases_at(words, at):
            allowed = all(at <= a and b <= at + used for a, b in whole[at : at + used] if a < b)
            if allowed and gain + best[at + used] > best[at]:
                best[at], chosen[at] = gain + best[at + used], (phrase, used)
    changes: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        choice = chosen[at]
        if choice is None:
            at += 1
            continue
        changes += _written(words[at : at + choice[1]], choice[0])
        at += choice[1]
    return changes


def _whole_lines(words: list[_Word], lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each word the first and last word of the name line that it stands in; (0, 0) for none."""
    found = [(0, 0)] * len(words)
    starts = [word.start for word in words]
    for start, end in lines:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        found[first:last] = [(first, last)] * (last - first)
    return found


def _phrases_at(words: list[_Word], at: int) -> list[tuple[Phrase, int, float]]:
    """The phrases that begin with word `at`, how many words each takes, and what it explains."""
    found: list[tuple[Phrase, int, float]] = []
    open_: list[tuple[Node, int, float]] = [(tree(), at, 0.0)]
    while open_:
        node, here, cost = open_.pop()
        if node.phrase is not None:
            gain = _gain(words[at:here], node.phrase, cost)
            if gain > 0:
                found.append((node.phrase, here - at, gain))
        if here == len(words) or not node.below:
            continue
        for syllable, more in words[here].readings.items():
            below = node.below.get(syllable)
            if below is not None:
                open_.append((below, here + 1, cost + more))
    for count in (4, 3, 2, 1):
        parts = words[at : at + count]
        phrase = glued().get("".join(word.form for word in parts))
        if phrase is not None and len(parts) == count != len(phrase.words):
            found.append((phrase, count, _gain(parts, phrase, 0.5)))
    return found


def _gain(words: list[_Word], phrase: Phrase, cost: float) -> float:
    """How much a phrase explains of the words; nothing where it costs too much."""
    if phrase.proper and not all(word.printed[0].isupper() for word in words):
        return 0.0
    letters, count = phrase.letters, len(phrase.words)
    if count == 1:
        dearest = 0.0 if letters < 3 else 0.25 if letters == 3 else 0.5
        return 0.6 * letters - 2 * cost if cost <= dearest else 0.0
    if cost > (_DEAREST_NAME if phrase.proper else _DEAREST) * letters:
        return 0.0
    return letters + 1.5 * (count - 1) - 2 * cost


def _written(words: list[_Word], phrase: Phrase) -> list[tuple[int, int, str]]:
    letters = [c for word in words for c in word.printed if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    shouted = len(letters) > 2 and capitals >= _SHOUTED * len(letters)
    if len(words) != len(phrase.words):
        reads = _cased(words[0].printed, " ".join(phrase.words), shouted=shouted)
        return [(words[0].start, words[-1].end, reads)]
    return [
        (word.start, word.end, _cased(word.printed, reads, shouted=shouted))
        for word, reads in zip(words, phrase.words, strict=True)
        if word.printed.lower() != reads or word.end - word.start > len(word.printed)
    ]


def _cased(printed: str, word: str, *, shouted: bool) -> str:
    if shouted or word in _ALWAYS_CAPITALS:
        return word.upper()
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word

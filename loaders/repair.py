"""Repair: known phrases put back into a text that an OCR of the wrong language has garbled.

"Thuc hi¢n Ké hoach s6 12/KH-UBND cia UBND tinh" is read as "Thực hiện Kế hoạch số 12/KH-UBND của
UBND tỉnh". The words of the text are cut into phrases of the lexicon and words left as they are so
that the whole explains most (Viterbi 1967). Spans and quotes stay those of the raw text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.confusions import skeleton
from loaders.lexicon import Node, Phrase, glued, readings, tree
from loaders.numbers import known_code
from loaders.text import SourceText

_TOKEN = re.compile(r"[^\s,;:()\[\]|\"]+")
_NUMBER_SEPARATOR = re.compile(
    r"(?<![\w/])(\d{1,5})(\s?[\[\](){}|!]\s?|\s+/\s?)(?=[A-ZĐ]{2,5}[a-z]?[-/])"
)
_NUMBER_WORD = re.compile(
    r"(?<!\w)[Ss](?:[6oOé0éèêdốsb]|[o0O]6|6[o0]|é6)\s?[:.]?\s?(?=\d{1,5}\s?[a-z]?\s?[-/\[(|])"
    r"|(?<!\w)[Ss](?:6|[oO]|[0O]6)\s?:"
)
_DAY_WORD = re.compile(r"(?<!\w)[Nn][gq][aàáảãạâăi][yvỳý](?=\s{0,2}\d)")
_SYMBOL = re.compile(r"(?<=\d)\s?[-/]\s?([A-ZĐ][A-Za-zĐđ]{0,7})\s?[-/]\s?([A-ZĐ][A-Za-zĐđ&]{1,11})")
_STROKED = "PBDĐ"
_MONTH_YEAR = re.compile(r"(?<=\d)\s*th[aáàâd4]n[gq](?=\s*\d)|(?<=\d)\s*n[aăáâdi]m(?=\s*\d{4})")
_FIGURES = re.compile(r"\d")
_DEAREST = 0.25
"""What a phrase may cost, a letter."""


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
    return _rewritten(text, [*_number_changes(text.value), *_phrase_changes(text.value)])


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


def _number_changes(value: str) -> list[tuple[int, int, str]]:
    changes: list[tuple[int, int, str]] = []
    for match in _NUMBER_SEPARATOR.finditer(value):
        changes.append((match.start(2), match.end(2), "/"))
    for match in _SYMBOL.finditer(value):
        code = match[2]
        stroked = known_code("Đ" + code[1:]) is not None
        if known_code(code) is None and code[0] in _STROKED and stroked:
            changes.append((match.start(2), match.start(2) + 1, "Đ"))
    for match in _NUMBER_WORD.finditer(value):
        new = "Số" if match[0][0] == "S" else "số"
        changes.append((match.start(), match.end(), new + (":" if ":" in match[0] else " ")))
    for match in _DAY_WORD.finditer(value):
        changes.append((match.start(), match.end(), "ngày"))
    for match in _MONTH_YEAR.finditer(value):
        new = " tháng" if match[0].strip().startswith("th") else " năm"
        changes.append((match.start(), match.end(), new))
    return changes


def _words(value: str) -> list[_Word]:
    """The printed words that may be read, in order; numbers and symbols have no readings."""
    known: dict[str, dict[str, float]] = {}
    words = []
    for match in _TOKEN.finditer(value):
        printed = match[0].rstrip(".'’")
        form = skeleton(printed)
        if not form:
            continue
        figures = len(_FIGURES.findall(printed))
        readable = figures * 2 <= len(printed) and "/" not in printed
        if form not in known:
            known[form] = readings(form)
        word_end = match.start() + len(printed)
        words.append(_Word(match.start(), word_end, printed, form, known[form] if readable else {}))
    return words


def _phrase_changes(value: str) -> list[tuple[int, int, str]]:
    words = _words(value)
    best = [0.0] * (len(words) + 1)
    chosen: list[tuple[Phrase, int] | None] = [None] * len(words)
    for at in range(len(words) - 1, -1, -1):
        best[at] = best[at + 1]
        for phrase, used, gain in _phrases_at(words, at):
            if gain + best[at + used] > best[at]:
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
    if cost > _DEAREST * letters:
        return 0.0
    return letters + 1.5 * (count - 1) - 2 * cost


def _written(words: list[_Word], phrase: Phrase) -> list[tuple[int, int, str]]:
    if len(words) != len(phrase.words):
        first = words[0]
        return [(first.start, words[-1].end, _cased(first.printed, " ".join(phrase.words)))]
    return [
        (word.start, word.end, _cased(word.printed, reads))
        for word, reads in zip(words, phrase.words, strict=True)
        if word.printed.lower() != reads
    ]


def _cased(printed: str, word: str) -> str:
    letters = [c for c in printed if c.isalpha()]
    if (len(letters) > 1 and all(c.isupper() for c in letters)) or word in ("ubnd", "hđnd"):
        return word.upper()
    capital = letters and letters[0].isupper() and printed[:1] == letters[0]
    return word[:1].upper() + word[1:] if capital else word

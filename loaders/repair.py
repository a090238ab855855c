"""Repair: known phrases put back into a text that an OCR of the wrong language has garbled.

"Thuc hi¢n Ké hoach s6 12/KH-UBND cia UBND tinh" is read as "Thực hiện Kế hoạch số 12/KH-UBND của
UBND tỉnh": each word is compared without marks and with look-alike letters made equal, and a run
of words that comes near a known phrase is replaced by it. Spans and quotes stay those of the raw
text. Words that no table knows stay as they are printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from loaders.folding import fold_letters
from loaders.numbers import known_code
from loaders.tables import load_csv, load_toml
from loaders.text import SourceText

_TOKEN = re.compile(r"[^\s,;:()\[\]|\"]+")
_LOOK_ALIKE = str.maketrans(
    {"¢": "o", "€": "e", "£": "e", "§": "s", "$": "s", "6": "o", "0": "o", "1": "l", "4": "a", "&": "e",
     "@": "a", "©": "c", "®": "o", "ø": "o", "æ": "ae", "5": "s", "|": "l", "!": "i", "'": "", "’": "", "`": "",
     ".": "", "-": "", "_": "", "~": "", "*": "", "ý": "y", "ÿ": "y", "ç": "c", "ñ": "n"}
)  # fmt: skip
_NUMBER_SEPARATOR = re.compile(
    r"(?<![\w/])(\d{1,5})(\s?[\[\](){}|!]\s?|\s+/\s?)(?=[A-ZĐ]{2,5}[a-z]?[-/])"
)
_NUMBER_WORD = re.compile(
    r"(?<!\w)[Ss](?:[6oOé0éèêdốsb]|o6|6o|é6)\s?[:.]?\s?(?=\d{1,5}\s?[a-z]?\s?[-/\[(|])|(?<!\w)[Ss](?:6|o)\s?:"
)
_DAY_WORD = re.compile(r"(?<!\w)[Nn][gq][aàáảãạâăi][yvỳý](?=\s{0,2}\d)")
_SYMBOL = re.compile(r"(?<=\d)\s?[-/]\s?([A-ZĐ][A-Za-zĐđ]{0,7})\s?[-/]\s?([A-ZĐ][A-Za-zĐđ&]{1,11})")
_STROKED = "PBDĐ"
_MONTH_YEAR = re.compile(r"(?<=\d)\s*th[aáàâ]n[gq](?=\s*\d)|(?<=\d)\s*n[aăáâ]m(?=\s*\d{4})")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """`skeletons` are compared, `words` written; `exact` where no letter may differ, `proper`
    where each printed word must begin with a capital."""

    words: tuple[str, ...]
    skeletons: tuple[str, ...]
    exact: bool = False
    proper: bool = False


def repair(text: SourceText) -> SourceText:
    """Return the text with known phrases restored; the raw text and its spans stay."""
    changes = _number_changes(text.value)
    tokens = [m for m in _TOKEN.finditer(text.value) if skeleton(m[0]) or m[0][0].isalnum()]
    changes += _phrase_changes(text.value, tokens)
    return _rewritten(text, changes)


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
        if (
            known_code(code) is None
            and code[0] in _STROKED
            and known_code("Đ" + code[1:]) is not None
        ):
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


def skeleton(word: str) -> str:
    """Return a word without marks and with look-alikes made one letter, for comparing only."""
    return re.sub(r"[^a-z]", "", fold_letters(word.translate(_LOOK_ALIKE)))


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """Every known phrase, by the skeleton of its first word, longest first."""
    agencies = load_toml("loaders", "agencies")
    names = [
        phrase for row in load_toml("loaders", "anchors")["anchor"] for phrase in row["phrases"]
    ]
    names += [
        row["name"].lower()
        for row in load_toml("loaders", "doc_types")["type"]
        if " " in row["name"]
    ]
    names += ["luật"]
    names += [row["name"].lower() for group in ("central", "kind") for row in agencies[group]]
    names += [f"bộ {row['name'].lower()}" for row in agencies["ministry"]]
    names += [f"sở {row['name'].lower()}" for row in agencies["department"]]
    provinces = {row["province"].lower() for row in load_csv("loaders", "provinces")}
    phrases = [
        _phrase(name, name, proper=name in provinces) for name in sorted({*names, *provinces})
    ]
    for row in load_toml("loaders", "anchors")["variant"]:
        phrases += [_phrase(printed, row["reads"], exact=True) for printed in row["printed"]]
    found: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase.skeletons[0], []).append(phrase)
    return {k: tuple(sorted(v, key=lambda p: (-len(p.words), p.words))) for k, v in found.items()}


def _phrase(printed: str, reads: str, *, exact: bool = False, proper: bool = False) -> _Phrase:
    parts = [w for w in re.split(r"[\s,-]+", printed) if w]
    words = tuple(w for w in re.split(r"[\s,-]+", reads) if w)
    return _Phrase(
        words, tuple(skeleton(w) for w in parts), exact or len(parts) != len(words), proper
    )


@cache
def _vocabulary() -> list[str]:
    return sorted({s for phrases in _phrases().values() for p in phrases for s in p.skeletons})


def _near(words: set[str]) -> dict[str, frozenset[str]]:
    """For each skeleton of the text, the vocabulary that it may be: equal, or a letter away."""
    near: dict[str, frozenset[str]] = {}
    for word in words:
        allowed = 0 if len(word) <= 2 else 1 if len(word) <= 4 else 2
        rows = process.extract(
            word, _vocabulary(), scorer=Levenshtein.distance, score_cutoff=allowed, limit=None
        )
        near[word] = frozenset(row[0] for row in rows if abs(len(row[0]) - len(word)) <= 1)
    return near


def _phrase_changes(value: str, tokens: list[re.Match[str]]) -> list[tuple[int, int, str]]:
    skeletons = [skeleton(t[0]) for t in tokens]
    near = _near({s for s in skeletons if s})
    changes: list[tuple[int, int, str]] = []
    at = 0
    while at < len(tokens):
        match = _best(tokens, skeletons, near, at)
        if match is None:
            at += 1
            continue
        phrase, used = match
        changes += _written(value, tokens[at : at + used], phrase)
        at += used
    return changes


def _best(
    tokens: list[re.Match[str]], skeletons: list[str], near: dict[str, frozenset[str]], at: int
) -> tuple[_Phrase, int] | None:
    """The longest phrase that the tokens from `at` come near to."""
    best: tuple[int, int, _Phrase, int] | None = None
    for first in near.get(skeletons[at], ()):  # words that the first token may be
        for phrase in _phrases().get(first, ()):
            count = len(phrase.skeletons)
            if at + count > len(tokens):
                continue
            distance = _distance(skeletons, near, at, phrase)
            total = sum(map(len, phrase.skeletons))
            limit = 0 if phrase.exact or (count == 1 and total < 5) else max(count > 1, total // 5)
            if distance is None or distance > limit:
                continue
            if phrase.proper and not all(t[0][0].isupper() for t in tokens[at : at + count]):
                continue
            rank = (count, -distance)
            if best is None or rank > best[:2]:
                best = (*rank, phrase, count)
    for count in (4, 3, 2, 1):
        if not all(skeletons[at : at + count]):
            continue
        glued = _joined().get("".join(skeletons[at : at + count]))
        if (
            glued is not None
            and len(glued.skeletons) != count
            and (best is None or best[0] < len(glued.skeletons))
        ):
            return glued, min(count, len(tokens) - at)
    return None if best is None else (best[2], best[3])


def _distance(
    skeletons: list[str], near: dict[str, frozenset[str]], at: int, phrase: _Phrase
) -> int | None:
    total = 0
    for offset, word in enumerate(phrase.skeletons):
        printed = skeletons[at + offset]
        if printed == word:
            continue
        if word not in near.get(printed, ()) and Levenshtein.distance(printed, word) > (
            2 if len(word) > 2 else 1
        ):
            return None
        total += Levenshtein.distance(printed, word)
    return total


@cache
def _joined() -> dict[str, _Phrase]:
    """Phrases by their letters alone, for words that lost or moved a blank: "LAICHAU", "SOY TE"."""
    phrases = [p for rows in _phrases().values() for p in rows if len(p.words) > 1 and not p.exact]
    return {key: p for p in phrases if len(key := "".join(p.skeletons)) >= 5}


def _written(
    value: str, tokens: list[re.Match[str]], phrase: _Phrase
) -> list[tuple[int, int, str]]:
    if len(tokens) != len(phrase.words):
        first = tokens[0]
        return [(first.start(), tokens[-1].end(), _cased(first[0], " ".join(phrase.words)))]
    changes = []
    for token, word in zip(tokens, phrase.words, strict=True):
        tail = re.search(r"[.]+$", token[0])
        end = token.end() - (len(tail[0]) if tail else 0)
        if value[token.start() : end].lower() != word:
            changes.append((token.start(), end, _cased(token[0], word)))
    return changes


def _cased(printed: str, word: str) -> str:
    letters = [c for c in printed if c.isalpha()]
    if (len(letters) > 1 and all(c.isupper() for c in letters)) or word in ("ubnd", "hđnd"):
        return word.upper()
    return (
        word[:1].upper() + word[1:]
        if letters and letters[0].isupper() and printed[:1] == letters[0]
        else word
    )

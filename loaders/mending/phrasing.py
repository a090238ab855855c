"""Phrasing: the words of a garbled text cut into phrases of the lexicon and words left as they are.

That cut is taken which explains most of the letters for the least confusion (Viterbi 1967).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from loaders.mending.lexicon import DEAREST_CELL, Node, Phrase, glued, nearly_glued, tree
from loaders.mending.printed import Word, among_capitals, printed_words
from loaders.names.person_names import names_at_line_ends
from loaders.text.confusions import skeleton
from loaders.text.quality import is_syllable

_NAME_LINE = re.compile(r"(?m)^[ \t*]*[^\W\d_]+(?:[ \t]+[^\W\d_]+){1,4}[ \t*]*$")
_CAPITAL_INSIDE = re.compile(r"[a-zà-ỹ\d][A-ZĐ]")
_FIGURES_IN = 3
"""How many words a phrase must have that a word in figures may stand in."""
_MOST_TOGETHER = 4
"""So many printed words may be one phrase whose blanks stand in other places."""
_SHOUTED = 0.7
"""The share of capitals from which a phrase is printed in capitals."""
_MARKS_BETWEEN = ("'", "’", "`")
_SIGN_OF_S = ("$", "§")
_UNITS = ("xa", "phuong", "huyen", "quan", "tinh", "thon", "ap")
_ALWAYS_CAPITALS = ("ubnd", "hđnd", "bhyt", "mttq")


def phrase_changes(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, words as they should read) for the phrases found, in order."""
    words = printed_words(value)
    whole = _whole_lines(words, _name_lines(value))
    best = [0.0] * (len(words) + 1)
    chosen: list[tuple[Phrase, int] | None] = [None] * len(words)
    for at in range(len(words) - 1, -1, -1):
        best[at] = best[at + 1]
        for phrase, used, gain in _phrases_at(words, at):
            allowed = all(at <= a and b <= at + used for a, b in whole[at : at + used] if a < b)
            total = gain + best[at + used]
            tied = chosen[at]
            sooner = tied is not None and total == best[at] and phrase.rank < tied[0].rank
            if allowed and (total > best[at] or sooner):
                best[at], chosen[at] = total, (phrase, used)
    changes: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        choice = chosen[at]
        if choice is None:
            at += 1
            continue
        changes += _written(value, words[at : at + choice[1]], choice[0])
        at += choice[1]
    return changes


def _name_lines(value: str) -> list[tuple[int, int]]:
    """The lines and ends of lines that may be a person's name: two to five words with one capital.

    A name is nothing that a lexicon could know: it is one phrase as a whole, or as it is.
    """
    lines = []
    for match in _NAME_LINE.finditer(value):
        words = match[0].replace("*", " ").split()
        if all(word[0].isupper() and not word[1:].isupper() for word in words):
            lines.append(match.span())
    return sorted([*lines, *names_at_line_ends(value)])


def _whole_lines(words: list[Word], lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each word the first and last word of the name line that it stands in; (0, 0) for none."""
    found = [(0, 0)] * len(words)
    starts = [word.start for word in words]
    for start, end in lines:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        found[first:last] = [(first, last)] * (last - first)
    return found


def _phrases_at(words: list[Word], at: int) -> list[tuple[Phrase, int, float]]:
    """The phrases that begin with word `at`, how many words each takes, and what it explains."""
    found: list[tuple[Phrase, int, float]] = []
    open_: list[tuple[Node, int, float]] = [(tree(), at, 0.0)]
    while open_:
        node, here, cost = open_.pop()
        if node.phrase is not None:
            gain = _gain(words[at:here], node.phrase, cost)
            if gain > 0:
                found.append((node.phrase, here - at, gain))
        if here == len(words) or not node.below or (here > at and not words[here].joined):
            continue
        readings = words[here].readings
        if not node.below.keys().isdisjoint(readings.keys()):
            for syllable, more in readings.items():
                below = node.below.get(syllable)
                if below is not None and cost + more <= below.dearest:
                    open_.append((below, here + 1, cost + more))
        for first, second, more in words[here].halves:
            below = node.below.get(first)
            if below is not None and second in below.below:
                open_.append((below.below[second], here + 1, cost + more))
    return found + _run_together(words, at)


def _run_together(words: list[Word], at: int) -> list[tuple[Phrase, int, float]]:
    """The phrases whose letters stand there without the blanks between their words, or with others.

    A word with a capital inside ("SdYté") may have one letter that is read wrong.
    """
    found: list[tuple[Phrase, int, float]] = []
    letters = ""
    for count, word in enumerate(words[at : at + _MOST_TOGETHER], start=1):
        if count > 1 and not word.joined:
            break
        letters += word.form
        phrase = glued(letters)
        if phrase is not None and count != len(phrase.words):
            found.append((phrase, count, _gain(words[at : at + count], phrase, 0.5)))
    found.reverse()  # where two explain as much the longer counts
    one = words[at]  # "phuOng" is one syllable, and no two
    if not found and _CAPITAL_INSIDE.search(one.printed) and not is_syllable(one.form):
        phrase = nearly_glued(one.form)
        if phrase is not None:
            found.append((phrase, 1, _gain(words[at : at + 1], phrase, 1.0)))
    return found


def _gain(words: list[Word], phrase: Phrase, cost: float) -> float:
    """How much a phrase explains of the words; nothing where it costs too much."""
    if phrase.alone and not all(word.printed[0].isupper() for word in words):
        return 0.0
    count = len(phrase.words)
    if count == 2 and len(words) == 2 and words[1].opens:
        return 0.0  # "… truyền hình tỉnh" above "Tăng cường …" is no "tình trạng"
    if count == 2 and _begins_name(words, phrase):
        return 0.0  # "xa Binh Khanh" has no "xác định"
    letters = min(phrase.letters, sum(len(word.form) for word in words))
    if count < _FIGURES_IN and any(word.figure for word in words):
        return 0.0
    if count == 1:
        dearest = 0.0 if letters < 3 else 0.25 if letters == 3 else 0.5
        dearest = DEAREST_CELL if words[0].cell and letters > 1 else dearest
        return 0.6 * letters - 2 * cost if cost <= dearest else 0.0
    if cost > phrase.dearest * letters:
        return 0.0
    return letters + 1.5 * (count - 1) - 2 * cost


def _begins_name(words: list[Word], phrase: Phrase) -> bool:
    """Whether a unit of the country and a name with a capital stand where the phrase has others."""
    unit = words[0].form
    return (
        len(words) == 2
        and unit in _UNITS
        and words[1].printed[0].isupper()
        and skeleton(phrase.words[0]) != unit
    )


def _written(value: str, words: list[Word], phrase: Phrase) -> list[tuple[int, int, str]]:
    letters = [c for word in words for c in word.printed if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    shouted = len(letters) > 2 and capitals >= _SHOUTED * len(letters)
    if not shouted and len(words) == len(phrase.words) > 1 and 2 * capitals > len(letters):
        # "GIAM p6c": its first word is in capitals, and is no code as "UBND" is.
        first = words[0]
        shouted = first.printed.isupper() and len(first.form) > 2
        shouted = shouted and phrase.words[0] not in _ALWAYS_CAPITALS
    if len(letters) == 2 and letters[1].isupper():  # "BO", "xA" of a header; "Lanh dao BO" has "ộ"
        shouted = among_capitals(value, words[0].start, words[-1].end)
    if len(words) != len(phrase.words):
        reads = _cased(words[0].printed, " ".join(phrase.words), shouted=shouted)
        return [(words[0].start, words[-1].end, reads)]
    changes = [
        (word.start, word.end, _cased(word.printed, reads, shouted=shouted))
        for word, reads in zip(words, phrase.words, strict=True)
        if word.printed.lower() != reads or word.end - word.start > len(word.printed)
    ]
    changes += [
        (one.end, two.start, " ")
        for one, two in pairwise(words)
        if value[one.end : two.start] in _MARKS_BETWEEN
    ]
    return sorted(changes)


def _cased(printed: str, word: str, *, shouted: bool) -> str:
    if shouted or word in _ALWAYS_CAPITALS:
        return word.upper()
    # "$6 Y té": a sign stands for the capital of a department.
    capital = printed[:1].isupper() or (word == "sở" and printed[:1] in _SIGN_OF_S)
    return word[:1].upper() + word[1:] if capital else word

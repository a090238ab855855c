"""Place ends: where a name ends behind its level, its place, or a name of its own."""

from __future__ import annotations

import re
from functools import cache

from loaders.folding import UPPER
from loaders.grammar.patterns import find_of, pattern
from loaders.grammar.regexes import Find
from loaders.names.places import province_at
from loaders.text.source_text import SourceText

_WORD = re.compile(r"\.?\s+(?P<word>[^\W\d_]+)")
_NEXT_PLACE = re.compile(r"(?:,|\s+và)\s+(?=[^\W\d_])")
_TITLED, _SMALL = rf"[{UPPER}][^\W\d_{UPPER}]*", rf"[^\W\d_{UPPER}]+"
_CAPITAL = re.compile(rf"[{UPPER}]")
_OWN_NAME = re.compile(rf"(?:{_TITLED}\s){{1,5}}{_TITLED}(?=\s{_SMALL}\s{_SMALL})")


@cache
def _find(row: str) -> Find:
    return find_of("duties", row)


def behind_own_name(text: SourceText, start: int, end: int) -> int | None:
    """Return where a name of two capitals or more ends in front of words in small letters.

    "Công ty Khoáng sản Gia Nghĩa | hoàn thổ": what stands behind is a task, by whatever verb. The
    last one counts; None where the letters tell nothing, as behind a level ("Việt Nam tỉnh").
    """
    own = max(_OWN_NAME.finditer(text.value, start, end), key=re.Match.start, default=None)
    if own is None or own.start() == start or _CAPITAL.search(text.value, own.end(), end):
        return None
    first = own.start()
    if _find("proper")(text.low, first, end) or _find("behind_level")(text.low, own.end() + 1, end):
        return None
    return own.end()


def place_end(text: SourceText, at: int, end: int) -> int:
    """Return where a name ends behind its level or place: "Đoàn Thanh niên xã | kích hoạt thẻ".

    Behind several units their names are a list: "các huyện Tuy Đức, Đắk Glong | cưỡng chế". A
    province ends it only before a small word: "Báo Hà Nam | dành thời lượng".
    """
    low, value = text.low, text.value
    for unit in pattern("duties", "level").regex.finditer(low, at, end):
        behind = unit.end()
        while (word := _WORD.match(value, behind, end)) and word["word"][0].isupper():
            behind = word.end()
            if low.startswith("các ", unit.start() - 4):
                behind = _last_of_places(text, behind, end)
        inside = pattern("duties", "level").regex.search(low, max(unit.end(), behind - 6), end)
        if inside is not None and inside.start() < behind:  # "… Việt Nam Thành phố"
            continue
        if _ends_here(low, word, end):
            return behind
    for word in _WORD.finditer(value, at, end):
        begin = word.start("word")
        if value[begin].isupper() and (place := province_at(low, begin)):
            after = _WORD.match(value, place[1], end)
            if after and after["word"][0].islower() and _ends_here(low, after, end):
                return place[1]
    return end


def _last_of_places(text: SourceText, behind: int, end: int) -> int:
    """Step over ", " or " và " to the next name of a list of places, if one follows."""
    more = _NEXT_PLACE.match(text.value, behind, end)
    if more is None or _find("proper")(text.low, more.end(), end):
        return behind
    return more.end() - 1 if text.value[more.end()].isupper() else behind


def _ends_here(low: str, word: re.Match[str] | None, end: int) -> bool:
    """Whether the word behind a place is none that a name goes on with."""
    return word is not None and _find("behind_level")(low, word.start("word"), end) is None

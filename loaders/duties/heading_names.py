"""Heading names: where the names in a heading go on behind the words that seem to end them."""

from __future__ import annotations

import re

from loaders.grammar.patterns import find_of
from loaders.names.agency_lists import agencies_at
from loaders.names.full_names import full_name
from loaders.text.source_text import SourceText

_LONGEST = 14
"""Words of a name."""
_SYLLABLE = re.compile(r"[^\W\d_]+")


def runs_on(agencies: tuple[str, ...], rest: str) -> bool:
    """Whether the one name of a heading was cut at a word of a task that belongs to it."""
    if len(agencies) != 1 or ":" in rest or rest.endswith((",", ";")):
        return False
    if _SYLLABLE.fullmatch(rest):
        return True  # "các đội | tuyển": no task is one syllable
    return agencies[0].endswith(" và") or find_of("duties", "field_of_office")(rest) is not None


def name_to_colon(
    text: SourceText, agencies: tuple[str, ...], end: int, limit: int
) -> tuple[tuple[str, ...], int] | None:
    """Read on to a colon where it closes the name of a group: "Các doanh nghiệp thu gom rác: …"."""
    if not find_of("duties", "group")(agencies[-1].lower()):
        return None
    more = find_of("duties", "to_colon")(text.low, end, limit)
    if more is None or find_of("duties", "who_must")(text.low, end, limit):
        return None
    words = " ".join(text.value[end : more.end()].split())
    return (*agencies[:-1], f"{agencies[-1]} {words}"), more.end()


def groups_to_end(
    text: SourceText, agencies: tuple[str, ...], end: int, limit: int
) -> tuple[str, ...] | None:
    """Read on to the end of a heading that names groups by what they do, one or several.

    "Các cơ sở bán buôn, bán lẻ thuốc; các phòng khám tư nhân": None where the words behind a group
    say what it has to do, or the heading closes with a colon.
    """
    low, names = text.low, list(agencies)
    while end < limit:
        group = find_of("duties", "group")(names[-1].lower())
        if group is None or ":" in low[end:limit] or find_of("duties", "who_must")(low, end, limit):
            return None
        semicolon = low.find(";", end, limit)
        stop = semicolon if semicolon >= 0 else limit
        words = text.value[end:stop]
        name = f"{names[-1]} {words}"
        names[-1] = full_name(name.upper() if words.isupper() else name)
        listed = agencies_at(text, stop + 2, limit) if stop < limit else None
        if listed is None:
            return tuple(names) if stop == limit else None
        names += listed[0]
        end = listed[1]
    return tuple(dict.fromkeys(names))


def unknown_to_end(
    text: SourceText, agencies: tuple[str, ...], end: int, limit: int
) -> tuple[str, ...] | None:
    """Read names of any kind behind semicolons, where a heading has known ones before them.

    "Trung tâm Y tế; Nhà dưỡng lão tỉnh": each begins with a capital, is short, and has no task.
    """
    if not text.value.startswith(";", end) or ":" in text.value[end:limit]:
        return None
    names = list(agencies)
    for piece in text.value[end + 1 : limit].split(";"):
        words = piece.split()
        if not words or not words[0][0].isupper() or len(words) > _LONGEST:
            return None
        if find_of("duties", "who_must_within")(piece.lower()):
            return None
        names.append(full_name(piece))
    return tuple(dict.fromkeys(names))

"""Fields: the parts of an agency's name that the tables know: "Sở | Y tế", "Phòng | Nội vụ"."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.patterns import alternation, find_of, pattern
from loaders.grammar.regexes import Regex, compiled
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

_FIELD_HEAD = re.compile(r"(?:(?:các|những)\s+)?(?:sở|bộ|phòng|ngành)\s+")
_GOES_ON = re.compile(r"(?:\s*[-–,]|\s+và)\s+[^\W\d_]")
_DASH = re.compile(r"\s+[-–]\s+(?=[^\W\d_])")
_WORD = re.compile(r"\.?\s+(?P<word>[^\W\d_]+)")


def known_end(text: SourceText, at: int, limit: int) -> int | None:
    """The end of "Sở Y tế", "Bộ Tài chính …": a field that the tables know, with its place."""
    low = text.low
    head = _FIELD_HEAD.match(low, at, limit)
    if head is None:
        return None
    end = field_end(low, head.end())
    if end is None:
        return None
    goes_on = _joined if low.startswith(("sở", "bộ"), at) else _goes_on
    if goes_on(text, end, limit):
        return None
    place = find_of("duties", "place_behind")(low, end, limit)
    if place is None:
        return end
    end = place.end()
    while (word := _WORD.match(text.value, end, limit)) and word["word"][0].isupper():
        end = word.end()
    return end


def _goes_on(text: SourceText, end: int, limit: int) -> bool:
    """Whether a field is but the first of a name: "Phòng Xây dựng và kiểm tra văn bản"."""
    if find_of("duties", "field_goes_on")(text.low, end, limit):
        return True
    longer = _GOES_ON.match(text.low, end, limit)
    if longer is None:
        return False
    at = longer.end() - 1
    return (
        text.value[at].isupper()
        or pattern("duties", "task_verb").regex.match(text.low, at, limit) is not None
    )


def _joined(text: SourceText, end: int, limit: int) -> bool:
    """Whether a dash joins one more field: "Sở Tài chính - Vật giá", but "Sở Y tế - Chủ trì"."""
    dash = _DASH.match(text.low, end, limit)
    if dash is None or not text.value[dash.end()].isupper():
        return False
    rows = ("task_verb", "proper", "lead", "coordinate")
    return not any(pattern("duties", row).regex.match(text.low, dash.end(), limit) for row in rows)


def field_end(low: str, at: int) -> int | None:
    """Return where the longest field of departments and ministries at `at` ends, if one is there.

    Its blanks may be wide ones or a line break.
    """
    field = _fields().match(low, at)
    return field.end() if field else None


@cache
def _fields() -> Regex:
    return compiled(rf"(?:{alternation(field_words())})(?![^\W_])")


def field_words() -> list[str]:
    """Return how the fields of departments and ministries are written, in lower case or not."""
    table = load_toml("loaders", "agencies")
    rows = [*table["department"], *table["ministry"]]
    return [w for row in rows for w in (row["name"], *row.get("forms", []))]


@cache
def proper_fields() -> tuple[Regex, dict[str, str]]:
    """Return a regex of the fields in lower case, and how each is written."""
    table = load_toml("loaders", "agencies")
    names = {row["name"].lower(): row["name"] for row in (*table["department"], *table["ministry"])}
    words = "|".join(re.escape(word) for word in sorted(names, key=lambda w: (-len(w), w)))
    return compiled(rf"(?<!\w)(?:{words})(?!\w)"), names

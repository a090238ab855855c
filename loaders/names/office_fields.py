"""Office fields: where a name ends whose parts the tables know: kind, fields, whose office it is.

"Cục Dân số | khử khuẩn …": names are ended by words of tasks, which no table knows all of; by its
parts a name ends in front of any word.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.patterns import alternation, find_of
from loaders.grammar.regexes import Regex, compiled
from loaders.names.agency_fields import field_words
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

_STOPS = (".", ";", ":")
_JOINT = re.compile(r"\s+(?:[-–]\s+|và\s+)?|,\s+")
_REST = re.compile(r"\s+(?P<first>[^\W\d_]+)(?:\s+[^\W\d_]+){2}")
"""Three words at least stand behind the name: one or two may be the end of a longer field."""


def parts_end(text: SourceText, at: int, limit: int) -> int | None:
    """Return where a name at `at` ends by its parts, in front of three words or more that are no
    part of one; None where its fields are unknown.

    A field of one agency begins with a capital; that of several need not ("các bệnh viện đa khoa").
    """
    low, value = text.low, text.value
    several = find_of("office_fields", "several")(low, at, limit)
    kind = find_of("duties", "proper")(low, several.end("all") if several else at, limit)
    if kind is None:
        return None
    end = kind.end()
    begin = end + len(low[end:limit]) - len(low[end:limit].lstrip())
    if begin == end or not (several or value[begin : begin + 1].isupper()):
        return None
    while (part := _part(low, begin, limit)) is not None:
        end = part
        joint = _JOINT.match(low, end, limit)
        if joint is None:
            break
        begin = joint.end()
    if end == kind.end():
        return None
    rest = _REST.match(value, end, limit)
    if rest is None or not rest["first"].islower() or _ends_in_place(value, limit):
        return None
    goes_on = find_of("office_fields", "part_of_name")(low, rest.start("first"), limit)
    return None if goes_on else end


def _ends_in_place(value: str, limit: int) -> bool:
    """Whether a line without a stop ends with a capital: "Chi cục Hải quan cửa khẩu Hoa Lư"."""
    last = value.rfind(" ", 0, limit) + 1
    return value[last].isupper() and value[limit : limit + 1] not in _STOPS


def _part(low: str, at: int, limit: int) -> int | None:
    """Where a field ends, or who an office belongs to, or the kind of one that it is part of."""
    if field := _fields().match(low, at, limit):
        return field.end()
    for table, row in (("office_fields", "whose"), ("duties", "proper")):
        if not low.startswith("các", at) and (found := find_of(table, row)(low, at, limit)):
            return found.end()
    return None


@cache
def _fields() -> Regex:
    words = {*office_words(), *field_words()}
    return compiled(rf"(?:{alternation(sorted(words))})(?![^\W_])")


def office_words() -> list[str]:
    """Return the fields of offices below ministries and departments, in lower case."""
    return [word for row in load_toml("loaders", "office_fields")["field"] for word in row["words"]]

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

_STOPS = (".", ";")
"""What ends a sentence that says something of an office."""
_CLOSES = ":()\n"
"""What closes a heading or a cell, which only names one."""
_FEW = 7
"""So many words before one that begins a task may all be the name's."""
_JOINT = re.compile(r"\s+(?:[-–]\s+|và\s+)?|,\s+")
_REST = re.compile(r"\s+(?P<words>[^\W\d_]+\s+[^\W\d_]+)\s+[^\W\d_]+")
"""Three words at least stand behind the name: one or two may be the end of a longer field."""


def parts_end(text: SourceText, at: int, limit: int) -> int | None:
    """Return where a name at `at` ends by its parts, in front of three words or more that are no
    part of one; None where its fields are unknown, or nothing is said up to `limit`.

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
    whole = False
    while (part := _part(low, begin, limit)) is not None:
        end, whole = part
        joint = _JOINT.match(low, end, limit)
        if joint is None:
            break
        begin = joint.end()
    if not whole:
        return None  # behind a kind its field must stand: "Hội | đồng nhân dân"
    rest = _REST.match(value, end, limit)
    if rest is None or not rest["words"].islower() or not _is_clause(value, end, limit):
        return None
    goes_on = find_of("office_fields", "part_of_name")(low, rest.start("words"), limit)
    return None if goes_on else end


def _is_clause(value: str, end: int, limit: int) -> bool:
    """Whether what stands behind a name up to `limit` is said of it, and no more of the name.

    So it is where a sentence ends there. A line without a stop is all a name ("Chi cục Hải quan cửa
    khẩu Hoa Lư"), and so are a few words before one that is known to begin a task.
    """
    if value[limit : limit + 1] in _STOPS:
        return True
    if limit >= len(value) or value[limit] in _CLOSES:
        return False
    said = value[end:limit]
    return len(said.split()) > _FEW or said.rstrip().endswith((",", " và"))


def _part(low: str, at: int, limit: int) -> tuple[int, bool] | None:
    """Where a field ends, or who an office belongs to, or the kind of one that it is part of, and
    whether a name may end behind it.
    """
    if field := _fields().match(low, at, limit):
        return field.end(), True
    if whose := find_of("office_fields", "whose")(low, at, limit):
        return whose.end(), True
    kind = None if low.startswith("các", at) else find_of("duties", "proper")(low, at, limit)
    return (kind.end(), False) if kind else None


@cache
def _fields() -> Regex:
    words = {*office_words(), *field_words()}
    return compiled(rf"(?:{alternation(sorted(words))})(?![^\W_])")


def office_words() -> list[str]:
    """Return the fields of offices below ministries and departments, in lower case."""
    return [word for row in load_toml("loaders", "office_fields")["field"] for word in row["words"]]

"""Names in capitals: "CHI CỤC DÂN SỐ TỈNH SƠN LA" as it is written in a sentence."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.patterns import alternation, find_of
from loaders.grammar.regexes import Regex, compiled
from loaders.names.agency_fields import proper_fields
from loaders.names.office_fields import office_words
from loaders.names.places import province_at
from loaders.tables import load_toml

_DASHED = re.compile(r"(?<=[-–])\s?\w")
"""What begins a part of a name behind a dash: "Phòng Tài chính - Kế hoạch"."""
_SEVERAL = ("các ", "những ")
"""Opens what agencies of a kind are called: "Các đơn vị bảo trì đường bộ"."""
_WORD = re.compile(r"[^\W\d_]+")


def in_small_letters(name: str) -> str:
    """Write a name of capitals in small letters, but for those that its fields and places have.

    Fields of departments and bodies with names of their own are written as the tables have them;
    other known fields and the words behind a dash begin with a capital, and so does each word of a
    province, or behind the unit whose name it is ("xã Tân Lập").
    """
    low = name.lower()
    known, proper = _written()
    out = list(known.sub(lambda match: proper[" ".join(match[0].split())], low))
    begins = [part.end() - 1 for part in _DASHED.finditer(low)]
    if not low.startswith(_SEVERAL):
        begins += [field.start() for field in _offices().finditer(low)]
    for word in _WORD.finditer(low):
        if province := province_at(low, word.start()):
            own = (word.start(), province[1])
        elif unit := find_of("office_fields", "unit_name")(low, word.start()):
            own = unit.span("name")
        else:
            continue
        begins += [one.start() for one in _WORD.finditer(low, *own)]
    for at in begins:
        out[at] = out[at].upper()
    return "".join(out)


@cache
def _written() -> tuple[Regex, dict[str, str]]:
    """A regex of the names that have their own capitals, and how each is written."""
    _, names = proper_fields()
    names = names | {
        row["name"].lower(): row["name"] for row in load_toml("loaders", "office_fields")["written"]
    }
    return compiled(rf"(?<!\w)(?:{alternation(sorted(names))})(?!\w)"), names


@cache
def _offices() -> Regex:
    return compiled(rf"(?<!\w)(?:{alternation(office_words())})(?!\w)")

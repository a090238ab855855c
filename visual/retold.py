"""Sentences of answers in the language of the page: `texts/retold.toml` has them.

Answers say in Vietnamese why a document is a candidate, what a reader should look at, and what was
wrong with a request, the same bytes for every reader; an English page tells them in English.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from visual.texts import LANGUAGES, SPOKEN

_VALUE = re.compile(r"\{(?P<name>\w+)(?P<told>:told)?\}")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: what a Vietnamese one of the kind looks like, and how it reads otherwise."""

    form: re.Pattern[str]
    other: str
    told: frozenset[str]
    example: str


def retold(sentence: str) -> str:
    """Return a sentence of an answer in the language that is spoken.

    One that the table does not know, or of more than 2,000 characters, stays as it is.
    """
    if SPOKEN.get() == LANGUAGES[0] or len(sentence) > _LONGEST:
        return sentence
    for row in rows():
        found = row.form.fullmatch(sentence)
        if found is not None:
            said = {k: retold(v) if k in row.told else v for k, v in found.groupdict().items()}
            return row.other.format(**said)
    return sentence


@cache
def rows() -> tuple[Row, ...]:
    """Return the rows of the table in its order."""
    path = files("visual") / "texts" / "retold.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_row(row) for group in table.values() for row in group)


def _row(row: dict[str, Any]) -> Row:
    said, other = row["said"]
    form, at, told = "", 0, set()
    for value in _VALUE.finditer(said):
        form += re.escape(said[at : value.start()]) + f"(?P<{value['name']}>.+?)"
        at = value.end()
        if value["told"]:
            told.add(value["name"])
    form += re.escape(said[at:])
    plain = _VALUE.sub(r"{\g<name>}", other)
    return Row(re.compile(form, re.DOTALL), plain, frozenset(told), row.get("example", said))

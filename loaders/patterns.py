"""The letters, words and pattern rows that the grammar is made of.

A row of a pattern table is a regular expression over `SourceText.low` (lower case, modern tones)
with examples that it must match and rejects that it must not; tests read the rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.errors import BadTable
from loaders.tables import load_toml

UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zà-öø-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row: what it is called, what it matches, and what proves that."""

    name: str
    regex: re.Pattern[str]
    note: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


@cache
def load_patterns(table: str, group: str = "pattern") -> tuple[Pattern, ...]:
    """Return the rows [[group]] of loaders/tables/<table>.toml, in order, compiled.

    A blank in a regex stands for blanks of any number, unless the table says `collapsed = true`
    (its regexes run on words with single blanks between them); `{name}` stands for the table's own
    [parts] row.
    """
    data = load_toml("loaders", table)
    spaced = (lambda regex: regex) if data.get("collapsed") else _spaced
    parts: dict[str, str] = {}
    for name, part in data.get("parts", {}).items():
        parts[name] = _filled(part, parts)
    rows = []
    for row in data.get(group, []):
        try:
            regex = re.compile(spaced(_filled(row["regex"], parts)))
            examples, rejects = tuple(row["examples"]), tuple(row["rejects"])
            rows.append(Pattern(row["name"], regex, row.get("note", ""), examples, rejects))
        except (KeyError, re.error) as error:
            raise BadTable(f"{table}.toml [[{group}]] {row.get('name')}: {error!r}") from error
    return tuple(rows)


def _filled(regex: str, parts: dict[str, str]) -> str:
    return re.sub(
        r"\{([a-z_]+)\}", lambda m: f"(?:{parts[m[1]]})" if m[1] in parts else m[0], regex
    )


def _spaced(regex: str) -> str:
    return regex.replace(" ?", r"\s*").replace(" ", r"\s+")


@cache
def rx(regex: str, flags: int = 0) -> re.Pattern[str]:
    """Return `regex` compiled; a blank in it stands for blanks of any number, line breaks too."""
    return re.compile(_spaced(regex), flags)


def alternation(words: list[str]) -> str:
    """Return a regex for any of these words in lower case, the longest first, blanks elastic."""
    ordered = sorted({w.lower() for w in words}, key=lambda w: (-len(w), w))
    return "|".join(_spaced(re.escape(w).replace(r"\ ", " ")) for w in ordered)

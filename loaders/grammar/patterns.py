"""The letters, words and pattern rows that the grammar is made of.

A row of a pattern table is a regular expression over `SourceText.low` (lower case, modern tones)
with examples that it must match and rejects that it must not; tests read the rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.errors import BadTable
from loaders.grammar.regexes import Find, Regex, compiled
from loaders.tables import load_toml

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_METHODS: dict[str, Callable[[Regex], Find]] = {
    "anywhere": lambda regex: regex.search,
    "start": lambda regex: regex.match,
    "whole": lambda regex: regex.fullmatch,
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row: what it is called, what it matches, and what proves that.

    `find` looks for it as the row's `match` says: `anywhere` in the text given (the default), at
    its `start`, or as the `whole` of it.
    """

    name: str
    regex: Regex
    find: Find
    note: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


@cache
def load_patterns(table: str, group: str = "pattern") -> tuple[Pattern, ...]:
    """Return the rows [[group]] of loaders/tables/<table>.toml, in order, compiled.

    A long regex, or part of some, is a list of its pieces, one behind the other; their indentation
    shows its groups.
    A blank in a regex stands for blanks of any number, unless the table says `collapsed = true`
    (its regexes run on words with single blanks between them). `{name}` stands for the table's own
    [parts] row; `{types}`, `{titled_types}` and `{units}` for the words of the other tables. The
    table's [matching] row gives the `match` of whole groups.
    """
    data = load_toml("loaders", table)
    spaced = (lambda regex: regex) if data.get("collapsed") else _spaced
    parts = dict(_shared_parts())
    for name, part in data.get("parts", {}).items():
        parts[name] = _filled("".join(part), parts)
    usual = data.get("matching", {}).get(group, "anywhere")
    return tuple(_pattern(table, row, parts, spaced, usual) for row in data.get(group, []))


def _pattern(
    table: str, row: dict[str, Any], parts: dict[str, str], spaced: Callable[[str], str], usual: str
) -> Pattern:
    try:
        regex = compiled(spaced(_filled("".join(row["regex"]), parts)))
        find = _METHODS[row.get("match", usual)](regex)
        examples, rejects = tuple(row["examples"]), tuple(row["rejects"])
        return Pattern(row["name"], regex, find, row.get("note", ""), examples, rejects)
    except (KeyError, re.error) as error:
        raise BadTable(f"{table}.toml, row {row.get('name')}: {error!r}") from error


@cache
def pattern(table: str, name: str) -> Pattern:
    """Return the one row of that name among the pattern groups of a table."""
    data = load_toml("loaders", table)
    groups = [g for g, rows in data.items() if isinstance(rows, list) and "regex" in rows[0]]
    found = [row for group in groups for row in load_patterns(table, group) if row.name == name]
    if len(found) != 1:
        raise BadTable(f"{table}.toml: {len(found)} rows are named {name!r}")
    return found[0]


@cache
def confidence_of(table: str, rule: str) -> float:
    """Return how far what a rule finds can be trusted: the [[rule]] row of its name in a table."""
    rows = [row for row in load_toml("loaders", table)["rule"] if row["name"] == rule]
    if len(rows) != 1:
        raise BadTable(f"{table}.toml: {len(rows)} rules are named {rule!r}")
    return float(rows[0]["confidence"])


@cache
def find_of(table: str, name: str) -> Find:
    """Return how the reader looks for the row: the bound method of its regex."""
    return pattern(table, name).find


@cache
def any_of(table: str, *names: str) -> Regex:
    """Return one regex for all these rows: a look that tells most places apart. It has no names."""
    parts = (_GROUP_NAME.sub("(?:", pattern(table, name).regex.pattern) for name in names)
    return compiled("|".join(f"(?:{part})" for part in parts))


@cache
def _shared_parts() -> dict[str, str]:
    types = load_toml("loaders", "doc_types")["type"]
    units = load_toml("loaders", "units")["unit"]
    return {
        "types": alternation(list(type_words())),
        "titled_types": alternation(
            [w for row in types if row.get("titled") for w in (row["name"], *row.get("also", []))]
        ),
        "units": alternation([w for row in units for w in (row["name"], *row["forms"])]),
    }


@cache
def type_words() -> tuple[str, ...]:
    """Return every word that is printed for a document type, in the order of the table."""
    types = load_toml("loaders", "doc_types")["type"]
    return tuple(word for row in types for word in (row["name"], *row.get("also", [])))


def shared_part(name: str) -> str:
    """Return the regex (no group) that `{types}`, `{titled_types}` or `{units}` stands for."""
    return _shared_parts()[name]


def _filled(regex: str, parts: dict[str, str]) -> str:
    return re.sub(
        r"\{([a-z_]+)\}", lambda m: f"(?:{parts[m[1]]})" if m[1] in parts else m[0], regex
    )


def _spaced(regex: str) -> str:
    return regex.replace(" ?", r"\s*").replace(" ", r"\s+")


@cache
def rx(regex: str, flags: int = 0) -> Regex:
    """Return `regex` compiled; a blank in it stands for blanks of any number, line breaks too."""
    return compiled(_spaced(regex), flags)


def alternation(words: list[str]) -> str:
    """Return a regex for any of these words in lower case, the longest first, blanks elastic."""
    ordered = sorted({w.lower() for w in words}, key=lambda w: (-len(w), w))
    return "|".join(_spaced(re.escape(w).replace(r"\ ", " ")) for w in ordered)

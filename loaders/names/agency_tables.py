"""The rows of `tables/agencies.toml`: bodies, kinds and fields, found by any of their names."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.folding import fold
from loaders.grammar.patterns import alternation, pattern
from loaders.grammar.regexes import Regex, compiled
from loaders.tables import load_toml

_DASH_IN_NAME = re.compile(r"\\s\+\\?-\\s\+")


@cache
def rows_by_name(group: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a group by their names and forms, folded."""
    rows = load_toml("loaders", "agencies")[group]
    return {
        f: row
        for row in rows
        for f in (fold(row["name"]), *(fold(x) for x in row.get("forms", [])))
    }


@cache
def names_with(group: str, flag: str) -> tuple[str, ...]:
    """Return the names of the rows of a group of tables/agencies.toml that bear a flag."""
    return tuple(row["name"] for row in load_toml("loaders", "agencies")[group] if row.get(flag))


@cache
def names_of(group: str) -> Regex:
    """Return what matches any name or form of the group's rows, the longest first."""
    rows = load_toml("loaders", "agencies")[group]
    words = [w for row in rows for w in (row["name"], *row.get("forms", []))]
    # A dash in a name may stick to either neighbour: "Lao động- Thương binh và Xã hội".
    names = _DASH_IN_NAME.sub(r"\\s*-\\s*", alternation(words))
    return compiled(rf"(?:{names})(?!\w)")


@cache
def any_name() -> Regex:
    """Return whatever an agency's name may begin with: it alone tells most places apart."""
    heads = pattern("agencies", "head").regex.pattern
    groups = "|".join(names_of(group).pattern for group in ("central", "kind"))
    return compiled(rf"{heads}|bộ\s|{groups}")

"""What agencies' names tell: the patterns of tables/agency_names.toml, by the names of its rows."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.folding import UPPER, fold
from loaders.tables import load_toml


@cache
def names() -> dict[str, dict[str, Any]]:
    """Return the rows of the table by name."""
    return {row["name"]: row for row in load_toml("graph", "agency_names")["name"]}


@cache
def name_pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a row: of a `folded` one for folded names, else for names as printed.

    Longer words go first. Raises KeyError where the table has no row of that name.
    """
    row = names()[name]
    words = [fold(word) if row.get("folded") else word for word in row["words"]]
    longest = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    said = "|".join(map(re.escape, longest))
    return re.compile(row["form"].replace("{words}", said).replace("{capital}", UPPER))

"""Local works: the province that the name of a work tells."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.folding import fold
from loaders.tables import load_csv

_OF_PROVINCE = re.compile(
    r"\btinh(?P<name>(?: [a-z]+){0,4}?)(?= (?:giai doan|den nam|nam \d|thoi ky|nhiem ky)|$)"
)


@lru_cache(maxsize=4096)
def province_in(name: str) -> str | None:
    """The province that a folded name tells behind "tỉnh", "" where a period follows at once."""
    found = _OF_PROVINCE.search(name)
    told = found["name"].strip() if found else None
    return told if not told or told in _provinces() else None


@cache
def _provinces() -> frozenset[str]:
    return frozenset(fold(row["province"]) for row in load_csv("loaders", "provinces"))

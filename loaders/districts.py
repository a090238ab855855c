"""Districts as people type them."""

from __future__ import annotations

from functools import cache

from loaders.folding import fold
from loaders.tables import load_csv


@cache
def _names() -> dict[str, str]:
    """Return the register's names by folded name, with the kind before it and without."""
    found: dict[str, str] = {}
    for row in load_csv("loaders", "districts"):
        name = row["district"]
        found.setdefault(fold(name), name)
        found.setdefault(fold(f"{row['kind']} {name}"), name)
    return found


def typed_district(name: str) -> str | None:
    """Return the register's spelling of a district: "huyện lâm hà" and "Lam Ha" are Lâm Hà.

    None for a name that is not in it. Several districts of one name are one name here.
    """
    return _names().get(fold(name))

"""What a number's symbol says of its issuer: a central body, a local one, or nothing.

The codes are those of loaders/tables/agencies.toml; a code that a ministry and a department share
(GDĐT) says nothing. Sources of the codes: see there. `TW` ends the symbols of the Party's central
bodies (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise

from loaders.folding import fold, slug
from loaders.series import shares_symbol
from loaders.tables import load_toml


class Place(Enum):
    """Where a symbol's issuer sits. A `MINISTRY` code may be that of a local office, rarely."""

    CENTRAL = "central"
    MINISTRY = "ministry"
    LOCAL = "local"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Codes:
    central: frozenset[str]
    ministry: frozenset[str]
    local: frozenset[str]


@cache
def _codes() -> _Codes:
    table = load_toml("loaders", "agencies")

    def of(*groups: str) -> set[str]:
        return {slug(code) for group in groups for row in table[group] for code in row["codes"]}

    types = {slug(c) for row in load_toml("loaders", "doc_types")["type"] for c in row["codes"]}
    central, ministry, local = of("central"), of("ministry"), of("department", "kind") - types
    return _Codes(
        frozenset({"tw", *central} - local),
        frozenset(ministry - local),
        frozenset(local - central - ministry),
    )


@lru_cache(maxsize=16384)
def place_of_symbol(block: str) -> Place:
    """Return where the issuer of the number with this block sits."""
    codes = _codes()
    parts = _parts(block)
    names = {*parts, *("-".join(pair) for pair in pairwise(parts))}
    if names & codes.central or is_of_central_party(block):
        return Place.CENTRAL
    if names & codes.ministry:
        return Place.MINISTRY
    return Place.LOCAL if names & codes.local else Place.UNKNOWN


@lru_cache(maxsize=16384)
def is_shared_symbol(block: str) -> bool:
    """Whether several bodies of one place write the symbol of the number with this block."""
    return shares_symbol(_parts(block))


@lru_cache(maxsize=16384)
def is_of_central_party(block: str) -> bool:
    """Whether a number is one of the Party's central bodies, which go on for a term."""
    return any(part.endswith("tw") for part in _parts(block))


def _parts(block: str) -> list[str]:
    """Return the codes of a block: "3-2021-nq-hdnd-k6" gives "", "nq", "hdnd", "k"."""
    return [part.rstrip("0123456789") for part in block.split("-")[1:]]


def is_law(name: str | None) -> bool:
    """Whether documents of this type are known by their titles, whether numbered or not.

    These are laws, codes, ordinances, the constitution and charters. They had no number of their
    own form before 1997 and are cited by title and year, title and date, or title and number: one
    law in three spellings.
    """
    return name is not None and fold(name) in _types("law")


def is_central_type(name: str | None) -> bool:
    """Whether documents of this type come from central bodies only."""
    return name is not None and fold(name) in _types("central")


@cache
def _types(flag: str) -> frozenset[str]:
    """Return the folded names of the types that bear a flag of loaders/tables/doc_types.toml."""
    rows = load_toml("loaders", "doc_types")["type"]
    return frozenset(fold(row["name"]) for row in rows if row.get(flag))

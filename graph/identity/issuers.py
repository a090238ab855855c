"""What a number's symbol says of its issuer: a central body, a local one, or nothing.

The codes are those of loaders/tables/agencies.toml; a code that a ministry and a department share
(GDĐT) says nothing. Sources of the codes: see there. `TW` ends the symbols of the Party's central
bodies (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    def of(*groups: str) -> set[str]:
        return {slug(code) for code in _codes_of(*groups)}

    central, ministry = of("central"), of("ministry")
    local = of("department", "kind") - _type_codes()
    return _Codes(
        frozenset({"tw", *central} - local),
        frozenset(ministry - local),
        frozenset(local - central - ministry),
    )


def _codes_of(*groups: str) -> list[str]:
    """Return the codes of these groups of agencies as the table writes them."""
    table = load_toml("loaders", "agencies")
    return [code for group in groups for row in table[group] for code in row["codes"]]


_PARTS = 4
"""So many parts a code is torn into at the most: "SLĐ-TB&XH" has three."""
_SHORT = 3
"""Codes of so few letters are not torn."""


@cache
def _whole() -> Mapping[str, str]:
    """The code of each spelling of one, as one word: "sgd-dt" is SGDĐT, CDC is TTKSBT.

    Codes of one row are one body's, unless they are another row's too; the first stands for all.
    """
    table = load_toml("loaders", "agencies")
    groups = ("ministry", "department", "kind")
    rows = [(group, row) for group in groups for row in table[group] if row["codes"]]
    first: dict[str, str] = {}
    several: set[str] = set()
    for group, row in rows:
        one_body = group != "kind" or row["takes"] == "unit"
        codes = [slug(code).replace("-", "") for code in row["codes"]]
        for code in codes:
            meant = codes[0] if one_body else code
            several |= {code} if first.setdefault(code, meant) != meant else set()
    fields = {office[1:] for office in _offices()}
    every = {code: code for code in {*_offices(), *fields}} | first
    return every | {code: code for code in several}


@cache
def _offices() -> frozenset[str]:
    """The codes of the offices of districts: a department's with P for S, PGDĐT."""
    departments = {slug(code).replace("-", "") for code in _codes_of("department")}
    return frozenset(f"p{code[1:]}" for code in departments if code.startswith("s"))


def with_whole_codes(block: str) -> str:
    """Return the block of a number with each issuer's code in one spelling.

    "77-kh-sgd-dt" (SGD&ĐT, SGD-ĐT) is "77-kh-sgddt", "3-kh-cdc" is "3-kh-ttksbt"; what is no known
    code stays as it is, and so does the type that opens the symbol ("KH-ĐT").
    """
    parts = block.split("-")
    found: list[str] = []
    at, opened = 0, False
    while at < len(parts):
        opens = not opened and parts[at] in _type_codes()
        size = 1 if opens or parts[at].isdigit() else _size_of_code(parts, at)
        said = "".join(parts[at : at + size])
        found.append(said if opens else _whole().get(said, said))
        opened = opened or not parts[at].isdigit()
        at += size
    return "-".join(found)


def _size_of_code(parts: Sequence[str], at: int) -> int:
    """How many parts from `at` spell one known code, the most that do; 1 where none do."""
    for size in range(min(_PARTS, len(parts) - at), 1, -1):
        code = "".join(parts[at : at + size])
        if len(code) > _SHORT and code in _whole():
            return size
    return 1


@cache
def _type_codes() -> frozenset[str]:
    return frozenset(
        slug(c) for row in load_toml("loaders", "doc_types")["type"] for c in row["codes"]
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
def is_of_district(block: str) -> bool:
    """Whether a number is one of a district's body: its Party committee's, an office's.

    "03-NQ/HU", "77/KH-PGDĐT"; UBND is the code of three levels and tells none.
    """
    return not _district_codes().isdisjoint(_parts(block))


@cache
def _district_codes() -> frozenset[str]:
    rows = load_toml("loaders", "agencies")["kind"]
    own = {slug(c) for r in rows if r.get("level") == "district" for c in r["codes"]}
    return frozenset(own | _offices()) - _type_codes()


@lru_cache(maxsize=16384)
def are_of_one_body(block: str, other: str) -> bool:
    """Whether two numbers of one place have a symbol's issuer in common that no other level has.

    A bare "03/KH-TTYT" in a centre's paper 41/BC-TTYT is that centre's; UBND, HĐND and TU (a
    province's or a city's committee) tell none.
    """
    issuers = [_parts(one)[-1:] for one in (block, other)]
    return issuers[0] == issuers[1] != [] and issuers[0][0] in _own_codes()


@cache
def _own_codes() -> frozenset[str]:
    rows = load_toml("loaders", "agencies")["kind"]
    own = {slug(c) for r in rows if r.get("level") or r["takes"] == "field" for c in r["codes"]}
    every = {
        slug(c) for r in rows if not r.get("level") and r["takes"] == "place" for c in r["codes"]
    }
    return frozenset((own | _offices()) - every - _type_codes())


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

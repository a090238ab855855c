"""Places: the provinces and cities through time, their capital towns, and names in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from loaders.folding import LOWER, UPPER, fold
from loaders.grammar.patterns import find_of, shared_part
from loaders.grammar.regexes import Regex, compiled
from loaders.tables import load_csv, load_toml

_NAME = rf"[{UPPER}][{LOWER}{UPPER}'’]*(?:(?:\s+|\s?-\s?)[{UPPER}][{LOWER}{UPPER}'’]*){{0,3}}"
_NAME_AT = re.compile(_NAME)
_GAP = re.compile(r"\s+")
_OPENER = 20
"""Characters that hold the words by which a subject or a type is told from a name."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of administration (tables/units.toml): its word, and the level of its bodies."""

    name: str
    level: str
    figure: bool


@cache
def unit_names() -> dict[str, Unit]:
    """Return the units by every form of their word: "tp." is "thành phố"."""
    found: dict[str, Unit] = {}
    for row in load_toml("loaders", "units")["unit"]:
        unit = Unit(row["name"], row["level"], row.get("figure", False))
        found.update(dict.fromkeys((row["name"], *row["forms"]), unit))
    return found


@cache
def figure_units() -> frozenset[str]:
    """Return the units whose places may be named by a number: "quận 3"."""
    return frozenset(unit.name for unit in unit_names().values() if unit.figure)


def unit_of(province: str) -> str:
    """Return "tỉnh" or "thành phố": what stands before the province's name."""
    wanted = "city" if is_city(province) else "province"
    return next(unit.name for unit in unit_names().values() if unit.level == wanted)


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city as the register names it; `city` where it is a centrally run city."""

    name: str
    city: bool


@cache
def provinces() -> dict[str, Province]:
    """Return every province that ever was (from `provinces.csv`), by folded name and alias."""
    found: dict[str, Province] = {}
    for row in load_csv("loaders", "provinces"):
        city = row["kind"] == "city" or (
            fold(row["province"]) in found and found[fold(row["province"])].city
        )
        found[fold(row["province"])] = Province(row["province"], city)
    for row in load_csv("loaders", "province_aliases"):
        found[fold(row["alias"])] = found[fold(row["province"])]
    return found


def province_named(name: str) -> str | None:
    """Return the register's spelling of a province's name in any spelling, or None."""
    entry = provinces().get(fold(name))
    return None if entry is None else entry.name


@cache
def province_names() -> tuple[str, ...]:
    """Return the name of every province that ever was, in the order of the folded names."""
    return tuple(sorted({entry.name for entry in provinces().values()}, key=fold))


@cache
def _folded_unit_before() -> Regex:
    """The words for a province before its folded name: "tinh ", "thanh pho ", "tp "."""
    forms = {fold(f) for f, unit in unit_names().items() if unit.level in ("province", "city")}
    return compiled(rf"(?:{'|'.join(sorted(forms, key=len, reverse=True))}) ")


def typed_province(name: str) -> str | None:
    """Return the register's spelling of what someone typed as a province, or None.

    Any case, with or without marks, with or without its unit, old names and new, and the aliases:
    "tỉnh Tuyên Quang", "tuyen quang", "TP. Huế", "TPHCM".
    """
    return province_named(name) or province_named(_folded_unit_before().sub("", fold(name), 1))


def near_provinces(name: str, most: int = 3) -> tuple[str, ...]:
    """Return the names of the register that are most like `name`, the nearest first."""
    bare = _folded_unit_before().sub("", fold(name), 1)
    names = sorted({entry.name for entry in provinces().values()})
    return tuple(sorted(names, key=lambda one: -fuzz.ratio(bare, fold(one)))[:most])


def is_city(province: str) -> bool:
    """Whether a province is (or became) a centrally run city."""
    entry = provinces().get(fold(province))
    return entry is not None and entry.city


@cache
def _capitals() -> dict[str, tuple[tuple[str, str], ...]]:
    towns: dict[str, list[tuple[str, str]]] = {}
    for row in load_csv("loaders", "capitals"):
        towns.setdefault(fold(row["capital"]), []).append((row["until"] or "9999", row["province"]))
    return {town: tuple(sorted(rows)) for town, rows in towns.items()}


@cache
def _unit_before() -> Regex:
    return compiled(rf"(?:{shared_part('units')})\s+")


def without_unit(place: str) -> str:
    """Return a place's name in lower case without its unit: "TP. Huế" is "huế"."""
    return _unit_before().sub("", place.lower(), count=1)


def province_of_place(place: str | None, date: str | None) -> str | None:
    """Return the province that a header's place stands for: its own name, or its capital town.

    A town that was the capital of two provinces in turn is read by the date; without a date only
    a town of one province counts.
    """
    if not place:
        return None
    rows = _capitals().get(fold(without_unit(place)), ())
    named = typed_province(place)
    if date and rows:
        fitting = [province for until, province in rows if date <= until]
        if fitting and (named is None or (fitting[0] != named and date > rows[0][0])):
            return fitting[0]
    if named:
        return named
    return rows[0][1] if len({province for _, province in rows}) == 1 else None


@cache
def _province_regex() -> Regex:
    names = {row["province"] for row in load_csv("loaders", "provinces")}
    names |= {row["alias"] for row in load_csv("loaders", "province_aliases")}
    forms = {
        re.sub(r"\\?\s*-\\?\s*", r"\\s*-\\s*", re.sub(r"\\ ", r"\\s+", re.escape(n.lower())))
        for n in names
    }
    return compiled("|".join(sorted(forms, key=lambda f: (-len(f), f))))


def province_at(low: str, start: int) -> tuple[str, int] | None:
    """Return the province whose name stands at `start` of lower-case text, and where it ends."""
    match = _province_regex().match(low, start)
    if match is None or low[match.end() : match.end() + 1].isalpha():
        return None
    name = province_named(match[0])
    return None if name is None else (name, match.end())


def name_at(value: str, start: int) -> int | None:
    """Return where the run of capitalised words that begins at `start` ends, or None.

    A capital that opens a subject or a type ("xã Tân Hà | Về việc …") is no word of it, and a name
    in capitals ends with its line where the next one is in other letters.
    """
    match = _NAME_AT.match(value, start)
    if match is None or _opens_more(value, start):
        return None
    gaps = _GAP.finditer(value, start, match.end())
    return next(
        (
            gap.start()
            for gap in gaps
            if _opens_more(value, gap.end()) or _ends_capitals(value, start, gap, match.end())
        ),
        match.end(),
    )


def _ends_capitals(value: str, start: int, gap: re.Match[str], end: int) -> bool:
    lines = "\n" in gap[0] and value[start : gap.start()].isupper()
    return lines and not value[gap.end() : end].split()[0].isupper()


def _opens_more(value: str, at: int) -> bool:
    words = value[at : at + _OPENER].lower()
    return find_of("agencies", "behind_name")(words) is not None


def titled_name(name: str) -> str:
    """Return a name in capitals as names are written: "TAM NÔNG" is "Tam Nông"."""
    if not name.isupper():
        return re.sub(r"\s+", " ", name)
    return re.sub(r"\s+", " ", " ".join(word.capitalize() for word in name.split()))

"""How an agency's key and name are looked for: spellings with a place, bodies of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.agencies.agency import Agency, in_its_time, within
from graph.agencies.rows import comparable, tabled
from graph.agencies.words import name_pattern
from graph.identity.keys import scope_of
from graph.provinces import Province, province_on, provinces
from loaders.folding import fold
from loaders.records import Level

_UNIT_WORD = re.compile(r" (?:tinh|thanh pho)$")
_COMMITTEE = ("tinh uy", "thanh uy")
_DIVISION = re.compile(r"(?:phong|van phong|thanh tra|vu) ")
_HOUSE = re.compile(r"(?:(?: thuoc| cua)? )(?P<body>(?:so|bo) .+)$")


def units_named(province: str | None) -> list[Province]:
    """Return the units of a province's name through time; all for None."""
    here = None if province is None else fold(province)
    return [unit for unit in provinces() if here is None or fold(unit.name) == here]


def full_names(stem: str, units: Iterable[Province]) -> tuple[str, ...]:
    """Return the folded names with their places of a folded name: "so y te tinh lai chau"."""
    bare = _UNIT_WORD.sub("", stem)
    placed = (
        f"{stem} {fold(unit.name)}"
        if stem.endswith(_COMMITTEE)
        else f"{bare} {fold(unit.full_name)}"
        for unit in units
    )
    return tuple(dict.fromkeys(placed))


@dataclass(frozen=True, slots=True)
class Division:
    """A folded name of a division, read as its own part and that of the body that it is part of."""

    own: str
    house: str

    @property
    def stem(self) -> str:
        """The two as `graph.agencies` joins them."""
        return f"{self.own} {self.house}"


def divisions_in(stem: str) -> list[Division]:
    """Return how a folded name without a province may be one of a division and its body:
    "phong nghiep vu y thuoc so y te"; none where it names no division, or no body."""
    found = []
    led = _DIVISION.match(stem)
    at = led.end() - 1 if led else len(stem)
    while (house := _HOUSE.search(stem, at)) is not None:
        found.append(Division(stem[: house.start()], house["body"]))
        at = house.start("body")
    return found


def kinds_of(name: str, province: str | None, day: str | None) -> list[Agency]:
    """Return the bodies of the tables with this name, in the unit of `province` on the day.

    Without a province, and for bodies below one, it is the kind of all of them.
    """
    if not fold(name):
        return []
    found = []
    unit = _standing(province, day)
    below = name_pattern("of a district").search(fold(name)) is not None
    for level, stem in tabled(name):
        if below and level is Level.PROVINCE:
            continue
        if level is Level.CENTRAL:
            found.append(Agency(stem, level, None))
        elif province is None or (unit is not None and _may_be_in(stem, unit)):
            many = unit is None or level is not Level.PROVINCE
            found.append(in_its_time(Agency(stem, level, unit, many=many)))
    return found


def _may_be_in(stem: str, unit: Province) -> bool:
    """Whether a unit can have a body of that kind: a city has no "tỉnh", a province is no city."""
    other = "tỉnh" if unit.is_city else "thành phố"
    return not stem.endswith(f" {other}")


def _standing(province: str | None, day: str | None) -> Province | None:
    if province is None:
        return None
    if day is not None:
        return province_on(province, day)
    units = units_named(province)
    return next((unit for unit in units if unit.until is None), units[-1] if units else None)


@dataclass(frozen=True, slots=True)
class KeyParts:
    """A key read back: folded words of the name, and the unit, None for a central body."""

    words: str
    scope: str
    unit: Province | None

    @property
    def province(self) -> str | None:
        """The name of its province."""
        return None if self.unit is None else self.unit.name

    def means(self, agency: Agency) -> bool:
        """Whether a body is the key's, however documents spell it."""
        if agency.many or agency.unit != self.unit:
            return False
        here = scope_of(agency.level, self.province, agency.district)
        return here == self.scope and comparable(agency.stem) == comparable(self.words)

    def meant_before(self, agency: Agency) -> bool:
        """Whether a division had this key before keys told what it is part of."""
        house = within(agency)
        if house is None:
            return False
        own = agency.stem.removesuffix(f" {house.stem}")
        printed = (own, f"{own} {house.stem.split()[0]}")  # "Văn phòng Sở"
        return any(self.means(replace(agency, stem=stem)) for stem in printed)

    def standing(self, agency: Agency) -> Agency | None:
        """Return a body of the tables in the key's own unit, None where it is not the key's."""
        if agency.level is Level.DISTRICT:
            return None
        body = replace(agency, unit=self.unit, many=False)
        return body if self.means(body) else None


def parts_of(key: str) -> list[KeyParts]:
    """Return what a key may mean: nothing for one that has not the form of an agency's.

    A body in a unit that it did not live to see is that of the unit before.
    """
    scope, _, rest = key.partition(".")
    stem, _, since = rest.partition(".")
    words = fold(stem)
    if not words:
        return []
    if scope == scope_of(Level.CENTRAL, None, None):
        return [] if since else [KeyParts(words, scope, None)]
    found = []
    for unit in provinces():
        own = scope_of(Level.PROVINCE, unit.name, None)
        here = scope == own or scope.startswith(f"{own}-")
        if here and (unit.since or "") == since:
            level = Level.PROVINCE if scope == own else Level.DISTRICT
            body = in_its_time(Agency(words, level, unit))
            found.append(KeyParts(words, scope, body.unit))
    return found

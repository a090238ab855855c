"""Agencies as papers print them: which body of which place a name means, and its key.

"Sở Y tế" in a paper of Lai Châu is Sở Y tế tỉnh Lai Châu; the same name in a paper of 2018 and in
one of 2026 of a province that was merged means two bodies. "Phòng Kế hoạch" in a paper of Sở Y tế
is "Phòng Kế hoạch Sở Y tế": each department has one. A name that stands for many ("Các sở, ban,
ngành", "Ủy ban nhân dân các huyện") is no body and has no key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.agencies.nesting import inside
from graph.agencies.rows import comparable, rows_of
from graph.agencies.words import name_pattern
from graph.identity.keys import scope_of
from graph.provinces import Province, province_on
from loaders.districts import province_alone, province_of_district
from loaders.folding import UPPER, fold, slug
from loaders.records import Level

_JOINED = re.compile(r"(?: thuộc| của|,| -)?\s*$")
"""What may stand between a division and its body."""
_PROVINCE_BEHIND = re.compile(rf" (?:tỉnh|thành phố|TP\.?) (?P<name>[{UPPER}].*)$")


@dataclass(frozen=True, slots=True)
class Paper:
    """Where, when and by whom a paper was issued: what completes the names that it prints."""

    level: Level | None
    province: str | None
    district: str | None
    issue_date: str | None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """A body: `stem` is its name without its province ("Sở Y tế"), `unit` its province.

    `many` where the name stands for several bodies of a kind.
    """

    stem: str
    level: Level
    unit: Province | None
    district: str | None = None
    many: bool = False

    @property
    def name(self) -> str:
        """Its name with its place: "Sở Y tế tỉnh Lai Châu"."""
        if self.unit is None:
            return self.stem
        if self.level is Level.DISTRICT:
            ends = self.district and name_pattern("unit of a district").search(self.stem)
            named = f"{self.stem} {self.district}" if ends else self.stem
            return f"{named}, {self.unit.full_name}"
        if self.stem.endswith(("Tỉnh ủy", "Thành ủy")):
            return f"{self.stem} {self.unit.name}"
        bare = re.sub(r" (?:tỉnh|thành phố)$", "", self.stem)
        return f"{bare} {self.unit.full_name}"

    @property
    def key(self) -> str | None:
        """Readable and stable: `vn-lai-chau.so-y-te`; a merged unit's has its first day behind.

        None where the name stands for many.
        """
        if self.many:
            return None
        scope = scope_of(self.level, self.unit.name if self.unit else None, self.district)
        since = self.unit.since if self.unit else None
        return ".".join(part for part in (scope, slug(self.stem), since) if part)


@lru_cache(maxsize=16384)
def agency_in(name: str, paper: Paper) -> Agency | None:
    """Return the body, or the kind of bodies, that `name` means in the paper.

    None where nothing tells its place or level. A place printed with the name outranks the
    paper's; a body of the centre has none, whatever paper names it. A body that had ended is that
    of the unit of its time (`in_its_time`).
    """
    found = _named(name, paper)
    return None if found is None else in_its_time(found)


def in_its_time(agency: Agency) -> Agency:
    """Return a body in the unit that bore its province's name while the body was there.

    A department that ended on 28 February 2025 is none of a province of 1 July 2025, whatever paper
    names it: it is that of the province before. Only rows that are confirmed end a body.
    """
    rows = rows_of(agency.level, agency.stem)
    own = comparable(agency.stem)
    goes_on = any(comparable(row.successor or "") == own for row in rows)
    if agency.unit is None or not rows or goes_on or not all(row.confirmed for row in rows):
        return agency
    last = max(row.until for row in rows)
    if (agency.unit.since or "") <= last:
        return agency
    before = province_on(agency.unit.name, last)
    return agency if before is None else replace(agency, unit=before)


def _named(name: str, paper: Paper) -> Agency | None:
    if _is_central(name):
        return Agency(name, Level.CENTRAL, None)
    folded = fold(name)
    stem, printed = without_province(name)
    unit = province_on(printed or paper.province or "", paper.issue_date)
    many = name_pattern("many").search(name) is not None
    below = fold(stem)
    if _is_of_district(stem, below, unit, paper):
        return _of_district(stem, unit, paper, many=many)
    if paper.level is Level.CENTRAL and name_pattern("of the country").search(folded):
        return Agency(name, Level.CENTRAL, None)
    if not many:
        stem = _with_house(stem, paper.issuer)
    house = within(Agency(stem, Level.CENTRAL, None, many=many))
    if house is not None and _is_central(house.stem):
        return Agency(stem, Level.CENTRAL, None)
    if unit is None or many or name_pattern("of a commune").search(below):
        return None
    if paper.level in (Level.COMMUNE, Level.FACILITY):
        return None
    if paper.level is Level.DISTRICT and not name_pattern("of a province").search(below):
        return Agency(stem, Level.DISTRICT, unit, paper.district, many=paper.district is None)
    return Agency(stem, Level.PROVINCE, unit)


def _is_central(name: str) -> bool:
    folded = fold(name)
    branch = name_pattern("local branch of the forces").search(folded)
    return name_pattern("central").search(folded) is not None and branch is None


def _with_house(stem: str, issuer: str | None) -> str:
    """Return the name of a division with the body that it is part of, other names as they are.

    "Phòng Nghiệp vụ Y thuộc Sở Y tế", and "Phòng Nghiệp vụ Y" in a paper of Sở Y tế, are
    "Phòng Nghiệp vụ Y Sở Y tế"; "Văn phòng Sở" there is "Văn phòng Sở Y tế".
    """
    if not name_pattern("division").match(stem):
        return stem
    told = name_pattern("office of a body").match(stem)
    if told is not None and " " in told["body"]:
        return f"{_JOINED.sub('', stem[: told.start('body')])} {told['body']}"
    if not issuer or not inside(stem, None, issuer):
        return stem
    house = without_province(issuer)[0]
    own = stem.removesuffix(f" {house.split()[0]}")
    named = f"{own} {house}"
    found = name_pattern("office of a body").match(named)
    return named if found is not None and found["body"] == house else stem


def _is_of_district(stem: str, below: str, unit: Province | None, paper: Paper) -> bool:
    """Whether a name is of a body below a province: of a district, or of a city in a province."""
    if name_pattern("of a province").search(below):
        return False
    if name_pattern("of a district").search(below):
        return True
    city = name_pattern("of a city").search(stem)
    in_city = unit is not None and unit.is_city
    return city is not None and (city["district"] is not None or not (unit is None or in_city))


def _of_district(stem: str, unit: Province | None, paper: Paper, *, many: bool) -> Agency:
    """The body of the district that the name ends with, else of the paper's own.

    "Ủy ban nhân dân huyện Hương Khê" in the province's paper is what "Ủy ban nhân dân huyện" is in
    a paper of that district.
    """
    told = None if many else name_pattern("of a named district").match(stem)
    if told is not None:
        kind, name = told["unit"], told["district"]
        home = province_of_district(kind, name, unit.name) if unit else province_alone(kind, name)
        there = province_on(home or "", paper.issue_date)
        if there is not None:
            return Agency(told["stem"], Level.DISTRICT, there, name)
    district = None if many else paper.district
    return Agency(stem, Level.DISTRICT, unit, district, many=many or district is None)


def within(agency: Agency) -> Agency | None:
    """Return the body that an office is part of, where its name tells: "Văn phòng Sở Y tế".

    None for a body of its own, and for an office that serves two.
    """
    found = name_pattern("office of a body").match(agency.stem)
    if found is None or agency.many or name_pattern("of two bodies").search(found["body"]):
        return None
    if " " not in found["body"]:
        return None  # "Văn phòng Sở" does not tell which
    return replace(agency, stem=found["body"])


def without_province(name: str) -> tuple[str, str | None]:
    """Return the name without a province printed behind it, and that province."""
    found = _PROVINCE_BEHIND.search(name)
    if found is None or province_on(found["name"], None) is None:
        return name, None
    return name[: found.start()], found["name"]

"""Agencies as papers print them: which body of which place a name means, and its key.

"Sở Y tế" in a paper of Lai Châu is Sở Y tế tỉnh Lai Châu; the same name in a paper of 2018 and in
one of 2026 of a province that was merged means two bodies. A name that stands for many ("Các sở,
ban, ngành", "Ủy ban nhân dân các huyện") is no body and has no key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.keys import scope_of
from graph.provinces import Province, province_on
from loaders.folding import fold, slug
from loaders.records import Level

_MANY = re.compile(r"^(?:Các|Những) | các |(?:[Hh]uyện|[Xx]ã|[Tt]hị trấn|[Qq]uận|[Pp]hường), ")
_CENTRAL = re.compile(
    r"^(?:bo|chinh phu|thu tuong|quoc hoi|ban bi thu|ngan hang nha nuoc viet nam"
    r"|thanh tra chinh phu|van phong chinh phu|uy ban dan toc|bao hiem xa hoi viet nam)\b"
)
_BRANCH = re.compile(r"^bo (?:chi huy|doi|tu lenh)\b")
_PROVINCIAL = re.compile(r"^so\b|\btinh$|\btinh uy\b|^ban dan toc$")
_DISTRICT = re.compile(r"\b(?:huyen|quan|thi xa)\b(?! uy\b)")
_COMMUNE = re.compile(r"\b(?:(?<!thi )xa|phuong|thi tran)\b(?! hoi)")
_OFFICE = re.compile(
    r"(?:Phòng|Văn phòng|Thanh tra|Chi cục|Cục|Trung tâm|Vụ)\b.*?[ ,](?P<body>"
    r"(?:Sở|Bộ|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy)\b.*)$"
)
_OF_TWO = re.compile(r" và (?:Ủy ban|Uỷ ban|Hội đồng|Đoàn)\b")


@dataclass(frozen=True, slots=True)
class Paper:
    """Where and when a paper was issued: what completes the names that it prints."""

    level: Level | None
    province: str | None
    district: str | None
    issue_date: str | None


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
            return f"{self.stem}, {self.unit.full_name}"
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
    paper's.
    """
    folded = fold(name)
    if _CENTRAL.search(folded) and not _BRANCH.search(folded):
        return Agency(name, Level.CENTRAL, None)
    stem, printed = without_province(name)
    unit = province_on(printed or paper.province or "", paper.issue_date)
    many = _MANY.search(name) is not None
    below = fold(stem)
    if _DISTRICT.search(below) and not _PROVINCIAL.search(below):
        named = None if many else paper.district
        return Agency(stem, Level.DISTRICT, unit, named, many=many or named is None)
    if unit is None or many or _COMMUNE.search(below):
        return None
    if paper.level in (Level.COMMUNE, Level.FACILITY):
        return None
    if paper.level is Level.DISTRICT and not _PROVINCIAL.search(below):
        return Agency(stem, Level.DISTRICT, unit, paper.district, many=paper.district is None)
    return Agency(stem, Level.PROVINCE, unit)


def within(agency: Agency) -> Agency | None:
    """Return the body that an office is part of, where its name tells: "Văn phòng Sở Y tế".

    None for a body of its own, and for an office that serves two.
    """
    found = _OFFICE.match(agency.stem)
    if found is None or agency.many or _OF_TWO.search(found["body"]):
        return None
    return replace(agency, stem=found["body"])


def without_province(name: str) -> tuple[str, str | None]:
    """Return the name without a province printed behind it, and that province."""
    found = re.search(r" (?:tỉnh|thành phố|TP\.?) (?P<name>[A-ZĐÀ-Ỹ].*)$", name)
    if found is None or province_on(found["name"], None) is None:
        return name, None
    return name[: found.start()], found["name"]

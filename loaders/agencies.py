"""Agencies, recognised by their parts (kind + field + place), and written in one canonical form.

"UBND tỉnh" in a paper of Hà Giang is "Ủy ban nhân dân tỉnh Hà Giang": the reading document's own
province and district fill what a name leaves open; nothing else does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.folding import fold
from loaders.patterns import alternation
from loaders.places import (
    FULL_UNIT,
    UNIT_LEVELS,
    is_city,
    name_at,
    province_at,
    titled_name,
)
from loaders.records import Level
from loaders.tables import load_toml
from loaders.text import SourceText


@dataclass(frozen=True, slots=True)
class Home:
    """Where a document comes from, as far as it is known: it completes the names it prints."""

    province: str | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency named at value[start:end]. `name` is canonical; `kind` the table row's name."""

    start: int
    end: int
    name: str
    kind: str
    level: Level | None
    province: str | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    end: int
    words: str
    level: Level | None
    province: str | None
    district: str | None


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return load_toml("loaders", "agencies")


@cache
def _names(group: str) -> dict[str, dict[str, Any]]:
    rows = _table()[group]
    return {
        f: row
        for row in rows
        for f in (fold(row["name"]), *(fold(x) for x in row.get("forms", [])))
    }


@cache
def _regex(group: str) -> re.Pattern[str]:
    rows = _table()[group]
    words = [w for row in rows for w in (row["name"], *row.get("forms", []))]
    return re.compile(rf"(?:{alternation(words)})(?!\w)")


_HEAD = re.compile(
    r"(?:(?P<head>chủ tịch|bộ trưởng|thứ trưởng|giám đốc|liên tịch|liên|thường trực|ban thường vụ)\s+)?"
)
_UNIT = re.compile(rf"(?P<unit>{alternation(list(UNIT_LEVELS))})(?=[\s.,;:)/]|$)\s*")
_UPPER_KINDS = {
    "Tỉnh ủy": "province",
    "Thành ủy": "city",
    "Huyện ủy": "district",
    "Quận ủy": "district",
    "Thị ủy": "district",
}
_FIELD = re.compile(
    r"[^\W\d_]+(?:(?:,?\s+|\s?-\s?)(?!tỉnh\b|huyện\b|thành phố\b|quận\b|thị xã\b|về\b|ban hành\b|và các\b|phối\b|chủ\b|của\b|thực\b|tại\b|năm\b|ngày\b|số\b|theo\b)[^\W\d_]+){0,9}"
)


def agency_at(text: SourceText, start: int, home: Home) -> Agency | None:
    """Return the agency whose name begins at `start`, the longest that the tables know."""
    low = text.low
    head = _HEAD.match(low, start)
    assert head is not None
    at = head.end()
    for begin in dict.fromkeys((start, at)):
        if match := _regex("central").match(low, begin):
            row = _names("central")[fold(match[0])]
            return Agency(start, match.end(), row["name"], row["name"], Level.CENTRAL)
    if low.startswith("bộ", at) and (match := _regex("ministry").match(low, _skip(low, at + 2))):
        name = "Bộ " + _names("ministry")[fold(match[0])]["name"]
        return Agency(start, match.end(), name, "Bộ", Level.CENTRAL)
    for begin in dict.fromkeys((at, start)):
        if match := _regex("kind").match(low, begin):
            row = _names("kind")[fold(match[0])]
            found = _local(text, begin, match.end(), row, home)
            prefix = head["head"] if begin == at else None
            if found and prefix in ("chủ tịch", "ban thường vụ", "thường trực"):
                name = f"{prefix.capitalize()} {found.name}"
                return Agency(
                    start, found.end, name, found.kind, found.level, found.province, found.district
                )
            return found
    return None


def _skip(low: str, at: int) -> int:
    while at < len(low) and low[at] == " ":
        at += 1
    return at


def _local(text: SourceText, start: int, at: int, row: dict[str, Any], home: Home) -> Agency | None:
    low, name, takes = text.low, row["name"], row["takes"]
    if name == "Đảng bộ" or name == "Ban Chấp hành Đảng bộ":
        inner = _regex("kind").match(low, _skip(low, at))
        if inner and _names("kind")[fold(inner[0])]["name"] == "Ủy ban nhân dân":
            name, at = f"{name} UBND", inner.end()
    if takes in ("department", "field", "committee"):
        field = _field(text, _skip(low, at), takes, home)
        if field is None:
            return None
        at, words = field
        name = f"{name} {words}"
    place = _place(text, at, row.get("level"), home)
    level = Level(row["level"]) if row.get("level") else None
    if place is None:
        default = _home_place(name, level, home) if takes != "unit" else None
        province = (
            home.province if level in (Level.PROVINCE, Level.DISTRICT, Level.FACILITY) else None
        )
        district = home.district if level in (Level.DISTRICT, Level.FACILITY) else None
        return Agency(
            start,
            at,
            f"{name} {default}" if default else name,
            row["name"],
            level,
            province,
            district,
        )
    level = level if level in (Level.FACILITY,) or place.level is None else place.level
    if takes in ("department",):
        level = Level.PROVINCE
    return Agency(
        start,
        place.end,
        f"{name} {place.words}",
        row["name"],
        level,
        place.province,
        place.district,
    )


def _home_place(name: str, level: Level | None, home: Home) -> str | None:
    """What follows a kind that names its own level: "Tỉnh ủy" of a paper of Hà Giang, "Sở Y tế"."""
    if name in _UPPER_KINDS:
        return home.district if _UPPER_KINDS[name] == "district" else home.province
    if level is Level.PROVINCE and home.province and name.startswith("Sở "):
        unit = (
            "thành phố" if is_city(home.province) and home.province != "Thừa Thiên Huế" else "tỉnh"
        )
        return f"{unit} {home.province}"
    return None


def _field(text: SourceText, at: int, takes: str, home: Home) -> tuple[int, str] | None:
    low = text.low
    if takes == "department":
        match = _regex("department").match(low, at)
        if match:
            return match.end(), _names("department")[fold(match[0])]["name"]
    if takes == "committee":
        match = _regex("kind").match(low, at)
        return (match.end(), _names("kind")[fold(match[0])]["name"]) if match else None
    if takes == "department":
        return None
    match = _FIELD.match(low, at)
    if match is None or not text.value[at].isupper():
        return None
    end = match.end()
    # A field ends before the name of a province, which its place part takes.
    for word in re.finditer(r"\s", low[at:end]):
        if province_at(low, at + word.end()):
            end = at + word.start()
            break
    words = text.value[at:end]
    return end, re.sub(r"\s+", " ", words.capitalize() if words.isupper() else words)


def _place(text: SourceText, at: int, kind_level: str | None, home: Home) -> _Place | None:
    """Read "huyện Tam Nông, tỉnh Đồng Tháp", "tỉnh", or a bare province behind a name."""
    low = text.low
    begin = _skip(low, at)
    units: list[tuple[str, str | None]] = []
    end = at
    while match := _UNIT.match(low, begin):
        unit = FULL_UNIT.get(match["unit"], match["unit"])
        after = match.end()
        named = _named(text, after, unit)
        units.append((unit, named[0] if named else None))
        end = named[1] if named else match.start() + len(match["unit"])
        if named is None:
            break
        comma = re.compile(r"\s*,?\s*(?:thuộc\s+)?").match(low, end)
        begin = comma.end() if comma else end
    if not units:
        found = province_at(low, begin)
        if found is None:
            return (
                _committee_of(text, begin, kind_level, home)
                if begin > at and low[:at].endswith("ủy")
                else None
            )
        if kind_level == "province" and not is_city(found[0]) and begin > at:
            words = found[0] if text.low[:at].endswith("ủy") else f"tỉnh {found[0]}"
        else:
            words = (
                found[0]
                if text.low[:at].endswith("ủy")
                else f"thành phố {found[0]}"
                if is_city(found[0])
                else f"tỉnh {found[0]}"
            )
        return _Place(found[1], words, Level.PROVINCE, found[0], None)
    return _settled(units, end, home)


def _committee_of(text: SourceText, at: int, kind_level: str | None, home: Home) -> _Place | None:
    """Read the bare name behind "Huyện ủy", "Thành ủy": a district's or a town's."""
    end = name_at(text.value, at)
    if end is None or kind_level == "province":
        return None
    name = titled_name(text.value[at:end])
    return _Place(end, name, Level.DISTRICT, home.province, name)


def _named(text: SourceText, at: int, unit: str) -> tuple[str, int] | None:
    if UNIT_LEVELS[unit] in ("province", "city") and (found := province_at(text.low, at)):
        return found
    if at < len(text.value) and text.value[at].isdigit() and unit in ("quận", "phường"):
        match = re.compile(r"\d{1,2}").match(text.value, at)
        return (match[0], match.end()) if match else None
    end = name_at(text.value, at)
    if end is None:
        return None
    name = text.value[at:end]
    if name.isupper() and len(name.split()) > 3:
        return None
    return titled_name(name), end


def _settled(units: list[tuple[str, str | None]], end: int, home: Home) -> _Place:
    province = district = None
    level: Level | None = None
    words: list[str] = []
    for unit, name in units:
        kind = UNIT_LEVELS[unit]
        if kind == "city":
            kind = (
                "province"
                if name is None
                and level is None
                and home.province
                and is_city(home.province)
                and not home.district
                else kind
            )
            if kind == "city":
                kind = "province" if name and is_city(name) else "district"
        if kind == "province":
            province = name or home.province
            name = name or home.province
        elif kind == "district":
            district = name or home.district
            name = name or home.district
        level = level or Level(kind)
        words.append(f"{unit} {name}" if name else unit)
    province = province or home.province
    if (
        level in (Level.DISTRICT, Level.COMMUNE)
        and len(units) == 1
        and home.province
        and units[0][1] is None
        and home.district
    ):
        pass
    if level is Level.COMMUNE and district is None:
        district = home.district
    text = ", ".join(words)
    if level is Level.DISTRICT and province and len(units) == 1 and district:
        text += f", {'thành phố' if is_city(province) else 'tỉnh'} {province}"
    return _Place(end, text, level, province, district)

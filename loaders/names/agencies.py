"""Agencies, recognised by their parts (kind + field + place), and written in one canonical form.

"UBND tỉnh" in a paper of Bến Tre is "Ủy ban nhân dân tỉnh Bến Tre": the reading document's own
province and district fill what a name leaves open; nothing else does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from loaders.folding import fold
from loaders.grammar.patterns import find_of, pattern
from loaders.names.agency import Agency
from loaders.names.agency_places import Home, Place, place_behind, unit_at
from loaders.names.agency_tables import any_name, names_of, rows_by_name
from loaders.names.full_names import written_out
from loaders.names.party_committees import party_committee
from loaders.names.places import is_city, province_at, unit_of
from loaders.records import Level
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

__all__ = ["Agency", "Home", "agency_at", "body_of_unit", "full_name"]

_WORD_GAP = re.compile(r"\s")
_LOCAL_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.FACILITY)


class _Named(NamedTuple):
    """A kind of body with its field, before its place is read; `end` is where the name ends."""

    start: int
    end: int
    name: str
    row: dict[str, Any]

    @property
    def level(self) -> Level | None:
        """The level that the kind itself says."""
        return Level(self.row["level"]) if "level" in self.row else None


_PART = re.compile(r"(^|[-–]\s?|\svà\s)(\w)")
"""Where a part of a field begins: "Tài chính - Kế hoạch", "Văn hóa và Thông tin"."""


def agency_at(text: SourceText, start: int, home: Home) -> Agency | None:
    """Return the agency whose name begins at `start`, the longest that the tables know."""
    return _agency_at(text, start, home, of_office=False)


def _agency_at(text: SourceText, start: int, home: Home, *, of_office: bool) -> Agency | None:
    """`agency_at`; `of_office` says that the name stands in that of an office."""
    low = text.low
    if any_name().match(low, start) is None:
        return None
    head = find_of("agencies", "head")(low, start)
    at = head.end() if head else start
    for begin in dict.fromkeys((start, at)):
        if match := names_of("central").match(low, begin):
            row = rows_by_name("central")[fold(match[0])]
            return Agency(start, match.end(), row["name"], row["name"], Level.CENTRAL)
    if low.startswith("bộ", at) and (match := names_of("ministry").match(low, _skip(low, at + 2))):
        name = "Bộ " + rows_by_name("ministry")[fold(match[0])]["name"]
        return Agency(start, match.end(), name, "Bộ", Level.CENTRAL)
    for begin in dict.fromkeys((at, start)):
        if match := names_of("kind").match(low, begin):
            found = _local(text, begin, match, home, of_office)
            prefix = head["head"] if head and begin == at else ""
            return _headed(found, start, prefix) if found else None
    return None


def body_of_unit(text: SourceText, start: int, codes: tuple[str, ...], home: Home) -> Agency | None:
    """Return the body that a unit stands for at `start`, where a number's issuer `codes` tell it.

    "Kế hoạch số 35/KH-UBND của thị xã An Nhơn" is of that town's people's committee; a unit without
    a name is of `home`. None where no unit word stands there, or the code is of no such body.
    """
    if not codes or unit_at(text, start) is None:
        return None
    rows = (row for row in load_toml("loaders", "agencies")["kind"] if row.get("of_unit"))
    row = next((row for row in rows if codes[0] in row["codes"]), None)
    place = place_behind(text, start, None, home) if row else None
    if row is None or place is None:
        return None
    return _placed(_Named(start, start, row["name"], row), place)


@lru_cache(maxsize=1024)
def full_name(name: str, home: Home) -> str | None:
    """Return an agency's canonical name with the place that `home` completes.

    "Sở Y tế" of a paper of Kon Tum is "Sở Y tế tỉnh Kon Tum". None where the tables do not know
    all of `name` as one agency, or know it by this very name.
    """
    text = SourceText(name, name, [])
    agency = agency_at(text, 0, home)
    if agency is None or agency.end != len(text.low) or agency.name == name:
        return None
    return agency.name


def _headed(agency: Agency, start: int, head: str) -> Agency:
    """The agency with the person or part before its name, where that is who issues."""
    if not find_of("agencies", "kept_head")(head):
        return agency
    board = head.removeprefix("ban ")
    part = board.capitalize() if board == head else f"Ban {board.capitalize()}"
    name = f"{part} {agency.name}"
    return Agency(
        start, agency.end, name, agency.kind, agency.level, agency.province, agency.district
    )


def _skip(low: str, at: int) -> int:
    while at < len(low) and low[at] == " ":
        at += 1
    return at


def _local(
    text: SourceText, start: int, match: re.Match[str], home: Home, of_office: bool
) -> Agency | None:
    row = rows_by_name("kind")[fold(match[0])]
    if row.get("of_any"):
        behind = _skip(text.low, match.end())
        body = _agency_at(text, behind, home, of_office=True)
        if committee := party_committee(text, start, behind, row, body):
            return committee
        if row.get("only_of"):
            return None
    named = _with_field(text, start, match)
    if named is None:
        return None
    place = place_behind(text, named.end, named.row.get("level"), home)
    if named.row.get("of_city"):
        return _of_city(named, place, home)
    found = _unplaced(named, home) if place is None else _placed(named, place)
    if of_office or not named.row.get("of_body"):
        return found
    return _as_its_body(text, found, match.end(), home)


def _as_its_body(text: SourceText, office: Agency, at: int, home: Home) -> Agency:
    """An office stands where the body does whose name follows it: "Văn phòng Bộ Y tế"."""
    body = _agency_at(text, _skip(text.low, at), home, of_office=True)
    if body is None or body.level is None:
        return office
    return office._replace(level=body.level, province=body.province, district=body.district)


def _of_city(named: _Named, place: Place | None, home: Home) -> Agency:
    """The body of a city: in a province it is that of a city below it.

    "Thành ủy Cà Mau" is of the city, not of the province of its name.
    """
    if place is not None:
        if place.level is Level.PROVINCE and place.province and not is_city(place.province):
            place = place._replace(level=Level.DISTRICT, district=place.province)
        return _placed(named, place)
    if home.province is None:
        return _unplaced(named, home)
    if is_city(home.province):
        return _unplaced(named, home)._replace(level=Level.PROVINCE, province=home.province)
    name = f"{named.name} {home.district}" if home.district else named.name
    kind, district = named.row["name"], home.district
    return Agency(named.start, named.end, name, kind, Level.DISTRICT, home.province, district)


def _with_field(text: SourceText, start: int, match: re.Match[str]) -> _Named | None:
    """The kind with what it takes: a committee's inner body, an office's field."""
    low, at = text.low, match.end()
    row = rows_by_name("kind")[fold(match[0])]
    name: str = row["name"]
    if within := row.get("of"):
        inner = names_of("kind").match(low, _skip(low, at))
        if inner and rows_by_name("kind")[fold(inner[0])]["name"] == within:
            name, at = f"{name} {_short(within)}", inner.end()
    if row["takes"] in ("department", "field", "committee"):
        small = row.get("small_field", False) and text.value[start].isupper()
        field = _field(text, _skip(low, at), row["takes"], small=small)
        if field is None:
            return None
        at, name = field[0], f"{name} {field[1]}"
    return _Named(start, at, name, row)


def _short(name: str) -> str:
    return str(rows_by_name("kind")[fold(name)]["forms"][0]).upper()


def _unplaced(named: _Named, home: Home) -> Agency:
    level = named.level
    place = _home_place(named, home) if named.row["takes"] != "unit" else None
    return Agency(
        named.start,
        named.end,
        f"{named.name} {place}" if place else named.name,
        named.row["name"],
        level,
        home.province if level in _LOCAL_LEVELS else None,
        home.district if level in (Level.DISTRICT, Level.FACILITY) else None,
    )


def _placed(named: _Named, place: Place) -> Agency:
    level = place.level or named.level
    if named.level is Level.FACILITY or named.row["takes"] == "department":
        level = named.level
    name = f"{named.name} {place.words}"
    return Agency(
        named.start, place.end, name, named.row["name"], level, place.province, place.district
    )


def _home_place(named: _Named, home: Home) -> str | None:
    """What follows a kind that names its own level: "Tỉnh ủy" of a paper of Kon Tum, "Sở Y tế"."""
    if own := named.row.get("home"):
        return home.district if own == "district" else home.province
    if home.province and named.row["takes"] == "department":
        return f"{unit_of(home.province)} {home.province}"
    return None


def _field(text: SourceText, at: int, takes: str, *, small: bool) -> tuple[int, str] | None:
    """Return where the field ends, and its name: from the tables, or the words themselves.

    `small` says that one in small letters counts, where a place follows it.
    """
    low = text.low
    if takes in ("department", "committee"):
        group = "department" if takes == "department" else "kind"
        match = names_of(group).match(low, at)
        return (match.end(), rows_by_name(group)[fold(match[0])]["name"]) if match else None
    match = pattern("agencies", "field").regex.match(low, at)
    known = names_of("department").match(low, at)
    if known and text.value[at].isupper() and (match is None or known.end() > match.end()):
        return known.end(), rows_by_name("department")[fold(known[0])]["name"]  # "Phòng GD&ĐT"
    if match is None:
        return None
    end = match.end()
    placed = small and find_of("agencies", "unit_behind")(low, end)
    if not (text.value[at].isupper() or placed):
        return None
    # A field ends before the name of a province, which its place part takes.
    for word in _WORD_GAP.finditer(low, at, end):
        if province_at(low, word.end()):
            end = word.start()
            break
    words = " ".join(text.value[at:end].split())
    if words.isupper() and (inner := names_of("kind").match(low, at)):
        return inner.end(), rows_by_name("kind")[fold(inner[0])]["name"]  # "VĂN PHÒNG UBND TỈNH X"
    if words.isupper():
        words = _PART.sub(lambda part: part[1] + part[2].upper(), words.lower())
    return end, written_out(words)

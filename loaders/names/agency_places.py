"""The place behind an agency's name: its unit, name and level, and what it lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from loaders.districts import is_city_in_province, province_of_district, typed_district
from loaders.grammar.patterns import find_of, shared_part
from loaders.grammar.regexes import Regex, compiled
from loaders.names.places import (
    figure_units,
    is_city,
    name_at,
    province_at,
    titled_name,
    unit_names,
    unit_of,
)
from loaders.records import Level
from loaders.text.source_text import SourceText

_FIGURE = re.compile(r"\d{1,2}")
_NAMED_FIGURE = re.compile(
    r" [1-9](?=\s*(?:[,;:)\]|/\"”]|$|\n|\.\s*(?:\n|$))"
    r"| (?:và|tỉnh|thành phố|huyện|quận|thị xã|về|ngày|năm|ban hành|đã|có|tại|theo) )"
)
"""Communes that came of one: "xã Bảo Lâm 1", "xã Bảo Lâm 2"; not the count of what follows."""
_TERM = re.compile(r"Kh(?:óa|oá) [IVXL\d]", re.IGNORECASE)
_BLANKS = re.compile(r" *")
_UNIT_ABOVE = re.compile(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\w)")
"""In capitals nothing else parts a name from the unit above it: "XÃ TÂN HÀ / TỈNH LÂM ĐỒNG"."""

_COMMITTEE = 12
"""Characters before a place that hold the word for a committee which takes it without a unit."""


class Home(NamedTuple):
    """Where a document comes from, as far as it is known: it completes the names it prints."""

    province: str | None = None
    district: str | None = None


class Place(NamedTuple):
    """A place that ends at `end`; `words` as the agency's canonical name has it."""

    end: int
    words: str
    level: Level | None
    province: str | None
    district: str | None


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit word, canonical, with the name behind it, if any."""

    word: str
    name: str | None

    @property
    def level(self) -> str:
        return unit_names()[self.word].level


@cache
def _unit_regex() -> Regex:
    return compiled(rf"(?P<unit>{shared_part('units')})(?=[\s.,;:)/]|$)\s*")


def unit_at(text: SourceText, at: int) -> str | None:
    """Return the canonical unit word that begins at `at`, None where none does."""
    match = _unit_regex().match(text.low, at)
    return unit_names()[" ".join(match["unit"].split())].name if match else None


def place_behind(text: SourceText, at: int, kind_level: str | None, home: Home) -> Place | None:
    """Read "huyện Sìn Hồ, tỉnh Lai Châu", "tỉnh", or a bare province at `at`, behind a name."""
    low = text.low
    blanks = _BLANKS.match(low, at)
    begin = blanks.end() if blanks else at
    units: list[_Unit] = []
    end = at
    while match := _unit_regex().match(low, begin):
        unit = unit_names()[" ".join(match["unit"].split())].name
        named = _named(text, match.end(), unit)
        units.append(_Unit(unit, named[0] if named else None))
        end = named[1] if named else match.end("unit")
        within = find_of("agencies", "within")(low, end) if named else None
        if within is None:
            break
        begin = within.end()
    if units:
        bracketed = _province_in_bracket(low, end) if units[-1].name else None
        if bracketed is not None:
            units.append(_Unit(unit_of(bracketed[0]), bracketed[0]))
        return _settled(units, bracketed[1] if bracketed else end, home)
    committee = find_of("agencies", "party_committee")(low, max(0, at - _COMMITTEE), at) is not None
    found = province_at(low, begin)
    if found is None:
        wanted = committee and begin > at and kind_level != "province"
        return _district_committee(text, begin, home) if wanted else None
    words = found[0] if committee else f"{unit_of(found[0])} {found[0]}"
    return Place(found[1], words, Level.PROVINCE, found[0], None)


def _province_in_bracket(low: str, at: int) -> tuple[str, int] | None:
    """The province in "huyện Tam Nông (Phú Thọ)", and where the bracket ends."""
    opens = find_of("agencies", "bracket")(low, at)
    found = province_at(low, opens.end()) if opens else None
    return (found[0], found[1] + 1) if found and low[found[1] : found[1] + 1] == ")" else None


def _district_committee(text: SourceText, at: int, home: Home) -> Place | None:
    """Read the bare name behind "Huyện ủy", "Thành ủy": a district's or a town's."""
    end = name_at(text.value, at)
    if end is None:
        return None
    name = titled_name(text.value[at:end])
    return Place(end, name, Level.DISTRICT, home.province, name)


def _named(text: SourceText, at: int, unit: str) -> tuple[str, int] | None:
    """The name behind a unit word, and where it ends."""
    level = unit_names()[unit].level
    if level in ("province", "city") and (found := province_at(text.low, at)):
        return found
    if unit in figure_units() and (figure := _FIGURE.match(text.value, at)):
        return _figure_with_town(text, figure.end(), figure[0], level)
    end = name_at(text.value, at)
    if end is None:
        return None
    if text.value[at:end].isupper() and (above := _UNIT_ABOVE.search(text.low, at, end + 10)):
        end = min(end, above.start())
    name = text.value[at:end]
    if _TERM.match(name):
        return None  # "HĐND tỉnh | Khóa XVII"
    # A province of one word is in the table: "tỉnh | Phê duyệt" names none.
    if level == "province" and not name.isupper() and " " not in name.strip():
        return None
    if name.isupper() and len(name.split()) > 3:
        return None
    if level == Level.COMMUNE and (figure := _NAMED_FIGURE.match(text.low, end)):
        return titled_name(name) + figure[0], figure.end()
    return titled_name(name), end


def _figure_with_town(text: SourceText, at: int, figure: str, level: str) -> tuple[str, int]:
    """The figure that names a place, with the old town behind it: "phường 1 Bảo Lộc"."""
    begin = at + 1
    end = name_at(text.value, begin) if text.value[at:begin] == " " else None
    if level != Level.COMMUNE or end is None or "\n" in text.value[at:end]:
        return figure, at
    town = titled_name(text.value[begin:end])
    return (f"{figure} {town}", end) if typed_district(town) else (figure, at)


def _level(unit: _Unit, first: bool, home: Home, above: list[_Unit]) -> Level:
    """A city is a province where its name, or the reading paper's own province, is such a city.

    One that lies in a province is none: "thành phố Huế, tỉnh Thừa Thiên Huế". In a paper of a
    district of such a city it is the city, but where that district is a city itself.
    """
    if unit.level != "city":
        return Level(unit.level)
    if any(one.level == "province" for one in above):
        return Level.DISTRICT
    if unit.name is not None:
        return Level.PROVINCE if is_city(unit.name) else Level.DISTRICT
    if not first or home.province is None or not is_city(home.province):
        return Level.DISTRICT
    below = home.district is not None and is_city_in_province(home.district, home.province)
    return Level.DISTRICT if below else Level.PROVINCE


def _province_of(units: list[_Unit], home: Home) -> str | None:
    """The province of a run of units that names none: of its district, else the paper's own."""
    last = units[-1]
    if last.name is None or last.level not in ("district", "city"):
        return home.province
    return province_of_district(last.word, last.name, home.province)


def _settled(units: list[_Unit], end: int, home: Home) -> Place:
    """Return the place of a run of units, the smallest first; `home` names what has no name."""
    province = district = None
    level: Level | None = None
    words: list[str] = []
    for place, unit in enumerate(units, start=1):
        own = _level(unit, level is None, home, units[place:])
        name = unit.name
        if own is Level.PROVINCE:
            province = name = name or home.province
        elif own is Level.DISTRICT:
            district = name = name or home.district
        level = level or own
        words.append(f"{unit.word} {name}" if name else unit.word)
    province = province or _province_of(units, home)
    if level is Level.COMMUNE:
        district = district or home.district
    text = ", ".join(words)
    if level is Level.DISTRICT and province and district and len(units) == 1:
        text += f", {unit_of(province)} {province}"
    return Place(end, text, level, province, district)

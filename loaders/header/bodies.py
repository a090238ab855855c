"""Bodies of a header: the capital lines of its left column as bodies, the last of which issues.

"UBND TỈNH X / SỞ Y TẾ" names the parent above the issuer (Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.patterns import find_of, shared_part
from loaders.header.unlisted_bodies import (
    UNIT,
    WITHIN_DISTRICT,
    first_word,
    spelled,
    unlisted_body,
)
from loaders.names.agencies import Agency, Home, agency_at
from loaders.names.agency_tables import names_with
from loaders.names.places import titled_name, unit_of
from loaders.records import Level
from loaders.text.source_text import SourceText

_BLANKS = re.compile(r"\s+")
_UNIT_LAST = re.compile(rf"(?<!\w)(?:{shared_part('units')})$")
_MOST_WORDS = 6
_COUNCIL = "Hội đồng nhân dân"
_MINISTRY = "Bộ"
_ORGANISATIONS = ("Đoàn ", "Hội ")
_JOINT = ("liên sở", "liên bộ")
_OFFICE = "văn phòng"
"""The office of the body above it, where the line says no more."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """The words of one body; `joint` where a dash joins it to the one before."""

    words: str
    joint: bool


def issuing_body(text: SourceText, lines: list[str], province: str | None) -> Agency | None:
    """Return the body that issues: the last of the capital `lines`, placed by those above it.

    Bodies joined by a dash, and ministries side by side, issue together under a joint name. The
    `province` is the one that the paper's place stands for.
    """
    found: list[Agency] = []
    joint: list[bool] = []
    home = Home(province)
    for printed in _bodies(lines):
        body = _body(text, printed.words, home, found[-1] if found else None)
        if body is None:
            continue
        found.append(body)
        joint.append(printed.joint)
        home = Home(body.province or home.province, body.district or home.district)
    if not found:
        return None
    last = _below(found, home)
    together = [last.name]
    for above, body, dash in zip(found[-2::-1], found[:0:-1], joint[:0:-1], strict=True):
        if not (dash or (_is_peer(above) and _is_peer(body))):
            break
        # A portal's heading above the header names the same ministry once more.
        if above.name not in together:
            together.insert(0, above.name)
    return last._replace(name=" - ".join(together)) if len(together) > 1 else last


def _is_peer(body: Agency) -> bool:
    """Whether a body stands under none: ministries and the supreme courts side by side are two."""
    return body.kind == _MINISTRY or body.kind in names_with("central", "peer")


def _bodies(lines: list[str]) -> list[_Printed]:
    segments: list[str] = []
    for line in lines:
        if segments and (not _opens_body(line) or _goes_on(segments[-1], line)):
            segments[-1] = f"{segments[-1]} {line}"
        else:
            segments.append(line)
    named = (_each_of_its_kind(_BLANKS.sub(" ", segment)) for segment in segments)
    return [part for segment in named for part in _parted(segment)]


def _each_of_its_kind(segment: str) -> str:
    """Name each of those who issue together: "LIÊN SỞ: Y TẾ - NỘI VỤ" is "SỞ Y TẾ - SỞ NỘI VỤ"."""
    joint = find_of("header", "joint_kind")(segment.lower())
    if joint is None:
        return segment
    kind, rest, named = joint["kind"].upper(), segment[joint.end() :], []
    while rest:
        body = f"{kind} {rest}"
        agency = agency_at(SourceText.of(body), 0, Home())
        end = agency.end if agency else len(body)
        named.append(body[:end].strip(" -"))
        rest = body[end:].strip(" -,").removeprefix(f"{kind} ")
    return " - ".join(named)


def _opens_body(words: str) -> bool:
    known = agency_at(SourceText.of(words), 0, Home()) is not None
    return known or first_word(words) is not None or words.lower().startswith(_JOINT)


def _goes_on(above: str, line: str) -> bool:
    """Whether a line that could open a body goes on with the one above: "VĂN PHÒNG / UBND …"."""
    if above.rstrip().endswith("-"):
        return True
    if agency_at(SourceText.of(above), 0, Home()) is not None:
        return False
    whole = agency_at(SourceText.of(f"{above} {line}"), 0, Home())
    return whole is not None and whole.end > len(above) + 1


def _parted(segment: str) -> list[_Printed]:
    """The bodies that stand on one line: "UBND TỈNH X SỞ Y TẾ", "SỞ Y TẾ - SỞ NỘI VỤ"."""
    found: list[_Printed] = []
    joint = False
    while segment:
        agency = agency_at(SourceText.of(segment), 0, Home())
        rest = segment[agency.end :] if agency else ""
        behind = rest.strip(" -")
        if agency is None or not behind or not _opens_body(behind):
            found.append(_Printed(segment.strip(" -"), joint))
            break
        found.append(_Printed(segment[: agency.end].strip(" -"), joint))
        joint = "-" in rest[: len(rest) - len(rest.lstrip(" -"))]
        segment = behind
    return found


def _body(text: SourceText, words: str, home: Home, above: Agency | None) -> Agency | None:
    source = SourceText.of(words)
    agency = agency_at(source, 0, home)
    head = first_word(words)
    if agency is not None:
        left = words[agency.end :].strip(" -,")
        named = agency._replace(name=spelled(text, agency.name))
        longer = _with_long_name(named, left)
        if not left or head is None or longer is not named:
            return longer
    if head is not None:
        return unlisted_body(text, source, head, home, above)
    starts = (match.start() for match in re.finditer(r"(?<=[\s-])\S", words))
    return next((a for at in starts if (a := agency_at(source, at, home))), None)


def _with_long_name(agency: Agency, left: str) -> Agency:
    """The agency of a unit whose name has four words or more, which capitals hide elsewhere."""
    unit = _UNIT_LAST.search(agency.name)
    if unit is None or not _MOST_WORDS >= len(left.split()) >= 4 or not left.isupper():
        return agency
    name = titled_name(left)
    district = name if agency.level is Level.DISTRICT else agency.district
    return agency._replace(name=f"{agency.name} {name}", district=district)


def _below(found: list[Agency], home: Home) -> Agency:
    """The last body, placed in what the bodies above it say."""
    last = found[-1]
    above = found[-2] if len(found) > 1 else None
    if above is not None and above.kind == _MINISTRY:
        organ = find_of("header", "organ_of_ministry")(last.name.lower())
        if organ is not None:
            name = f"{organ['organ'].capitalize()} {above.name}"
            return last._replace(name=name, level=Level.CENTRAL, province=None, district=None)
    if above is not None and above.kind == _MINISTRY and not UNIT.search(last.name):
        # "BỘ Y TẾ / VIỆN DINH DƯỠNG": where it signs is no part of its name.
        return last._replace(level=Level.CENTRAL, province=None, district=None)
    level = last.level or (above.level if above else None)
    local = level is not Level.CENTRAL
    province = last.province or (home.province if local and len(found) > 1 else None)
    province = province or (home.province if local else None)
    district = last.district or (home.district if level in WITHIN_DISTRICT else None)
    name = last.name
    plenary = names_with("central", "plenary")
    if above is not None and above.kind == "body" and last.kind in plenary:
        name = f"Ban Chấp hành Trung ương {above.name}"  # of the Youth Union, not of the Party
    if above is not None and above.kind in plenary and name.startswith(_ORGANISATIONS):
        name = f"Ban Chấp hành Trung ương {name}"  # the organisation stands in the right column
    if above is not None and (name.lower() == _OFFICE or _is_organ_of(last, above)):
        name = f"{name} {above.name}"
        known = agency_at(SourceText.of(name), 0, home)
        name = known.name if known else name
    if district and district not in name and above is not None and district in above.name:
        unit = UNIT.search(above.name)
        name = f"{name} {above.name[unit.start() :]}" if unit else name
    if above is not None and above.level is Level.COMMUNE and last.kind == "Phòng":
        level = Level.COMMUNE  # an office of the commune's committee (Nghị định 150/2025/NĐ-CP)
    below = last.level is Level.FACILITY or level is Level.COMMUNE
    if below and above is not None and above.level is Level.COMMUNE:
        unit = UNIT.search(above.name)
        name = f"{name} {above.name[unit.start() :]}" if unit and not UNIT.search(name) else name
    placed = UNIT.search(name) is not None or (province or "") in name
    if level in (Level.PROVINCE, Level.FACILITY) and province and not district and not placed:
        name = f"{name} {province}" if last.kind.endswith("ủy") else _in_unit(name, province)
    return last._replace(name=name, level=level, province=province, district=district)


def _is_organ_of(body: Agency, above: Agency) -> bool:
    """Whether a body is one of the Party committee, or of the council, above it: "TỈNH ỦY KON TUM /
    BAN TỔ CHỨC", "HĐND TỈNH X / BAN PHÁP CHẾ".
    """
    if above.kind == _COUNCIL and body.name.lower().startswith("ban "):
        return above.name not in body.name
    if find_of("header", "part_of_body")(body.name.lower()):
        return above.name not in body.name
    party = above.kind.endswith("ủy") and not body.kind.endswith("ủy")
    organ = find_of("header", "party_organ")(body.name.lower()) is not None
    return party and organ and above.name not in body.name and "ủy" not in body.name.split()


def _in_unit(name: str, province: str) -> str:
    return f"{name} {unit_of(province)} {province}"

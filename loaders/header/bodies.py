"""Bodies of a header: the capital lines of its left column as bodies, the last of which issues.

"UBND TỈNH X / SỞ Y TẾ" names the parent above the issuer (Nghị định 30/2020/NĐ-CP, Phụ lục I). A
body that the tables do not know (a school, a bureau, a steering board) is told by its first word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.folding import fold_letters
from loaders.grammar.patterns import find_of, load_patterns, shared_part
from loaders.names.agencies import Agency, Home, agency_at
from loaders.names.agency_places import Place, place_behind
from loaders.names.agency_tables import names_with
from loaders.names.places import province_named, titled_name, unit_of
from loaders.records import Level
from loaders.text.source_text import SourceText

_BLANKS = re.compile(r"\s+")
_WITHIN_DISTRICT = (Level.DISTRICT, Level.COMMUNE, Level.FACILITY)
_LOCAL = (Level.PROVINCE, *_WITHIN_DISTRICT)
_UNIT = re.compile(rf"(?<!\w)(?:{shared_part('units')})(?=\s)")
_UNIT_LAST = re.compile(rf"(?<!\w)(?:{shared_part('units')})$")
_MOST_WORDS = 6
_COUNCIL = "Hội đồng nhân dân"
_MINISTRY = "Bộ"
_ORGANISATIONS = ("Đoàn ", "Hội ")
_JOINT = ("liên sở", "liên bộ")
_OFFICE = "văn phòng"
"""The office of the body above it, where the line says no more."""
_ABBREVIATED = re.compile(r"[^aeiouy\d]{2,}|[ivxl]+|(?:hiv/)?aids,?|covid(?:-19)?,?")
"""Folded words that are no syllables keep their capitals: THPT, III."""


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
    return known or _head(words) is not None or words.lower().startswith(_JOINT)


def _head(words: str) -> str | None:
    """Which row of the table tells a body by its first word: its level's name, or "above"."""
    low = words.lower()
    return next((row.name for row in load_patterns("header", "body") if row.find(low)), None)


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
    head = _head(words)
    if agency is not None:
        left = words[agency.end :].strip(" -,")
        named = agency._replace(name=_spelled(text, agency.name))
        longer = _with_long_name(named, left)
        if not left or head is None or longer is not named:
            return longer
    if head is not None:
        return _unknown(text, source, head, home, above)
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


def _unknown(
    text: SourceText, source: SourceText, head: str, home: Home, above: Agency | None
) -> Agency:
    """A body that no table knows, with the place that its name ends with."""
    place = _place(source, home)
    core = source.value[: place[0]].strip(" -,") if place else source.value
    name = _spelled(text, core)
    if head == "committee" and above is not None and _is_committee_alone(core):
        # "HỘI NÔNG DÂN TỈNH X / BAN CHẤP HÀNH HUYỆN Y": the committee of the association in Y.
        unit = _UNIT.search(above.name) if place else None
        body = above.name[: unit.start()].strip() if unit else above.name
        name = f"{name} {body}"
    level = _level(source.low, head, place[1] if place else None, above, home)
    if place:
        name = f"{name} {place[1].words}"
    province = (place[1].province if place else None) or (
        home.province if level in _LOCAL else None
    )
    district = (place[1].district if place else None) or (
        home.district if level in _WITHIN_DISTRICT else None
    )
    return Agency(0, len(source.value), name, "body", level, province, district)


def _is_committee_alone(words: str) -> bool:
    """Whether no organisation is named behind the committee: "BCH", not "BCH HỘI NÔNG DÂN"."""
    low = words.lower()
    found = next(
        (row.find(low) for row in load_patterns("header", "body") if row.name == "committee"), None
    )
    return found is not None and not low[found.end() :].strip(" -")


def _place(source: SourceText, home: Home) -> tuple[int, Place] | None:
    for unit in _UNIT.finditer(source.low):
        if not source.value[: unit.start()].strip(" -,"):
            continue  # "TỈNH ĐOÀN X": a place alone is no body
        if find_of("header", "social_field")(source.low, unit.start()):
            continue  # "BAN VĂN HÓA - XÃ HỘI" sits in no commune
        place = place_behind(source, unit.start(), None, home)
        if place is not None and not source.value[place.end :].strip(" -"):
            return unit.start(), place
    return None


def _level(
    low: str, head: str, place: Place | None, above: Agency | None, home: Home
) -> Level | None:
    if head == "facility":
        return Level.FACILITY
    if place is not None and place.level is not None:
        return place.level
    if above is not None and above.level is not None:
        return above.level
    return Level.CENTRAL if "việt nam" in low else Level.PROVINCE if home.province else None


def _below(found: list[Agency], home: Home) -> Agency:
    """The last body, placed in what the bodies above it say."""
    last = found[-1]
    above = found[-2] if len(found) > 1 else None
    if above is not None and above.kind == _MINISTRY:
        organ = find_of("header", "organ_of_ministry")(last.name.lower())
        if organ is not None:
            name = f"{organ['organ'].capitalize()} {above.name}"
            return last._replace(name=name, level=Level.CENTRAL, province=None, district=None)
    level = last.level or (above.level if above else None)
    local = level is not Level.CENTRAL
    province = last.province or (home.province if local and len(found) > 1 else None)
    province = province or (home.province if local else None)
    district = last.district or (home.district if level in _WITHIN_DISTRICT else None)
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
        unit = _UNIT.search(above.name)
        name = f"{name} {above.name[unit.start() :]}" if unit else name
    if above is not None and above.level is Level.COMMUNE and last.kind == "Phòng":
        level = Level.COMMUNE  # an office of the commune's committee (Nghị định 150/2025/NĐ-CP)
    below = last.level is Level.FACILITY or level is Level.COMMUNE
    if below and above is not None and above.level is Level.COMMUNE:
        unit = _UNIT.search(above.name)
        name = f"{name} {above.name[unit.start() :]}" if unit and not _UNIT.search(name) else name
    placed = _UNIT.search(name) is not None or (province or "") in name
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


def _spelled(text: SourceText, name: str) -> str:
    """The name as running text writes it, where the paper does; else as a sentence."""
    wanted = name.lower()
    at = text.low.find(wanted) if wanted else -1
    while at >= 0:
        printed = text.value[at : at + len(name)]
        if not printed.isupper() and printed[:1].isupper() and "\n" not in printed:
            # Its capitals, not its tones: "Uỷ ban" is Ủy ban.
            pairs = zip(wanted, printed, strict=True)
            return "".join(c.upper() if shown.isupper() else c for c, shown in pairs)
        at = text.low.find(wanted, at + len(name))
    if not name.isupper():
        return name
    words = [w if _ABBREVIATED.fullmatch(fold_letters(w)) else w.lower() for w in name.split()]
    shown = " ".join(words).replace("việt nam", "Việt Nam")
    for size in (3, 2):
        for i in range(len(words) - size + 1):
            if known := province_named(" ".join(words[i : i + size])):
                shown = shown.replace(" ".join(words[i : i + size]), known)
    if school := find_of("header", "school_kind")(shown):
        unit = _UNIT.search(shown, school.end())
        own = shown[school.end() : unit.start() if unit else len(shown)]
        named = " ".join(word[:1].upper() + word[1:] for word in own.split(" "))
        shown = shown[: school.end()] + named + shown[school.end() + len(own) :]
    return shown[:1].upper() + shown[1:]

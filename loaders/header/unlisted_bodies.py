"""Bodies of a header that the tables do not know: a school, a bureau, a steering board.

Such a body is told by its first word (the rows "body" of tables/header.toml), and placed by the
unit that its name ends with, else by the body above it.
"""

from __future__ import annotations

import re

from loaders.folding import fold_letters
from loaders.grammar.patterns import find_of, load_patterns, shared_part
from loaders.names.agencies import Agency, Home, agency_at
from loaders.names.agency_places import Place, place_behind
from loaders.names.places import province_named
from loaders.names.shouted import in_small_letters
from loaders.records import Level
from loaders.text.source_text import SourceText

WITHIN_DISTRICT = (Level.DISTRICT, Level.COMMUNE, Level.FACILITY)
UNIT = re.compile(rf"(?<!\w)(?:{shared_part('units')})(?=\s)")
_LOCAL = (Level.PROVINCE, *WITHIN_DISTRICT)
_MINISTRY = " bộ "
_ABBREVIATED = re.compile(r"[^aeiouy\d]{2,}|[ivxl]+|(?:hiv/)?aids,?|covid(?:-19)?,?")
"""Folded words that are no syllables keep their capitals: THPT, III."""


def first_word(words: str) -> str | None:
    """Which row of the table tells a body by its first word: its level's name, or "above"."""
    low = words.lower()
    return next((row.name for row in load_patterns("header", "body") if row.find(low)), None)


def unlisted_body(
    text: SourceText, source: SourceText, head: str, home: Home, above: Agency | None
) -> Agency:
    """Return a body that no table knows, with the place that its name ends with.

    `head` is what its first word tells, `above` the body on the line before.
    """
    place = _place(source, home)
    core = source.value[: place[0]].strip(" -,") if place else source.value
    name = spelled(text, core)
    if head == "committee" and above is not None and _is_committee_alone(core):
        # "HỘI NÔNG DÂN TỈNH X / BAN CHẤP HÀNH HUYỆN Y": the committee of the association in Y.
        unit = UNIT.search(above.name) if place else None
        body = above.name[: unit.start()].strip() if unit else above.name
        name = f"{name} {body}"
    level = _level(source.low, head, place[1] if place else None, above, home)
    if place:
        name = f"{name} {place[1].words}"
    province = (place[1].province if place else None) or (
        home.province if level in _LOCAL else None
    )
    district = (place[1].district if place else None) or (
        home.district if level in WITHIN_DISTRICT else None
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
    for unit in UNIT.finditer(source.low):
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
    national = "việt nam" in low or _is_of_ministry(low)
    return Level.CENTRAL if national else Level.PROVINCE if home.province else None


def _is_of_ministry(low: str) -> bool:
    """Whether a ministry closes the name of a body: "Ban cán sự đảng Bộ Y tế"."""
    at = low.rfind(_MINISTRY)
    ministry = agency_at(SourceText.of(low), at + 1, Home()) if at >= 0 else None
    return ministry is not None and ministry.kind == "Bộ" and ministry.end == len(low)


def spelled(text: SourceText, name: str) -> str:
    """Return the name as running text writes it, where the paper does; else as a sentence."""
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
    shown = " ".join(words)
    cased = zip(shown, in_small_letters(shown), strict=True)
    shown = "".join(a if a.isupper() else b for a, b in cased).replace("việt nam", "Việt Nam")
    for size in (3, 2):
        for i in range(len(words) - size + 1):
            if known := province_named(" ".join(words[i : i + size])):
                shown = shown.replace(" ".join(words[i : i + size]), known)
    if school := find_of("header", "school_kind")(shown):
        unit = UNIT.search(shown, school.end())
        own = shown[school.end() : unit.start() if unit else len(shown)]
        named = " ".join(word[:1].upper() + word[1:] for word in own.split(" "))
        shown = shown[: school.end()] + named + shown[school.end() + len(own) :]
    return shown[:1].upper() + shown[1:]

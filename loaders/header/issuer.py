"""The issuer: what is left of the header's capital lines, else who enacts the paper in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from loaders.folding import fold
from loaders.grammar.patterns import find_of, load_patterns
from loaders.header.bodies import issuing_body
from loaders.header.enacting import annexing_body, enacting_body
from loaders.header.number import OwnNumber
from loaders.header.shared import behind_common_header, only_province
from loaders.header.zone import HeaderZone, opens_title
from loaders.layout.lines import Line
from loaders.layout.structure import Block, Outline
from loaders.names.agencies import Agency, Home, agency_at
from loaders.names.agency_codes import without_code
from loaders.names.agency_tables import names_with
from loaders.names.body_codes import issuer_of_code
from loaders.names.places import province_named, unit_of
from loaders.records import Level
from loaders.text.source_text import SourceText

_SLIP = 85
"""How alike a name and one with a slip of the pen are, of 100."""
_COLUMN_GAP = re.compile(r"\s{3,}|\t|\|")
_CAPITAL = "Hà Nội"
_SUPREME = " tối cao"
_LONGEST_LINE = 600
"""A longer line is text, also where it stands among the header's."""
_LINES_TO_BASIS = 25
"""Lines below the type word among which the enacting body is looked for."""


@dataclass(frozen=True, slots=True)
class OwnIssuer:
    """Who issued the paper; `span` is where the header prints it, None where the text tells it."""

    agency: Agency
    span: tuple[int, int] | None


def find_issuer(
    text: SourceText,
    outline: Outline,
    zone: HeaderZone,
    number: OwnNumber | None,
    text_from: int,
    province: str | None,
) -> OwnIssuer | None:
    """Return who issued the paper, completed by the `province` that its place stands for.

    The header's capital lines are read first, then the clause that enacts the paper among the
    blocks from `text_from` on, then its closing words. None where none of them names a body.
    """
    if province == _CAPITAL and _speaks_of_a_province(text, outline.blocks, text_from):
        province = None  # portals print the capital where they lost a paper's place
    bare = _without_furniture(text, zone.top, number)
    lines = [line for line in _above_enacting(zone) if len(line.text) <= _LONGEST_LINE]
    parts = [(i, part) for i, x in enumerate(lines) for part in _capitals(x, bare[x.start : x.end])]
    last = _last_of_header(zone)
    above = [part for i, part in parts if i <= last]
    kept = above or [part for _, part in parts]
    if kept:
        agency = issuing_body(text, [words for words, _ in kept], province)
        if agency is not None:
            agency = _unslipped(text, outline.blocks, text_from, agency, province)
            below = _department_of(number, agency, province)
            agency = _of_place(agency, province)
            top = _supreme(agency, number)
            agency = top or below or _with_unit(text, outline, zone, text_from, agency, province)
            agency = behind_common_header(text, outline.lines, zone, agency, number)
            span = (kept[0][1].start, kept[-1][1].end)
            return OwnIssuer(_in_province(text, agency, province), span)
    home = Home(province or only_province(text))
    agency = enacting_body(text, outline.blocks, text_from, home) or _central_of(number)
    agency = agency or annexing_body(text, outline.lines, home)
    agency = agency or _above_basis(outline, zone, home)
    if agency is None:
        return None
    agency = behind_common_header(text, outline.lines, zone, agency, number)
    return OwnIssuer(_in_province(text, agency, province), None)


def _speaks_of_a_province(text: SourceText, blocks: list[Block], text_from: int) -> bool:
    """Whether the clause that enacts a paper calls its issuer that of "tỉnh": no city's."""
    enacts = enacting_body(text, blocks, text_from, Home())
    return enacts is not None and enacts.name.endswith(" tỉnh")


def _without_furniture(text: SourceText, top: list[Line], number: OwnNumber | None) -> str:
    """The text up to the header's end, its motto, rules, marks and number blanked out.

    They are looked for over line ends: a narrow column breaks "CỘNG / HÒA XÃ HỘI …" anywhere.
    """
    if not top:
        return ""
    start, end = top[0].start, top[-1].end
    chars = list(text.value[:end])
    rows = load_patterns("header", "furniture")
    spans = [match.span() for row in rows for match in row.regex.finditer(text.low, start, end)]
    if number is not None:
        spans.append((number.start, number.end))
    for begin, until in spans:
        chars[begin:until] = " " * (until - begin)
    return "".join(chars)


def _capitals(line: Line, bare: str) -> Iterator[tuple[str, Line]]:
    """The parts of a line in capitals that are no motto, rule, number, date or subject."""
    for part in _COLUMN_GAP.split(bare):
        words = _before_fields(part)
        letters = [c for c in words if c.isalpha()]
        capitals = sum(c.isupper() for c in letters)
        if len(letters) >= 2 and letters[0].isupper() and capitals >= 0.8 * len(letters):
            yield words.strip(" *_./\\").lstrip("-"), line


def _before_fields(part: str) -> str:
    """The part up to a number, subject or date that stands on the same line."""
    low = part.lower()
    for row in load_patterns("header", "field"):
        if match := row.regex.search(low):
            part, low = part[: match.start()], low[: match.start()]
    return part


def _above_enacting(zone: HeaderZone) -> list[Line]:
    """The header's lines without those of the title, and of who enacts, where no type word parts
    them: of a paper that lost it they stand below the number.
    """
    if zone.doc_type is not None:
        return zone.top
    heads = [i for i, line in enumerate(zone.top) if find_of("header", "header_line")(line.low)]
    below = heads[-1] + 1 if heads else 0
    titles = [i for i in range(below, len(zone.top)) if opens_title(zone.top[i])]
    above = zone.top[: titles[0]] if titles else zone.top
    enacts = [i for i, line in enumerate(above) if find_of("header", "chairman")(line.low)]
    return above[: enacts[-1]] if enacts and enacts[-1] else above


def _last_of_header(zone: HeaderZone) -> int:
    """The index of the line with which a header ends that no type word closes: its number's, or
    that of its day. What stands below is a title or a stamp of who received the paper.
    """
    if zone.doc_type is not None:
        return len(zone.top)
    own = ("header_line", "place_and_date_alone")
    ends = [i for i, x in enumerate(zone.top) if any(find_of("header", n)(x.low) for n in own)]
    return ends[-1] if ends else len(zone.top)


def _unslipped(
    text: SourceText, blocks: list[Block], text_from: int, issuer: Agency, province: str | None
) -> Agency:
    """The body that enacts the paper, where the header's words are its name with a slip: "ỦY BAN
    NHÂN / NHÂN". A body that a table knows, or another one, stays as printed.
    """
    if issuer.kind != "body":
        return issuer
    enacts = enacting_body(text, blocks, text_from, Home(province))
    if enacts is None or fold(enacts.kind) in fold(issuer.name):
        return issuer
    printed = fold(issuer.name)[: len(fold(enacts.kind))]
    return enacts if fuzz.ratio(printed, fold(enacts.kind)) >= _SLIP else issuer


def _of_place(issuer: Agency, province: str | None) -> Agency:
    """The issuer with the province of the paper's place, where the header's name of it is none:
    letters that a portal lost or set apart ("TỈNH KI / Ê / N GIANG").
    """
    printed = issuer.province
    if province is None or printed is None or province_named(printed) is not None:
        return issuer
    return issuer._replace(name=issuer.name.replace(printed, province), province=province)


def _department_of(number: OwnNumber | None, above: Agency, province: str | None) -> Agency | None:
    """The department whose code the paper's symbol has, where of its header only the committee's
    first line is left: "ỦY BAN NHÂN DÂN" above "Số: 12/SYT-VP".
    """
    if number is None or above.level is not None or above.kind not in names_with("kind", "of_unit"):
        return None
    bodies = (without_code(code) for code in re.split(r"[-/]", number.symbol))
    name = next((body for body in bodies if find_of("header", "department")(body.lower())), None)
    return agency_at(SourceText.of(name), 0, Home(province)) if name else None


def _central_of(number: OwnNumber | None) -> Agency | None:
    """The central body whose code the symbol of a paper has that lost its header: "QĐ-TTg"."""
    codes = re.split(r"[-/]", number.symbol)[1:2] if number else []
    names = (issuer_of_code(code) for code in codes)
    name = next((name for name in names if name), None)
    return agency_at(SourceText.of(name), 0, Home()) if name else None


def _supreme(issuer: Agency, number: OwnNumber | None) -> Agency | None:
    """The supreme body whose code the symbol has, where a header left out what says so: "VIỆN KIỂM
    SÁT NHÂN DÂN" above "Số: 1/CT-VKSTC".
    """
    supreme = _central_of(number)
    if supreme is None or not supreme.name.endswith(_SUPREME):
        return None
    return supreme if issuer.name.startswith(supreme.name.removesuffix(_SUPREME)) else None


def _with_unit(
    text: SourceText,
    outline: Outline,
    zone: HeaderZone,
    text_from: int,
    issuer: Agency,
    province: str | None,
) -> Agency:
    """Give a committee that the header names without its unit the one that the paper tells.

    That is the unit behind the same name on a line of capitals below the type ("ỦY BAN NHÂN DÂN
    TỈNH X" above "Căn cứ"), else in the clause that enacts the paper; else the province whose name
    is the paper's place, which only its own bodies write there (Nghị định 30/2020/NĐ-CP, Phụ lục
    I). The issuer as it is where nothing tells.
    """
    if issuer.level is not None or issuer.kind not in names_with("kind", "of_unit"):
        return issuer
    home = Home(province)
    below = outline.lines[(zone.type_line or 0) :][:_LINES_TO_BASIS]
    named = (_bare_body(line, home) for line in below if line.text.isupper())
    told = next((one for one in named if one and one.kind == issuer.kind), None)
    told = told or enacting_body(text, outline.blocks, text_from, home)
    if told is not None and told.kind == issuer.kind and told.level is not None:
        return told._replace(name=issuer.name + told.name.partition(told.kind)[2])
    if province is None:
        return issuer
    name = f"{issuer.name} {unit_of(province)} {province}"
    return issuer._replace(name=name, level=Level.PROVINCE, province=province)


def _bare_body(line: Line, home: Home) -> Agency | None:
    """The body that a line of capitals names alone, its chairman or itself."""
    agency = agency_at(SourceText.of(line.text), 0, home)
    return agency if agency and not line.text[agency.end :].strip(" ,;:") else None


def _above_basis(outline: Outline, zone: HeaderZone, home: Home) -> Agency | None:
    """The body that a line of capitals names between the title and the first basis: all that a
    portal left of who enacts a paper whose header it cut away.
    """
    first = 0 if zone.type_line is None else zone.type_line + 1
    below = outline.lines[first:][:_LINES_TO_BASIS]
    below = [line for line in below if line.text.strip()]
    for line, behind in pairwise(below):
        if line.text.isupper() and find_of("structure", "basis")(behind.low):
            return _bare_body(line, home)
    return None


def _in_province(text: SourceText, issuer: Agency, province: str | None) -> Agency:
    """Place a local body whose header names no province: where the paper was signed, else in
    the only province of the text. The full name of a body below a province ends with it.
    """
    if issuer.level in (None, Level.CENTRAL):
        return issuer
    found = issuer.province or province or only_province(text)
    if found is None:
        return issuer
    below = issuer.level is not Level.PROVINCE or issuer.province is None
    within = f"{issuer.name}, {unit_of(found)} {found}"
    named = found in issuer.name or not below
    return issuer._replace(province=found, name=issuer.name if named else within)

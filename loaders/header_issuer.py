"""The issuer: what is left of the header's capital lines, else who enacts the paper in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from loaders.agencies import Agency, Home, agency_at, names_with
from loaders.agency_codes import without_code
from loaders.header_bodies import issuing_body
from loaders.header_number import OwnNumber
from loaders.header_zone import HeaderZone, opens_title
from loaders.patterns import find_of, load_patterns, pattern
from loaders.places import province_at, province_named, unit_of
from loaders.records import Level
from loaders.structure import Block, Line, Outline
from loaders.text import SourceText

_COLUMN_GAP = re.compile(r"\s{3,}|\t|\|")
_BLOCKS_OF_PREAMBLE = 25
_BLOCKS_OF_CLOSING = 30
_LINES_OF_TITLE = 4
_LINES_OF_ISSUER = 2
"""The type's line and the one below it may name who issues."""
_LONGEST_LINE = 600
"""A longer line is text, also where it stands among the header's."""
_LINES_OF_FOOT = 12
_CITED = 60
"""Characters from the number on among which words about the paper say who issued it."""
_LINES_OF_PREAMBLE = 60
"""Lines below the type word among which the clause stands that enacts the paper."""
_SUBJECT_OF_CLAUSE = 90
"""Characters before "ban hành kế hoạch" among which its subject is looked for."""
_GAP_TO_VERB = 24
_LINES_TO_BASIS = 25
"""Lines below the type word among which the enacting body is looked for."""
_WORD_START = re.compile(r"(?:(?<=[\s,;.])|^)\S")


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
    bare = _without_furniture(text, zone.top, number)
    lines = [line for line in _above_enacting(zone) if len(line.text) <= _LONGEST_LINE]
    kept = [part for line in lines for part in _capitals(line, bare[line.start : line.end])]
    if kept:
        agency = issuing_body(text, [words for words, _ in kept], province)
        if agency is not None:
            below = _department_of(number, agency, province)
            agency = _of_place(agency, province)
            agency = below or _with_unit(text, outline, zone, text_from, agency, province)
            agency = _behind_common_header(text, outline.lines, zone, agency, number)
            span = (kept[0][1].start, kept[-1][1].end)
            return OwnIssuer(_in_province(text, agency, province), span)
    agency = _enacting(text, outline.blocks, text_from, Home(province or _only_province(text)))
    if agency is None:
        return None
    agency = _behind_common_header(text, outline.lines, zone, agency, number)
    return OwnIssuer(_in_province(text, agency, province), None)


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
            yield words.strip(" *_.").lstrip("-"), line


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
    told = told or _enacting(text, outline.blocks, text_from, home)
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


def _enacting(text: SourceText, blocks: list[Block], text_from: int, home: Home) -> Agency | None:
    """The body whose words the text gives as those that enact or close the paper."""
    enacting = pattern("header", "enacting_clause").regex
    for block in blocks[text_from : text_from + _BLOCKS_OF_PREAMBLE]:
        basis = find_of("structure", "basis")(text.low, block.body)
        for match in enacting.finditer(text.low, block.start, block.end):
            window = max(block.start, match.start() - _SUBJECT_OF_CLAUSE)
            find = _subject_behind_basis if basis else _subject
            if (subject := find(text, window, match.start(), home)) is not None:
                return subject
    for block in blocks[-_BLOCKS_OF_CLOSING:]:
        of = find_of("header", "closing_of")(text.low, block.start, block.end)
        if of and (agency := agency_at(text, of.end(), home)):
            return agency
    return None


def _subject(text: SourceText, start: int, verb: int, home: Home) -> Agency | None:
    """The first agency between `start` and a verb that stands right behind it."""
    for word in _WORD_START.finditer(text.low[start:verb]):
        agency = agency_at(text, start + word.start(), home)
        if agency and verb - agency.end <= _GAP_TO_VERB:
            return agency
    return None


def _subject_behind_basis(text: SourceText, start: int, verb: int, home: Home) -> Agency | None:
    """The agency that opens a clause behind a basis: "Căn cứ …; Ủy ban nhân dân huyện ban hành"."""
    semicolon = text.low.rfind(";", start, verb)
    begin = verb - len(text.low[semicolon + 1 : verb].lstrip())
    agency = agency_at(text, begin, home) if semicolon >= 0 else None
    return agency if agency and 0 <= verb - agency.end <= _GAP_TO_VERB else None


def _in_province(text: SourceText, issuer: Agency, province: str | None) -> Agency:
    """Place a local body whose header names no province: where the paper was signed, else in
    the only province of the text. The full name of a body below a province ends with it.
    """
    if issuer.level in (None, Level.CENTRAL):
        return issuer
    found = issuer.province or province or _only_province(text)
    if found is None:
        return issuer
    below = issuer.level is not Level.PROVINCE or issuer.province is None
    within = f"{issuer.name}, {unit_of(found)} {found}"
    named = found in issuer.name or not below
    return issuer._replace(province=found, name=issuer.name if named else within)


def _only_province(text: SourceText) -> str | None:
    """The province that the text names with "tỉnh", where it names only one."""
    unit = pattern("header", "province_unit").regex
    named = (province_at(text.low, match.end()) for match in unit.finditer(text.low))
    found = {place[0] for place in named if place is not None}
    return found.pop() if len(found) == 1 else None


def _behind_common_header(
    text: SourceText,
    lines: list[Line],
    zone: HeaderZone,
    issuer: Agency,
    number: OwnNumber | None,
) -> Agency:
    """The Central Committee's header also heads papers of the Politburo and the Secretariat, which
    the title, the clause that enacts it, the signature or a portal's words about it tell; that of a
    local committee those which its standing committee says are its own.
    """
    if zone.type_line is not None and issuer.kind.endswith("ủy"):
        below = [x for x in lines[zone.type_line :][:_LINES_OF_ISSUER] if x.text.isupper()]
        told = (find_of("header", "standing_committee")(text.low, x.start, x.end) for x in below)
        body = next((match["body"] for match in told if match), None)
        known = body is None or issuer.name.lower().startswith(body)
        return issuer if known else issuer._replace(name=f"Ban Thường vụ {issuer.name}")
    if issuer.kind not in names_with("central", "plenary"):
        return issuer
    title = zone.type_line or 0
    said = find_of("header", "true_issuer")
    begun = find_of("header", "text_begun")
    above = takewhile(lambda x: not begun(x.low), lines[title : title + _LINES_OF_TITLE])
    places = [said(text.low, x.start, x.end) for x in above]
    enacts = find_of("header", "true_issuer_acts")
    places += [enacts(text.low, x.start, x.end) for x in lines[title:][:_LINES_OF_PREAMBLE]]
    foot = (said(text.low, x.start, x.end) for x in lines[-_LINES_OF_FOOT:] if x.text.isupper())
    for match in [*places, *foot, _cited_issuer(text, number)]:
        if match and (agency := agency_at(text, match.start("issuer"), Home())):
            return agency
    return issuer


def _cited_issuer(text: SourceText, number: OwnNumber | None) -> re.Match[str] | None:
    """Who issued it as words above its header say: "Quy định số 5-QĐ/TW … của Ban Bí thư"."""
    if number is None:
        return None
    printed = text.low[number.start : number.end]
    at = text.low.find(printed, 0, number.start)
    return find_of("header", "true_issuer")(text.low, at, at + _CITED) if at >= 0 else None

"""Header: what a paper says of itself at its head and its foot.

Nghị định 30/2020/NĐ-CP (Phụ lục I) and Hướng dẫn 36-HD/VPTW say where each field stands; text
from PDFs and web pages interleaves the two columns, so every field is found by its form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from loaders.folding import fold
from loaders.grammar.patterns import find_of
from loaders.header.date import find_date_and_place
from loaders.header.issuer import OwnIssuer, find_issuer
from loaders.header.number import OwnNumber, find_own_number
from loaders.header.period import period_of
from loaders.header.portal import portal_title
from loaders.header.running import running_header
from loaders.header.shared import only_province, only_superior
from loaders.header.signature import Signature, find_signature, name_above, portal_signature
from loaders.header.title import OwnTitle, find_title
from loaders.header.zone import HeaderZone, Printed, find_zone
from loaders.layout.foot import foot_of
from loaders.layout.structure import Outline
from loaders.names.agencies import Agency
from loaders.names.agency_tables import names_with
from loaders.names.doc_types import OFFICIAL_LETTER, canonical_type, type_of_symbol
from loaders.names.numbers import DocumentNumber
from loaders.names.places import province_of_place
from loaders.records import Header, Level, Span
from loaders.text.source_text import SourceText

_LINES_TO_ARTICLES = 60
_SHORTEST_PLACE = 5
_NO_DISTRICTS = "2025-07"
"""From then on there are no districts (Nghị quyết 203/2025/QH15)."""


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """The header with the blocks that are its title: [title_from, title_to), and where the paper's
    own date stands and its number ends, None where it prints none.
    """

    header: Header
    title_from: int
    title_to: int
    dated: int | None
    numbered: int | None


@dataclass(frozen=True, slots=True)
class _Fields:
    """What was found, each None where it is not printed."""

    zone: HeaderZone
    number: OwnNumber | None
    title: OwnTitle
    date: Printed | None
    place: Printed | None
    issuer: OwnIssuer | None
    signature: Signature | None
    enacted: str | None


def find_header(
    text: SourceText, outline: Outline, numbers: list[DocumentNumber], *, garbled: bool = False
) -> HeaderBlock:
    """Return what the paper says of itself; a field that is not printed stays None.

    `numbers` are the document numbers of the whole text, in order; `garbled` as its quality says.
    """
    zone = find_zone(text, outline.lines)
    number = find_own_number(text, zone.top, numbers)
    foot = foot_of(outline)
    title = find_title(text, outline, zone)
    if title.words is None and number is not None:
        title = portal_title(text, [*zone.top, *foot], number, title)
    date, place = find_date_and_place(text, zone.top, foot, number)
    province = province_of_place(place.words if place else None, date.words if date else None)
    issuer = find_issuer(text, outline, zone, number, title.last, province)
    if issuer and place and (other := _told_elsewhere(text, issuer.agency, place.words)):
        issuer = find_issuer(text, outline, zone, number, title.last, other)
    signature = find_signature(text, foot, garbled=garbled)
    if signature is None or signature.name is None:
        signature = name_above(text, foot, signature, garbled=garbled)
    if signature is None or signature.name is None:
        told = portal_signature(text, zone.top) or portal_signature(text, foot)
        signature = told or signature
    if number is None and (running := running_header(text, title, numbers)) is not None:
        number, title, date = running.number, running.title, running.date
        issuer = issuer or running.issuer
    if garbled and place and issuer:
        place = _as_issuer(place, issuer.agency)
    if issuer and (date is None or date.words < _NO_DISTRICTS):
        issuer = replace(issuer, agency=_in_district(text, issuer.agency))
    enacted = None if zone.doc_type else _enacted_type(outline)
    fields = _Fields(zone, number, title, date, place, issuer, signature, enacted)
    dated = date.start if date else None
    numbered = number.end if number else None
    return HeaderBlock(_header(text, fields), title.first, title.last, dated, numbered)


def _as_issuer(place: Printed, issuer: Agency) -> Printed:
    """The place with the letters of the issuer's own, where an OCR changed one of them."""
    printed = fold(place.words)
    for name in (issuer.district, issuer.province):
        if name is not None and len(printed) >= _SHORTEST_PLACE:
            most = 1 if printed[0] == fold(name)[0] else 0
            if Levenshtein.distance(printed, fold(name), score_cutoff=most) <= most:
                return place._replace(words=name)
    return place


def _in_district(text: SourceText, issuer: Agency) -> Agency:
    """A commune's body with the district whose acts the paper cites: "của UBND huyện Ba Tri"."""
    if issuer.level is not Level.COMMUNE or issuer.district is not None:
        return issuer
    superior = only_superior(text)
    if superior is None or (issuer.province and superior.province not in (None, issuer.province)):
        return issuer
    name = issuer.name
    if superior.kind in names_with("kind", "of_unit"):
        name = f"{name.partition(', ')[0]}, {superior.name.removeprefix(superior.kind).strip()}"
    return issuer._replace(name=name, district=superior.district)


def _told_elsewhere(text: SourceText, issuer: Agency, place: str) -> str | None:
    """The only province that the text names, where a commune's own name is the place and that of a
    capital town elsewhere: it tells nothing of the province then.
    """
    if issuer.level is not Level.COMMUNE or f" {place}" not in issuer.name:
        return None
    return only_province(text)


def _header(text: SourceText, fields: _Fields) -> Header:
    number, title, date = fields.number, fields.title, fields.date
    agency = fields.issuer.agency if fields.issuer else None
    return Header(
        type=_type(fields),
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        title=title.words,
        issuer=agency.name if agency else None,
        issue_date=date.words if date else None,
        place=fields.place.words if fields.place else None,
        level=agency.level if agency else None,
        province=agency.province if agency else None,
        district=agency.district if agency else None,
        signer=fields.signature.name if fields.signature else None,
        signer_role=fields.signature.role if fields.signature else None,
        period=period_of(title.words),
        spans=_spans(text, fields),
    )


def _type(fields: _Fields) -> str | None:
    """The printed type; without one the type that the symbol tells, else the words above its
    articles. An official letter has neither (Nghị định 30/2020/NĐ-CP, Phụ lục I), but a number,
    and a subject or addressees.
    """
    if fields.zone.doc_type is not None:
        return fields.zone.doc_type.words
    if fields.number is not None and (told := type_of_symbol(fields.number.symbol)):
        return told
    if fields.enacted is not None:
        return fields.enacted
    letter = fields.title.words or fields.zone.addressed
    return OFFICIAL_LETTER if fields.number is not None and letter else None


def _enacted_type(outline: Outline) -> str | None:
    """The type that the words between bases and articles tell: "QUYẾT ĐỊNH:" alone on its line."""
    for line in outline.lines[:_LINES_TO_ARTICLES]:
        told = find_of("header", "enacting_words")(line.low)
        if told is not None:
            return canonical_type(told["type"] or "nghị quyết")
    return None


def _spans(text: SourceText, fields: _Fields) -> dict[str, Span]:
    printed = {
        "type": fields.zone.doc_type,
        "number": fields.number,
        "issue_date": fields.date,
        "place": fields.place,
    }
    places = {name: (field.start, field.end) for name, field in printed.items() if field}
    elsewhere = {"title": fields.title, "issuer": fields.issuer, "signer": fields.signature}
    for name, found in elsewhere.items():
        if found is not None and found.span is not None:
            places[name] = found.span
    return {name: text.span(*place) for name, place in places.items()}

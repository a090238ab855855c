"""Claims: what a loaded text says of itself, and of each document that it names."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.identity.homes import in_province, of_home, of_own_body
from graph.identity.issuers import Place, is_central_type, is_law, place_of_symbol
from graph.identity.keys import block_of_number, block_of_one
from graph.identity.law_numbers import with_title
from graph.identity.near_home import home_of_paper
from graph.identity.title_places import without_issuer
from graph.identity.unnumbered import (
    Placed,
    block_without_number,
    commune_of,
    is_known_again,
    names_one,
    placed_by_title,
)
from graph.identity.yearly_numbers import whole_number
from graph.model import Claim
from graph.provinces import province_before
from loaders.folding import fold
from loaders.records import DocumentRecord, Header, Level, LooseMentions, Reference

_TERM = re.compile(r"\bkhoa ([ivx]+)\b")
_LAW_YEAR = re.compile(r"\bnam ((?:19|20)\d\d)\b")
_NUMBER_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_UNNAMED = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu) (.+)$", re.IGNORECASE)
_OF_CITY = re.compile(r"\bthanh (?:pho|uy)\b")


def claim_of_header(record: DocumentRecord) -> Claim:
    """Return what the file says of its own document.

    Without a number the block comes from type, place and date, or from symbol or type and title;
    where these say too little to know it again, the content itself is part of the block, so that
    two scans without a header are never one document for their titles.
    """
    header = in_province(record.document)
    number = whole_number(header.number, header.issue_date)
    numbered = block_of_number(number) if number else None
    place = _placed(numbered or "", header, own=True)
    if header.title and is_law(header.type):
        numbered = None
    kind = header.symbol or header.type
    of_commune, commune = commune_of(header.title, header)
    known = commune is not None or not of_commune
    if numbered:
        block = numbered
    elif header.title and known and is_known_again(header, place):
        block = block_without_number(header, kind, header.title, place, commune)
    else:
        block = block_of_one(kind, header.title, record.sha256)
    return Claim(
        block=block,
        own=True,
        type=header.type,
        number=number,
        symbol=header.symbol,
        title=header.title,
        issuer=header.issuer,
        issue_date=header.issue_date,
        other_dates=(),
        level=place[0],
        province=place[1],
        district=place[2],
        term=term_in(header.issuer),
        not_after=None,
    )


def claim_of_reference(reference: Reference, header: Header, paper: Claim | None = None) -> Claim:
    """Return what the paper with `header` says of the document that `reference` names.

    `paper` is what that paper says of itself, None for a typed citation. A reference that names
    nothing by itself ("Kế hoạch thực hiện Nghị quyết X" of nobody knows whom) is of its own paper
    alone.

    What the paper leaves open is filled only where it cannot be otherwise: a symbol of a central
    body makes the level central (and an issuer of another level a misreading); a local symbol
    without any place is one of the paper's own province, a district's one of its own district, one
    of the paper's own symbol its own body's, and a work whose title says "của tỉnh" is the
    province's. `not_after` is the paper's date where the reference has none. A law goes by its
    title, with or without its number. The title of loose mentions is theirs alone
    (`claim_of_loose`), and so may their issuer be.
    """
    if reference.loose is not None and (reference.issue_date or reference.term):
        reference = _without_loose(reference, reference.loose)
    reference = with_title(reference)
    home = in_province(header)
    if home is not header:
        reference, header = of_home(reference, home), home
    number = whole_number(reference.number, reference.issue_date)
    numbered = block_of_number(number) if number else None
    if numbered:
        reference = of_own_body(reference, header, numbered, paper.block if paper else None)
    place = _placed(numbered or "", reference, own=False)
    if reference.title and is_law(reference.type):
        numbered = None
    if not numbered:
        place = placed_by_title(place, reference, header)
    block = numbered or _block_by_title(reference, header, place, paper)
    level, province, district = place
    date = reference.issue_date or _year_of_law(reference)
    issuer = reference.issuer
    if level is Level.CENTRAL and reference.level not in (Level.CENTRAL, None):
        issuer = None
    if level is Level.COMMUNE and issuer is not None:
        issuer = _with_own_name(issuer, header)
    if level is None and province is None and numbered:
        local = place_of_symbol(block) is Place.LOCAL
        province = header.province if local or date is None else None
    unplaced = level is None and issuer is None and district is None
    return Claim(
        block=block,
        own=False,
        type=reference.type,
        number=number,
        symbol=None,
        title=reference.title,
        issuer=issuer,
        issue_date=date,
        other_dates=reference.other_dates,
        level=level,
        province=province,
        district=district,
        term=reference.term,
        not_after=header.issue_date if date is None else None,
        home=home_of_paper(header) if unplaced and (numbered or province is None) else None,
    )


def _block_by_title(
    reference: Reference, header: Header, place: Placed, paper: Claim | None
) -> str:
    """Return the block of a reference without a number; one that names none is its paper's own."""
    title = reference.title or reference.key
    of_commune, commune = commune_of(reference.title, header)
    known = commune is not None or not of_commune
    if place[0] not in (Level.CENTRAL, None):
        title = without_issuer(title)
    if paper is not None and not (known and names_one(reference, place)):
        within = (paper.block, paper.issue_date, paper.province, paper.district, title)
        return block_of_one(reference.type, reference.title, repr(within))
    return block_without_number(reference, reference.type, title, place, commune)


def _without_loose(reference: Reference, loose: LooseMentions) -> Reference:
    """Return what the dated mentions alone say of a reference."""
    title = reference.title if loose.title is None else None
    if not loose.issuer_alone:
        return replace(reference, title=title)
    return replace(reference, title=title, issuer=None, level=None, province=None, district=None)


def claim_of_loose(reference: Reference, header: Header, paper: Claim) -> Claim | None:
    """Return what the loose mentions of a reference say, None where it has none.

    They have no date of their own; that of the other mentions is in `other_dates`, and counts
    where what they say does not tell another document (`graph.identity.sorting`).
    """
    loose = reference.loose
    if loose is None:
        return None
    issuer = f"{loose.issuer} (khóa {loose.term})" if loose.issuer and loose.term else loose.issuer
    said = replace(
        reference,
        number=whole_number(reference.number, reference.issue_date),
        issue_date=None,
        other_dates=tuple(filter(None, (reference.issue_date, *reference.other_dates))),
        title=loose.title,
        issuer=issuer,
        term=loose.term,
        loose=None,
    )
    return claim_of_reference(said, header, paper)


def _with_own_name(issuer: str, header: Header) -> str:
    """Return "UBND xã" with the name of the paper's own commune, where it is one's paper."""
    if header.level is not Level.COMMUNE or not _UNNAMED.search(issuer):
        return issuer
    named = _NAMED.search((header.issuer or "").split(",")[0])
    return f"{issuer} {named[1]}" if named else issuer


def _year_of_law(reference: Reference) -> str | None:
    """Return the year that names a law: "Luật An toàn thực phẩm năm 2010", "… số 55/2010/QH12"."""
    if not is_law(reference.type):
        return None
    if reference.number is not None:
        numbered = _NUMBER_YEAR.search(reference.number)
        return numbered[1] if numbered else None
    years = _LAW_YEAR.findall(fold(reference.title or ""))
    return years[0] if len(years) == 1 else None


def term_in(issuer: str | None) -> str | None:
    """Return the term that an issuer's name carries: "… (khóa XII)" gives "XII"."""
    found = _TERM.search(fold(issuer)) if issuer else None
    return found[1].upper() if found else None


def _placed(block: str, said: Header | Reference, *, own: bool) -> Placed:
    """Return level, province and district, the symbol's word above a misread issuer's.

    A city that was not yet a province on the document's day was one of the province before it.
    """
    symbol = place_of_symbol(block)
    central = (
        symbol is Place.CENTRAL
        or (symbol is Place.MINISTRY and (not own or said.level is None))
        or (said.level is None and is_central_type(said.type))
    )
    if central or said.level is Level.CENTRAL:
        return Level.CENTRAL, None, None
    before = province_before(said.province, said.issue_date) if said.province else None
    if (
        before is not None
        and said.level is Level.PROVINCE
        and _OF_CITY.search(fold(said.issuer or ""))
    ):
        return Level.DISTRICT, before, said.province
    return said.level, said.province, said.district

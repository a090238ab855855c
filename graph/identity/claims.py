"""Claims: what a loaded text says of itself, and of each document that it names."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.identity.homes import in_province, of_home, of_own_body
from graph.identity.issuers import Place, is_central_type, is_law, place_of_symbol
from graph.identity.keys import (
    block_of_act,
    block_of_number,
    block_of_one,
    block_of_title,
    is_plain_title,
)
from graph.identity.law_numbers import with_title
from graph.identity.title_places import place_in_title, without_issuer
from graph.identity.yearly_numbers import whole_number
from graph.model import Claim
from graph.provinces import province_before, province_on
from loaders.folding import fold
from loaders.records import DocumentRecord, Header, Level, LooseMentions, Reference

_TERM = re.compile(r"\bkhoa ([ivx]+)\b")
_LAW_YEAR = re.compile(r"\bnam ((?:19|20)\d\d)\b")
_NUMBER_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_COMMUNE = re.compile(
    r"\b(?:xa|phuong|thi tran|dac khu) (.+?)(?: (?:huyen|quan|thi xa|thanh pho|tinh) .*)?$"
)
_UNNAMED = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu) (.+)$", re.IGNORECASE)
_OF_CITY = re.compile(r"\bthanh (?:pho|uy)\b")
_MONTH = len("2018-08")
_DAY = len("2018-08-21")

_Place = tuple[Level | None, str | None, str | None]


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
    of_commune, commune = _commune_of(header.title, header)
    known = commune is not None or not of_commune
    if numbered:
        block = numbered
    elif header.title and known and _is_known_again(header, place):
        block = _block_without_number(header, kind, header.title, place, commune)
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
        place = _placed_by_title(place, reference, header)
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
    )


def _block_by_title(
    reference: Reference, header: Header, place: _Place, paper: Claim | None
) -> str:
    """Return the block of a reference without a number; one that names none is its paper's own."""
    title = reference.title or reference.key
    of_commune, commune = _commune_of(reference.title, header)
    known = commune is not None or not of_commune
    if place[0] not in (Level.CENTRAL, None):
        title = without_issuer(title)
    if paper is not None and not (known and _names_one(reference, place)):
        within = (paper.block, paper.issue_date, paper.province, paper.district, title)
        return block_of_one(reference.type, reference.title, repr(within))
    return _block_without_number(reference, reference.type, title, place, commune)


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


def _placed_by_title(place: _Place, reference: Reference, header: Header) -> _Place:
    """Return the place of a work without a number, with what its title tells where none is known.

    The paper's own place counts for what the title names by its kind alone.
    """
    level, province, district = place
    if level is not None or province is not None or not reference.title:
        return place
    told = place_in_title(reference.title)
    province = told.province or (header.province if told.is_local else None)
    if told.district or told.own in (Level.DISTRICT, Level.COMMUNE):
        district = told.district or header.district
    elif told.is_city and not told.province and header.district and not _is_city(header):
        district = header.district
    return None, province, district


def _is_city(header: Header) -> bool:
    """Whether the paper's province is a city, which "thành phố" means then."""
    unit = province_on(header.province, header.issue_date) if header.province else None
    return unit is not None and unit.is_city


def _is_known_again(header: Header, place: _Place) -> bool:
    """Whether a header without a number tells two at least of issuer, province and day."""
    level, province, _ = place
    told = (header.issuer, province, len(header.issue_date or "") == _DAY)
    return level is Level.CENTRAL or sum(map(bool, told)) > 1


def _commune_of(title: str | None, header: Header) -> tuple[bool, str | None]:
    """Return whether a work is a commune's, and the folded name of the commune, if it is known.

    It is the one that its title names, or the paper's own.
    """
    told = place_in_title(title) if title else None
    if told is None or told.own is not Level.COMMUNE:
        return False, None
    own = _COMMUNE.search(fold(header.issuer or "")) if header.level is Level.COMMUNE else None
    return True, fold(told.commune) if told.commune else own[1] if own else None


def _with_own_name(issuer: str, header: Header) -> str:
    """Return "UBND xã" with the name of the paper's own commune, where it is one's paper."""
    if header.level is not Level.COMMUNE or not _UNNAMED.search(issuer):
        return issuer
    named = _NAMED.search((header.issuer or "").split(",")[0])
    return f"{issuer} {named[1]}" if named else issuer


def _names_one(reference: Reference, place: _Place) -> bool:
    """Whether a reference without a number can be known again in another paper.

    By a proper name; by its issuer or place, where the title says only what it carries out; with
    no title at all by issuer and day. A work "của tỉnh" of nobody knows which province is none.
    """
    level, province, _ = place
    issued = bool(reference.issuer or province or level is Level.CENTRAL)
    nowhere = province is None and level is not Level.CENTRAL
    if reference.title and nowhere and place_in_title(reference.title).is_local:
        return False
    if reference.title is None:
        return issued and len(reference.issue_date or "") == _DAY
    return issued or not is_plain_title(reference.type, reference.title)


def _year_of_law(reference: Reference) -> str | None:
    """Return the year that names a law: "Luật An toàn thực phẩm năm 2010", "… số 55/2010/QH12"."""
    if not is_law(reference.type):
        return None
    if reference.number is not None:
        numbered = _NUMBER_YEAR.search(reference.number)
        return numbered[1] if numbered else None
    years = _LAW_YEAR.findall(fold(reference.title or ""))
    return years[0] if len(years) == 1 else None


def _block_without_number(
    said: Header | Reference,
    kind: str | None,
    title: str,
    place: _Place,
    commune: str | None = None,
) -> str:
    """Return the block of an act with a blank number, or of a work that is known by its title."""
    level, province, _ = place
    local = level is not Level.CENTRAL and (level is not None or province is not None)
    if local and said.type and len(said.issue_date or "") >= _MONTH:
        return block_of_act(said.type, province, said.issue_date or "")
    if commune is None or block_of_title(kind, title, commune) != block_of_title(kind, title):
        return block_of_title(kind, title, commune)
    return block_of_one(kind, title, repr((province, commune)))


def term_in(issuer: str | None) -> str | None:
    """Return the term that an issuer's name carries: "… (khóa XII)" gives "XII"."""
    found = _TERM.search(fold(issuer)) if issuer else None
    return found[1].upper() if found else None


def _placed(block: str, said: Header | Reference, *, own: bool) -> _Place:
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

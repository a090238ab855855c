"""Works without a number: the place that their titles tell, and the block that they belong to."""

from __future__ import annotations

import re

from graph.identity.keys import block_of_act, block_of_one, block_of_title, is_plain_title
from graph.identity.title_places import place_in_title
from graph.provinces import province_on
from loaders.folding import fold
from loaders.records import Header, Level, Reference

_COMMUNE = re.compile(
    r"\b(?:xa|phuong|thi tran|dac khu) (.+?)(?: (?:huyen|quan|thi xa|thanh pho|tinh) .*)?$"
)
_MONTH = len("2018-08")
_DAY = len("2018-08-21")

Placed = tuple[Level | None, str | None, str | None]
"""Level, province and district."""


def placed_by_title(place: Placed, reference: Reference, header: Header) -> Placed:
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


def is_known_again(header: Header, place: Placed) -> bool:
    """Whether a header without a number tells two at least of issuer, province and day."""
    level, province, _ = place
    told = (header.issuer, province, len(header.issue_date or "") == _DAY)
    return level is Level.CENTRAL or sum(map(bool, told)) > 1


def commune_of(title: str | None, header: Header) -> tuple[bool, str | None]:
    """Return whether a work is a commune's, and the folded name of the commune, if it is known.

    It is the one that its title names, or the paper's own.
    """
    told = place_in_title(title) if title else None
    if told is None or told.own is not Level.COMMUNE:
        return False, None
    own = _COMMUNE.search(fold(header.issuer or "")) if header.level is Level.COMMUNE else None
    return True, fold(told.commune) if told.commune else own[1] if own else None


def names_one(reference: Reference, place: Placed) -> bool:
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


def block_without_number(
    said: Header | Reference,
    kind: str | None,
    title: str,
    place: Placed,
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

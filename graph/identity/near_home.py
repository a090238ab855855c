"""Near home: what a paper names without its place lies where the paper lies.

"Kế hoạch số 41/KH-UBND ngày 22/01/2022" in a paper of huyện Chợ Lách is that district's plan or its
province's, never another district's; "Đề án phát triển chè" in one of Hà Giang is not the scheme
that others name as Sơn La's.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity.places import Place, goes_by_number
from graph.model import Claim
from loaders.districts import last_name
from loaders.folding import fold
from loaders.records import Header, Level


def home_of_paper(header: Header) -> str | None:
    """Return where a paper is: folded province, district and, of a commune's paper, a third part.

    None for papers of the centre, and of no known province.
    """
    if header.province is None or header.level is Level.CENTRAL:
        return None
    parts = [fold(header.province)]
    if header.district is not None and header.level is not Level.PROVINCE:
        parts.append(fold(last_name(header.district, header.province)))
    elif header.level is Level.COMMUNE:
        parts.append("")
    if header.level is Level.COMMUNE:
        parts.append("commune")
    return "/".join(parts)


def may_lie_near(claim: Claim, place: Place) -> bool:
    """Whether a document of this place may be what a paper names without a place.

    Not where it is of another district than the paper, or another province.
    """
    if claim.home is None or not place.province:
        return True
    province, district, _ = _parts(claim.home)
    if place.province != province:
        return False
    return not (district and place.district) or place.district == district


def nearest(claim: Claim, places: Sequence[Place]) -> int | None:
    """Return which of the places that may be meant is the paper's own, None where none is alone.

    A number is one of the paper's own district, else of its province's bodies; a commune's paper
    may mean its own as well. A work without a number is one of its province, if none is national.
    """
    if claim.home is None:
        return None
    province, district, commune = _parts(claim.home)
    if not goes_by_number(claim):
        if any(place.level is Level.CENTRAL for place in places):
            return None
        return _only([place.province == province for place in places])
    if commune:
        return None
    own = [place.level is Level.DISTRICT and place.district == district for place in places]
    if district and any(own):
        return _only(own)
    return _only([place.level is Level.PROVINCE for place in places])


def _only(fitting: Sequence[bool]) -> int | None:
    return fitting.index(True) if fitting.count(True) == 1 else None


def _parts(home: str) -> tuple[str, str, str]:
    province, district, commune = (*home.split("/"), "", "")[:3]
    return province, district, commune

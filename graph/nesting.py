"""What an agency is part of, by the names under which a store lists its duties.

Its name tells ("Văn phòng Sở Y tế") or, for an office that bears no place, the paper that names it:
"Phòng Nghiệp vụ Y" in a paper of Sở Y tế.
"""

from __future__ import annotations

import re

from loaders.folding import fold

INSIDE = "< "
"""Stands before the names of the body that an agency is part of; no folded name holds the sign."""

# A place's kind ends a name, or has the place's name behind it: not the "xã" of "xã hội".
_PLACED = re.compile(
    r"(?<![Hh]ợp tác) (?P<unit>[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã"
    r"|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)(?=$|,| [A-ZĐÀ-ỸẠ-Ỵ0-9])"
)
_MANY = re.compile(r"^(?:[Cc]ác|[Nn]hững)\b| các |\b(?:huyện|xã|thị xã|quận|phường), ")
_OFFICE = re.compile(
    r"^(?:Phòng|Văn phòng|Thanh tra|Khoa|Vụ|Cục|Chi cục|Trung tâm|Tổ|Đội|Ban Quản lý)\b"
)
_HOUSE = re.compile(r"^(?:Sở|Bộ|Cục|Chi cục|Trung tâm|Bệnh viện|Viện|Trường)\b")
_OF_BODY = re.compile(
    r"[ ,](?P<body>(?:Sở|Bộ|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân"
    r"|Tỉnh ủy|Thành ủy|Huyện ủy)\b.*)$"
)
_OF_TWO = re.compile(r" và (?:Ủy ban|Uỷ ban|Hội đồng|Đoàn)\b")


def kinds_of(name: str) -> list[str]:
    """Return the folded names of what a body with a place is one of, the narrower first.

    None for a name without a place or for many bodies.
    """
    placed = None if _MANY.search(name) else _PLACED.search(name)
    if placed is None:
        return []
    return [fold(name[: placed.end("unit")]), fold(name[: placed.start()])]


def inside(agency: str, agency_full: str | None, issuer: str | None) -> tuple[str, ...]:
    """Return the names of the body that an agency is part of, each with `INSIDE` before it.

    `issuer` is who issued the paper that names it. None for a body of its own, for an office that
    serves two bodies, and for one with a place of its own in a paper of another body.
    """
    if not _OFFICE.match(agency) or _MANY.search(agency):
        return ()
    bodies = [
        found["body"]
        for name in (agency, agency_full or agency)
        if (found := _OF_BODY.search(name)) and not _OF_TWO.search(name)
    ]
    if not bodies and issuer and _HOUSE.match(issuer) and not kinds_of(agency):
        bodies = [issuer]
    own = {fold(agency), fold(agency_full or agency)}
    names = dict.fromkeys(name for body in bodies for name in (fold(body), *kinds_of(body)))
    return tuple(INSIDE + name for name in names if name not in own)

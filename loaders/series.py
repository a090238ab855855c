"""Series: which body gives a number out, where the number's symbol and place do not tell it.

Boards of one place number each for itself; a district and the town of its name that stood beside
it are two bodies; a province that others joined on 1 July 2025 is another body than the one whose
name it bears.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from loaders.districts import is_one_unit
from loaders.folding import fold, slug
from loaders.tables import load_csv

_SHARED = frozenset(slug(code) for code in ("BCĐ", "BQL", "ĐU", "VP"))
"""Codes that several bodies of one place write, each with numbers of its own: Ban Chỉ đạo phòng,
chống dịch and Ban Chỉ đạo cải cách hành chính of one province both issue a 01/KH-BCĐ."""
_KIND_BEFORE = re.compile(r"\b(huyen|quan|thi xa|thanh pho|tp|thi|thanh)(?: uy)? $")
_COMMITTEE = "ban chap hanh dang bo"
_OFFICES = frozenset({"du"})
"""Codes of the Party committees of offices and communes, each of which has one exact name."""
_UNITS = frozenset({"tinh", "huyen", "quan", "thi", "xa", "phuong"})
_KINDS = {"thi": "thi xa", "thanh": "thanh pho", "tp": "thanh pho"}


def shares_symbol(codes: Iterable[str]) -> bool:
    """Whether several bodies of one place write one of these codes of a symbol."""
    return not _SHARED.isdisjoint(slug(code) for code in codes)


def is_of_party_office(codes: Iterable[str]) -> bool:
    """Whether a symbol is one of the Party committees of offices: 3-CTr/ĐU."""
    return not _OFFICES.isdisjoint(slug(code) for code in codes)


@lru_cache(maxsize=16384)
def kind_of_district(body: str | None, district: str | None) -> str | None:
    """Return the folded unit word that a body's name has before its district's name.

    "UBND thị xã Kỳ Anh" and "Thị ủy Kỳ Anh" give "thi xa"; None where there is none.
    """
    if not body or not district:
        return None
    name, place = f"{fold(body)} ", f"{fold(district)} "
    found = _KIND_BEFORE.search(name[: max(0, name.find(f" {place}") + 1)])
    return _KINDS.get(found[1], found[1]) if found else None


def parting_kind(body: str | None, district: str | None, province: str | None) -> str | None:
    """Return the kind of a district's body where it tells it from another one of its name."""
    kind = kind_of_district(body, district)
    return None if kind is None or is_one_unit(district or "", province) else kind


def in_one_kind(name: str, district: str | None, province: str | None) -> str:
    """Return a body's folded name with "huyen" before its district, whatever kind it was called.

    Unless that kind tells it from another unit (`parting_kind`).
    """
    kind = kind_of_district(name, district)
    if kind is None or not is_one_unit(district or "", province):
        return name
    place = fold(district or "")
    return _kind_before(place).sub(f"huyen {place}", name, count=1)


@lru_cache(maxsize=4096)
def _kind_before(place: str) -> re.Pattern[str]:
    kinds = "huyen|quan|thi xa|thanh pho"
    return re.compile(rf"\b(?:{kinds}) {re.escape(place)}(?!\w)")


def body_name(folded: str) -> str:
    """Return a body's folded name in one of the two ways that a Party committee is named by."""
    return folded.replace(_COMMITTEE, "dang uy")


def may_be_one_body(a: str, b: str) -> bool:
    """Whether two folded names can be one body's: the words of one are among the other's.

    Not where a unit follows in the one and another in the other: "Bệnh viện đa khoa tỉnh Bến Tre",
    "Bệnh viện đa khoa huyện Ba Tri, tỉnh Bến Tre". A Party committee goes by two names, "Đảng ủy X"
    and "Ban Chấp hành Đảng bộ X".
    """
    first, second = (body_name(name).split() for name in (a, b))
    for one, other in zip(first, second, strict=False):
        if one != other:
            if one in _UNITS and other in _UNITS:
                return False
            break
    return set(first) <= set(second) or set(second) <= set(first)


def in_one_unit(province: str, a: str, b: str) -> bool:
    """Whether no other province of this name began between two full dates."""
    first, last = sorted((a, b))
    return not any(first < since <= last for since in _beginnings().get(fold(province), ()))


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in load_csv("loaders", "provinces"):
        if row["since"]:
            found.setdefault(fold(row["province"]), []).append(row["since"])
    return {name: tuple(days) for name, days in found.items()}

"""Homes: the province of a district's paper that names none, which the register of districts tells.

"UBND HUYỆN VÂN HỒ" alone is of Sơn La, and so is "UBND tỉnh" in that paper.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.districts import province_alone, province_of_district
from loaders.records import Header, Level, Reference
from loaders.series import kind_of_district


def in_province(header: Header) -> Header:
    """Return the header of a district's paper with the province that the register has it in.

    Only where the paper names none, and no other province has a unit of that kind and name.
    """
    kind = kind_of_district(header.issuer, header.district)
    if header.province is not None or kind is None:
        return header
    province = province_alone(kind, header.district or "")
    return header if province is None else replace(header, province=province)


def of_home(reference: Reference, home: Header) -> Reference:
    """Return what a paper names of its own province, which it left out, with that province."""
    local = reference.level not in (Level.CENTRAL, None)
    if not local or reference.province is not None:
        return reference
    kind = kind_of_district(reference.issuer, reference.district)
    there = province_of_district(kind, reference.district or "", home.province) if kind else None
    return replace(reference, province=there or home.province)

"""Homes: where a paper is, and what of that the documents that it names leave to it.

The register of districts tells the province of a district's paper that names none: "UBND HUYỆN VÂN
HỒ" alone is of Sơn La, and so is "UBND tỉnh" in that paper.
"""

from __future__ import annotations

from dataclasses import replace

from graph.identity.issuers import are_of_one_body, is_of_district
from graph.identity.title_places import place_in_title
from graph.provinces import province_on
from loaders.districts import is_city_in_province, province_alone, province_of_district
from loaders.records import CARRYING, SELF, DocumentRecord, Header, Level, Reference
from loaders.series import kind_of_district

_DISTRICTS_ENDED = "2025-07-01"
"""Luật Tổ chức chính quyền địa phương 72/2025/QH15: communes lie in provinces alone."""


def in_province(header: Header) -> Header:
    """Return the header of a district's paper with the province that the register has it in.

    Only where the paper names none, and no other province has a unit of that kind and name.
    """
    kind = kind_of_district(header.issuer, header.district)
    if header.province is not None or kind is None:
        return header
    province = province_alone(kind, header.district or "")
    return header if province is None else replace(header, province=province)


def at_home(record: DocumentRecord) -> DocumentRecord:
    """Return the record of a commune's paper with the district that it names, if it is but one.

    "UBND PHƯỜNG BẮC LÝ" that acts by "Kế hoạch … của UBND thành phố Đồng Hới" lies there, and so
    does what it names of "UBND thành phố". Not where the header tells a district or another
    province, nor of communes of after the districts' end.
    """
    header = record.document
    if header.level is not Level.COMMUNE or header.district is not None:
        return record
    if (header.issue_date or "") >= _DISTRICTS_ENDED:
        return record
    named = {
        (r.province, r.district, kind_of_district(r.issuer, r.district))
        for r in record.references
        if r.level is Level.DISTRICT and r.district
    }
    if len(named) != 1:
        return record
    [(province, district, kind)] = named
    told = province or (province_alone(kind, district or "") if kind else None)
    if told is None or header.province not in (None, told):
        return record
    home = replace(header, province=told, district=district)
    return replace(
        record, document=home, references=tuple(of_home(r, home) for r in record.references)
    )


def of_acts(record: DocumentRecord) -> DocumentRecord:
    """Return the record with the works that local acts carry in it as those of the acts' bodies.

    "Quyết định số 430/QĐ-UBND của UBND tỉnh Gia Lai phê duyệt Đề án X" tells whose scheme X is:
    every province may have one of that title. Not where the work says itself whose it is, nor
    where acts of several bodies carry it.
    """
    acts: dict[str, set[_Body]] = {}
    header = record.document
    bodies = {one.key: _body(one) for one in record.references} | {SELF: _body(header)}
    for relation in record.relations:
        if relation.type in CARRYING:
            acts.setdefault(relation.target, set()).add(bodies.get(relation.source))
    whose = {work: found.pop() for work, found in acts.items() if len(found) == 1}
    if not any(whose.values()):
        return record
    return replace(
        record,
        references=tuple(
            replace(one, issuer=body[0], level=body[1], province=body[2], district=body[3])
            if (body := whose.get(one.key)) is not None and _is_nobodys(one)
            else one
            for one in record.references
        ),
    )


_Body = tuple[str, Level, str | None, str | None] | None
"""Issuer, level, province and district of a local act; None of others."""


def _body(said: Header | Reference) -> _Body:
    if said.issuer is None or said.level in (None, Level.CENTRAL):
        return None
    return said.issuer, said.level, said.province, said.district


def _is_nobodys(work: Reference) -> bool:
    told = place_in_title(work.title) if work.title else None
    placed = told is None or told.is_local
    unsaid = (work.number, work.issue_date, work.issuer, work.level, work.province)
    return not placed and unsaid == (None, None, None, None, None)


def of_home(reference: Reference, home: Header) -> Reference:
    """Return what a paper names of its own province, which it left out, with that province."""
    local = reference.level not in (Level.CENTRAL, None)
    if not local or reference.province is not None:
        return reference
    if home.level is Level.COMMUNE and reference.level is Level.DISTRICT:
        reference = replace(reference, district=reference.district or home.district)
    kind = kind_of_district(reference.issuer, reference.district)
    if kind == "thanh pho" and _is_city_above(reference, home):
        city, district = home.province or "", home.district or ""
        issuer = (reference.issuer or "").replace(district, city)
        return replace(reference, level=Level.PROVINCE, province=city, district=None, issuer=issuer)
    there = province_of_district(kind, reference.district or "", home.province) if kind else None
    return replace(reference, province=there or home.province)


def of_own_body(reference: Reference, home: Header, number: str, own: str | None) -> Reference:
    """Return what a paper names by number alone with the body that the symbol means there.

    `number` is the block of what is named, `own` that of the paper. "03/KH-TTYT" in a centre's own
    41/BC-TTYT is that centre's, "03-NQ/HU" in a paper of a district that district's committee's.
    """
    if (reference.issuer, reference.level, reference.province) != (None, None, None):
        return reference
    if own is not None and are_of_one_body(number, own):
        place = replace(reference, province=home.province, district=home.district)
        return replace(place, level=home.level, issuer=home.issuer)
    below = home.level in (Level.DISTRICT, Level.COMMUNE, Level.FACILITY)
    if not below or home.district is None or not is_of_district(number):
        return reference
    province, district = home.province, home.district
    return replace(reference, level=Level.DISTRICT, province=province, district=district)


def _is_city_above(reference: Reference, home: Header) -> bool:
    """Whether "thành phố" in a paper of a district, taken for that district, is the city above.

    "UBND thành phố" in a paper of quận Ninh Kiều is that of Cần Thơ: the district is no city.
    """
    own, district = home.province, home.district
    unit = province_on(own, home.issue_date) if own else None
    if unit is None or not unit.is_city or district is None or reference.district != district:
        return False
    below = kind_of_district(home.issuer, district) in ("quan", "huyen")
    return below and not is_city_in_province(district, own or "")

"""Homes: the district of a commune's paper that its header leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.identity.homes import at_home, of_acts
from loaders.records import DocumentRecord, Level, RelationType
from tests.graph.papers import paper, reference, relation

WARD = {"level": Level.COMMUNE, "issuer": "Ủy ban nhân dân phường Minh Khai"}
CITY = {
    "level": Level.DISTRICT,
    "district": "Phủ Lý",
    "issuer": "Ủy ban nhân dân thành phố Phủ Lý",
}


def ward(*cited: dict[str, Any], **header: Any) -> DocumentRecord:
    named = [reference(f"R{n}", "8/KH-UBND", **said) for n, said in enumerate(cited, start=1)]
    date = header.pop("issue_date", "2021-01-12")
    record = paper("a.txt", date=date, **{**WARD, **header}).record
    return replace(record, references=tuple(named))


def test_a_commune_lies_in_the_one_district_that_it_names() -> None:
    office = {"level": Level.DISTRICT, "issuer": "Phòng Nội vụ thành phố"}
    record = at_home(ward(CITY, office))
    assert (record.document.province, record.document.district) == ("Hà Nam", "Phủ Lý")
    assert [(r.province, r.district) for r in record.references] == [("Hà Nam", "Phủ Lý")] * 2


@pytest.mark.parametrize(
    "record",
    [
        ward(),
        ward(CITY, {**CITY, "district": "Hà Giang", "issuer": "UBND thành phố Hà Giang"}),
        ward(CITY, province="Hà Giang"),
        ward(CITY, district="Lý Nhân"),
        ward(CITY, issue_date="2025-08-12"),
        ward(CITY, level=Level.PROVINCE),
    ],
)
def test_it_is_left_open_where_the_paper_does_not_tell_one(record: DocumentRecord) -> None:
    assert at_home(record) == record


ACT = {
    "level": Level.PROVINCE,
    "province": "Gia Lai",
    "issuer": "Ủy ban nhân dân tỉnh Gia Lai",
    "type": "Quyết định",
}
SCHEME = {"type": "Đề án", "title": "Đề án phát triển chợ quê giai đoạn 2021-2025"}


def carrying(act: dict[str, Any], **work: Any) -> DocumentRecord:
    record = paper("a.txt").record
    named = (reference("R1", "9/QĐ-UBND", **act), reference("R2", **{**SCHEME, **work}))
    return replace(
        record, references=named, relations=(relation("R1", RelationType.APPROVES, "R2"),)
    )


def test_a_work_that_a_local_act_carries_is_of_its_body() -> None:
    work = of_acts(carrying(ACT)).references[1]
    assert (work.issuer, work.level, work.province) == (ACT["issuer"], Level.PROVINCE, "Gia Lai")


@pytest.mark.parametrize(
    "record",
    [
        carrying({"type": "Quyết định"}),
        carrying({"level": Level.CENTRAL, "issuer": "Thủ tướng Chính phủ"}),
        carrying(ACT, issuer="Bộ Công Thương", level=Level.CENTRAL),
        carrying(ACT, title="Đề án phát triển chợ quê tỉnh Kon Tum giai đoạn 2021-2025"),
    ],
)
def test_a_work_of_another_or_of_no_known_body_stays_as_it_is(record: DocumentRecord) -> None:
    assert of_acts(record) == record

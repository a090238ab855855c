"""Claims: what a text says of itself, and of the documents that it names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.identity.claims import claim_of_header, claim_of_loose, claim_of_reference, term_in
from graph.identity.keys import is_block_of_act
from graph.model import Claim
from loaders.records import Header, Level, LooseMentions
from tests.graph.papers import paper, reference

HOME = Header(
    number="9/KH-UBND",
    issue_date="2018-11-05",
    level=Level.DISTRICT,
    province="Sơn La",
    district="Mộc Châu",
)


def own(**header: Any) -> Claim:
    return claim_of_header(paper("a.txt", **header).record)


def cited(number: str | None = None, date: str | None = None, **more: Any) -> Claim:
    return claim_of_reference(reference("R1", number, date, **more), HOME)


def test_a_header_says_all_that_it_knows() -> None:
    claim = own(
        number="15/KH-UBND",
        date="2018-03-01",
        type="Kế hoạch",
        title="về y tế",
        issuer="UBND tỉnh Sơn La",
        level=Level.PROVINCE,
        province="Sơn La",
    )
    assert (claim.block, claim.own, claim.not_after) == ("15-kh-ubnd", True, None)
    assert (claim.level, claim.province, claim.district) == (Level.PROVINCE, "Sơn La", None)
    assert (claim.type, claim.title, claim.issuer) == ("Kế hoạch", "về y tế", "UBND tỉnh Sơn La")
    assert claim.issue_date == "2018-03-01"


def test_a_central_symbol_overrules_a_misread_place() -> None:
    claim = own(number="20-NQ/TW", level=Level.PROVINCE, province="Sơn La")
    assert (claim.level, claim.province) == (Level.CENTRAL, None)


def test_a_ministry_code_overrules_a_citation_and_not_a_header() -> None:
    place = {"level": Level.PROVINCE, "province": "Sơn La"}
    assert own(number="5/KH-BYT", **place).level is Level.PROVINCE
    assert own(number="5/KH-BYT").level is Level.CENTRAL
    assert cited("5/KH-BYT", "2018-01-02", **place).level is Level.CENTRAL


def test_a_central_type_is_central_where_no_level_is_read() -> None:
    assert own(title="Luật Dược", type="Luật").level is Level.CENTRAL
    assert cited(type="Nghị định", title="về y tế").level is Level.CENTRAL


LOCAL: dict[str, Any] = {
    "type": "Kế hoạch",
    "title": "về y tế",
    "issuer": "UBND huyện Mộc Châu",
    "level": Level.DISTRICT,
    "province": "Sơn La",
    "district": "Mộc Châu",
}


def test_a_blank_number_is_found_by_type_place_and_month() -> None:
    of_header = own(date="2018-08-21", symbol="KH-UBND", **LOCAL)
    of_citation = cited(date="2018-08", **{**LOCAL, "title": None})
    assert is_block_of_act(of_header.block)
    assert of_header.block == of_citation.block
    assert own(date="2018-09-21", **LOCAL).block != of_header.block


def test_without_a_month_the_title_is_the_block() -> None:
    for date in (None, "2018"):
        assert own(date=date, **LOCAL).block == "ke-hoach-ve-y-te"
        assert cited(date=date, **LOCAL).block == "ke-hoach-ve-y-te"


def test_a_central_work_is_found_by_its_title() -> None:
    title = "Chiến lược quốc gia về dinh dưỡng"
    claim = cited(date="2022-01-05", type="Chiến lược", title=title, level=Level.CENTRAL)
    assert claim.block == "chien-luoc-quoc-gia-dinh-duong"


def test_unreadable_headers_are_never_one_document() -> None:
    first = claim_of_header(paper("a.txt").record)
    second = claim_of_header(paper("b.txt").record)
    assert first.block != second.block
    assert claim_of_header(paper("a.txt").record) == first


@pytest.mark.parametrize(
    ("issuer", "term"),
    [
        ("Ban Chấp hành Trung ương Đảng (khóa XII)", "XII"),
        ("Ban Chấp hành Trung ương Đảng khoá XI", "XI"),
        ("Sở Khoa học và Công nghệ", None),
        ("Khoa Xét nghiệm", None),
        (None, None),
    ],
)
def test_the_term_in_an_issuers_name(issuer: str | None, term: str | None) -> None:
    assert term_in(issuer) == term


def test_a_misread_issuer_of_a_central_number_is_dropped() -> None:
    local = cited("20-NQ/TW", issuer="UBND tỉnh", level=Level.PROVINCE, province="Sơn La")
    assert (local.level, local.province, local.issuer) == (Level.CENTRAL, None, None)
    central = cited("20-NQ/TW", issuer="Ban Chấp hành Trung ương", level=Level.CENTRAL)
    assert central.issuer == "Ban Chấp hành Trung ương"


def test_a_local_symbol_without_a_place_is_of_the_papers_province() -> None:
    assert cited("15/KH-UBND", "2018-03-01").province == "Sơn La"
    assert cited("15/KH-UBND").province == "Sơn La"
    other = cited("15/KH-UBND", level=Level.PROVINCE, province="Lai Châu")
    assert other.province == "Lai Châu"


def test_a_district_s_symbol_is_one_of_the_paper_s_own_district() -> None:
    for number in ("03-NQ/HU", "77/KH-PGDĐT"):
        claim = cited(number, "2018-03-01")
        assert (claim.level, claim.province, claim.district) == (
            Level.DISTRICT,
            "Sơn La",
            "Mộc Châu",
        )
    assert cited("15/KH-UBND", "2018-03-01").district is None
    of_province = replace(HOME, level=Level.PROVINCE, district=None)
    claim = claim_of_reference(reference("R1", "03-NQ/HU", "2018-03-01"), of_province)
    assert (claim.level, claim.province, claim.district) == (None, "Sơn La", None)


def test_a_bare_number_of_the_paper_s_own_symbol_is_its_own_body_s() -> None:
    centre = "Trung tâm Y tế huyện Mộc Châu"
    header = replace(HOME, number="41/BC-TTYT", level=Level.FACILITY, issuer=centre)
    mine = replace(own(), block="41-bc-ttyt")
    bare = claim_of_reference(reference("R1", "3/KH-TTYT", "2018-03-01"), header, mine)
    assert (bare.level, bare.district, bare.issuer) == (Level.FACILITY, "Mộc Châu", centre)
    named = reference("R1", "3/KH-TTYT", "2018-03-01", issuer="Trung tâm Y tế huyện Vân Hồ")
    assert claim_of_reference(named, header, mine).issuer == "Trung tâm Y tế huyện Vân Hồ"
    other = claim_of_reference(reference("R1", "3/KH-UBND", "2018-03-01"), header, mine)
    assert other.issuer is None


def test_an_issuer_of_undated_mentions_alone_is_theirs() -> None:
    loose = LooseMentions((1,), None, "UBND tỉnh Sơn La", None, issuer_alone=True)
    said = reference(
        "R1",
        "9/KH-UBND",
        "2018-03-01",
        issuer="UBND tỉnh Sơn La",
        level=Level.PROVINCE,
        province="Sơn La",
        title="về du lịch",
        loose=loose,
    )
    dated = claim_of_reference(said, HOME)
    assert (dated.issuer, dated.level, dated.title) == (None, None, "về du lịch")
    apart = claim_of_loose(said, HOME, own())
    assert apart is not None
    assert (apart.issuer, apart.level, apart.title) == ("UBND tỉnh Sơn La", Level.PROVINCE, None)
    assert apart.near_dates == ("2018-03-01",)


def test_a_symbol_that_tells_nothing_is_local_only_without_a_date() -> None:
    assert cited("7/KH-ABC").province == "Sơn La"
    assert cited("7/KH-ABC", "2018-03-01").province is None
    assert cited("20-NQ/TW").province is None


def test_time_bounds_only_what_has_no_date() -> None:
    assert cited("15/KH-UBND").not_after == "2018-11-05"
    assert cited("15/KH-UBND", "2018-03-01").not_after is None


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ({"type": "Luật", "title": "Luật An toàn thực phẩm năm 2010"}, "2010"),
        ({"type": "Điều lệ", "title": "Điều lệ Đảng năm 2011"}, "2011"),
        ({"type": "Luật", "title": "Luật An toàn thực phẩm"}, None),
        ({"type": "Luật", "title": "Luật A năm 2010 và Luật B năm 2012"}, None),
        ({"type": "Kế hoạch", "title": "Kế hoạch phòng bệnh năm 2010"}, None),
    ],
)
def test_a_law_is_named_by_its_year(said: dict[str, Any], date: str | None) -> None:
    assert cited(**said).issue_date == date


def test_a_reference_without_title_has_its_key_for_one() -> None:
    assert cited(type="Kế hoạch").block == "ke-hoach-r1"


CONGRESS = "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV"


def test_a_work_of_the_province_is_of_the_paper_s_own_province() -> None:
    here = cited(type="Nghị quyết", title=CONGRESS)
    there = claim_of_reference(
        reference("R1", None, None, type="Nghị quyết", title=CONGRESS),
        Header(province="Lai Châu", level=Level.PROVINCE),
    )
    assert (here.province, here.district, there.province) == ("Sơn La", None, "Lai Châu")
    named = cited(type="Nghị quyết", title="Nghị quyết Đảng bộ tỉnh Lào Cai lần thứ XV")
    assert named.province == "Lào Cai"
    below = cited(type="Nghị quyết", title="Nghị quyết Đại hội Đảng bộ huyện lần thứ XX")
    assert (below.province, below.district) == ("Sơn La", "Mộc Châu")


def test_a_work_of_nobody_knows_which_province_is_of_its_own_paper() -> None:
    made = [
        claim_of_reference(
            reference("R1", None, None, type="Nghị quyết", title=CONGRESS),
            Header(),
            own(number=number, date="2018-01-02"),
        )
        for number in ("1/KH-BCĐ", "2/KH-BCĐ")
    ]
    assert made[0].block != made[1].block


def test_a_work_of_the_state_has_no_province() -> None:
    claim = cited(type="Chương trình", title="Chương trình mục tiêu quốc gia về nước sạch")
    assert claim.province is None


def test_a_law_goes_by_its_title_with_and_without_its_number() -> None:
    named = {"type": "Luật", "title": "Luật Tổ chức HĐND và UBND"}
    claims = [
        cited("11/2003/QH11", "2003-11-26", **named),
        cited("11/2003/QH11", None, **named),
        cited(None, "2003-11-26", **named),
        cited(type="Luật", title="Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân năm 2003"),
    ]
    assert len({claim.block for claim in claims}) == 1
    assert [claim.issue_date for claim in claims] == ["2003-11-26", "2003", "2003-11-26", "2003"]
    assert cited("11/2003/QH11", None, type="Luật").block == "11-2003-qh11"


FIRST = {"type": "Nghị quyết", "title": "Nghị quyết Đại hội Đảng bộ xã lần thứ I"}


def of_commune(issuer: str | None, title: str = FIRST["title"], **more: Any) -> Claim:
    """What a commune's paper says of a work that it names as its commune's own."""
    home = Header(number="9/KH-UBND", level=Level.COMMUNE, province="Sơn La", issuer=issuer, **more)
    said = reference("R1", **{**FIRST, "title": title})
    return claim_of_reference(said, home, claim_of_header(paper("a.txt", issuer=issuer).record))


def test_a_work_of_a_commune_is_told_by_the_communes_name() -> None:
    own = of_commune("Ủy ban nhân dân xã Chiềng Hắc, tỉnh Sơn La")
    assert own.block == of_commune("Đảng ủy xã Chiềng Hắc").block
    assert own.block != of_commune("Ủy ban nhân dân xã Tân Lập, tỉnh Sơn La").block
    assert own.block != of_commune(None).block
    named = "Nghị quyết Đại hội đại biểu Đảng bộ xã Chiềng Hắc lần thứ I, nhiệm kỳ 2025-2030"
    assert own.block == of_commune("Ủy ban nhân dân xã Tân Lập", named).block
    plan = "Đề án giảm nghèo của xã"
    blocks = {of_commune(f"UBND xã {name}", plan).block for name in ("Chiềng Hắc", "Tân Lập")}
    assert len(blocks) == 2


def test_a_communes_paper_means_its_own_commune() -> None:
    def issuer(of: str, said: str) -> str | None:
        home = Header(level=Level.COMMUNE, province="Sơn La", issuer=of)
        place = {"level": Level.COMMUNE, "province": "Sơn La"}
        named = reference("R1", "12/KH-UBND", "2025-09-05", issuer=said, **place)
        return claim_of_reference(named, home).issuer

    own = "Ủy ban nhân dân xã Chiềng Hắc, tỉnh Sơn La"
    assert issuer(own, "Ủy ban nhân dân xã") == "Ủy ban nhân dân xã Chiềng Hắc"
    assert issuer(own, "Ủy ban nhân dân xã Tân Lập") == "Ủy ban nhân dân xã Tân Lập"
    assert issuer("Ủy ban nhân dân xã", "Ủy ban nhân dân xã") == "Ủy ban nhân dân xã"


def test_a_city_of_a_later_day_was_one_of_its_province() -> None:
    def placed(date: str | None, issuer: str) -> Claim:
        place = {"level": Level.PROVINCE, "province": "Huế"}
        return cited("72/KH-UBND", date, issuer=issuer, **place)

    before = placed("2023-03-03", "Ủy ban nhân dân thành phố Huế")
    assert (before.level, before.province, before.district) == (
        Level.DISTRICT, "Thừa Thiên Huế", "Huế",
    )  # fmt: skip
    assert placed("2025-03-03", "Ủy ban nhân dân thành phố Huế").level is Level.PROVINCE
    assert placed(None, "Ủy ban nhân dân thành phố Huế").level is Level.PROVINCE

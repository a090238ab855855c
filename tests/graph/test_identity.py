"""Identity: what is one document, what is two, and what stays open.

A wrong merge is worse than a missing one: most rows are counter-examples.
"""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from graph.identity.assembling import MAX_CANDIDATES
from graph.identity.clusters import Cluster, cluster
from graph.model import Claim
from loaders.records import Level
from tests.graph.papers import (
    CENTRAL,
    LAI_CHAU,
    MOC_CHAU,
    NOWHERE,
    SON_LA,
    claim,
    counted,
    grouped,
)

HEALTH = "về bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân"
ECONOMY = "về phát triển kinh tế tập thể, hợp tác xã"
FLOODS = "về phòng, chống lụt bão và tìm kiếm cứu nạn"
PLAN = "15/KH-UBND"
DAY = "2018-03-01"
EPIDEMIC = "Ban Chỉ đạo phòng, chống dịch bệnh"
REFORM = "Ban Chỉ đạo cải cách hành chính"
PROVINCE_ONLY = (None, "Sơn La", None)
KY_ANH = (Level.DISTRICT, "Hà Tĩnh", "Kỳ Anh")
BAC_NINH = (Level.PROVINCE, "Bắc Ninh", None)
YEN_CHAU = (Level.DISTRICT, "Sơn La", "Yên Châu")
FACILITY = (Level.FACILITY, "Sơn La", None)
COMMUNE = (Level.COMMUNE, "Sơn La", "Mộc Châu")


def _programme(day: str, **more: Any) -> Claim:
    title = f"Chương trình hành động của Chính phủ thực hiện Nghị quyết số 20-NQ/TW {day}".strip()
    return claim(None, None, CENTRAL, type="Chương trình hành động", title=title, **more)


LAND = {"type": "Luật", "title": "Luật Đất đai", "place": CENTRAL}

TWO: dict[str, tuple[Claim, Claim]] = {
    "years": (claim(PLAN, DAY, SON_LA), claim(PLAN, "2019-03-01", SON_LA)),
    "provinces": (claim(PLAN, DAY, SON_LA), claim(PLAN, DAY, LAI_CHAU)),
    "levels": (claim(PLAN, DAY, SON_LA), claim(PLAN, DAY, MOC_CHAU)),
    "districts": (claim(PLAN, DAY, MOC_CHAU), claim(PLAN, DAY, YEN_CHAU)),
    "a district and the town of its name": (
        claim(PLAN, DAY, KY_ANH, issuer="Ủy ban nhân dân huyện Kỳ Anh, tỉnh Hà Tĩnh"),
        claim(PLAN, DAY, KY_ANH, issuer="Ủy ban nhân dân thị xã Kỳ Anh, tỉnh Hà Tĩnh"),
    ),
    "a province before and after others joined it": (
        claim(PLAN, "2025-03-12", BAC_NINH),
        claim(PLAN, "2025-09-12", BAC_NINH),
    ),
    "boards of one province, days that differ little": (
        claim("1/KH-BCĐ", "2022-02-10", SON_LA, issuer=EPIDEMIC),
        claim("1/KH-BCĐ", "2022-03-10", SON_LA, issuer=REFORM),
    ),
    "no board named, days that differ little": (
        claim("1/KH-BCĐ", "2022-02-10", SON_LA),
        claim("1/KH-BCĐ", "2022-03-10", SON_LA),
    ),
    "hospitals of a province and of its district": (
        claim("7/KH-BV", DAY, FACILITY, issuer="Bệnh viện đa khoa tỉnh Sơn La"),
        claim("7/KH-BV", DAY, FACILITY, issuer="Bệnh viện đa khoa huyện Mộc Châu, tỉnh Sơn La"),
    ),
    "communes": (
        claim(PLAN, DAY, COMMUNE, issuer="Ủy ban nhân dân xã Chiềng Hắc"),
        claim(PLAN, DAY, COMMUNE, issuer="Ủy ban nhân dân xã Tân Lập"),
    ),
    "facilities": (
        claim("7/KH-BV", DAY, FACILITY, issuer="Bệnh viện Phổi tỉnh Sơn La"),
        claim("7/KH-BV", DAY, FACILITY, issuer="Bệnh viện Mắt tỉnh Sơn La"),
    ),
    "unnamed districts": (
        claim(PLAN, DAY, (Level.DISTRICT, "Sơn La", None), issuer="UBND huyện Mường La"),
        claim(PLAN, DAY, (Level.DISTRICT, "Sơn La", None), issuer="UBND huyện Sốp Cộp"),
    ),
    "boards of one province, one day": (
        claim("1/KH-BCĐ", DAY, SON_LA, own=True, issuer=EPIDEMIC),
        claim("1/KH-BCĐ", DAY, SON_LA, own=True, issuer=REFORM),
    ),
    "boards of one province, no date": (
        claim("1/KH-BCĐ", None, SON_LA, issuer=EPIDEMIC),
        claim("1/KH-BCĐ", None, SON_LA, issuer=REFORM),
    ),
    "central boards": (
        claim("1/KH-BCĐ", None, CENTRAL, issuer=EPIDEMIC),
        claim("1/KH-BCĐ", None, CENTRAL, issuer=REFORM),
    ),
    "bodies of no known level": (
        claim("3/KH-ABC", None, PROVINCE_ONLY, issuer="Hội Chữ thập đỏ"),
        claim("3/KH-ABC", None, PROVINCE_ONLY, issuer="Liên minh Hợp tác xã"),
    ),
    "a header without issuer, another subject": (
        claim(PLAN, DAY, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA, title=FLOODS),
    ),
    "a header without issuer, no subject": (
        claim(PLAN, DAY, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA),
    ),
    "two headers without issuer": (
        claim(PLAN, DAY, own=True, title=HEALTH),
        claim(PLAN, DAY, own=True, title=FLOODS),
    ),
    "one of two headers without issuer": (
        claim(PLAN, DAY, SON_LA, own=True, title=HEALTH),
        claim(PLAN, DAY, own=True, title=FLOODS),
    ),
    "two headers without date": (
        claim(PLAN, None, SON_LA, own=True, title=HEALTH),
        claim(PLAN, None, SON_LA, own=True, type="Kế hoạch"),
    ),
    "a header without date, no subject": (
        claim(PLAN, None, SON_LA, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA),
    ),
    "headers of a month and of a day": (
        claim(PLAN, "2018-03", SON_LA, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA, own=True, title=FLOODS),
    ),
    "a citation before it was issued": (
        claim(PLAN, DAY, SON_LA, own=True),
        claim(PLAN, None, SON_LA, not_after="2017-12-01"),
    ),
    "the plan of the next year": (
        claim(PLAN, "2019-01-10", SON_LA, own=True, title="phòng, chống dịch bệnh năm 2019"),
        claim(PLAN, None, SON_LA, title="phòng, chống dịch bệnh năm 2020"),
    ),
    "another term": (
        claim("20-NQ/TW", "2012-11-01", CENTRAL),
        claim("20-NQ/TW", None, CENTRAL, term="XII"),
    ),
    "two terms, no dates": (
        claim("20-NQ/TW", None, CENTRAL, term="XI"),
        claim("20-NQ/TW", None, CENTRAL, term="XII"),
    ),
    "another subject, no date": (
        claim("20-NQ/TW", "2017-10-25", CENTRAL, title=HEALTH),
        claim("20-NQ/TW", None, CENTRAL, title=ECONOMY),
    ),
    "laws that amend": (
        claim(title="Luật sửa đổi, bổ sung một số điều của Luật Dược", place=CENTRAL),
        claim(title="Luật sửa đổi, bổ sung một số điều của Luật Giá", place=CENTRAL),
    ),
    "laws of one name and two numbers": (
        claim("45/2013/QH13", "2013", **LAND, block="luat-dat-dai"),
        claim("31/2024/QH15", "2024", **LAND, block="luat-dat-dai"),
    ),
    "laws of one name and two days": (
        claim(None, "2013-11-29", **LAND),
        claim(None, "2024-01-18", **LAND),
    ),
    "one day of two years, two plans of a year": (
        claim(PLAN, "2018-01-15", SON_LA, title="về cải cách hành chính năm 2018"),
        claim(PLAN, "2019-01-15", SON_LA, title="về cải cách hành chính năm 2019"),
    ),
    "days of one year, two subjects": (
        claim(PLAN, DAY, SON_LA, title=HEALTH),
        claim(PLAN, "2018-05-01", SON_LA, title=ECONOMY),
    ),
    "quyết định and quy định have each their own series": (
        claim("66-QĐ/TW", "2017-02-06", CENTRAL, type="Quy định"),
        claim("66-QĐ/TW", "2017-08-06", CENTRAL, type="Quyết định"),
    ),
    "a dated number and another subject in one paper": (
        claim("20-NQ/TW", "2017-10-25", CENTRAL, title=HEALTH),
        claim("20-NQ/TW", None, CENTRAL, title=ECONOMY, other_dates=("2017-10-25",)),
    ),
    "programmes of two periods": (
        claim(type="Chương trình", title="Chương trình phòng lao giai đoạn 2016-2020"),
        claim(type="Chương trình", title="Chương trình phòng lao giai đoạn 2021-2025"),
    ),
}


@pytest.mark.parametrize("name", TWO)
def test_these_are_two_documents(name: str) -> None:
    first, second = TWO[name]
    assert first.block == second.block
    assert grouped(first, second) == [{0}, {1}]


ONE: dict[str, tuple[Claim, ...]] = {
    "a header and who cites it": (
        claim(PLAN, DAY, SON_LA, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA),
        claim(PLAN, "2018-03", SON_LA),
        claim(PLAN, None, SON_LA, not_after="2018-12-01"),
        claim(PLAN, DAY, PROVINCE_ONLY),
    ),
    "two files, one with a bad title": (
        claim(PLAN, DAY, SON_LA, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA, own=True, title="vè bào vè chàm soc suc khoé nhàn dàn"),
    ),
    "two files, the day of one not read": (
        claim(PLAN, DAY, SON_LA, own=True, title=HEALTH),
        claim(PLAN, "2018-03", SON_LA, own=True, title=HEALTH + " trong tình hình mới"),
    ),
    "a header without issuer, the same subject": (
        claim(PLAN, DAY, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA, title=HEALTH + " năm 2018"),
    ),
    "a header without date, the same subject": (
        claim(PLAN, None, SON_LA, own=True, title=HEALTH),
        claim(PLAN, DAY, SON_LA, title=HEALTH),
    ),
    "two merged subjects of one resolution": (
        claim("20-NQ/TW", "2017-10-25", CENTRAL, title=HEALTH),
        claim("20-NQ/TW", "2017-10-25", CENTRAL, title="về đổi mới đơn vị sự nghiệp công lập"),
    ),
    "a slip of the pen": (
        claim("172-KH/TU", "2018-03-06", SON_LA, other_dates=("2018-06-06",)),
        claim("172-KH/TU", "2018-06-06", SON_LA),
        claim("172-KH/TU", "2018-03-06", SON_LA, title=HEALTH),
    ),
    "a month mistaken by another paper": (
        claim(PLAN, "2018-03-01", SON_LA, title=HEALTH),
        claim(PLAN, "2018-08-01", SON_LA),
    ),
    "day and month turned about": (
        claim(PLAN, "2018-10-12", SON_LA),
        claim(PLAN, "2018-12-10", SON_LA),
    ),
    "a year mistaken, the subject the same": (
        claim("20-NQ/TW", "2017-10-25", CENTRAL, title=HEALTH),
        claim("20-NQ/TW", "2018-10-25", CENTRAL, title=HEALTH + " trong tình hình mới"),
    ),
    "its subject in other words, dated elsewhere in the paper": (
        claim("20-NQ/TW", "2017-10-25", CENTRAL, title=HEALTH),
        claim(
            "20-NQ/TW",
            None,
            CENTRAL,
            title="về y tế, chăm sóc người bệnh ở trạm xá",
            other_dates=("2017-10-25",),
        ),
    ),
    "a resolution by its term": (
        claim("20-NQ/TW", "2017-10-25", CENTRAL),
        claim("20-NQ/TW", None, CENTRAL, term="XII"),
    ),
    "shorter names of one body": (
        claim(PLAN, DAY, COMMUNE, own=True, issuer="Ủy ban nhân dân xã Tân Lập"),
        claim(PLAN, DAY, COMMUNE, issuer="Ủy ban nhân dân xã"),
    ),
    "a number alone": (claim(PLAN, DAY, SON_LA), claim(PLAN)),
    "a law by number, by day and by year": (
        claim("45/2013/QH13", "2013", **LAND, block="luat-dat-dai"),
        claim(None, "2013-11-29", **LAND),
        claim(None, "2013", **LAND),
    ),
    "a programme with and without its period": (
        claim(type="Chương trình", title="Chương trình phòng chống lao"),
        claim(type="Chương trình", title="Chương trình phòng, chống lao giai đoạn 2016-2020"),
    ),
    "kinds that papers take for one another": (
        claim(type="Bộ tiêu chí", title="Bộ tiêu chí quốc gia về y tế xã"),
        claim(type="Tiêu chí", title="Tiêu chí quốc gia về y tế xã"),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_these_are_one_document(name: str) -> None:
    assert grouped(*ONE[name]) == [set(range(len(ONE[name])))]


MORE: dict[str, tuple[list[set[int]], tuple[Claim, ...]]] = {
    "a header without issuer goes to its subject": (
        [{0, 1}, {2}],
        (
            claim(PLAN, DAY, own=True, title=HEALTH),
            claim(PLAN, DAY, SON_LA, title=HEALTH),
            claim(PLAN, DAY, LAI_CHAU),
        ),
    ),
    "and to nothing for want of a better": (
        [{0}, {1}, {2}],
        (
            claim(PLAN, DAY, own=True, title=HEALTH),
            claim(PLAN, DAY, SON_LA, title=ECONOMY),
            claim(PLAN, DAY, LAI_CHAU),
        ),
    ),
    "Party term or day decide": (
        [{0, 2}, {1, 3}, {4}],
        (
            claim("20-NQ/TW", "2017-10-25", CENTRAL, title=HEALTH),
            claim("20-NQ/TW", "2022-06-16", CENTRAL, title=ECONOMY),
            claim("20-NQ/TW", None, CENTRAL, term="XII"),
            claim("20-NQ/TW", None, CENTRAL, title="phát triển kinh tế tập thể"),
            claim("20-NQ/TW", None, CENTRAL),
        ),
    ),
    "time leaves one": (
        [{0, 2}, {1}],
        (
            claim("20-NQ/TW", "2017-10-25", CENTRAL),
            claim("20-NQ/TW", "2022-06-16", CENTRAL),
            claim("20-NQ/TW", None, CENTRAL, not_after="2018-05"),
        ),
    ),
    "time leaves one of two works, by the days that their titles name": (
        [{0, 2}, {1}],
        (
            _programme("ngày 25/10/2017"),
            _programme("ngày 16 tháng 6 năm 2022"),
            _programme("", not_after="2018-06-01"),
        ),
    ),
    "time does not choose between works of days before the paper": (
        [{0}, {1}, {2}],
        (
            _programme("ngày 25/10/2017"),
            _programme("ngày 16/6/2022"),
            _programme("", not_after="2023-03-28"),
        ),
    ),
    "nor where nothing tells when the paper was written": (
        [{0}, {1}, {2}],
        (_programme("ngày 25/10/2017"), _programme("ngày 16/6/2022"), _programme("")),
    ),
    "the paper's day decides where the subject does not": (
        [{0, 2}, {1}],
        (
            claim("20-NQ/TW", "2017-10-25", CENTRAL),
            claim("20-NQ/TW", "2022-06-16", CENTRAL),
            claim("20-NQ/TW", None, CENTRAL, title=HEALTH, other_dates=("2017-10-25",)),
        ),
    ),
    "the subject decides before the paper's day": (
        [{0}, {1, 2}],
        (
            claim("20-NQ/TW", "2017-10-25", CENTRAL),
            claim("20-NQ/TW", "2022-06-16", CENTRAL, title=ECONOMY),
            claim("20-NQ/TW", None, CENTRAL, title=ECONOMY, other_dates=("2017-10-25",)),
        ),
    ),
    "a type that tells": (
        [{0, 2}, {1}],
        (
            claim("66-QĐ/TW", "2017-02-06", CENTRAL, type="Quy định"),
            claim("66-QĐ/TW", "2012-02-06", CENTRAL, type="Quyết định"),
            claim("66-QĐ/TW", None, CENTRAL, type="Quy định"),
        ),
    ),
    "a type that tells nothing": (
        [{0}, {1}, {2}],
        (
            claim("5-CTr/TU", "2016-01-06", SON_LA, type="Chương trình"),
            claim("5-CTr/TU", "2018-01-06", SON_LA, type="Chương trình hành động"),
            claim("5-CTr/TU", None, SON_LA, type="Chương trình"),
        ),
    ),
    "a slip does not join two loaded headers": (
        [{0, 2}, {1}],
        (
            claim("172-KH/TU", "2018-03-06", SON_LA, own=True, title=HEALTH),
            claim("172-KH/TU", "2018-06-06", SON_LA, own=True, title=ECONOMY),
            claim("172-KH/TU", "2018-03-06", SON_LA, other_dates=("2018-06-06",)),
        ),
    ),
    "what may mean a slip may mean the document of the slip": (
        [{0, 1}, {2}, {3}],
        (
            claim(PLAN, "2018-03-06", SON_LA, other_dates=("2018-06-06",)),
            claim(PLAN, "2018-06-06", SON_LA),
            claim(PLAN, "2018-06-06", LAI_CHAU),
            claim(PLAN, "2018-06-06"),
        ),
    ),
    "a slip that leaves one document settles what was open": (
        [{0, 1, 2}],
        (
            claim(PLAN, "2018-03-06", SON_LA, other_dates=("2018-06-06",)),
            claim(PLAN, "2018-06-06", SON_LA),
            claim(PLAN, "2018-06-06"),
        ),
    ),
    "the paper's province is not enough for its districts": (
        [{0}, {1}, {2}],
        (
            claim(PLAN, DAY, SON_LA),
            claim(PLAN, DAY, MOC_CHAU),
            claim(PLAN, DAY, PROVINCE_ONLY),
        ),
    ),
    "a law that is cut short": (
        [{0}, {1}, {2}],
        (
            claim(title="Luật sửa đổi, bổ sung một số điều của Luật Dược", place=CENTRAL),
            claim(title="Luật sửa đổi, bổ sung một số điều của Luật Giá", place=CENTRAL),
            claim(title="Luật sửa đổi, bổ sung một số điều", place=CENTRAL),
        ),
    ),
}


@pytest.mark.parametrize("name", MORE)
def test_several_claims(name: str) -> None:
    groups, claims = MORE[name]
    assert grouped(*claims) == groups


@pytest.mark.parametrize("name", [*MORE, *ONE])
def test_order_and_count_of_files_make_no_difference(name: str) -> None:
    claims = list(MORE[name][1] if name in MORE else ONE[name])
    at_once = cluster(counted(*claims))
    for seed in range(4):
        mixed = Random(seed).sample(claims, len(claims))
        assert cluster(counted(*mixed)) == at_once
    groups = [{one.id for one in found.claims} for found in at_once]
    again = cluster(counted(*claims, files=3))
    assert [{one.id for one in found.claims} for found in again] == groups


def found(*claims: Claim) -> dict[str, Cluster]:
    return {one.key: one for one in cluster(counted(*claims))}


def test_an_ambiguous_claim_has_a_node_of_its_own_with_its_candidates() -> None:
    bare = claim("20-NQ/TW", None, CENTRAL)
    nodes = found(
        claim("20-NQ/TW", "2017-10-25", CENTRAL),
        claim("20-NQ/TW", "2022-06-16", CENTRAL),
        bare,
    )
    assert list(nodes) == ["vn.20-nq-tw", "vn.20-nq-tw.2017-10-25", "vn.20-nq-tw.2022-06-16"]
    assert nodes["vn.20-nq-tw"].candidates == {
        bare.id: ("vn.20-nq-tw.2017-10-25", "vn.20-nq-tw.2022-06-16")
    }
    assert not nodes["vn.20-nq-tw.2017-10-25"].candidates


def test_ambiguous_claims_of_two_subjects_are_not_one_node() -> None:
    years = [claim(PLAN, f"{year}-03-01", SON_LA) for year in (2016, 2017, 2018)]
    doubts = [claim(PLAN, None, SON_LA, title=title) for title in (HEALTH, FLOODS)]
    same = claim(PLAN, None, SON_LA, title=HEALTH, not_after="2019-01-01")
    assert len(found(*years, *doubts)) == 5
    assert len(found(*years, *doubts, same)) == 5
    earlier = claim(PLAN, None, SON_LA, title=HEALTH, not_after="2017-12-01")
    assert len(found(*years, *doubts, earlier)) == 6  # it cannot mean the last of them


def test_candidates_are_the_best_ones_equal_ones_by_key() -> None:
    days = [f"{year}-03-01" for year in range(1940, 2012)]
    like = claim(PLAN, "2015-01-01", SON_LA, title="về y tế và bảo vệ rừng đầu nguồn")
    other = claim(PLAN, "2016-01-01", SON_LA, title="về y tế và bảo vệ rừng ven sông")
    bare = claim(PLAN, None, SON_LA, title="về y tế và bảo vệ rừng")
    nodes = found(*(claim(PLAN, day, SON_LA) for day in days), like, other, bare)
    (candidates,) = (one.candidates[bare.id] for one in nodes.values() if one.candidates)
    assert len(candidates) == MAX_CANDIDATES
    best = ["vn-son-la.15-kh-ubnd.2015-01-01", "vn-son-la.15-kh-ubnd.2016-01-01"]
    assert list(candidates[:2]) == best
    assert list(candidates[2:]) == sorted(candidates[2:])


def test_a_shared_key_is_marked_for_all_documents_and_never_for_doubts() -> None:
    boards = [claim("1/KH-BCĐ", DAY, SON_LA, issuer=name) for name in (EPIDEMIC, REFORM)]
    keys = [*found(*boards)]
    assert len(set(keys)) == 2
    assert all(key.startswith("vn-son-la.1-kh-bcd.2018-03-01.") for key in keys)
    assert set(found(boards[0])) == {"vn-son-la.1-kh-bcd.2018-03-01"}
    undated = claim(PLAN, None, SON_LA, title=ECONOMY)
    plans = [claim(PLAN, f"{year}-03-01", SON_LA, title=HEALTH) for year in (2016, 2017)]
    open_one = claim(PLAN, None, SON_LA, title=HEALTH)
    nodes = found(undated, open_one, *plans)
    assert not nodes["vn-son-la.15-kh-ubnd"].candidates
    assert len(nodes) == 4


def test_marks_that_agree_are_made_deeper() -> None:
    said = {"title": "phòng, chống dịch", "issuer": None}
    claims = [claim(PLAN, None, SON_LA, term=term, **said) for term in ("XI", "XII", "XIII")]
    assert len(found(*claims)) == 3


def test_no_claims_no_documents() -> None:
    assert cluster([]) == []


def test_a_place_nobody_names_is_a_place_of_its_own() -> None:
    nodes = found(claim(PLAN, DAY, NOWHERE), claim(PLAN, DAY, (Level.DISTRICT, None, None)))
    assert set(nodes) == {"vn-x.15-kh-ubnd.2018-03-01"}

"""What a paper names without its place, and which of several places that may be."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.build import write_files
from graph.identity.near_home import home_of_paper, may_lie_near, nearest
from graph.identity.places import Place
from graph.identity.touched import ReadFile, claims_in
from graph.model import Claim, MentionStatus
from loaders.read import read_text
from loaders.records import Header, Level, RelationType
from queries.lineage import LineageDirection, LineageQuestion, lineage
from queries.mentions import MentionKind, mentions
from tests.graph.papers import claim
from tests.stores import Stores, every_kind

DAY = "ngày 16/3/2021"
SCHEME = "Đề án khôi phục nghề dệt thổ cẩm giai đoạn 2021-2025"


def paper(name: str, body: str, number: str, line: str) -> ReadFile:
    day = "Nơi đó, ngày 7 tháng 12 năm 2021"
    text = f"{body}\nSố: {number}\n{day}\n\nBÁO CÁO\nVề năm 2021\n\n1. {line}\n"
    return ReadFile(name, read_text(text, name), text)


def district(level: Level, name: str | None) -> Place:
    return Place(level, "dong nai", name, None)


OWN, OTHER = district(Level.DISTRICT, "trang bom"), district(Level.DISTRICT, "tan phu")
ABOVE, CENTRAL = district(Level.PROVINCE, ""), Place(Level.CENTRAL, "", "", None)


def bare(home: str | None, number: str | None = "62/KH-UBND") -> Claim:
    block = "62-kh-ubnd" if number else "de-an-khoi-phuc"
    return claim(number, block=block, type="Kế hoạch", home=home)


@pytest.mark.parametrize(
    ("header", "home"),
    [
        (Header(province="Đồng Nai", level=Level.PROVINCE), "dong nai"),
        (Header(province="Đồng Nai", district="Trảng Bom", level=Level.DISTRICT),
         "dong nai/trang bom"),
        (Header(province="Đồng Nai", district="Trảng Bom", level=Level.COMMUNE),
         "dong nai/trang bom/commune"),
        (Header(province="Đồng Nai", level=Level.COMMUNE), "dong nai//commune"),
        (Header(level=Level.CENTRAL), None),
        (Header(district="Trảng Bom", level=Level.DISTRICT), None),
    ],
)  # fmt: skip
def test_where_a_paper_is(header: Header, home: str | None) -> None:
    assert home_of_paper(header) == home


def test_what_is_bare_is_of_the_papers_own_district_or_of_those_above() -> None:
    claim = bare("dong nai/trang bom")
    assert [may_lie_near(claim, p) for p in (OWN, OTHER, ABOVE, CENTRAL)] == [
        True,
        False,
        True,
        True,
    ]
    assert may_lie_near(bare(None), OTHER)
    assert not may_lie_near(bare("lai chau"), ABOVE)


@pytest.mark.parametrize(
    ("home", "places", "chosen"),
    [
        ("dong nai/trang bom", [OWN, ABOVE], 0),
        ("dong nai/xuan loc", [ABOVE, district(Level.DISTRICT, None)], 0),
        ("dong nai", [OWN, OTHER, ABOVE], 2),
        ("dong nai", [OWN, OTHER], None),
        ("dong nai/trang bom", [OWN, OWN], None),
        ("dong nai/trang bom/commune", [OWN, ABOVE], None),
        (None, [OWN, ABOVE], None),
    ],
)
def test_one_alone_decides(home: str | None, places: list[Place], chosen: int | None) -> None:
    assert nearest(bare(home), places) == chosen


def test_a_work_of_the_papers_province_unless_the_state_has_one() -> None:
    work = bare("dong nai", None)
    nowhere = Place(None, None, None, None)
    assert nearest(work, [nowhere, ABOVE]) == 1
    assert nearest(work, [CENTRAL, ABOVE]) is None


def test_only_what_the_paper_leaves_open_has_a_home() -> None:
    said = paper("a.txt", "SỞ CÔNG THƯƠNG TỈNH LAI CHÂU", "3/BC-SCT",
                 f"Thực hiện {SCHEME}; Kế hoạch số 62/KH-UBND {DAY} của UBND huyện Nậm Nhùn;"
                 f" Kế hoạch số 63/KH-UBND {DAY}; Nghị quyết số 43-NQ/TW {DAY}.")  # fmt: skip
    claims = claims_in(said.record)
    homes = {c.number or "work": c.home for c in claims.values() if not c.own}
    assert homes == {
        "work": "lai chau",
        "62/KH-UBND": None,
        "63/KH-UBND": "lai chau",
        "43-NQ/TW": None,
    }


@every_kind
def test_whatever_the_order_of_loading(stores: Stores) -> None:
    papers = [
        paper("a.txt", "SỞ CÔNG THƯƠNG TỈNH YÊN BÁI", "3/BC-SCT",
              f"Thực hiện {SCHEME} của tỉnh Yên Bái."),
        paper("b.txt", "SỞ CÔNG THƯƠNG TỈNH LAI CHÂU", "3/BC-SCT", f"Thực hiện {SCHEME}."),
        paper("c.txt", "UBND HUYỆN VĂN CHẤN", "3/BC-UBND", f"Thực hiện {SCHEME}."),
    ]  # fmt: skip
    told = set()
    for order in permutations(papers):
        store = stores.make()
        for one in order:
            write_files(store, [one])
        rows = [row for row in mentions(store) if row.kind is MentionKind.MENTION]
        told.add(tuple(row.key for row in rows))
    [(yen_bai, lai_chau, van_chan)] = told
    assert yen_bai == van_chan != lai_chau


LAW = "Luật Bảo tồn rạn san hô"


@every_kind
def test_what_papers_mean_by_a_laws_number_alone_is_the_law_in_a_lineage(stores: Stores) -> None:
    titled = paper("a.txt", "UBND TỈNH NINH THUẬN", "3/BC-UBND",
                   f"Căn cứ {LAW} số 96/2021/QH15 ngày 11/11/2021.")  # fmt: skip
    bare = paper("b.txt", "UBND TỈNH PHÚ YÊN", "4/BC-UBND", "Căn cứ Luật số 96/2021/QH15.")
    for order in permutations([titled, bare]):
        store = stores.make()
        for one in order:
            write_files(store, [one])
        answer = lineage(store, "vn.96-2021-qh15.2021", LineageDirection.DESCENDANTS,
                         LineageQuestion((RelationType.CITES, RelationType.BASED_ON)))  # fmt: skip
        assert answer.document.title == LAW
        assert len(answer.items) == 2
        assert list(answer.carriers.values()) == [("vn.96-2021-qh15.2021",)]


@every_kind
def test_a_number_that_two_laws_bear_is_neither(stores: Stores) -> None:
    store = stores.make()
    titles = (LAW, "Luật Khai thác đá quý")
    files = [
        paper(f"{n}.txt", "UBND TỈNH NINH THUẬN", f"{n}/BC-UBND",
              f"Căn cứ {title} số 96/2021/QH15 ngày 11/11/2021.")
        for n, title in enumerate(titles)
    ]  # fmt: skip
    bare = paper("b.txt", "UBND TỈNH PHÚ YÊN", "4/BC-UBND", "Căn cứ Luật số 96/2021/QH15.")
    write_files(store, [*files, bare])
    [row] = [
        row for row in mentions(store) if row.file == "b.txt" and row.kind is MentionKind.MENTION
    ]
    assert row.status is MentionStatus.AMBIGUOUS

"""Which bodies a name means, what became of them, and what they were given to do."""

from __future__ import annotations

from typing import Any

import pytest

from graph.build import write_files
from graph.errors import BadCursor
from graph.store import Store
from loaders.records import Level
from queries.agencies import FIRST, agencies, agency
from queries.agency_shapes import agency_json, agency_list_json
from queries.errors import AgencyNotFound, BadOption
from tests.graph.papers import duty, paper
from tests.queries import small_graphs

HEALTH = "Sở Y tế"
LABOUR = "Sở Lao động - Thương binh và Xã hội"


def plan(name: str, province: str | None, date: str, *duties: Any, level: Any = Level.PROVINCE):
    return paper(
        f"{name}.txt", f"{name}/KH-UBND", date, type="Kế hoạch", level=level, province=province,
        duties=duties,
    )  # fmt: skip


@pytest.fixture
def store(kind_of_store: None) -> Store:
    """Plans of Sơn La, of Tuyên Quang before and after its merger, and one of nowhere."""
    made = small_graphs.make_store()
    full = {"agency_full": "Sở Y tế tỉnh Sơn La"}
    many = [duty(HEALTH, f"Việc thứ {n}", at=50 * n, **full) for n in range(FIRST + 2)]
    write_files(
        made,
        [
            plan("1", "Sơn La", "2018-05-04", *many, duty(LABOUR, "Phối hợp", at=900),
                 duty("Phòng Nghiệp vụ Y thuộc Sở Y tế", "Giúp việc", at=950)),
            plan("2", "Tuyên Quang", "2018-05-04", duty(HEALTH, "Chủ trì")),
            plan("3", "Tuyên Quang", "2025-08-01", duty(HEALTH, "Chủ trì")),
            plan("4", "Lai Châu", "2019-05-04", duty("Sở Y tế tỉnh Sơn La", "Trao đổi")),
            plan("5", None, "2019-05-05", duty(HEALTH, "Báo cáo"), level=None),
            plan("6", "Sơn La", "2019-06-05", duty("Sở y tế", "Theo dõi", at=10)),
        ],
    )  # fmt: skip
    return made


def keys(store: Store, name: str, **options: Any) -> list[tuple[str | None, int]]:
    found = agencies(store, name, **options).items
    return [(item.agency.key, item.duties.total) for item in found]


SON_LA, BEFORE, AFTER = (
    "vn-son-la.so-y-te", "vn-tuyen-quang.so-y-te", "vn-tuyen-quang.so-y-te.2025-07-01",
)  # fmt: skip


def test_a_name_means_a_body_in_each_province_and_of_each_time(store: Store) -> None:
    assert keys(store, HEALTH) == [(SON_LA, FIRST + 4), (BEFORE, 1), (AFTER, 1)]
    assert keys(store, "sở y tế", province="Tuyên Quang") == [(BEFORE, 1), (AFTER, 1)]
    assert keys(store, "Sở Y tế tỉnh Sơn La", province="Lai Châu") == [(SON_LA, FIRST + 4)]
    assert agencies(store, HEALTH).unplaced == 1
    assert keys(store, HEALTH, as_of="2019-05-04") == [(SON_LA, FIRST + 3), (BEFORE, 1)]


def test_a_file_has_all_duties_or_says_how_many_it_leaves_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shown(**options: Any) -> list[tuple[int, int]]:
        body = agency_list_json(agencies(store, HEALTH, **options))
        return [(len(one["duties"]["items"]), one["duties_left_out"]) for one in body["items"]]

    assert shown() == [(FIRST, 4), (1, 0), (1, 0)]
    assert shown(all_duties=True) == [(FIRST + 4, 0), (1, 0), (1, 0)]
    monkeypatch.setattr("queries.agencies.OF_A_FILE", FIRST + 1)
    assert shown(all_duties=True) == [(FIRST + 1, 3), (1, 0), (1, 0)]


def test_what_became_of_it_is_said_with_its_acts(store: Store) -> None:
    before, after = agency_list_json(agencies(store, HEALTH, province="Tuyên Quang"))["items"]
    assert (before["today_status"], after["today_status"]) == ("moved", "same")
    assert [one["key"] for one in before["agency_today"]] == [AFTER]
    assert "202/2025/QH15" in before["agency_today"][0]["basis"]
    assert (before["province"]["until"], after["province"]["since"]) == ("2025-06-30", "2025-07-01")
    [split] = agency_list_json(agencies(store, LABOUR))["items"]
    assert (split["today_status"], split["agency_today"]) == ("unknown", [])
    assert "vn-son-la.so-noi-vu" in [one["key"] for one in split["candidates_today"]]
    assert {row["until"] for row in split["succession"]} == {"2025-02-28"}
    assert {"Sở Y tế", "Sở Nội vụ"} <= {row["successor"] for row in split["succession"]}
    [then] = agencies(store, LABOUR, as_of="2020").items
    assert then.today.status == "same"


def test_an_office_names_its_body(store: Store) -> None:
    [office] = agency_list_json(agencies(store, "Phòng Nghiệp vụ Y thuộc Sở Y tế"))["items"]
    assert office["parent"] == {"name": "Sở Y tế tỉnh Sơn La", "key": SON_LA}
    assert agency(store, SON_LA).parent is None


def test_bodies_that_no_document_names_are_those_of_the_tables(store: Store) -> None:
    [ministry] = agencies(store, "Bộ Kế hoạch và Đầu tư", province="Sơn La").items
    assert [holder.agency.name for holder in ministry.today.holders] == ["Bộ Tài chính"]
    [kind] = agencies(store, "Sở Tài chính").items
    assert (kind.agency.key, kind.agency.many, kind.duties.total) == (None, True, 0)
    assert keys(store, "Sở Tài chính", province="Hà Giang", as_of="2020") == [
        ("vn-ha-giang.so-tai-chinh", 0)
    ]
    assert agency(store, "vn-tuyen-quang.so-noi-vu.2025-07-01").today.status == "same"
    early = agency(store, "vn-tuyen-quang.so-noi-vu.2025-07-01", as_of="2020")
    assert early.today.status == "unknown"


def test_the_duties_of_one_go_on_where_its_list_ended(store: Store) -> None:
    first = agencies(store, HEALTH).items[0].duties
    assert (len(first.items), first.truncated) == (FIRST, True)
    rest = agency(store, SON_LA, cursor=first.next).duties
    assert (rest.total, rest.truncated, rest.next) == (first.total, False, None)
    whole = agency(store, SON_LA).duties.items
    assert first.items + rest.items == whole
    assert len(whole) == FIRST + 4
    with pytest.raises(BadCursor):
        agency(store, BEFORE, cursor=first.next)


def test_pages_of_bodies_go_on_and_the_order_stays(store: Store) -> None:
    first = agencies(store, HEALTH, limit=2)
    rest = agencies(store, HEALTH, limit=2, cursor=first.next)
    assert (first.total, first.truncated, rest.truncated) == (3, True, False)
    assert [one.agency.key for one in first.items + rest.items] == [SON_LA, BEFORE, AFTER]


@pytest.mark.parametrize("name", ["Sở Du hành", "…", "%"])
def test_a_name_that_nothing_knows_is_not_in_this_graph(store: Store, name: str) -> None:
    with pytest.raises(AgencyNotFound):
        agencies(store, name)


@pytest.mark.parametrize(
    "key", ["x", "vn", "vn.", "vn.so-du-hanh", "vn-son-la.so-y-te.2025-07-01", "vn-x.so-y-te", "."]
)
def test_a_key_that_nothing_bears_is_not_in_this_graph(store: Store, key: str) -> None:
    with pytest.raises(AgencyNotFound):
        agency(store, key)


def test_bounds_are_held_and_the_shape_of_one_is_that_of_the_list(store: Store) -> None:
    with pytest.raises(BadOption):
        agencies(store, HEALTH, limit=0)
    with pytest.raises(BadOption):
        agency(store, SON_LA, as_of="never")
    listed = agency_list_json(agencies(store, HEALTH))["items"][0]
    alone = agency_json(agency(store, SON_LA, limit=FIRST))
    assert alone == listed


def of_department(number: str, department: str, *duties: Any) -> Any:
    return paper(
        f"{number}.txt", f"{number}/KH", "2024-03-10", type="Kế hoạch", level=Level.PROVINCE,
        province="Lai Châu", issuer=f"{department} tỉnh Lai Châu", duties=duties,
    )  # fmt: skip


@pytest.fixture
def divisions(kind_of_store: None) -> Store:
    """Plans of two departments whose divisions have one name, and one that tells the department."""
    made = small_graphs.make_store()
    write_files(
        made,
        [
            of_department("1", HEALTH, duty("Phòng Kế hoạch", "Mua thuốc"),
                          duty("Văn phòng Sở", "In tài liệu", at=60)),
            of_department("2", "Sở Nội vụ", duty("Phòng Kế hoạch", "Lập dự toán"),
                          duty("Chi cục Văn thư", "Giữ tài liệu", at=60)),
            plan("3", "Lai Châu", "2024-04-10", duty("Phòng Kế hoạch thuộc Sở Y tế", "Báo cáo")),
        ],
    )  # fmt: skip
    return made


def test_divisions_of_two_departments_are_two_bodies(divisions: Store) -> None:
    health, home = "vn-lai-chau.phong-ke-hoach-so-y-te", "vn-lai-chau.phong-ke-hoach-so-noi-vu"
    assert keys(divisions, "Phòng Kế hoạch") == [(home, 1), (health, 1)]
    assert agency(divisions, health).duties.total == 2
    parent = agency(divisions, home).parent
    assert parent is not None and parent.key == "vn-lai-chau.so-noi-vu"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Phòng Kế hoạch thuộc Sở Y tế", [("vn-lai-chau.phong-ke-hoach-so-y-te", 2)]),
        ("phong ke hoach so noi vu tỉnh Lai Châu", [("vn-lai-chau.phong-ke-hoach-so-noi-vu", 1)]),
        ("Văn phòng Sở Y tế", [("vn-lai-chau.van-phong-so-y-te", 1)]),
        ("Chi cục Văn thư", [("vn-lai-chau.chi-cuc-van-thu", 1)]),
    ],
)
def test_a_division_is_found_with_its_body(
    divisions: Store, name: str, found: list[tuple[str, int]]
) -> None:
    assert keys(divisions, name) == found


def test_a_key_from_before_keys_told_the_body_finds_the_one_division(divisions: Store) -> None:
    assert agency(divisions, "vn-lai-chau.van-phong-so").agency.key == (
        "vn-lai-chau.van-phong-so-y-te"
    )
    with pytest.raises(AgencyNotFound):
        agency(divisions, "vn-lai-chau.phong-ke-hoach")

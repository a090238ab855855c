"""Which agencies a name means: just so, with a place, as a beginning; what is like it."""

from __future__ import annotations

import pytest

from graph.build import write_files
from graph.store import Store
from loaders.records import Level
from queries.agencies import agencies
from queries.agency_kinds import Match, meant
from queries.errors import AgencyNotFound
from tests.graph.papers import duty, paper
from tests.queries import small_graphs

NAMES = (
    "Sở Y tế", "Sở Y tế các tỉnh, thành phố", "Sở Y tế tỉnh Lai Châu", "Sở Y tế dự phòng",
    "Trung tâm Y tế huyện Sìn Hồ", "Các trung tâm y tế cấp huyện", "Bệnh viện đa khoa tỉnh",
    "Ủy ban nhân dân các huyện, thị xã, thành phố", "Ủy ban nhân dân xã Tả Ngảo",
    "Ủy ban nhân dân tỉnh Lai Châu", "Đảng ủy Sở Y tế", "Chính phủ",
)  # fmt: skip


@pytest.fixture
def store(kind_of_store: None) -> Store:
    """A plan of the centre that gives one duty to each of NAMES."""
    made = small_graphs.make_store()
    given = tuple(duty(name, f"Việc thứ {n}", at=50 * n) for n, name in enumerate(NAMES))
    plan = paper("a.txt", "5/KH-BYT", "2018-03-01", type="Kế hoạch", level=Level.CENTRAL,
                 duties=given)  # fmt: skip
    write_files(made, [plan])
    return made


@pytest.mark.parametrize(
    ("spelling", "match", "found"),
    [
        ("chinh phu", Match.NAMED, ["Chính phủ"]),
        ("so y te", Match.KIND, ["Sở Y tế các tỉnh, thành phố", "Sở Y tế tỉnh Lai Châu"]),
        ("so y te tinh lai chau", Match.NAMED, ["Sở Y tế tỉnh Lai Châu"]),
        ("trung tam y te", Match.KIND,
         ["Các trung tâm y tế cấp huyện", "Trung tâm Y tế huyện Sìn Hồ"]),
        ("uy ban nhan dan huyen", Match.KIND, ["Ủy ban nhân dân các huyện, thị xã, thành phố"]),
        ("uy ban nhan dan xa", Match.KIND, ["Ủy ban nhân dân xã Tả Ngảo"]),
        ("uy ban nhan dan tinh", Match.KIND, ["Ủy ban nhân dân tỉnh Lai Châu"]),
        ("benh vien", Match.BEGINNING, ["Bệnh viện đa khoa tỉnh"]),
        ("so y", Match.BEGINNING,
         ["Sở Y tế các tỉnh, thành phố", "Sở Y tế dự phòng", "Sở Y tế tỉnh Lai Châu"]),
        ("y te", Match.NONE, []),
    ],
)  # fmt: skip
def test_a_name_means_all_that_bear_it(
    store: Store, spelling: str, match: Match, found: list[str]
) -> None:
    said = meant(store, (spelling,))
    assert (said.match, [one.agency for one in said.agencies]) == (match, found)
    assert said.total == len(found)
    assert bool(said.near) is (match is Match.NONE)


def test_what_nobody_bears_has_the_names_most_like_it(store: Store) -> None:
    near = meant(store, ("so y ta tinh lai chau",)).near
    assert near[0].agency == "Sở Y tế tỉnh Lai Châu"
    assert meant(store, ("zzz",)).near == ()
    assert meant(store, ()).near == ()


def test_bodies_are_found_by_their_kind_and_else_near_names_are_told(store: Store) -> None:
    centres, own = agencies(store, "Trung tâm Y tế").items
    assert (centres.agency.many, centres.duties.total) == (True, 1)
    assert own.agency.key == "vn-lai-chau-sin-ho.trung-tam-y-te-huyen"
    with pytest.raises(AgencyNotFound) as refused:
        agencies(store, "Trạm Y tế lưu động Lai Châu")
    assert "Sở Y tế tỉnh Lai Châu" in [one.agency for one in refused.value.near]

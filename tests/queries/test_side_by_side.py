"""Two documents side by side: what is one, what differs, which is stronger; on every store."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import BadCursor, DocumentNotFound
from graph.store import Store
from loaders.records import SELF, Indicator, Level, RelationType, Responsibility, Role
from queries.errors import BadOption
from queries.pair_shapes import side_by_side_json
from queries.pairs import Aspect, Pair, Parent, Side, Standing, Stated
from queries.side_by_side import side_by_side
from tests.graph.papers import duty, indicator, load, paper, reference, relation, value
from tests.queries import small_graphs
from tests.queries.small_graphs import graph

TOP, LAW = ("20-NQ/TW", "2017-10-25"), ("9/NQ-CP", "2016-01-01")
A, B = "vn-son-la.1-kh-ubnd.2018-05-04", "vn-lai-chau.2-kh-ubnd.2018-06-04"
INSURED = "Tỷ lệ dân số tham gia bảo hiểm y tế"


def plan(
    store: Store,
    number: str,
    date: str,
    province: str,
    *,
    targets: tuple[Indicator, ...] = (),
    duties: tuple[Responsibility, ...] = (),
    **parents: RelationType,
) -> None:
    """Load a plan with the relations `top` and `law` to the two documents above."""
    known = {"top": ("R1", TOP), "law": ("R2", LAW)}
    named = [known[name] for name in parents]
    more: dict[str, Any] = {"level": Level.PROVINCE, "province": province}
    load(
        store,
        paper(
            f"{number.split('/')[0]}.txt", number, date, type="Kế hoạch",
            targets=targets, duties=duties,
            references=tuple(reference(key, *one, level=Level.CENTRAL) for key, one in named),
            relations=tuple(
                relation(SELF, kind, known[name][0], at=at * 50)
                for at, (name, kind) in enumerate(parents.items())
            ),
            **more,
        ),
    )  # fmt: skip


@pytest.fixture
def store() -> Store:
    """Two plans: both carry out one resolution, one target differs, one duty is given otherwise."""
    made: Store = small_graphs.make_store()
    plan(
        made, "1/KH-UBND", "2018-05-04", "Sơn La",
        top=RelationType.IMPLEMENTS, law=RelationType.IMPLEMENTS,
        targets=(
            indicator(INSURED, value(95.0, year=2025, op=">=", at=10)),
            indicator("Số giường bệnh trên vạn dân", value(30.0, year=2025, at=20)),
        ),
        duties=(
            duty("Sở Y tế", "Theo dõi, đôn đốc, tổng hợp báo cáo.", at=30, role=Role.LEAD),
            duty("Sở Tài chính", "Bố trí kinh phí hằng năm.", at=40),
            duty("Sở Y tế", "Đào tạo bác sĩ gia đình cho tuyến xã.", at=50),
        ),
    )  # fmt: skip
    plan(
        made, "2/KH-UBND", "2018-06-04", "Lai Châu",
        top=RelationType.IMPLEMENTS, law=RelationType.BASED_ON,
        targets=(
            indicator("Tỷ lệ trạm y tế xã đạt tiêu chí", value(80.0, year=2025, at=10)),
            indicator("Tỷ lệ người dân tham gia bảo hiểm y tế",
                      value(97.0, year=2025, op=">=", at=20)),
        ),
        duties=(
            duty("Sở Tài chính", "Bố trí kinh phí hằng năm.", at=30),
            duty("Sở Y tế", "Theo dõi, đôn đốc và tổng hợp báo cáo.", at=40,
                 role=Role.COORDINATE),
            duty("Công an tỉnh", "Giữ trật tự.", at=50),
        ),
    )  # fmt: skip
    return made


def told(pair: Pair) -> tuple[str, str | None, str | None, str, tuple[str, ...], str | None]:
    return (
        pair.aspect, _name(pair.a), _name(pair.b), pair.standing, pair.differs, pair.stronger,
    )  # fmt: skip


def _name(said: Parent | Stated[Any] | None) -> str | None:
    if said is None:
        return None
    if isinstance(said, Parent):
        return said.document.number
    return str(getattr(said.fact, "indicator", None) or said.fact.agency)


def test_what_is_one_stands_in_one_row(store: Store) -> None:
    answer = side_by_side(store, A, B)
    assert [told(pair) for pair in answer.items] == [
        ("parent", "9/NQ-CP", "9/NQ-CP", "different", ("relation",), "a"),
        ("parent", "20-NQ/TW", "20-NQ/TW", "same", (), None),
        ("target", INSURED, "Tỷ lệ người dân tham gia bảo hiểm y tế", "different", ("values",),
         "b"),
        ("target", "Số giường bệnh trên vạn dân", None, "only_a", (), None),
        ("target", None, "Tỷ lệ trạm y tế xã đạt tiêu chí", "only_b", (), None),
        ("duty", "Sở Y tế", "Sở Y tế", "different", ("task", "role"), "a"),
        ("duty", "Sở Tài chính", "Sở Tài chính", "same", (), None),
        ("duty", "Sở Y tế", None, "only_a", (), None),
        ("duty", None, "Công an tỉnh", "only_b", (), None),
    ]  # fmt: skip
    assert answer.counts[Aspect.DUTY] == {
        Standing.SAME: 1, Standing.DIFFERENT: 1, Standing.ONLY_A: 1, Standing.ONLY_B: 1,
    }  # fmt: skip


def test_each_side_has_its_sentences(store: Store) -> None:
    rows = side_by_side_json(side_by_side(store, A, B))["items"]
    sides = [
        side
        for row in rows
        for name in ("parents", "targets", "duties")
        if row[name] is not None
        for side in row[name].values()
        if side is not None
    ]
    assert len(sides) == 2 * 9 - 4
    assert all(side["evidence"][0]["quote"] for side in sides)
    assert rows[2]["values"][0]["flags"] == ["stronger"]
    assert rows[2]["values"][0]["against"]["value"] == 95


def test_the_other_way_round_only_the_sides_change(store: Store) -> None:
    there, back = side_by_side(store, A, B), side_by_side(store, B, A)
    turned = {Standing.ONLY_A: Standing.ONLY_B, Standing.ONLY_B: Standing.ONLY_A}
    sides = {Side.A: Side.B, Side.B: Side.A, None: None}
    mirrored = {
        (p.aspect, _name(p.b), _name(p.a), turned.get(p.standing, p.standing), p.differs,
         sides[p.stronger])
        for p in back.items
    }  # fmt: skip
    assert {told(pair) for pair in there.items} == mirrored


def test_a_document_beside_itself_is_the_same_throughout(store: Store) -> None:
    assert {pair.standing for pair in side_by_side(store, A, A).items} == {Standing.SAME}


def test_pages_follow_one_another_and_cursors_belong_to_their_question(store: Store) -> None:
    every = side_by_side(store, A, B).items
    found, cursor = [], None
    while True:
        page = side_by_side(store, A, B, limit=2, cursor=cursor)
        found += page.items
        assert page.total == len(every)
        if page.next is None:
            break
        cursor = page.next
    assert tuple(found) == every
    first = side_by_side(store, A, B, limit=2).next
    with pytest.raises(BadCursor):
        side_by_side(store, B, A, cursor=first)


def test_circles_diamonds_stubs_and_programmes() -> None:
    """Parents are one step away: a circle is a parent, a programme stands under its act."""
    store = graph("a IMPLEMENTS b", "b IMPLEMENTS a", "a IMPLEMENTS act", "b IMPLEMENTS programme",
                  "act PROMULGATES programme", "a BASED_ON top", "act IMPLEMENTS top")  # fmt: skip
    rows = [
        (pair.standing, *(side and side.document.key for side in (pair.a, pair.b)))
        for pair in side_by_side(store, "a", "b").items
    ]
    assert rows == [
        ("same", "act", "act"), ("only_a", "b", None), ("only_a", "top", None),
        ("only_b", None, "a"),
    ]  # fmt: skip


def test_values_without_a_model_are_only_shown() -> None:
    """What A only reports is no measure for what B sets."""
    store = small_graphs.make_store()
    reported = indicator(INSURED, baselines=(value(80.0, year=2016, at=5),))
    plan(store, "1/KH-UBND", "2018-05-04", "Sơn La", targets=(reported,))
    plan(store, "2/KH-UBND", "2018-06-04", "Lai Châu", targets=(indicator(INSURED, value(90.0)),))
    [pair] = side_by_side(store, A, B).items
    assert (pair.standing, pair.stronger, pair.values[0].flags) == ("different", None, ())


def test_what_cannot_be_asked() -> None:
    store = graph("b IMPLEMENTS a")
    with pytest.raises(DocumentNotFound):
        side_by_side(store, "a", "nowhere")
    with pytest.raises(BadOption):
        side_by_side(store, "a", "b", limit=0)

"""One indicator on its way down: rows, what they are compared with, flags, what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.errors import BadCursor, DocumentNotFound
from graph.stated import FactPlace, Targets, TargetValue
from graph.store import Store
from loaders.records import SELF, Indicator, Level, RelationType, Value
from queries.cascade import Cascade, cascade
from queries.cascade_tops import cascade_tops
from queries.cascade_values import CascadeFlag, compared
from queries.errors import BadOption
from tests.graph.papers import indicator, load, paper, reference, relation, value
from tests.queries import small_graphs

TOP = ("20-NQ/TW", "2017-10-25")
INSURED = "Tỷ lệ dân số tham gia bảo hiểm y tế"


def plan(
    store: Store,
    number: str,
    date: str,
    parent: tuple[str, str] | None,
    *targets: Indicator,
    province: str | None = None,
) -> None:
    """Load a paper that carries out `parent` and sets these targets."""
    level = Level.CENTRAL if province is None else Level.PROVINCE
    place: dict[str, Any] = {"level": level, "province": province}
    more: dict[str, Any] = {"targets": targets}
    if parent is not None:
        more["references"] = (reference("R1", *parent, level=Level.CENTRAL),)
        more["relations"] = (relation(SELF, RelationType.IMPLEMENTS, "R1"),)
    load(store, paper(f"{number.split('/')[0]}.txt", number, date, **place, **more))


def goal(name: str, *values: Value, unit: str | None = "%") -> Indicator:
    return replace(indicator(name, *values), unit=unit)


def least(number: float, year: int) -> Value:
    return value(float(number), year=year, op=">=", at=int(number))


def sample() -> Store:
    """The resolution asks for 95 % in 2025; plans below ask for less, later, more, or nothing."""
    store = small_graphs.make_store()
    plan(store, *TOP, None, goal(INSURED, least(95, 2025), least(98, 2030)))
    below = {
        "1/KH-UBND": (
            "Sơn La",
            goal("Tỷ lệ người dân tham gia bảo hiểm y tế", least(90, 2025)),
        ),
        "2/KH-UBND": ("Lai Châu", goal(INSURED, least(95, 2026))),
        "3/KH-UBND": ("Lào Cai", goal(INSURED, least(96, 2025))),
        "4/KH-UBND": (
            "Yên Bái",
            goal("Số giường trên một vạn dân", value(30.0), unit="giường"),
        ),
        "5/KH-UBND": ("Hà Giang", goal(INSURED, value(900_000.0, year=2025), unit="người")),
    }
    for number, (province, target) in below.items():
        plan(store, number, "2018-05-21", TOP, target, province=province)
    return store


def flags(answer: Cascade) -> dict[str, list[list[CascadeFlag]]]:
    return {
        row.document.province or "": [list(one.flags) for one in row.values] for row in answer.items
    }


def test_each_value_stands_against_the_one_above() -> None:
    store = sample()
    [top] = [d.key for d in store.documents([TOP_KEY]).values()]
    answer = cascade(store, top, "bao hiem y te")
    assert [row.depth for row in answer.items] == [0, 1, 1, 1, 1]
    assert flags(answer) == {
        "": [[], []],
        "Sơn La": [[CascadeFlag.WEAKER]],
        "Lai Châu": [[CascadeFlag.LATER]],
        "Lào Cai": [[CascadeFlag.STRONGER]],
        "Hà Giang": [[CascadeFlag.OTHER_UNIT]],
    }
    low = next(row for row in answer.items if row.document.province == "Sơn La")
    assert low.above is not None
    assert (low.above.key, low.path) == (top, (top, low.document.key))
    assert low.values[0].against is not None
    assert (low.values[0].against.value, low.values[0].against.year) == (95, 2025)
    assert [one.province for one in answer.missing] == ["Yên Bái"]
    assert (answer.missing_total, answer.total, answer.truncated) == (1, 5, False)


TOP_KEY = "vn.20-nq-tw.2017-10-25"


def test_a_cascade_goes_by_what_the_name_means_and_compares_one_with_itself() -> None:
    store = small_graphs.make_store()
    stunted = "Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi"
    plan(
        store,
        *TOP,
        None,
        goal("Tỷ lệ bao phủ bảo hiểm y tế", least(95, 2025)),
        goal(stunted, value(15.0)),
    )
    plan(
        store, "1/KH-UBND", "2018-05-21", TOP,
        goal("Tỷ lệ học sinh tham gia bảo hiểm y tế", least(99, 2025)),
        goal("Tỷ lệ dân số có thẻ bảo hiểm y tế", least(90, 2025)),
        goal("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", value(9.0)),
        goal("Tỷ lệ trẻ dưới 5 tuổi SDD thấp còi", value(17.0)),
        province="Sơn La",
    )  # fmt: skip
    insured = cascade(store, TOP_KEY, "bao phủ BHYT")
    assert flags(insured) == {"": [[]], "Sơn La": [[CascadeFlag.WEAKER]]}
    assert [one.key for one in insured.indicators] == ["bao-phu-bao-hiem-y-te"]
    by_words = cascade(store, TOP_KEY, "bảo hiểm y tế")
    assert [row.above is None for row in by_words.items] == [True, True, False]
    for typed in ("bhyt", "tỷ lệ BHYT"):  # abbreviations are written out
        assert cascade(store, TOP_KEY, typed).items == by_words.items, typed
    plan_key = by_words.items[1].document.key
    assert [one.key for one in cascade_tops(store, plan_key, "bhyt")] == [TOP_KEY]
    thin = cascade(store, TOP_KEY, "suy dinh dưỡng trẻ em dưới 5 tuổi")
    assert [row.above is None for row in thin.items] == [True, True, False]
    short = cascade(store, TOP_KEY, "thấp còi ở trẻ em dưới 5 tuổi")
    assert [row.stated.targets[0].value for row in short.items] == [15.0, 17.0]


def test_pages_go_on_where_they_ended() -> None:
    store = sample()
    whole = cascade(store, TOP_KEY, INSURED)
    first = cascade(store, TOP_KEY, "bảo hiểm y tế", limit=2)
    rest = cascade(store, TOP_KEY, "bảo hiểm y tế", limit=9, cursor=first.next)
    assert (first.truncated, rest.truncated) == (True, False)
    assert len(first.items + rest.items) == first.total == 5
    assert whole.total == 5  # the plan of Sơn La speaks of "người dân": the same
    with pytest.raises(BadCursor):
        cascade(store, TOP_KEY, "giường", cursor=first.next)


def test_later_documents_are_left_out_and_words_without_letters_name_nothing() -> None:
    store = sample()
    assert cascade(store, TOP_KEY, "bảo hiểm y tế", as_of="2018-01").total == 1
    nothing = cascade(store, TOP_KEY, "…")
    assert (nothing.items, nothing.missing_total) == ((), 5)
    with pytest.raises(DocumentNotFound):
        cascade(store, "nothing", "y tế")
    with pytest.raises(BadOption):
        cascade(store, TOP_KEY, "y tế", limit=0)


def set_here(*values: TargetValue, unit: str = "%", before: tuple[float, ...] = ()) -> Targets:
    told = tuple(TargetValue(2015, "=", number, None, ()) for number in before)
    return Targets(FactPlace("d", "d.txt", 1), INSURED, unit, "I", values, told)


def at(number: float, year: int | None = 2025, op: str = "=") -> TargetValue:
    return TargetValue(year, op, number, None, ())


@pytest.mark.parametrize(
    ("value_", "model", "expected"),
    [
        (at(90, op=">="), set_here(at(95, op=">=")), [CascadeFlag.WEAKER]),
        (at(20, op="<"), set_here(at(15, op="<")), [CascadeFlag.WEAKER]),
        (at(10, op="<="), set_here(at(15, op="<")), [CascadeFlag.STRONGER]),
        (at(90), set_here(at(95)), [CascadeFlag.DIFFERENT]),
        (at(90), set_here(at(95), before=(80,)), [CascadeFlag.WEAKER]),
        (at(18), set_here(at(15), before=(30,)), [CascadeFlag.WEAKER]),
        (at(95), set_here(at(95)), []),
        (at(5, op="change"), set_here(at(7)), []),
        (at(95, 2030), set_here(at(95, 2025)), [CascadeFlag.LATER]),
        (at(97, 2030), set_here(at(95, 2025)), []),
        (at(95, None), set_here(at(95, 2025)), []),
    ],
)
def test_which_of_two_values_is_the_weaker(
    value_: TargetValue, model: Targets, expected: list[CascadeFlag]
) -> None:
    assert list(compared(value_, set_here(value_), model).flags) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((at(90), at(95)), [CascadeFlag.CONFLICT]),
        ((at(90, op="<"), at(95, op=">")), [CascadeFlag.CONFLICT]),
        ((at(90, op=">="), at(95)), []),
        ((at(90, 2025), at(95, 2030)), []),
    ],
)
def test_a_document_may_contradict_itself(
    values: tuple[TargetValue, ...], expected: list[CascadeFlag]
) -> None:
    assert list(compared(values[0], set_here(*values), None).flags) == expected

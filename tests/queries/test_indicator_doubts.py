"""Which indicators of a line a person should look at, and which not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.store import Store
from loaders.records import SELF, Indicator, Level, RelationType
from queries.cascade import cascade
from queries.review import ReviewItem, ReviewKind, review
from queries.review_shapes import review_json
from tests.graph.papers import load, paper, reference, relation
from tests.queries import small_graphs
from tests.queries.test_cascade import TOP, goal, least, plan

POOR = goal("Tỷ lệ hộ nghèo", least(5, 2025))
POOR_MANY = goal("Tỷ lệ hộ nghèo đa chiều", least(6, 2025))


def doubts(store: Store) -> tuple[ReviewItem, ...]:
    return review(store, ReviewKind.INDICATOR).items


def line(above: tuple[Indicator, ...], below: tuple[Indicator, ...]) -> Store:
    store = small_graphs.make_store()
    plan(store, *TOP, None, *above)
    plan(store, "1/KH-UBND", "2018-05-02", TOP, *below, province="Sơn La")
    return store


def test_a_plan_and_what_it_carries_out_are_compared() -> None:
    store = line((POOR,), (POOR_MANY,))
    plan(store, "2/KH-UBND", "2018-06-02", TOP, POOR_MANY, province="Lai Châu")
    [item] = doubts(store)
    assert [one.indicator for one in item.measured or ()] == [POOR_MANY.name, POOR.name]
    assert (item.value, item.document.number) == (2, "2/KH-UBND")
    [candidate] = item.candidates
    assert candidate.document.number == TOP[0]
    assert candidate.reasons == ("từ chỉ một bên có: đa chiều",)
    assert [one.file for one in item.citations] == ["2.txt", "1.txt"]
    assert [one.file for one in item.others] == ["20-NQ.txt"]


def test_the_command_shows_both() -> None:
    store = line((POOR,), (POOR_MANY,))
    [item] = review_json(review(store))["items"]
    [candidate] = item["candidates"]
    assert item["indicator"] == {"name": POOR_MANY.name, "unit": "%"}
    assert candidate["indicator"] == {"name": POOR.name, "unit": "%"}
    key = candidate["document"]["key"]
    command = f'phahe cascade {key} --indicator "{POOR.name}"'
    assert candidate["commands"] == {"same": None, "not_same": None, "together": command}
    shown = cascade(store, key, POOR.name).items
    assert [row.stated.indicator for row in shown] == [POOR.name, POOR_MANY.name]


def test_the_command_is_one_in_every_shell() -> None:
    """Between the quotes that cmd of Windows knows too, nothing that a shell would carry out."""
    poor = replace(POOR, name=f'{POOR.name} "“$`x!”')
    many = replace(POOR_MANY, name=f"{POOR_MANY.name} x")
    [item] = review(line((poor,), (many,))).items
    command = item.commands(item.candidates[0])["together"]
    assert command.endswith(f' --indicator "{POOR.name} x"')


LEFT_OUT: dict[str, Any] = {
    "the same": ((POOR,), (POOR,)),
    "two things": ((POOR,), (goal("Tỷ lệ hộ cận nghèo", least(6, 2025)),)),
    "another word in one's place": (
        (goal("Tỷ lệ hộ có cáp quang", least(6, 2025)),),
        (goal("Tỷ lệ thôn có cáp quang", least(6, 2025)),),
    ),
    "one that the plan sets itself": ((POOR,), (POOR, POOR_MANY)),
    "one that stands above too": ((POOR, POOR_MANY), (POOR_MANY,)),
    "another measure": ((POOR,), (goal(POOR_MANY.name, least(6, 2025), unit="tỷ đồng"),)),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_nobody_would_compare_is_left_out(name: str) -> None:
    assert doubts(line(*LEFT_OUT[name])) == ()


def test_documents_of_two_lines_are_not_compared() -> None:
    store = small_graphs.make_store()
    plan(store, *TOP, None, POOR)
    plan(store, "1/KH-UBND", "2018-05-02", ("46-NQ/TW", "2005-02-23"), POOR_MANY, province="Sơn La")
    plan(store, "2/KH-UBND", "2018-05-02", None, POOR_MANY, province="Lai Châu")
    assert doubts(store) == ()


def test_a_chain_is_followed_to_its_end_and_circles_end() -> None:
    store = line((POOR,), ())
    made: dict[str, Any] = {"level": Level.PROVINCE, "province": "Sơn La"}
    plans = (("1/KH-UBND", "2018-05-02"), ("5/KH-UBND", "2018-07-02"))
    up = tuple(reference(f"R{at}", *one, **made) for at, one in enumerate(plans, 1))
    ways = tuple(relation(SELF, RelationType.IMPLEMENTS, one.key) for one in up)
    more: dict[str, Any] = {"references": up, "relations": ways, "targets": (POOR_MANY,), **made}
    load(store, paper("6.txt", "6/KH-UBND", "2018-08-02", **more))
    back = (reference("R1", "6/KH-UBND", "2018-08-02", **made),)
    circle = (relation(SELF, RelationType.IMPLEMENTS, "R1"),)
    load(store, paper("5.txt", *plans[1], references=back, relations=circle, **made))
    [item] = doubts(store)
    assert (item.document.number, item.value) == ("6/KH-UBND", 1)

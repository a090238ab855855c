"""Where cards stand: by rule, the same every time, none on another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visual.layout import ROWS, place
from visual.theme import CARD_HEIGHT, CARD_WIDTH

COLUMNS = [
    pytest.param([], {"f": 0}, id="alone"),
    pytest.param([("a", "f"), ("b", "a")], {"f": 0, "a": 1, "b": 2}, id="chain down"),
    pytest.param([("f", "a"), ("a", "b")], {"f": 0, "a": -1, "b": -2}, id="chain up"),
    pytest.param([("a", "f"), ("b", "f"), ("b", "a")], {"f": 0, "a": 1, "b": 2}, id="longest path"),
    pytest.param(
        [("a", "f"), ("a", "p")], {"f": 0, "a": 1, "p": 0}, id="another parent of a descendant"
    ),
    pytest.param(
        [("f", "a"), ("c", "a")], {"f": 0, "a": -1, "c": 0}, id="another child of an ancestor"
    ),
    pytest.param([("a", "f"), ("b", "a"), ("a", "b")], {"f": 0, "a": 1, "b": 2}, id="cycle"),
    pytest.param([("a", "f"), ("f", "a")], {"f": 0, "a": 1}, id="cycle through the focus"),
    pytest.param([("f", "f")], {"f": 0}, id="self"),
    pytest.param([("f", "elsewhere")], {"f": 0}, id="a link out of the picture"),
]


@pytest.mark.parametrize(("links", "columns"), COLUMNS)
def test_columns(links, columns):
    places = place("f", sorted(columns), links)
    assert {key: spot.column for key, spot in places.items()} == columns


def test_children_stand_beside_their_parents():
    links = [("a", "f"), ("b", "f"), ("x", "b"), ("y", "a")]
    places = place("f", ["a", "b", "f", "x", "y"], links)
    assert places["y"].y < places["x"].y
    assert places["f"].y == 0


@pytest.mark.parametrize(
    ("cards", "wide", "high"), [(ROWS, 1, ROWS), (8, 2, 4), (25, 3, 9), (300, 8, 38)]
)
def test_a_long_column_is_broken_into_sub_columns_of_equal_rows(cards, wide, high):
    keys = [f"k{n:03}" for n in range(cards)]
    places = place("f", ["f", *keys], [(key, "f") for key in keys])
    assert {places[key].column for key in keys} == {1}
    assert len({places[key].x for key in keys}) == wide
    assert len({places[key].y for key in keys}) == high


KEYS = [f"k{n}" for n in range(9)]
LINKS = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=24)


@given(LINKS, st.randoms())
def test_no_card_stands_on_another_and_order_of_links_does_not_matter(links, random):
    places = place("k4", KEYS, links)
    assert places["k4"].column == 0
    for one, other in combinations(places.values(), 2):
        assert abs(one.x - other.x) >= CARD_WIDTH or abs(one.y - other.y) >= CARD_HEIGHT
    shuffled = list(links)
    random.shuffle(shuffled)
    assert place("k4", KEYS, shuffled) == places

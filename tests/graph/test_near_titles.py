"""Titles of one block by their rare words: all that can be one work, in near-linear time."""

from __future__ import annotations

import random
from itertools import product

import pytest

from graph.identity.clusters import cluster
from graph.identity.near_titles import NearTitles, words_counted
from graph.identity.titles import same_work
from tests.graph.papers import claim, counted

WORDS = (
    "lúa", "mía", "chè", "tiêu", "dừa", "bưởi", "cam", "xoài", "nhãn", "tôm", "cá", "muối", "tre",
    "và", "của", "về",
)  # fmt: skip
ENDS = ["", " giai đoạn 2021-2025", " đến năm 2025", " năm 2022", " lần thứ XI"]


def titles(number: int, words: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    said = [" ".join(draw.choices(WORDS, k=draw.randint(1, words))) for _ in range(number)]
    return [f"Kế hoạch phát triển vùng {one}{draw.choice(ENDS)}" for one in said]


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_can_be_one_work_is_left_out(seed: int) -> None:
    every = [*titles(60, 5, seed), "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI", "Kế hoạch"]
    near: NearTitles[str] = NearTitles(words_counted(every))
    for title in every:
        near.add(title, title)
    for one, other in product(every, every):
        if same_work(*sorted((one, other))):
            assert other in near.near(one), (one, other)


def test_what_has_no_title_is_near_to_all() -> None:
    near: NearTitles[str] = NearTitles(words_counted([]))
    near.add(None, "untitled")
    near.add("Kế hoạch phát triển chè xanh", "tea")
    assert near.near("Kế hoạch phát triển vùng cam bưởi") == ["untitled"]
    assert near.near(None) == near.every == ["untitled", "tea"]


def test_of_many_titles_few_are_near_to_one() -> None:
    draw = random.Random(7)
    said = [" ".join(f"w{draw.randrange(10**6)}" for _ in range(6)) for _ in range(1600)]
    every = [f"Đề án vùng {one}" for one in said]
    near: NearTitles[str] = NearTitles(words_counted(every))
    for title in every:
        near.add(title, title)
    assert [near.near(title) for title in every] == [[title] for title in every]


def test_works_of_many_titles_stay_apart() -> None:
    draw = random.Random(7)
    said = [" ".join(f"w{draw.randrange(10**6)}" for _ in range(6)) for _ in range(400)]
    works = [claim(title=f"Đề án vùng {one}", type="Đề án", block="de-an") for one in said]
    assert len(cluster(counted(*works))) == 400

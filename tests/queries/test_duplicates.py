"""Which documents of one number or title are compared with each other."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Document
from queries.comparing import DateAgreement, agreement
from queries.duplicates import Pair, probable_pairs
from tests.queries.small_graphs import document

DAYS = st.builds(
    "{:04}-{:02}-{:02}".format, st.integers(2017, 2019), st.integers(1, 3), st.integers(1, 3)
)
DATES = st.none() | DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])


def plans(dates: list[str | None]) -> list[Document]:
    said = {"number": "15/KH-UBND", "type": "Kế hoạch", "title": "Trồng rừng ven sông"}
    return [document(f"d{at:02}", issue_date=day, **said) for at, day in enumerate(dates)]


def pairs_of(some: list[Document]) -> list[Pair]:
    named = {one.key: one for one in some}
    return probable_pairs([some], lambda keys: [named[key] for key in keys])


@given(st.lists(DATES, max_size=12))
def test_all_pairs_but_those_of_two_days_are_compared(dates: list[str | None]) -> None:
    some = plans(dates)
    found = {(one.first.key, one.second.key) for one in pairs_of(some)}
    apart = (DateAgreement.CONFLICT,)
    assert found == {
        (one.key, other.key)
        for one, other in combinations(some, 2)
        if agreement(one.issue_date, other.issue_date) not in apart
    }

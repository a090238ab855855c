"""Terms of the Central Committee: which dates may fall in one."""

from __future__ import annotations

import pytest

from loaders.terms import may_fall_in


@pytest.mark.parametrize(
    ("date", "term", "may"),
    [
        ("2017-10-25", "XII", True),
        ("2017", "XII", True),
        ("2012-11-01", "XII", False),
        ("2022-06-16", "XII", False),
        ("2016-01", "XI", True),  # the month of the congress is of both terms
        ("2016-01", "XII", True),
        ("2015-12-31", "XII", False),
        ("2021", "XII", True),
        ("2021", "XIII", True),
        ("2021-03-01", "XII", False),
        ("2040-01-01", "XIV", True),  # the last term has no end yet
        ("1930-02-03", "I", True),  # a term that the table does not have
    ],
)
def test_dates_of_terms(date: str, term: str, may: bool) -> None:
    assert may_fall_in(date, term) is may

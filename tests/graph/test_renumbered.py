"""Numbers that begin again each year: an undated citation means no document of years ago."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model import Claim
from loaders.records import Level
from tests.graph.papers import claim, grouped

HA_GIANG = (Level.PROVINCE, "Hà Giang", None)
LOADED = claim(
    "15/KH-UBND", "2014-03-05", HA_GIANG, own=True, title="Phát triển chè", type="Kế hoạch"
)


def cited(not_after: str, number: str = "15/KH-UBND", **more: Any) -> Claim:
    return claim(number, None, HA_GIANG, not_after=not_after, **({"type": "Kế hoạch"} | more))


@pytest.mark.parametrize(
    ("citation", "joined"),
    [
        (cited("2014-12-01"), True),
        (cited("2015-12-01"), True),
        (cited("2021-06-01"), False),
        (cited("2021-06-01", title="Phát triển chè"), True),
        (cited("2021-06-01", other_dates=("2014-03-05",)), True),
    ],
)
def test_an_undated_local_number_is_of_late(citation: Claim, joined: bool) -> None:
    assert (grouped(LOADED, citation) == [{0, 1}]) is joined


def test_a_number_of_the_party_goes_on_for_its_term() -> None:
    place = (Level.PROVINCE, "Hà Giang", None)
    loaded = claim("15-CTr/TU", "2016-03-05", place, own=True, type="Chương trình")
    late = claim("15-CTr/TU", None, place, not_after="2020-06-01", type="Chương trình")
    assert grouped(loaded, late) == [{0, 1}]


def test_a_number_of_a_central_body_is_cited_alone_for_as_long_as_it_holds() -> None:
    place = (Level.CENTRAL, None, None)
    loaded = claim("659/QĐ-TTg", "2010-05-20", place, own=True, type="Quyết định")
    late = claim("659/QĐ-TTg", None, place, not_after="2020-06-01", type="Quyết định")
    assert grouped(loaded, late) == [{0, 1}]

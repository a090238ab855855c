"""What a number's symbol says of its issuer."""

from __future__ import annotations

import pytest

from graph.identity.issuers import Place, is_central_type, place_of_symbol
from graph.identity.keys import block_of_number

SYMBOLS = {
    "20-NQ/TW": Place.CENTRAL,
    "36-HD/VPTW": Place.CENTRAL,
    "12-HD/BTCTW": Place.CENTRAL,
    "15/2020/NĐ-CP": Place.CENTRAL,
    "139/NQ-CP": Place.CENTRAL,
    "1092/QĐ-TTg": Place.CENTRAL,
    "40/2009/QH12": Place.CENTRAL,
    "02/2020/UBTVQH14": Place.CENTRAL,
    "1624/QĐ-BYT": Place.MINISTRY,
    "10/TTLT-BYT-BNV": Place.MINISTRY,
    "15/KH-UBND": Place.LOCAL,
    "15-KH/TU": Place.LOCAL,
    "20-NQ/HU": Place.LOCAL,
    "243/KH-SYT": Place.LOCAL,
    "7/KH-TTYT": Place.LOCAL,
    "3/NQ-HĐND": Place.LOCAL,
    "12/SYT-NVY": Place.LOCAL,
    "7/KH-ABC": Place.UNKNOWN,
    "7/KH": Place.UNKNOWN,
    "12345": Place.UNKNOWN,
}


@pytest.mark.parametrize(("number", "place"), SYMBOLS.items())
def test_where_a_symbol_sits(number: str, place: Place) -> None:
    assert place_of_symbol(block_of_number(number) or "") is place


@pytest.mark.parametrize("number", ["12/GDĐT-VP", "12/KH-TT", "9/BC-BHXH"])
def test_a_code_that_several_levels_share_is_not_central(number: str) -> None:
    place = place_of_symbol(block_of_number(number) or "")
    assert place not in (Place.CENTRAL, Place.MINISTRY)


@pytest.mark.parametrize(
    ("name", "central"),
    [
        ("Luật", True),
        ("NGHỊ ĐỊNH", True),
        ("Thông tư", True),
        ("Nghị quyết", False),
        ("Quyết định", False),
        ("Kế hoạch", False),
        (None, False),
    ],
)
def test_types_of_central_bodies_only(name: str | None, central: bool) -> None:
    assert is_central_type(name) is central

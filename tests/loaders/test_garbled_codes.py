"""Numbers and codes as a wrong OCR prints them."""

from __future__ import annotations

import pytest

from loaders.mending.garbled_codes import code_changes, restored_code


def restored(value: str) -> str:
    """The value with the changes carried out."""
    for start, end, new in reversed(code_changes(value)):
        value = value[:start] + new + value[end:]
    return value


@pytest.mark.parametrize(
    ("printed", "reads"),
    [
        ("12/KH-UBNO", "12/KH-UBND"),
        ("127/QB-TTg", "127/QĐ-TTg"),
        ("08-NQITU", "08-NQ/TU"),
        ("02-CTr/PU", "02-CTr/ĐU"),
        ("27-CTr/ITU", "27-CTr/TU"),
        ("l2/KH-UBND", "12/KH-UBND"),
        ("99/2017/NQ-HBND", "99/2017/NQ-HĐND"),
        ("ngay l5/lO/2017", "ngay 15/10/2017"),
    ],
)
def test_a_code_is_restored_to_the_one_that_is_known(printed: str, reads: str):
    assert restored(printed) == reads


@pytest.mark.parametrize(
    "printed",
    [
        "12/KH-UBND",
        "1180/QĐ-UBND-HC",
        "139/NQ-CP",
        "45/NQ-HDT",
        "12/XYZQ-WVW",
        "ngay 15/10/2017",
        "tỷ lệ 15/2020",
    ],
)
def test_what_is_known_or_like_nothing_is_left(printed: str):
    assert restored(printed) == printed


def test_a_code_that_may_be_several_is_none():
    assert restored_code("X") is None
    assert restored_code("ZZZZZZZZZZ") is None

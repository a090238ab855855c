"""Numbers with comparator and unit; every row of units and of counted things proves itself."""

from __future__ import annotations

import pytest

from loaders.indicators.quantities import canonical_unit, find_quantities, parse_number
from loaders.tables import load_toml
from tests.loaders.papers import values

NUMBERS = [
    ("1.250,5", 1250.5),
    ("1,250.5", 1250.5),
    ("59.472", 59472.0),
    ("1,250,000", 1250000.0),
    ("8,5", 8.5),
    ("2.000.000", 2000000.0),
    ("07", 7.0),
]

COMPARED = [
    ("đạt tối thiểu 80%", (">=", 80.0, None, "%")),
    ("đạt từ 50% trở lên", (">=", 50.0, None, "%")),
    ("từ 1.800 đảng viên trở lên", (">=", 1800.0, None, None)),
    ("đạt 11%/năm trở lên", (">=", 11.0, None, "%")),
    ("không quá 15 phút", ("<=", 15.0, None, None)),
    ("từ 5% đến 10%", ("range", 5.0, 10.0, "%")),
    ("2,5 - 3 lần", ("range", 2.5, 3.0, None)),
    ("dưới 20‰", ("<", 20.0, None, "‰")),
    ("khoảng 300 xã", ("~", 300.0, None, None)),
    ("35/35 bản", ("=", 35.0, None, None)),
    ("có từ 30 sản phẩm OCOP trở lên", (">=", 30.0, None, None)),
    ("mỗi lớp từ 20 học viên", (">=", 20.0, None, None)),
    ("giảm từ 20 học viên", ("=", 20.0, None, None)),
    ("đạt từ 88 điểm", (">=", 88.0, None, None)),
    ("dưới 20%o0", ("<", 20.0, None, "‰")),
    ("ít nhất một câu lạc bộ", (">=", 1.0, None, None)),
    ("ít nhất mỗi năm một lần", (">=", 1.0, None, "lần/năm")),
    ("tối thiểu 2 lần mỗi quý", (">=", 2.0, None, "lần/quý")),
    ("mỗi tuần tổng vệ sinh 01 lần", ("=", 1.0, None, "lần/tuần")),
]

UNITS = load_toml("loaders", "quantities")["unit"]
COUNTED = load_toml("loaders", "quantities")["counted"]
GOALS = "II. MỤC TIÊU ĐẾN NĂM 2025\n- "


@pytest.mark.parametrize(("printed", "number"), NUMBERS)
def test_numbers_are_vietnamese_unless_they_cannot_be(printed, number):
    assert parse_number(printed) == number


@pytest.mark.parametrize(("words", "expected"), COMPARED)
def test_a_number_with_what_compares_it(words, expected):
    (found,) = find_quantities(words.lower(), 0, len(words))

    assert (found.op, found.value, found.value_to, found.unit) == expected


def test_a_number_that_another_takes_the_place_of_is_no_bound():
    ops = [found.op for found in find_quantities("tăng từ 45 xã lên 60 xã", 0, 24)]

    assert ops == ["=", "="]


@pytest.mark.parametrize("words", ["năm học mới", "một số nơi", "có mười năm", "họp lần hai"])
def test_words_that_only_sound_like_numbers_are_none(words):
    assert find_quantities(words, 0, len(words)) == []


@pytest.mark.parametrize("words", ["20-nq/tw", "15/kh-ubnd", "covid19", "2021/qđ-ttg"])
def test_a_documents_number_is_no_quantity(words):
    assert find_quantities(words, 0, len(words)) == []


def base(unit: str | None) -> str:
    """The unit of a value without what it is said per."""
    return canonical_unit((unit or "").split("/")[0])


@pytest.mark.parametrize("row", UNITS, ids=lambda row: row["name"])
def test_a_unit_is_read_in_its_examples_and_in_none_of_its_rejects(row):
    def units(sentence: str) -> set[str | None]:
        targets, _ = values(GOALS + sentence[0].upper() + sentence[1:] + ".")
        return {unit for _, unit, *_ in targets}

    assert row["examples"] != []
    assert row["rejects"] != []
    for example in row["examples"]:
        assert base(row["name"]) in {base(unit) for unit in units(example)}, example
    for reject in row["rejects"]:
        assert row["name"] not in units(reject), reject


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row["name"])
def test_a_counted_thing_is_read_in_its_examples_and_in_none_of_its_rejects(row):
    for example in row["examples"]:
        targets, _ = values(GOALS + example[0].upper() + example[1:] + ".")
        assert targets != [], example
    for reject in row["rejects"]:
        assert values(GOALS + reject[0].upper() + reject[1:] + ".") == ([], []), reject


@pytest.mark.parametrize(
    ("sign", "op"),
    [
        ("\uf0b3", ">="), ("\uf0a3", "<="), ("\u2267", ">="), ("\u2a7d", "<="), ("> =", ">="),
        (">\u0332", ">="), ("&ge;", ">="), ("&gt;=", ">="), ("&lt;", "<"), ("không dưới mức", ">="),
        ("lớn hơn hoặc bằng", ">="), ("nhỏ hơn hoặc bằng", "<="), ("bằng hoặc trên", ">="),
    ],
)  # fmt: skip
def test_a_sign_is_read_however_a_page_keeps_it(sign, op):
    targets, _ = values(f"{GOALS}Tỷ lệ hộ có nước sạch đạt {sign} 95%.")
    assert targets == [("Tỷ lệ hộ có nước sạch", "%", 2025, op, 95.0)]

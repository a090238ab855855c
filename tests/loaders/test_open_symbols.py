"""Open symbols: the numbers that a typed one without its symbol may be."""

from __future__ import annotations

import pytest

from loaders.citations.typed import parse_typed
from loaders.names.open_symbols import bare_readings
from loaders.terms import roman


def numbers(typed: str) -> list[str | None]:
    return [reading.number for reading in bare_readings(typed)]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("NQ 20 TW 6 khóa 12", "20-NQ/TW"),
        ("nghị quyết số 20 của Trung ương khóa XII", "20-NQ/TW"),
        ("chỉ thị 05 bộ chính trị", "05-CT/TW"),
        ("Nghị quyết 139 của Chính phủ", "139/NQ-CP"),
        ("QĐ 1719 của Thủ tướng", "1719/QĐ-TTG"),
        ("kế hoạch 5 của Sở Y tế Lai Châu", "5/KH-SYT"),
        ("TB 88 của UBND tỉnh", "88/TB-UBND"),
    ],
)
def test_a_named_body_tells_the_symbol(typed, number):
    assert numbers(typed)[0] == number
    assert len(numbers(typed)) <= 2


def test_a_year_may_stand_in_the_number_of_a_state_body():
    assert numbers("KH 108 UBND tỉnh Sơn La năm 2018") == ["108/KH-UBND", "108/2018/KH-UBND"]
    assert "37/2016/TT-BYT" in numbers("TT 37/2016")
    assert numbers("Nghị quyết 20 TW năm 2017") == ["20-NQ/TW"]


@pytest.mark.parametrize("typed", ["Nghị quyết 20 khóa XII", "nghi quyet 20 khoa 12", "NQ 20"])
def test_without_a_body_every_symbol_is_a_reading(typed):
    found = numbers(typed)
    assert found[0] == "20-NQ/TW"
    assert {"20-NQ/TU", "20-NQ/HU"} <= set(found)
    assert ("20/NQ-CP" in found) is (typed == "NQ 20")


@pytest.mark.parametrize(
    "typed",
    [
        "20-NQ/TW",
        "Nghị quyết 20-NQ/TW khóa XII",
        "Nghị quyết số 20/NQ-CP",
        "Luật 15/2023/QH15",
        "công văn 2034",
        "chương trình sức khỏe Việt Nam",
        "Nghị quyết 20.000 tấn",
        "quyết định 12/3 của",
        "",
        "xin chào",
    ],
)
def test_what_has_its_symbol_or_is_no_number_is_left(typed):
    assert bare_readings(typed) == ()


def test_a_figure_may_be_a_name_too():
    readings = bare_readings("Chương trình 135")
    assert readings[0] == (None, "Chương trình 135")
    assert "135-CTr/TW" in [reading.number for reading in readings]


def test_the_rest_is_read_as_papers_print_it():
    [reading] = bare_readings("NQ 20 TW 6 khóa 12")
    assert reading.words == "Nghị quyết số 20-NQ/TW, Hội nghị Trung ương 6 khóa XII"
    reference = parse_typed(reading.words)
    assert reference is not None
    assert (reference.number, reference.term) == ("20-NQ/TW", "XII")


def test_a_province_counts_without_marks():
    [reading, _] = bare_readings("ke hoach 108 ubnd tinh son la 2018")
    reference = parse_typed(reading.words)
    assert reference is not None
    assert (reference.province, reference.issue_date) == ("Sơn La", "2018")


@pytest.mark.parametrize(("term", "letters"), [("12", "XII"), ("xi", "XI"), ("9", "IX")])
def test_terms_are_numbered_in_roman_figures(term, letters):
    assert roman(term) == letters

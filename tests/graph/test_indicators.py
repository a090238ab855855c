"""Which names mean one indicator: every row of the table proves itself, and hard pairs."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.indicators.forms import form_of
from graph.indicators.indicator import Likeness, indicator_of, likened, sought
from graph.indicators.words import plain, rows, unit_family
from loaders.folding import fold

GROUPS = (
    "short", "marks", "idle", "term", "group", "sex", "place", "indicator", "divide", "order",
    "unit",
)  # fmt: skip


def row_id(row: Any) -> str:
    return str(row.get("key") or row.get("name") or row.get("word") or row["forms"][0])


def every(*groups: str) -> list[Any]:
    return [pytest.param(g, row, id=f"{g}-{row_id(row)}") for g in groups for row in rows(g)]


def holds(group: str, row: dict[str, Any], name: str) -> bool:
    """Whether a name is understood by a row."""
    said, form = " ".join(plain(name)), form_of(name)
    match group:
        case "short":
            return " ".join(plain(row["words"])) in said
        case "marks":
            return row["as"] in plain(name)
        case "term":
            return f" {' '.join(plain(row['name']))} " in f" {' '.join(form.words)} "
        case "group":
            return form.group == row["name"]
        case "sex" | "place":
            return row["name"] in (form.sexes if group == "sex" else form.places)
        case "unit":
            return unit_family(name) == row["name"]
        case _:
            return indicator_of(name).key == row["key"]


@pytest.mark.parametrize(
    ("group", "row"),
    every("short", "marks", "term", "group", "sex", "place", "indicator", "unit"),
)
def test_a_row_understands_its_examples_and_none_of_its_rejects(
    group: str, row: dict[str, Any]
) -> None:
    assert row["examples"] != []
    assert row["rejects"] != []
    assert [name for name in row["examples"] if not holds(group, row, name)] == []
    assert [name for name in row["rejects"] if holds(group, row, name)] == []


@pytest.mark.parametrize(("group", "row"), every("idle"))
def test_idle_words_go_and_what_looks_alike_stays(group: str, row: dict[str, Any]) -> None:
    idle = [*row.get("words", ()), *row.get("forms", ())]
    without = {name: name for name in (*row["examples"], *row["rejects"])}
    for name in without:
        for word in sorted(idle, key=len, reverse=True):
            without[name] = f" {without[name]} ".replace(f" {word} ", " ").strip()
    for name in row["examples"]:
        assert without[name] != name
        assert indicator_of(without[name]).key == indicator_of(name).key
    for name in row["rejects"]:
        assert not set(idle) & set(name.split())
        assert len(form_of(name).words) > 0


@pytest.mark.parametrize(("group", "row"), every("divide", "order"))
def test_dividing_words_divide_their_examples_only(group: str, row: dict[str, Any]) -> None:
    for one, other in row["examples"]:
        assert likened(one, None, other, None).likeness is Likeness.DIFFERENT
    for one, other in row["rejects"]:
        assert likened(one, None, other, None).likeness is not Likeness.DIFFERENT


@pytest.mark.parametrize(("group", "row"), every("indicator"))
def test_every_form_is_of_its_row_and_is_found_by_its_anchors(
    group: str, row: dict[str, Any]
) -> None:
    assert [name for name in row["forms"] if indicator_of(name).key != row["key"]] == []
    [anchors] = sought(indicator_of(row["name"]))
    for name in (*row["forms"], *row["examples"], row["name"]):
        assert any(f" {anchor} " in f" {fold(name)} " for anchor in anchors), name


def test_a_written_out_abbreviation_holds_no_word_that_marks_decide() -> None:
    changed = {row["as"]: fold(row["word"]) for row in rows("marks")}
    for row in rows("short"):
        assert [word for word in plain(row["words"]) if word in changed] == []
    assert {as_: word for as_, word in changed.items() if as_ == word} == {}


SAME = [
    (
        "Tỷ lệ trẻ dưới 01 tuổi tiêm đủ 08 loại vắc xin",
        "Tỷ lệ trẻ dưới 1 tuổi tiêm đủ 8 loại vắc xin",
    ),
    ("Tỷ suất tử vong trẻ em dưới một tuổi", "Tỷ suất tử vong trẻ em dưới 1 tuổi"),
    ("Tỷ suất tử vong trẻ em dưới năm tuổi", "Tỷ suất tử vong trẻ em dưới 5 tuổi"),
    ("Tỷ lệ trẻ dưới sáu tháng tuổi bú mẹ", "Tỷ lệ trẻ dưới 6 tháng tuổi bú mẹ"),
    ("Tỷ lệ dân số tham gia BHYT", "Tỷ lệ tham gia bảo hiểm y tế"),
    ("Tỷ lệ dân số tham gia BHYT", "Bao phủ BHYT"),
    ("Tỉ lệ người dân tham gia bảo hiểm y tế", "Tỷ lệ bao phủ BHYT toàn dân"),
    ("Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 5 tuổi", "Tỷ lệ trẻ dưới 5 tuổi thấp còi"),
    ("Số bác sĩ/vạn dân", "Số bác sỹ trên 10.000 dân"),
    ("Tỷ lệ hút thuốc lá ở nam giới trưởng thành", "Tỷ lệ nam giới trưởng thành hút thuốc lá"),
    ("Tỷ lệ thu gom chất thải rắn đô thị", "Tỷ lệ chất thải rắn ở đô thị được thu gom"),
    ("Tỷ lệ phụ nữ mang thai khám thai ít nhất 4 lần", "Tỷ lệ PNMT khám thai từ 4 lần trở lên"),
    ("Tổng tỷ suất sinh", "Tổng tỷ suất sinh (TFR)"),
    ("Tỷ lệ người dân được lập hồ sơ sức khỏe điện tử", "Tỷ lệ dân số có hồ sơ sức khoẻ điện tử"),
    ("Tỷ lệ trẻ em 5 tuổi đi mẫu giáo", "Tỷ lệ huy động trẻ 5 tuổi đến trường mẫu giáo"),
    ("Tỷ lệ hộ có nhà tiêu HVS", "Tỷ lệ hộ gia đình có nhà tiêu hợp vệ sinh"),
    ("TỶ LỆ HỘ NGHÈO TRÊN ĐỊA BÀN TỈNH", "Tỷ lệ hộ nghèo"),
]
APART = [
    ("Tỷ suất tử vong trẻ em dưới 1 tuổi", "Tỷ suất tử vong trẻ em dưới 5 tuổi", "different"),
    ("Tỷ suất tử vong trẻ em dưới một tuổi", "Tỷ suất tử vong trẻ em dưới năm tuổi", "different"),
    ("Tỷ lệ suy dinh dưỡng thể thấp còi", "Tỷ lệ suy dinh dưỡng thể nhẹ cân", "different"),
    ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo", "different"),
    ("Tỷ lệ thu gom chất thải rắn đô thị", "Tỷ lệ xử lý chất thải rắn đô thị", "different"),
    ("Tỷ lệ phụ nữ khám thai 3 lần", "Tỷ lệ phụ nữ khám thai từ 4 lần trở lên", "different"),
    ("Tỷ lệ giải ngân vốn vay", "Số vốn vay được giải ngân", "different"),
    ("Tỷ lệ hộ nghèo", "Số hộ nghèo", "different"),
    ("Tỷ lệ hộ nghèo", "Tỷ lệ giảm hộ nghèo", "different"),
    ("Tỷ lệ cấp ủy có nữ", "Tỷ lệ nữ trong cấp ủy", "different"),
    ("Tuổi thọ trung bình", "Tuổi thọ trung bình của nữ", "different"),
    ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo ở nông thôn", "different"),
    ("Diện tích trồng dứa", "Diện tích trồng dưa", "different"),
    ("Số bác sĩ trên 10.000 dân", "Số bác sĩ trên 1.000 dân", "different"),
    ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo đa chiều", "doubtful"),
    ("Tỷ lệ trẻ em thấp còi", "Tỷ lệ trẻ em dưới 5 tuổi thấp còi", "doubtful"),
    ("Tỷ lệ thôn có nhà văn hóa", "Tỷ lệ thôn có nhà văn hóa đạt chuẩn", "doubtful"),
    ("Tỷ lệ hộ có cáp quang", "Tỷ lệ thôn có cáp quang", "different"),
    ("Tỷ lệ người dân có chữ ký số", "Tỷ lệ doanh nghiệp có chữ ký số", "different"),
    ("Tỷ lệ", "Tỷ lệ", "different"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_indicator_meet(one: str, other: str) -> None:
    told = likened(one, None, other, None)
    assert (told.likeness, told.reasons != ()) == (Likeness.SAME, True)


@pytest.mark.parametrize(("one", "other", "likeness"), APART)
def test_nearly_alike_stays_apart_with_a_reason(one: str, other: str, likeness: str) -> None:
    for pair in ((one, None, other, None), (other, None, one, None)):
        told = likened(*pair)
        assert (told.likeness, told.reasons != ()) == (likeness, True)


def test_the_unit_is_evidence() -> None:
    assert likened("Diện tích rừng", "ha", "Diện tích rừng", "nghìn ha").likeness == "same"
    assert likened("Diện tích rừng", "ha", "Diện tích rừng", "%").likeness == "different"
    assert likened("Xuất khẩu gạo", "tấn", "Xuất khẩu gạo", "triệu USD").likeness == "different"
    assert likened("Hộ nghèo", "%", "Tỷ lệ hộ nghèo", "%").likeness == "same"
    assert likened("Số xã đạt chuẩn", "%", "Số xã đạt chuẩn", "xã").likeness == "different"


def test_a_name_has_a_readable_key_and_a_vietnamese_name_with_reasons() -> None:
    meant = indicator_of("Tỷ lệ người dân tham gia BHYT ở nông thôn", "%")
    assert meant.key == "bao-phu-bao-hiem-y-te.nong-thon"
    assert meant.name == "Tỷ lệ bao phủ bảo hiểm y tế (nông thôn)"
    assert meant.reasons[-1] == "bảng chỉ tiêu: Tỷ lệ bao phủ bảo hiểm y tế"


NAMES = sorted({name for row in rows("indicator") for name in (*row["forms"], *row["rejects"])})


@given(st.sampled_from(list(product(NAMES, NAMES))))
def test_likeness_is_symmetric_and_goes_by_the_key(pair: tuple[str, str]) -> None:
    one, other = pair
    told, back = likened(one, "%", other, "%"), likened(other, "%", one, "%")
    assert told.likeness is back.likeness
    equal = indicator_of(one, "%").key == indicator_of(other, "%").key
    assert (told.likeness is Likeness.SAME) == equal


@example("‰")
@given(st.text(max_size=80))
def test_any_text_has_a_key_of_plain_letters(text: str) -> None:
    key = indicator_of(text).key
    assert key == key.lower()
    assert key.isascii()


def test_a_number_is_found_with_a_leading_zero() -> None:
    anchors = sought(indicator_of("Tỷ lệ trẻ tiêm đủ 8 loại vắc xin"))
    assert ("8", "08") in anchors

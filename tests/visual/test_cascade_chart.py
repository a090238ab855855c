"""Where the marks of a cascade stand, and that the page says the same in words."""

from __future__ import annotations

import pytest

from api.document_parameters import DocumentPageQuery
from api.document_tabs import document_tab
from graph.stated import TargetValue
from loaders.records import Level
from queries.cascade import CascadeRow, cascade
from tests.visual.forest import Forest, health
from tests.visual.page import Tag, parse
from visual.cascade_chart import HEIGHT, WIDTH, cascade_chart
from visual.tabs import Tab
from visual.texts import load_texts

T = load_texts()
TOP, PLAN = "vn.20-nq-tw.2017-10-25", "vn-ha-giang.88-kh-ubnd.2018-03-12"
NAME = "Tỷ lệ tham gia bảo hiểm y tế"


def forest() -> Forest:
    """The resolution asks for 95 % in 2025; one province asks for less, one for it in 2030."""
    made = health()
    made.sets(TOP, NAME, "Tỷ lệ tham gia bảo hiểm y tế đạt 95%.", (2025, ">=", 95.0))
    made.goals["vn-yen-bai.88-kh-ubnd.2018-03-12"] = [
        (NAME, "Tỷ lệ tham gia bảo hiểm y tế đạt 90%.", ((2025, ">=", 90.0),))
    ]
    made.goals["vn-dong-thap.88-kh-ubnd.2018-03-12"] = [
        (NAME, "Tỷ lệ tham gia bảo hiểm y tế đạt 95%.", ((2030, ">=", 95.0),))
    ]
    return made


def rows() -> tuple[CascadeRow, ...]:
    return cascade(forest().store(), TOP, NAME).items


def page(key: str = PLAN, **asked: str) -> Tag:
    query = DocumentPageQuery(tab=Tab.TARGETS, **asked)
    return parse(document_tab(forest().store(), key, query))


def test_marks_stand_by_year_and_size_and_the_documents_own_is_marked():
    chart = cascade_chart(rows(), PLAN)
    assert chart is not None
    assert [year.name for year in chart.years] == ["2025", "2030"]
    told = {(mark.value, mark.level, mark.own) for mark in chart.marks}
    assert told == {
        ("95", Level.CENTRAL, False), ("95", Level.PROVINCE, True),
        ("90", Level.PROVINCE, False), ("95", Level.PROVINCE, False),
    }  # fmt: skip
    low, high = (next(m for m in chart.marks if m.value == value) for value in ("90", "95"))
    assert low.y > high.y
    assert all(0 < m.x < WIDTH and 0 < m.y < HEIGHT for m in chart.marks)
    assert chart.unit == "%" and chart.left_out == 0


@pytest.mark.parametrize("numbers", [(5.0,), (0.0,), (-3.0, 4.0), (0.001, 0.0012), (1e6, 2e6)])
def test_any_numbers_have_a_place_between_round_lines(numbers: tuple[float, ...]):
    [row, *_] = rows()
    [value, *_] = row.values
    values = tuple(type(value)(TargetValue(2025, "=", number, None, ())) for number in numbers)
    chart = cascade_chart([_with(row, values)], PLAN)
    assert chart is not None and 2 <= len(chart.ticks) <= 9
    heights = [y for y, _ in chart.ticks]
    assert heights == sorted(heights, reverse=True)
    for mark in chart.marks:
        assert min(heights) - 1 <= mark.y <= max(heights) + 1


def _with(row: CascadeRow, values: tuple) -> CascadeRow:
    return CascadeRow(row.document, row.depth, row.path, row.stated, row.above, values)


def test_no_value_makes_no_chart_and_other_units_are_counted():
    assert cascade_chart([], PLAN) is None
    [row, *_] = rows()
    change = type(row.values[0])(TargetValue(2025, "change", -2.0, None, ()))
    assert cascade_chart([_with(row, (change,))], PLAN) is None
    both = cascade_chart([_with(row, (*row.values, change))], PLAN)
    assert both is not None and both.left_out == 1


def test_the_page_begins_where_the_target_comes_from_and_tells_it_in_words():
    section = page().by_id("cascade")
    [chosen] = [one for one in section.all("option") if "selected" in one.attrs]
    assert chosen.attrs["value"] == TOP
    table = section.all("table")[0].all("tbody")[0]
    assert len(table.all("tr")) == 4 and "20-NQ/TW" in table.all("tr")[0].text
    [own] = [row for row in table.all("tr") if "own" in row.attrs.get("class", "")]
    assert T("source.this") in own.text
    assert T("flag.weaker") in section.text and T("flag.later") in section.text
    assert section.all("svg")[0].attrs["role"] == "img"
    marks = section.all("g")
    assert len(marks) == 4 and all(mark.all("title")[0].text for mark in marks)


def test_other_words_another_top_and_the_files_of_what_is_shown():
    root = page(indicator="bảo hiểm", top=PLAN)
    section = root.by_id("cascade")
    [chosen] = [one for one in section.all("option") if "selected" in one.attrs]
    assert chosen.attrs["value"] == PLAN
    files = [a.attrs["href"] for a in root.by_id("downloads").all("a")]
    assert any(f"/v1/documents/{PLAN}/cascade?indicator=b%E1%BA%A3o" in one for one in files)
    assert T("cascade.none") in page(indicator="giường bệnh").by_id("cascade").text


def test_a_document_without_targets_has_no_cascade_before_one_is_asked_for():
    root = page("vn.139-nq-cp.2017-12-31")
    assert not [tag for tag in root.every() if tag.attrs.get("id") == "cascade"]
    asked = page("vn.139-nq-cp.2017-12-31", indicator="bảo hiểm y tế")
    assert len(asked.by_id("cascade").all("g")) == 4
    # The ring of the document's own values is told only where there is one.
    assert T("source.this") not in asked.by_id("cascade").all("figcaption")[0].text
    assert T("source.this") in page().by_id("cascade").all("figcaption")[0].text

"""Tables as CSV and XLSX: what a spreadsheet shows, and that it runs nothing."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any

import networkx as nx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visual import sheets
from visual.columns import CellKind, Column, Language, Sheet, Table, rows_of
from visual.csv_file import csv_bytes, csv_of, guarded
from visual.graphml import graphml
from visual.tasks import tasks_body
from visual.texts import LANGUAGES, SPOKEN, load_texts
from visual.xlsx_file import CELL_LIMIT, Origin, xlsx_bytes

ORIGIN = Origin("/v1/x", "1")
TABLE = Table(
    "thử",
    (
        Sheet(
            "Thử",
            "Trial",
            "items",
            (
                Column("Chữ", "Text", "text"),
                Column("Ngày", "Day", "day", CellKind.DATE),
                Column("Số", "Number", "number", CellKind.INTEGER),
            ),
        ),
    ),
)
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.test")', "'=1", "\n=1"]
TABLES = [one for one in vars(sheets).values() if isinstance(one, Table)]


def body(text: str | None, day: str | None = None, number: int | None = None) -> dict[str, Any]:
    return {"items": [{"text": text, "day": day, "number": number}]}


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cell(data: bytes, place: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0][place]


def test_lists_in_lists_are_rows_and_cells_of_their_own() -> None:
    name = (Column("Tên", "Name", "heirs.name"),)
    heirs = [{"name": "Sở B"}, {"name": "Sở C"}]
    duties = [{"items": [{"heirs": heirs}, {"heirs": []}]}, {"items": []}, {"items": None}]
    each = Sheet("Thử", "Trial", "items.duties.items", name)
    asked = {"items": [{"duties": one} for one in duties]}
    assert list(rows_of(each, asked)) == [["Sở B; Sở C"], [""]]
    whole = Sheet("Thử", "Trial", "items", (Column("Tên", "Name", "duties.items.heirs.name"),))
    one = {"items": [{"duties": {"items": [{"heirs": heirs}, {"heirs": heirs[:1]}]}}]}
    assert list(rows_of(whole, one)) == [["Sở B; Sở C; Sở B"]]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_is_a_formula(text: str) -> None:
    shown = read_csv(csv_bytes(TABLE, body(text)))[1][0]
    assert shown == "'" + text
    kept = cell(xlsx_bytes(TABLE, body(text), ORIGIN), "A2")
    assert (kept.value, kept.data_type, kept.hyperlink) == (text, "s", None)


def test_csv_begins_with_a_mark_and_keeps_numbers() -> None:
    data = csv_bytes(TABLE, body("Kế hoạch", "2018-05-21", -3))
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    assert read_csv(data) == [["Chữ", "Ngày", "Số"], ["Kế hoạch", "2018-05-21", "-3"]]
    assert read_csv(csv_bytes(TABLE, body("x"), Language.EN))[0] == ["Text", "Day", "Number"]


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1))
def test_csv_is_read_again_as_it_was_written(texts: list[str]) -> None:
    rows = read_csv(csv_of(["a"] * len(texts), [texts]))
    assert rows[1] == [guarded(text) for text in texts]


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2018-05-21", datetime(2018, 5, 21)),
        ("2018-05", "05/2018"),
        ("2018", "2018"),
        ("1889-01-02", "02/01/1889"),
        (None, None),
    ],
)
def test_whole_days_are_dates_and_others_are_text(day: str | None, shown: object) -> None:
    assert cell(xlsx_bytes(TABLE, body("x", day), ORIGIN), "B2").value == shown


def test_a_workbook_has_frozen_headings_and_says_its_source() -> None:
    data = xlsx_bytes(TABLE, {**body("x"), "as_of": "2019", "total": 1}, ORIGIN)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Thử", "Nguồn"]
    assert book["Thử"].freeze_panes == "A2" and book["Thử"].auto_filter.ref == "A1:C2"
    told = {row[0]: row[1] for row in book["Nguồn"].values}
    assert told["Câu hỏi"] == "/v1/x" and told["Tính đến ngày"] == "2019"
    assert told["Phiên bản"] == "phahe 1" and "≠ không tồn tại" in str(told["Lưu ý"])


def test_the_same_answer_gives_the_same_bytes() -> None:
    assert xlsx_bytes(TABLE, body("x"), ORIGIN) == xlsx_bytes(TABLE, body("x"), ORIGIN)


def test_controls_and_what_is_too_long_do_not_break_a_file() -> None:
    bad = "a\x00b\x1bc\u202ed\ud800" + "x" * CELL_LIMIT
    assert read_csv(csv_bytes(TABLE, body(bad)))[1][0].startswith("abcdx")
    assert len(cell(xlsx_bytes(TABLE, body(bad), ORIGIN), "A2").value) == CELL_LIMIT
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("k", title="a\x00<b>\ud800")
    assert nx.parse_graphml(graphml(network).decode()).nodes["k"] == {"title": "a<b>"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_declaration_is_complete(table: Table) -> None:
    for sheet in table.sheets:
        for language in Language:
            assert 0 < len(sheet.title(language)) <= 31
            headings = [column.heading(language) for column in sheet.columns]
            assert all(headings)
    titles = [sheet.vi for sheet in table.sheets]
    assert len(set(titles)) == len(titles) and "Nguồn" not in titles


def test_an_element_with_several_values_gives_several_rows() -> None:
    sheet = Sheet("a", "a", "i", (Column("n", "n", "name"), Column("v", "v", "value.of"),
                                  Column("l", "l", "list")), each=("x", "y"))  # fmt: skip
    given_ = {"i": [{"name": "p", "x": [{"of": 1}, {"of": 2}], "y": [{"of": 3}]},
                    {"name": "q", "x": [], "y": []}]}  # fmt: skip
    assert list(rows_of(sheet, given_)) == [
        ["p", "1", "x"], ["p", "2", "x"], ["p", "3", "y"], ["q", None, None],
    ]  # fmt: skip


def test_a_review_has_a_row_for_each_candidate() -> None:
    document = {"key": "k", "number": "1/KH-UBND", "title": "t", "issue_date": None}
    other = {**document, "key": "m"}
    candidate = {"document": other, "score": 0.5, "reasons": ["trùng số hiệu", "trùng tỉnh"],
                 "commands": {"same": "phahe judge k same m", "not_same": "-"}}  # fmt: skip
    item = {"kind": "duplicate", "value": 3, "document": document, "citations": []}
    items = [{**item, "candidates": [candidate, candidate]}, {**item, "candidates": []}]
    rows = list(rows_of(sheets.REVIEW.sheets[0], {"items": items}))
    assert len(rows) == 3
    assert {"có thể là một văn bản", "m", "trùng số hiệu; trùng tỉnh", 0.5} <= set(rows[0])
    assert "phahe judge k same m" in rows[1]
    assert "m" not in rows[2]


def test_who_coordinates_does_not_lead_a_task() -> None:
    duty = {"agency": "Sở Tài chính", "task": "bố trí kinh phí", "partners": ["Sở Y tế"],
            "deadline": None, "evidence": [], "agency_today": [], "today_status": "same",
            "candidates_today": [], "today_doubt": None,
            "document": {"key": "k", "number": "5/KH-UBND", "title": None,
                         "issue_date": "2018-05-21"}}  # fmt: skip
    tasks = tasks_body({"items": [{**duty, "role": "lead"}, {**duty, "role": "coordinate"}]})
    lead, helps = tasks["items"]
    assert lead["basis"] == "5/KH-UBND ngày 21/05/2018"
    assert (lead["lead"], lead["coordinating"]) == ("Sở Tài chính", ["Sở Y tế"])
    assert (helps["lead"], helps["coordinating"]) == (None, ["Sở Tài chính", "Sở Y tế"])


def test_every_family_of_codes_has_texts() -> None:
    families = {key.rpartition(".")[0] for key in load_texts().entries}
    named = {column.codes for table in TABLES for sheet in table.sheets for column in sheet.columns}
    assert named - {None} - families == set()


@pytest.mark.parametrize(
    ("table", "row", "shown", "code"),
    [
        (
            sheets.COVERAGE,
            {"state": "not_loaded"},
            "chưa nạp văn bản nào",
            "not_loaded",
        ),
        (sheets.FINDINGS, {"code": "circle"}, "quay vòng: rốt cuộc dựa trên chính nó", "circle"),
        (sheets.TIMELINE, {"kind": "amended"}, "được sửa đổi bởi", "amended"),
        (sheets.COMPARE, {"standing": "only_a"}, "chỉ có ở A", "only_a"),
        (sheets.AGENCIES, {"today_status": "ended"}, "đã kết thúc hoạt động", "ended"),
        (sheets.DUTIES, {"today_status": "moved"}, "đã chuyển", "moved"),
        (
            sheets.DUTIES,
            {"today_doubt": "place"},
            "văn bản không cho biết cơ quan của nơi nào",
            "place",
        ),
    ],
)
def test_codes_are_words_of_the_language(
    table: Table, row: dict[str, Any], shown: str, code: str
) -> None:
    answer = {"items": [row]}
    for spoken in LANGUAGES:  # of the page; a file has its own language
        token = SPOKEN.set(spoken)
        (told,) = rows_of(table.sheets[0], answer, Language.VI)
        (english,) = rows_of(table.sheets[0], answer, Language.EN)
        SPOKEN.reset(token)
        assert (shown in told, code in told) == (True, False)
        families = {column.codes for column in table.sheets[0].columns}
        words = {load_texts("en").entries.get(f"{family}.{code}") for family in families} - {None}
        assert words & set(english)
        assert shown not in english

"""Forms of answers over HTTP: which one goes out, under which name, and what it holds."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import networkx as nx
import openpyxl
import pytest
from starlette.testclient import TestClient

from tests.api.service import sample, serving

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINEAGE = "/v1/documents/top/lineage?direction=descendants"
TABLES = [
    "/v1/documents",
    "/v1/documents/top",
    LINEAGE,
    "/v1/documents/top/mentions",
    "/v1/documents/top/duties",
    "/v1/documents/top/targets",
    "/v1/documents/top/coverage?provinces=63",
    "/v1/documents/top/cascade?indicator=giường",
    "/v1/documents/top/timeline",
    "/v1/duties",
    "/v1/findings",
    "/v1/search?q=nghị quyết",
    "/v1/agencies?name=Sở Y tế",
    "/v1/compare?a=top&b=act",
    "/v1/stats",
    "/v1/review",
    "/v1/judgements",
    "/v1/documents/top/mentions?of=true",
]


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    with serving(monkeypatch, sample()) as client:
        yield client


def joined(url: str, more: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}{more}"


@pytest.mark.parametrize("url", TABLES)
def test_every_table_comes_as_json_csv_and_xlsx(client: TestClient, url: str) -> None:
    body = client.get(url)
    assert body.headers["vary"].startswith("Accept"), body.text
    text = client.get(joined(url, "format=csv"))
    assert text.status_code == 200, text.text
    assert text.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(text.content.decode("utf-8-sig"))))
    book = client.get(url, headers={"accept": XLSX})
    assert book.headers["content-type"] == XLSX
    sheets = openpyxl.load_workbook(io.BytesIO(book.content)).worksheets
    texts = {cell for sheet in sheets for row in sheet.values for cell in row if cell is not None}
    assert [text for text in texts if "['" in str(text) or "[]" in str(text)] == []
    first = sheets[0]
    assert [cell.value for cell in first[1]] == rows[0]
    assert first.max_row == len(rows)
    tag = {"if-none-match": book.headers["etag"], "accept": XLSX}
    assert client.get(url, headers=tag).status_code == 304
    assert client.head(url, headers={"accept": XLSX}).content == b""


def test_the_first_sheet_has_the_items(client: TestClient) -> None:
    items = client.get(LINEAGE).json()["items"]
    rows = list(csv.DictReader(io.StringIO(
        client.get(joined(LINEAGE, "format=csv")).content.decode("utf-8-sig"))))  # fmt: skip
    assert [row["Khóa"] for row in rows] == [item["document"]["key"] for item in items]
    assert [row["Số hiệu"] for row in rows] == ["139/NQ-CP", "5/KH-UBND"]
    assert rows[0]["Ngày ban hành"] == "2017-12-31"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("text/csv;q=0.5, application/json;q=0.5", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
        ("application/json;q=0, */*", "text/csv"),
        ("application/graphml+xml", "application/graphml+xml"),
    ],
)
def test_the_form_most_wanted_is_taken(client: TestClient, accept: str | None, kind: str) -> None:
    headers = {"accept": accept} if accept else {"accept": ""}
    assert client.get(LINEAGE, headers=headers).headers["content-type"].startswith(kind)


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "application/json;q=bad"])
def test_what_no_form_fits_is_refused_with_the_list(client: TestClient, accept: str) -> None:
    answer = client.get("/v1/documents", headers={"accept": accept})
    assert answer.status_code == 406 and answer.headers["vary"].startswith("Accept")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "text/csv" in answer.json()["detail"]


def test_an_unknown_format_is_a_problem_and_a_known_one_stands_above_accept(
    client: TestClient,
) -> None:
    assert client.get("/v1/documents?format=pdf").status_code == 400
    assert client.get("/v1/documents?format=graphml").status_code == 400
    named = client.get("/v1/documents?format=csv", headers={"accept": "application/json"})
    assert named.headers["content-type"].startswith("text/csv")


def test_a_file_has_a_vietnamese_name_and_its_next_page(client: TestClient) -> None:
    answer = client.get("/v1/documents?format=csv&limit=1")
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"van-ban.csv\"; filename*=UTF-8''v%C4%83n%20b%E1%BA%A3n.csv"
    )
    following = client.get(answer.links["next"]["url"])
    assert following.headers["content-type"].startswith("text/csv")
    assert following.content != answer.content


def test_a_lineage_as_graphml_has_its_nodes_and_edges(client: TestClient) -> None:
    network = nx.parse_graphml(client.get(joined(LINEAGE, "format=graphml")).text)
    assert set(network.nodes) == {"top", "act", "plan"}
    assert {(a, b) for a, b, *_ in network.edges} == {("act", "top"), ("plan", "act")}
    assert network.nodes["plan"]["province"] == "Hà Nam" and network.nodes["plan"]["depth"] == 2


def test_ways_between_two_documents_are_files_too(client: TestClient) -> None:
    path = "/v1/path?a=plan&b=top"
    told = client.get(joined(path, "format=csv")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(told)))
    assert [(row["Văn bản"], row["Quan hệ"], row["Với văn bản"]) for row in rows] == [
        ("plan", "Thực hiện", "act"), ("act", "Thực hiện", "top"),
    ]  # fmt: skip
    assert rows[0]["Các văn bản"] == "5/KH-UBND; 139/NQ-CP; 20-NQ/TW"
    network = nx.parse_graphml(client.get(joined(path, "format=graphml")).text)
    assert {node: told["depth"] for node, told in network.nodes(data=True)} == {
        "plan": 0, "act": 1, "top": 2,
    }  # fmt: skip
    assert {(a, b) for a, b, *_ in network.edges} == {("act", "top"), ("plan", "act")}


def test_others_are_answered_while_a_file_is_made(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook of 10,000 rows takes seconds: nobody else waits for it."""
    begun, go_on = threading.Event(), threading.Event()

    def slow(*asked: object) -> bytes:
        begun.set()
        return b"made" if go_on.wait(20) else b"nobody else was answered"

    monkeypatch.setattr("api.answers.table_bytes", slow)
    with ThreadPoolExecutor(1) as apart:
        file = apart.submit(client.get, "/v1/duties?format=xlsx")
        assert begun.wait(20)
        assert client.get("/livez").status_code == 200
        assert client.get("/v1/stats").status_code == 200
        go_on.set()
        assert file.result(20).content == b"made"


def test_an_answer_shaped_beside_the_loop_is_the_same(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = client.get("/v1/documents").content
    monkeypatch.setattr("api.answers._LARGE", 0)
    assert client.get("/v1/documents?limit=50").content == before


def test_a_workbook_says_in_letters_what_was_asked(client: TestClient) -> None:
    asked = {"words": "vốn \x01 & trồng", "province": "Hà Nam", "format": "xlsx"}
    book = openpyxl.load_workbook(io.BytesIO(client.get("/v1/duties", params=asked).content))
    told = dict(book["Nguồn"].values)
    assert told["Câu hỏi"].startswith("/v1/duties?words=vốn ")
    assert told["Câu hỏi"].endswith(" & trồng&province=Hà Nam")


def test_duties_come_as_tasks(client: TestClient) -> None:
    text = client.get("/v1/duties?format=tasks").content.decode("utf-8-sig")
    assert text.startswith("Căn cứ,Nhiệm vụ,Chủ trì,Phối hợp,Sản phẩm,Thời hạn,Chỉ tiêu,Trạng thái")
    book = client.get("/v1/duties?format=tasks-xlsx")
    assert openpyxl.load_workbook(io.BytesIO(book.content)).sheetnames == ["Nhiệm vụ", "Nguồn"]

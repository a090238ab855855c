from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from graph.change import Change
from graph.store import Store
from queries.documents import show
from queries.lineage import LineageDirection, lineage
from queries.shapes import document_view_json, lineage_json
from tests.api.service import sample, serving
from tests.queries import small_graphs
from tests.stores import KINDS, Stores


@pytest.fixture(params=KINDS)
def stores(stores: Stores) -> Stores:
    return stores


@pytest.fixture(autouse=True)
def kind_of_store(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_graphs, "make_store", stores.make)


@pytest.fixture
def filled(kind_of_store: None) -> Store:
    return sample()


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, filled: Store) -> Iterator[TestClient]:
    with serving(monkeypatch, filled) as client:
        yield client


on_the_loop = pytest.mark.parametrize("stores", ["model", "sqlite"], indirect=True)
"""Where questions begin on the loop; `test_asking_afar` has the same for the others."""


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"] == f"urn:phahe:problem:{code}"
    assert body["title"]
    assert body["detail"]
    return body


def test_bodies_are_those_of_the_questions(client: TestClient, filled: Store) -> None:
    down = lineage(filled, "top", LineageDirection.DESCENDANTS)
    answer = client.get("/v1/documents/top/lineage?direction=descendants")
    assert answer.json() == lineage_json(down)
    assert client.get("/v1/documents/plan").json() == document_view_json(show(filled, "plan"))


def test_lists_page_by_a_complete_link(client: TestClient) -> None:
    keys, url = [], "/v1/documents?limit=3"
    while url:
        answer = client.get(url)
        keys += [item["key"] for item in answer.json()["items"]]
        link = answer.headers.get("link", "")
        assert (link != "") is answer.json()["truncated"]
        assert not link or link.startswith("<http://phahe.test/v1/documents?limit=3&cursor=")
        url = link.partition("<")[2].partition(">")[0]
    assert keys == ["act", "other", "plan", "top"]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("number=20 nq tw", ["other", "top"]),
        ("from=2018&type=Nghị quyết", ["other"]),
        ("province=Hà Nam", ["plan"]),
        ("number=xyz", []),
    ],
)
def test_documents_by_filter(client: TestClient, query: str, keys: list[str]) -> None:
    assert [d["key"] for d in client.get(f"/v1/documents?{query}").json()["items"]] == keys


def test_resolve_and_search_and_mentions(client: TestClient) -> None:
    answer = client.get("/v1/resolve", params={"text": "Nghị quyết số 20-NQ/TW"}).json()
    assert (answer["status"], answer["document"]) == ("ambiguous", None)
    assert {c["source"] for c in answer["candidates"]} == {"graph", "register"}
    assert all(
        (c["document"]["key"] is None) is (c["source"] == "register") for c in answer["candidates"]
    )
    assert client.get("/v1/search", params={"q": "suc khoe"}).json()["total"] == 1
    kinds = [row["kind"] for row in client.get("/v1/documents/plan/mentions").json()["items"]]
    assert kinds == ["header", "mention"]


@pytest.mark.parametrize("tail", ["", "/lineage?direction=ancestors&depth=2", "/mentions?limit=5"])
def test_an_old_key_leads_to_the_new_one(client: TestClient, tail: str) -> None:
    answer = client.get(f"/v1/documents/old{tail}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, f"/v1/documents/top{tail}")


@pytest.mark.parametrize(
    ("url", "status", "code"),
    [
        ("/v1/documents/none", 404, "not_in_graph"),
        ("/v1/documents/none/lineage?direction=ancestors", 404, "not_in_graph"),
        ("/v1/documents/%00%EF%BF%BD", 404, "not_in_graph"),
        ("/v1/nothing", 404, "no_such_path"),
        ("/v1/documents/", 404, "no_such_path"),
        ("/nothing", 404, "no_such_path"),
        ("/v1/documents/top/lineage", 400, "bad_option"),
        ("/v1/documents/top/lineage?direction=up", 400, "bad_option"),
        ("/v1/documents/top/lineage?direction=ancestors&depth=0", 400, "bad_option"),
        ("/v1/documents/top/lineage?direction=ancestors&relations=loves", 400, "bad_option"),
        ("/v1/documents/top/lineage?direction=ancestors&as_of=2017-02-31", 400, "bad_option"),
        ("/v1/documents?limit=0", 400, "bad_option"),
        ("/v1/documents?limit=10001", 400, "bad_option"),
        ("/v1/documents?limit=NaN", 400, "bad_option"),
        ("/v1/documents?cursor=AAAA", 400, "bad_cursor"),
        ("/v1/documents?colour=red", 400, "bad_option"),
        ("/v1/documents/top?colour=red", 400, "bad_option"),
        ("/v1/search", 400, "bad_option"),
        ("/livez?x=1", 400, "bad_option"),
    ],
)
def test_every_error_is_a_problem(client: TestClient, url: str, status: int, code: str) -> None:
    problem(client.get(url), status, code)


def test_a_wrong_parameter_is_named(client: TestClient) -> None:
    body = problem(client.get("/v1/documents?limit=0&colour=red"), 400, "bad_option")
    assert {row["parameter"] for row in body["errors"]} == {"limit", "colour"}


def test_a_wrong_value_among_several_is_said_in_one_language(client: TestClient) -> None:
    address = "/v1/documents/top/lineage?direction=ancestors&level=province&level=moon"
    [row] = problem(client.get(address), 400, "bad_option")["errors"]
    assert row["parameter"] == "level"
    assert row["message"].endswith("'facility' hoặc 'unknown'")


def test_wrong_methods_and_formats_are_problems(client: TestClient) -> None:
    answer = client.post("/v1/documents")
    problem(answer, 405, "method_not_allowed")
    assert "GET" in answer.headers["allow"]
    problem(client.get("/v1/documents", headers={"accept": "image/png"}), 406, "not_acceptable")
    assert client.get("/v1/documents", headers={"accept": "image/png, */*;q=0.1"}).is_success


def test_head_is_get_without_the_body(client: TestClient) -> None:
    head, get = client.head("/v1/documents/top"), client.get("/v1/documents/top")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]
    assert client.head("/v1/documents/none").status_code == 404


def test_an_answer_seen_before_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/v1/documents/top")
    again = client.get("/v1/documents/top", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_change_of_the_store_shows_at_once(client: TestClient, filled: Store) -> None:
    before = client.get("/v1/documents?limit=2")
    filled.commit(Change(retract=("plan.txt",)))
    after = client.get("/v1/documents?limit=2")
    assert (before.json()["total"], after.json()["total"]) == (4, 3)


def test_security_headers_stand_on_everything(client: TestClient) -> None:
    for url in ("/", "/v1/documents", "/v1/none", "/openapi.json", "/docs", "/documents/top"):
        headers = client.get(url).headers
        assert headers["x-content-type-options"] == "nosniff", url
        assert "default-src 'none'" in headers["content-security-policy"], url


def test_large_bodies_are_compressed_small_ones_not(client: TestClient) -> None:
    large = client.get("/openapi.json", headers={"accept-encoding": "gzip"})
    small = client.get("/livez", headers={"accept-encoding": "gzip"})
    assert large.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in small.headers


def test_health_and_version(client: TestClient) -> None:
    assert client.get("/livez").json() == {"status": "ok"}
    assert client.get("/readyz").json()["documents"] == 4
    assert set(client.get("/version").json()) == {"version", "extractor"}


def test_pages_answer_as_html(client: TestClient) -> None:
    for url in ("/", "/?q=20-NQ/TW", "/?q=suc khoe", "/documents/top", "/documents/act?as_of=2020"):
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
    missing = client.get("/documents/none", headers={"accept": "text/html"})
    assert (missing.status_code, missing.headers["content-type"][:9]) == (404, "text/html")
    moved = client.get("/documents/old", follow_redirects=False)
    assert moved.headers["location"] == "/documents/top"


@on_the_loop
def test_a_question_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch, filled: Store) -> None:
    with serving(monkeypatch, filled, patience=-1.0, deadline=-1.0) as client:
        body = problem(client.get("/v1/documents"), 503, "out_of_time")
        assert "depth" in body["detail"]


@on_the_loop
def test_a_long_question_is_answered_on_a_thread(
    monkeypatch: pytest.MonkeyPatch, filled: Store
) -> None:
    with serving(monkeypatch, filled, patience=-1.0) as client:
        assert client.get("/v1/documents").json()["total"] == 4


@on_the_loop
def test_a_fault_of_the_program_is_a_problem_too(
    client: TestClient, filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filled, "find", lambda *args, **options: 1 // 0)
    answer = client.get("/v1/documents")
    problem(answer, 500, "internal_error")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "division" not in answer.text


def test_bodies_keep_to_their_schema(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    for path, url in (
        ("/v1/documents", "/v1/documents"),
        ("/v1/documents/{key}", "/v1/documents/plan"),
        ("/v1/documents/{key}/lineage", "/v1/documents/top/lineage?direction=descendants"),
        ("/v1/documents/{key}/mentions", "/v1/documents/plan/mentions"),
        ("/v1/resolve", "/v1/resolve?text=20-NQ/TW"),
        ("/v1/search", "/v1/search?q=nq"),
        ("/readyz", "/readyz"),
    ):
        content = document["paths"][path]["get"]["responses"]["200"]["content"]
        schema = content["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        jsonschema.validate(client.get(url).json(), whole)

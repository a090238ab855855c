"""Judging over HTTP: only where it was allowed, and only from here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.neo4j_store.store import Neo4jStore
from graph.sqlite_store.store import SqliteStore
from loaders.records import Level
from tests.api.phahe import Place, signed_in
from tests.graph.papers import load, paper, reference
from tests.stores import REAL_KINDS, access_of

A, B, C = "vn.84-qd-ttg", "vn.85-qd-ttg", "vn.86-qd-ttg"


on_both = pytest.mark.parametrize("url", REAL_KINDS, indirect=True)


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    store: SqliteStore | Neo4jStore
    place: Place
    if getattr(request, "param", "sqlite") == "neo4j":
        place = access = request.getfixturevalue("neo4j_access")
        store = Neo4jStore.open(access_of(access))
    else:
        place = file = tmp_path / "graph.sqlite"
        store = SqliteStore.open(file)
    cited = [
        reference(f"R{at}", f"{number}/QĐ-TTg", type="Quyết định", level=Level.CENTRAL)
        for at, number in enumerate((84, 85, 86), start=1)
    ]
    load(store, paper("a.txt", "1/KH-UBND", "2023-01-01", references=tuple(cited)))
    store.close()
    with signed_in(place) as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[TestClient]:
    app = create_app(Settings(url, judging=True))
    with TestClient(app, base_url="http://phahe.test") as client:
        yield client


def said(left: str, verdict: str, right: str, **more: Any) -> dict[str, Any]:
    return {
        "left": left, "verdict": verdict, "right": right, "author": "Lò Thị A",
        "reason": "theo bản giấy", **more,
    }  # fmt: skip


@on_both
def test_judging_and_undoing(client: TestClient) -> None:
    assert client.get(f"/v1/documents/{A}").json()["key"] == A
    answer = client.post("/v1/judgements", json=said("84/QĐ-TTg", "same", B))
    assert (answer.status_code, answer.json()["outcome"]) == (200, "judged")
    row = answer.json()["judgement"]
    assert (row["author"], row["reason"]) == ("Lò Thị A", "theo bản giấy")
    one = row["left"]["today"]
    assert one == row["right"]["today"]
    gone = ({A, B} - {one}).pop()
    moved = client.get(f"/v1/documents/{gone}", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, f"/v1/documents/{one}")
    assert client.get("/v1/judgements").json()["items"] == [row]
    why = {"author": "Lò Thị B", "reason": "nhầm"}
    undone = client.post(f"/v1/judgements/{row['id']}/undo", json=why).json()
    assert undone["judgement"]["undone"]["reason"] == "nhầm"
    assert client.get(f"/v1/documents/{gone}").json()["key"] == gone
    again = client.post(f"/v1/judgements/{row['id']}/undo", json=why)
    assert (again.status_code, again.json()["code"]) == (409, "no_judgement")


@on_both
def test_a_contradiction_is_a_problem_with_its_chain(client: TestClient) -> None:
    for left, right in ((A, B), (B, C)):
        assert client.post("/v1/judgements", json=said(left, "same", right)).status_code == 200
    refused = client.post("/v1/judgements", json=said(A, "not-same", C))
    assert (refused.status_code, refused.json()["code"]) == (409, "contradiction")
    assert [(one["left"], one["right"]) for one in refused.json()["chain"]] == [(A, B), (B, C)]
    assert f"{A} – {B} – {C}" in refused.json()["detail"]
    assert client.get("/v1/judgements").json()["total"] == 2


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (said(A, "same", A), 409, "one_document"),
        (said(A, "same", "vn.nowhere"), 404, "not_in_graph"),
        (said(A, "same", "99/QĐ-TTg"), 404, "not_in_graph"),
        (said(A, "like", B), 400, "bad_option"),
        (said(A, "same", B, reason=" "), 400, "bad_option"),
        (said(A, "same", B, author=""), 400, "bad_option"),
        (said(A, "same", B, more="x"), 400, "bad_option"),
        ({}, 400, "bad_option"),
    ],
)
def test_what_is_no_judgement_is_a_problem(
    client: TestClient, body: dict[str, Any], status: int, code: str
) -> None:
    answer = client.post("/v1/judgements", json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get("/v1/judgements").json()["total"] == 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/x-www-form-urlencoded"}, 415),
        ({"content-type": ""}, 415),
        ({"origin": "http://elsewhere.test"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://phahe.test", "sec-fetch-site": "same-origin"}, 200),
    ],
)
def test_another_site_cannot_judge(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    sent = {"content-type": "application/json", **headers}
    body = '{"left": "%s", "verdict": "same", "right": "%s", "author": "a", "reason": "b"}'
    answer = client.post("/v1/judgements", content=body % (A, B), headers=sent)
    assert answer.status_code == status
    assert client.get("/v1/judgements").json()["total"] == (1 if status == 200 else 0)


def test_without_leave_the_service_only_reads(url: str) -> None:
    with TestClient(create_app(Settings(url)), base_url="http://phahe.test") as client:
        answer = client.post("/v1/judgements", json=said(A, "same", B))
        assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
        assert client.post("/v1/judgements/1/undo", json={}).status_code in (404, 405)
        assert client.get("/v1/judgements").json()["total"] == 0

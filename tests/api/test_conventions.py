"""What every route of the service does alike, asked of each route that the OpenAPI declares.

The conventions are those of docs/api.md: problems, ETag and 304, HEAD, compression, request ids,
pages with a complete link, and no parameter that is not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api import asking
from api.app import create_app
from api.settings import Settings
from graph.errors import StoreUnavailable
from tests.api.service import serving
from tests.bad_input.asking import AGENCY, ROUTES, address, parameters
from tests.bad_input.values import filled_with
from tests.model_store import ModelStore

KEY = "vn-son-la.1-kh-ubnd.2020-05-04"
OF_THE_GRAPH = [path for path in ROUTES if path.startswith("/v1/")]
LISTS = [path for path in OF_THE_GRAPH if "cursor" in parameters(path)]
every_route = pytest.mark.parametrize("path", ROUTES)
every_question = pytest.mark.parametrize("path", OF_THE_GRAPH)


def url(path: str, **asked: object) -> str:
    """Return an address of the route that this graph answers."""
    return address(path, AGENCY if path.startswith("/v1/agencies/") else KEY, **asked)


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    store = ModelStore()
    filled_with(store, ("trồng rừng", "ven sông", "đầu nguồn"))
    with serving(monkeypatch, store, patience=20.0) as client:
        yield client


def problem(answer: Any, status: int) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["type"] == f"urn:phahe:problem:{body['code']}"
    assert body["title"] and body["detail"] and body["instance"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-request-id"]


@every_route
def test_an_answer_is_checked_again_before_it_is_used(client: TestClient, path: str) -> None:
    answer = client.get(url(path))
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"


@every_question
def test_an_answer_seen_before_is_304_with_nothing_in_it(client: TestClient, path: str) -> None:
    first = client.get(url(path))
    assert "Accept" in first.headers["vary"]
    again = client.get(url(path), headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = client.get(url(path), headers={"if-none-match": '"x"'})
    assert (other.status_code, other.content) == (200, first.content)


@every_route
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, get = client.head(url(path)), client.get(url(path))
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-length", "content-type", "etag", "link", "vary"):
        assert head.headers.get(name) == get.headers.get(name), name


@every_route
def test_long_answers_are_compressed_and_short_ones_not(client: TestClient, path: str) -> None:
    plain = client.get(url(path), headers={"accept-encoding": "identity"})
    packed = client.get(url(path), headers={"accept-encoding": "gzip"})
    assert packed.content == plain.content
    assert ("content-encoding" in packed.headers) is (len(plain.content) >= 1024)


@every_route
def test_a_request_has_a_name_that_the_asker_may_give(client: TestClient, path: str) -> None:
    names = {client.get(url(path)).headers["x-request-id"] for _ in range(2)}
    assert len(names) == 2
    named = client.get(url(path), headers={"x-request-id": "viec-17.a_b"})
    assert named.headers["x-request-id"] == "viec-17.a_b"
    for forged in ("a b", "x" * 65, "<script>", ""):
        told = client.get(url(path), headers={"x-request-id": forged}).headers["x-request-id"]
        assert told != forged


@every_route
def test_what_is_not_known_or_not_offered_is_a_problem(client: TestClient, path: str) -> None:
    problem(client.get(url(path, colour="red")), 400)
    problem(client.post(url(path)), 405)
    if path in OF_THE_GRAPH:
        problem(client.get(url(path), headers={"accept": "image/png"}), 406)
    if "{key}" in path:
        problem(client.get(address(path, "none")), 404)


@pytest.mark.parametrize("path", LISTS)
def test_pages_have_bounds_and_a_complete_link(client: TestClient, path: str) -> None:
    answer = client.get(url(path, limit=1))
    body = answer.json()
    body = body.get("duties", body)  # an agency is a page of its duties
    assert body["limit"] == 1
    assert body["truncated"] is (body["next"] is not None) is ("link" in answer.headers)
    if body["truncated"] and "next" in answer.links:
        link = answer.links["next"]["url"]
        assert link.startswith("http://phahe.test/v1/")
        following = client.get(link)
        assert following.status_code == 200
        assert following.content != answer.content
    assert body["total"] >= len(body.get("items", ()))


@every_question
def test_a_question_without_end_and_a_store_that_is_away(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    store = ModelStore()
    with serving(monkeypatch, store, patience=-1.0, deadline=-1.0) as client:
        late = client.get(url(path))
        problem(late, 503)
        assert late.headers["retry-after"] == "5"

    def away(url: str, **options: object) -> None:
        raise StoreUnavailable("no store", code="store_unreachable")

    monkeypatch.setattr(asking, "open_store", away)
    with TestClient(create_app(Settings("sqlite:none"))) as client:
        answer = client.get(url(path))
        problem(answer, 503)
        assert answer.json()["code"] == "store_unreachable"

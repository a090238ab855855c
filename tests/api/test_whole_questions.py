"""Comparing, timelines and statistics on the command line and over HTTP: one body, and refusals."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe

PARENT = "Kế hoạch số 8/KH-UBND ngày 04/5/2018 của Ủy ban nhân dân tỉnh Cao Bằng"


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A plan, one of the same parent elsewhere, and one that carries the first out."""
    folder = tmp_path_factory.mktemp("whole")
    write(folder / "in", "a.txt", paper("8/KH-UBND"))
    write(folder / "in", "b.txt", paper("9/KH-UBND", place="Sơn La"))
    write(folder / "in", "c.txt", paper("10/KH-UBND", date=(2019, 1, 2), parent=PARENT))
    assert phahe("load", folder / "in", store=place).code == 0
    return place


def test_comparing(store: Place, client: TestClient) -> None:
    told = phahe("compare", "8/KH-UBND", "9/KH-UBND", "--json", store=store).json
    asked = client.get("/v1/compare", params={"a": "8/KH-UBND", "b": "9/KH-UBND"})
    assert asked.json() == told
    assert told["counts"]["parent"] == {"same": 1, "different": 0, "only_a": 0, "only_b": 0}
    [pair] = told["items"]
    sides = pair["parents"]
    assert sides["a"]["document"]["number"] == sides["b"]["document"]["number"] == "31-NQ/TW"
    assert [sides[side]["evidence"][0]["document"] for side in "ab"] == [
        told[side]["key"] for side in "ab"
    ]
    people = phahe("compare", "8/KH-UBND", "9/KH-UBND", store=store)
    assert (people.code, "giống 1" in people.out) == (0, True)


def test_comparing_with_what_is_not_there(store: Place, client: TestClient) -> None:
    asked = client.get("/v1/compare", params={"a": "8/KH-UBND", "b": "99/KH-UBND"})
    assert (asked.status_code, asked.json()["code"]) == (404, "not_in_graph")
    assert client.get("/v1/compare", params={"a": "8/KH-UBND"}).status_code == 400
    assert phahe("compare", "8/KH-UBND", "99/KH-UBND", store=store).code == 2


def test_a_timeline(store: Place, client: TestClient) -> None:
    told = phahe("timeline", "8/KH-UBND", "--json", store=store).json
    key = told["document"]["key"]
    assert client.get(f"/v1/documents/{key}/timeline").json() == told
    assert [(one["kind"], one["date"]) for one in told["items"]] == [
        ("issued", "2018-05-04"), ("implemented", "2019-01-02"),
    ]  # fmt: skip
    assert told["items"][0]["evidence"][0]["quote"] == "ngày 04 tháng 05 năm 2018"
    assert "8/KH-UBND" in told["items"][1]["evidence"][0]["quote"]
    before = client.get(f"/v1/documents/{key}/timeline", params={"as_of": "2018-12"}).json()
    assert (before["total"], before["as_of"]) == (1, "2018-12")
    people = phahe("timeline", "8/KH-UBND", store=store)
    assert (people.code, "được thực hiện bởi" in people.out) == (0, True)


def test_pages_of_a_timeline_have_complete_links(store: Place, client: TestClient) -> None:
    key = phahe("timeline", "8/KH-UBND", "--json", store=store).json["document"]["key"]
    first = client.get(f"/v1/documents/{key}/timeline", params={"limit": 1})
    assert first.json()["truncated"]
    second = client.get(first.links["next"]["url"]).json()
    assert [one["kind"] for one in second["items"]] == ["implemented"]


def test_ways_between_two_documents(store: Place, client: TestClient) -> None:
    told = phahe("path", "10/KH-UBND", "9/KH-UBND", "--json", store=store).json
    asked = {"a": "10/KH-UBND", "b": "9/KH-UBND"}
    assert client.get("/v1/path", params=asked).json() == told
    assert told["way"] == "common"
    numbers = [document["number"] for document in told["items"][0]["documents"]]
    assert numbers == ["10/KH-UBND", "31-NQ/TW", "9/KH-UBND"]
    assert all(step["evidence"][0]["quote"] for step in told["items"][0]["steps"])
    assert client.get("/v1/path", params={**asked, "relations": "cites"}).json()["way"] == "none"
    people = phahe("path", "10/KH-UBND", "31-NQ/TW", store=store)
    assert (people.code, "A thực hiện hoặc căn cứ B" in people.out) == (0, True)


def test_statistics(store: Place, client: TestClient) -> None:
    told = phahe("stats", "--json", store=store).json
    assert client.get("/v1/stats").json() == told
    assert told["documents"]["by_status"] == [
        {"value": "loaded", "count": 3}, {"value": "cited_only", "count": 1},
    ]  # fmt: skip
    assert told["relations"]["by_type"][0]["value"] == "IMPLEMENTS"
    assert told["files"] == {"total": 3, "by_outcome": [{"value": "loaded", "count": 3}]}
    people = phahe("stats", store=store)
    assert (people.code, "Văn bản theo tỉnh" in people.out) == (0, True)


def test_a_lineage_in_groups(store: Place) -> None:
    told = phahe("lineage", "31-NQ/TW", "--down", "--group", "--json", store=store).json
    assert told["groups"] == [
        {"level": "province", "province": "Cao Bằng", "total": 2},
        {"level": "province", "province": "Sơn La", "total": 1},
    ]
    people = phahe("lineage", "31-NQ/TW", "--down", "--group", store=store).out
    assert "Cao Bằng" in people
    assert "8/KH-UBND" not in people

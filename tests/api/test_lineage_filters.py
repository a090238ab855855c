"""Filters of a lineage on the command line and over HTTP: one body, and what may be asked."""

from __future__ import annotations

import io
from typing import get_args

import networkx as nx
import pytest
from starlette.testclient import TestClient

from api.schemas import LevelName
from loaders.records import Level
from queries.sieve import UNKNOWN_LEVEL
from tests.api.asking import top
from tests.api.phahe import Place, phahe


@pytest.fixture(scope="module")
def store(two_plans: Place) -> Place:
    return two_plans


def test_the_command_and_the_service_say_the_same(store: Place, client: TestClient) -> None:
    key = top(client)
    options = ("--level", "province", "--level", "unknown", "--province", "cao bang")
    told = phahe("lineage", key, "--down", *options, "--json", store=store).json
    asked = {
        "direction": "descendants", "level": ["province", "unknown"], "province": "tỉnh Cao Bằng",
    }  # fmt: skip
    found = client.get(f"/v1/documents/{key}/lineage", params=asked).json()
    assert found == told
    assert [item["document"]["province"] for item in found["items"]] == ["Cao Bằng"]
    assert (found["total"], found["filtered_out"]) == (1, 1)
    assert found["filter"] == {
        "level": ["province", "unknown"], "province": "Cao Bằng", "from": None, "until": None,
    }  # fmt: skip


def test_people_are_told_how_many_are_left_out(store: Place, client: TestClient) -> None:
    told = phahe("lineage", top(client), "--down", "--until", "1/1/1990", store=store)
    assert told.code == 0
    assert "được thực hiện bởi 0 văn bản" in told.out
    assert "Bộ lọc bỏ ra 2 văn bản khác." in told.out


def test_files_hold_what_the_filter_lets_through(client: TestClient) -> None:
    place = f"/v1/documents/{top(client)}/lineage"
    asked = {"direction": "descendants", "province": "Sơn La"}
    rows = client.get(place, params={**asked, "format": "csv"}).text.splitlines()
    assert len(rows) == 2
    assert "Sơn La" in rows[1]
    drawn = client.get(place, params={**asked, "format": "graphml"}).content
    assert len(nx.read_graphml(io.BytesIO(drawn))) == 2


@pytest.mark.parametrize("query", ["level=village", "province=Atlantis", "from=31/02/2018"])
def test_what_cannot_be_asked_is_refused(client: TestClient, query: str) -> None:
    place = f"/v1/documents/{top(client)}/lineage?direction=descendants&{query}"
    answer = client.get(place)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_every_level_has_its_name() -> None:
    assert get_args(LevelName) == (*(level.value for level in Level), UNKNOWN_LEVEL)

"""Bad inputs 24 and 27: words in a query's tongue, and bounds, in every parameter of every route.

What is no word of the question is refused with a problem, what is one is only looked for: nothing
is a fault of the program, and the graph is afterwards what it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.movable import MovableStore
from graph.sqlite_store.store import SqliteStore
from tests.api.phahe import phahe
from tests.api.service import serving
from tests.bad_input.asking import ROUTES, address, parameters
from tests.bad_input.values import QUERIES, filled_with
from tests.stores import Stores, every_real_kind

OF_THE_GRAPH = [path for path in ROUTES if path.startswith("/v1/")]
KEY = "vn-son-la.1-kh-ubnd.2020-05-04"
LISTS = [path for path in OF_THE_GRAPH if "cursor" in parameters(path)]
CLOSED = ("enum", "pattern", "maximum", "boolean", "integer")
"""What a schema says of a parameter that takes no free text."""


in_memory = pytest.mark.parametrize("stores", ["model"], indirect=True)
"""For what is refused before any store is asked."""


@pytest.fixture
def store(stores: Stores) -> MovableStore:
    store = stores.make()
    filled_with(store, ("trồng rừng", "ven sông"))
    return store


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, store: MovableStore) -> Iterator[TestClient]:
    with serving(monkeypatch, store, patience=20.0) as client:
        yield client


def free(path: str) -> set[str]:
    """Return the parameters that take any text."""
    return {
        name
        for name, one in parameters(path).items()
        if not any(word in str(one["schema"]) for word in CLOSED)
    }


def texts_for(kind: str, turn: int) -> Sequence[str]:
    """Return the texts for one parameter: all, but of Neo4j, which is slow to ask, every third.

    Each parameter of each route has its own turn, so that all texts come to Neo4j many times.
    """
    return QUERIES[turn % 3 :: 3] if kind == "neo4j" else QUERIES


def refused(answer: Any, *codes: str) -> None:
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] in codes


class Test24Queries:
    @every_real_kind
    def test_in_every_parameter_and_key_and_the_graph_stays(
        self, client: TestClient, store: MovableStore, stores: Stores
    ) -> None:
        before = store.state()
        turns = count()
        for path in OF_THE_GRAPH:
            for text in texts_for(stores.kind, next(turns)):
                answer = client.get(address(path, text))
                known = (200, 400, 404) if "{key}" in path or "a" in parameters(path) else (200,)
                assert answer.status_code in known, (path, text, answer.text)
            for name in sorted(free(path)):
                for text in texts_for(stores.kind, next(turns)):
                    answer = client.get(address(path, KEY, **{name: text}))
                    assert answer.status_code in (200, 400, 404, 409), (path, name, text)
        assert store.state() == before

    @in_memory
    def test_where_only_some_values_are_known(self, client: TestClient) -> None:
        for path in ROUTES:
            for name in parameters(path).keys() - free(path):
                for text in QUERIES[:6]:
                    refused(client.get(address(path, KEY, **{name: text})), "bad_option")

    @in_memory
    def test_in_the_name_of_a_parameter(self, client: TestClient, store: MovableStore) -> None:
        before = store.state()
        for path in OF_THE_GRAPH:
            for text in QUERIES:
                refused(client.get(address(path, KEY, **{text: "x", "order_by": text})),
                        "bad_option")  # fmt: skip
        assert store.state() == before

    @every_real_kind
    def test_a_search_for_one_finds_nothing_else(self, client: TestClient) -> None:
        for text in QUERIES:
            answer = client.get("/v1/search", params={"q": f"trồng {text}"})
            assert answer.status_code == 200
            if any(char.isalnum() for char in text):
                assert answer.json()["total"] == 0


BOUNDS = {
    "limit": ("-1", "0", "10001", "1000000000", "NaN", "1e3", "1.5", "", "٣", "0x10", "null"),
    "depth": ("-1", "0", "10001", "1000000000", "NaN", ""),
    "as_of": ("2017-02-30", "0", "hôm qua", "2017-13", "9" * 400),
    "format": ("pdf", "CSV", "", "../csv"),
}


@in_memory
class Test27Bounds:
    @pytest.mark.parametrize("name", BOUNDS)
    def test_a_value_out_of_bounds_is_named(self, client: TestClient, name: str) -> None:
        asked = [path for path in ROUTES if name in parameters(path)]
        assert asked
        for path in asked:
            for value in BOUNDS[name]:
                answer = client.get(address(path, KEY, **{name: value}))
                refused(answer, "bad_option")
                assert [row["parameter"] for row in answer.json()["errors"]] == [name]

    def test_a_first_day_after_the_last_is_told(self, client: TestClient) -> None:
        """Two days that were swapped would else look like an empty answer."""
        asked = [path for path in ROUTES if {"from", "until"} <= parameters(path).keys()]
        assert len(asked) >= 4
        for path in asked:
            swapped = client.get(address(path, KEY, **{"from": "25/10/2019", "until": "2018"}))
            refused(swapped, "bad_option")
            told = "from: 25/10/2019 muộn hơn until:"
            assert told in swapped.json()["detail"], path
            one_year = client.get(address(path, KEY, **{"from": "10/2019", "until": "2019"}))
            assert one_year.status_code == 200, path

    def test_a_parameter_given_twice_or_too_long_is_no_fault(self, client: TestClient) -> None:
        for path in OF_THE_GRAPH:
            for name in parameters(path):
                for asked in ({name: ["x", "y"]}, {name: "x" * 20_000}):
                    answer = client.get(address(path, KEY, **asked))
                    assert answer.status_code in (200, 400, 404), (path, name)

    @pytest.mark.parametrize("path", LISTS)
    def test_a_forged_cursor_and_one_of_another_list(self, client: TestClient, path: str) -> None:
        page = client.get("/v1/documents?limit=1").json()["next"]
        assert page
        for cursor in ("AAAA", "x", "é", page[:-2], page + "A", page.swapcase()):
            refused(client.get(address(path, KEY, cursor=cursor)), "bad_cursor")
        if path != "/v1/documents":
            refused(client.get(address(path, KEY, cursor=page)), "bad_cursor")

    def test_a_cursor_of_another_filter(self, client: TestClient) -> None:
        page = client.get("/v1/documents?limit=1").json()["next"]
        for more in ("province=Sơn La", "type=Kế hoạch", "status=loaded", "from=2019"):
            refused(client.get(f"/v1/documents?limit=1&cursor={page}&{more}"), "bad_cursor")
        assert client.get(f"/v1/documents?limit=2&cursor={page}").status_code == 200

    def test_a_depth_past_all_levels_is_the_whole_lineage(self, client: TestClient) -> None:
        """1,000 steps are no error: a lineage has no depth by itself, and pages bound it."""
        deep = client.get(address("/v1/documents/{key}/lineage", KEY, depth=1000))
        assert (
            deep.json()["items"]
            == client.get(address("/v1/documents/{key}/lineage", KEY)).json()["items"]
        )


@pytest.mark.parametrize("value", ["-1", "0", "10001", "NaN", "1000000000000000000000"])
def test_27_a_limit_out_of_bounds_on_the_command_line(tmp_path: Path, value: str) -> None:
    path = tmp_path / "graph.sqlite"
    SqliteStore.open(path).close()
    for words in (("search", "x"), ("duties",), ("findings",), ("review",)):
        answer = phahe(*words, "--limit", value, store=path)
        assert (answer.code, answer.out) == (2, "")
        assert "Traceback" not in answer.err

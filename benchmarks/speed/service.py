"""Requests a second of the service, one worker, beside those of a route that asks no store (P9)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlsplit

from benchmarks.speed.serving import served_store
from benchmarks.speed.timing import Measure, timed
from graph.sqlite_store.store import SqliteStore
from queries.lineage import LineageDirection, lineage

NODES = 50


def middling(path: Path, keys: Sequence[str]) -> tuple[str, int]:
    """Return the document whose descendants are nearest to 50, with their number."""
    store = SqliteStore.open(path, create=False, read_only=True)
    totals = [
        (lineage(store, key, LineageDirection.DESCENDANTS, limit=1).total, key) for key in keys
    ]
    store.close()
    total, key = min(totals, key=lambda one: (abs(one[0] - NODES), one[1]))
    return key, total


def service_measures(path: Path, hub: tuple[str, int], times: int = 300) -> list[Measure]:
    """Ask `/livez` and the lineage of a document in turn, on one connection that is kept.

    A fresh answer is one to a question that was not put before: its limit is another, its items
    are the same. Raises RuntimeError where an answer is not 200.
    """
    key, nodes = hub
    static, cached, fresh = list[float](), list[float](), list[float]()
    asked = f"/v1/documents/{quote(key)}/lineage?direction=descendants&limit="
    with served_store(f"sqlite:{path}") as address:
        connection = HTTPConnection(urlsplit(address).netloc)
        for at in range(times):
            for taken, url in (
                (static, "/livez"), (cached, f"{asked}9999"), (fresh, f"{asked}{1000 + at}"),
            ):  # fmt: skip
                taken += timed([partial(_get, connection, url)])
        connection.close()
    plain = median(static)
    told = f"lineage of {nodes} documents over HTTP"
    return [
        Measure("/livez, one worker, p50", plain, "ms"),
        Measure(f"{told}, cached, p50", median(cached), "ms"),
        Measure(f"{told}, fresh, p50", median(fresh), "ms"),
        Measure(f"{told}, cached / static route", plain / median(cached), "x", ">= 0.8"),
        Measure(f"{told}, fresh / static route", plain / median(fresh), "x", ">= 0.2"),
    ]


def _get(connection: HTTPConnection, url: str) -> None:
    connection.request("GET", url, headers={"Accept": "application/json"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{url}: {answer.status}")

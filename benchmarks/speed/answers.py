"""Questions put to a loaded store, by the functions that the service and the command line call."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.speed.timing import Measure, percentiles, timed
from graph.sqlite_store.store import SqliteStore
from queries.lineage import LineageDirection, lineage
from queries.search import search

WORDS = (
    "dinh dưỡng học đường", "nuoc sach", "y hoc co truyen", "ke hoach cong dong", "so y te",
    "chuyển đổi số", "an toàn giao thông", "tre em", "xa hoi", "lai", "thu vien cong cong",
    "nghi quyet chinh phu", "du lich", "bao ton di san", "the duc the thao",
)  # fmt: skip
NUMBERS = (
    "15/KH-UBND", "20-NQ/TW", "3 kh tu", "44/2013/NĐ-CP", "27/NQ-CP", "390 QĐ-TTg", "15/KH",
    "20-NQ", "12",
)  # fmt: skip


def hub_measures(path: Path, key: str, size: int, times: int = 60) -> list[Measure]:
    """Time the whole lineage of a hub in one answer, each time on a new connection.

    Raises RuntimeError unless the answer holds exactly `size` documents.
    """
    opening, asking = [], []
    for _ in range(times):
        opening += timed([partial(_open, path)])
        store = _open(path)
        answers: list[int] = []
        asking += timed([lambda s=store, a=answers: a.append(_descendants(s, key))])  # type: ignore[misc]
        store.close()
        if answers != [size]:
            raise RuntimeError(f"the lineage of the hub holds {answers[0]} documents, not {size}")
    return [
        *percentiles("opening a store", opening, "<= 5"),
        *percentiles(f"lineage of {size} documents, new connection", asking, "<= 5"),
    ]


def _open(path: Path) -> SqliteStore:
    return SqliteStore.open(path, create=False, read_only=True)


def _descendants(store: SqliteStore, key: str) -> int:
    found = lineage(store, key, LineageDirection.DESCENDANTS, limit=10_000)
    return len(found.items)


def lineage_measures(path: Path, keys: Sequence[str], times: int = 400) -> list[Measure]:
    """Time lineages of at most 100 documents, both ways, on one connection."""
    store = _open(path)
    rng = random.Random(1)
    taken: dict[LineageDirection, list[float]] = {way: [] for way in LineageDirection}
    sizes = []
    for key in rng.sample(list(keys), min(times, len(keys))):
        for way, milliseconds in taken.items():
            found = lineage(store, key, way)
            if not found.items or found.total > 100:
                continue
            sizes.append(found.total)
            milliseconds += timed([partial(lineage, store, key, way)])
    store.close()
    mean = sum(sizes) / len(sizes)
    return [
        line
        for way, milliseconds in taken.items()
        for line in percentiles(
            f"{way} of <= 100 documents (mean {mean:.0f})", milliseconds, "<= 0.3"
        )
    ]


def search_measures(path: Path, times: int = 5) -> list[Measure]:
    """Time searches by words and by number on one connection, first page."""
    store = _open(path)

    def asked(texts: Sequence[str]) -> list[Callable[[], object]]:
        return [partial(search, store, text, limit=20) for text in texts for _ in range(times)]

    measures = [
        *percentiles("search by words", timed(asked(WORDS)), "p95 <= 10"),
        *percentiles("search by number", timed(asked(NUMBERS)), "<= 1"),
    ]
    store.close()
    return measures

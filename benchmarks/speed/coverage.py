"""The coverage of a hub: which provinces carry out a document that thousands rest on."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from benchmarks.speed.timing import Measure, percentiles, timed
from graph.sqlite_store.store import SqliteStore
from queries.coverage import CoverageState, coverage


def coverage_measures(path: Path, key: str, size: int, times: int = 25) -> list[Measure]:
    """Time the coverage of a hub of `size` documents by the 63 and the 34 provinces.

    Raises RuntimeError where no province carries it out: then it is no hub.
    """
    store = SqliteStore.open(path, create=False, read_only=True)
    measures = []
    for provinces in (63, 34):
        asked = partial(coverage, store, key, provinces=provinces)
        if not asked().totals[CoverageState.IMPLEMENTS]:
            raise RuntimeError(f"no province carries out {key}")
        name = f"coverage of {size:,} documents by {provinces} provinces"
        measures += percentiles(name, timed([asked] * times), "<= 50")
    store.close()
    return measures

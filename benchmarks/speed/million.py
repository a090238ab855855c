"""A store of a million documents: graph and search at that size, without the reading.

Records are prepared by the generator (`benchmarks.papers.prepared`) and go through the same
`graph.build` and store as read ones, in the same process; texts are short (about 7 kB). What a
load of real files costs besides is the reading, which is measured apart.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from benchmarks.papers.forest import Paper, forest
from benchmarks.papers.prepared import prepared
from benchmarks.papers.writing import write
from benchmarks.speed.answers import hub_measures, lineage_measures, search_measures
from benchmarks.speed.commands import store_measures
from benchmarks.speed.coverage import coverage_measures
from benchmarks.speed.timing import Measure, own_peak
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.sqlite_store.store import SqliteStore

BATCH = 500
SHORT = 1_000


@dataclass(slots=True)
class Filled:
    """What filling the store took; `keys` are a sample of the documents, the hub's first."""

    seconds: float = 0.0
    rows: int = 0
    size: int = 0
    keys: list[str] = field(default_factory=list)


def fill(path: Path, documents: int, hub: int) -> Filled:
    """Write `documents` prepared records in commits of 500; only the writing is timed."""
    filled = Filled()
    store = SqliteStore.open(path, create=True)
    for number, batch in enumerate(batches(documents, hub)):
        filled.size += sum(len(file.text.encode("utf-8")) for file in batch)
        started = time.perf_counter()
        change = write_files(store, batch)
        filled.seconds += time.perf_counter() - started
        loaded = [c.file.document for c in change.contents if c.file.document is not None]
        filled.keys += loaded if number == 0 else loaded[:2]
        if number % 100 == 99:
            print(f"{(number + 1) * BATCH:,} documents", file=sys.stderr, flush=True)
    state = store.state()
    filled.rows = state.documents + state.edges + state.assertions
    store.close()
    return filled


def batches(documents: int, hub: int) -> Iterator[list[ReadFile]]:
    """Yield prepared files, 500 at a time."""
    papers = forest(documents, hub=hub)
    while batch := [_file(paper) for paper in islice(papers, BATCH)]:
        yield batch


def _file(paper: Paper) -> ReadFile:
    written = write(paper, median=SHORT)
    return ReadFile(paper.name, prepared(written), written.text)


def full(folder: Path, documents: int, hub: int) -> list[Measure]:
    """Fill a store below `folder`, put the questions to it, and return all figures."""
    path = folder / "full.sqlite"
    filled = fill(path, documents, hub)
    measures = [
        Measure("write, no reading", documents / filled.seconds, "documents/s"),
        Measure("write, no reading", filled.rows / filled.seconds, "rows/s", ">= 100,000"),
        *peak_measures(),
        *store_measures(path, documents, filled.size),
        *hub_measures(path, filled.keys[0], hub, times=15),
        *lineage_measures(path, filled.keys),
        *search_measures(path),
        *coverage_measures(path, filled.keys[0], hub),
    ]
    return [replace(m, name=f"{documents:,}: {m.name}") for m in measures]


def peak_measures() -> list[Measure]:
    """Return the most memory that this process has held, where the system says."""
    peak = own_peak()
    return [] if peak is None else [Measure("peak of the process", peak / 1e6, "MB", "< 600")]

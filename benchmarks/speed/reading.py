"""Reading alone, without a store, on one core."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.timing import Measure
from loaders.read import read_file


def reading_measures(paths: Sequence[Path]) -> list[Measure]:
    """Time `read_file` over the files; the first ones are read before to warm up."""
    for path in paths[:20]:
        read_file(path)
    size = sum(path.stat().st_size for path in paths)
    started = time.perf_counter()
    mentions = sum(
        len(reference.mentions) for path in paths for reference in read_file(path).record.references
    )
    seconds = time.perf_counter() - started
    return [
        Measure("reading, one core", size / 1e6 / seconds, "MB/s", ">= 20"),
        Measure("reading, one core", len(paths) / seconds, "documents/s"),
        Measure("citations read", mentions / len(paths), "a document"),
    ]

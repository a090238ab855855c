"""The installed program as a user starts it."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.speed.timing import Measure, Run, folder_size, run_child
from graph.sqlite_store.connection import connect

PHAHE = [sys.executable, "-m", "api"]
EMPTY_APP = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    pass


app()
"""


def start_up(times: int = 7) -> list[Measure]:
    """Time `phahe --help` beside an empty typer program's, in turn, in one run."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY_APP, encoding="utf-8")
        ours, theirs = [], []
        for _ in range(times):
            ours.append(run_child([*PHAHE, "--help"]).seconds)
            theirs.append(run_child([sys.executable, str(empty), "--help"]).seconds)
    mine, floor = statistics.median(ours), statistics.median(theirs)
    return [
        Measure("phahe --help", 1000 * mine, "ms"),
        Measure("phahe --help / empty typer program", mine / floor, "x", "<= 1.3"),
    ]


def load(documents: Path, store: Path) -> tuple[dict[str, Any], Run]:
    """Load a folder through the command line; return its account and what it took.

    Raises RuntimeError unless every file was loaded.
    """
    run = run_child([*PHAHE, "load", str(documents), "--store", f"sqlite:{store}", "--json"])
    if run.code != 0:
        raise RuntimeError(f"phahe load ended with {run.code}")
    account: dict[str, Any] = json.loads(run.stdout)
    if account["loaded"] != len(account["files"]):
        counts = {name: value for name, value in account.items() if name != "files"}
        raise RuntimeError(f"not every document was loaded: {counts}")
    return account, run


def load_measures(run: Run, again: Run, count: int, size: int, store: Path) -> list[Measure]:
    """Return the lines about loading `count` documents of `size` bytes, first and again."""
    peak = (
        []
        if run.peak is None
        else [Measure("load, peak of the largest process", run.peak / 1e6, "MB", "< 600")]
    )
    return [
        Measure(f"load of {count:,} documents, wall time", run.seconds, "s", "<= 120"),
        Measure("load", count / run.seconds, "documents/s"),
        Measure("load", size / 1e6 / run.seconds, "MB/s"),
        *peak,
        Measure("load again, nothing changed", again.seconds, "s"),
        *store_measures(store, count, size),
    ]


def store_measures(store: Path, count: int, size: int) -> list[Measure]:
    """Return the bytes of a SQLite store a document, its texts and records apart.

    `size` is the bytes of the source texts. Opens the file itself: no question asks for this.
    """
    with closing(connect(f"{store.as_uri()}?mode=ro")) as db:
        texts, records = db.first("select sum(length(text)), sum(length(record)) from content")
    whole = folder_size(store)
    return [
        Measure("store, whole", whole / count / 1000, "kB/document"),
        Measure("store, records", records / count / 1000, "kB/document"),
        Measure("store, graph and search", (whole - texts - records) / count / 1000, "kB/document"),
        Measure("stored text / source text", texts / size, "x", "<= 0.35"),
    ]

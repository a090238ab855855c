"""The Neo4j store beside the plain driver and beside SQLite, in one run: part of `make bench`.

    python -m benchmarks.bolt [--documents 10000] [--no-write]

Two genuine servers are started as the tests do (`tests/neo4j`), each with 2 GB of heap and of page
cache. Prepared records (`benchmarks.papers.prepared`) are loaded into a SQLite store and over Bolt
into one server, and their rows by the plain driver into the other, 500 documents in turn. The
questions are put to both stores. Figures go into `benchmarks/results_bolt.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from benchmarks.papers.forest import HUB_FROM
from benchmarks.run import say, table
from benchmarks.speed.million import batches
from benchmarks.speed.plain_bolt import PlainWriter, rows_of
from benchmarks.speed.timing import Measure, machine, percentiles, timed
from graph.build import write_files
from graph.movable import MovableStore
from graph.neo4j_store.session import Access
from graph.neo4j_store.store import Neo4jStore
from graph.sqlite_store.store import SqliteStore
from queries.lineage import LineageDirection, lineage
from tests.neo4j.artifacts import VERSION, Missing
from tests.neo4j.server import QUICK_TO_ANSWER, Server

RESULTS = Path(__file__).parent / "results_bolt.json"
LARGEST_HUB = 4_500
_CONFIGURATION = {"server.memory.pagecache.size": "2g"}


def measured(folder: Path, server: Server, other: Server, documents: int) -> list[Measure]:
    """Return the figures for a graph of so many documents."""
    hub = min(LARGEST_HUB, documents // 4)
    lite = SqliteStore.open(folder / "graph.sqlite")
    access = server.access
    way = Access(access.uri, access.user, access.password, access.database)
    bolt = Neo4jStore.open(way)
    plain = PlainWriter(other.access)
    plain.make_constraints()
    seconds, keys = filled(lite, bolt, plain, documents, hub)
    say(f"{documents:,} documents over Bolt in {seconds:.0f} s, plain {plain.seconds:.0f} s")
    measures = [
        Measure("load over Bolt", documents / seconds, "documents/s"),
        Measure("load over Bolt", plain.rows / seconds, "rows/s"),
        Measure("plain UNWIND … MERGE of the same rows", plain.rows / plain.seconds, "rows/s"),
        Measure("load over Bolt / plain", plain.seconds / seconds, "x", ">= 0.7"),
        *questions(lite, bolt, keys, hub),
    ]
    for held in (lite, bolt, plain):
        held.close()
    return [replace(one, name=f"{documents:,}: {one.name}") for one in measures]


def filled(
    lite: MovableStore, bolt: MovableStore, plain: PlainWriter, documents: int, hub: int
) -> tuple[float, list[str]]:
    """Write prepared records to all three, batch by batch, so that a busy machine slows them alike.

    Returns the seconds over Bolt, and the keys of the documents, the hub's first.
    """
    seconds = 0.0
    keys: list[str] = []
    for batch in batches(documents, hub):
        write_files(lite, batch)
        began = time.perf_counter()
        change = write_files(bolt, batch)
        seconds += time.perf_counter() - began
        for nodes in (True, False):
            plain.write((t, row) for t, row in rows_of(change) if t.is_nodes is nodes)
        keys += [one.file.document for one in change.contents if one.file.document is not None]
        if len(keys) % 5_000 == 0:
            say(f"{len(keys):,} documents: {plain.seconds / seconds:.2f} x the plain driver")
    expected, found = lite.state(), bolt.state()
    if replace(expected, revision=0) != replace(found, revision=0):
        raise RuntimeError(f"the stores hold {expected} and {found}")
    return seconds, keys


def questions(
    lite: MovableStore, bolt: MovableStore, keys: list[str], hub: int, times: int = 25
) -> list[Measure]:
    """Time the lineage of the hub, whole, with titles and sentences, and lineages of a few."""
    asks = {
        name: partial(lineage, store, keys[0], LineageDirection.DESCENDANTS, limit=10_000)
        for name, store in (("SQLite", lite), ("Neo4j", bolt))
    }
    for ask in asks.values():
        if (found := ask()).total != hub:
            raise RuntimeError(f"the lineage of the hub holds {found.total} documents, not {hub}")
    taken: dict[str, list[float]] = {name: [] for name in asks}
    for _ in range(times):  # in turn, so that a busy machine slows them alike
        for name, ask in asks.items():
            taken[name] += timed([ask])
    middle = {name: sorted(values)[len(values) // 2] for name, values in taken.items()}
    goal = 2 * middle["SQLite"] + 40
    return [
        *percentiles(f"hub of {hub:,} with titles and sentences, SQLite", taken["SQLite"]),
        *percentiles(
            f"hub of {hub:,} with titles and sentences, Neo4j", taken["Neo4j"], f"<= {goal:.0f}"
        ),
        *small(bolt, keys),
    ]


def small(store: MovableStore, keys: list[str], times: int = 200) -> list[Measure]:
    """Time lineages of at most 100 documents, both ways."""
    rng = random.Random(1)
    milliseconds: list[float] = []
    for key in rng.sample(keys, min(times, len(keys))):
        for way in LineageDirection:
            if 0 < lineage(store, key, way).total <= 100:
                milliseconds += timed([partial(lineage, store, key, way)])
    return percentiles("lineage of <= 100 documents, Neo4j", milliseconds, "<= 10")


def write_results(measures: list[Measure], documents: int) -> None:
    """Keep the figures."""
    found = {
        "machine": machine() | {"neo4j": VERSION},
        "documents": documents,
        "figures": [asdict(one) | {"value": round(one.value, 3)} for one in measures],
    }
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Run the benchmark in a folder of its own, or say why it cannot be run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000, help="at least 2,000")
    parser.add_argument("--no-write", action="store_true", help="leave the results as they are")
    options = parser.parse_args()
    if options.documents < HUB_FROM:
        parser.error(f"{HUB_FROM} documents or more: the hub needs them")
    with tempfile.TemporaryDirectory(prefix="phahe-bench-") as folder, ExitStack() as stack:
        servers = []
        for name in ("phahe", "plain"):
            home = Path(folder) / name
            home.mkdir()
            server = Server(home, _CONFIGURATION, QUICK_TO_ANSWER)
            stack.callback(server.stop)
            try:
                server.start()
            except Missing as missing:
                print(f"Neo4j was not measured: {missing}", file=sys.stderr)
                return
            servers.append(server)
        ours, others = servers
        measures = measured(Path(folder), ours, others, options.documents)
    print(table(measures))
    if not options.no_write:
        write_results(measures, options.documents)


if __name__ == "__main__":
    main()

"""The benchmarks: what `make bench` prints and `benchmarks/results.json` keeps.

    python -m benchmarks.run [--documents 10000] [--full [1000000]] [--no-write]

Generated documents go through the installed `phahe load`; the questions are put to the store it
made. `--full` fills a store of 1 M documents besides, from records that were not read but made
by the generator (`benchmarks.speed.million`). Figures belong to the machine: compare
ratios, or runs on one machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.generate import write_files
from benchmarks.papers.forest import HUB_FROM
from benchmarks.speed.answers import hub_measures, lineage_measures, search_measures
from benchmarks.speed.commands import load, load_measures, start_up
from benchmarks.speed.coverage import coverage_measures
from benchmarks.speed.duties import duty_measures, fill
from benchmarks.speed.million import full
from benchmarks.speed.reading import reading_measures
from benchmarks.speed.service import middling, service_measures
from benchmarks.speed.timing import Measure, machine, run_child
from graph.sqlite_store.store import SqliteStore

RESULTS = Path(__file__).parent / "results.json"
HUB = 500


def short(documents: int, folder: Path) -> list[Measure]:
    """Measure reading, loading and asking on generated documents below `folder`."""
    size = write_files(folder, documents, hub=HUB)
    source, store = folder / "documents", folder / "bench.sqlite"
    paths = sorted(source.rglob("*.txt"))
    say(f"{documents:,} documents written, {size / 1e6:.0f} MB")
    measures = start_up()
    say("start-up measured")
    measures += reading_measures(paths[600:1000] or paths)
    say("reading measured")
    account, first = load(source, store)
    say(f"loaded in {first.seconds:.0f} s")
    again = run_child(again_command(source, store))
    measures += load_measures(first, again, documents, size, store)
    keys = [row["key"] for row in account["files"]]
    [hub] = [row["key"] for row in account["files"] if row["file"].endswith("0000000.txt")]
    measures += hub_measures(store, hub, HUB)
    measures += lineage_measures(store, keys)
    measures += search_measures(store)
    measures += coverage_measures(store, hub, HUB)
    measures += of_duties(folder / "duties.sqlite")
    measures += service_measures(store, middling(store, keys))
    return measures


def of_duties(path: Path) -> list[Measure]:
    """Fill a store with the duties of one agency and ask for them."""
    store = SqliteStore.open(path)
    fill(store)
    measures = duty_measures(store)
    store.close()
    return measures


def again_command(source: Path, store: Path) -> list[str]:
    """Return the command that loads the same folder once more."""
    return [
        sys.executable,
        "-m",
        "api",
        "load",
        str(source),
        "--store",
        f"sqlite:{store}",
        "--json",
    ]


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def table(measures: Sequence[Measure]) -> str:
    """Return the figures as aligned lines."""
    width = max(len(measure.name) for measure in measures)
    return "\n".join(
        f"{m.name:{width}} {m.value:12,.2f} {m.unit:14} {m.goal}".rstrip() for m in measures
    )


def write_results(measures: Sequence[Measure], documents: int) -> None:
    """Keep the figures; a run of another size does not replace them."""
    found = {
        "machine": machine(),
        "documents": documents,
        "figures": [asdict(measure) | {"value": round(measure.value, 3)} for measure in measures],
    }
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Run the benchmarks in a folder of their own, which goes afterwards."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000, help="at least 2,000")
    parser.add_argument(
        "--full", type=int, nargs="?", const=1_000_000, help="a store of so many documents besides"
    )
    parser.add_argument("--no-write", action="store_true", help="leave results.json as it is")
    options = parser.parse_args()
    if min(options.documents, options.full or HUB_FROM) < HUB_FROM:
        parser.error(f"{HUB_FROM} documents or more: the hub needs them")
    with tempfile.TemporaryDirectory(prefix="phahe-bench-") as folder:
        measures = short(options.documents, Path(folder))
    if options.full:
        with tempfile.TemporaryDirectory(prefix="phahe-bench-") as folder:
            measures += full(Path(folder), options.full, hub=min(4500, options.full // 2))
    print(table(measures))
    if not options.no_write:
        write_results(measures, options.documents)


if __name__ == "__main__":
    main()

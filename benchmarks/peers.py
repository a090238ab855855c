"""Our reader beside those of other languages; figures in `benchmarks/results_peers.json`.

    pip install '.[bench]'
    python -m benchmarks.peers [--documents 60] [--no-write]

Compare ratios: all are timed in one process, one after the other.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.run import table
from benchmarks.speed.peers import peer_measures
from benchmarks.speed.timing import machine

RESULTS = Path(__file__).parent / "results_peers.json"
FOREST, FROM = 2_000, 600
"""Papers are taken out of a forest of this size, from this one on: provinces' and ministries'."""


def main() -> None:
    """Read the options, measure, print the figures and keep them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--no-write", action="store_true", help="leave the results as they are")
    options = parser.parse_args()
    written = islice(generate(FOREST), FROM, FROM + options.documents)
    papers = [one.text for one in written]
    measures = peer_measures(papers)
    print(table(measures))
    if not options.no_write:
        found = {
            "machine": machine(),
            "documents": len(papers),
            "figures": [asdict(one) | {"value": round(one.value, 3)} for one in measures],
        }
        RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

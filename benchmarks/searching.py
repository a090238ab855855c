"""How long a search takes among a million documents whose titles name what they carry out.

python -m benchmarks.searching [--documents 1000000] [--store FILE]

Figures go to benchmarks/results_searching.json; what is measured is `queries.search` and its first
page of 20, on a store that is opened once, as a service does.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.papers.forest import Paper, forest
from benchmarks.papers.writing import title_of
from benchmarks.speed.answers import search_measures
from benchmarks.speed.register import fill
from benchmarks.speed.timing import Measure, keep
from graph.identity.keys import block_of_number
from graph.model import Claim
from loaders.records import Level

RESULTS = Path(__file__).parent / "results_searching.json"


def titled(count: int) -> Iterator[Claim]:
    """Yield what `count` documents of the forest say of themselves."""
    return map(_claim, forest(count))


def _claim(paper: Paper) -> Claim:
    province = None if paper.place is None else paper.place.name
    block = block_of_number(paper.number) or paper.number
    return Claim(
        block, True, paper.type, paper.number, None, title_of(paper), paper.issuer,
        paper.issued_on.isoformat(), (), Level(paper.level), province, paper.district, None, None,
    )  # fmt: skip


def main() -> None:
    """Fill a store where none is given, ask, print and keep the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path, help="a store to keep, filled where it is none")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="phahe-titles-") as folder:
        path = options.store or Path(folder) / "titles.sqlite"
        found: list[Measure] = []
        if not path.exists():
            started = time.perf_counter()
            fill(path, titled(options.documents))
            found.append(Measure("fill the store", time.perf_counter() - started, "s"))
        found.append(Measure("size on disk", path.stat().st_size / 1e6, "MB"))
        found += search_measures(path)
    keep(RESULTS, found, options.documents)


if __name__ == "__main__":
    main()

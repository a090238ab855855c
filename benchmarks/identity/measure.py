"""Read made-up papers, load them into a store, and compare its mentions with the truth.

python -m benchmarks.identity.measure [--seed 1] [--papers 60]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.identity.bcubed import FoundMention, Score, score
from benchmarks.identity.papers import MadePaper, make
from graph.build import write_files
from graph.model import MentionStatus
from graph.sqlite_store import SqliteStore
from graph.touched import ReadFile
from loaders.read import read_text
from queries.mentions import MentionKind, mentions

SEEDS = (1, 2, 3)


def measure(papers: list[MadePaper]) -> Score:
    """Return how well a store tells the documents of these papers apart."""
    found: dict[str, list[FoundMention]] = defaultdict(list)
    with TemporaryDirectory(prefix="phahe-identity-") as folder:
        store = SqliteStore.open(Path(folder) / "graph.sqlite")
        files = [ReadFile(p.name, read_text(p.text, p.name), p.text) for p in papers]
        write_files(store, files)
        for row in mentions(store):
            if row.kind is MentionKind.MENTION and row.span is not None:
                key = None if row.status is MentionStatus.AMBIGUOUS else row.key
                found[row.file].append(FoundMention(row.span.start, row.span.end, key))
        store.close()
    return score([m for paper in papers for m in paper.mentions], found)


def figures(seeds: tuple[int, ...] = SEEDS) -> dict[str, float]:
    """Return the mean precision and recall over worlds of several seeds."""
    scores = [measure(make(seed)) for seed in seeds]
    return {
        "precision": round(sum(s.precision for s in scores) / len(scores), 4),
        "recall": round(sum(s.recall for s in scores) / len(scores), 4),
    }


def main() -> None:
    """Print the figures of one world, and what went wrong by form."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--papers", type=int, default=60)
    options = parser.parse_args()
    found = measure(make(options.seed, options.papers))
    print(f"precision {found.precision:.4f}  recall {found.recall:.4f}")
    for forms, count in found.merged.most_common(20):
        print(f"merged {count:4} {forms[0]} with {forms[1]}")
    for form, count in found.parted.most_common(20):
        print(f"parted {count:4} {form}")


if __name__ == "__main__":
    main()

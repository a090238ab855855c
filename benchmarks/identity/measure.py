"""Read made-up papers, load them into a store, and compare its mentions with the truth.

python -m benchmarks.identity.measure [--seed 1] [--papers 60] [--hard]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.identity.bcubed import FoundMention, Score, TrueMention, score
from benchmarks.identity.hard_cases import hard_cases
from benchmarks.identity.papers import MadePaper, make
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.model import MentionStatus
from graph.sqlite_store.store import SqliteStore
from loaders.read import read_text
from queries.mentions import MentionKind, mentions

SEEDS = (1, 2, 3)


def measure(papers: list[MadePaper]) -> Score:
    """Return how well a store tells the documents of these papers apart."""
    return score([m for paper in papers for m in paper.mentions], found_in(papers))


def measure_hard() -> Score:
    """Return how well the hard cases are told apart, each an archive of its own."""
    truth: list[TrueMention] = []
    found: dict[str, list[FoundMention]] = {}
    for case in hard_cases():
        truth += [mention for paper in case.papers for mention in paper.mentions]
        found |= found_in(case.papers, case.papers[0].name)
    return score(truth, found)


def found_in(papers: Sequence[MadePaper], within: str = "") -> dict[str, list[FoundMention]]:
    """Return what a store of these papers says of each passage; keys begin with `within`."""
    found: dict[str, list[FoundMention]] = defaultdict(list)
    with TemporaryDirectory(prefix="phahe-identity-") as folder:
        store = SqliteStore.open(Path(folder) / "graph.sqlite")
        files = [ReadFile(p.name, read_text(p.text, p.name), p.text) for p in papers]
        write_files(store, files)
        for row in mentions(store):
            if row.span is not None:
                sure = row.key is not None and row.status is not MentionStatus.AMBIGUOUS
                key = f"{within}{row.key}" if sure else None
                own = row.kind is MentionKind.HEADER
                found[row.file].append(FoundMention(row.span.start, row.span.end, key, own))
        store.close()
    return found


def figures(seeds: tuple[int, ...] = SEEDS) -> dict[str, float]:
    """Return the mean precision and recall over worlds of several seeds, and of the hard cases."""
    scores = [measure(make(seed)) for seed in seeds]
    hard = measure_hard()
    return {
        "precision": round(sum(s.precision for s in scores) / len(scores), 4),
        "recall": round(sum(s.recall for s in scores) / len(scores), 4),
        "precision of hard cases": round(hard.precision, 4),
        "recall of hard cases": round(hard.recall, 4),
    }


def main() -> None:
    """Print the figures of one world, or of the hard cases, and what went wrong by form."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--papers", type=int, default=60)
    parser.add_argument("--hard", action="store_true", help="the cases written by hand")
    options = parser.parse_args()
    found = measure_hard() if options.hard else measure(make(options.seed, options.papers))
    print(f"precision {found.precision:.4f}  recall {found.recall:.4f}")
    for forms, count in found.merged.most_common(20):
        print(f"merged {count:4} {forms[0]} with {forms[1]}")
    for form, count in found.parted.most_common(20):
        print(f"parted {count:4} {form}")


if __name__ == "__main__":
    main()

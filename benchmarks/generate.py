"""Write made-up policy documents in true form, with the records that reading them should give.

    python -m benchmarks.generate --documents 10000 --out FOLDER [--seed 1] [--hub 500]

FOLDER gets `documents/` (a thousand files a folder) and `expected.jsonl` (one labelled record a
document). Same options, same bytes. From 2,000 documents on the first one has exactly `--hub`
direct implementers.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.papers.forest import forest
from benchmarks.papers.writing import Written, write


def generate(documents: int, *, seed: int = 1, hub: int = 500) -> Iterator[Written]:
    """Yield `documents` written papers, parents before children."""
    for paper in forest(documents, seed=seed, hub=hub):
        yield write(paper, seed)


def write_files(folder: Path, documents: int, *, seed: int = 1, hub: int = 500) -> int:
    """Write the documents and `expected.jsonl` below `folder`; return the bytes of text."""
    size = 0
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "expected.jsonl").open("w", encoding="utf-8", newline="\n") as expected:
        for written in generate(documents, seed=seed, hub=hub):
            path = folder / "documents" / written.paper.name
            if written.paper.index % 1000 == 0:
                path.parent.mkdir(parents=True, exist_ok=True)
            data = written.text.encode("utf-8")
            path.write_bytes(data)
            size += len(data)
            expected.write(json.dumps(written.gold, ensure_ascii=False) + "\n")
    return size


def main() -> None:
    """Read the options and write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hub", type=int, default=500, help="direct implementers of the hub")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    size = write_files(options.out, options.documents, seed=options.seed, hub=options.hub)
    print(f"{options.documents} documents, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

"""Score the reading of documents against labelled records, and refuse to get worse.

    python -m benchmarks.score [--errors] [--json] [--update]

Read are the project's golden documents (`tests/golden/*.json` with `examples/`) and, where
`PHAHE_LABELLED` names a folder with `seeds/` and `gold/`, the labelled ones too. Exit 1 when a
figure falls below `benchmarks/baseline.json` by more than 0.001; `--update` writes that file.
A last set is the share of the facts of our own papers that is kept when they are read from scans
by the wrong OCR (`benchmarks.garbling.kept`); then how well mentions are gathered into documents
(`benchmarks.identity`), which names of indicators mean one (`benchmarks.indicators`), and how
alike our own papers are read when they are typed otherwise (`benchmarks.perturbation`).
A figure without a baseline is shown only.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.garbling.kept import kept_of_scans
from benchmarks.identity.measure import figures as identity_figures
from benchmarks.indicators.measure import figures as indicator_figures
from benchmarks.perturbation.measure import figures as perturbation_figures
from benchmarks.scoring.figures import score_document
from benchmarks.scoring.tally import Tally
from loaders.errors import UnreadableFile
from loaders.read import read_file
from loaders.record_json import as_json

ROOT = Path(__file__).resolve().parent.parent
BASELINE = ROOT / "benchmarks" / "baseline.json"
TOLERANCE = 0.001
OWN = "golden"
SCANNED = "kept of scans"
IDENTITY = "identity"
INDICATORS = "indicators"
RETYPED = "alike when typed otherwise"

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """Labelled records with their documents; `fingerprint` changes with any label.

    It is None for the project's own set, which is held to its baseline whatever its labels.
    """

    name: str
    fingerprint: str | None
    pairs: list[tuple[dict[str, Any], Path]]


def golden_set(gold: Path, documents: Path, name: str) -> DocumentSet:
    """Return the records of `gold` with their documents, found by the start of the file name.

    Raises FileNotFoundError for a record whose document is not there.
    """
    pairs, digest = [], sha256()
    for path in sorted(gold.glob("*.json")):
        data = path.read_bytes()
        digest.update(data)
        record = json.loads(data)
        file = Path(record["file"]).name
        found = sorted(p for p in documents.iterdir() if p.name.startswith(file))
        if not found:
            raise FileNotFoundError(f"{path.name}: no document {file} in {documents}")
        pairs.append((record, found[0]))
    return DocumentSet(name, None if name == OWN else digest.hexdigest()[:12], pairs)


def document_sets() -> Iterator[DocumentSet]:
    """Yield the project's own set, then the labelled one where there is one."""
    yield golden_set(ROOT / "tests" / "golden", ROOT / "examples", OWN)
    folder = os.environ.get("PHAHE_LABELLED")
    if folder:
        yield golden_set(Path(folder) / "gold", Path(folder) / "seeds", "labelled")
    else:
        print("PHAHE_LABELLED is not set: the project's golden documents only", file=sys.stderr)


def score_file(gold: dict[str, Any], path: Path) -> Tally:
    """Read one document and score it; one that cannot be read has nothing right."""
    try:
        record = as_json(read_file(path).record)
    except UnreadableFile as error:
        tally = score_document(gold, {})
        tally.errors.append(f"cannot be read: {error}")
        return tally
    # The text is decoded here, not taken from the reader: its spans are judged by the file.
    text = path.read_bytes().decode(record["encoding"]).removeprefix("\ufeff")
    return score_document(gold, record, text)


def figures_of(tally: Tally) -> Figures:
    """Return F1 by figure, as far as anything was labelled or found."""
    return {
        name: round(figure.f1, 4)
        for name, figure in tally.counts.items()
        if figure.gold or figure.found
    }


def kept_figures() -> Figures:
    """Return the share of facts kept of our scanned papers, by kind and of all."""
    kept = kept_of_scans(ROOT / "examples")
    hits, all_ = (sum(pair[i] for pair in kept.values()) for i in (0, 1))
    return {kind: round(a / b, 4) for kind, (a, b) in [*kept.items(), ("all", (hits, all_))]}


def table(rows: list[tuple[str, Tally]]) -> str:
    """Return the figures of all documents, a line a document."""
    names = list(rows[-1][1].counts)
    width = max(len(label) for label, _ in rows)
    short = [name.replace("duties with role", "roles") for name in names]
    lines = [" " * width + "".join(f"{name:>11}" for name in short)]
    for label, tally in rows:
        figures = figures_of(tally)
        cells = (f"{figures[n]:11.3f}" if n in figures else f"{'-':>11}" for n in names)
        lines.append(f"{label:{width}}{''.join(cells)}")
    return "\n".join(lines)


def shortfalls(
    baseline: dict[str, Any], name: str, fingerprint: str | None, figures: Figures
) -> list[str]:
    """Return a line for every figure of the set `name` below the baseline of these documents."""
    entry = baseline.get(name)
    if entry is None or entry["documents"] != fingerprint:
        return []
    return [
        f"{name}: {figure} is {figures.get(figure, 0.0):.4f}, the baseline {least:.4f}"
        for figure, least in entry["figures"].items()
        if figures.get(figure, 0.0) < least - TOLERANCE
    ]


def baseline_entry(documents: DocumentSet, tally: Tally) -> dict[str, Any]:
    """Return what the baseline keeps: the figures of all that is read at all."""
    read = {name for name, figure in tally.counts.items() if figure.hits}
    figures = {name: f1 for name, f1 in figures_of(tally).items() if name in read}
    return {"documents": documents.fingerprint, "figures": figures}


def main() -> int:
    """Score every set and compare with the baseline; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="list every miss and invention")
    parser.add_argument("--json", action="store_true", help="the totals as one JSON object")
    parser.add_argument("--update", action="store_true", help="write the baseline anew")
    options = parser.parse_args()
    baseline: dict[str, Any] = {}
    if BASELINE.exists():
        baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    totals, failures = {}, []
    for documents in document_sets():
        rows = [(path.stem[:32], score_file(gold, path)) for gold, path in documents.pairs]
        total = Tally()
        for _, tally in rows:
            total.merge(tally)
        totals[documents.name] = figures_of(total)
        if not options.json:
            print(table([*rows, (f"all {documents.name}", total)]) + "\n")
        if options.errors:
            print("\n".join(f"{label}: {e}" for label, t in rows for e in t.errors) + "\n")
        failures += shortfalls(
            baseline, documents.name, documents.fingerprint, totals[documents.name]
        )
        if documents.name not in baseline or (
            baseline[documents.name]["documents"] != documents.fingerprint
        ):
            print(f"{documents.name}: no baseline for these documents", file=sys.stderr)
        if options.update:
            baseline[documents.name] = baseline_entry(documents, total)
    totals[SCANNED] = kept_figures()
    totals[IDENTITY] = identity_figures()
    totals[INDICATORS] = indicator_figures()
    totals[RETYPED] = perturbation_figures(ROOT / "examples")
    for name in (SCANNED, IDENTITY, INDICATORS, RETYPED):
        failures += shortfalls(baseline, name, None, totals[name])
        if options.update:
            baseline[name] = {"documents": None, "figures": totals[name]}
        if not options.json:
            print(name + "".join(f"  {k} {v:.3f}" for k, v in totals[name].items()) + "\n")
    if options.json:
        print(json.dumps(totals, ensure_ascii=False))
    if options.update:
        BASELINE.write_text(json.dumps(baseline, indent=2) + "\n", encoding="utf-8")
        return 0
    print("\n".join(failures) or "no figure below its baseline", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

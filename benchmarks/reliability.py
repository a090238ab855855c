"""Whether a confidence means what it says: of facts given 0.9, about nine in ten are right.

    python -m benchmarks.reliability [--write]

Read are labelled papers as they are (`tests/golden` with `examples/`, and papers of the generator)
and our own once more, changed by program (`benchmarks.garbling.perturbing`) and read from scans by
the wrong OCR. A relation, a value or a duty is right where the label has it (`benchmarks.scoring`),
a duty with its role. `--write` puts the table into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.garbling.kept import SCANS
from benchmarks.garbling.perturbing import WAYS, perturbed
from benchmarks.generate import generate
from benchmarks.score import OWN, ROOT, golden_set
from benchmarks.scoring.facts import quantities
from benchmarks.scoring.matching import (
    Row,
    likeness_of_duties,
    likeness_of_quantities,
    likeness_of_references,
    pair,
)
from benchmarks.scoring.works import right_relations
from loaders.read import read_text
from loaders.record_json import as_json
from loaders.sources import decode, load_bytes

PAGE = ROOT / "docs" / "reliability.md"
GENERATED = 60
_MARK = "<!-- table -->"


class Judged(NamedTuple):
    """A fact that was read: what kind, by which rule, how sure, and whether the label has it."""

    kind: str
    rule: str
    confidence: float
    right: bool
    perturbed: bool


def judged(gold: Row, text: str, *, is_perturbed: bool) -> Iterator[Judged]:
    """Read a text and judge its facts by its labels; parts without labels are not judged."""
    record = as_json(read_text(text, "paper"))
    pairs = pair(gold["references"], record["references"], likeness_of_references)
    if "relations" in gold:
        right = right_relations(gold, record, pairs)
        for row, good in zip(record["relations"], right, strict=True):
            if good is not None:
                yield Judged("relation", row["rule"], row["confidence"], good, is_perturbed)
    if "indicators" in gold:
        want, have = quantities(gold["indicators"]), quantities(record["indicators"])
        hits = {j for _, j in pair(want, have, likeness_of_quantities)}
        for j, row in enumerate(have):
            yield Judged("value", row["rule"], row["confidence"], j in hits, is_perturbed)
    if "responsibilities" in gold:
        want, have = gold["responsibilities"], record["responsibilities"]
        hits = {
            j
            for i, j in pair(want, have, likeness_of_duties)
            if want[i].get("role") == have[j]["role"]
        }
        for j, row in enumerate(have):
            yield Judged("duty", row["rule"], row["confidence"], j in hits, is_perturbed)


def all_judged() -> Iterator[Judged]:
    """Yield the facts of all papers."""
    own = golden_set(ROOT / "tests" / "golden", ROOT / "examples", OWN).pairs
    names = list(WAYS)
    for at, (gold, path) in enumerate(own):
        text = decode(load_bytes(path), path.name).text
        yield from judged(gold, text, is_perturbed=False)
        ways = [names[at % len(names)], names[(at + 3) % len(names)]]
        for some in (ways, ["misread"]):
            yield from judged(gold, perturbed(text, some, at), is_perturbed=True)
        for scan in sorted(SCANS.glob(f"*/{path.name}")):
            read = decode(load_bytes(scan), scan.name).text
            yield from judged(gold, read, is_perturbed=True)
    for written in generate(GENERATED, seed=7):
        yield from judged(written.gold, written.text, is_perturbed=False)


def bands(facts: list[Judged]) -> list[tuple[str, int, float, float, int]]:
    """Return for each tenth: bounds, facts, mean confidence, share right, how many changed."""
    groups: dict[int, list[Judged]] = defaultdict(list)
    for fact in facts:
        groups[min(int(fact.confidence * 10 + 1e-9), 9)].append(fact)
    return [
        (
            f"{tenth / 10:.1f}-{(tenth + 1) / 10:.1f}",
            len(some),
            sum(fact.confidence for fact in some) / len(some),
            sum(fact.right for fact in some) / len(some),
            sum(fact.perturbed for fact in some),
        )
        for tenth, some in sorted(groups.items())
    ]


def table(facts: list[Judged]) -> str:
    """Return the bands as a table of Markdown."""
    lines = [
        "| confidence | facts | of changed papers | mean confidence | right |",
        "|---|---|---|---|---|",
    ]
    for name, count, mean, right, changed in bands(facts):
        lines.append(f"| {name} | {count:,} | {changed:,} | {mean:.2f} | {right:.2f} |")
    changed = sum(fact.perturbed for fact in facts)
    lines.append(f"| all | {len(facts):,} | {changed:,} | | |")
    return "\n".join(lines)


def by_rule(facts: list[Judged]) -> list[dict[str, Any]]:
    """Return for each rule and confidence how often it is right, the worst fitting first."""
    groups: dict[tuple[str, str, float], list[bool]] = defaultdict(list)
    for fact in facts:
        groups[fact.kind, fact.rule, fact.confidence].append(fact.right)
    rows = [
        {"kind": kind, "rule": rule, "confidence": trust, "facts": len(right),
         "right": round(sum(right) / len(right), 3)}
        for (kind, rule, trust), right in groups.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: -abs(row["right"] - row["confidence"]) * row["facts"])


def main() -> None:
    """Print the table, and with `--rules` each rule; `--write` keeps it in the docs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rules", action="store_true", help="a line for each rule and confidence")
    parser.add_argument("--write", action="store_true", help="write docs/reliability.md anew")
    options = parser.parse_args()
    facts = list(all_judged())
    print(table(facts))
    if options.rules:
        print("\n".join(json.dumps(row, ensure_ascii=False) for row in by_rule(facts)))
    if options.write:
        before, _, after = PAGE.read_text(encoding="utf-8").split(_MARK)
        text = f"{before}{_MARK}\n{table(facts)}\n{_MARK}{after}"
        PAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""How much of what a clean paper says is kept when it is read from a scan by the wrong OCR.

The papers of `examples/` were printed, scanned and read by `benchmarks.garbling.scan`; what came
of them stands in `scans/`. A fact of the clean reading is kept when the garbled one has it: the
same numbers, dates, years, roles, types and ends, and words alike once their marks are off.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import ratio

from loaders.folding import fold
from loaders.read import read_file
from loaders.records import SELF, DocumentRecord

SCANS = Path(__file__).parent / "scans"
ALIKE = 70.0
"""From this likeness of folded words on (0 to 100), two names are one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What must be the same (`exact`, its kind first), and words that must be alike."""

    exact: tuple[object, ...]
    words: str = ""


def facts_of(record: DocumentRecord) -> Iterator[Fact]:
    """Yield what a record says, from its header to its recipients."""
    header = record.document
    for field in ("type", "number", "issue_date", "level", "province", "district"):
        if value := getattr(header, field):
            yield Fact(("header", field, str(value)))
    for field in ("issuer", "place", "title", "signer"):
        if value := getattr(header, field):
            yield Fact(("header", field), fold(str(value)))
    ends = {reference.key: _end(reference) for reference in record.references}
    for end in ends.values():
        yield Fact(("reference", *end.exact), end.words)
    for relation in record.relations:
        source = ends.get(relation.source, Fact((SELF,)))
        target = ends.get(relation.target, Fact((SELF,)))
        exact = ("relation", relation.type, *source.exact, *target.exact)
        yield Fact(exact, f"{source.words} {target.words}")
    for indicator in record.indicators:
        for value in (*indicator.targets, *indicator.baselines):
            exact = ("value", indicator.unit, value.year, value.op, value.value, value.value_to)
            yield Fact(exact, fold(indicator.name))
    for duty in record.responsibilities:
        task = " ".join(fold(duty.passage.quote).split())[:60]
        yield Fact(("duty", duty.role), f"{fold(duty.agency)} {task}")
    for recipient in record.recipients:
        yield Fact(("recipient",), fold(recipient))


def _end(reference: object) -> Fact:
    number, kind = getattr(reference, "number", None), getattr(reference, "type", None)
    if number:
        return Fact((kind, number))
    return Fact((kind, None), fold(getattr(reference, "title", None) or "")[:60])


def kept(clean: DocumentRecord, garbled: DocumentRecord) -> dict[str, tuple[int, int]]:
    """Return for each kind of fact how many of the clean record the garbled one has, of how many.

    Each garbled fact counts once; the likest pairs are matched first.
    """
    there: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for fact in facts_of(garbled):
        there[fact.exact].append(fact.words)
    wanted: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for fact in facts_of(clean):
        wanted[fact.exact].append(fact.words)
    hits: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for exact, names in wanted.items():
        kind = str(exact[0])
        all_[kind] += len(names)
        hits[kind] += _matched(names, there[exact])
    return {kind: (hits[kind], all_[kind]) for kind in all_}


def _matched(names: list[str], others: list[str]) -> int:
    pairs = sorted(
        (-ratio(a, b), i, j)
        for i, a in enumerate(names)
        for j, b in enumerate(others)
        if a == b or ratio(a, b) >= ALIKE
    )
    left, right = set[int](), set[int]()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def kept_of_scans(documents: Path, scans: Path = SCANS) -> dict[str, tuple[int, int]]:
    """Return the facts kept of all scans in `scans`, whose papers stand in `documents`."""
    total: dict[str, tuple[int, int]] = {}
    for scan in sorted(scans.glob("*/*.txt")):
        clean = read_file(documents / scan.name).record
        for kind, (hits, all_) in kept(clean, read_file(scan).record).items():
            so_far = total.get(kind, (0, 0))
            total[kind] = so_far[0] + hits, so_far[1] + all_
    return total

"""How alike two readings are: of a paper as it is, and as another hand would have typed it.

The figure of a habit is the F1 of the facts of both readings: it falls with each fact that is lost
and with each that is new. Facts are alike as in `benchmarks.garbling.kept`.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.garbling.kept import kept
from benchmarks.perturbation.habits import HABITS, Habit
from loaders.read import read_text
from loaders.records import DocumentRecord


def alike(papers: dict[str, str], habit: Habit) -> float:
    """Return the F1 of the facts of `papers`, {name: text}, before and after a habit; 1 for none.

    Raises ValueError for a habit that changes no paper: it would prove nothing.
    """
    hits = facts = 0
    changed = 0
    for name, text in papers.items():
        typed = habit(text)
        changed += typed != text
        before, after = read_text(text, name), read_text(typed, name)
        hits += sum(there for there, _ in kept(before, after).values())
        facts += _facts(before) + _facts(after)
    if not changed:
        raise ValueError("the habit changes no paper")
    return 2 * hits / facts if facts else 1.0


def _facts(record: DocumentRecord) -> int:
    return sum(of for _, of in kept(record, record).values())


def figures(documents: Path) -> dict[str, float]:
    """Return the figure of each habit over the plain texts (UTF-8) of a folder."""
    papers: dict[str, str] = {}
    for path in sorted(documents.glob("*.txt")):
        try:
            papers[path.name] = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            continue  # UTF-16 says the same; the golden set reads it
    return {name: round(alike(papers, habit), 4) for name, habit in HABITS.items()}

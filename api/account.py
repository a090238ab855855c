"""The account of a load: what became of every file."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of a file; every file has one of them.

    `DUPLICATE`: its document was there already, from another file, and now has both. `UNCHANGED`:
    the store holds this content, under this name or, where a file was moved, under its old one.
    """

    LOADED = "loaded"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    NEEDS_REVIEW = "needs_review"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file of the account; `key` is its document's, `code` and `message` say what is amiss."""

    file: str
    outcome: Outcome
    key: str | None = None
    code: str | None = None
    message: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the row as the report and `--json` give it."""
        return asdict(self)


@dataclass(slots=True)
class Account:
    """All files of a load in the order in which they were found."""

    files: list[FileRow] = field(default_factory=list)
    pruned: list[str] = field(default_factory=list)
    seconds: float = 0.0
    interrupted: bool = False

    def counts(self) -> dict[str, int]:
        """Return how many files had each outcome."""
        found = Counter(row.outcome for row in self.files)
        return {outcome.value: found[outcome] for outcome in Outcome}

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `phahe load --json`; `seconds` alone differs from run to run."""
        return {
            **self.counts(),
            "pruned": self.pruned,
            "interrupted": self.interrupted,
            "seconds": round(self.seconds, 3),
            "files": [row.as_json() for row in self.files],
        }

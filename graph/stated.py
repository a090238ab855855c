"""What documents set as targets and give as duties, as a store keeps it and answers it.

A fact is stated by one file. Facts of files of one document are one where they are equal but for
case, marks, signs and line breaks: it stands once, with the sentence of each file as its evidence.
What a garbled copy states is left to a good copy of the same document, where there is one: else
every letter that the scan lost would make a second fact.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from typing import Any

from graph.model import Evidence
from loaders.folding import fold
from loaders.records import Role


@dataclass(frozen=True, slots=True, order=True)
class FactPlace:
    """Where a fact stands; the order of every list: document key, file name, place in its record.

    Where several files state one fact, its place is that in the first of them, good ones first.
    """

    document: str
    file: str
    place: int


@dataclass(frozen=True, slots=True)
class Duty:
    """What a document gives one agency to do.

    `agency` is as named there, abbreviations written out; `agency_full` the same with the place
    that the document leaves open ("Sở Y tế tỉnh Sơn La"), None where that adds nothing. The first
    of `evidence` is the sentence at `at`.
    """

    at: FactPlace
    agency: str
    agency_full: str | None
    role: Role
    partners: tuple[str, ...]
    section: str
    recurrence: str | None
    deadline: str | None
    reports_to: str | None
    evidence: tuple[Evidence, ...]

    @property
    def task(self) -> str:
        """The words of the task on one line; the evidence keeps them as printed."""
        return " ".join(unicodedata.normalize("NFC", self.evidence[0].quote).split())

    @property
    def names(self) -> tuple[str, ...]:
        """The folded names by which the agency is asked for."""
        named = (self.agency, self.agency_full or self.agency)
        return tuple(dict.fromkeys(fold(name) for name in named))

    @property
    def identity(self) -> int:
        """What is equal for equal duties of one document."""
        return _hash([fold(self.agency), self.role, fold(self.section), fold(self.task)])


@dataclass(frozen=True, slots=True)
class TargetValue:
    """One number; `op`, `value_to` and `year` are those of `loaders.records.Value`."""

    year: int | None
    op: str
    value: float
    value_to: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Targets:
    """All values that a document sets (`targets`) and reports (`baselines`) for one indicator."""

    at: FactPlace
    indicator: str
    unit: str | None
    section: str
    targets: tuple[TargetValue, ...]
    baselines: tuple[TargetValue, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences of all values, each once, in the order of the values."""
        values = (*self.targets, *self.baselines)
        return tuple(dict.fromkeys(one for value in values for one in value.evidence))

    @property
    def identity(self) -> int:
        """What is equal for equal targets of one document."""
        values = [
            [[one.year, one.op, one.value, one.value_to] for one in kind]
            for kind in (self.targets, self.baselines)
        ]
        return _hash([fold(self.indicator), self.unit, fold(self.section), *values])


@dataclass(frozen=True, slots=True)
class Measured:
    """What a target is called and measured in, as its document has it."""

    indicator: str
    unit: str | None

    @property
    def sign(self) -> str:
        """Both in one text, which orders them: a separator, and no unit is the empty one."""
        return f"{self.indicator}\x1f{self.unit or ''}"


def _hash(parts: list[Any]) -> int:
    digest = hashlib.blake2b(json.dumps(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)

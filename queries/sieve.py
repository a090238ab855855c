"""Which documents of a lineage are asked for; the others are only passed through."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Document
from loaders.folding import fold
from loaders.records import Level
from queries.cursors import Part
from queries.dates import day_bounds, first_day, last_day
from queries.groups import level_rank

UNKNOWN_LEVEL = "unknown"
"""The name of the level of documents whose level is not known."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """Bounds on documents; one that is empty lets every document through.

    `levels` may hold None for documents of no known level. `province` is a name in any spelling.
    Dates (ISO) bound the issue date, both ends included: from the first day of a partial one,
    until the last. A document's own partial date counts as its first day, a missing one never
    passes a bound.
    """

    levels: tuple[Level | None, ...] = ()
    province: str | None = None
    issued_from: str | None = None
    issued_until: str | None = None

    def __bool__(self) -> bool:
        """Tell whether there is any bound."""
        return bool(self.levels or self.province or self.issued_from or self.issued_until)

    def checked(self) -> Sieve:
        """Return the sieve in its one spelling; BadOption for a bound that is no date, and
        where no day lies between the two."""
        _, until = day_bounds(self.issued_from, self.issued_until)
        levels = tuple(sorted(set(self.levels), key=level_rank))
        return Sieve(levels, self.province or None, self.issued_from, until)

    def passes(self, document: Document) -> bool:
        """Tell whether a document is asked for."""
        if self.levels and document.level not in self.levels:
            return False
        if self.province and fold(document.province or "") != fold(self.province):
            return False
        if self.issued_from is None and self.issued_until is None:
            return True
        if document.issue_date is None:
            return False
        day = first_day(document.issue_date)
        early = self.issued_from is not None and day < first_day(self.issued_from)
        return not early and (self.issued_until is None or day <= last_day(self.issued_until))

    def parts(self) -> tuple[Part, ...]:
        """Return what makes a question with this sieve another one than without."""
        names = ",".join(UNKNOWN_LEVEL if level is None else level for level in self.levels)
        where = fold(self.province) if self.province else None
        return (names, where, self.issued_from, self.issued_until) if self else ()

    def as_json(self) -> dict[str, object]:
        """Return the bounds by the names of the options."""
        return {
            "level": [UNKNOWN_LEVEL if level is None else level.value for level in self.levels],
            "province": self.province,
            "from": self.issued_from,
            "until": self.issued_until,
        }


EVERY_DOCUMENT = Sieve()


def level_of(name: str) -> Level | None:
    """Return the level of a name as `as_json` gives it; ValueError for another word."""
    return None if name == UNKNOWN_LEVEL else Level(name)

"""What became of bodies: the rows of tables/agency_succession.csv, by level and name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.errors import BadTable
from loaders.folding import fold
from loaders.records import Level
from loaders.tables import load_csv


@dataclass(frozen=True, slots=True)
class Row:
    """One row of tables/agency_succession.csv; `scope` says its subjects in words."""

    level: Level
    agency: str
    until: str
    successor: str | None
    subjects: frozenset[str]
    but: frozenset[str]
    scope: str
    source: str
    confirmed: bool

    @property
    def first_day_after(self) -> str:
        """The first day on which the agency no longer was."""
        return day_after(self.until)

    def fits(self, subjects: frozenset[str]) -> bool:
        """Whether a duty of these subjects falls under the row's scope."""
        if "all" in self.subjects:
            return not (self.but & subjects)
        return bool(self.subjects & subjects)


@cache
def first_change() -> str:
    """Return the first day on which any body of the table no longer was."""
    return min(day_after(row.until) for row in _rows())


@cache
def _rows() -> tuple[Row, ...]:
    found = []
    for row in load_csv("graph", "agency_succession"):
        if row["confirmed"] not in ("yes", "no"):
            raise BadTable(f"table graph/agency_succession.csv: bad row {row}")
        found.append(
            Row(
                Level(row["level"]),
                row["agency"],
                row["until"],
                row["successor"] or None,
                frozenset(row["subjects"].split()),
                frozenset(row["but"].split()),
                row["scope"],
                row["source"],
                row["confirmed"] == "yes",
            )
        )
    return tuple(found)


@cache
def changed_names() -> frozenset[str]:
    """Return the comparable names of all bodies that the table has rows of."""
    return frozenset(comparable(row.agency) for row in _rows())


def rows_of(level: Level, name: str) -> list[Row]:
    """Return the rows of what became of a body with this name, without its province, in order."""
    said = comparable(name)
    return [row for row in _rows() if row.level is level and comparable(row.agency) == said]


def tabled(name: str) -> tuple[tuple[Level, str], ...]:
    """Return the bodies that the tables name so, as (level, name), the tables' own spelling.

    Those of just this name, or where there is none those that are comparable.
    """
    known = [(row.level, name) for row in _rows() for name in (row.agency, row.successor) if name]
    standing = load_csv("graph", "standing_agencies")
    known += [(Level(row["level"]), row["agency"]) for row in standing]
    alike = sorted({one for one in known if comparable(one[1]) == comparable(name)})
    return tuple([one for one in alike if fold(one[1]) == fold(name)] or alike)


_MANY = re.compile(r"\bcac |\bcap (?=huyen|tinh)")
_PLACE_WORD = re.compile(r" (?:tinh|thanh pho|quan|thi xa|huyen)\b(?! uy\b).*$")


@lru_cache(maxsize=16384)
def comparable(name: str) -> str:
    """Return a name folded, without the words that say the kind of its place, or that it is many.

    "Ủy ban nhân dân các huyện, thành phố" and "Ủy ban nhân dân huyện" agree.
    """
    return _PLACE_WORD.sub("", _MANY.sub("", fold(name)))


def day_after(until: str) -> str:
    """Return the first day after `until`, a last day of a month or a month."""
    year, month = int(until[:4]), int(until[5:7])
    return f"{year + month // 12}-{month % 12 + 1:02}-01"

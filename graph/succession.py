"""Who has an agency's duty today: the successor whose scope fits the duty's subject.

Names in papers of before are read as the body that received the function (Nghị quyết
190/2025/QH15). Where a function was split and the subject does not decide, where the row is not
confirmed, or where nothing is known of the body, the answer is unknown, with the candidates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from graph.agencies import Agency
from graph.provinces import province_after
from loaders.errors import BadTable
from loaders.folding import fold
from loaders.records import Level
from loaders.tables import load_csv, load_toml


class TodayStatus(StrEnum):
    """What became of the agency that a duty was given to."""

    SAME = "same"
    MOVED = "moved"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Holder:
    """A body that has a function: since which day, by which acts."""

    agency: Agency
    since: str | None
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """Who has the duty; `holders` is empty where it ended or is unknown, `candidates` who may."""

    status: TodayStatus
    holders: tuple[Holder, ...] = ()
    candidates: tuple[Holder, ...] = ()


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
        return _day_after(self.until)

    def fits(self, subjects: frozenset[str]) -> bool:
        """Whether a duty of these subjects falls under the row's scope."""
        if "all" in self.subjects:
            return not (self.but & subjects)
        return bool(self.subjects & subjects)


UNKNOWN = Today(TodayStatus.UNKNOWN)


def holder_today(agency: Agency, task: str, day: str | None = None) -> Today:
    """Return who has a duty of `agency` on `day`, None for the last state of the tables.

    `task` is the duty's text: its subject decides between successors.
    """
    all_rows = rows_of(agency)
    rows = [row for row in all_rows if day is None or day > row.until]
    if agency.many and not (rows and all(row.successor is None for row in rows)):
        return UNKNOWN
    if not rows:
        known = bool(all_rows) or _stands(agency)
        return _today(agency, agency.stem, (), None, day) if known else UNKNOWN
    if all(row.successor is None for row in rows):
        return _ended(rows)
    subjects = subjects_of(task, agency.stem)
    fitting = [row for row in rows if row.fits(subjects)]
    if len({row.successor for row in fitting}) == 1 and fitting[0].confirmed:
        row = fitting[0]
        return _today(agency, row.successor or "", (row.source,), _day_after(row.until), day)
    doubtful = [row for row in fitting or rows if row.successor]
    return Today(TodayStatus.UNKNOWN, candidates=_holders(agency, doubtful, day))


def subjects_of(task: str, name: str = "") -> frozenset[str]:
    """Return the subjects (tables/duty_subjects.toml) that a text speaks of; not by `name`."""
    said = f" {fold(task)} ".replace(fold(name), " ") if name else f" {fold(task)} "
    found = {subject for subject, words in _subjects().items() if words.search(said)}
    if "children" in found and "lao dong tre em" in said:
        found.discard("labour")
    return frozenset(found)


@cache
def first_change() -> str:
    """Return the first day on which any body of the table no longer was."""
    return min(_day_after(row.until) for row in _rows())


def _ended(rows: list[Row]) -> Today:
    settled = all(row.confirmed and "ended" in row.subjects for row in rows)
    return Today(TodayStatus.ENDED) if settled else UNKNOWN


def _today(
    agency: Agency, stem: str, basis: tuple[str, ...], since: str | None, day: str | None
) -> Today:
    holder = _holder(agency, stem, basis, since, day)
    same = holder.agency.key == agency.key
    return Today(TodayStatus.SAME if same else TodayStatus.MOVED, (holder,))


def _holder(
    agency: Agency, stem: str, basis: tuple[str, ...], since: str | None, day: str | None
) -> Holder:
    unit = agency.unit
    after = province_after(unit, day) if unit is not None else None
    if fold(stem) == fold(agency.stem):
        basis, since = (), None
    if unit is not None and after is not None and after is not unit:
        basis = (*basis, unit.source)
        since = after.since
    return Holder(Agency(stem, agency.level, after, agency.district), since, basis)


def _holders(agency: Agency, rows: list[Row], day: str | None) -> tuple[Holder, ...]:
    found = {
        row.successor: _holder(
            agency, row.successor or "", (row.source,), _day_after(row.until), day
        )
        for row in rows
    }
    return tuple(found.values())


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


def rows_of(agency: Agency) -> list[Row]:
    """Return the rows of what became of an agency, in the order of the table."""
    name = comparable(agency.stem)
    return [r for r in _rows() if r.level is agency.level and comparable(r.agency) == name]


def tabled(name: str) -> tuple[tuple[Level, str], ...]:
    """Return the bodies that the tables name so, as (level, name), the tables' own spelling.

    Those of just this name, or where there is none those that are comparable.
    """
    known = [(row.level, name) for row in _rows() for name in (row.agency, row.successor) if name]
    standing = load_csv("graph", "standing_agencies")
    known += [(Level(row["level"]), row["agency"]) for row in standing]
    alike = sorted({one for one in known if comparable(one[1]) == comparable(name)})
    return tuple([one for one in alike if fold(one[1]) == fold(name)] or alike)


@cache
def _standing() -> frozenset[tuple[str, str]]:
    """Return level and comparable name of the bodies that an act was seen to keep.

    A row that was not confirmed decides nothing: who has the function today is unknown.
    """
    rows = load_csv("graph", "standing_agencies")
    if any(row["confirmed"] not in ("yes", "no") for row in rows):
        raise BadTable("table graph/standing_agencies.csv: confirmed is yes or no")
    return frozenset(
        (row["level"], comparable(row["agency"])) for row in rows if row["confirmed"] == "yes"
    )


def _stands(agency: Agency) -> bool:
    return (str(agency.level), comparable(agency.stem)) in _standing()


_MANY = re.compile(r"\bcac |\bcap (?=huyen|tinh)")
_PLACE_WORD = re.compile(r" (?:tinh|thanh pho|quan|thi xa|huyen)\b(?! uy\b).*$")


@lru_cache(maxsize=16384)
def comparable(name: str) -> str:
    """Return a name folded, without the words that say the kind of its place, or that it is many.

    "Ủy ban nhân dân các huyện, thành phố" and "Ủy ban nhân dân huyện" agree.
    """
    return _PLACE_WORD.sub("", _MANY.sub("", fold(name)))


@cache
def _subjects() -> dict[str, re.Pattern[str]]:
    return {
        row["name"]: re.compile("|".join(rf"\b{fold(words)}\b" for words in row["words"]))
        for row in load_toml("graph", "duty_subjects")["subject"]
    }


def _day_after(until: str) -> str:
    """Return the first day after `until`, a last day of a month or a month."""
    year, month = int(until[:4]), int(until[5:7])
    return f"{year + month // 12}-{month % 12 + 1:02}-01"

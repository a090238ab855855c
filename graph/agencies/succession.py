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

from graph.agencies.agency import Agency, within, without_province
from graph.agencies.rows import Row, changed_names, comparable, day_after, rows_of
from graph.agencies.words import name_pattern
from graph.provinces import province_after
from loaders.errors import BadTable
from loaders.folding import fold
from loaders.tables import load_csv, load_toml


class TodayStatus(StrEnum):
    """What became of the agency that a duty was given to."""

    SAME = "same"
    MOVED = "moved"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Doubt(StrEnum):
    """Why it is unknown who has a duty today.

    `MANY`: the name stands for several bodies; `PLACE`: nothing tells the body of which place;
    `COMMUNE`: a body of a commune, a village or a facility, of which no table speaks; `SPLIT`: the
    function went to several bodies and the task does not say which part it is; `UNCONFIRMED`: what
    became of the body is told, but by no act that was seen; `OFFICE`: an office of a body, of which
    only the body is known; `UNLISTED`: no table says whether the body was kept; `NOT_YET`:
    it was not there yet on the day asked for.
    """

    MANY = "many"
    PLACE = "place"
    COMMUNE = "commune"
    SPLIT = "split"
    UNCONFIRMED = "unconfirmed"
    OFFICE = "office"
    UNLISTED = "unlisted"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Holder:
    """A body that has a function: since which day, by which acts."""

    agency: Agency
    since: str | None
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """Who has the duty; `holders` is empty where it ended or is unknown, `candidates` who may.

    `doubt` says why it is unknown, None where it is known.
    """

    status: TodayStatus
    holders: tuple[Holder, ...] = ()
    candidates: tuple[Holder, ...] = ()
    doubt: Doubt | None = None


def unknown(doubt: Doubt, candidates: tuple[Holder, ...] = ()) -> Today:
    """Return that nothing tells who has the duty, and why."""
    return Today(TodayStatus.UNKNOWN, candidates=candidates, doubt=doubt)


def holder_today(agency: Agency, task: str, day: str | None = None) -> Today:
    """Return who has a duty of `agency` on `day`, None for the last state of the tables.

    `task` is the duty's text: its subject decides between successors; none does where it is empty.
    """
    all_rows = rows_of(agency.level, agency.stem)
    rows = [row for row in all_rows if day is None or day > row.until]
    if agency.many and not (rows and all(row.successor is None for row in rows)):
        return unknown(Doubt.MANY)
    if not rows:
        if all_rows or _stands(agency):
            return _today(agency, agency.stem, (), None, day)
        house = within(agency)
        return unknown(Doubt.UNLISTED) if house is None else of_house(house, task, day)
    if all(row.successor is None for row in rows):
        return _ended(rows)
    subjects = subjects_of(task, agency.stem)
    # Without a task not even "all but the press" tells which part of a split function is meant,
    # but where the body itself went on with "all but religion".
    decides = task.strip() or any(fold(row.successor or "") == fold(agency.stem) for row in rows)
    fitting = [row for row in rows if row.fits(subjects)] if decides else rows
    if len({row.successor for row in fitting}) == 1 and fitting[0].confirmed:
        row = fitting[0]
        return _today(agency, row.successor or "", (row.source,), day_after(row.until), day)
    doubtful = [row for row in fitting or rows if row.successor]
    named = {row.successor for row in doubtful}
    why = Doubt.UNCONFIRMED if len(named) == 1 else Doubt.SPLIT
    return unknown(why, _holders(agency, doubtful, day))


@lru_cache(maxsize=16384)
def may_have_changed(name: str) -> bool:
    """Whether the tables tell of any body of this name, or that it is an office of, what became
    of it; whichever place and level a paper gives it."""
    stems = {name, without_province(name)[0]}
    while stems:
        if any(comparable(stem) in changed_names() for stem in stems):
            return True
        offices = (name_pattern("office of a body").match(stem) for stem in stems)
        stems = {office["body"] for office in offices if office}
    return False


def subjects_of(task: str, name: str = "") -> frozenset[str]:
    """Return the subjects (tables/duty_subjects.toml) that a text speaks of; not by `name`."""
    said = f" {fold(task)} ".replace(fold(name), " ") if name else f" {fold(task)} "
    return frozenset(
        subject
        for subject, (words, but) in _subjects().items()
        if words.search(said) and not (but and but.search(said))
    )


def of_house(house: Agency, task: str, day: str | None = None) -> Today:
    """Return what is known of an office of which no table speaks: who has its body's functions.

    What became of the office itself is unknown; it ended with a body that ended without an heir.
    """
    found = holder_today(house, task, day)
    if found.status is TodayStatus.ENDED:
        return found
    return unknown(Doubt.OFFICE, (*found.holders, *found.candidates))


def _ended(rows: list[Row]) -> Today:
    settled = all(row.confirmed and "ended" in row.subjects for row in rows)
    return Today(TodayStatus.ENDED) if settled else unknown(Doubt.UNCONFIRMED)


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
            agency, row.successor or "", (row.source,), day_after(row.until), day
        )
        for row in rows
    }
    return tuple(found.values())


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


@cache
def _subjects() -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    """Return for each subject the words that speak of it, and those beside which they do not."""
    rows = load_toml("graph", "duty_subjects")["subject"]
    return {
        row["name"]: (_any_of(row["words"]), _any_of(row["but"]) if "but" in row else None)
        for row in rows
    }


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{fold(word)}\b" for word in words))

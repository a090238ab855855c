"""Provinces through time (loaders/tables/provinces.csv): 63 up to 30 June 2025, 34 after.

A merged unit keeps one of the old names and is another unit: "tỉnh Tuyên Quang" of 2018 and of 2026
are two. Source of the mergers: Nghị quyết 202/2025/QH15; of the city of Huế: see the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from loaders.folding import fold
from loaders.tables import load_csv

_OPEN = "9999"


@dataclass(frozen=True, slots=True)
class Province:
    """One unit of one time; `since` and `until` are its first and last day, None where open."""

    name: str
    is_city: bool
    since: str | None
    until: str | None
    successor: str
    source: str

    @property
    def full_name(self) -> str:
        """Its name with its kind: "tỉnh Lai Châu", "thành phố Hải Phòng"."""
        return f"{'thành phố' if self.is_city else 'tỉnh'} {self.name}"

    def exists_on(self, day: str) -> bool:
        """Whether it exists on a day, possibly partial (its first day counts)."""
        first = day + "-01-01"[len(day) - len("2025") :]
        return (self.since or "") <= first <= (self.until or _OPEN)


@cache
def provinces() -> tuple[Province, ...]:
    """Return every unit, by name and first day."""
    units = (
        Province(
            row["province"],
            row["kind"] == "city",
            row["since"] or None,
            row["until"] or None,
            row["successor"],
            row["source"],
        )
        for row in load_csv("loaders", "provinces")
    )
    return tuple(sorted(units, key=lambda unit: (unit.name, unit.since or "")))


@cache
def _by_name() -> dict[str, tuple[Province, ...]]:
    found: dict[str, list[Province]] = {}
    for unit in provinces():
        found.setdefault(fold(unit.name), []).append(unit)
    return {name: tuple(units) for name, units in found.items()}


def province_on(name: str, day: str | None) -> Province | None:
    """Return the unit that bears the name on a day; the first one where no day is known.

    None for a name that is none, or that no unit bears on that day.
    """
    units = _by_name().get(fold(name), ())
    if day is None:
        return units[0] if units else None
    return next((unit for unit in units if unit.exists_on(day)), None)


def province_before(name: str, day: str | None) -> str | None:
    """Return the province that a name came from which no unit bore on a full day, else None."""
    if day is None or len(day) < len("2025-01-01"):
        return None
    units = _by_name().get(fold(name), ())
    if not units or any((unit.since or "") <= day for unit in units):
        return None
    return next((u.name for u in provinces() if u.successor == name and u.exists_on(day)), None)


def province_after(unit: Province, day: str | None) -> Province:
    """Return what became of a unit by a day, None for today: itself where it still is."""
    while unit.until is not None and (day is None or day > unit.until):
        units = _by_name()[fold(unit.successor)]
        unit = next(u for u in units if u.since is not None and u.since > (unit.until or ""))
    return unit

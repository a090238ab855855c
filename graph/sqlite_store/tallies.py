"""Counting what a SQLite store holds, in one statement: all tallies are those of one moment."""

from __future__ import annotations

from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import TYPES
from graph.tallies import Counted, Tally, TallyCriteria, page_of

_GROUPED = {
    Counted.STATUS: "status as value from document",
    Counted.LEVEL: "level as value from document",
    Counted.TYPE: "type as value from document",
    Counted.PROVINCE: "province as value from document",
    Counted.YEAR: "substr(issue_date, 1, 4) as value from document",
    Counted.QUALITY: "quality as value from document",
    Counted.OUTCOME: "outcome as value from file",
    Counted.RELATION: "type as value from edge",
    Counted.ROLE: "role as value from duty where shown",
}
_SINGLE = {
    Counted.TARGETS: "count(*) from target where shown",
    Counted.AGENCY: "count(distinct coalesce(agency_full, agency)) from duty where shown",
    Counted.INDICATOR: "count(distinct name) from target where shown",
    Counted.AMBIGUOUS: "count(*) from claim where candidates is not null and candidates <> ''",
}
TALLIES = " union all ".join([
    *(f"select '{of}', value, count(*) from (select {rows}) group by value"
      for of, rows in _GROUPED.items()),
    *(f"select '{of}', null, {counted}" for of, counted in _SINGLE.items()),
])  # fmt: skip


def find_tallies(
    db: Connection, _: TallyCriteria, *, limit: int, after: str | None
) -> tuple[list[Tally], int]:
    """Return one page of the tallies, and how many there are. Every table is read."""
    found = [
        Tally(Counted(of), TYPES[value].value if of == Counted.RELATION else value, count)
        for of, value, count in db.rows(TALLIES)
    ]
    return page_of(found, limit=limit, after=after)

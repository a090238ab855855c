"""Listing in SQLite the names by which duties are asked for."""

from __future__ import annotations

from graph.agencies.nesting import INSIDE
from graph.named import AgencyName, AgencyNameCriteria, spelled
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import all_of

_SHOWN = "from duty_agency a where a.name = g.id and a.shown"
_PAGE = f"""
select g.id, g.folded, (select count(*) {_SHOWN}) from agency_name g
where {{where}} and exists (select 1 {_SHOWN}) and g.folded > ? order by g.folded limit ?
"""
_FIRST = """
select x.agency, x.agency_full from duty_agency a
cross join file f on f.id = a.file cross join duty x on x.file = a.file and x.place = a.place
where a.name = ? and a.shown order by a.document, f.name, a.place limit 1
"""


def find_names(
    db: Connection, criteria: AgencyNameCriteria, *, limit: int, after: str | None
) -> tuple[list[AgencyName], int]:
    """Return one page of the names that fit, and how many fit in all."""
    conditions, values = [f"g.folded not glob '{INSIDE}*'"], list[str]()
    if criteria.beginnings:
        # "!" is the sign behind the blank: between the two is what goes on with another word.
        one = "g.folded = ? or (g.folded > ? and g.folded < ?)"
        conditions.append(f"({' or '.join([one] * len(criteria.beginnings))})")
        values += [f"{name}{sign}" for name in criteria.beginnings for sign in ("", " ", "!")]
    for word in criteria.words:
        conditions.append("instr(' ' || g.folded || ' ', ' ' || ? || ' ') > 0")
        values.append(word)
    where = all_of(conditions)
    count = f"select count(*) from agency_name g where {where} and exists (select 1 {_SHOWN})"
    total = int(db.first(count, values)[0])
    rows = db.rows(_PAGE.format(where=where), [*values, after or "", max(limit, 0)])
    return [_name(db, *row) for row in rows], total


def _name(db: Connection, number: int, folded: str, total: int) -> AgencyName:
    return AgencyName(folded, spelled(folded, *db.first(_FIRST, (number,))), total)

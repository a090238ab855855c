"""Finding in SQLite where something may not fit: claims and edges are read, documents looked up."""

from __future__ import annotations

from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import TYPE_IDS, TYPES, type_list
from graph.suspects import (
    RESTING,
    Suspect,
    SuspectCriteria,
    SuspectPlace,
    Suspicion,
    page_of,
)
from loaders.records import CARRYING, RelationType

_VAGUE = """
select distinct d.key, null, null
from claim c cross join document d on d.id = c.document where c.candidates <> ''
"""
_DAYS = """
select d.key, null, null from (
    select document from claim where document is not null group by document
    having max(coalesce(candidates, '')) = '' and (
        min(case length(issue_date) when 10 then issue_date end)
            <> max(case length(issue_date) when 10 then issue_date end)
        or max(issue_date is not null and other_dates <> ''))
) c cross join document d on d.id = c.document
"""
_LATER = f"""
select s.key, e.type, t.key from edge e
cross join document s on s.id = e.source cross join document t on t.id = e.target
where e.type in ({type_list(RESTING)})
    and length(s.issue_date) = 10 and t.first_day > s.issue_date
"""
_REPLACED = f"""
select distinct s.key, e.type, t.key from edge r
cross join edge e on e.target = r.target and e.type in ({type_list(RESTING)})
    and e.source <> r.source
cross join document s on s.id = e.source cross join document t on t.id = e.target
where r.type = {TYPE_IDS[RelationType.REPLACES]} and length(s.issue_date) = 10
"""
_TARGETS = f"""
select d.key, null, null from edge e
cross join document s on s.id = e.source cross join document d on d.id = e.target
where e.type in ({type_list(RESTING)}) and not coalesce(d.first_day < s.first_day, 0) and (
    exists (select 1 from edge o where o.source = d.id
        and o.type in ({type_list([*RESTING, *CARRYING])}))
    or exists (select 1 from edge o where o.target = d.id and o.type in ({type_list(CARRYING)})))
"""
_ONE = "in (e.source, e.target)"
_ACTS = f"""
select d.key, null, null from edge e
cross join document d on d.id = e.source cross join document w on w.id = e.target
where e.type in ({type_list(CARRYING)}) and e.source <> e.target
    and not coalesce(d.first_day = w.first_day, 0) and (
        exists (select 1 from edge o where o.target {_ONE} and o.type in ({type_list(RESTING)}))
            and exists (select 1 from edge o where o.source {_ONE}
                and o.type in ({type_list(RESTING)}))
        or exists (select 1 from edge o where o.source {_ONE}
            and o.type in ({type_list(CARRYING)}) and o.target not {_ONE})
        or exists (select 1 from edge o where o.target {_ONE}
            and o.type in ({type_list(CARRYING)}) and o.source not {_ONE}))
"""
SUSPECTS = {
    Suspicion.VAGUE: _VAGUE,
    Suspicion.DAYS: _DAYS,
    Suspicion.LATER: _LATER,
    Suspicion.REPLACED: _REPLACED,
    Suspicion.ROUND: f"{_TARGETS} union {_ACTS}",
}


def find_suspects(
    db: Connection, criteria: SuspectCriteria, *, limit: int, after: SuspectPlace | None
) -> tuple[list[Suspect], int]:
    """Return one page of the suspects, and how many there are in all."""
    found = [
        Suspect(key, None if kind is None else TYPES[kind], target)
        for key, kind, target in db.rows(SUSPECTS[criteria.of])
    ]
    return page_of(found, limit=limit, after=after)

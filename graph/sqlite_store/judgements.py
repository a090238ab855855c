"""Judgements in SQLite: writing them, and finding them in the order of their ids."""

from __future__ import annotations

from collections.abc import Sequence

from graph.judgement import JUDGEMENT_FIELDS, Judgement, judgement_of, judgement_row
from graph.judgement_criteria import JudgementCriteria
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import as_list

_COLUMNS = ", ".join(JUDGEMENT_FIELDS)
_PUT = f"insert into judgement ({_COLUMNS}) values ({', '.join('?' * len(JUDGEMENT_FIELDS))}) " + (
    "on conflict (id) do update set "
    + ", ".join(f"{name} = excluded.{name}" for name in JUDGEMENT_FIELDS[1:])
)
_ABOUT = """(exists (
    select 1 from json_each(?) k where instr(left_anchor, k.value) or instr(right_anchor, k.value))
    or exists (select 1 from json_each(?) k where k.value in (left_key, right_key)))"""
"""Whether a document of a judgement remembers a block, or bore a key: a look through the text of
its anchors, which is quicker than to read them."""


def put_judgements(db: Connection, judgements: Sequence[Judgement]) -> int:
    """Write judgements, those of a known id in place of what they were; return how many are new."""
    if not judgements:
        return 0
    count = "select count(*) from judgement"
    before = int(db.first(count)[0])
    db.executemany(_PUT, [judgement_row(one) for one in judgements])
    return int(db.first(count)[0]) - before


def find_judgements(
    db: Connection, criteria: JudgementCriteria, *, limit: int, after: str | None
) -> tuple[list[Judgement], int]:
    """Return one page of the judgements that fit, by id, and how many fit in all."""
    fitting, values = "undone_at is null" if criteria.in_force else "true", []
    if criteria.marks is not None:
        fitting = f"{fitting} and {_ABOUT}"
        values = [as_list(criteria.marks), as_list(criteria.keys)]
    total = db.first(f"select count(*) from judgement where {fitting}", values)[0]
    rows = db.rows(
        f"select {_COLUMNS} from judgement where {fitting} and id > ? order by id limit ?",
        (*values, after or "", max(limit, 0)),
    )
    return [judgement_of(row) for row in rows], int(total)

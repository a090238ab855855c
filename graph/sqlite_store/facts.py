"""Writing the duties and targets that files state, and which row stands for equal ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from graph.model import Evidence, FileContent
from graph.sqlite_store.assertions import method_ids
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import as_list
from graph.stated import Duty, Targets
from graph.stating import asked_by, duties_in, targets_in
from loaders.folding import fold
from loaders.records import SELF, Quality

TABLES = {"duties": "duty", "targets": "target"}
"""The counts of `state`, and the tables whose shown rows they count."""

DOCUMENTS = """
select f.name, f.id, d.key from json_each(?) k cross join file f on f.name = k.value
cross join document d on d.id = f.document
"""
# Files whose facts are kept under another key than that of their node.
MOVED = f"""
select u.file, d.key from json_each(?) k cross join claim_use u on u.claim = k.value
cross join file f on f.id = u.file cross join document d on d.id = f.document
where u.reference = '{SELF}' and (
    exists (select 1 from duty x where x.file = u.file and x.document <> d.key)
    or exists (select 1 from target x where x.file = u.file and x.document <> d.key))
"""
# Of equal rows of a document the first one is shown, good texts first; a garbled text is silent
# beside a good one.
WRONGLY_SHOWN = f"""
select wanted, file, place from (
    select x.file, x.place, x.shown,
        row_number() over (
            partition by x.document, x.same order by x.garbled, f.name, x.place) = 1
        and not (x.garbled and d.quality is '{Quality.GOOD}') as wanted
    from json_each(?) k cross join {{table}} x on x.document = k.value
    cross join file f on f.id = x.file left join document d on d.key = x.document)
where wanted <> shown
"""

Row = tuple[Any, ...]


class Facts:
    """What one commit changes of duties and targets; `counts` says by how much."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._touched: set[str] = set()
        self.counts = dict.fromkeys(TABLES, 0)

    def drop(self, files: Iterable[int]) -> None:
        """Take back all that these files state; the rows of `file` are there or go."""
        ids = as_list(files)
        for count, table in TABLES.items():
            among = f"{table} where file in (select value from json_each(?))"
            rows = self._db.rows(f"select document, shown from {among}", (ids,))
            self._touched.update(document for document, _ in rows)
            self.counts[count] -= sum(shown for _, shown in rows)
            self._db.execute(f"delete from {among}", (ids,))

    def follow(self, own_claims: Iterable[int]) -> None:
        """Keep the facts of files under the key of the node to which these claims have moved."""
        moved = self._db.rows(MOVED, (as_list(own_claims),))
        for file, key in moved:
            for table in TABLES.values():
                old = self._db.rows(f"select distinct document from {table} where file = ?", [file])
                self._touched.update(row[0] for row in old)
            for table in (*TABLES.values(), "duty_agency"):
                self._db.execute(f"update {table} set document = ? where file = ?", (key, file))
            self._touched.add(key)

    def put(self, contents: Sequence[FileContent]) -> None:
        """Write what new files state."""
        names = as_list(content.file.name for content in contents)
        seats = {row[0]: row[1:] for row in self._db.rows(DOCUMENTS, (names,))}
        seated = [(*seats[c.file.name], c) for c in contents if c.file.name in seats]
        duties = [(file, c, duties_in(c, document)) for file, document, c in seated]
        targets = [(file, c, targets_in(c, document)) for file, document, c in seated]
        said = [one for _, _, found in duties for duty in found for one in duty.evidence]
        said += [
            one
            for _, _, found in targets
            for target in found
            for value in (*target.targets, *target.baselines)
            for one in value.evidence
        ]
        if not said:
            return
        self._put_sentences(said, {name: seat[0] for name, seat in seats.items()})
        methods = method_ids(self._db, said)
        self._put_duties(duties, methods)
        self._put_targets(targets, methods)

    def _put_sentences(self, said: Iterable[Evidence], files: dict[str, int]) -> None:
        rows = {(files[e.file], e.span.start, e.span.end): e.quote for e in said}
        _insert(self._db, "sentence", sorted((*place, quote) for place, quote in rows.items()))

    def _names(self, table: str, folded: Iterable[str]) -> dict[str, int]:
        wanted = sorted(set(folded))
        self._db.executemany(
            f"insert into {table} (folded) values (?) on conflict do nothing",
            [(name,) for name in wanted],
        )
        statement = (
            f"select t.folded, t.id from json_each(?) k cross join {table} t on t.folded = k.value"
        )
        return dict(self._db.rows(statement, (as_list(wanted),)))

    def _put_duties(
        self,
        files: Sequence[tuple[int, FileContent, list[Duty]]],
        methods: dict[tuple[str, float], int],
    ) -> None:
        names = self._names(
            "agency_name", (n for _, c, found in files for d in found for n in asked_by(d, c))
        )
        rows: list[Row] = []
        agencies: list[Row] = []
        for file, content, found in files:
            garbled = content.record.quality is Quality.GARBLED
            for duty in found:
                (said,) = duty.evidence
                method = methods[said.rule, said.confidence]
                rows.append((
                    file, duty.at.place, duty.at.document, duty.identity, garbled, 1, duty.agency,
                    duty.agency_full, duty.role, json.dumps(duty.partners, ensure_ascii=False),
                    duty.section, duty.recurrence, duty.deadline, duty.reports_to,
                    said.span.start, said.span.end, method, fold(duty.task),
                ))  # fmt: skip
                at = (duty.at.document, file, duty.at.place)
                agencies += [(names[name], *at, 1, duty.role) for name in asked_by(duty, content)]
        self._written("duties", "duty", rows)
        _insert(self._db, "duty_agency", sorted(agencies))

    def _put_targets(
        self,
        files: Sequence[tuple[int, FileContent, list[Targets]]],
        methods: dict[tuple[str, float], int],
    ) -> None:
        names = self._names(
            "indicator_name", (fold(t.indicator) for _, _, found in files for t in found)
        )
        rows: list[Row] = []
        values: list[Row] = []
        for file, content, found in files:
            garbled = content.record.quality is Quality.GARBLED
            for one in found:
                rows.append((
                    file, one.at.place, one.at.document, one.identity, garbled, 1,
                    names[fold(one.indicator)], one.indicator, one.unit, one.section,
                ))  # fmt: skip
                numbers = [*((0, v) for v in one.targets), *((1, v) for v in one.baselines)]
                for nth, (baseline, value) in enumerate(numbers):
                    (said,) = value.evidence
                    values.append((
                        file, one.at.place, nth, baseline, value.year, value.op, value.value,
                        value.value_to, said.span.start, said.span.end,
                        methods[said.rule, said.confidence],
                    ))  # fmt: skip
        self._written("targets", "target", rows)
        _insert(self._db, "target_value", values)

    def _written(self, count: str, table: str, rows: Sequence[Row]) -> None:
        _insert(self._db, table, rows)
        self._touched.update(row[2] for row in rows)
        self.counts[count] += len(rows)

    def settle(self, documents: Iterable[str]) -> None:
        """Decide anew which rows are shown, of these documents and of all that were touched."""
        keys = as_list(sorted(self._touched.union(documents)))
        for count, table in TABLES.items():
            wrong = self._db.rows(WRONGLY_SHOWN.format(table=table), (keys,))
            for written in (table, "duty_agency") if table == "duty" else (table,):
                statement = f"update {written} set shown = ? where file = ? and place = ?"
                self._db.executemany(statement, wrong)
            self.counts[count] += sum(1 if wanted else -1 for wanted, _, _ in wrong)


def _insert(db: Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        db.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)

"""Duties and targets of a whole graph as rows of the bulk importer's files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.model import FileContent
from graph.neo4j_csv import tables as tables
from graph.neo4j_csv.tables import Table
from graph.neo4j_store.fact_rows import duty_row, targets_row
from graph.neo4j_store.rows import Label
from graph.stated import FactPlace
from graph.stating import duties_in, targets_in
from graph.store import DutyCriteria, Store, TargetCriteria

Row = tuple[Table, dict[str, Any]]

_MOST = 1_000_000


class FactRows:
    """The facts of one file after the other; a name that several share comes once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._named: set[tuple[str, str]] = set()

    def of(self, content: FileContent) -> Iterator[Row]:
        """Yield what the file states, with the label of its kind where the store answers it."""
        key = content.file.document
        if key is None:
            return
        duties, targets = duties_in(content, key), targets_in(content, key)
        shown = self._shown(key, duties=bool(duties), targets=bool(targets))
        for duty in duties:
            file, row, names = duty_row(duty, content)
            label = Label.DUTY if ("duty", duty.at) in shown else None
            yield from self._fact(file, row, label)
            for name in names:
                yield from self._name(tables.AGENCY_NAME, tables.NAMES, _id(row), name)
        for one in targets:
            file, row, name, sets, reports = targets_row(one, content)
            label = Label.TARGETS if ("targets", one.at) in shown else None
            yield from self._fact(file, row, label)
            yield from self._name(tables.INDICATOR_NAME, tables.MEASURES, _id(row), name)
            for link, values in ((tables.SETS, sets), (tables.REPORTS, reports)):
                for value in values:
                    number = f"{link.means} {value['nth']} {_id(row)}"
                    yield tables.VALUE, {**value, tables.NODE: number}
                    yield link, {tables.START: _id(row), tables.END: number}

    def _shown(self, key: str, *, duties: bool, targets: bool) -> set[tuple[str, FactPlace]]:
        found: set[tuple[str, FactPlace]] = set()
        if duties:
            rows, _ = self._store.find(DutyCriteria(documents=(key,)), limit=_MOST)
            found.update(("duty", row.at) for row in rows)
        if targets:
            goals, _ = self._store.find(TargetCriteria(documents=(key,)), limit=_MOST)
            found.update(("targets", row.at) for row in goals)
        return found

    def _fact(self, file: str, row: dict[str, Any], label: Label | None) -> Iterator[Row]:
        yield tables.FACT, {**row, tables.NODE: _id(row), tables.LABELS: label}
        yield tables.STATES, {tables.START: file, tables.END: _id(row)}

    def _name(self, nodes: Table, link: Table, fact: str, folded: str) -> Iterator[Row]:
        if (nodes.means, folded) not in self._named:
            self._named.add((nodes.means, folded))
            yield nodes, {"folded": folded}
        yield link, {tables.START: fact, tables.END: folded}


def _id(row: dict[str, Any]) -> str:
    return f"{row['kind']} {row['place']} {row['file']}"

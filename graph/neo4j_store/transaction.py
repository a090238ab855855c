"""A transaction of Neo4j that is being written, and how many rows one statement takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import neo4j

T = TypeVar("T")

PAGE = 5_000
"""The most rows that one statement is given, and the most keys that it is asked for."""


class Transaction:
    """A transaction that is being written; statements answer with one value."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def ask(self, statement: str, **parameters: Any) -> Any:
        """Run a statement that returns one value, and return that."""
        return self._transaction.run(statement, parameters).single(strict=True).value()

    def run(self, statement: str, rows: Sequence[Any], **parameters: Any) -> None:
        """Run a statement over `$rows`, so many at a time; none where there are no rows."""
        for part in parts(rows):
            self._transaction.run(statement, {"rows": part, **parameters}).consume()

    def gather(self, statement: str, rows: Sequence[Any], **parameters: Any) -> list[Any]:
        """Run a statement over `$rows` that returns one list each time, and join the lists."""
        return [one for part in parts(rows) for one in self.ask(statement, rows=part, **parameters)]


def parts(rows: Sequence[T], size: int = PAGE) -> Iterator[Sequence[T]]:
    """Yield the rows in pieces of at most `size`."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]

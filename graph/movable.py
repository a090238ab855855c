"""A whole graph, or all of it that fits, read piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Protocol, TypeVar, runtime_checkable

from graph.errors import StoreChanged, StoreUnavailable
from graph.model import Document, Edge, Evidence
from graph.stated import Duty, FactPlace, Targets
from graph.store import Criteria, Direction, Sought, Store
from loaders.records import RelationType

Fact = TypeVar("Fact", Duty, Targets)

PAGE = 1_000
"""Nodes that are asked for at a time."""

FILES = 500
"""Files that are asked for at a time: as many as a load commits at once."""


@runtime_checkable
class MovableStore(Store, Protocol):
    """A store that can also say which keys were redirected, which no question needs."""

    def redirects(self) -> dict[str, str]:
        """Return every redirect as it was written, old key to new key, by old key."""
        ...


def movable(store: Store) -> MovableStore:
    """Return the store as one whose graph can be moved. Raises StoreUnavailable where it cannot."""
    if not isinstance(store, MovableStore):
        raise StoreUnavailable(
            f"{type(store).__name__} does not tell its redirected keys, so it cannot be copied",
            code="store_unsupported",
            why="not_copied",
            place=type(store).__name__,
        )
    return store


def document_pages(store: Store, criteria: Criteria | None = None) -> Iterator[list[Document]]:
    """Yield all nodes that `criteria` lets through, every one for None, by key, PAGE at a time."""
    last: str | None = None
    while page := store.find(criteria or Criteria(), limit=PAGE, after=last)[0]:
        yield page
        last = page[-1].key


def fact_pages(
    store: Store, criteria: Sought[Fact, FactPlace], *, size: int | None = None
) -> Iterator[list[Fact]]:
    """Yield all facts that `criteria` lets through, by place, `size` at a time, PAGE for None."""
    most = size or PAGE
    last: FactPlace | None = None
    while page := store.find(criteria, limit=most, after=last)[0]:
        yield page
        if len(page) < most:
            return
        last = page[-1].at


def leaving_edges(store: Store, keys: list[str]) -> list[tuple[Edge, tuple[Evidence, ...]]]:
    """Return the edges that leave these nodes, in order, with who asserts them."""
    graph = store.subgraph(keys, tuple(RelationType), Direction.OUT, depth=1, bare=True)
    edges = [graph.edge(link) for link in graph.links]
    return list(zip(edges, store.evidence(graph, graph.links), strict=True))


def name_batches(names: list[str]) -> Iterator[list[str]]:
    """Yield the names in order, FILES at a time."""
    rest = iter(names)
    while batch := list(islice(rest, FILES)):
        yield batch


def written_meanwhile() -> StoreChanged:
    """Return the error to raise where a store changes while it is read as a whole."""
    return StoreChanged(
        "the store was written to by another program while it was read; run the same command "
        "again when nothing is being loaded"
    )

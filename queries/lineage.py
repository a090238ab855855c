"""Lineage: what a document carries out, up to the top, and what carries it out, down to the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Document, Edge, Evidence
from graph.store import Store
from loaders.records import RelationType

MAX_LIMIT = 10_000
MAX_PATHS = 20


class LineageDirection(StrEnum):
    """Which way a lineage is read: `ANCESTORS` is what a document carries out."""

    ANCESTORS = "ancestors"
    DESCENDANTS = "descendants"


@dataclass(frozen=True, slots=True)
class Step:
    """One stored edge of a path, with the sentences that say so; the source is who carries out."""

    edge: Edge
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LineageItem:
    """One document of a lineage.

    `path` is the first shortest path by keys, from the asked document to this one; `paths` are all
    shortest ones, at most 20, in order; `steps` are the stored edges of `path`, one a hop.
    `other_steps` are the last hops of the other shortest paths: the last of `steps` and
    `other_steps` of all items together draw every shortest path. `further` counts the documents
    one hop further on from this one, shown or not.
    """

    document: Document
    depth: int
    path: tuple[str, ...]
    paths: tuple[tuple[str, ...], ...]
    steps: tuple[Step, ...]
    other_steps: tuple[Step, ...]
    further: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """One page of a lineage; `total` counts the items of all pages.

    `carriers` maps the key of an act, as it stands in this page, to the keys merged with it.
    """

    document: Document
    direction: LineageDirection
    relations: tuple[RelationType, ...]
    as_of: str | None
    items: tuple[LineageItem, ...]
    total: int
    limit: int
    truncated: bool
    next: str | None
    excluded_namesakes: tuple[Document, ...]
    carriers: dict[str, tuple[str, ...]]


def lineage(
    store: Store,
    key: str,
    direction: LineageDirection,
    *,
    relations: Sequence[RelationType] = (RelationType.IMPLEMENTS,),
    depth: int | None = None,
    as_of: str | None = None,
    limit: int = 200,
    cursor: str | None = None,
) -> Lineage:
    raise NotImplementedError

"""Rows of the tables on a document's page: what stands in which group, with which sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from graph.model import Document, Evidence
from loaders.records import Level, RelationType
from queries.documents import DocumentView, RelatedDocument, RelatedList
from queries.lineage import Lineage, LineageItem
from visual.formats import short_name


@dataclass(frozen=True, slots=True)
class PathStop:
    """One document on a path, as a link: its key and its short name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class LineageRow:
    """One document of a lineage; `evidence` proves the last hop of `path`, best first."""

    document: Document
    path: tuple[PathStop, ...]
    other_paths: tuple[tuple[PathStop, ...], ...]
    type: RelationType
    evidence: tuple[Evidence, ...]
    evidence_total: int


@dataclass(frozen=True, slots=True)
class LineageGroup:
    """The documents of one depth and level, in the order of the lineage."""

    depth: int
    level: Level | None
    rows: tuple[LineageRow, ...]


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """Related documents of one kind and one side; `outgoing` is what this document says."""

    type: RelationType
    outgoing: bool
    rows: tuple[RelatedDocument, ...]


def names_of(documents: Iterable[Document]) -> dict[str, str]:
    """Return the short name of each document by key."""
    return {document.key: short_name(document) for document in documents}


def documents_of(view: DocumentView, *lineages: Lineage) -> list[Document]:
    """Return every document that a page knows, the one it is about first."""
    related = (*view.outgoing.items, *view.incoming.items)
    return [
        view.document,
        *(row.other for row in related),
        *(item.document for lineage in lineages for item in (*lineage.items, *lineage.between)),
        *(other for lineage in lineages for other in lineage.excluded_namesakes),
    ]


def lineage_groups(lineage: Lineage, names: dict[str, str]) -> tuple[LineageGroup, ...]:
    """Return the items in groups of equal depth and level; their order stays."""
    groups = groupby(lineage.items, key=lambda item: (item.depth, item.document.level))
    return tuple(
        LineageGroup(depth, level, tuple(_row(item, names) for item in items))
        for (depth, level), items in groups
    )


def _row(item: LineageItem, names: dict[str, str]) -> LineageRow:
    def stops(path: tuple[str, ...]) -> tuple[PathStop, ...]:
        return tuple(PathStop(key, names.get(key, key)) for key in path)

    last = item.steps[-1]
    steps = (last, *item.other_steps)
    return LineageRow(
        document=item.document,
        path=stops(item.path),
        other_paths=tuple(stops(path) for path in item.paths if path != item.path),
        type=last.edge.type,
        evidence=tuple(evidence for step in steps for evidence in step.evidence),
        evidence_total=sum(step.proofs.total for step in steps),
    )


RELATED = tuple(kind for kind in RelationType if kind is not RelationType.IMPLEMENTS)
"""The relations that stand apart: the lineage tables show the others."""


def related_groups(view: DocumentView) -> tuple[RelatedGroup, ...]:
    """Return the relations of `RELATED`, by kind and side."""
    groups: list[RelatedGroup] = []
    for kind in RELATED:
        for related, outgoing in ((view.outgoing, True), (view.incoming, False)):
            rows = tuple(row for row in related.items if row.edge.type is kind)
            if rows:
                groups.append(RelatedGroup(kind, outgoing, rows))
    return tuple(groups)


def left_out(related: RelatedList) -> int:
    """Return how many relations the list does not hold."""
    return related.total - len(related.items)

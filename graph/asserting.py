"""Asserting: the edges that one file's relations come to, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.model import Assertion, Edge, Evidence, FileContent
from loaders.records import SELF, Quality


def assertions_of(content: FileContent, homes: Mapping[str, str]) -> Iterator[Assertion]:
    """Yield what a file asserts; `homes` gives the node of each claim that it makes.

    A file that needs review asserts nothing. A relation whose ends turn out to be one document
    says nothing and is left out; two that turn out to be one edge both stand as its evidence.
    """
    if content.record.quality is Quality.NEEDS_REVIEW:
        return
    nodes = {reference: homes[claim] for reference, claim in content.claims.items()}
    for relation in content.record.relations:
        source, target = nodes[relation.source], nodes[relation.target]
        if source == target:
            continue
        evidence = Evidence(
            document=nodes[SELF],
            file=content.file.name,
            page=None,
            span=relation.passage.span,
            quote=relation.passage.quote,
            rule=relation.rule,
            confidence=relation.confidence,
        )
        yield Assertion(Edge(source, relation.type, target), evidence)

"""Which sentences prove an edge, the best ones first: an answer shows a few of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.columns import from_columns
from graph.model import Edge, Evidence

SHOWN = 20
"""So many sentences of one edge stand in an answer: a hub's edge is said by thousands of papers."""


class Proofs(NamedTuple):
    """At most `SHOWN` sentences that say an edge, and how many say it in all."""

    evidence: tuple[Evidence, ...] = ()
    total: int = 0


def proofs_of(edge: Edge, evidence: tuple[Evidence, ...], works: Mapping[str, str]) -> Proofs:
    """Return what the source itself says first, then its target, then all others.

    `works` maps the key of a carried programme to its act's, whose text holds it. A tie keeps the
    order of the store: by document, file, span.
    """
    return Proofs(_best(edge, evidence, works), len(evidence))


def proofs_of_each(
    edges: Sequence[Edge], said: Sequence[tuple[Evidence, ...]], works: Mapping[str, str]
) -> list[Proofs]:
    """Return what `proofs_of` returns for each edge with what is said of it."""
    best = [
        evidence if len(evidence) < 2 else _best(edge, evidence, works)
        for edge, evidence in zip(edges, said, strict=True)
    ]
    return from_columns(Proofs, best, map(len, said))


def _best(
    edge: Edge, evidence: tuple[Evidence, ...], works: Mapping[str, str]
) -> tuple[Evidence, ...]:
    if len(evidence) < 2:
        return evidence

    source, target = (works.get(end, end) for end in (edge.source, edge.target))
    sources: list[Evidence] = []
    targets: list[Evidence] = []
    others: list[Evidence] = []
    for one in evidence:
        said = works.get(one.document, one.document)
        (sources if said == source else targets if said == target else others).append(one)
    return tuple([*sources, *targets, *others][:SHOWN])

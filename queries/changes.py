"""What a text says of the change that it makes: how far it reaches, and from when it counts."""

from __future__ import annotations

from graph.asserting import ends_in
from graph.model import Edge, Evidence
from graph.store import Store
from loaders.records import Relation


def stated_change(store: Store, edge: Edge, said: Evidence) -> Relation | None:
    """Return what the record of a file says with the sentence that asserts `edge`.

    None where the record has no such relation any more: the store changed, or holds what an older
    reader read.
    """
    for content in store.contents([said.file]):
        told = [
            (relation, content.claims.get(target, ""))
            for relation, _, target in ends_in(content.record)
            if relation.type is edge.type and relation.passage.span == said.span
        ]
        claims = store.claims(ids={claim for _, claim in told}) if told else []
        homes = {stored.claim.id: stored.document for stored in claims}
        for relation, claim in told:
            if homes.get(claim) == edge.target:
                return relation
    return None

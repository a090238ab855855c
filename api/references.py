"""Typed citations: what someone types to name a document, as the claim a paper would make."""

from __future__ import annotations

from graph.claims import claim_of_reference
from graph.model import Claim
from loaders.records import Header
from loaders.typed import parse_typed


def claim_of(text: str, *, province: str | None = None, date: str | None = None) -> Claim | None:
    """Return what `text` says of the document that it names first, None where it names none.

    `province` and `date` are those of the paper in which the text stands: a local number without
    a place is one of that province, as it is when that paper is loaded.
    """
    reference = parse_typed(text)
    if reference is None:
        return None
    return claim_of_reference(reference, Header(province=province, issue_date=date))

"""Typed citations: what someone types as a document's name, read as a text would be."""

from __future__ import annotations

from graph.claims import claim_of_reference
from graph.model import Claim
from loaders.citations import parse_citation
from loaders.records import Header, Reference
from loaders.references import Group, build_reference
from loaders.text import SourceText


def claim_of(text: str, *, province: str | None = None, date: str | None = None) -> Claim | None:
    """Return what `text` says of the document that it names first, None where it names none.

    `province` and `date` are those of the paper in which the text stands: a local number without
    a place is one of that province, as it is when that paper is loaded.
    """
    reference = reference_of(text)
    if reference is None:
        return None
    return claim_of_reference(reference, Header(province=province, issue_date=date))


def reference_of(text: str) -> Reference | None:
    """Return the first document that `text` names, as a reference of a record."""
    citation = parse_citation(text)
    if citation is None:
        return None
    return build_reference(SourceText.of(text), [citation], Group("R1", [0]))

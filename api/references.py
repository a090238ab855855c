"""Typed citations: what someone types as a document's name, read as a text would be."""

from __future__ import annotations

from graph.model import Claim


def claim_of(text: str, *, province: str | None = None, date: str | None = None) -> Claim | None:
    raise NotImplementedError

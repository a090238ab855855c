"""Reasons of facts as plain dicts: the same for the command line and the pages."""

from __future__ import annotations

from typing import Any

from graph.store import Store
from loaders.explaining import Explanation, explain
from loaders.records import Passage, Span


def explained(store: Store, file: str, span: Span) -> list[dict[str, Any]]:
    """Return the facts that the passage of a loaded file proves, with their reasons."""
    return [
        explanation_json(one)
        for content in store.contents([file], text=True)
        for one in explain(content.record, content.text)
        if one.passage is not None and one.passage.span == span
    ]


def explanation_json(one: Explanation) -> dict[str, Any]:
    """Return one fact with its reasons."""
    return {
        "fact": one.number,
        "kind": one.kind,
        "says": one.says,
        "rule": one.rule,
        "confidence": one.confidence,
        **_passage_json(one.passage),
        "tokens": [{"row": token.row, **_passage_json(token.passage)} for token in one.tokens],
        "alternatives": [
            {"says": other.says, "row": other.row, **_passage_json(other.passage)}
            for other in one.alternatives
        ],
    }


def _passage_json(passage: Passage | None) -> dict[str, Any]:
    if passage is None:
        return {"span": None, "quote": None}
    return {"span": [passage.span.start, passage.span.end], "quote": passage.quote}

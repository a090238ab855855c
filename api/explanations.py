"""Reasons of facts as plain dicts: the same for the command line and the pages."""

from __future__ import annotations

from typing import Any

from api.telling import fact_told, other_told, rule_told, word_told
from graph.store import Store
from loaders.explaining import Explanation, explain
from loaders.records import DocumentRecord, Passage, Span


def explained(store: Store, file: str, span: Span) -> list[dict[str, Any]]:
    """Return the facts that the passage of a loaded file proves, with their reasons."""
    return [
        explanation_json(one, content.record)
        for content in store.contents([file], text=True)
        for one in explain(content.record, content.text)
        if one.passage is not None and one.passage.span == span
    ]


def explanation_json(one: Explanation, record: DocumentRecord) -> dict[str, Any]:
    """Return one fact with its reasons, in the record's terms and in Vietnamese sentences.

    `told`, `rule_says` and `doubts` are for people; a token's `says` is None where its row only
    finds where words end.
    """
    return {
        "fact": one.number,
        "kind": one.kind,
        "says": one.says,
        "rule": one.rule,
        "confidence": one.confidence,
        **_passage_json(one.passage),
        "told": fact_told(one, record),
        "rule_says": rule_told(one),
        "doubts": list(one.doubts),
        "tokens": [
            {"row": token.row, "says": word_told(token.row), **_passage_json(token.passage)}
            for token in one.tokens
        ],
        "alternatives": [
            {
                "says": other.says,
                "row": other.row,
                "told": other_told(other, one),
                **_passage_json(other.passage),
            }
            for other in one.alternatives
        ],
    }


def _passage_json(passage: Passage | None) -> dict[str, Any]:
    if passage is None:
        return {"span": None, "quote": None}
    return {"span": [passage.span.start, passage.span.end], "quote": passage.quote}

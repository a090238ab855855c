"""Who cites a node, in which words: the first places, for a person who has to judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from graph.asserting import mentions_by
from graph.store import Store
from loaders.records import Span
from queries.naming import sentence_around
from queries.shapes import Json

SHOWN = 3
"""So many places are shown of each node, of different files."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that cites a node: `document` is the one that cites, `quote` the words that name
    the node, `sentence` the raw slice around them."""

    document: str
    file: str
    span: Span
    quote: str
    sentence: str


def first_citations(store: Store, key: str, most: int = SHOWN) -> tuple[Citation, ...]:
    """Return where files cite the node of `key` first, at most `most` files, by name.

    A node that stands for an ambiguous citation is cited like any other; none for a document that
    no file cites. No more files are read than are shown.
    """
    return tuple(islice(_citations(store, key), most))


def _citations(store: Store, key: str) -> Iterator[Citation]:
    claims = {stored.claim.id for stored in store.claims(documents=[key])}
    for content in store.contents((), claims=claims, text=True) if claims else ():
        places = mentions_by(content, claims)
        if places and content.file.document is not None:
            first = min(places, key=lambda passage: passage.span)
            yield Citation(
                content.file.document,
                content.file.name,
                first.span,
                first.quote,
                sentence_around(content.text, first.span),
            )


def citation_json(one: Citation) -> Json:
    """Return one place that cites a document."""
    return {
        "document": one.document,
        "file": one.file,
        "span": [one.span.start, one.span.end],
        "quote": one.quote,
        "sentence": one.sentence,
    }

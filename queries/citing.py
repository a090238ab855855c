"""Who cites a node, in which words: the first places, for a person who has to judge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from graph.asserting import mentions_by
from graph.model import FileContent
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


def first_citations(store: Store, keys: Collection[str]) -> dict[str, tuple[Citation, ...]]:
    """Return where files cite the node of each of `keys` first, at most `SHOWN` files, by name.

    A node that stands for an ambiguous citation is cited like any other; none for a document that
    no file cites. No more files are read than are shown, and one that is all that cites several
    nodes is read once: a list of hundreds of documents takes long to unpack.
    """
    made: dict[str, dict[str, int]] = {key: {} for key in keys}
    for stored in store.claims(documents=keys):
        if stored.document is not None:
            made[stored.document][stored.claim.id] = stored.files
    few = {key: set(claims) for key, claims in made.items() if sum(claims.values()) <= SHOWN}
    found: dict[str, list[Citation]] = {key: [] for key in few}
    for content in _contents(store, {claim for claims in few.values() for claim in claims}):
        for key in few:
            found[key] += _first_in(content, few[key])
    many = {key: set(claims) for key, claims in made.items() if key not in few}
    shown = {key: tuple(islice(_in_files(store, claims), SHOWN)) for key, claims in many.items()}
    return shown | {key: tuple(places) for key, places in found.items()}


def _in_files(store: Store, claims: Collection[str]) -> Iterator[Citation]:
    for content in _contents(store, claims):
        yield from _first_in(content, claims)


def _contents(store: Store, claims: Collection[str]) -> Iterable[FileContent]:
    return store.contents((), claims=claims, text=True) if claims else ()


def _first_in(content: FileContent, claims: Collection[str]) -> Iterator[Citation]:
    """Yield the first place of a file that makes one of the claims, if there is one."""
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

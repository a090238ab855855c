"""What commands share: an open store, and the document that a REF means."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from api.console import say
from api.references import readings_of
from api.settings import store_url
from api.stores import open_store
from graph.model import Document
from graph.store import Store
from queries.resolve import find_ref


@contextmanager
def reading(url: str | None) -> Iterator[Store]:
    """Open the store for questions, and close it."""
    store = open_store(store_url(url), read_only=True)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(url: str | None, *, create: bool = False) -> Iterator[Store]:
    """Open the store for changes, and close it."""
    store = open_store(store_url(url), create=create)
    try:
        yield store
    finally:
        store.close()


def document_of(store: Store, ref: str) -> Document:
    """Return the one document that REF means; a key that changed is said on stderr."""
    found = find_ref(store, ref, readings_of(store, ref))
    if found.asked is not None:
        say(f"phahe: {found.asked} nay là {found.document.key}")
    return found.document

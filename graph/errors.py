"""Errors of the graph and its stores."""

from __future__ import annotations

from loaders.errors import PhaheError


class StoreUnavailable(PhaheError):
    """The store cannot be used: not ours, newer than this program, read-only, locked, damaged.

    The message says which, and the remedy. `code` is one of `store_not_ours`,
    `store_newer`, `store_read_only`, `store_damaged`, `store_busy`, `store_full`,
    `store_unreachable` (no such place, no right to it, a network share), `store_unsupported`
    (what runs here lacks a part that the store needs).
    """

    code = "store_unavailable"


class StoreChanged(PhaheError):
    """Another program wrote to the store since the change was built: build it again."""

    code = "store_changed"


class DocumentNotFound(PhaheError):
    """No document of this graph has the key; that does not say that the document does not exist."""

    code = "not_in_graph"


class BadCursor(PhaheError):
    """A cursor that this list did not hand out."""

    code = "bad_cursor"

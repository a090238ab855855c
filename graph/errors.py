"""Errors of the graph and its stores."""

from __future__ import annotations

from loaders.errors import PhaheError


class StoreUnavailable(PhaheError):
    """The store cannot be used: not ours, newer than this program, read-only, locked, damaged.

    The message says which, and the remedy. `code` is one of `store_not_ours`,
    `store_newer`, `store_read_only`, `store_damaged`, `store_busy`, `store_full`,
    `store_unreachable` (no such place, no right to it, a network share), `store_unsupported`
    (what runs here lacks a part that the store needs).

    `why` is one of the reasons that a code may have, for programs that word it themselves (all
    stand in `api.remedies`), `place` the file or address, and `facts` what the words name;
    `detail` is what the system, SQLite or the driver said.
    """

    code = "store_unavailable"

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        why: str | None = None,
        place: object = "",
        detail: str | None = None,
        **facts: str,
    ) -> None:
        super().__init__(message, code=code)
        self.why = why
        self.place = str(place)
        self.detail = detail
        self.facts = facts


class StoreChanged(PhaheError):
    """Another program wrote to the store since the change was built: build it again."""

    code = "store_changed"


class DocumentNotFound(PhaheError):
    """No document of this graph has the key; that does not say that the document does not exist."""

    code = "not_in_graph"


class BadCursor(PhaheError):
    """A cursor that this list did not hand out."""

    code = "bad_cursor"

"""What a process knows of the commits before, so that each of its reads sees them (bookmarks).

A bookmark names a commit; a server that has not got that far waits before it answers. One that can
never get there (its database was put back, or filled anew by the importer) gives up after a while
and would do so at every question: such bookmarks are forgotten. Then nothing is known of what was
committed, so the member of a cluster that takes writes is asked, which knows all of it.
"""

from __future__ import annotations

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

_VOID = (
    "Neo.TransientError.Transaction.BookmarkTimeout",
    "Neo.ClientError.Transaction.InvalidBookmark",
)


class Known:
    """The bookmarks of now, and in which way a read is sure to see what they stand for."""

    def __init__(self, *, follows: bool) -> None:
        self.manager = neo4j.GraphDatabase.bookmark_manager()
        self._follows = follows

    @property
    def mode(self) -> str:
        """The access mode of a session that reads."""
        return neo4j.READ_ACCESS if self._follows else neo4j.WRITE_ACCESS

    @property
    def routing(self) -> neo4j.RoutingControl:
        """The same for a statement by itself."""
        return neo4j.RoutingControl.READ if self._follows else neo4j.RoutingControl.WRITE

    def answered(self) -> None:
        """Take note that a server answered, and so gave a bookmark to follow."""
        self._follows = True


class Bookmarks:
    """The bookmarks of one database. Threads may share them."""

    def __init__(self) -> None:
        self.known = Known(follows=True)

    def forget(self, known: Known) -> None:
        """Begin anew, unless another thread has done so since `known` was taken."""
        if self.known is known:
            self.known = Known(follows=False)


_of: dict[tuple[str, str | None], Bookmarks] = {}


def bookmarks_of(url: str, database: str | None) -> Bookmarks:
    """Return what this process knows of a database; it stays when its stores are closed."""
    return _of.setdefault((url, database), Bookmarks())


def are_void(error: DriverError | Neo4jError) -> bool:
    """Whether the server says that it does not get to what the bookmarks name."""
    return isinstance(error, Neo4jError) and (error.code or "").startswith(_VOID)

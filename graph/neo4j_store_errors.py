"""The driver's errors in the words of the store contract, each with its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ResultNotSingleError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.errors import StoreUnavailable

# Beginnings of Neo4j's status codes (Neo4j documentation, "Status codes for errors") to our code
# and what to do; the first that fits counts.
_REASONS = (
    (
        "Neo.ClientError.Security.CredentialsExpired",
        "store_unreachable",
        "the password is still the one that Neo4j came with; change it first: "
        "ALTER CURRENT USER SET PASSWORD FROM … TO …",
    ),
    (
        "Neo.ClientError.Security.AuthenticationRateLimit",
        "store_unreachable",
        "too many wrong passwords; wait a minute and see PHAHE_NEO4J_USER and PHAHE_NEO4J_PASSWORD",
    ),
    (
        "Neo.ClientError.Security.Forbidden",
        "store_read_only",
        "this user may not do that; give it the rights to read, to write and to make indexes",
    ),
    (
        "Neo.ClientError.Security",
        "store_unreachable",
        "the server does not let this user in; see PHAHE_NEO4J_USER and PHAHE_NEO4J_PASSWORD "
        "(or PHAHE_NEO4J_PASSWORD_FILE)",
    ),
    (
        "Neo.ClientError.Database.DatabaseNotFound",
        "store_unreachable",
        "the server has no database of this name; see PHAHE_NEO4J_DATABASE (a Community server "
        "has one, called neo4j unless its configuration says otherwise)",
    ),
    (
        "Neo.TransientError.Database.DatabaseUnavailable",
        "store_unreachable",
        "the database is not started; start it, or see the server's log",
    ),
    *(
        (
            f"Neo.ClientError.General.{name}",
            "store_read_only",
            "the database cannot be written to; see server.databases.read_only and "
            "server.databases.default_to_read_only in neo4j.conf",
        )
        for name in ("ForbiddenOnReadOnlyDatabase", "WriteOnReadOnlyAccessDatabase")
    ),
    (
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "store_full",
        "the server has too little memory; raise server.memory.heap.max_size",
    ),
    (
        "Neo.TransientError.General.OutOfMemoryError",
        "store_full",
        "the server has too little memory; raise server.memory.heap.max_size",
    ),
    (
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "store_busy",
        "the server needs too long; try again later",
    ),
    ("Neo.TransientError", "store_busy", "the server is busy; try again later"),
)
_OTHER = ("store_unreachable", "the server refused")
_EMPTIED = "the store in this database was deleted; make it again with: phahe load FOLDER"
_AWAY = "no answer; is the server running, and is this the address of its Bolt connector?"


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Run the block; an error of the driver becomes StoreUnavailable that names `place`."""
    try:
        yield
    except ConstraintError as error:
        raise ValueError(f"the change contradicts itself or the store: {error.message}") from error
    except (DriverError, Neo4jError) as error:
        raise unavailable(place, error) from error


def unavailable(place: str, error: DriverError | Neo4jError) -> StoreUnavailable:
    """Return the error to raise for one of the driver; it never holds a password."""
    if isinstance(error, Neo4jError):
        status = error.code or ""
        code, remedy = next(
            ((code, remedy) for begin, code, remedy in _REASONS if status.startswith(begin)), _OTHER
        )
        return StoreUnavailable(f"{place}: {remedy} ({status}: {error.message})", code=code)
    if isinstance(error, ConfigurationError):
        return StoreUnavailable(
            f"{place}: the address is not right ({error})", code="store_unreachable"
        )
    if isinstance(error, ResultNotSingleError):
        return StoreUnavailable(f"{place}: {_EMPTIED}", code="store_damaged")
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return StoreUnavailable(f"{place}: {_AWAY} ({error})", code="store_unreachable")
    return StoreUnavailable(f"{place}: {error}", code="store_unreachable")

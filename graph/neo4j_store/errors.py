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

# Beginnings of Neo4j's status codes (Neo4j documentation, "Status codes for errors") to our code,
# the reason and what to do; the first that fits counts.
_REASONS = (
    (
        "Neo.ClientError.Security.CredentialsExpired",
        "store_unreachable",
        "first_password",
        "the password is still the one that Neo4j came with; change it first: "
        "ALTER CURRENT USER SET PASSWORD FROM … TO …",
    ),
    (
        "Neo.ClientError.Security.AuthenticationRateLimit",
        "store_unreachable",
        "too_many_passwords",
        "too many wrong passwords; wait a minute and see PHAHE_NEO4J_USER and PHAHE_NEO4J_PASSWORD",
    ),
    (
        "Neo.ClientError.Security.Forbidden",
        "store_read_only",
        "no_rights",
        "this user may not do that; give it the rights to read, to write and to make indexes",
    ),
    (
        "Neo.ClientError.Security",
        "store_unreachable",
        "not_let_in",
        "the server does not let this user in; see PHAHE_NEO4J_USER and PHAHE_NEO4J_PASSWORD "
        "(or PHAHE_NEO4J_PASSWORD_FILE)",
    ),
    (
        "Neo.ClientError.Database.DatabaseNotFound",
        "store_unreachable",
        "no_database",
        "the server has no database of this name any more; see PHAHE_NEO4J_DATABASE",
    ),
    (
        "Neo.TransientError.Database.DatabaseUnavailable",
        "store_unreachable",
        "not_started",
        "the database is not started; start it, or see the server's log",
    ),
    *(
        (
            f"Neo.ClientError.General.{name}",
            "store_read_only",
            "server_read_only",
            "the database cannot be written to; see server.databases.read_only and "
            "server.databases.default_to_read_only in neo4j.conf",
        )
        for name in ("ForbiddenOnReadOnlyDatabase", "WriteOnReadOnlyAccessDatabase")
    ),
    *(
        (
            f"Neo.ClientError.{name}",
            "store_read_only",
            "not_leader",
            "this member of a cluster takes no writes; use an address that begins with neo4j://",
        )
        for name in ("Cluster.NotALeader", "Statement.AccessMode")
    ),
    (
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "store_full",
        "server_memory",
        "the server has too little memory; raise server.memory.heap.max_size",
    ),
    (
        "Neo.TransientError.General.OutOfMemoryError",
        "store_full",
        "server_memory",
        "the server has too little memory; raise server.memory.heap.max_size",
    ),
    (
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "store_busy",
        "too_long",
        "the server needs too long; try again later",
    ),
    ("Neo.TransientError", "store_busy", "server_busy", "the server is busy; try again later"),
)
_OTHER = ("store_unreachable", "server_refused", "the server refused")
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
        found = (reason for begin, *reason in _REASONS if status.startswith(begin))
        code, why, remedy = next(found, _OTHER)
        detail = f"{status}: {error.message}"
    elif isinstance(error, ConfigurationError):
        code, why, remedy = "store_unreachable", "bad_address", "the address is not right"
        detail = str(error)
    elif isinstance(error, ResultNotSingleError):
        return StoreUnavailable(
            f"{place}: {_EMPTIED}", code="store_damaged", why="store_deleted", place=place
        )
    elif isinstance(error, ServiceUnavailable | SessionExpired):
        code, why, remedy = "store_unreachable", "no_answer", _AWAY
        detail = str(error)
    else:
        code, why, remedy = "store_unreachable", "driver_failed", "the driver failed"
        detail = str(error)
    return StoreUnavailable(
        f"{place}: {remedy} ({detail})", code=code, why=why, place=place, detail=detail
    )

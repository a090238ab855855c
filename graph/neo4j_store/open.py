"""Opening a Neo4j store: whether the server, the database and the rights in it will do."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from neo4j.exceptions import Forbidden

from graph.errors import StoreUnavailable
from graph.neo4j_store.errors import translated
from graph.neo4j_store.facts import restate
from graph.neo4j_store.product import Product, product_of
from graph.neo4j_store.schema import (
    SCHEMA_VERSION,
    bring_up_to_date,
    make_schema,
    missing_parts,
)
from graph.neo4j_store.session import Access, Database
from graph.store_address import shown

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

_STANDING = """
OPTIONAL MATCH (g:Graph {name: 'phahe'}) RETURN [g.schema, COUNT { () } > 0]
"""
_BEGIN = """
MERGE (g:Graph {name: 'phahe'}) ON CREATE SET g.revision = 0 SET g.schema = $schema
"""
_TRIAL = "CREATE (:Graph)"


@dataclass(slots=True)
class _Shared:
    """A database that stores of this process have open, and the kinds of use it was checked for."""

    database: Database
    stores: int = 0
    checked: set[tuple[bool, bool]] = field(default_factory=set)


_shared: dict[Access, _Shared] = {}
_lock = threading.Lock()


def open_database(access: Access, *, create: bool, read_only: bool) -> Database:
    """Return the database with a store in it; `close_database` gives it back.

    With `create` an empty database becomes a store. Stores of one process share one driver, and
    what the first one looked at is not looked at again as long as it is open.

    Raises StoreUnavailable: `store_unreachable` (no server, not let in, no such database, no
    store in it), `store_unsupported` (another product, a version that is too old),
    `store_not_ours` (other nodes), `store_newer`, `store_read_only`, `store_damaged` (a
    constraint or index is gone), `store_busy`.
    """
    check_address(access.url)
    shared = _borrow(access)
    try:
        if (create, read_only) not in shared.checked:
            with translated(shared.database.place):
                _check(shared.database, create=create and not read_only, read_only=read_only)
            shared.checked.add((create, read_only))
    except BaseException:
        close_database(access)
        raise
    return shared.database


def look_at(access: Access) -> Product:
    """Return what runs there, whether or not it holds a store. Raises StoreUnavailable."""
    check_address(access.url)
    shared = _borrow(access)
    try:
        with translated(shared.database.place):
            shared.database.reach()
            return product_of(shared.database)
    finally:
        close_database(access)


def close_database(access: Access) -> None:
    """Give the database back; the last one to do so closes the driver."""
    with _lock:
        shared = _shared[access]
        shared.stores -= 1
        if shared.stores:
            return
        del _shared[access]
    shared.database.close()


def _borrow(access: Access) -> _Shared:
    with _lock:
        if access not in _shared:
            with translated(access.url):
                _shared[access] = _Shared(Database(access))
        _shared[access].stores += 1
        return _shared[access]


def check_address(url: str) -> None:
    """Refuse an address that is none of Neo4j's, or that tells a password to all who look on."""
    if (without := shown(url)) != url:
        raise StoreUnavailable(
            f"{without}: name and password do not belong into the address, which others can see; "
            "put them into PHAHE_NEO4J_USER and PHAHE_NEO4J_PASSWORD (or …_PASSWORD_FILE)",
            code="store_unreachable",
            why="secret_in_address",
            place=without,
        )
    if not _is_address(url):
        raise StoreUnavailable(
            f"{url}: the address of a Neo4j store is bolt://HOST:PORT or neo4j://HOST:PORT; "
            "PHAHE_NEO4J_DATABASE names the database",
            code="store_unreachable",
            why="no_bolt_address",
            place=url,
        )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - it is read, and refused, when it is asked for
    except ValueError:
        return False
    routed = parts.scheme.startswith("neo4j")  # whose query is a context for the routing
    more = parts.path not in ("", "/") or parts.fragment or (parts.query and not routed)
    return parts.scheme in SCHEMES and bool(parts.hostname) and not more


def _check(database: Database, *, create: bool, read_only: bool) -> None:
    database.reach()
    schema, has_nodes = _standing(database)
    check_standing(database.place, schema, has_nodes=has_nodes, create=create)
    if not read_only:
        database.rehearse(_TRIAL)
        make_schema(database)
        if schema is not None and schema < SCHEMA_VERSION:
            bring_up_to_date(database)
            restate(database)
        database.run(_BEGIN, schema=SCHEMA_VERSION)
    elif missing := missing_parts(database):
        raise StoreUnavailable(
            f"{database.place}: {', '.join(missing)} of the store's constraints and indexes cannot "
            "be used; any load makes them again: phahe load FOLDER",
            code="store_damaged",
            why="parts_missing",
            place=database.place,
            parts=", ".join(missing),
        )


def _standing(database: Database) -> tuple[int | None, bool]:
    """Return the schema of the store and whether there are nodes at all, if the server will do."""
    try:
        product_of(database)
        schema, has_nodes = database.ask(_STANDING)
    except Forbidden as error:
        raise StoreUnavailable(
            f"{database.place}: this user may not read there; give it the rights to use this "
            f"database, to read, to write and to make indexes and constraints ({error.message})",
            code="store_unreachable",
            why="no_rights_to_read",
            place=database.place,
            detail=error.message,
        ) from error
    return schema, has_nodes


def check_standing(place: str, schema: int | None, *, has_nodes: bool, create: bool) -> None:
    """Refuse a database that holds no store, or an older one, unless one may be made or brought up
    to date; and a newer phahe's."""
    if schema is None and has_nodes:
        raise StoreUnavailable(
            f"{place}: this database belongs to another program; choose an empty one with "
            "PHAHE_NEO4J_DATABASE or another server",
            code="store_not_ours",
            why="not_ours_database",
            place=place,
        )
    if schema is None and not create:
        raise StoreUnavailable(
            f"{place}: there is no store yet; make one with: phahe load FOLDER",
            code="store_unreachable",
            why="no_store",
            place=place,
        )
    if schema is not None and schema < SCHEMA_VERSION and not create:
        raise StoreUnavailable(
            f"{place}: this store was written by an older phahe; load documents into it with: "
            "phahe load FOLDER",
            code="store_unreachable",
            why="older",
            place=place,
        )
    if schema is not None and schema > SCHEMA_VERSION:
        raise StoreUnavailable(
            f"{place}: this store was written by a newer phahe; install that version",
            code="store_newer",
            why="newer",
            place=place,
        )

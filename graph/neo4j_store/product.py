"""Which Neo4j answers at an address, and whether one of this version and edition will do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from neo4j.exceptions import ClientError

from graph.errors import StoreUnavailable
from graph.neo4j_store.session import SYSTEM, Database

MINIMUM = (5, 26)
"""The oldest version that will do: the one with long-term support, on which the tests run."""

_COMPONENTS = """
CALL dbms.components() YIELD name, versions, edition
RETURN collect([name, versions[0], edition])
"""
_NAMES = "SHOW DATABASES YIELD name WHERE name <> 'system' RETURN collect(name)"
_KERNEL = "Neo4j Kernel"
_NOT_FOUND = "Neo.ClientError.Database.DatabaseNotFound"


@dataclass(frozen=True, slots=True)
class Product:
    """What runs at an address: a version, such as 5.26.19, and an edition, such as community."""

    version: str
    edition: str


def product_of(database: Database) -> Product:
    """Return what runs there, if it will do and has a database of the name that was asked for.

    Raises StoreUnavailable, and what the driver raises.
    """
    if (database.name or "").lower() == SYSTEM:
        raise StoreUnavailable(
            f"{database.place}: Neo4j keeps its own users and names there and takes no documents; "
            "choose another database with PHAHE_NEO4J_DATABASE",
            code="store_unreachable",
            why="system_database",
            place=database.place,
        )
    try:
        components = database.ask(_COMPONENTS)
    except ClientError as error:
        if error.code != _NOT_FOUND:
            raise
        product = check_product(database.place, database.ask_of_all(_COMPONENTS))
        raise no_database(database.place, product, database.ask_of_all(_NAMES)) from error
    return check_product(database.place, components)


def no_database(place: str, product: Product, names: list[str]) -> StoreUnavailable:
    """Return the refusal of a database that is not among `names`: what a server can do about it
    depends on its edition."""
    has = ", ".join(sorted(names))
    if product.edition == "community":
        return StoreUnavailable(
            f"{place}: there is no such database; this is a Community server, which has {has} and "
            "can have no other; leave PHAHE_NEO4J_DATABASE out, start another server, or use "
            "Enterprise Edition",
            code="store_unreachable",
            why="no_database_community",
            place=place,
            names=has,
        )
    return StoreUnavailable(
        f"{place}: there is no such database; the server has {has}; make it with CREATE DATABASE, "
        "or name another one with PHAHE_NEO4J_DATABASE",
        code="store_unreachable",
        why="no_database_yet",
        place=place,
        names=has,
    )


def check_product(place: str, components: list[list[str]]) -> Product:
    """Return what it is. Raises StoreUnavailable for what is no Neo4j, or one before MINIMUM.

    `components` are names with version and edition.
    """
    versions = {name: version for name, version, _ in components}
    version = versions.get(_KERNEL)
    least = ".".join(map(str, MINIMUM))
    if version is None:
        raise StoreUnavailable(
            f"{place}: this is {', '.join(versions) or 'something'} and no Neo4j; "
            f"phahe needs Neo4j {least} or later",
            code="store_unsupported",
            why="no_neo4j",
            place=place,
            found=", ".join(versions),
            least=least,
        )
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers is None or (int(numbers[1]), int(numbers[2])) < MINIMUM:
        raise StoreUnavailable(
            f"{place}: this is Neo4j {version}; phahe needs {least} or later, of any edition",
            code="store_unsupported",
            why="old_neo4j",
            place=place,
            version=version,
            least=least,
        )
    return Product(version, next(edition for name, _, edition in components if name == _KERNEL))

"""The one place where a concrete store is chosen, by the address that the user gave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.settings import neo4j_login
from graph.errors import StoreUnavailable
from graph.store import Store
from graph.store_address import shown

if TYPE_CHECKING:  # the driver may not be installed
    from graph.neo4j_store.session import Access

_NEO4J = ("bolt:", "bolt+s:", "bolt+ssc:", "neo4j:", "neo4j+s:", "neo4j+ssc:")


def is_local(url: str) -> bool:
    """Whether the store is a file of this machine, which answers without a network."""
    return not url.startswith(_NEO4J)


def file_of(url: str) -> Path:
    """Return the file that the address of a store on this machine names, `~` as the home folder."""
    return Path(url.removeprefix("sqlite:")).expanduser()


def open_store(
    url: str, *, create: bool = False, read_only: bool = False, seconds: float | None = None
) -> Store:
    """Open the store at `url`; only `create` makes a new one. Raises StoreUnavailable.

    `seconds` is how long a server may take over one question, if the store is on a server.
    """
    if not is_local(url):
        return _open_neo4j(url, create=create, read_only=read_only, seconds=seconds)
    if not url.startswith("sqlite:") or url == "sqlite:":
        raise StoreUnavailable(
            f"{shown(url)}: the address of a store is sqlite:PATH, bolt://HOST:PORT or "
            "neo4j://HOST:PORT",
            code="store_unreachable",
            why="no_address",
            place=shown(url),
        )
    from graph.sqlite_store.store import SqliteStore

    path = file_of(url)
    if create:
        _make_folder(path.parent)
    if not _is_there(path) and not create:
        raise StoreUnavailable(
            f"{path}: there is no store yet; make one with: phahe load FOLDER",
            code="store_unreachable",
            why="no_store",
            place=path,
        )
    return SqliteStore.open(path, create=create, read_only=read_only)


def server_of(url: str) -> str | None:
    """Say which server runs at `url`, None where the store is a file. Raises StoreUnavailable."""
    if is_local(url):
        return None
    access = _neo4j_access(url, seconds=None)
    from graph.neo4j_store.open import look_at

    product = look_at(access)
    return f"Neo4j {product.version} ({product.edition.capitalize()} Edition)"


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable(
            f"{path}: the system refuses access to it ({reason}); see the rights of its folder",
            code="store_unreachable",
            why="refused_access",
            place=path,
            detail=reason,
        ) from error
    return True


def _open_neo4j(url: str, *, create: bool, read_only: bool, seconds: float | None) -> Store:
    access = _neo4j_access(url, seconds=seconds)
    from graph.neo4j_store.store import Neo4jStore

    return Neo4jStore.open(access, create=create, read_only=read_only)


def _neo4j_access(url: str, *, seconds: float | None) -> Access:
    try:
        from graph.neo4j_store.session import Access
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "neo4j":
            raise
        raise StoreUnavailable(
            f"{shown(url)}: Neo4j's driver is not installed; install it with: "
            "pip install 'phahe[neo4j]'",
            code="store_unsupported",
            why="no_driver",
            place=shown(url),
        ) from error
    login = neo4j_login()
    return Access(url, login.user, login.password, login.database, seconds)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable(
            f"{folder}: the folder of the store cannot be made ({reason})",
            code="store_read_only",
            why="no_folder",
            place=folder,
            detail=reason,
        ) from error

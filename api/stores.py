"""The one place where a concrete store is chosen, by the address that the user gave."""

from __future__ import annotations

from pathlib import Path

from graph.errors import StoreUnavailable
from graph.store import Store

_NEO4J = ("bolt:", "bolt+s:", "bolt+ssc:", "neo4j:", "neo4j+s:", "neo4j+ssc:")


def is_local(url: str) -> bool:
    """Whether the store is a file of this machine, which answers without a network."""
    return not url.startswith(_NEO4J)


def open_store(
    url: str, *, create: bool = False, read_only: bool = False, seconds: float | None = None
) -> Store:
    """Open the store at `url`; only `create` makes a new one. Raises StoreUnavailable.

    `seconds` is how long a server may take over one question, if the store is on a server.
    """
    if not is_local(url):
        raise StoreUnavailable(
            f"{url}: this version of phahe has no Neo4j store; use --store sqlite:PATH",
            code="store_unreachable",
        )
    if not url.startswith("sqlite:") or url == "sqlite:":
        raise StoreUnavailable(
            f"{url}: the address of a store is sqlite:PATH", code="store_unreachable"
        )
    from graph.sqlite_store import SqliteStore

    path = Path(url.removeprefix("sqlite:")).expanduser()
    if create:
        _make_folder(path.parent)
    elif not path.exists():
        raise StoreUnavailable(
            f"{path}: there is no store yet; make one with: phahe load FOLDER",
            code="store_unreachable",
        )
    return SqliteStore.open(path, create=create, read_only=read_only)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreUnavailable(
            f"{folder}: the folder of the store cannot be made ({reason})", code="store_read_only"
        ) from error

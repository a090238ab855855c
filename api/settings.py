"""Settings: the address of the store and how the service runs; flags beat the environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import StoreUnavailable

STORE_VARIABLE = "PHAHE_STORE"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a service runs. `deadline` is the longest that one question may take, in seconds;
    with `judging` it also takes judgements, else it only reads."""

    store: str
    deadline: float = 20.0
    patience: float = 0.02
    cache_bytes: int = 32 * 1024 * 1024
    judging: bool = False


@dataclass(frozen=True, slots=True)
class Login:
    """How to sign in to Neo4j; `user` None signs in nobody, `database` None is the user's home."""

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None


def neo4j_login() -> Login:
    """Return the login that PHAHE_NEO4J_USER, _PASSWORD or _PASSWORD_FILE and _DATABASE give.

    The password itself goes before the file. Raises StoreUnavailable where a user has none.
    """
    user, password, file, database = (
        os.environ.get(f"PHAHE_NEO4J_{name}") or None
        for name in ("USER", "PASSWORD", "PASSWORD_FILE", "DATABASE")
    )
    if user is None:
        return Login(database=database)
    if password is None and file is not None:
        password = _read_password(Path(file))
    if password is None:
        raise StoreUnavailable(
            f"PHAHE_NEO4J_USER is {user}, but there is no password; give it with "
            "PHAHE_NEO4J_PASSWORD_FILE or PHAHE_NEO4J_PASSWORD",
            code="store_unreachable",
            why="no_password",
            place="PHAHE_NEO4J_USER",
        )
    return Login(user, password, database)


def _read_password(file: Path) -> str:
    """Return the first line: editors end it with a line break."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise StoreUnavailable(
            f"PHAHE_NEO4J_PASSWORD_FILE: {file} cannot be read ({reason})",
            code="store_unreachable",
            why="password_file_unreadable",
            place=file,
            detail=reason,
        ) from error
    if not lines or not lines[0]:
        raise StoreUnavailable(
            f"PHAHE_NEO4J_PASSWORD_FILE: {file} is empty",
            code="store_unreachable",
            why="password_file_empty",
            place=file,
        )
    return lines[0]


def store_url(given: str | None = None) -> str:
    """Return the store's address: as given, else from PHAHE_STORE, else in the data folder."""
    return given or os.environ.get(STORE_VARIABLE) or f"sqlite:{data_folder() / 'phahe.sqlite'}"


def neo4j_database() -> str:
    """Return the name of the database, "neo4j" where PHAHE_NEO4J_DATABASE names none."""
    return os.environ.get("PHAHE_NEO4J_DATABASE") or "neo4j"


def data_folder() -> Path:
    """Return the user's folder for phahe's data, as the operating system wants it."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "phahe"

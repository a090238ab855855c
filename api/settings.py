"""Settings: the address of the store and how the service runs; flags beat the environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

STORE_VARIABLE = "PHAHE_STORE"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a service runs. `deadline` is the longest that one question may take, in seconds."""

    store: str
    deadline: float = 20.0
    patience: float = 0.02
    cache_bytes: int = 32 * 1024 * 1024


def store_url(given: str | None = None) -> str:
    """Return the store's address: as given, else from PHAHE_STORE, else in the data folder."""
    return given or os.environ.get(STORE_VARIABLE) or f"sqlite:{data_folder() / 'phahe.sqlite'}"


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

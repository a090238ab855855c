"""The version of phahe, as it was installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """Return the version of the installed distribution, "0" where it runs uninstalled."""
    try:
        return installed("phahe")
    except PackageNotFoundError:
        return "0"

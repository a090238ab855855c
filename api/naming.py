"""Names of files as text: a name may hold bytes that are no text on this system."""

from __future__ import annotations

from pathlib import Path


def printable(name: str) -> str:
    """Return the name with undecodable bytes written as `\\udcXX`, so that it can be printed."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def is_gone(name: str) -> bool:
    """Whether no file of this name is there any more; one that may not be looked for is not.

    `Path.exists` does not tell the two apart on every Python.
    """
    try:
        Path(name).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False

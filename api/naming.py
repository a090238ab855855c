"""Names of files as text: a name may hold bytes that are no text on this system."""

from __future__ import annotations


def printable(name: str) -> str:
    """Return the name with undecodable bytes written as `\\udcXX`, so that it can be printed."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")

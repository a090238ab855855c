"""The address of a store as it may be shown: without a name or password that stands in it."""

from __future__ import annotations


def shown(url: str) -> str:
    """Return the address without what stands before its last "@", as a password may hold any sign.

    The name of a SQLite file may hold that sign itself and stays as it is.
    """
    scheme, _, rest = url.partition(":")
    if scheme == "sqlite" or "@" not in rest:
        return url
    return f"{scheme}://{rest.rpartition('@')[2]}"

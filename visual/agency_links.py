"""Where the page of an agency is, from a table that names it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from queries.agency_today import Agency


def agency_link(agency: Agency | None, as_of: str | None = None) -> str | None:
    """Return the address of an agency's page, None for one that is not known or for a kind."""
    if agency is None or agency.key is None:
        return None
    return agency_address(agency.key, [("as_of", as_of)] if as_of else ())


def agency_address(key: str, options: Iterable[tuple[str, str]] = ()) -> str:
    """Return the address of the page of an agency's key with these options."""
    query = urlencode(list(options))
    return f"/agencies/{quote(key, safe='')}" + (f"?{query}" if query else "")


def agencies_address(name: str, options: Iterable[tuple[str, str]] = ()) -> str:
    """Return the address of the page that says which agencies a name means."""
    return f"/agencies?{urlencode([('name', name), *options])}"

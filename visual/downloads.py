"""Addresses of files: what a page shows, in a form to take away."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode

FORMS = (("Excel", "xlsx"), ("CSV", "csv"))
MOST = "10000"
"""So many rows one answer of the service may have."""


def downloads(
    key: str, question: str, options: Mapping[str, str], forms: tuple[tuple[str, str], ...] = FORMS
) -> list[tuple[str, str]]:
    """Return the name and the address of each form of `/v1/documents/KEY/QUESTION?OPTIONS`."""
    place = f"/v1/documents/{quote(key, safe='')}/{question}"
    return [(name, f"{place}?{urlencode({**options, 'format': form})}") for name, form in forms]

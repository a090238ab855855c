"""Every question that the service takes, asked of a graph: addresses made from the OpenAPI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from api.app import create_app
from api.openapi import openapi_of
from api.settings import Settings

DOCUMENT: dict[str, Any] = openapi_of(create_app(Settings("sqlite:none")))
ROUTES: dict[str, dict[str, Any]] = {
    path: operations["get"] for path, operations in DOCUMENT["paths"].items()
}
NEEDED = {"direction": "ancestors", "indicator": "trồng", "q": "rung", "text": "31-NQ/TW",
          "name": "Sở Y tế"}  # fmt: skip
"""A value for each parameter that a question cannot do without; `a` and `b` are documents."""
AGENCY = "vn-son-la.so-y-te"


def parameters(path: str) -> dict[str, dict[str, Any]]:
    """Return the query parameters of a route by their names."""
    given = ROUTES[path].get("parameters", ())
    return {one["name"]: one for one in given if one["in"] == "query"}


def address(path: str, key: str, /, **asked: object) -> str:
    """Return the address of a route for a document or agency, with what it needs and `asked`."""
    needed = NEEDED | {"a": key, "b": key}
    query = {
        name: needed[name] for name, one in parameters(path).items() if one.get("required")
    } | asked
    at = path.replace("{key}", quote(key, safe=""))
    return f"{at}?{urlencode(query, doseq=True)}" if query else at


def forms(path: str) -> list[str]:
    """Return the names that a route takes as `format`."""
    schema = parameters(path).get("format", {"schema": {"anyOf": []}})["schema"]
    return [name for one in schema["anyOf"] for name in one.get("enum", ())]


def tabled(keys: list[str]) -> Iterator[tuple[str, str]]:
    """Yield (route, key) for every route that gives a table, of every document."""
    for path in ROUTES:
        if "csv" in forms(path):
            asked = [AGENCY] if path.startswith("/v1/agencies/") else keys
            yield from ((path, key) for key in (asked if "{key}" in path else keys[:1]))

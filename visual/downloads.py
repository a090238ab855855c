"""Addresses of files: what a page shows, in a form to take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from visual.texts import LANGUAGES, SPOKEN

Forms = tuple[tuple[str, str], ...]
FORMS: Forms = (("Excel", "xlsx"), ("CSV", "csv"), ("JSON", "json"))
_TABLES = ("xlsx", "csv", "tasks", "tasks-xlsx")
GRAPH_FORMS: Forms = (*FORMS, ("GraphML", "graphml"))
MOST = "10000"
"""So many rows one answer of the service may have."""


def downloads(
    key: str, question: str, options: Mapping[str, str], forms: Forms = FORMS
) -> list[tuple[str, str]]:
    """Return the name and the address of each form of `/v1/documents/KEY/QUESTION?OPTIONS`."""
    return files_at(f"/v1/documents/{quote(key, safe='')}/{question}", options.items(), forms)


def files_at(
    place: str, options: Iterable[tuple[str, str]], forms: Forms = FORMS
) -> list[tuple[str, str]]:
    """Return the name and the address of each form of the answer at `place`.

    A table has its headings in the language of the page, which the address names.
    """
    asked, spoken = list(options), SPOKEN.get()
    found = []
    for name, form in forms:
        said = [("lang", spoken)] if spoken != LANGUAGES[0] and form in _TABLES else []
        found.append((name, f"{place}?{urlencode([*asked, *said, ('format', form)])}"))
    return found

"""The page of a search: its filters, what it found, and that as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from graph.model import DocumentStatus
from loaders.records import Level
from queries.candidates import Candidate, CandidateSource
from queries.dates import show_date
from queries.documents import DocumentList
from queries.resolution import Resolution
from visual.downloads import MOST, files_at
from visual.rendering import render

Options = Sequence[tuple[str, str]]
_FILTERS = ("type", "level", "province", "from", "until", "status")


@dataclass(frozen=True, slots=True)
class Offered:
    """What the form of the filters offers: types of documents, and provinces of all times."""

    types: Sequence[str] = ()
    provinces: Sequence[str] = ()


def search_page(
    query: str,
    results: DocumentList,
    resolution: Resolution | None = None,
    filters: Options = (),
    offered: Offered | None = None,
) -> str:
    """Return the answer to `/?q=query`, or without words what passes the filters alone.

    `resolution` is what `queries.resolve` makes of the same words; where they are a citation,
    the documents that it may mean stand above the list, those of the register too. `filters` are
    the options of the address that filter; the files hold what passes them.
    """
    matches, register = _meant(resolution)
    asked = [("q", query), *filters] if query else [*filters]
    chosen = dict.fromkeys(_FILTERS, "") | dict(filters)
    place = "/v1/search" if query else "/v1/documents"
    offered = offered or Offered()
    following = results.next and f"/?{urlencode([*asked, ('cursor', results.next)])}"
    return render(
        "search.html",
        query=query,
        results=results,
        matches=matches,
        register=register,
        chosen=chosen | {name: show_date(chosen[name] or None) for name in ("from", "until")},
        filtered=bool(filters),
        types=offered.types,
        provinces=offered.provinces,
        levels=tuple(Level),
        statuses=tuple(DocumentStatus),
        following=following,
        downloads=[("download.documents", files_at(place, [*asked, ("limit", MOST)]))]
        if results.items
        else [],
    )


def _meant(resolution: Resolution | None) -> tuple[list[Candidate], list[Candidate]]:
    """Return the documents of the graph that a citation may mean, and those of the register."""
    found = resolution.candidates if resolution is not None else ()
    matches = [c for c in found if c.source is CandidateSource.GRAPH]
    if resolution is not None and resolution.document is not None:
        matches = [c for c in matches if c.document.key == resolution.document.key] or [
            Candidate(resolution.document, 1.0, (), CandidateSource.GRAPH)
        ]
    return matches, [c for c in found if c.source is CandidateSource.REGISTER]

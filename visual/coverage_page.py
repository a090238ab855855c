"""The page of a document's coverage: a cell for each province or district, with its sentence."""

from __future__ import annotations

from queries.coverage import Coverage, CoverageBy
from visual.downloads import downloads
from visual.rendering import render
from visual.tabs import coverage_link, tab_row

_VIEWS = (
    ("coverage.view_63", {"provinces": "63"}),
    ("coverage.view_34", {"provinces": "34"}),
    ("coverage.view_districts", {"by": CoverageBy.DISTRICT.value}),
)


def coverage_page(coverage: Coverage) -> str:
    """Return the page: totals, then the places in the order of the answer.

    What a place has is said in words and by a sign, not by its colour alone; a place with a
    document opens to its name and the sentence. The downloads are of what is shown.
    """
    districts = coverage.by is CoverageBy.DISTRICT
    shown = {"by": coverage.by.value} if districts else {"provinces": str(coverage.provinces)}
    until = {"as_of": coverage.as_of} if coverage.as_of else {}
    key = coverage.document.key
    views = [
        (label, coverage_link(key, {**options, **until}.items()), options == shown)
        for label, options in _VIEWS
    ]
    return render(
        "coverage.html",
        coverage=coverage,
        document=coverage.document,
        here=key,
        tab=None,
        tabs=tab_row(key, None, as_of=coverage.as_of),
        as_of=coverage.as_of,
        options=list(shown.items()),
        districts=districts,
        views=views,
        totals=[(state.value, count) for state, count in coverage.totals.items()],
        downloads=[("download.coverage", downloads(key, "coverage", shown | until))],
    )

"""The page of a document's coverage: a cell for each province or district, with its sentence."""

from __future__ import annotations

from collections.abc import Mapping

from queries.coverage import Coverage, CoverageBy, CoverageItem, CoverageState
from visual.downloads import downloads
from visual.rendering import render
from visual.tabs import Tab, coverage_link, tab_link, tab_row

_VIEWS = (
    ("coverage.view_63", {"provinces": "63"}),
    ("coverage.view_34", {"provinces": "34"}),
    ("coverage.view_districts", {"by": CoverageBy.DISTRICT.value}),
)


def coverage_page(coverage: Coverage, counts: Mapping[Tab, int] | None = None) -> str:
    """Return the page: totals, then the places by what the graph has of them, in its order.

    What a place has is said in words and by a sign, not by its colour alone; a place with a
    document opens to its name and the sentence. The downloads are of what is shown. `counts` are
    the numbers beside the tabs.
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
        tabs=tab_row(key, None, counts, coverage.as_of),
        as_of=coverage.as_of,
        options=list(shown.items()),
        districts=districts,
        views=views,
        groups=[(state.value, items) for state in CoverageState if (items := _of(coverage, state))],
        totals=[(state.value, count) for state, count in coverage.totals.items()],
        all_of=lambda item: _all_of(coverage, item),
        downloads=[("download.coverage", downloads(key, "coverage", shown | until))],
    )


def _all_of(coverage: Coverage, item: CoverageItem) -> list[tuple[str, str]]:
    """Return the lineage of the document in each province that a place's documents name.

    Of what only cites it, by the relations that do.
    """
    until = [("as_of", coverage.as_of)] if coverage.as_of else []
    citing = item.state is CoverageState.CITES
    kinds = [("relations", "based_on,cites")] if citing else []
    key = coverage.document.key
    return [
        (name, f"{tab_link(key, options=[*kinds, ('province', name), *until])}#descendants")
        for name in item.named
    ]


def _of(coverage: Coverage, state: CoverageState) -> list[CoverageItem]:
    return [item for item in coverage.items if item.state is state]

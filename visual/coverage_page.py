"""The page of a document's coverage: a cell for each province or district, with its sentence."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from queries.coverage import Coverage, CoverageBy
from visual.downloads import FORMS, downloads
from visual.rendering import render

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
    key = quote(coverage.document.key, safe="")

    def address(options: dict[str, str]) -> str:
        return f"/documents/{key}/coverage?{urlencode(options | until)}"

    views = [(label, address(options), options == shown) for label, options in _VIEWS]
    return render(
        "coverage.html",
        coverage=coverage,
        districts=districts,
        views=views,
        kept=list(shown.items()),
        totals=[(state.value, count) for state, count in coverage.totals.items()],
        downloads=downloads(
            coverage.document.key, "coverage", shown | until, (*FORMS, ("JSON", "json"))
        ),
    )

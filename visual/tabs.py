"""The tabs of a document's page: each has its own address and works without a script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlencode

from visual.texts import load_texts


class Tab(StrEnum):
    """What a page of a document shows, in the order of the tabs."""

    LINEAGE = "lineage"
    DUTIES = "duties"
    TARGETS = "targets"
    TIMELINE = "timeline"
    FINDINGS = "findings"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class TabLink:
    """One tab as it stands above the page; `count` is None where nothing was counted."""

    name: str
    address: str
    current: bool
    count: int | None = None


def tab_link(key: str, tab: Tab = Tab.LINEAGE, options: Iterable[tuple[str, str]] = ()) -> str:
    """Return the address of a tab with these options; the lineage is the page itself."""
    values = [*([] if tab is Tab.LINEAGE else [("tab", tab.value)]), *options]
    query = f"?{urlencode(values)}" if values else ""
    return f"/documents/{quote(key, safe='')}{query}"


def coverage_link(key: str, options: Iterable[tuple[str, str]] = ()) -> str:
    """Return the address of the page that says which places carry the document out."""
    given = list(options)
    query = f"?{urlencode(given)}" if given else ""
    return f"/documents/{quote(key, safe='')}/coverage{query}"


def tab_row(
    key: str,
    current: Tab | None,
    counts: Mapping[Tab, int] | None = None,
    as_of: str | None = None,
) -> list[TabLink]:
    """Return the tabs of a document and, last, its places, which are a page of their own.

    `current` is None on that page. `as_of` goes with every link.
    """
    texts = load_texts()
    counted = counts or {}
    until = [("as_of", as_of)] if as_of else []
    row = [
        TabLink(
            texts(f"tab.{tab}"),
            tab_link(key, tab, until),
            tab is current,
            counted.get(tab),
        )
        for tab in Tab
    ]
    places = coverage_link(key, until)
    return [*row, TabLink(texts("coverage.link"), places, current is None)]
